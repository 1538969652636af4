// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"
#include "ui/widgets/statuschip.h"

/// How a verdict or a finding looks.
struct DriftStatus
{
    StatusShape shape = StatusShape::Question;
    Theme::Token token = Theme::Token::Unknown;
};

DriftStatus statusOf(Drift::Verdict verdict);
DriftStatus statusOf(Drift::FindingClass kind);
