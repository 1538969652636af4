// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"
#include "environments/files.h"

namespace Environments {

struct Discovery
{
    QList<Environment> environments; ///< by rank, then name
    QList<Member> members;           ///< by environment, then path
    QList<Problem> problems;
};

/// Finds the environments a repository describes by the names of its folders and files: places that are equal
/// but for a word like staging, with at least two members of different rank, that hold something deployable.
/// Shared parts (Kustomize components, bases) are none. Ordinary repositories give nothing. Reads only
/// candidates.
Result<Discovery> discover(Files &files, const CancelToken &cancel);

} // namespace Environments
