// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/context.h"
#include "git/cli.h"
#include "git/diff.h"

#include <QHash>

/// How somebody wants to see differences, beyond what is compared.
struct DiffChoice
{
    bool ignoresWhitespace = false;
    QHash<QByteArray, Diff::ContextChoice> contexts; ///< by path: what is to be seen beside the changes

    /// Asks for more of a file. The whole file is asked for once, and given up when asked for again.
    void widen(const QByteArray &path, const Diff::ContextChoice &more);
    bool operator==(const DiffChoice &) const = default;
};

/// As Git::readDiff(), with the lines that are wanted beside the changes. Each file with such a wish is read
/// once more, with all its lines. Blocking.
Result<QList<Diff::FileDiff>> readShownDiff(const Git::RepoLocation &where, Git::DiffRequest request,
                                            const DiffChoice &choice, const CancelToken &cancel);

/// The same where the request may be about what is not staged, which then is as Git::readWorkDiff() has it.
Result<QList<Diff::FileDiff>> readShownDiff(const Git::Program &git, Git::DiffRequest request,
                                            const DiffChoice &choice, const CancelToken &cancel);
