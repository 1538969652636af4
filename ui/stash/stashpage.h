// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/stash/stashactionscontroller.h"
#include "workspace/stash/stashcontroller.h"
#include "workspace/worklist.h"

class DiffView;
class ErrorBanner;
class FileList;
class KeyedList;
class PlainLabel;
class RepositoryContext;
class QPushButton;
class QSplitter;
class QTabBar;

/// What was put away: the list, the parts of one entry with their differences, and what is done with it.
/// openArgument(): an entry's full id in hex, as QByteArray.
class StashPage final : public Page
{
    Q_OBJECT

public:
    explicit StashPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    StashController &stashes() { return m_controller; }
    StashActionsController &actions() { return m_actions; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void addDiffCommands();
    void connectActions();
    bool mayWrite();
    void act(void (StashPage::*step)(const Git::StashEntry &entry));
    void stash();
    void apply(const Git::StashEntry &entry);
    void applyStaged(const Git::StashEntry &entry);
    void pop(const Git::StashEntry &entry);
    void drop(const Git::StashEntry &entry);
    void askBranch(const Git::StashEntry &entry);
    void keepChoice();
    void showEntry();
    void showParts();
    void showFile();
    void showDiff();
    void showProblem(const Error &error, bool isConflict);
    // stashlayout.cpp
    void layOut();
    QWidget *makeBar();
    QWidget *makeRight();

    RepositoryContext &m_context;
    StashController m_controller;
    StashActionsController m_actions;
    QAction *m_stash = nullptr, *m_close = nullptr;
    QList<QAction *> m_ofEntry; ///< apply, apply with what was staged, pop, branch, drop
    ErrorBanner *m_error;
    QPushButton *m_goToChanges = nullptr;
    KeyedList *m_list;
    PlainLabel *m_title, *m_about;
    QTabBar *m_parts;
    FileList *m_files;
    DiffView *m_diff;
    QSplitter *m_columns, *m_right;
    QByteArray m_fileInSight; ///< chosen, and its lines are still to come
    Git::ObjectId m_wanted;   ///< to be chosen as soon as it is there
    bool m_isShowingParts = false;
    std::pair<Git::ObjectId, StashPart> m_shown; ///< whose differences are there
    WorkList::Handle m_work;
};
