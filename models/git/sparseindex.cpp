// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sparseindex.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/treedepth.h"

#include <sys/stat.h>

namespace Git {

namespace {

constexpr qint64 kLargestIndex = qint64(1) << 30;
constexpr qsizetype kMostSparseEntries = 5'000'000; // a tree may name another many times over
/// Puts files into an index, and for a folder those below it.
class Expansion
{
public:
    Expansion(git_repository *repository, git_index *index, const struct stat &written)
        : m_repository(repository)
        , m_index(index)
        , m_written(written)
    {}

    Result<void> add(const IndexRecord &record)
    {
        if (record.isFolder())
            return addFolder(toId(&record.entry.id), record.path, 0);
        git_index_entry entry = record.entry;
        // Git looks into what was written with the index or later, as its time says nothing; so must we.
        if (entry.mtime.seconds >= m_written.st_mtim.tv_sec)
            entry.mtime = {};
        return addFile(entry, record.path);
    }

private:
    Result<void> addFolder(const ObjectId &id, const QByteArray &path, int depth)
    {
        const auto tree = openTree(m_repository, id);
        if (!tree)
            return std::unexpected(tree.error());
        const size_t count = git_tree_entrycount(tree->get());
        for (size_t at = 0; at < count; ++at) {
            const git_tree_entry *child = git_tree_entry_byindex(tree->get(), at);
            const QByteArray name = path + git_tree_entry_name(child);
            if (git_tree_entry_type(child) == GIT_OBJECT_TREE) {
                if (depth >= kDeepestTree)
                    return failTooLarge();
                if (auto done = addFolder(toId(git_tree_entry_id(child)), name + '/', depth + 1); !done)
                    return done;
                continue;
            }
            git_index_entry entry = {};
            entry.mode = static_cast<uint32_t>(git_tree_entry_filemode(child));
            entry.id = *git_tree_entry_id(child);
            entry.flags_extended = GIT_INDEX_ENTRY_SKIP_WORKTREE;
            if (auto done = addFile(entry, name); !done)
                return done;
        }
        return {};
    }

    Result<void> addFile(git_index_entry entry, const QByteArray &path)
    {
        if (++m_count > kMostSparseEntries)
            return failTooLarge();
        entry.path = path.constData();
        const int code = git_index_add(m_index, &entry);
        if (code < 0)
            return std::unexpected(lastError(code, Text::tr("The index cannot be read.")));
        return {};
    }

    static std::unexpected<Error> failTooLarge()
    {
        return fail(ErrorKind::Invalid, Text::tr("The index names too many files to be read."));
    }

    git_repository *m_repository;
    git_index *m_index;
    const struct stat &m_written;
    qsizetype m_count = 0;
};

bool wasExtensionRefused(QByteArrayView quoted)
{
    const git_error *last = git_error_last();
    return last && last->message && QByteArrayView(last->message).contains(quoted);
}

} // namespace

bool isSparseIndexRefused()
{
    return wasExtensionRefused("'sdir'");
}

bool isSplitIndexRefused()
{
    return wasExtensionRefused("'link'");
}

Result<IndexHandle> openSparseIndex(git_repository *repository, const QByteArray &path)
{
    struct stat written = {};
    if (::stat(path.constData(), &written) != 0)
        return fail(ErrorKind::NotFound, Text::tr("The file %1 cannot be read.").arg(displayPath(path)));
    const auto content = readRegularFile(path, kLargestIndex, {});
    if (!content)
        return std::unexpected(content.error());
    const auto records = parseIndex(*content);
    if (!records)
        return std::unexpected(records.error());
    auto index = acquire<IndexHandle>(Text::tr("The index cannot be read."),
                                      [](git_index **out) { return git_index_new(out); });
    if (!index)
        return index;
    Expansion expansion(repository, index->get(), written);
    for (const IndexRecord &record : *records) {
        if (const auto added = expansion.add(record); !added)
            return std::unexpected(added.error());
    }
    return index;
}

} // namespace Git
