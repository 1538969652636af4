// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitcache.h"

#include "git/commitgraph.h"
#include "git/commitgraphwrite.h"
#include "git/commitstore.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr int kHashSize = 20;
constexpr qsizetype kMostFiles = 20;
constexpr qsizetype kNameDigits = 40, kOverrideDigits = 16;
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
    quint64 date(CommitPosition commit) const override { return m_store.knownDate(commit); }
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

bool holdsAny(const GraphStamps &damaged, const CommitGraph &graph)
{
    const GraphStamps stamps = graph.stamps();
    for (auto file = stamps.cbegin(); file != stamps.cend(); ++file) {
        if (damaged.value(file.key()) == file.value())
            return true;
    }
    return false;
}

QByteArray repositoryPrint(const RepoLocation &where)
{
    return QCryptographicHash::hash(where.commonDir, QCryptographicHash::Sha256).toHex().first(kNameDigits);
}

void deleteOthers(const QFileInfo &kept)
{
    const QDir folder = kept.dir();
    const QString prefix = kept.fileName().first(kNameDigits);
    for (const QString &file : folder.entryList({prefix + u'*' + kSuffix}, QDir::Files)) {
        if (file != kept.fileName())
            QFile::remove(folder.filePath(file)); // of the same repository as it was once
    }
    const QStringList files = folder.entryList({u"*"_s + kSuffix}, QDir::Files, QDir::Time);
    for (const QString &file : files.sliced(std::min(files.size(), kMostFiles)))
        QFile::remove(folder.filePath(file));
}

} // namespace

QByteArray commitCacheFile(const QByteArray &folder, const RepoLocation &where, const QByteArray &overrides)
{
    QByteArray file = folder + '/' + repositoryPrint(where);
    if (!overrides.isEmpty())
        file += '-' + overrides.toHex().first(kOverrideDigits);
    return file + QByteArray(kSuffix.data(), kSuffix.size());
}

bool isAnyReplaced(const GraphStamps &files)
{
    for (auto known = files.cbegin(); known != files.cend(); ++known) {
        const auto file = RegularFile::open(known.key());
        if (!file || file->stamp() != known.value())
            return true;
    }
    return false;
}

std::shared_ptr<const CommitGraph> openKeptGraph(const QByteArray &cacheFile, const GraphStamps &damaged,
                                                 const CancelToken &cancel)
{
    if (cacheFile.isEmpty() || !QFileInfo::exists(QFile::decodeName(cacheFile)))
        return nullptr;
    auto kept = CommitGraph::openFile(cacheFile, kHashSize, cancel);
    if (kept && !holdsAny(damaged, **kept))
        return *kept;
    if (kept)
        return nullptr;
    if (kept.error().kind != ErrorKind::Cancelled)
        QFile::remove(QFile::decodeName(cacheFile)); // it is read from the repository again
    return nullptr;
}

OpenedGraph openNewestGraph(const RepoLocation &where, const QByteArray &cacheFile,
                            const GraphStamps &damaged, const CancelToken &cancel)
{
    OpenedGraph opened;
    auto own = CommitGraph::open(where.commonDir + "/objects", kHashSize, cancel);
    if (own)
        opened.graph = *own;
    else if (own.error().kind != ErrorKind::NotFound && own.error().kind != ErrorKind::Cancelled)
        opened.problems += own.error().message;
    if (opened.graph)
        opened.problems += opened.graph->problems();
    if (opened.graph && holdsAny(damaged, *opened.graph)) {
        opened.damaged = opened.graph->stamps();
        opened.graph.reset();
    }
    const QFileInfo cached(QFile::decodeName(cacheFile));
    if (cacheFile.isEmpty() || !cached.exists() ||
        (opened.graph && newestOf(opened.graph->files()) >= cached.lastModified()))
        return opened;
    if (auto kept = openKeptGraph(cacheFile, damaged, cancel))
        opened.graph = std::move(kept);
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
        deleteOthers(QFileInfo(QFile::decodeName(cacheFile)));
    return written;
}

} // namespace Git
