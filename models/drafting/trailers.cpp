// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/trailers.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

bool isTrailer(const QString &line)
{
    static const QRegularExpression form(u"^[A-Za-z0-9-]+\\s*:\\s*\\S"_s);
    return form.match(line).hasMatch() || line.startsWith("(cherry picked from commit "_L1);
}

bool isContinued(const QString &line)
{
    return line.startsWith(u' ') || line.startsWith(u'\t');
}

/// As git sees it: the last paragraph, not the first one, of trailers only.
bool endsWithTrailers(const QStringList &lines)
{
    qsizetype first = lines.size();
    while (first > 0 && !lines[first - 1].trimmed().isEmpty())
        --first;
    if (first == 0 || first == lines.size() || !isTrailer(lines[first]))
        return false;
    return std::all_of(lines.begin() + first, lines.end(),
                       [](const QString &line) { return isTrailer(line) || isContinued(line); });
}

} // namespace

QString withTrailer(const QString &message, const QString &key, const QString &value,
                    const QString &commentPrefix)
{
    QStringList lines = message.split(u'\n');
    QStringList comments;
    const auto isComment = [&](const QString &line) {
        return !commentPrefix.isEmpty() && line.startsWith(commentPrefix);
    };
    while (!lines.isEmpty() && (lines.last().trimmed().isEmpty() || isComment(lines.last())))
        comments.prepend(lines.takeLast());
    if (std::ranges::none_of(comments, isComment))
        comments.clear();
    while (!comments.isEmpty() && !isComment(comments.first()))
        comments.removeFirst();
    const QString trailer = key + u": " + value;
    const bool isThere = std::ranges::any_of(
        lines, [&](const QString &line) { return line.compare(trailer, Qt::CaseInsensitive) == 0; });
    if (isThere)
        return message;
    if (lines.isEmpty())
        lines = {QString()}; // the subject is still to be written
    if (!endsWithTrailers(lines))
        lines += QString();
    lines += trailer;
    if (!comments.isEmpty())
        lines += QStringList{QString()} + comments;
    return lines.join(u'\n');
}

QString issueOf(const QByteArray &branch)
{
    const QString name = QString::fromUtf8(branch);
    static const QRegularExpression key(u"(?:^|[/_.-])([A-Z][A-Z0-9]+-[0-9]+)(?![A-Za-z0-9])"_s);
    if (const auto match = key.match(name); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression number(u"(?:^|/)(?:issue-|gh-)?([1-9][0-9]*)(?:[-_]|$)"_s);
    const auto match = number.match(name);
    return match.hasMatch() ? QString(u'#' + match.captured(1)) : QString();
}

} // namespace Drafting
