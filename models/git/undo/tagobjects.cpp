// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/tagobjects.h"

#include "git/keptobjects.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kMostTags = 50;                      // of one another
constexpr qint64 kLargestTag = qint64(16) * 1024 * 1024; // bytes

struct TagHead
{
    QByteArray type;
    qint64 size = 0;
};

/// Empty type: it is not there.
Result<TagHead> readTagHead(const Program &git, const QByteArray &object, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"cat-file"_s, u"--batch-check=%(objecttype) %(objectsize)"_s},
                                 .input = object + '\n',
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    const QList<QByteArray> fields = result->output.trimmed().split(' ');
    bool isNumber = false;
    const qint64 size = fields.value(1).toLongLong(&isNumber);
    return isNumber ? TagHead{fields[0], size} : TagHead();
}

Result<QByteArray> readTagBytes(const Program &git, const QString &type, const QByteArray &object,
                                const CancelToken &cancel)
{
    const auto result = git.run(
        {.arguments = {u"cat-file"_s, type, QString::fromLatin1(object)}, .kind = Program::Kind::Read},
        cancel);
    return result ? Result<QByteArray>(result->output) : std::unexpected(result.error());
}

Result<ObjectId> writeTagBytes(const Program &git, const QStringList &options, const QByteArray &bytes,
                               const CancelToken &cancel)
{
    return runForId(
        git, {.arguments = QStringList{u"hash-object"_s, u"-w"_s, u"--stdin"_s} + options, .input = bytes},
        cancel);
}

} // namespace

QByteArray keptTagPath(qsizetype at)
{
    return "tag-" + QByteArray::number(at);
}

Result<QList<ObjectId>> keepTagObjects(const Program &git, const ObjectId &object, const CancelToken &cancel)
{
    QList<ObjectId> kept;
    for (ObjectId next = object;;) {
        const auto head = readTagHead(git, next.toHex(), cancel);
        if (!head)
            return std::unexpected(head.error());
        if (head->type != "tag")
            return kept;
        if (kept.size() == kMostTags || head->size > kLargestTag)
            return fail(ErrorKind::Invalid,
                        Text::tr("The tag is too large to be kept, so it is not deleted."));
        const auto bytes = readTagBytes(git, u"tag"_s, next.toHex(), cancel);
        const auto blob = bytes ? writeTagBytes(git, {}, *bytes, cancel) : std::unexpected(bytes.error());
        if (!blob)
            return std::unexpected(blob.error());
        kept += *blob;
        const auto inner =
            bytes->startsWith("object ")
                ? ObjectId::fromHex(bytes->sliced(7, std::max<qsizetype>(0, bytes->indexOf('\n') - 7)))
                : std::nullopt;
        if (!inner)
            return kept; // a damaged one: what it is of is nobody's to follow
        next = *inner;
    }
}

Result<void> bringTagObjectsBack(const Program &git, const ObjectId &record, const ObjectId &object)
{
    for (qsizetype at = 0; at < kMostTags; ++at) {
        const QByteArray file = record.toHex() + ':' + keptTagPath(at);
        const auto head = readTagHead(git, file, {});
        if (!head)
            return std::unexpected(head.error());
        if (head->type != "blob" || head->size > kLargestTag)
            break;
        const auto bytes = readTagBytes(git, u"blob"_s, file, {});
        // Old ones say less than git asks of new ones today.
        const auto written = bytes ? writeTagBytes(git, {u"-t"_s, u"tag"_s, u"--literally"_s}, *bytes, {})
                                   : std::unexpected(bytes.error());
        if (!written)
            return std::unexpected(written.error());
    }
    const auto head = readTagHead(git, object.toHex(), {});
    if (!head)
        return std::unexpected(head.error());
    return head->type.isEmpty()
               ? fail(ErrorKind::NotFound, Text::tr("The tag's object is not kept, so nothing was undone."))
               : Result<void>();
}

} // namespace Git
