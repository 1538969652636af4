// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queryline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s) + u'"';
}

QString termOf(const QString &word)
{
    static const QRegularExpression space(u"\\s"_s);
    static const QRegularExpression field(
        u"^[-!]?(message|author|committer|path|content|branch|ref|id|before|after):"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression furtherField(
        u"\\s[-!]?(message|author|committer|path|content|branch|ref|id|before|after):"_s,
        QRegularExpression::CaseInsensitiveOption);
    const bool isOne = word.contains(space) && !word.contains(u'"') && !word.contains(furtherField);
    if (!isOne)
        return word;
    const qsizetype start = field.match(word).capturedEnd();
    return start < 0 ? quoted(word) : QString(word.first(start) + quoted(word.sliced(start)));
}

} // namespace

QString queryLine(const QStringList &words)
{
    QStringList terms;
    for (const QString &word : words)
        terms += termOf(word);
    return terms.join(u' ');
}

} // namespace Cli
