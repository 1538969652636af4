// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/bump.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct Header
{
    QString type;
    bool isBreaking = false;
};

std::optional<Header> readHeader(const QString &line)
{
    static const QRegularExpression shape(u"^(\\w+)(?:\\([^()]*\\))?(!)?: (\\S.*)$"_s);
    const QRegularExpressionMatch match = shape.match(line);
    return match.hasMatch() ? std::optional(Header{match.captured(1), match.hasCaptured(2)}) : std::nullopt;
}

/// The id in what `git revert` writes; empty: it is no revert.
QString revertedBy(const QString &message)
{
    static const QRegularExpression shape(
        u"^(?:Revert|revert:)\\s\"?[\\s\\S]+?\"?\\s*This reverts commit (\\w+)\\."_s);
    return shape.match(message).captured(1);
}

bool hasBreakingNote(const QString &message)
{
    static const QRegularExpression token(u"^BREAKING[ -]CHANGE: \\S"_s);
    const QStringList lines = message.split(u'\n');
    return std::ranges::any_of(lines.sliced(1),
                               [](const QString &line) { return token.match(line).hasMatch(); });
}

Bump bumpOfHeader(const QString &line)
{
    const std::optional<Header> header = readHeader(line);
    if (!header)
        return Bump::None;
    if (header->isBreaking)
        return Bump::Major;
    if (header->type == "feat"_L1)
        return Bump::Minor;
    return header->type == "fix"_L1 || header->type == "perf"_L1 ? Bump::Patch : Bump::None;
}

QString headerLine(const QString &message)
{
    return message.section(u'\n', 0, 0).trimmed();
}

QString releaseAsOf(const QString &message)
{
    static const QRegularExpression footer(u"^Release-As: *v?(\\d+\\.\\d+\\.\\d+)\\s*$"_s,
                                           QRegularExpression::MultilineOption |
                                               QRegularExpression::CaseInsensitiveOption);
    return footer.match(message).captured(1);
}

/// Reverts and what they revert take each other out, the newest first, so that a revert of a revert brings
/// the first commit back.
QSet<qsizetype> cancelledOut(const QList<ReleaseCommit> &commits)
{
    QSet<qsizetype> gone;
    for (qsizetype at = 0; at < commits.size(); ++at) {
        const QByteArray id = revertedBy(commits[at].message.trimmed()).toLatin1();
        if (id.size() < 7 || gone.contains(at))
            continue;
        for (qsizetype older = at + 1; older < commits.size(); ++older) {
            if (!gone.contains(older) && commits[older].id.text().toLatin1().startsWith(id)) {
                gone += {at, older};
                break;
            }
        }
    }
    return gone;
}

} // namespace

QString nameOf(Bump bump)
{
    static const QStringList names = {u"none"_s, u"patch"_s, u"minor"_s, u"major"_s};
    return names[qsizetype(bump)];
}

Bump bumpOf(const QString &message, const BumpOptions &options)
{
    const QString text = message.trimmed();
    Bump bump = bumpOfHeader(headerLine(text));
    if (!revertedBy(text).isEmpty())
        bump = std::max(bump, Bump::Patch);
    if (hasBreakingNote(text))
        bump = Bump::Major;
    if (options.countsSquashBodies) {
        for (const QString &line : text.split(u'\n').sliced(1)) {
            if (line.startsWith("* "_L1))
                bump = std::max(bump, bumpOfHeader(line.sliced(2).trimmed()));
        }
    }
    return options.isPreMajor ? std::min(bump, Bump::Minor) : bump;
}

ReleaseAnalysis analyseRelease(const QList<ReleaseCommit> &commits, const BumpOptions &options)
{
    const QSet<qsizetype> gone = cancelledOut(commits);
    ReleaseAnalysis analysis;
    for (qsizetype at = 0; at < commits.size(); ++at) {
        const ReleaseCommit &commit = commits[at];
        if (analysis.releaseAs.isEmpty())
            analysis.releaseAs = releaseAsOf(commit.message);
        const Bump bump = gone.contains(at) ? Bump::None : bumpOf(commit.message, options);
        if (bump != Bump::None)
            analysis.commits += {commit.id, headerLine(commit.message.trimmed()), bump};
        analysis.bump = std::max(analysis.bump, bump);
    }
    return analysis;
}

QString ReleaseVersion::text() const
{
    return u"%1.%2.%3"_s.arg(QString::number(major), QString::number(minor), QString::number(patch));
}

ReleaseVersion ReleaseVersion::after(Bump bump) const
{
    switch (bump) {
    case Bump::None:
        break;
    case Bump::Patch:
        return {major, minor, patch + 1};
    case Bump::Minor:
        return {major, minor + 1, 0};
    case Bump::Major:
        return {major + 1, 0, 0};
    }
    return *this;
}

std::optional<ReleaseVersion> versionOfTag(QStringView name, QStringView prefix)
{
    static const QRegularExpression shape(
        u"^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(?:\\+[\\w.-]+)?$"_s);
    if (!name.startsWith(prefix))
        return {};
    const QRegularExpressionMatch match = shape.matchView(name.sliced(prefix.size()));
    if (!match.hasMatch())
        return {};
    return ReleaseVersion{match.captured(1).toUInt(), match.captured(2).toUInt(), match.captured(3).toUInt()};
}

Bump bumpBetween(const ReleaseVersion &from, const ReleaseVersion &to)
{
    if (to <= from)
        return Bump::None;
    if (to.major != from.major)
        return Bump::Major;
    return to.minor != from.minor ? Bump::Minor : Bump::Patch;
}

} // namespace Drafting
