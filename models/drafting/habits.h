// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

#include <QHash>
#include <QSet>

/// How the people of a repository write their subjects.
namespace Drafting {

/// The parts of `feat(web)!: add overlay`.
struct SubjectParts
{
    QString type, scope, text;
    bool isBreaking = false;
};

/// Nothing when the text is no conventional header.
std::optional<SubjectParts> parseHeader(const QString &header);

enum class Mood { Imperative, Past, ThirdPerson };

struct Habits
{
    int commits = 0;      ///< subjects read, merges and the like left out
    int conventional = 0; ///< of them with a type
    int withScope = 0;    ///< of the conventional ones
    QHash<QString, int> types, bumpTypes, dependencyTypes;
    QSet<QString> scopes;
    bool isCapitalised = false;
    Mood mood = Mood::Imperative;
    QString bumpVerb = QStringLiteral("bump");
    bool signsOff = false;

    double share(const QString &type) const
    {
        return conventional > 0 ? double(types.value(type)) / conventional : 0;
    }
    bool knowsTypes() const { return conventional >= 10; }
};

/// Reads the last 300 subjects. O(subjects).
Habits learnHabits(const QList<PastCommit> &history);

/// The type that at least three of five commits had, of five or more; empty otherwise.
QString mostUsed(const QHash<QString, int> &types);

/// "roll back web to 1.0" in the mood and case of the repository.
QString inHouseStyle(const QString &subject, const Habits &habits);

/// The scope that commits on nearby paths had, when most of them agree; empty otherwise.
QString nearbyScope(const QList<QByteArray> &paths, const QList<PastCommit> &history);

} // namespace Drafting
