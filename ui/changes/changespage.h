// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/changescontroller.h"
#include "workspace/ignoreactions.h"
#include "workspace/stash/stashactionscontroller.h"
#include "workspace/worklist.h"

#include <functional>

class CommitBox;
class DiffView;
class ErrorBanner;
class FileList;
class ImagePane;
class PlainLabel;
class RepositoryContext;
class WritingActions;
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
    void undo() override;
    void stopWork() override { m_controller.cancelCommit(); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    ChangesController &changes() { return m_controller; }

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void addExtras();
    void addDiffCommands();
    void layOut();
    void orderTabs();
    QWidget *makeSide(ChangeSide side, const QString &title, const QList<QAction *> &actions);
    QWidget *makeUndoBar();
    void connectController();
    void choose(ChangeSide side);
    void keepChoice();
    void passFocus();
    void showDiff();
    void offerActions();
    void showUndo();
    void showDraft();
    void showCounts();
    void connectWork();
    void connectStash();
    void askStash();
    void addIgnoring();
    void connectWriting();
    void nameIgnored(QMenu *menu, const QList<QByteArray> &paths); ///< no paths: in general
    void ignore(Git::IgnoreKind kind, Git::IgnorePlace place);
    void connectAsking();
    void askLargeFiles(const QList<Git::LargeFile> &files, const QList<QByteArray> &paths);
    void askLineEnds(const Error &error, const QList<QByteArray> &paths);
    void askDiscardAll(const Git::DiscardPlan &plan);
    void ask(const QString &title, const QString &text, const QString &action,
             const std::function<void()> &whenYes);
    bool mayWrite();
    void act(const QString &id);
    void actOnDiff(const QString &id, int fileIndex, const QSet<qsizetype> &lines);
    FileList *listOf(ChangeSide side) const { return side == ChangeSide::Staged ? m_staged : m_unstaged; }

    RepositoryContext &m_context;
    ChangesController m_controller;
    StashActionsController m_stashing;
    IgnoreActionsController m_ignore;
    QAction *m_stage, *m_unstage, *m_discard, *m_stageAll, *m_unstageAll, *m_discardAll, *m_stash, *m_undo,
        *m_commit, *m_amend, *m_draft;
    WritingActions *m_writing;
    QList<QAction *> m_ignoring; ///< what their texts name follows the choice
    FileList *m_unstaged, *m_staged;
    QWidget *m_entry = nullptr; ///< takes the focus of the page
    PlainLabel *m_unstagedTitle = nullptr, *m_stagedTitle = nullptr, *m_undoText = nullptr;
    QFrame *m_undoBar = nullptr;
    ErrorBanner *m_error;
    DiffView *m_diff;
    ImagePane *m_images;
    CommitBox *m_box = nullptr;
    QSplitter *m_columns, *m_lists, *m_right;
    ChangeSide m_shownSide = ChangeSide::Unstaged; ///< whose selection counts
    ChangeSide m_diffSide = ChangeSide::Unstaged;  ///< of the difference that is there
    bool m_isChoosing = false;
    WorkList::Handle m_commitWork, m_writeWork, m_stashWork;
};
