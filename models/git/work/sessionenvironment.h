// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

namespace Git {

/// What git gets, and hands on to hooks and filters: the session as we were started in it, so that they see
/// what they would see from a terminal of the user (NODE_ENV, VIRTUAL_ENV, GOPATH). Without
/// - what leads git elsewhere, speaks for its user or listens to it: all of GIT_* but GIT_LFS_*;
/// - folders of PATH that are not absolute, and what is loaded into every program;
/// - where we were, what asks in our place, and what is ours alone.
/// The language is C.UTF-8, because git's words are read; hooks get that as well.
QProcessEnvironment sessionEnvironment();

} // namespace Git
