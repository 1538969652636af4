// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes.h"

namespace Sample {

/// One staged change and the message a person would expect for it.
struct Example
{
    const char *name;
    QList<Drafting::Change> changes;
    QString header;
    QStringList alsoSays = {}; ///< in the body or the footers
    Drafting::DraftContext context = {};
    const char *notYet = nullptr; ///< why this version says something else
};

/// Applications on Kubernetes, charts, secrets.
QList<Example> clusterExamples();
/// Terraform, workflows, dependencies, documents, tests, moves.
QList<Example> repositoryExamples();

} // namespace Sample
