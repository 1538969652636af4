// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/sequenceend.h"

namespace Git {

/// Forgets an operation whose notes cannot be read, so that git, too, might wait for ever or be led astray by
/// them: they are moved aside, unread, into a folder of their own below plumbline-forgotten in the Git
/// folder. Branch, index and files stay as they are, and what git had stashed for it becomes an entry of the
/// stash. Invalid: there are no notes of that kind. Blocking; trusted repositories only.
Result<SequenceEnd> setNotesAside(const Program &git, Operation kind);

} // namespace Git
