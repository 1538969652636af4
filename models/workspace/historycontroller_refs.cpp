// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/historycontroller.h"

#include "base/text.h"
#include "environments/catalogue.h"
#include "environments/history.h"
#include "git/linkedworktrees.h"
#include "git/refs.h"
#include "git/shallow.h"

#include <QSet>

namespace {

constexpr qsizetype kFewRefs = 1000;   // labelled at once: not worth a thread, and without flicker
constexpr int kDeploymentDepth = 5000; // commits looked back for the last change of an environment
constexpr int kFarthestChild = 2000;   // rows looked through for further children
constexpr auto kPatience = std::chrono::seconds(5); // with chips, before a page without them counts as whole
constexpr int kMostParents = 40;                    // offered to go to; more no one chooses from

// The newest change of each environment's versions. Nothing where none is described.
Result<QList<Deployment>> readDeployments(const Git::RepoLocation &where, const Git::ObjectId &head,
                                          const CancelToken &cancel)
{
    auto catalogue = Environments::readCatalogue(where, head, cancel);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    if (catalogue->cells.isEmpty())
        return {};
    catalogue =
        Environments::withHistory(where, std::move(*catalogue), {.commits = kDeploymentDepth}, cancel);
    if (!catalogue)
        return std::unexpected(catalogue.error());
    QList<Deployment> deployments;
    QSet<QByteArray> seen;
    for (const Environments::ChangeEvent &event : catalogue->events) { // newest first
        if (event.arrival.commit.isNull() || seen.contains(event.environment))
            continue;
        seen += event.environment;
        deployments += Deployment{displayPath(event.environment), event.arrival.commit};
    }
    return deployments;
}

} // namespace

// A ref that was shown alone and is no more would leave nothing to be seen. While refs cannot be read, nobody
// knows which are gone.
HistoryFilter HistoryController::withoutGoneRefs(HistoryFilter filter) const
{
    const Git::Refs &refs = m_repository.refs();
    if (filter.showsAllRefs() || m_repository.state() != PageState::Ready || !refs.problems.isEmpty())
        return filter;
    QSet<QByteArray> hidden, solo;
    for (const Git::Ref &ref : refs.all) {
        if (filter.hidden.contains(ref.name))
            hidden += ref.name;
        if (filter.solo.contains(ref.name))
            solo += ref.name;
    }
    filter.hidden = std::move(hidden);
    filter.solo = std::move(solo);
    return filter;
}

void HistoryController::labelRefs()
{
    const Git::Refs &refs = m_repository.refs();
    if (refs.all.size() <= kFewRefs) {
        m_commits.setLabels(labelsOf(refs, m_around));
        m_refItems.setEntries(entriesOf(refs, m_around.worktrees));
    } else if (m_logRows == 0 && m_load.isRunning()) {
        m_areLabelsDue = true; // the first rows are waited for more eagerly, and every core is theirs
        return;
    }
    m_areLabelsDue = false;
    m_labels.start(
        [where = m_repository.location(), refs, around = m_around](const CancelToken &) -> Result<Labelled> {
            Labelled made{.around = around};
            made.around.worktrees.clear();
            for (const Git::LinkedWorktree &tree : Git::readLinkedWorktrees(where))
                made.around.worktrees += OtherWorktree{tree.path, tree.branch, tree.target};
            made.around.cutOff = Git::readShallowCommits(where);
            made.labels = labelsOf(refs, made.around);
            made.entries = entriesOf(refs, made.around.worktrees);
            return made;
        },
        [this](Result<Labelled> made) {
            if (made) {
                made->around.deployments = m_around.deployments;
                m_around = std::move(made->around);
                m_commits.setLabels(std::move(made->labels));
                m_refItems.setEntries(std::move(made->entries));
                Q_EMIT surroundingsChanged();
            }
            Q_EMIT busyChanged();
        });
}

void HistoryController::labelIfDue()
{
    if (m_areLabelsDue)
        labelRefs();
}

// After everything else, and not again while HEAD stays and they are known.
void HistoryController::findDeployments()
{
    const Git::ObjectId head = m_repository.refs().head.target;
    const bool isRunning = m_deployments.isRunning() && head == m_deployingAt;
    if (head.isNull() || head == m_deployedAt || isRunning)
        return;
    m_deployingAt = head;
    m_deployments.start([where = m_repository.location(),
                         head](const CancelToken &cancel) { return readDeployments(where, head, cancel); },
                        [this, head](Result<QList<Deployment>> deployments) {
                            takeDeployments(head, std::move(deployments));
                        });
    m_patience.start(kPatience);
}

// Where they cannot be read none is shown: those of another HEAD may not be true any more.
void HistoryController::takeDeployments(const Git::ObjectId &head, Result<QList<Deployment>> deployments)
{
    m_patience.stop();
    if (deployments)
        m_deployedAt = head;
    auto now = deployments ? *std::move(deployments) : QList<Deployment>();
    if (now != m_around.deployments) {
        m_around.deployments = std::move(now);
        labelRefs();
    }
    Q_EMIT busyChanged();
}

QList<int> HistoryController::parentRows(int row) const
{
    QList<int> rows;
    for (const qsizetype parent : shownView().parentRows(logRow(row), kMostParents)) {
        if (const int shown = shownRow(parent); shown >= 0)
            rows += shown;
    }
    return rows;
}

QList<int> HistoryController::childRows(int row) const
{
    QList<int> rows;
    if (const int nearest = childRow(row); nearest >= 0)
        rows += nearest;
    const Git::ObjectId commit = idAt(row);
    for (int above = row - 1; above >= 0 && above > row - kFarthestChild; --above) {
        const History::Row *held = m_commits.at(above);
        if (held && held->commit.parents.contains(commit) && !rows.contains(above))
            rows += above;
    }
    return rows;
}

void HistoryController::resolve(const QString &revision)
{
    m_resolve.start([where = m_repository.location(), name = revision.trimmed().toUtf8()](
                        const CancelToken &) { return Git::resolveRevision(where, name); },
                    [this](Result<Git::ObjectId> commit) {
                        Q_EMIT resolved(commit.value_or(Git::ObjectId()), commit ? Error{} : commit.error());
                        Q_EMIT busyChanged();
                    });
    Q_EMIT busyChanged();
}
