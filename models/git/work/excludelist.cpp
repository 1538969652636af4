// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/excludelist.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/work/ignorepattern.h"
#include "git/work/recordedwrite.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

const QByteArray kExcludeList = "info/exclude"_ba;

QString excludePath(const RepoLocation &where)
{
    return QFile::decodeName(where.commonDir + '/' + kExcludeList);
}

/// Nothing: it is not there.
Result<std::optional<QByteArray>> readExclude(const RepoLocation &where, const CancelToken &cancel)
{
    auto content = readRegularFile(QFile::encodeName(excludePath(where)), kLargestIgnoreList, cancel);
    if (content)
        return *std::move(content);
    if (content.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return std::unexpected(content.error());
}

Result<void> writeExclude(const RepoLocation &where, const QByteArray &content)
{
    QDir(QFile::decodeName(where.commonDir)).mkpath(u"info"_s);
    QSaveFile file(excludePath(where));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return fail(ErrorKind::External, Text::tr("%1 could not be written.").arg(displayPath(kExcludeList)),
                file.errorString());
}

std::unexpected<Error> failExcludeChanged()
{
    return fail(
        ErrorKind::Conflict,
        Text::tr("%1 was changed since, so nothing was brought back.").arg(displayPath(kExcludeList)));
}

} // namespace

Result<void> checkIgnoreList(const QByteArray &content, const QByteArray &list)
{
    if (!content.contains('\0'))
        return {};
    return fail(ErrorKind::Invalid, Text::tr("%1 is no text file.").arg(displayPath(list)));
}

Result<UndoRecord> addToExclude(const Program &git, const QList<QByteArray> &patterns,
                                const CancelToken &cancel)
{
    const auto content = readExclude(git.location(), cancel);
    if (!content)
        return std::unexpected(content.error());
    const QByteArray before = content->value_or(QByteArray());
    if (const auto checked = checkIgnoreList(before, kExcludeList); !checked)
        return std::unexpected(checked.error());
    const QByteArray longer = withPatterns(before, patterns);
    const auto kept = hashContent(git, before, Storing::Objects, cancel);
    const auto added = kept ? hashContent(git, longer, Storing::IdsOnly, cancel) : kept;
    if (!added)
        return std::unexpected(added.error());
    const FileState state{.mode = *content ? 0100644U : 0U, .id = *content ? *kept : ObjectId()};
    auto record = writeUndoRecord(git,
                                  {.action = UndoAction::IgnoreHere,
                                   .files = {{.path = kExcludeList,
                                              .before = state,
                                              .aftermath = Aftermath::Content,
                                              .mode = 0100644,
                                              .id = *added}}},
                                  cancel);
    if (!record)
        return record;
    const auto present = readExclude(git.location(), {});
    if (!present || *present != *content)
        return failAfterRecord(present ? failExcludeChanged().error() : present.error(), *record);
    if (const auto written = writeExclude(git.location(), longer); !written)
        return failAfterRecord(written.error(), *record);
    return record;
}

Result<UndoEnd> undoExclude(const Program &git, const UndoRecord &record, const UndoContent &content,
                            const CancelToken &cancel)
{
    const Discarded &list = content.files.first();
    const auto present = readExclude(git.location(), cancel);
    if (!present)
        return std::unexpected(present.error());
    const auto id = *present ? hashContent(git, **present, Storing::IdsOnly, cancel) : ObjectId();
    if (!id)
        return std::unexpected(id.error());
    const bool isBack = *id == list.before.id; // an undo that was cut short got this far
    if (list.path != kExcludeList || (!isBack && *id != list.id))
        return failExcludeChanged();
    if (!isBack) {
        const auto before =
            list.before.mode != 0 ? readBlob(git.location(), list.before.id) : Result<QByteArray>();
        const auto written = before ? writeExclude(git.location(), *before) : std::unexpected(before.error());
        if (!written)
            return std::unexpected(written.error());
        if (list.before.mode == 0)
            QFile::remove(excludePath(git.location()));
    }
    const auto dropped = dropUndoRecord(git, record, {});
    return dropped ? Result<UndoEnd>(UndoEnd::Whole) : std::unexpected(dropped.error());
}

} // namespace Git
