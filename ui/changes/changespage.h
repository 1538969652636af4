// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/changescontroller.h"
#include "workspace/worklist.h"

class CommitBox;
class DiffView;
class ErrorBanner;
class FileList;
class PlainLabel;
class RepositoryContext;
class QFrame;
class QSplitter;
class QToolButton;

/// What is staged and what is not, the differences of the chosen files, and the commit.
class ChangesPage final : public Page
{
    Q_OBJECT

public:
    explicit ChangesPage(RepositoryContext &context, QWidget *parent = nullptr);

    PageController &controller() override { return m_controller; }
    bool isSettled() override;
    int badge() const override;
    void startSearch() override;
    void undo() override { m_undo->trigger(); }
    void stopWork() override { m_controller.cancelCommit(); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ChangesController &changes() { return m_controller; }

private:
    void addCommands();
    void layOut();
    void orderTabs();
    QWidget *makeSide(ChangeSide side, const QString &title, QAction *all);
    QWidget *makeUndoBar();
    void connectController();
    void choose(ChangeSide side);
    void keepChoice();
    void passFocus();
    void showDiff();
    void showUndo();
    void showCounts();
    void connectWork();
    bool mayWrite();
    void act(const QString &id);
    void actOnDiff(const QString &id, int fileIndex, const QSet<qsizetype> &lines);
    FileList *listOf(ChangeSide side) const { return side == ChangeSide::Staged ? m_staged : m_unstaged; }

    RepositoryContext &m_context;
    ChangesController m_controller;
    QAction *m_stage, *m_unstage, *m_discard, *m_stageAll, *m_unstageAll, *m_undo, *m_commit, *m_amend,
        *m_draft;
    FileList *m_unstaged, *m_staged;
    PlainLabel *m_unstagedTitle = nullptr, *m_stagedTitle = nullptr, *m_undoText = nullptr;
    QFrame *m_undoBar = nullptr;
    ErrorBanner *m_error;
    DiffView *m_diff;
    CommitBox *m_box = nullptr;
    QSplitter *m_columns, *m_lists, *m_right;
    ChangeSide m_shownSide = ChangeSide::Unstaged; ///< whose selection counts
    ChangeSide m_diffSide = ChangeSide::Unstaged;  ///< of the difference that is there
    bool m_isChoosing = false;
    WorkList::Handle m_commitWork, m_writeWork;
};
