// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"
#include "drift/judge.h"
#include "environments/types.h"

namespace Drift {

/// Where the desired objects are read from and with what.
struct RenderRequest
{
    Git::RepoLocation where;
    Git::ObjectId commit; ///< null: the files of the work tree that Git knows
    QList<Environments::Member> members;
    const ProcessRunner *runner = nullptr; ///< null: starts nothing
    QString kustomize; ///< absolute path, see findProgram(); run only in a trusted location's work tree
};

/// The objects of an environment's members. Kustomizations by the kustomize program when it may run, else by
/// readOverlay(); manifests as they are; charts are not rendered and are a problem; Terraform and value files
/// describe no objects and are left out. What could not be made is a problem, never left out in silence.
/// Cancelled, or an error when the repository cannot be read.
Result<Rendered> render(const RenderRequest &request, const CancelToken &cancel);

/// True for members that stand for Kubernetes objects, rendered or not.
bool describesObjects(const Environments::Member &member);

} // namespace Drift
