// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/packleftovers.h"

#include <QHash>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace Git {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kQuiet{1'000};

bool isUnfinished(const QByteArray &name)
{
    return std::ranges::any_of(std::array{"tmp_pack_", "tmp_idx_", "tmp_rev_", "tmp_keep_"},
                               [&](const char *start) { return name.startsWith(start); });
}

/// Calls each(name) for the entries of a folder; nothing where it cannot be read.
template<class Each> void forEntries(const QByteArray &folder, const Each &each)
{
    std::error_code problem;
    for (fs::directory_iterator entry(folder.toStdString(), problem), end; !problem && entry != end;
         entry.increment(problem))
        each(QByteArray::fromStdString(entry->path().filename().string()));
}

bool isNumber(const QByteArray &name)
{
    return std::ranges::all_of(name, [](char digit) { return digit >= '0' && digit <= '9'; });
}

struct FileKey
{
    dev_t device;
    ino_t inode;
    bool operator==(const FileKey &) const = default;
};

bool isSame(const struct stat &one, const struct stat &other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino && one.st_size == other.st_size &&
           one.st_mtim.tv_sec == other.st_mtim.tv_sec && one.st_mtim.tv_nsec == other.st_mtim.tv_nsec;
}

// By device and inode, because a process may see the folder under another path.
QList<FileKey> openFiles()
{
    QList<FileKey> open;
    forEntries("/proc", [&](const QByteArray &process) {
        if (!isNumber(process))
            return;
        const QByteArray folder = "/proc/" + process + "/fd";
        forEntries(folder, [&](const QByteArray &descriptor) {
            struct stat info = {};
            if (::stat(QByteArray(folder + '/' + descriptor).constData(), &info) == 0 &&
                S_ISREG(info.st_mode))
                open += {info.st_dev, info.st_ino};
        });
    });
    return open;
}

} // namespace

PackLeftovers::PackLeftovers(const QByteArray &commonDir)
    : m_folder(commonDir + "/objects/pack")
    , m_before(list())
{}

QSet<QByteArray> PackLeftovers::list() const
{
    QSet<QByteArray> names;
    forEntries(m_folder, [&](const QByteArray &name) {
        if (isUnfinished(name))
            names.insert(name);
    });
    return names;
}

void PackLeftovers::remove() const
{
    const QSet<QByteArray> left = list() - m_before;
    if (left.isEmpty())
        return;
    QHash<QByteArray, struct stat> found;
    for (const QByteArray &name : left) {
        const QByteArray path = m_folder + '/' + name;
        struct stat info = {};
        if (::lstat(path.constData(), &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == ::geteuid())
            found.insert(path, info);
    }
    QThread::sleep(kQuiet);
    const QList<FileKey> open = openFiles();
    for (const auto &[path, before] : std::as_const(found).asKeyValueRange()) {
        struct stat info = {};
        if (::lstat(path.constData(), &info) == 0 && isSame(info, before) &&
            !open.contains(FileKey{info.st_dev, info.st_ino}))
            ::unlink(path.constData());
    }
}

} // namespace Git
