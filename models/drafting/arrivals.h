// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/survey.h"

namespace Drafting {

/// Applications, charts, modules and overlays that are all new or all gone. headPaths: every file before the
/// change; without it a component whose changed files all came (or went) counts as new (or gone).
QList<Arrival> findArrivals(const QList<const FileFacts *> &files, const QList<QByteArray> &headPaths);

} // namespace Drafting
