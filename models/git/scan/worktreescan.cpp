// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/worktreescan.h"

#include "base/descriptor.h"
#include "git/filemodes.h"
#include "git/scan/entrystat.h"
#include "git/scan/indexfile.h"
#include "git/scan/workfolders.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <thread>

namespace Git {

namespace {

constexpr size_t kManyEntries = 2000; ///< worth another thread
constexpr unsigned kMostScanThreads = 4;

struct FolderCloser
{
    void operator()(DIR *folder) const noexcept { ::closedir(folder); }
};
using FolderReader = std::unique_ptr<DIR, FolderCloser>;

enum class NameKind { File, Folder, Other, Gone, Unknown };

NameKind nameKindOf(mode_t mode)
{
    if (S_ISREG(mode) || S_ISLNK(mode))
        return NameKind::File;
    return S_ISDIR(mode) ? NameKind::Folder : NameKind::Other;
}

NameKind nameKindOf(int folder, const dirent &name)
{
    if (name.d_type != DT_UNKNOWN)
        return nameKindOf(static_cast<mode_t>(DTTOIF(name.d_type)));
    struct stat info = {};
    if (::fstatat(folder, name.d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? NameKind::Gone : NameKind::Unknown;
    return nameKindOf(info.st_mode);
}

/// libgit2 passes these over at any depth.
bool isDotGit(QByteArrayView name)
{
    return name.size() == 4 && name.compare(".git", Qt::CaseInsensitive) == 0;
}

/// One thread's share: some of the folders, and what is found there.
class FolderScan
{
public:
    FolderScan(const IndexFile &index, const std::vector<WorkFolder> &folders, int workTree)
        : m_index(index)
        , m_entries(index.entries())
        , m_folders(folders)
        , m_workTree(workTree)
    {}

    /// Takes folders until there are none left, or somebody found what does not do.
    void run(std::atomic<size_t> &next, std::atomic<bool> &isUnfit, const CancelToken &cancel)
    {
        while (!isUnfit && !cancel.isCancelled()) {
            const size_t at = next++;
            if (at >= m_folders.size())
                return;
            if (!scan(m_folders[at]))
                isUnfit = true;
        }
    }

    void moveTo(WorkTreeScan &all)
    {
        for (const auto list :
             {&WorkTreeScan::modified, &WorkTreeScan::deleted, &WorkTreeScan::entries, &WorkTreeScan::beside})
            (all.*list).insert((all.*list).end(), (m_found.*list).begin(), (m_found.*list).end());
        all.untracked += std::move(m_found.untracked);
    }

private:
    bool scan(const WorkFolder &folder)
    {
        // With '/' at its end a link would be followed.
        const QByteArray path =
            folder.path.isEmpty() ? QByteArray(".") : folder.path.chopped(1).toByteArray();
        const int opened =
            ::openat(m_workTree, path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        m_isSeen.assign(folder.files.size(), false);
        if (opened < 0 ? errno != ENOENT : !scanNames(folder, opened))
            return false;
        for (size_t at = 0; at < folder.files.size(); ++at) {
            if (!m_isSeen[at])
                noteMissing(folder, at);
        }
        return true;
    }

    bool scanNames(const WorkFolder &folder, int number)
    {
        const FolderReader reader(::fdopendir(number)); // which closes it
        if (!reader)
            ::close(number);
        if (!reader)
            return false;
        const qsizetype before = m_found.untracked.size();
        for (errno = 0; const dirent *name = ::readdir(reader.get()); errno = 0) {
            const QByteArrayView text(name->d_name);
            if (text != "." && text != ".." && !isDotGit(text) && !look(folder, number, *name))
                return false;
        }
        if (m_found.untracked.size() > before && !folder.path.isEmpty())
            m_found.beside.push_back(folder.first);
        return errno == 0;
    }

    bool look(const WorkFolder &folder, int number, const dirent &name)
    {
        const NameKind kind = nameKindOf(number, name);
        if (const auto file = findFile(folder, name.d_name)) {
            m_isSeen[*file] = kind != NameKind::Gone && kind != NameKind::Other;
            return compare(folder, *file, kind, number, name.d_name);
        }
        if (hasFolder(folder, name.d_name))
            return kind == NameKind::Folder;
        if (kind == NameKind::File || kind == NameKind::Folder) {
            QByteArray path = folder.path.toByteArray() + name.d_name;
            if (kind == NameKind::Folder)
                path += '/';
            m_found.untracked.append(std::move(path));
        }
        return kind != NameKind::Unknown;
    }

    bool compare(const WorkFolder &folder, size_t file, NameKind kind, int number, const char *name)
    {
        const git_index_entry &entry = entryOf(folder, file);
        if (kind == NameKind::Unknown || (kind == NameKind::Folder && entry.mode != kSubmoduleMode))
            return false;
        if (!m_isSeen[file])
            return true; // as if it were not there
        if (!isPlainFile(entry)) {
            m_found.entries.push_back(folder.files[file]);
            return true;
        }
        if ((entry.flags & GIT_INDEX_ENTRY_VALID) != 0 ||
            (entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0)
            return true; // Git was told to take them for the same
        struct stat info = {};
        if (::fstatat(number, name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
            m_isSeen[file] = false;
            return errno == ENOENT;
        }
        if (isOtherSize(entry, info))
            m_found.modified.push_back(folder.files[file]);
        else if (!isSame(entry, info) || isYoung(entry))
            m_found.entries.push_back(folder.files[file]);
        return true;
    }

    void noteMissing(const WorkFolder &folder, size_t file)
    {
        const git_index_entry &entry = entryOf(folder, file);
        if (!isPlainFile(entry))
            m_found.entries.push_back(folder.files[file]);
        else if ((entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) == 0)
            m_found.deleted.push_back(folder.files[file]);
    }

    bool isYoung(const git_index_entry &entry) const
    {
        const timespec written = m_index.written();
        return entry.mtime.seconds > written.tv_sec ||
               (entry.mtime.seconds == written.tv_sec && entry.mtime.nanoseconds >= written.tv_nsec);
    }

    const git_index_entry &entryOf(const WorkFolder &folder, size_t file) const
    {
        return m_entries[folder.files[file]];
    }

    std::optional<size_t> findFile(const WorkFolder &folder, QByteArrayView name) const
    {
        const auto nameOf = [&](size_t entry) {
            return QByteArrayView(m_entries[entry].path + folder.path.size());
        };
        const auto found = std::ranges::lower_bound(folder.files, name, {}, nameOf);
        if (found == folder.files.end() || nameOf(*found) != name)
            return std::nullopt;
        return static_cast<size_t>(found - folder.files.begin());
    }

    bool hasFolder(const WorkFolder &folder, QByteArrayView name) const
    {
        if (folder.folders.empty())
            return false;
        std::array<char, sizeof(dirent::d_name) + 1> text = {};
        *std::copy(name.begin(), name.end(), text.begin()) = '/'; // they stand in order with it
        const QByteArrayView wanted(text.data(), name.size() + 1);
        const auto nameOf = [&](size_t inner) { return m_folders[inner].path.sliced(folder.path.size()); };
        const auto found = std::ranges::lower_bound(folder.folders, wanted, {}, nameOf);
        return found != folder.folders.end() && nameOf(*found) == wanted;
    }

    const IndexFile &m_index;
    std::span<const git_index_entry> m_entries;
    const std::vector<WorkFolder> &m_folders;
    int m_workTree;
    std::vector<bool> m_isSeen; ///< files of the folder that is looked at
    WorkTreeScan m_found;
};

/// False: somebody found what does not do.
bool runAll(std::vector<FolderScan> &shares, const IndexFile &index, const CancelToken &cancel)
{
    std::atomic<size_t> next = 0;
    std::atomic<bool> isUnfit = false, isChecked = false;
    const auto check = [&] {
        if (!isChecked.exchange(true) && !index.isWhole())
            isUnfit = true;
    };
    std::vector<std::jthread> threads;
    try {
        for (size_t at = 1; at < shares.size(); ++at) {
            threads.emplace_back([&, at] {
                check();
                shares[at].run(next, isUnfit, cancel);
            });
        }
    } catch (const std::system_error &) { // fewer threads take longer
    }
    shares[0].run(next, isUnfit, cancel);
    check();
    threads.clear(); // which waits for them
    return !isUnfit;
}

} // namespace

Result<std::optional<WorkTreeScan>> scanWorkTree(const QByteArray &workTree, const IndexFile &index,
                                                 const CancelToken &cancel)
{
    using Scanned = std::optional<WorkTreeScan>;
    const auto folders = workFoldersOf(index.entries());
    const Descriptor root(::open(workTree.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folders || !root.isOpen())
        return Scanned();
    const bool isLarge = index.entries().size() >= kManyEntries;
    const unsigned count =
        isLarge ? std::clamp(std::thread::hardware_concurrency(), 1U, kMostScanThreads) : 1U;
    std::vector<FolderScan> shares(count, FolderScan(index, *folders, root.number()));
    const bool isFit = runAll(shares, index, cancel);
    if (cancel.isCancelled())
        return failCancelled();
    if (!isFit)
        return Scanned();
    WorkTreeScan all;
    for (FolderScan &share : shares)
        share.moveTo(all);
    std::ranges::sort(all.beside);
    return Scanned(std::move(all));
}

} // namespace Git
