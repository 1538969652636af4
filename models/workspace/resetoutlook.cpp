// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/resetoutlook.h"

#include "git/refs.h"
#include "git/tree.h"
#include "git/worktree.h"

#include <QSet>

namespace {

Result<QList<QByteArray>> readOverwritten(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                          const CancelToken &cancel)
{
    const auto target = Git::readTree(where, commit, cancel);
    const auto index = target ? Git::readIndex(where, cancel) : std::unexpected(target.error());
    if (!index)
        return std::unexpected(index.error());
    const auto tree = Git::WorkTree::open(where);
    if (!tree)
        return std::unexpected(tree.error());
    QSet<QByteArray> indexed;
    for (const Git::TreeFile &file : *index)
        indexed.insert(file.path);
    QList<QByteArray> overwritten;
    for (const Git::TreeFile &file : *target) {
        if (indexed.contains(file.path) || file.kind == Git::FileKind::Submodule)
            continue;
        if (cancel.isCancelled())
            return failCancelled();
        const auto there = tree->status(file.path);
        if (!there)
            return std::unexpected(there.error());
        if (*there)
            overwritten += file.path;
    }
    return overwritten;
}

} // namespace

Result<ResetOutlook> readResetOutlook(const Git::RepoLocation &where, const Git::ObjectId &head,
                                      const Git::ObjectId &commit, Git::ResetKind kind,
                                      const CancelToken &cancel)
{
    ResetOutlook outlook;
    if (!head.isNull()) {
        const auto apart = Git::readAheadBehind(where, head, commit);
        if (!apart)
            return std::unexpected(apart.error());
        outlook.leaving = apart->ahead;
    }
    if (kind != Git::ResetKind::Hard || where.isBare())
        return outlook;
    auto overwritten = readOverwritten(where, commit, cancel);
    if (!overwritten)
        return std::unexpected(overwritten.error());
    outlook.overwritten = *std::move(overwritten);
    return outlook;
}
