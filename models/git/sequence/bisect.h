// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

enum class BisectMark {
    Good, ///< the fault is not there yet
    Bad,  ///< it is there
    Skip, ///< it cannot be told
};

/// How far a bisection is when a commit was marked.
struct BisectEnd
{
    ObjectId present;              ///< checked out, to be tested next; null: none is
    qsizetype left = 0, steps = 0; ///< commits to test behind it, and in about how many steps
    ObjectId firstBad;             ///< it is found; then its subject
    QString subject;
    QList<ObjectId> candidates; ///< one of these it is, but too many were skipped to tell which
    bool operator==(const BisectEnd &) const = default;

    /// Marks of both kinds are needed to begin.
    bool isWaiting() const { return present.isNull() && firstBad.isNull() && candidates.isEmpty(); }
};

/// Marks a commit (null: what is checked out), and begins a bisection when none is in progress. Git checks
/// out what is to be tested next; advanceOperation() with Abort ends it and goes back. Other words than good
/// and bad that it was begun with are kept. Invalid: a skip where none is in progress, or a bare repository.
/// Conflict: another operation is in progress. External: git's words, such as that changes stand in the way
/// of a checkout.
Result<BisectEnd> markBisect(const Program &git, BisectMark mark, const ObjectId &commit,
                             const CancelToken &cancel);

/// How far the bisection in progress is: commits that are left to test behind what is checked out, and in
/// about how many steps, as `git bisect` counts them.
struct BisectProgress
{
    qsizetype left = 0, steps = 0;
    bool operator==(const BisectProgress &) const = default;
};
/// Nothing: there is none, it waits for marks of both kinds, or it is about some paths only. Cost: a walk of
/// the commits between the marks.
Result<std::optional<BisectProgress>> readBisectProgress(const Program &git, const CancelToken &cancel);

/// What `git bisect` says of the next step; without the subject. Pure.
BisectEnd parseBisectOutput(const QByteArray &output);

} // namespace Git
