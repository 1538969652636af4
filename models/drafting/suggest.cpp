// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/suggest.h"

#include "drafting/messagelines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

bool isHeaderGood(const QString &header, const MessageRules &rules)
{
    return std::ranges::none_of(checkMessage(header, rules),
                                [](const Validation &one) { return one.severity == Severity::Error; });
}

/// What is said, without what may be meant as a type before it and without the full stop behind it.
QString wordsOf(const QString &header)
{
    static const QRegularExpression type(u"^\\s*\\[?\\w+(?:\\([^()]*\\))?\\]?!?\\s*:\\s*"_s);
    QString words = QString(header).remove(type).trimmed();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words.trimmed();
}

/// "Add x" becomes "add x", but "API" and "McKay" stay.
QString withLowerStart(const QString &words)
{
    if (words.size() < 2 || !words[0].isUpper() ||
        std::ranges::any_of(words.section(u' ', 0, 0).sliced(1), [](QChar c) { return c.isUpper(); }))
        return words;
    return words[0].toLower() + words.sliced(1);
}

} // namespace

QString suggestMessage(const QString &written, const Draft &draft, const MessageRules &rules)
{
    const QList<MessageLine> lines = linesOf(written, rules.commentPrefix());
    if (lines.isEmpty())
        return draft.message();
    QStringList rest;
    for (const MessageLine &line : lines.sliced(1))
        rest += line.text;
    while (!rest.isEmpty() && rest.first().trimmed().isEmpty())
        rest.removeFirst();
    QString header = lines.first().text.trimmed();
    if (!isHeaderGood(header, rules)) {
        Draft own = draft;
        own.subject = withLowerStart(wordsOf(header));
        const QString ours = own.header();
        own.scope.clear();
        header = !own.subject.isEmpty() && isHeaderGood(ours, rules)           ? ours
                 : !own.subject.isEmpty() && isHeaderGood(own.header(), rules) ? own.header()
                                                                               : draft.header();
    }
    return rest.isEmpty() ? header : header + u"\n\n"_s + rest.join(u'\n');
}

} // namespace Drafting
