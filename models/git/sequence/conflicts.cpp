// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/conflicts.h"

#include "base/text.h"
#include "diff/lfspointer.h"
#include "diff/merge3.h"
#include "git/commitread.h"
#include "git/filemodes.h"
#include "git/pathentry.h"
#include "git/refs.h"
#include "git/repository.h"
#include "git/sequence/operation.h"
#include "git/text.h"
#include "git/tree.h"

#include <git2/sys/index.h>

namespace Git {

namespace {

constexpr qint64 kLargestLookedAt = 64 * 1024 * 1024; // bytes
constexpr qsizetype kBinaryPrefix = 8000;             // bytes that git looks at for NUL
using ConflictIterator =
    std::unique_ptr<git_index_conflict_iterator, Releaser<&git_index_conflict_iterator_free>>;

ConflictStage stageOf(const git_index_entry *entry)
{
    return entry ? ConflictStage{toId(&entry->id), entry->mode} : ConflictStage();
}

ConflictKind kindOf(const ConflictEntry &entry)
{
    const bool base = entry.base.isThere(), ours = entry.ours.isThere(), theirs = entry.theirs.isThere();
    if (ours && theirs)
        return base ? ConflictKind::BothModified : ConflictKind::BothAdded;
    if (ours)
        return base ? ConflictKind::DeletedByThem : ConflictKind::AddedByUs;
    if (theirs)
        return base ? ConflictKind::DeletedByUs : ConflictKind::AddedByThem;
    return ConflictKind::BothDeleted;
}

void finish(ConflictEntry &entry)
{
    entry.kind = kindOf(entry);
    for (const ConflictStage *side : {&entry.base, &entry.ours, &entry.theirs})
        entry.isSubmodule = entry.isSubmodule || side->mode == kSubmoduleMode;
}

// Without a look at any content.
Result<QList<ConflictEntry>> readEntries(git_index *index)
{
    const auto iterator = acquire<ConflictIterator>(
        Text::tr("The conflicts cannot be listed."),
        [&](git_index_conflict_iterator **out) { return git_index_conflict_iterator_new(out, index); });
    if (!iterator)
        return std::unexpected(iterator.error());
    QList<ConflictEntry> entries;
    const git_index_entry *base = nullptr, *ours = nullptr, *theirs = nullptr;
    while (git_index_conflict_next(&base, &ours, &theirs, iterator->get()) == 0) {
        const git_index_entry *any = base ? base : ours ? ours : theirs;
        ConflictEntry entry{
            .path = any->path, .base = stageOf(base), .ours = stageOf(ours), .theirs = stageOf(theirs)};
        finish(entry);
        entries.append(entry);
    }
    std::ranges::sort(entries, {}, &ConflictEntry::path);
    return entries;
}

int markerSize(git_repository *repository, const QByteArray &path)
{
    const char *value = nullptr;
    constexpr int usual = 7, largest = 1000;
    if (git_attr_get(&value, repository, GIT_ATTR_CHECK_FILE_THEN_INDEX | GIT_ATTR_CHECK_NO_SYSTEM,
                     path.constData(), "conflict-marker-size") < 0 ||
        git_attr_value(value) != GIT_ATTR_VALUE_STRING)
        return usual;
    const int size = QByteArray(value).toInt();
    return size > 0 && size <= largest ? size : usual;
}

void lookAtSides(const RepoLocation &where, ConflictEntry &entry)
{
    QList<ObjectId> blobs;
    for (const ConflictStage *side : {&entry.base, &entry.ours, &entry.theirs}) {
        if (side->isThere() && side->mode != kSubmoduleMode)
            blobs.append(side->id);
    }
    for (const auto &content : readBlobs(where, blobs, kLargestLookedAt)) {
        entry.isBinary = entry.isBinary || !content ||
                         content->first(std::min(content->size(), kBinaryPrefix)).contains('\0');
        entry.isPointer = entry.isPointer || (content && Diff::parseLfsPointer(*content).has_value());
    }
}

void look(const RepoLocation &where, git_repository *repository, ConflictEntry &entry)
{
    lookAtSides(where, entry);
    if (entry.isSubmodule)
        return;
    entry.markerSize = markerSize(repository, entry.path);
    const auto file = readWorkFile(where, entry.path, kLargestLookedAt);
    entry.hasMarkers =
        file ? Diff::hasConflictMarkers(*file, entry.markerSize) : file.error().kind != ErrorKind::NotFound;
}

ConflictEntry entryOf(const git_index_reuc_entry &kept)
{
    const auto stage = [&](int at) {
        return kept.mode[at] == 0 ? ConflictStage() : ConflictStage{toId(&kept.oid[at]), kept.mode[at]};
    };
    ConflictEntry entry{.path = kept.path, .base = stage(0), .ours = stage(1), .theirs = stage(2)};
    finish(entry);
    return entry;
}

/// Git remembers how a path was resolved even after that was committed; a conflict it can be made only
/// before.
class Uncommitted
{
public:
    Uncommitted(const RepoLocation &where, git_index *index, const CancelToken &cancel)
        : m_index(index)
    {
        const auto operation = readOperation(where, cancel);
        m_isMerging = operation && operation->kind == Operation::Merge; // its commit would have ended it
        m_isInSequence = operation && operation->canContinue();
        const auto head = resolveRevision(where, "HEAD");
        auto commits = CommitReader::open(where);
        const auto commit = head && commits ? commits->read(*head) : Result<Commit>(std::unexpected(Error()));
        auto paths = PathLookup::open(where);
        if (commit && paths) {
            m_tree = commit->tree;
            m_paths.emplace(*std::move(paths));
        }
    }

    bool has(const ConflictEntry &entry)
    {
        if (m_isMerging)
            return true;
        const auto found = m_paths ? m_paths->inTree(m_tree, entry.path) : Result<PathEntry>(PathEntry());
        if (!found)
            return false;
        const ConflictStage committed{found->id, found->mode};
        const bool isBefore = !committed.isThere() || committed == entry.ours;
        return isBefore && (m_isInSequence ||
                            committed != stageOf(git_index_get_bypath(m_index, entry.path.constData(), 0)));
    }

private:
    git_index *m_index;
    bool m_isMerging = false, m_isInSequence = false;
    ObjectId m_tree; ///< of HEAD
    std::optional<PathLookup> m_paths;
};

std::unexpected<Error> failNoConflict(const QByteArray &path)
{
    return fail(ErrorKind::Conflict, Text::tr("%1 is not in conflict.").arg(displayPath(path)));
}

} // namespace

Result<Conflicts> readConflicts(const RepoLocation &where, const CancelToken &cancel)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    auto entries = readEntries(opened->index.get());
    if (!entries)
        return std::unexpected(entries.error());
    Conflicts conflicts{.open = *std::move(entries), .resolved = {}};
    for (ConflictEntry &entry : conflicts.open) {
        if (cancel.isCancelled())
            return failCancelled();
        look(where, opened->repository.get(), entry);
    }
    const size_t kept = git_index_reuc_entrycount(opened->index.get());
    if (kept == 0)
        return conflicts;
    Uncommitted uncommitted(where, opened->index.get(), cancel);
    for (size_t at = 0; at < kept; ++at) {
        const ConflictEntry entry = entryOf(*git_index_reuc_get_byindex(opened->index.get(), at));
        if (!std::ranges::contains(conflicts.open, entry.path, &ConflictEntry::path) &&
            uncommitted.has(entry))
            conflicts.resolved.append(entry.path);
    }
    return conflicts;
}

Result<QList<QByteArray>> readConflictPaths(const RepoLocation &where)
{
    const auto opened = openIndex(where);
    const auto entries = opened ? readEntries(opened->index.get()) : std::unexpected(opened.error());
    if (!entries)
        return std::unexpected(entries.error());
    QList<QByteArray> paths;
    for (const ConflictEntry &entry : *entries)
        paths.append(entry.path);
    return paths;
}

Result<ConflictEntry> readConflict(const RepoLocation &where, const QByteArray &path)
{
    const auto opened = openIndex(where);
    auto entries = opened ? readEntries(opened->index.get()) : std::unexpected(opened.error());
    if (!entries)
        return std::unexpected(entries.error());
    const auto found = std::ranges::find(*entries, path, &ConflictEntry::path);
    if (found == entries->end())
        return failNoConflict(path);
    look(where, opened->repository.get(), *found);
    return *found;
}

Result<ConflictEntry> readResolved(const RepoLocation &where, const QByteArray &path)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    const git_index_reuc_entry *found =
        path.contains('\0') ? nullptr : git_index_reuc_get_bypath(opened->index.get(), path.constData());
    if (!found)
        return failNoConflict(path);
    ConflictEntry entry = entryOf(*found);
    if (!Uncommitted(where, opened->index.get(), {}).has(entry))
        return fail(
            ErrorKind::Conflict,
            Text::tr("%1 is not in conflict: how it was resolved is committed.").arg(displayPath(path)));
    look(where, opened->repository.get(), entry);
    return entry;
}

Result<ConflictTexts> readStages(const RepoLocation &where, const QByteArray &path, qint64 limit)
{
    auto entry = readConflict(where, path);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->isSubmodule)
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 is a submodule, which has no text.").arg(displayPath(path)));
    ConflictTexts texts{.entry = *std::move(entry), .base = {}, .ours = {}, .theirs = {}};
    const auto read = [&](const ConflictStage &stage, std::optional<QByteArray> &text) -> Result<void> {
        if (!stage.isThere())
            return {};
        auto content = readBlob(where, stage.id, limit);
        if (!content)
            return std::unexpected(content.error());
        text = *std::move(content);
        return {};
    };
    Result<void> done = read(texts.entry.base, texts.base);
    if (done)
        done = read(texts.entry.ours, texts.ours);
    if (done)
        done = read(texts.entry.theirs, texts.theirs);
    return done ? Result<ConflictTexts>(std::move(texts)) : std::unexpected(done.error());
}

Result<QList<QByteArray>> findStagedMarkers(const RepoLocation &where)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_index *index = opened->index.get();
    QList<QByteArray> paths;
    for (size_t at = 0; at < git_index_reuc_entrycount(index); ++at) {
        const QByteArray path = git_index_reuc_get_byindex(index, at)->path;
        const git_index_entry *entry = git_index_get_bypath(index, path.constData(), 0);
        if (!entry || entry->mode == kSubmoduleMode)
            continue;
        const auto content = readBlob(where, toId(&entry->id), kLargestLookedAt);
        if (content && Diff::hasConflictMarkers(*content, markerSize(opened->repository.get(), path)))
            paths.append(path);
    }
    return paths;
}

} // namespace Git
