// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/packedrefs.h"

#include "git/layout.h"
#include "git/regularfile.h"

namespace Git {

namespace {

QByteArrayView takeLine(QByteArrayView &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArrayView line = end < 0 ? text : text.first(end);
    text = text.sliced(end < 0 ? text.size() : end + 1);
    return line;
}

std::optional<PackedRefs> parse(const QByteArray &content)
{
    QByteArrayView text(content);
    if (text.isEmpty())
        return PackedRefs();
    const QByteArrayView head = takeLine(text);
    if (!head.startsWith("# pack-refs with:") || !head.contains(" fully-peeled"))
        return std::nullopt;
    PackedRefs refs;
    refs.reserve(content.size() / 64);
    bool mayBePeeled = false;
    while (!text.isEmpty()) {
        const QByteArrayView line = takeLine(text);
        const bool isPeeled = line.startsWith('^');
        const qsizetype end = isPeeled ? line.size() : line.indexOf(' ');
        const auto id = end > 0
                            ? ObjectId::fromHex(line.sliced(isPeeled ? 1 : 0).first(end - (isPeeled ? 1 : 0)))
                            : std::nullopt;
        if (!id || (isPeeled && !mayBePeeled))
            return std::nullopt;
        if (isPeeled)
            refs.last().peeled = *id;
        else
            refs += PackedRef{.name = line.sliced(end + 1).toByteArray(), .id = *id};
        mayBePeeled = !isPeeled;
    }
    return refs;
}

} // namespace

Result<std::optional<PackedRefs>> readPackedRefs(const RepoLocation &where, const CancelToken &cancel)
{
    const auto content = readRegularFile(where.commonDir + "/packed-refs", kLargestList, cancel);
    if (!content && content.error().kind != ErrorKind::NotFound)
        return std::unexpected(content.error());
    return content ? parse(*content) : PackedRefs();
}

} // namespace Git
