// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/types.h"
#include "base/result.h"
#include "workspace/services.h"

/// What the window does that is recorded, in the one place where it is: everything that drafts, scans or
/// calls a model does it through this.
struct ActRecorder
{
    QString folder; ///< of the trail; empty: nothing is kept, as with captures
    const Clock *clock = nullptr;

    static ActRecorder of(const WorkspaceServices &services);
    bool isKept() const { return !folder.isEmpty(); }

    /// Adds the time and the user. Blocking, for a worker; an error means that the act must not happen. See
    /// Audit::append().
    Result<void> record(Audit::Entry entry) const;
};

/// For a record: the path of the work tree, or of a bare repository.
QString recordedPlace(const Git::RepoLocation &where);
