// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// Something by which a repository can make Git start a program.
struct Executable
{
    QByteArray name;    ///< "core.fsmonitor", "hooks/pre-commit"
    QByteArray command; ///< as configured; of a hook its file and what that holds, as a digest
    bool isNew = false; ///< it was not there when the user trusted the repository

    /// What stands for it in a record: a digest, because commands may hold secrets.
    QByteArray print() const;
    bool operator==(const Executable &) const = default;
};

/// All that the repository's own configuration (with what that includes) and its hooks could have Git start,
/// sorted, hooks last. Settings of the user are not among them, nor are hooks that the user's own
/// core.hooksPath puts in place of the repository's. A file that is included counts as one, because what it
/// says may change. Runs nothing. Invalid or NotFound: the configuration cannot be read. Any thread; some
/// milliseconds.
Result<QList<Executable>> readExecutables(const RepoLocation &where);

/// Marks as new what is not among these prints. True when anything is.
bool markNew(QList<Executable> &executables, const QList<QByteArray> &known);

} // namespace Git
