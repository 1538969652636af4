// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "workspace/commitactions.h"
#include "workspace/worklist.h"

#include <QAction>

class ErrorBanner;
class RepositoryContext;
class QMenu;
class QPushButton;

/// What can be done with the chosen commit: as commands of a page, as its context menu, with the questions
/// they ask and the banner that says what went wrong.
class CommitMenu final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    /// page: over which dialogs and menus open; must outlive this, as context.
    CommitMenu(RepositoryContext &context, const AddCommand &add, QWidget *page);

    void setCommit(const std::optional<Git::Commit> &commit); ///< nothing: none is chosen
    void popup(const QPoint &at);                             ///< in global coordinates
    ErrorBanner *banner() const { return m_banner; } ///< hidden until needed; to be laid out by the page
    CommitActionsController &actions() { return m_actions; }

Q_SIGNALS:
    void compareRequested(const Git::ObjectId &commit);  ///< with HEAD
    void workTreeRequested(const Git::ObjectId &commit); ///< to be compared with it

private:
    using Command = void (CommitMenu::*)();
    /// What the banner says; Seen: the repository was read with the operation in progress.
    enum class Conflict { None, Told, Seen };

    QAction *addCommand(const AddCommand &add, const QString &id, const QString &text, Command command,
                        const QKeySequence &keys = {});
    void addCommands(const AddCommand &add);
    void connectActions();
    void fill(QMenu *menu);
    void fillCheckouts(QMenu *menu);
    void fillPicks(QMenu *menu, bool isRevert);
    void fillResets(QMenu *menu);
    void showConflict(const QString &message);
    // commitmenu_run.cpp
    bool mayWrite();
    void pick(bool isRevert, int mainline);
    void checkout();
    void createBranch();
    void createTag();
    void cherryPick() { pick(false, mainline()); }
    void revert() { pick(true, mainline()); }
    void resetSoft() { askReset(Git::ResetKind::Soft); }
    void resetMixed() { askReset(Git::ResetKind::Mixed); }
    void resetHard() { askReset(Git::ResetKind::Hard); }
    void askReset(Git::ResetKind kind);
    void askAbort();
    void compare();
    void compareWithWorkTree();
    void copySubject();
    void copyReference();
    int mainline() const { return m_commit && m_commit->parents.size() > 1 ? 1 : 0; }
    QString headName() const;    ///< the branch, or "HEAD"; visible text
    QString commitTitle() const; ///< "1a2b3c4d subject"; visible text

    RepositoryContext &m_context;
    QWidget *m_page;
    CommitActionsController m_actions;
    std::optional<Git::Commit> m_commit;
    QList<QAction *> m_needCommit;
    QAction *m_checkout, *m_branch, *m_tag, *m_pick, *m_revert, *m_abort, *m_compare, *m_compareFiles,
        *m_copySubject, *m_copyReference;
    std::array<QAction *, 3> m_resets = {};
    ErrorBanner *m_banner;
    QPushButton *m_abortButton;
    Conflict m_conflict = Conflict::None;
    WorkList::Handle m_work;
};
