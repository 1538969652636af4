// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Policy {

/// The translation context of what this folder says to people.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

} // namespace Policy
