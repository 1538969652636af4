// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/lfscontent.h"

#include "base/text.h"
#include "diff/reading.h"
#include "git/patchread.h"
#include "git/regularfile.h"
#include "git/repository.h"
#include "git/text.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kLargestLfsText = 10 * 1024 * 1024; // bytes of a side

// As git-lfs-config(5) has it. What stands in .lfsconfig does not count, for git-lfs neither.
QByteArray lfsStorage(const RepoLocation &where)
{
    const QByteArray usual = where.commonDir + "/lfs";
    const auto repository = openHandle(where);
    const auto config =
        repository ? readConfiguration(repository->get()) : std::unexpected(repository.error());
    Buffer path;
    if (!config || git_config_get_path(&path, config->get(), "lfs.storage") < 0 || path.bytes().isEmpty())
        return usual;
    return path.bytes().startsWith('/') ? path.bytes() : QByteArray(where.commonDir + '/' + path.bytes());
}

std::unexpected<Error> failNotFetched(const Diff::LfsPointer &pointer)
{
    return fail(ErrorKind::NotFound,
                //: %1: the abbreviated id of a content
                Text::tr("The content %1 that Git LFS keeps is not downloaded.")
                    .arg(QString::fromLatin1(pointer.hash.first(8))),
                {}, Text::tr("“git lfs fetch” downloads it."));
}

bool isLfsBinary(const QByteArray &content)
{
    return QByteArrayView(content).first(std::min<qsizetype>(8000, content.size())).contains('\0');
}

} // namespace

Result<QByteArray> readLfsContent(const RepoLocation &where, const Diff::LfsPointer &pointer, qint64 limit,
                                  const CancelToken &cancel)
{
    if (pointer.size > limit)
        return fail(ErrorKind::Invalid, Text::tr("The content that Git LFS keeps is too large to be shown."));
    if (pointer.size == 0) // kept nowhere
        return QByteArray();
    const QByteArray path = lfsStorage(where) + "/objects/" + pointer.hash.first(2) + '/' +
                            pointer.hash.sliced(2, 2) + '/' + pointer.hash;
    auto content = readRegularFile(path, limit, cancel);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return failNotFetched(pointer);
    if (!content)
        return content;
    if (content->size() != pointer.size ||
        QCryptographicHash::hash(*content, QCryptographicHash::Sha256).toHex() != pointer.hash)
        return fail(ErrorKind::Invalid,
                    Text::tr("What Git LFS keeps here is not what its pointer names, so it is not shown."),
                    {}, Text::tr("“git lfs fsck” says what is damaged."));
    return content;
}

FileSides followPointers(const RepoLocation &where, FileSides sides, qint64 limit, const CancelToken &cancel)
{
    FileSides followed = sides;
    for (const auto side : {&FileSides::before, &FileSides::after}) {
        const auto pointer = sides.*side ? Diff::parseLfsPointer(*(sides.*side)) : std::nullopt;
        if (!pointer)
            continue;
        followed.isOfLfs = true;
        auto content = readLfsContent(where, *pointer, limit, cancel);
        if (!content) {
            sides.isOfLfs = true;
            sides.lfsProblem = content.error();
            return sides;
        }
        followed.*side = *std::move(content);
    }
    return followed;
}

Result<Diff::FileDiff> compareSides(const Diff::FileDiff &file, const FileSides &sides)
{
    const QByteArray older = sides.before.value_or(QByteArray()), newer = sides.after.value_or(QByteArray());
    Diff::FileDiff compared{.oldPath = file.oldPath,
                            .newPath = file.newPath,
                            .status = file.status,
                            .oldMode = file.oldMode,
                            .newMode = file.newMode,
                            .oldSize = older.size(),
                            .newSize = newer.size()};
    if (std::max(older.size(), newer.size()) > kLargestLfsText) {
        compared.omission = Diff::Omission::TooLarge;
        return compared;
    }
    if (isLfsBinary(older) || isLfsBinary(newer)) {
        compared.omission = Diff::Omission::Binary;
        const auto isText = compareUtf16(older, newer, {}, compared);
        return isText ? Result<Diff::FileDiff>(compared) : std::unexpected(isText.error());
    }
    if (const auto done = compareTexts(older, newer, {}, compared); !done)
        return std::unexpected(done.error());
    Diff::takeReading(compared);
    return compared;
}

} // namespace Git
