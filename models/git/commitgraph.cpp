// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraph.h"

#include "base/text.h"
#include "git/alternates.h"
#include "git/commitgraphchain.h"
#include "git/commitgraphcheck.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <QCryptographicHash>

#include <unordered_set>

namespace Git {

namespace {

constexpr qsizetype kFewParents = 16; ///< so few that looking through them is faster than a set

void removeRepeated(ParentPositions &parents)
{
    std::unordered_set<CommitPosition> seen;
    const bool areFew = parents.size() <= kFewParents;
    auto end = parents.begin();
    for (const CommitPosition parent : parents) {
        const bool isNew =
            areFew ? std::find(parents.begin(), end, parent) == end : seen.insert(parent).second;
        if (isNew)
            *end++ = parent;
    }
    parents.resize(end - parents.begin());
}

Result<void> verifyChecksum(const CommitGraphFile &graph, int hashSize, const CancelToken &cancel)
{
    const RegularFile &file = graph.source();
    QCryptographicHash hash(hashSize == 20 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256);
    QByteArray piece(4 * 1024 * 1024, Qt::Uninitialized);
    const qint64 end = std::max<qint64>(file.size() - hashSize, 0);
    for (qint64 at = 0; at < end; at += piece.size()) {
        piece.resize(std::min<qint64>(piece.size(), end - at));
        const std::span bytes(reinterpret_cast<uchar *>(piece.data()), static_cast<size_t>(piece.size()));
        if (auto read = file.read(at, bytes, cancel); !read)
            return read;
        hash.addData(piece);
    }
    if (hash.result() == graph.checksum())
        return {};
    return fail(ErrorKind::Invalid, Text::tr("The checksum of %1 is wrong.").arg(displayPath(graph.path())));
}

} // namespace

CommitGraph::~CommitGraph() = default;

Result<std::shared_ptr<const CommitGraph>> CommitGraph::open(const QByteArray &objectsFolder, int hashSize,
                                                             const CancelToken &cancel)
{
    return CommitGraphChain(hashSize, cancel).fromFolders(objectFolders(objectsFolder));
}

Result<std::shared_ptr<const CommitGraph>> CommitGraph::openFile(const QByteArray &file, int hashSize,
                                                                 const CancelToken &cancel)
{
    return CommitGraphChain(hashSize, cancel).fromFile(file);
}

const CommitGraph::Layer &CommitGraph::layerOf(CommitPosition commit) const
{
    Q_ASSERT(commit < m_count);
    auto layer = m_layers.begin();
    while (commit - layer->first >= layer->file->count())
        ++layer;
    return *layer;
}

ObjectId CommitGraph::id(CommitPosition commit) const
{
    const Layer &layer = layerOf(commit);
    return ObjectId::fromRaw(layer.file->id(commit - layer.first), m_hashSize);
}

ObjectId CommitGraph::tree(CommitPosition commit) const
{
    const Layer &layer = layerOf(commit);
    return ObjectId::fromRaw(layer.file->tree(commit - layer.first), m_hashSize);
}

CommitPosition CommitGraph::find(const ObjectId &id) const
{
    if (id.size() != m_hashSize)
        return kNoCommit;
    for (const Layer &layer : m_layers) {
        const CommitPosition found = layer.file->find(id.raw());
        if (found != kNoCommit)
            return layer.first + found;
    }
    return kNoCommit;
}

void CommitGraph::parents(CommitPosition commit, ParentPositions &out) const
{
    const Layer &layer = layerOf(commit);
    out.clear();
    forEachParent(*layer.file, commit - layer.first, [&out](quint32 parent) {
        out.append(parent);
        return true;
    });
    if (out.size() > 1)
        removeRepeated(out);
}

void CommitGraph::prefetch(CommitPosition commit) const
{
    const Layer &layer = layerOf(commit);
    layer.file->prefetch(commit - layer.first);
}

quint64 CommitGraph::date(CommitPosition commit) const
{
    const Layer &layer = layerOf(commit);
    return layer.file->wideDate(commit - layer.first);
}

bool CommitGraph::hasChangedPaths() const
{
    return std::ranges::any_of(m_layers,
                               [](const Layer &layer) { return layer.file->changedPaths().areThere(); });
}

CommitGraph::PathChange CommitGraph::mayHaveChanged(CommitPosition commit, const ChangedPathKey &path) const
{
    const Layer &layer = layerOf(commit);
    return layer.file->changedPaths().mayHold(commit - layer.first, path) ? PathChange::Maybe
                                                                          : PathChange::No;
}

QList<QByteArray> CommitGraph::files() const
{
    QList<QByteArray> paths;
    for (const Layer &layer : m_layers)
        paths += layer.file->path();
    return paths;
}

QHash<QByteArray, QByteArray> CommitGraph::stamps() const
{
    QHash<QByteArray, QByteArray> stamps;
    for (const Layer &layer : m_layers)
        stamps.insert(layer.file->path(), layer.file->source().stamp());
    return stamps;
}

Result<void> CommitGraph::verifyChecksums(const CancelToken &cancel) const
{
    for (const Layer &layer : m_layers) {
        if (auto verified = verifyChecksum(*layer.file, m_hashSize, cancel); !verified)
            return verified;
    }
    return {};
}

} // namespace Git
