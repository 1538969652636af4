// SPDX-License-Identifier: GPL-3.0-or-later
// The graph file of a CommitStore.
#include "git/commitstore.h"

#include "base/text.h"
#include "git/commitcache.h"
#include "git/commitgraph.h"
#include "git/commitoverrides.h"
#include "git/text.h"

#include <QFile>

#include <mutex>

namespace Git {

namespace {

QString wayOutOfDamage()
{
    return Text::tr(
        "“git commit-graph verify” tells more, “git commit-graph write --reachable” makes it anew.");
}

} // namespace

void CommitStore::openGraph(const CommitStoreOptions &options, const CancelToken &cancel)
{
    const QByteArray overrides = m_overrides->print();
    if (!options.cacheFolder.isEmpty())
        m_cacheFile = commitCacheFile(options.cacheFolder, m_where, overrides);
    OpenedGraph opened;
    if (!overrides.isEmpty())
        opened.graph = openKeptGraph(m_cacheFile, options.damagedGraphs, cancel);
    m_isGraphOverridden = opened.graph != nullptr;
    if (!opened.graph)
        opened = openNewestGraph(m_where, m_cacheFile, options.damagedGraphs, cancel);
    m_graph = std::move(opened.graph);
    m_graphCount = m_graph ? m_graph->count() : 0;
    for (const QString &problem : std::as_const(opened.problems))
        addProblem(problem);
    m_leftOut = std::move(opened.damaged);
    for (auto file = m_leftOut.keyBegin(); file != m_leftOut.keyEnd(); ++file) {
        const QString sentence =
            Text::tr("Git's commit graph in %1 is damaged and was not used.").arg(displayPath(*file));
        addProblem(QString(sentence + u' ' + wayOutOfDamage()));
    }
}

Result<void> CommitStore::verifyGraph(const CancelToken &cancel)
{
    const std::lock_guard verifying(m_verifying);
    if (m_verified || !m_graph)
        return m_verified.value_or(Result<void>());
    auto verified = m_graph->verifyChecksums(cancel);
    if (!verified && verified.error().kind == ErrorKind::Cancelled)
        return verified;
    m_verified = verified;
    if (verified)
        return verified;
    const bool isOurs = m_graph->files() == QList<QByteArray>{m_cacheFile};
    if (isOurs)
        QFile::remove(QFile::decodeName(m_cacheFile));
    m_isGraphDamaged = true;
    const std::lock_guard lock(m_guard);
    const QString way = isOurs ? Text::tr("It was deleted and is made anew.") : wayOutOfDamage();
    addProblem(QString(verified.error().message + u' ' +
                       Text::tr("Commits may be missing here, or be shown with other parents.") + u' ' +
                       way));
    return verified;
}

QHash<QByteArray, QByteArray> CommitStore::damagedGraphs() const
{
    auto files = m_leftOut;
    if (m_isGraphDamaged)
        files.insert(m_graph->stamps());
    return files;
}

} // namespace Git
