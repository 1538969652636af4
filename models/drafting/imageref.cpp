// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/imageref.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct Version
{
    QList<qint64> numbers;
    QString preRelease;
};

std::optional<Version> parseVersion(QStringView text)
{
    static const QRegularExpression shape(
        u"^[~^>=<\\s]*[vV]?(\\d{1,15}(?:\\.\\d{1,15}){0,3})(?:[-.+_]?([A-Za-z][\\w.+-]*|\\d[\\w.+-]*))?$"_s);
    const auto match = shape.matchView(text);
    if (!match.hasMatch())
        return {};
    Version version;
    for (const QStringView part : match.capturedView(1).split(u'.'))
        version.numbers.append(part.toLongLong());
    version.preRelease = match.captured(2);
    return version;
}

bool isPreRelease(const QString &text)
{
    static const QRegularExpression words(u"^(?:alpha|beta|rc|pre|dev|snapshot|nightly|canary)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

VersionStep compareSuffixes(const QString &before, const QString &after)
{
    if (before == after)
        return VersionStep::Same;
    if (isPreRelease(before) != isPreRelease(after))
        return isPreRelease(before) ? VersionStep::Patch : VersionStep::Backwards;
    static const QRegularExpression numbered(u"^([A-Za-z.-]*)(\\d+)$"_s);
    const auto left = numbered.match(before);
    const auto right = numbered.match(after);
    if (left.hasMatch() && right.hasMatch() && left.captured(1) == right.captured(1))
        return left.captured(2).toLongLong() < right.captured(2).toLongLong() ? VersionStep::Patch
                                                                              : VersionStep::Backwards;
    return VersionStep::Unknown;
}

} // namespace

ImageRef parseImage(QStringView text)
{
    ImageRef image;
    if (text.isEmpty())
        return image;
    const qsizetype at = text.indexOf(u'@');
    if (at >= 0)
        image.digest = text.sliced(at + 1).toString();
    const QStringView rest = at >= 0 ? text.first(at) : text;
    const qsizetype colon = rest.lastIndexOf(u':');
    const bool hasTag = colon > rest.lastIndexOf(u'/'); // else it is the port of a registry
    image.repository = (hasTag ? rest.first(colon) : rest).toString();
    if (hasTag)
        image.tag = rest.sliced(colon + 1).toString();
    return image;
}

VersionStep compareVersions(QStringView before, QStringView after)
{
    const auto left = parseVersion(before);
    const auto right = parseVersion(after);
    if (!left || !right)
        return VersionStep::Unknown;
    for (qsizetype i = 0; i < qMax(left->numbers.size(), right->numbers.size()); ++i) {
        const qint64 a = left->numbers.value(i, 0);
        const qint64 b = right->numbers.value(i, 0);
        if (a == b)
            continue;
        if (b < a)
            return VersionStep::Backwards;
        return i == 0 ? VersionStep::Major : i == 1 ? VersionStep::Minor : VersionStep::Patch;
    }
    return compareSuffixes(left->preRelease, right->preRelease);
}

QString bareVersion(QStringView text)
{
    static const QRegularExpression marks(u"^[~^>=<\\s]+"_s);
    QString bare = text.toString();
    return bare.remove(marks).trimmed();
}

std::optional<double> parseQuantity(QStringView text)
{
    static const QRegularExpression shape(u"^([0-9.]+)(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$"_s);
    static const QHash<QString, double> factors = {
        {QString(), 1},
        {u"m"_s, 1e-3},
        {u"k"_s, 1e3},
        {u"M"_s, 1e6},
        {u"G"_s, 1e9},
        {u"T"_s, 1e12},
        {u"P"_s, 1e15},
        {u"Ki"_s, 1024.0},
        {u"Mi"_s, 1048576.0},
        {u"Gi"_s, 1073741824.0},
        {u"Ti"_s, 1099511627776.0},
        {u"Pi"_s, 1125899906842624.0},
    };
    const auto match = shape.matchView(text);
    bool isNumber = false;
    const double number = match.captured(1).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber)
        return {};
    return number * factors.value(match.captured(2), 1);
}

} // namespace Drafting
