// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/head.h"

#include "audit/format.h"

using namespace Qt::StringLiterals;

namespace Audit {

QString Head::text() const
{
    return QString::number(number) + u':' + QString::fromLatin1(digest);
}

QByteArray formatHead(const Head &head)
{
    return QByteArray::number(head.number).rightJustified(20, '0') + ' ' + head.digest + '\n';
}

std::optional<Head> parseHead(QByteArrayView file)
{
    const bool isFile = file.size() == kHeadSize && file.at(20) == ' ' && file.endsWith('\n');
    const qsizetype at = isFile ? 20 : file.indexOf(':');
    if (at <= 0)
        return std::nullopt;
    bool isNumber = false;
    Head head{.number = file.first(at).toULongLong(&isNumber),
              .digest = file.sliced(at + 1).chopped(isFile ? 1 : 0).toByteArray()};
    if (!isNumber || head.number == 0 || !isDigest(head.digest) || (isFile && formatHead(head) != file))
        return std::nullopt;
    return head;
}

} // namespace Audit
