// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/survey.h"

namespace Drafting {

/// The type that one story alone would get.
struct KindVerdict
{
    QString type;
    double certainty = 0;
    bool isBreaking = false;
    QString scope;    ///< that belongs to the kind: rbac, secrets, flux; empty: the component
    QString reason;   ///< translated sentence
    QString breaking; ///< what breaks, for the footer
};

KindVerdict judge(const Story &story, const Habits &habits, const RuleOptions &rules);

} // namespace Drafting
