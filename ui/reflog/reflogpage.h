// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/chosencommit.h"
#include "workspace/reflog/reflogcontroller.h"
#include "workspace/worklist.h"

class CommitDetailsView;
class CommitMenu;
class DiffView;
class EmptyState;
class FileList;
class KeyedList;
class PlainLabel;
class RepositoryContext;
class StateStack;
class QSplitter;
class QTabBar;
class QToolButton;

/// Where HEAD or a branch has been, and the commits that nothing leads to any more; the chosen one with its
/// differences, and what is done with it. openArgument(): the full name of a ref, as QByteArray.
class ReflogPage final : public Page
{
    Q_OBJECT

public:
    explicit ReflogPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    ReflogController &reflog() { return m_controller; }
    ChosenCommit &chosen() { return m_chosen; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    void stopWork() override { m_controller.stop(); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void addCommitCommands();
    void addDiffCommands();
    void connectParts();
    void chooseRef();
    void find();
    // reflogpage_choice.cpp
    const ReflogRow *current() const;
    void keepChoice();
    void showRow();
    void showDetails();
    void showFile();
    void showDiff();
    void showKind();
    void showWork();
    void describeEmpty();
    // reflogpage_layout.cpp
    void layOut();
    QWidget *makeBar();
    QWidget *makeRight();

    RepositoryContext &m_context;
    ReflogController m_controller;
    ChosenCommit m_chosen;
    CommitMenu *m_menu = nullptr;
    QAction *m_choose = nullptr, *m_find = nullptr, *m_stop = nullptr, *m_more = nullptr,
            *m_goToCommit = nullptr, *m_compareMove = nullptr, *m_copyId = nullptr, *m_close = nullptr;
    QTabBar *m_kinds; ///< moves, lost commits
    KeyedList *m_list;
    PlainLabel *m_note, *m_title, *m_about;
    QToolButton *m_findButton = nullptr, *m_stopButton = nullptr, *m_moreButton = nullptr;
    CommitDetailsView *m_details;
    FileList *m_files;
    DiffView *m_diff;
    QSplitter *m_columns, *m_right, *m_upper;
    StateStack *m_stack = nullptr;
    QByteArray m_fileInSight;                        ///< chosen, and its lines are still to come
    std::pair<Git::ObjectId, Git::ObjectId> m_shown; ///< whose differences are there
    bool m_isShowingKind = false, m_isWorking = false;
    WorkList::Handle m_work;
};
