// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/statusreport.h"

#include "git/diff.h"
#include "git/linked/submodules.h"
#include "git/stash/stash.h"
#include "settings/messagestore.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qsizetype kMostNamedPaths = 1000; // beyond, looking at all costs less

/// Takes the value, or notes why there is none.
template<class Value> Value take(Result<Value> read, QStringList &problems)
{
    if (read)
        return *std::move(read);
    problems += read.error().message;
    return {};
}

QHash<QByteArray, StatusDetails::File> readFiles(const Git::RepoLocation &where, Git::DiffSides sides,
                                                 const QList<Git::StatusEntry> &entries,
                                                 QStringList &problems)
{
    QHash<QByteArray, StatusDetails::File> files;
    QList<QByteArray> paths, plain;
    for (const Git::StatusEntry &entry : entries) {
        if (entry.status != Diff::FileStatus::Untracked && entry.status != Diff::FileStatus::Conflicted)
            paths += entry.path;
        if (!entry.oldPath.isEmpty())
            paths += entry.oldPath;
        if (!entry.isFolder && !entry.isSubmodule)
            plain += entry.path;
    }
    if (!paths.isEmpty()) {
        if (paths.size() > kMostNamedPaths)
            paths.clear();
        const auto changes = Git::readDiff(where, {.sides = sides, .paths = paths, .withLines = false}, {});
        for (const Diff::FileDiff &file : take(changes, problems))
            files.insert(file.path(), {file.oldMode, file.newMode, file.oldId, file.newId, {}});
    }
    const auto conversions = take(Git::readConversions(where, plain), problems);
    for (qsizetype at = 0; at < conversions.size(); ++at) {
        if (!conversions[at].isNone())
            files[plain[at]].conversion = conversions[at];
    }
    return files;
}

void addContents(const Git::Program &git, Git::DiffSides sides, const QList<Git::StatusEntry> &entries,
                 QHash<QByteArray, StatusDetails::File> &files, QStringList &problems)
{
    QList<QByteArray> paths;
    for (const Git::StatusEntry &entry : entries) {
        if (entry.status == Diff::FileStatus::Conflicted || entry.isFolder)
            continue;
        paths += entry.path;
        if (!entry.oldPath.isEmpty())
            paths += entry.oldPath;
    }
    if (paths.isEmpty())
        return;
    const QSet<QByteArray> listed(paths.begin(), paths.end());
    if (paths.size() > kMostNamedPaths)
        paths.clear();
    const auto all = take(readContents(git, sides, paths), problems);
    for (const auto &[path, contents] : all.asKeyValueRange()) {
        if (listed.contains(path))
            files[path].contents = contents;
    }
}

bool hasDraft(const StatusOverview &overview, const Services &services, QStringList &problems)
{
    const QByteArray place = messagePlace(overview.refs.head);
    const MessageStore store(services.stateFolder + u"/messages"_s, overview.info.location.gitDir);
    if (place.isEmpty() || !QFile::exists(store.path()))
        return false;
    return !take(store.load(), problems).byPlace.value(place).text.isEmpty();
}

} // namespace

StatusDetails readStatusDetails(const StatusOverview &overview, StatusDepth depth, const Services &services)
{
    const Git::RepoLocation &where = overview.info.location;
    StatusDetails details;
    QStringList &problems = details.problems;
    details.executables = take(Git::readExecutables(where), problems);
    details.undoRecords = take(Git::readUndoRecords(where), problems);
    details.signing = take(Git::readSigningConfig(where), problems);
    details.stashes = take(Git::readStashes(where, {}), problems).size();
    if (where.isBare())
        return details;
    details.staged = readFiles(where, Git::DiffSides::HeadToIndex, overview.status.staged, problems);
    details.unstaged = readFiles(where, Git::DiffSides::IndexToWorkTree, overview.status.unstaged, problems);
    if (depth == StatusDepth::Contents) {
        const Git::Program git(services.processes, where);
        addContents(git, Git::DiffSides::HeadToIndex, overview.status.staged, details.staged, problems);
        addContents(git, Git::DiffSides::IndexToWorkTree, overview.status.unstaged, details.unstaged,
                    problems);
    }
    if (std::ranges::any_of(overview.status.unstaged, &Git::StatusEntry::isSubmodule)) {
        const auto modules = Git::readSubmodules(where, Git::SubmoduleDepth::Contents, {});
        for (const Git::Submodule &module : take(modules, problems))
            details.submodules.insert(module.path, module);
    }
    details.hasDraft = hasDraft(overview, services, problems);
    return details;
}

} // namespace Cli
