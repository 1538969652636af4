// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linkedpage.h"
#include "ui/linked/submoduledialog.h"
#include "ui/linked/worktreedialog.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"

#include "base/text.h"
#include "workspace/linked/linkedwords.h"

#include <QFile>

void LinkedPage::openWorktree()
{
    if (const Git::Worktree *tree = worktree())
        m_context.openRepository(QFile::decodeName(tree->path));
}

void LinkedPage::addWorktree()
{
    const RepositoryController &repository = m_context.repository();
    const Git::ObjectId head = repository.refs().head.target;
    auto *dialog = new WorktreeDialog(
        {.branches = m_controller.freeBranches(),
         .start = head.isNull() ? QString() : head.abbreviated(),
         .branchProblem = [this](const QString &name) { return m_changes.branchProblem(name); },
         .suggestedFolder = [this](const QString &branch) { return m_controller.suggestedFolder(branch); }},
        this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, head] {
        m_error->hide();
        m_changes.add({.folder = QFile::encodeName(dialog->folder()),
                       .branch = dialog->branch().toUtf8(),
                       .isNewBranch = dialog->isNewBranch(),
                       .start = dialog->isNewBranch() ? head : Git::ObjectId()});
    });
    dialog->open();
}

void LinkedPage::removeWorktree()
{
    m_error->hide();
    if (const Git::Worktree *tree = worktree())
        m_changes.planRemoval(*tree);
}

void LinkedPage::askRemoval(const Git::Worktree &tree, const Git::WorktreeLoss &loss)
{
    auto *dialog = new ConfirmDialog(tr("Remove work tree"), LinkedWords::removal(tree, loss),
                                     tr("Remove work tree"), this);
    connect(dialog, &QDialog::accepted, this, [this, tree] { m_changes.remove(tree); });
    dialog->open();
}

void LinkedPage::toggleLock()
{
    m_error->hide();
    if (const Git::Worktree *tree = worktree())
        m_changes.setLocked(*tree, !tree->isLocked);
}

void LinkedPage::askPrune()
{
    m_error->hide();
    auto *dialog = new ConfirmDialog(
        tr("Forget work trees that are gone"),
        tr("Git forgets the work trees whose folders are missing, with what was staged in them. Their "
           "branches "
           "stay. If a folder is only on a drive that is not connected, lock its work tree instead."),
        tr("Forget"), this);
    connect(dialog, &QDialog::accepted, this, [this] { m_changes.prune(); });
    dialog->open();
}

void LinkedPage::openSubmodule()
{
    const Git::Submodule *module = submodule();
    if (module)
        m_context.openRepository(
            QFile::decodeName(QByteArray(m_context.repository().location().workTree + '/' + module->path)));
}

void LinkedPage::update()
{
    m_error->hide();
    if (const Git::Submodule *module = submodule())
        m_updates.update({module->path}, m_nested->isChecked());
}

void LinkedPage::updateAll()
{
    m_error->hide();
    m_updates.update({}, m_nested->isChecked());
}

void LinkedPage::addSubmodule()
{
    m_error->hide();
    auto *dialog = new SubmoduleDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_updates.add(dialog->address().toUtf8(), dialog->path().toUtf8(), dialog->branch().toUtf8());
    });
    dialog->open();
}

void LinkedPage::askDeinitialise()
{
    m_error->hide();
    const Git::Submodule *module = submodule();
    if (!module)
        return;
    //: %1: path of a submodule
    auto *dialog = new ConfirmDialog(tr("Deinitialise %1").arg(displayPath(module->path)),
                                     LinkedWords::deinitialising(*module), tr("Deinitialise"), this);
    connect(dialog, &QDialog::accepted, this, [this, path = module->path] { m_writes.deinitialise(path); });
    dialog->open();
}

void LinkedPage::sync()
{
    m_error->hide();
    if (const Git::Submodule *module = submodule())
        m_writes.sync(module->path);
}
