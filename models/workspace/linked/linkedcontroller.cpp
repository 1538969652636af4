// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/linkedcontroller.h"

#include "git/linked/submodules.h"
#include "git/linked/worktrees.h"
#include "git/refname.h"
#include "workspace/linked/linkedwords.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

LinkedController::LinkedController(RepositoryController &repository)
    : m_repository(repository)
    , m_read(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this,
            &LinkedController::refreshAfterChange);
    for (const auto news : {&RepositoryController::opened, &RepositoryController::historyChanged})
        connect(&repository, news, this, &LinkedController::refreshAfterChange);
    if (repository.state() == PageState::Ready)
        refresh();
}

// What runs is not cut short: with changes that never stop nothing would be shown.
void LinkedController::refreshAfterChange()
{
    if (m_read.isRunning())
        m_isDue = true;
    else
        refresh();
}

void LinkedController::refresh()
{
    m_isDue = false;
    if (m_repository.state() != PageState::Ready)
        return;
    m_read.start(
        [where = m_repository.location()](const CancelToken &cancel) -> Result<Linked> {
            auto submodules = Git::readSubmodules(where, Git::SubmoduleDepth::Contents, cancel);
            if (!submodules)
                return std::unexpected(submodules.error());
            return Linked{Git::readWorktrees(where), *std::move(submodules)};
        },
        [this](Result<Linked> linked) {
            if (linked)
                take(*std::move(linked));
            else
                setFailed(linked.error());
            if (m_isDue)
                refresh();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void LinkedController::take(Linked linked)
{
    m_worktrees = std::move(linked.worktrees);
    m_submodules = std::move(linked.submodules);
    QList<LinkedRow> trees, modules;
    for (const Git::Worktree &tree : std::as_const(m_worktrees))
        trees += LinkedWords::row(tree);
    for (const Git::Submodule &module : std::as_const(m_submodules))
        modules += LinkedWords::row(module);
    m_worktreeItems.setRows(trees);
    m_submoduleItems.setRows(modules);
    setReady();
    Q_EMIT listsChanged();
}

const Git::Worktree *LinkedController::worktree(const QByteArray &gitDir) const
{
    const auto found = std::ranges::find(m_worktrees, gitDir, &Git::Worktree::gitDir);
    return found == m_worktrees.end() ? nullptr : &*found;
}

const Git::Submodule *LinkedController::submodule(const QByteArray &path) const
{
    const auto found = std::ranges::find(m_submodules, path, &Git::Submodule::path);
    return found == m_submodules.end() ? nullptr : &*found;
}

bool LinkedController::canPrune() const
{
    return std::ranges::any_of(m_worktrees, [](const Git::Worktree &tree) {
        return tree.isMissing && !tree.isLocked && !tree.isMain && !tree.isHere;
    });
}

QStringList LinkedController::freeBranches() const
{
    QSet<QByteArray> taken;
    for (const Git::Worktree &tree : m_worktrees)
        taken += tree.branch;
    QStringList names;
    for (const Git::Ref &ref : m_repository.refs().all) {
        const QByteArray name = ref.kind == Git::RefKind::LocalBranch ? ref.shortName() : QByteArray();
        const QString text = QString::fromUtf8(name);
        if (!name.isEmpty() && !taken.contains(ref.name) && text.toUtf8() == name)
            names += text;
    }
    return names;
}

QString LinkedController::suggestedFolder(const QString &branch) const
{
    if (m_worktrees.isEmpty())
        return {};
    QString part;
    for (const QChar each : branch)
        part += each.isLetterOrNumber() || each == u'.' || each == u'_' ? each : u'-';
    const QString main = QFile::decodeName(m_worktrees.first().path);
    return part.isEmpty() ? QString() : QString(main + u'-' + part);
}
