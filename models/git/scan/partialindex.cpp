// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/partialindex.h"

#include "git/filemodes.h"

#include <git2/sys/repository.h>

#include <algorithm>

namespace Git {

namespace {

bool saysHowOthersAreRead(QByteArrayView path)
{
    return path.endsWith(".gitattributes") || path.endsWith(".gitmodules") || path.endsWith(".gitignore");
}

thread_local const PartialIndex *outermost = nullptr; // that is in use

/// Chooses entries by their paths, which are in order.
class EntryChoice
{
public:
    explicit EntryChoice(std::span<const git_index_entry> entries)
        : m_entries(entries)
        , m_isTaken(entries.size(), false)
    {
        for (size_t at = 0; at < entries.size(); ++at)
            m_isTaken[at] = isAlwaysLookedAt(entries[at]);
    }

    const std::vector<bool> &taken() const { return m_isTaken; }

    void take(QByteArray path)
    {
        if (path.endsWith('/'))
            path.chop(1);
        takeAll(path, [&](QByteArrayView found) { return found == path; });
        const QByteArray below = path + '/';
        takeAll(below, [&](QByteArrayView found) { return found.startsWith(below); });
        // That a folder is one with tracked files, or was a file.
        for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            const QByteArray folder = path.first(end);
            takeAll(folder, [&](QByteArrayView found) { return found == folder; });
            if (const size_t at = firstFrom(folder + '/'); at < m_entries.size())
                m_isTaken[at] = true;
        }
    }

private:
    size_t firstFrom(const QByteArray &path) const
    {
        const auto first = std::ranges::lower_bound(m_entries, QByteArrayView(path), {}, pathOf);
        return size_t(std::distance(m_entries.begin(), first));
    }

    template<class Holds> void takeAll(const QByteArray &from, Holds holds)
    {
        for (size_t at = firstFrom(from); at < m_entries.size() && holds(pathOf(m_entries[at])); ++at)
            m_isTaken[at] = true;
    }

    static QByteArrayView pathOf(const git_index_entry &entry) { return {entry.path}; }

    std::span<const git_index_entry> m_entries;
    std::vector<bool> m_isTaken;
};

} // namespace

bool isAlwaysLookedAt(const git_index_entry &entry)
{
    return git_index_entry_stage(&entry) != 0 || entry.mode == kSubmoduleMode ||
           (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0 || saysHowOthersAreRead(entry.path);
}

bool heedsCase(git_repository *repository)
{
    int ignores = 0;
    const auto config = readConfiguration(repository);
    return config && (git_config_get_bool(&ignores, config->get(), "core.ignorecase") != 0 || ignores == 0);
}

IndexHandle makePartialIndex(const IndexFile &file, const std::vector<bool> &isTaken)
{
    git_index *raw = nullptr;
    if (git_index_new(&raw) < 0)
        return nullptr;
    IndexHandle index(raw);
    const timespec written = file.written();
    for (size_t at = 0; at < isTaken.size(); ++at) {
        if (!isTaken[at])
            continue;
        git_index_entry entry = file.entries()[at];
        // An index that was not read from a file has no time for libgit2 to go by.
        if (entry.mtime.seconds >= written.tv_sec)
            entry.mtime = {};
        if (git_index_add(raw, &entry) < 0)
            return nullptr;
    }
    return index;
}

PartialIndex::PartialIndex(git_repository *repository, const RepoLocation &where,
                           const QList<QByteArray> &paths, const CancelToken &cancel)
    : m_repository(repository)
    , m_paths(paths)
{
    if (outermost && outermost->covers(repository, paths)) {
        m_outer = outermost->get();
        return;
    }
    const auto file = IndexFile::read(where, cancel);
    if (!file || !file->isPlain() || !heedsCase(repository))
        return;
    EntryChoice choice(file->entries());
    for (const QByteArray &path : paths)
        choice.take(path);
    m_index = makePartialIndex(*file, choice.taken());
    if (m_index && git_repository_set_index(repository, m_index.get()) < 0)
        m_index.reset();
    if (m_index && !outermost)
        outermost = this;
}

bool PartialIndex::covers(git_repository *repository, const QList<QByteArray> &paths) const
{
    return repository == m_repository && (paths.isEmpty() || paths == m_paths);
}

PartialIndex::~PartialIndex()
{
    if (outermost == this)
        outermost = nullptr;
    if (m_index)
        git_repository_set_index(m_repository, nullptr);
}

} // namespace Git
