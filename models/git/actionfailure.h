// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace Git {

/// What git refused, under our sentence and with its own words as detail. Conflict when it names changes of
/// the user or an operation in progress as the reason.
std::unexpected<Error> failAction(Error error, const QString &sentence);

} // namespace Git
