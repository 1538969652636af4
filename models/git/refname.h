// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Git {

// Folders of refs, with their last slash.
inline const QByteArray kBranches("refs/heads/"), kRemotes("refs/remotes/"), kTags("refs/tags/");

/// Why git takes no branch or tag of this short name ("topic/x"), as one sentence; empty when it does. The
/// rules are those of git-check-ref-format(1) and, beyond them, what `git branch` and `git tag` refuse: a
/// leading '-' and the name HEAD; and what no argument can carry: names that are not UTF-8. Pure, O(name).
QString refNameProblem(const QByteArray &name);

} // namespace Git
