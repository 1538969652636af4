// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Ai {

/// The translation context of what this folder says to people.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Ai)
};

} // namespace Ai
