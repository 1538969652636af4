// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "ui/shell/page.h"
#include "workspace/commitactions.h"
#include "workspace/resetoutlook.h"
#include "workspace/sequence/bisectcontroller.h"
#include "workspace/worklist.h"

class ErrorBanner;
class RepositoryContext;
class QMenu;

/// What can be done with the chosen commit: as commands of a page, as its context menu, with the questions
/// they ask and the banner that says what went wrong.
class CommitMenu final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    /// All commands, for a page that is not made yet. area: what their ids begin with.
    static QList<PageCommand> declared(const QString &area);

    /// page: over which dialogs and menus open; must outlive this, as context.
    CommitMenu(RepositoryContext &context, const QString &area, const AddCommand &add, QWidget *page);

    void setCommit(const std::optional<Git::Commit> &commit); ///< nothing: none is chosen
    /// How many are chosen in the list; when there are several, commits gives them, the newest first, and
    /// picking and reverting takes all of them. Fewer: not all are loaded yet.
    void setChosen(int count, std::function<QList<Git::Commit>()> commits);
    void popup(const QPoint &at);                    ///< in global coordinates
    ErrorBanner *banner() const { return m_banner; } ///< hidden until needed; to be laid out by the page
    CommitActionsController &actions() { return m_actions; }

Q_SIGNALS:
    void compareRequested(const Git::ObjectId &commit);  ///< with HEAD
    void workTreeRequested(const Git::ObjectId &commit); ///< to be compared with it

private:
    using Command = void (CommitMenu::*)();

    QAction *addCommand(const AddCommand &add, const PageCommand &declared, Command command);
    void addCommands(const AddCommand &add);
    void connectActions();
    void fill(QMenu *menu);
    void fillCheckouts(QMenu *menu);
    void fillPicks(QMenu *menu, bool isRevert);
    void fillResets(QMenu *menu);
    void fillBisect(QMenu *menu);
    // commitmenu_run.cpp
    bool mayWrite();
    void pick(bool isRevert, int mainline);
    void pickChosen(bool isRevert);
    QString chosenProblem(const QList<Git::Commit> &commits) const; ///< empty: they can be picked
    void checkout();
    void createBranch();
    void createTag();
    void cherryPick() { pick(false, mainline()); }
    void revert() { pick(true, mainline()); }
    void resetSoft() { askReset(Git::ResetKind::Soft); }
    void resetMixed() { askReset(Git::ResetKind::Mixed); }
    void resetHard() { askReset(Git::ResetKind::Hard); }
    void bisectGood() { bisect(Git::BisectMark::Good); }
    void bisectBad() { bisect(Git::BisectMark::Bad); }
    void bisectSkip() { bisect(Git::BisectMark::Skip); }
    void bisect(Git::BisectMark mark);
    void rebaseFrom();
    void rebaseOnto();
    void compare();
    void compareWithWorkTree();
    void copySubject();
    void copyReference();
    // commitmenu_reset.cpp
    static QString resetMeaning(Git::ResetKind kind);
    static QString outlookText(const Result<ResetOutlook> &outlook, const QString &branch);
    void askReset(Git::ResetKind kind);
    int mainline() const { return m_commit && m_commit->parents.size() > 1 ? 1 : 0; }
    QString headName() const;    ///< the branch, or "HEAD"; visible text
    QString commitTitle() const; ///< "1a2b3c4d subject"; visible text

    RepositoryContext &m_context;
    QString m_area;
    QWidget *m_page;
    CommitActionsController m_actions;
    BisectController m_bisect;
    std::optional<Git::Commit> m_commit;
    int m_chosenCount = 0;
    std::function<QList<Git::Commit>()> m_chosen;
    QList<QAction *> m_needCommit;
    QAction *m_checkout, *m_branch, *m_tag, *m_pick, *m_revert, *m_rebaseFrom, *m_rebaseOnto, *m_compare,
        *m_compareFiles, *m_copySubject, *m_copyReference;
    std::array<QAction *, 3> m_resets = {}, m_marks = {};
    ErrorBanner *m_banner;
    WorkList::Handle m_work;
    LatestTask<ResetOutlook> m_outlook;
};
