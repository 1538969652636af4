// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/linked/linkedcontroller.h"
#include "workspace/linked/submoduleupdates.h"
#include "workspace/linked/submodulewrites.h"
#include "workspace/linked/worktreechanges.h"
#include "workspace/worklist.h"

class ErrorBanner;
class KeyedList;
class PlainLabel;
class QSplitter;
class RepositoryContext;

/// The work trees and the submodules of the repository: how each stands, opening it in a tab, making,
/// removing and locking work trees, updating submodules.
class LinkedPage final : public Page
{
    Q_OBJECT

public:
    explicit LinkedPage(RepositoryContext &context, QWidget *parent = nullptr);
    ~LinkedPage() override;

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    SubmoduleUpdates &updates() { return m_updates; }
    bool isSettled() override;
    void stopWork() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void connectWork();
    void connectWrites(RepositoryActions &writes, WorkList::Handle *handle);
    void applyEnabled();
    void applyWorktree(const QString &problem);
    void applySubmodule(const QString &problem);
    void showWork();
    void keepChoice(KeyedList *list);
    void showError(const Error &error);
    QString writeProblem() const;
    const Git::Worktree *worktree() const;
    const Git::Submodule *submodule() const;
    void openWorktree();
    void addWorktree();
    void removeWorktree();
    void askRemoval(const Git::Worktree &tree, const Git::WorktreeLoss &loss);
    void toggleLock();
    void askPrune();
    void openSubmodule();
    void addSubmodule();
    void askDeinitialise();
    void sync();
    void update();
    void updateAll();
    // linkedlayout.cpp
    void layOut();
    QWidget *makeSection(PlainLabel *title, PlainLabel *about, const QList<QAction *> &actions,
                         QWidget *content);

    RepositoryContext &m_context;
    LinkedController m_controller;
    WorktreeChanges m_changes;
    SubmoduleWrites m_writes;
    SubmoduleUpdates m_updates;
    QAction *m_openWorktree = nullptr, *m_add = nullptr, *m_remove = nullptr, *m_lock = nullptr,
            *m_prune = nullptr, *m_openSubmodule = nullptr, *m_addSubmodule = nullptr, *m_deinit = nullptr,
            *m_sync = nullptr, *m_update = nullptr, *m_updateAll = nullptr, *m_nested = nullptr,
            *m_cancel = nullptr, *m_close = nullptr;
    ErrorBanner *m_error;
    KeyedList *m_worktrees, *m_submodules;
    PlainLabel *m_worktreeTitle, *m_worktreeAbout, *m_submoduleTitle, *m_submoduleAbout, *m_noSubmodules;
    QSplitter *m_rows;
    WorkList::Handle m_changing, m_writing, m_updating;
};
