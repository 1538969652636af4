// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/habits.h"

#include "drafting/classify.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostSubjects = 300;

bool isMadeByGit(const QString &subject)
{
    return subject.startsWith("Merge "_L1) || subject.startsWith("Revert \""_L1) ||
           subject.startsWith("Reapply \""_L1) || subject.startsWith("fixup! "_L1) ||
           subject.startsWith("squash! "_L1) || subject.startsWith("amend! "_L1);
}

struct Verb
{
    const char16_t *imperative, *past, *third;
};

// The first words that drafts begin with; regular ones are formed by rule.
constexpr Verb kIrregular[] = {
    {u"set", u"set", u"sets"},
    {u"run", u"ran", u"runs"},
    {u"pin", u"pinned", u"pins"},
    {u"drop", u"dropped", u"drops"},
    {u"make", u"made", u"makes"},
    {u"read", u"read", u"reads"},
    {u"reset", u"reset", u"resets"},
    {u"switch", u"switched", u"switches"},
    {u"refresh", u"refreshed", u"refreshes"},
    {u"undo", u"undid", u"undoes"},
};

QString conjugated(const QString &verb, Mood mood)
{
    if (mood == Mood::Imperative)
        return verb;
    for (const Verb &known : kIrregular) {
        if (verb == QStringView(known.imperative))
            return QString::fromUtf16(mood == Mood::Past ? known.past : known.third);
    }
    if (mood == Mood::ThirdPerson)
        return verb + u's';
    return verb.endsWith(u'e') ? QString(verb + u'd') : QString(verb + u"ed");
}

// Counts the moods of verbs that are common enough to tell.
struct MoodCount
{
    int imperative = 0, past = 0, third = 0;

    void add(const QString &word)
    {
        static const QStringList verbs = {u"add"_s,     u"update"_s,  u"fix"_s,    u"remove"_s,  u"bump"_s,
                                          u"use"_s,     u"upgrade"_s, u"move"_s,   u"deploy"_s,  u"enable"_s,
                                          u"disable"_s, u"rename"_s,  u"change"_s, u"improve"_s, u"create"_s};
        for (const QString &verb : verbs) {
            imperative += word == verb ? 1 : 0;
            past += word == conjugated(verb, Mood::Past) ? 1 : 0;
            third += word == conjugated(verb, Mood::ThirdPerson) || (word == "fixes"_L1 && verb == "fix"_L1)
                         ? 1
                         : 0;
        }
    }

    Mood mood() const
    {
        if (past > imperative && past > third && past >= 5)
            return Mood::Past;
        return third > imperative && third >= 5 ? Mood::ThirdPerson : Mood::Imperative;
    }
};

struct Counts
{
    int capitalised = 0, bump = 0, update = 0, upgrade = 0;
    MoodCount moods;
};

void readSubject(const SubjectParts &parts, Habits &habits, Counts &counts)
{
    static const QRegularExpression bumps(u"^(?:bump|update|upgrade)\\w*\\b.*\\d+\\.\\d+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString first = parts.text.section(u' ', 0, 0).toLower();
    const bool isBump = bumps.match(parts.text).hasMatch();
    if (isBump) {
        counts.bump += first.startsWith("bump"_L1) ? 1 : 0;
        counts.update += first.startsWith("update"_L1) ? 1 : 0;
        counts.upgrade += first.startsWith("upgrade"_L1) ? 1 : 0;
    }
    counts.capitalised += !parts.text.isEmpty() && parts.text.front().isUpper() ? 1 : 0;
    counts.moods.add(first);
    if (parts.type.isEmpty())
        return;
    ++habits.conventional;
    ++habits.types[parts.type];
    if (isBump)
        ++(parts.scope == "deps"_L1 ? habits.dependencyTypes : habits.bumpTypes)[parts.type];
    if (!parts.scope.isEmpty()) {
        ++habits.withScope;
        habits.scopes.insert(parts.scope);
    }
}

QSet<QByteArray> foldersOf(const QByteArray &path)
{
    QSet<QByteArray> folders = {path};
    for (QByteArray folder = parentFolder(path); !folder.isEmpty(); folder = parentFolder(folder))
        folders.insert(folder);
    return folders;
}

QSet<QByteArray> foldersOfAll(const QList<QByteArray> &paths)
{
    QSet<QByteArray> folders;
    for (const QByteArray &path : paths.first(qMin<qsizetype>(paths.size(), 50)))
        folders.unite(foldersOf(path));
    return folders;
}

} // namespace

std::optional<SubjectParts> parseHeader(const QString &header)
{
    static const QRegularExpression shape(u"^([A-Za-z][\\w-]*)(?:\\(([^()]*)\\))?(!)?: +(\\S.*)$"_s);
    const auto match = shape.match(header);
    if (!match.hasMatch())
        return {};
    return SubjectParts{match.captured(1).toLower(), match.captured(2), match.captured(4),
                        match.hasCaptured(3)};
}

Habits learnHabits(const QList<PastCommit> &history)
{
    static const QSet<QString> types = {u"build"_s, u"chore"_s, u"ci"_s,       u"docs"_s,   u"feat"_s,
                                        u"fix"_s,   u"perf"_s,  u"refactor"_s, u"revert"_s, u"style"_s,
                                        u"test"_s,  u"deps"_s,  u"security"_s};
    Habits habits;
    Counts counts;
    for (const PastCommit &commit : history.first(qMin(history.size(), kMostSubjects))) {
        if (commit.subject.isEmpty() || isMadeByGit(commit.subject))
            continue;
        ++habits.commits;
        auto parts = parseHeader(commit.subject);
        if (!parts || !types.contains(parts->type))
            parts = SubjectParts{.text = commit.subject};
        readSubject(*parts, habits, counts);
    }
    habits.isCapitalised = habits.commits >= 10 && counts.capitalised * 10 > habits.commits * 6;
    habits.mood = counts.moods.mood();
    if (counts.update > counts.bump && counts.update >= 3 && counts.update >= counts.upgrade)
        habits.bumpVerb = u"update"_s;
    else if (counts.upgrade > counts.bump && counts.upgrade >= 3)
        habits.bumpVerb = u"upgrade"_s;
    return habits;
}

QString mostUsed(const QHash<QString, int> &types)
{
    int all = 0;
    QString best;
    for (const auto &[type, count] : types.asKeyValueRange()) {
        all += count;
        if (best.isEmpty() || count > types.value(best) || (count == types.value(best) && type < best))
            best = type;
    }
    constexpr int enough = 5;
    return all >= enough && types.value(best) * 5 >= all * 3 ? best : QString();
}

QString inHouseStyle(const QString &subject, const Habits &habits)
{
    const qsizetype end = qMax<qsizetype>(subject.indexOf(u' '), 0);
    if (end == 0)
        return subject;
    QString styled = conjugated(subject.first(end), habits.mood) + subject.sliced(end);
    if (habits.isCapitalised)
        styled[0] = styled[0].toUpper();
    return styled;
}

QString nearbyScope(const QList<QByteArray> &paths, const QList<PastCommit> &history)
{
    constexpr double decay = 0.997; // of a vote for each newer commit
    constexpr double majority = 0.6;
    const QSet<QByteArray> ours = foldersOfAll(paths);
    QMap<QString, double> votes;
    double all = 0;
    for (qsizetype age = 0; age < qMin(history.size(), kMostSubjects); ++age) {
        const auto parts = parseHeader(history[age].subject);
        const bool isAboutPlace =
            parts && !parts->scope.isEmpty() && parts->scope != "deps"_L1; // deps is a kind of change
        if (!isAboutPlace || history[age].changes.isEmpty())
            continue;
        QList<QByteArray> theirs;
        for (const Git::FileChange &change : history[age].changes)
            theirs.append(change.path);
        const QSet<QByteArray> folders = foldersOfAll(theirs);
        QSet<QByteArray> common = folders;
        common.intersect(ours);
        const double likeness = double(common.size()) / double(folders.size() + ours.size() - common.size());
        const double vote = likeness * likeness * std::pow(decay, double(age));
        votes[parts->scope] += vote;
        all += vote;
    }
    constexpr double enough = 0.15; // one commit on nearly the same paths, or several around
    if (all < enough)
        return {};
    for (const auto &[scope, vote] : votes.asKeyValueRange()) {
        if (vote / all >= majority)
            return scope;
    }
    return {};
}

} // namespace Drafting
