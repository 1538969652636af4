// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "drift/compare.h"
#include "drift/snapshot.h"

namespace Drift {

/// The desired side of one environment, as far as it could be made.
struct Rendered
{
    QList<DesiredObject> objects;
    QList<Problem> problems; ///< what was not evaluated; an object it concerns has a doubt
    QList<Rendering> renderings;
    QByteArray nameSpace;   ///< where objects go that name none; empty: not known
    QByteArray revision;    ///< empty: files of the work tree
    bool isComplete = true; ///< false: there may be more objects than these
};

/// Matches and compares all objects. Fills verdicts, findings and counts; the caller names the two sides.
/// Autoscalers of both sides join those of the context. Pure; O(objects * fields).
Result<Report> judge(const Rendered &desired, const Snapshot &live, CompareContext context,
                     const CancelToken &cancel);

/// The environment's verdict from its objects and problems: Drifted, else Unknown, else InSync. Nothing to
/// compare is Unknown.
Verdict verdictOf(const Report &report);

} // namespace Drift
