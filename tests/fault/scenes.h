// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/repobuilder.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace FaultTest {

constexpr int kNever = std::numeric_limits<int>::max();

/// How many of an operation's calls are made to fail by each fault: all of them where work is staged,
/// committed, discarded, stashed or rebased, of the others some unless PLUMBLINE_ALL_FAULTS is set.
inline int mostOf([[maybe_unused]] const QByteArray &operation)
{
    if (qEnvironmentVariableIsSet("PLUMBLINE_ALL_FAULTS"))
        return kNever;
#if defined(__SANITIZE_ADDRESS__)
    return 1;
#else
    const QList<QByteArray> whole{"stage", "stage-lines", "commit", "discard", "stash", "rebase"};
    return whole.contains(operation) ? kNever : 10;
#endif
}

/// Which of the calls are made to fail: all, or some from the first to the last.
inline QList<int> chosenOf(int calls, int most)
{
    most = std::min(calls, most);
    QList<int> chosen;
    for (int at = 0; at < most; ++at)
        chosen += 1 + (most > 1 ? at * (calls - 1) / (most - 1) : calls / 2);
    return chosen;
}

inline QByteArray linesOf(const QByteArray &first, const QByteArray &last)
{
    QByteArray content = first + '\n';
    for (int at = 0; at < 20; ++at)
        content += "line " + QByteArray::number(at) + '\n';
    return content + last + '\n';
}

/// Partly staged, modified, deleted, executable and untracked files on a branch of two commits.
inline void makeDirty(Tests::RepoBuilder &repo)
{
    repo.write("web.yaml", linesOf("replicas: 1", "end: 1"))
        .write("both", "committed\n")
        .write("run", "#!/bin/sh\n", 0755)
        .write("gone", "to be deleted\n")
        .commit("First");
    repo.write("both", "staged only\n").stage({"both"});
    repo.write("both", "in the work tree only\n")
        .write("web.yaml", linesOf("replicas: 3", "end: 2"))
        .write("run", "#!/bin/sh\nexit 1\n", 0755)
        .remove("gone")
        .write("new/file", "untracked\n");
}

/// Two commits to be made anew, and a file that nobody committed.
inline void makeBranches(Tests::RepoBuilder &repo)
{
    repo.write("a", "a\n").write("web.yaml", linesOf("replicas: 1", "end: 1")).commit("Base");
    repo.branch("topic").write("a", "of main\n").commit("On main");
    repo.checkout("topic").write("web.yaml", linesOf("replicas: 2", "end: 1")).commit("One");
    repo.write("b", "b\n").commit("Two");
    repo.write("notes", "untracked\n");
}

/// What the driver is told, by operation.
inline QHash<QByteArray, QList<QByteArray>> scenes()
{
    return {
        {"stage", {"stage", "web.yaml", "both", "gone", "new/"}},
        {"unstage", {"unstage", "both"}},
        {"unstage-unknown", {"unstage", "both", "new/file"}}, // which neither HEAD nor the index has
        {"stage-lines", {"stage-lines", "web.yaml"}},
        {"commit", {"commit", "A message\n\nwith a body"}},
        {"amend", {"amend", "Another message"}},
        {"discard", {"discard", "web.yaml", "run", "gone", "new/"}},
        {"discard-lines", {"discard-lines", "web.yaml"}},
        {"stash", {"stash", "Put away"}},
        {"reset", {"reset", "HEAD^{commit}"}},
        {"rebase", {"rebase", "main"}},
        {"undo", {"undo"}},
    };
}

} // namespace FaultTest
