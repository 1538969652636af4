// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/messagelines.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

QList<MessageLine> linesOf(const QString &message, const QString &commentPrefix)
{
    QList<MessageLine> lines;
    int number = 0;
    for (const QString &raw : message.split(u'\n')) {
        QString text = raw;
        if (text.endsWith(u'\r'))
            text.chop(1);
        const bool isComment = !commentPrefix.isEmpty() && text.startsWith(commentPrefix);
        if (isComment && text.contains(" >8 "_L1))
            break;
        if (!isComment)
            lines.append({number, text});
        ++number;
    }
    while (!lines.isEmpty() && lines.first().text.trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().text.trimmed().isEmpty())
        lines.removeLast();
    return lines;
}

bool isMadeByTool(const QString &header)
{
    static const QRegularExpression shape(
        u"^(?:Merge (?:branch|tag|pull request|remote-tracking|commit|\\S+ into )|Merged \\S+ (?:in|into) "
        u"|Merge\\s+'|Merged PR |Revert \""
        "|Reapply \"|(?:fixup|squash|amend)! |Automatic merge|Auto-merged )|^v?\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?$"_s);
    return shape.match(header).hasMatch();
}

} // namespace Drafting
