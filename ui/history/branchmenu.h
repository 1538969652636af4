// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/branches/branchactions.h"
#include "workspace/commitactions.h"
#include "workspace/worklist.h"

#include <QAction>

class ErrorBanner;
class PlainLabel;
class RepositoryContext;
class QFrame;
class QMenu;

/// What can be done with branches: as commands of a page, which ask for the branch, and in the menu of one.
class BranchMenu final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    /// checkouts: whose checkouts may leave commits behind. page: over which dialogs open; all outlive this.
    BranchMenu(RepositoryContext &context, CommitActionsController &checkouts, const AddCommand &add,
               QWidget *page);

    void fill(QMenu *menu, const QByteArray &name, const Git::ObjectId &commit);
    QWidget *bars() const { return m_bars; } ///< hidden until needed; to be laid out by the page
    BranchActionsController &actions() { return m_actions; }

private:
    using Step = void (BranchMenu::*)(const Git::Ref &branch);

    void addCommands(const AddCommand &add);
    void connectActions();
    void makeBars();
    void showLeft(const Git::ObjectId &tip);
    bool mayWrite();
    const Git::Ref *find(const QByteArray &name) const; ///< null: it is not there
    const Git::Ref *current() const;                    ///< HEAD's branch; null: it is on none
    QString headName() const;
    void choose(const QString &title, const QString &action, bool isLocal, Step step);
    void addStep(QMenu *menu, const QString &text, const QByteArray &name, Step step, bool isPossible = true);
    void fillLocal(QMenu *menu, const Git::Ref &branch);
    void fillMerges(QMenu *menu, const Git::Ref &branch);
    void fillRemote(QMenu *menu, const Git::Ref &branch);
    void fillTag(QMenu *menu, const Git::Ref &tag);
    // What is done with one
    void checkOut(const Git::Ref &branch);
    void merge(const Git::Ref &branch);
    void askMerge(const Git::Ref &branch);
    void chooseMerge(const QByteArray &name, const Git::MergeWay &usual);
    void fastForward(const Git::Ref &branch);
    void askRename(const Git::Ref &branch);
    void askUpstream(const Git::Ref &branch);
    void unsetUpstream(const Git::Ref &branch);
    void countAndAsk(const Git::Ref &branch);
    void askDelete(const QByteArray &name, qsizetype ownCommits);
    void askDeleteTag(const Git::Ref &tag);
    void requestRemoval(const Git::Ref &branch, qsizetype ownCommits);
    void askBranchAt(const Git::ObjectId &commit);

    RepositoryContext &m_context;
    CommitActionsController &m_checkouts;
    QWidget *m_page;
    BranchActionsController m_actions;
    QWidget *m_bars = nullptr;
    ErrorBanner *m_error = nullptr;
    QFrame *m_leftBar = nullptr;
    PlainLabel *m_leftText = nullptr;
    Git::ObjectId m_left; ///< of commits on no branch
    WorkList::Handle m_work;
};
