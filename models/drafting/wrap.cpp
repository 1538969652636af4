// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/wrap.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

/// Keys that nobody begins a sentence with, and those that trackers read.
bool isSureTrailer(const QString &line)
{
    static const QRegularExpression form(
        u"^(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+|BREAKING "
        u"CHANGE|(?:Fix(?:es)?|Close[sd]?|Resolve[sd]?|Refs?|Links?"
        "|Bug|Cc|Issue|Ticket|Jira))\\s*:\\s|^\\(cherry picked from commit "_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(line).hasMatch();
}

bool hasKey(const QString &line)
{
    static const QRegularExpression form(u"^[A-Za-z0-9-]+\\s*:\\s*\\S"_s);
    return form.match(line).hasMatch();
}

/// A list, a quotation, a table, a reference to a link, or something indented.
bool hasForm(const QString &line)
{
    static const QRegularExpression form(
        u"^(?:\\s|>|\\||(?:[-*+•–]|\\(?[0-9]{1,3}[.)]|\\(?[a-z]\\))\\s|\\[[^\\]]+\\]:?\\s+\\S+://|#{1,6}\\s)"_s);
    return form.match(line).hasMatch();
}

bool isFence(const QString &line)
{
    return line.startsWith("```"_L1) || line.startsWith("~~~"_L1);
}

/// Git takes the last paragraph for trailers when there are several of them and nothing else.
bool isInTrailers(const QStringList &lines, qsizetype at)
{
    qsizetype first = at, last = at;
    while (first > 0 && !lines[first - 1].trimmed().isEmpty())
        --first;
    while (last + 1 < lines.size() && !lines[last + 1].trimmed().isEmpty())
        ++last;
    const bool isLast = std::all_of(lines.begin() + last + 1, lines.end(),
                                    [](const QString &line) { return line.trimmed().isEmpty(); });
    return isLast && first < last && std::all_of(lines.begin() + first, lines.begin() + last + 1, hasKey);
}

} // namespace

bool standsWhole(const QString &message, int line, const QString &commentPrefix)
{
    const QStringList all = message.split(u'\n');
    const auto isComment = [&](const QString &text) {
        return !commentPrefix.isEmpty() && text.startsWith(commentPrefix);
    };
    if (line < 0 || line >= all.size() || isComment(all[line]))
        return true;
    QStringList lines;
    bool isFenced = false;
    qsizetype at = -1;
    for (int number = 0; number < all.size(); ++number) {
        const bool isLeading = lines.isEmpty() && all[number].trimmed().isEmpty();
        if (isComment(all[number]) || isLeading)
            continue;
        if (number < line && isFence(all[number]))
            isFenced = !isFenced;
        if (number == line)
            at = lines.size();
        lines += all[number];
    }
    if (at < 1 || isFenced)
        return true;
    const QString &text = lines[at];
    return isFence(text) || hasForm(text) || isSureTrailer(text) || isInTrailers(lines, at);
}

std::optional<qsizetype> breakPlace(const QString &message, int line, int width, const QString &commentPrefix)
{
    const QString text = message.section(u'\n', line, line);
    if (text.size() <= width || standsWhole(message, line, commentPrefix))
        return std::nullopt;
    const qsizetype space = text.lastIndexOf(u' ', width);
    if (space > 0)
        return space;
    const qsizetype later = text.indexOf(u' ', width); // behind a word that is longer than a line
    return later > 0 && later + 1 < text.size() ? std::optional(later) : std::nullopt;
}

} // namespace Drafting
