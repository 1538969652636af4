// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/sides.h"

#include "git/tree.h"

namespace Git {

namespace {

using Side = Result<std::optional<QByteArray>>;

Side readSide(const RepoLocation &where, const QByteArray &path, quint32 mode, const QByteArray &id,
              qint64 limit)
{
    if (path.isEmpty() || mode == 0)
        return std::nullopt;
    const auto blob = ObjectId::fromHex(id);
    auto content = blob && !blob->isNull() ? readBlob(where, *blob, limit) : readWorkFile(where, path, limit);
    if (!content)
        return std::unexpected(content.error());
    return *std::move(content);
}

} // namespace

Result<FileSides> readSides(const RepoLocation &where, const Diff::FileDiff &file, qint64 limit,
                            const CancelToken &cancel)
{
    auto before = readSide(where, file.oldPath, file.oldMode, file.oldId, limit);
    if (!before)
        return std::unexpected(before.error());
    if (cancel.isCancelled())
        return fail(ErrorKind::Cancelled, {});
    auto after = readSide(where, file.newPath, file.newMode, file.newId, limit);
    if (!after)
        return std::unexpected(after.error());
    return FileSides{.before = *std::move(before), .after = *std::move(after)};
}

} // namespace Git
