// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraph.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

// Any bytes as a commit-graph file: open() refuses them, or everything that can be asked of the graph stays
// inside and every walk to the parents ends. Run by libFuzzer, and by tst_commitgraphhostile without it.

namespace {

/// The name of a file in memory with these bytes.
QByteArray fileWith(const uchar *data, size_t size)
{
    static const int memory = ::memfd_create("commit-graph", MFD_CLOEXEC);
    if (::ftruncate(memory, 0) != 0 || ::pwrite(memory, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    return "/proc/self/fd/" + QByteArray::number(memory);
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void askEverything(const Git::CommitGraph &graph)
{
    const Git::ChangedPathKey path("some/folder/and a file");
    Git::ParentPositions parents;
    for (Git::CommitPosition commit = 0; commit < graph.count(); ++commit) {
        require(graph.find(graph.id(commit)) == commit);
        require(graph.tree(commit).size() == graph.hashSize());
        graph.date(commit);
        graph.mayHaveChanged(commit, path);
        graph.parents(commit, parents);
        for (const Git::CommitPosition parent : parents) {
            require(parent < graph.count());
            require(graph.generation(parent) < graph.generation(commit)); // so no commit is its own ancestor
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    const QByteArray file = fileWith(data, size);
    const int hashSize = size > 5 && data[5] == 2 ? 32 : 20;
    const auto graph = Git::CommitGraph::openFile(file, hashSize, {});
    if (graph)
        askEverything(**graph);
    else
        require(graph.error().kind == ErrorKind::Invalid);
    return graph ? 0 : -1;
}
