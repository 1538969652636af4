// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "audit/types.h"

namespace Cli {

/// Records what a command did, with the time and the user, before its result is printed: what cannot be
/// recorded must not be. See Audit::append().
Result<void> recordAct(Audit::Entry entry, const Services &services);

/// Of what the rules drafted for a command that prints it.
Audit::Entry draftEntry(const QString &operation, const QString &said);

QString placeOf(const Git::RepositoryInfo &info); ///< for a record: of the work tree, or of a bare repository

} // namespace Cli
