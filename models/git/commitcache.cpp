// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitcache.h"

#include "git/commitgraph.h"
#include "git/commitgraphwrite.h"
#include "git/commitstore.h"
#include "git/text.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr int kHashSize = 20;
constexpr qsizetype kMostFiles = 20;
constexpr QLatin1StringView kSuffix = ".commits"_L1;

class StoredCommits final : public CommitGraphInput
{
public:
    explicit StoredCommits(const CommitStore &store)
        : m_store(store)
    {}
    CommitPosition count() const override { return m_store.count(); }
    ObjectId id(CommitPosition commit) const override { return m_store.id(commit); }
    ObjectId tree(CommitPosition commit) const override { return m_store.tree(commit); }
    qint64 date(CommitPosition commit) const override { return m_store.knownDate(commit); }
    void parents(CommitPosition commit, ParentPositions &out) const override
    {
        m_store.knownParents(commit, out);
    }

private:
    const CommitStore &m_store;
};

QDateTime newestOf(const QList<QByteArray> &files)
{
    QDateTime newest;
    for (const QByteArray &file : files)
        newest = std::max(newest, QFileInfo(QFile::decodeName(file)).lastModified());
    return newest;
}

void deleteOldest(const QDir &folder)
{
    const QStringList files = folder.entryList({u"*"_s + kSuffix}, QDir::Files, QDir::Time);
    for (const QString &file : files.sliced(std::min(files.size(), kMostFiles)))
        QFile::remove(folder.filePath(file));
}

} // namespace

QByteArray commitCacheFile(const QByteArray &folder, const RepoLocation &where)
{
    return folder + '/' +
           QCryptographicHash::hash(where.commonDir, QCryptographicHash::Sha256).toHex().first(40) +
           QByteArray(kSuffix.data(), kSuffix.size());
}

OpenedGraph openNewestGraph(const RepoLocation &where, const QByteArray &cacheFile, const CancelToken &cancel)
{
    OpenedGraph opened;
    auto own = CommitGraph::open(where.commonDir + "/objects", kHashSize, cancel);
    if (own)
        opened.graph = *own;
    else if (own.error().kind != ErrorKind::NotFound && own.error().kind != ErrorKind::Cancelled)
        opened.problems += own.error().message;
    if (opened.graph)
        opened.problems += opened.graph->problems();
    const QFileInfo cached(QFile::decodeName(cacheFile));
    if (cacheFile.isEmpty() || !cached.exists() ||
        (opened.graph && newestOf(opened.graph->files()) >= cached.lastModified()))
        return opened;
    auto kept = CommitGraph::openFile(cacheFile, kHashSize, cancel);
    if (kept)
        opened.graph = *kept;
    else if (kept.error().kind != ErrorKind::Cancelled)
        QFile::remove(cached.filePath()); // it is read from the repository again
    return opened;
}

Result<void> writeCommitCache(const QByteArray &cacheFile, const CommitStore &store,
                              const CancelToken &cancel)
{
    const QDir folder = QFileInfo(QFile::decodeName(cacheFile)).dir();
    if (!folder.exists() && !QDir().mkpath(folder.path()))
        return fail(ErrorKind::Denied, Text::tr("The folder for kept histories cannot be made."));
    const auto written = writeCommitGraph(cacheFile, kHashSize, StoredCommits(store), cancel);
    if (written)
        deleteOldest(folder);
    return written;
}

} // namespace Git
