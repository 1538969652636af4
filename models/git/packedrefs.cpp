// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/packedrefs.h"

#include <QFile>

namespace Git {

namespace {

QByteArrayView takeLine(QByteArrayView &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArrayView line = end < 0 ? text : text.first(end);
    text = text.sliced(end < 0 ? text.size() : end + 1);
    return line;
}

} // namespace

QHash<QByteArray, PackedRef> readPackedRefs(const RepoLocation &where)
{
    QFile file(QFile::decodeName(where.commonDir) + QStringLiteral("/packed-refs"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    QByteArrayView text(content);
    const QByteArrayView head = text.isEmpty() ? QByteArrayView() : takeLine(text);
    if (!head.startsWith("# pack-refs with:") || !head.contains(" fully-peeled"))
        return {};
    QHash<QByteArray, PackedRef> refs;
    refs.reserve(content.size() / 64);
    PackedRef *last = nullptr;
    while (!text.isEmpty()) {
        const QByteArrayView line = takeLine(text);
        const bool isPeeled = line.startsWith('^');
        const qsizetype end = isPeeled ? line.size() : line.indexOf(' ');
        const auto id = end > 0
                            ? ObjectId::fromHex(line.sliced(isPeeled ? 1 : 0).first(end - (isPeeled ? 1 : 0)))
                            : std::nullopt;
        if (!id || (isPeeled && !last))
            return {};
        if (isPeeled) {
            last->peeled = *id;
            last = nullptr;
        } else {
            last = &*refs.insert(line.sliced(end + 1).toByteArray(), PackedRef{*id, {}});
        }
    }
    return refs;
}

} // namespace Git
