// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/looserefs.h"

#include "base/text.h"
#include "git/text.h"

#include <sys/stat.h>

#include <dirent.h>

namespace Git {

namespace {

constexpr qsizetype kMostEntries = 1'000'000;
constexpr qsizetype kEntriesBetweenLooks = 256; ///< entries between two looks at the cancel token

enum class Entry { File, Folder, LinkedFolder, Other };

Entry entryOf(const QByteArray &path, unsigned char type)
{
    if (type == DT_REG)
        return Entry::File;
    struct stat info = {};
    if (type == DT_DIR ||
        (type == DT_UNKNOWN && ::lstat(path.constData(), &info) == 0 && S_ISDIR(info.st_mode)))
        return Entry::Folder;
    // What is gone by now, or a link that leads nowhere, is for those to judge who read it.
    if (::stat(path.constData(), &info) != 0 || S_ISREG(info.st_mode))
        return Entry::File;
    return S_ISDIR(info.st_mode) ? Entry::LinkedFolder : Entry::Other;
}

std::unexpected<Error> failEntry(Entry entry, const QByteArray &path)
{
    return fail(ErrorKind::Invalid,
                (entry == Entry::LinkedFolder
                     ? Text::tr("%1 is a link to a folder, which is not followed, so no references are read.")
                     : Text::tr("%1 is neither a file nor a folder, so no references are read."))
                    .arg(displayPath(path)));
}

} // namespace

Result<QList<QByteArray>> listLooseRefs(const RepoLocation &where, const QByteArray &folder,
                                        const CancelToken &cancel)
{
    QList<QByteArray> names, folders{folder};
    const QByteArray top = where.commonDir + '/' + folder;
    if (folder != "refs" && entryOf(top, DT_UNKNOWN) == Entry::LinkedFolder) // refs itself: see checkLayout()
        return failEntry(Entry::LinkedFolder, top);
    qsizetype seen = 0;
    while (!folders.isEmpty()) {
        const QByteArray within = folders.takeLast();
        const std::unique_ptr<DIR, decltype([](DIR *dir) { ::closedir(dir); })> dir(
            ::opendir(QByteArray(where.commonDir + '/' + within).constData()));
        while (const dirent *raw = dir ? ::readdir(dir.get()) : nullptr) {
            const QByteArrayView name(static_cast<const char *>(raw->d_name));
            if (name == "." || name == "..")
                continue;
            if (seen++ % kEntriesBetweenLooks == 0 && cancel.isCancelled())
                return failCancelled();
            if (seen > kMostEntries)
                return fail(
                    ErrorKind::Invalid,
                    Text::tr("There are too many files in %1 to be references.").arg(displayPath(top)));
            const QByteArray full = within + '/' + name;
            const Entry entry = entryOf(where.commonDir + '/' + full, raw->d_type);
            if (entry == Entry::LinkedFolder || entry == Entry::Other)
                return failEntry(entry, where.commonDir + '/' + full);
            if (entry == Entry::Folder)
                folders += full;
            else if (!name.endsWith(".lock"))
                names += full;
        }
    }
    return names;
}

} // namespace Git
