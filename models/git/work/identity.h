// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// Whom a commit that is made now would name as its committer. Invalid: Git knows no name or no address.
/// Blocking.
Result<Person> readIdentity(const Program &git, const CancelToken &cancel);

} // namespace Git
