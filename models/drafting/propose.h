// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/survey.h"

/// What a draft could say, before it is fitted to the repository's style and limits.
namespace Drafting {

struct Proposal
{
    QString type;
    double certainty = 0;        ///< of the rule, 0..1; the rest is left to what the repository usually does
    bool readsOnlyPaths = false; ///< the rule knows no more than the model of types, which learns better
    QString scope;               ///< by structure; empty: none
    bool isBreaking = false;
    bool needsScope = false; ///< the scope is part of the meaning: chore(deps)
    bool isExact = false;    ///< the first subject is taken word for word
    QStringList subjects;    ///< from the one that says most to the shortest
    QStringList body;        ///< bullets without their dash
    QString paragraph;       ///< text before the bullets
    QStringList footers;
    QStringList reasons;
};

/// Rules for changes of one class of files: reverts, lockfiles, documents, tests, workflows, moves. In order.
std::optional<Proposal> proposeByFiles(const Survey &survey, const Habits &habits,
                                       const DraftContext &context);

/// Rules for what the records say. Nothing when there are no records.
std::optional<Proposal> proposeByMeaning(const Survey &survey, const Habits &habits,
                                         const DraftContext &context);

/// What is left: sources and everything unknown.
Proposal proposeBySize(const Survey &survey, const Habits &habits);

/// The commits that the changes undo, newest first; empty when they do not.
QList<PastCommit> undoneCommits(const QList<Change> &changes, const QList<PastCommit> &history);

/// undone is not empty.
Proposal proposeRevert(const QList<PastCommit> &undone);

} // namespace Drafting
