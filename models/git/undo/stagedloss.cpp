// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/stagedloss.h"

#include "base/text.h"
#include "git/diff.h"
#include "git/filemodes.h"
#include "git/indexentry.h"
#include "git/keptobjects.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undo/undoend.h"
#include "git/work/indexlock.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kMostNamedPaths = 1000; // beyond, comparing all costs less
constexpr qint64 kLargestCompared = 16 * 1024 * 1024;

Result<QList<Diff::FileDiff>> readNames(const RepoLocation &where, DiffSides sides,
                                        const QList<QByteArray> &paths, const CancelToken &cancel)
{
    return readDiff(where,
                    {.sides = sides,
                     .commit = {},
                     .oldCommit = {},
                     .paths = paths.size() > kMostNamedPaths ? QList<QByteArray>() : paths,
                     .findsRenames = false,
                     .withLines = false},
                    cancel);
}

void addLines(const Result<QByteArray> &content, QSet<QByteArray> &lines)
{
    if (content) {
        const QList<QByteArray> all = content->split('\n');
        lines.unite(QSet<QByteArray>(all.begin(), all.end()));
    }
}

/// What cannot be compared counts as lost.
bool isOnlyStaged(const RepoLocation &where, const Diff::FileDiff &staged)
{
    const auto blob = [&](const QByteArray &hex) {
        const auto id = ObjectId::fromHex(hex);
        return id ? readBlob(where, *id, kLargestCompared) : Result<QByteArray>();
    };
    const auto content = blob(staged.newId);
    if (!content)
        return true;
    QSet<QByteArray> elsewhere;
    if (staged.oldMode != 0)
        addLines(blob(staged.oldId), elsewhere);
    addLines(readWorkFile(where, staged.path(), kLargestCompared), elsewhere);
    const QList<QByteArray> lines = content->split('\n');
    return !std::ranges::all_of(lines, [&](const QByteArray &line) {
        return elsewhere.contains(line) || elsewhere.contains(QByteArray(line + '\r'));
    });
}

Result<bool> areStaged(const RepoLocation &where, const QList<Discarded> &files)
{
    QList<QByteArray> paths;
    for (const Discarded &file : files)
        paths.append(file.path);
    const auto entries = readIndexEntries(where, paths);
    if (!entries)
        return std::unexpected(entries.error());
    return std::ranges::all_of(files, [&](const Discarded &file) {
        const auto entry = std::ranges::find(*entries, file.path, &IndexEntry::path);
        return entry != entries->end() && entry->id == file.before.id && entry->mode == file.before.mode;
    });
}

/// The entries that are not as they were, as `git update-index --index-info` takes them.
Result<QByteArray> findToStage(const RepoLocation &where, const UndoRecord &record,
                               const UndoContent &content, const CancelToken &cancel)
{
    const auto entries = readIndexEntries(where, record.paths);
    const auto lost =
        entries ? findStagedLoss(where, record.paths, cancel) : std::unexpected(entries.error());
    if (!lost)
        return std::unexpected(lost.error());
    QByteArray lines;
    for (const Discarded &file : content.files) {
        const auto entry = std::ranges::find(*entries, file.path, &IndexEntry::path);
        const bool isThere = entry != entries->end();
        if (isThere && entry->id == file.before.id && entry->mode == file.before.mode)
            continue;
        if ((isThere && entry->isConflicted) || std::ranges::contains(*lost, file.path, &Discarded::path))
            return fail(ErrorKind::Conflict,
                        //: %1: a file's path
                        Text::tr("Something else was staged at %1 since, so nothing was brought back.")
                            .arg(displayText(file.path)));
        lines += entryLine(file.before.mode, file.before.id, 0, file.path);
    }
    return lines;
}

} // namespace

Result<QList<Discarded>> findStagedLoss(const RepoLocation &where, const QList<QByteArray> &paths,
                                        const CancelToken &cancel)
{
    const auto staged = readNames(where, DiffSides::HeadToIndex, paths, cancel);
    if (!staged)
        return std::unexpected(staged.error());
    const PathSet wanted(paths);
    QHash<QByteArray, Diff::FileDiff> candidates;
    for (const Diff::FileDiff &file : *staged) {
        const bool isFile = file.newMode != 0 && file.newMode != kSubmoduleMode;
        if (isFile && file.status != Diff::FileStatus::Conflicted && wanted.contains(file.path()))
            candidates.insert(file.path(), file);
    }
    if (candidates.isEmpty())
        return QList<Discarded>();
    const auto unstaged = readNames(where, DiffSides::IndexToWorkTree, candidates.keys(), cancel);
    if (!unstaged)
        return std::unexpected(unstaged.error());
    QList<Discarded> lost;
    for (const Diff::FileDiff &file : *unstaged) {
        const auto found = candidates.constFind(file.path());
        const auto id = found == candidates.constEnd() ? std::nullopt : ObjectId::fromHex(found->newId);
        if (!id || !isOnlyStaged(where, *found))
            continue;
        lost.append({.path = file.path(),
                     .before = {.mode = found->newMode, .id = *id},
                     .aftermath = Aftermath::Index,
                     .id = {}});
    }
    return lost;
}

Result<StagedLoss> StagedLoss::record(const Program &git, const QList<QByteArray> &paths,
                                      const CancelToken &cancel)
{
    StagedLoss loss(git);
    if (git.location().trust != Trust::Trusted || git.location().isBare())
        return loss; // nothing will be staged
    auto files = findStagedLoss(git.location(), paths, cancel);
    if (!files)
        return std::unexpected(files.error());
    if (files->isEmpty())
        return loss;
    auto record = writeUndoRecord(git, {.action = UndoAction::ReplaceStaged, .files = *files}, cancel);
    if (!record)
        return std::unexpected(record.error());
    loss.m_files = *std::move(files);
    loss.m_record = *std::move(record);
    return loss;
}

void StagedLoss::dropUnlessLost() const
{
    QList<QByteArray> paths;
    for (const Discarded &file : m_files)
        paths.append(file.path);
    const auto present = m_record ? findStagedLoss(m_git->location(), paths, {}) : QList<Discarded>();
    const auto isSame = [](const Discarded &one, const Discarded &other) {
        return one.path == other.path && one.before.isSame(other.before);
    };
    if (m_record && present && std::ranges::equal(*present, m_files, isSame))
        (void)dropUndoRecord(*m_git, *m_record, {});
}

Result<UndoEnd> undoStagedLoss(const Program &git, const UndoRecord &record, const UndoContent &content,
                               const CancelToken &cancel)
{
    {
        auto held = IndexLock::take(git, cancel);
        const auto lines = held ? findToStage(git.location(), record, content, cancel)
                                : Result<QByteArray>(std::unexpected(held.error()));
        if (!lines)
            return std::unexpected(lines.error());
        const auto staged =
            lines->isEmpty()
                ? Result<ProcessResult>()
                : held->run({.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = *lines},
                            {});
        const auto done = staged ? held->put() : std::unexpected(staged.error());
        if (!done)
            return std::unexpected(done.error());
    }
    return endUndo(git, record, [&] { return areStaged(git.location(), content.files); });
}

} // namespace Git
