// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/driftcontroller.h"

#include "base/text.h"
#include "drift/detect.h"
#include "drift/recorded.h"
#include "environments/catalogue.h"

using namespace Qt::StringLiterals;

namespace {

Error gone(const QByteArray &environment)
{
    return {ErrorKind::NotFound,
            DriftController::tr("There is no environment %1 any more.").arg(displayText(environment)),
            {},
            {}};
}

/// Everything a worker needs, as values.
struct Job
{
    Git::RepoLocation where;
    Git::ObjectId head;
    const ProcessRunner *runner = nullptr;

    Drift::Source source() const
    {
        const bool isTrusted = where.trust == Git::Trust::Trusted;
        return {.where = where,
                .commit = head,
                .runner = isTrusted ? runner : nullptr,
                .kustomize = isTrusted ? findProgram(u"kustomize"_s) : QString()};
    }

    /// Against the recorded snapshot unless something else was asked for.
    void compare(DriftResult &result, const Environments::Catalogue &catalogue,
                 const CancelToken &cancel) const
    {
        if (result.snapshot.isEmpty() && result.against.isEmpty()) {
            if (auto recorded = Drift::recordedSnapshot(where, result.environment))
                result.snapshot = std::move(*recorded);
            else if (recorded.error().kind != ErrorKind::NotFound)
                result.error = recorded.error();
        }
        const auto side = Drift::sideOf(catalogue, result.environment);
        if (!side) {
            result.error = gone(result.environment);
            return;
        }
        Result<Drift::Report> report = std::unexpected(Error{ErrorKind::Cancelled, {}, {}, {}});
        if (!result.against.isEmpty()) {
            const auto other = Drift::sideOf(catalogue, result.against);
            if (!other) {
                result.error = gone(result.against);
                return;
            }
            report = Drift::detectBetween(source(), *side, *other, {}, cancel);
            DriftResult live{.environment = result.environment};
            compare(live, catalogue, cancel);
            result.recorded = std::move(live.report);
        } else if (!result.snapshot.isEmpty()) {
            report = Drift::detectAgainstSnapshot(source(), *side, result.snapshot, {}, cancel);
        } else {
            return;
        }
        if (report)
            result.report = std::move(*report);
        else
            result.error = report.error();
    }
};

} // namespace

DriftController::DriftController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_all(this, repository.services().longReads)
    , m_one(this, repository.services().longReads)
    , m_look(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (m_repository.refs().head.target != m_head || state() == PageState::Loading)
            refresh();
    });
    connect(&repository, &RepositoryController::trustChanged, this, &DriftController::refresh);
    connect(&repository, &RepositoryController::repositoryChanged, this, [this](RepositoryChanges what) {
        if (what.testFlag(RepositoryChange::WorkTree))
            lookAtSnapshots();
    });
    if (repository.state() == PageState::Ready)
        refresh();
}

void DriftController::refresh()
{
    m_head = m_repository.refs().head.target;
    if (m_head.isNull()) {
        m_all.cancel();
        m_one.cancel();
        m_look.cancel();
        const auto problem = m_repository.headProblem();
        problem ? setFailed(*problem) : setEmpty();
        return;
    }
    setLoading();
    m_isDue = false;
    m_one.cancel();
    m_look.cancel();
    const Job job{m_repository.location(), m_head, m_repository.services().runner};
    m_all.start(
        [job, choices = m_choices, files = chosenFiles()](const CancelToken &cancel) -> Result<Compared> {
            const size_t print = Drift::readSnapshotPrint(job.where, files);
            const auto catalogue = Environments::readCatalogue(job.where, job.head, cancel);
            if (!catalogue)
                return std::unexpected(catalogue.error());
            QList<DriftResult> results;
            for (const Environments::Environment &environment : catalogue->environments) {
                if (cancel.isCancelled())
                    return failCancelled();
                const Choice choice = choices.value(environment.name);
                DriftResult result{.environment = environment.name,
                                   .snapshot = choice.snapshot,
                                   .isChosenFile = !choice.snapshot.isEmpty(),
                                   .against = choice.against};
                job.compare(result, *catalogue, cancel);
                results += std::move(result);
            }
            return Compared{std::move(results), print};
        },
        [this](Result<Compared> compared) {
            m_print = compared ? compared->print : 0;
            if (std::exchange(m_isDue, false))
                lookAtSnapshots();
            if (compared)
                take(std::move(compared->results));
            else
                setFailed(compared.error());
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

QStringList DriftController::chosenFiles() const
{
    QStringList files;
    for (const Choice &choice : m_choices)
        if (!choice.snapshot.isEmpty())
            files += choice.snapshot;
    return files;
}

// Comparing renders every environment: not for any file of the work tree that was saved.
void DriftController::lookAtSnapshots()
{
    if (m_all.isRunning()) {
        m_isDue = true;
        return;
    }
    if (m_head.isNull())
        return;
    m_look.start(
        [where = m_repository.location(), files = chosenFiles()](const CancelToken &) -> Result<size_t> {
            return Drift::readSnapshotPrint(where, files);
        },
        [this](const Result<size_t> &print) {
            if (print && *print != m_print)
                refresh();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

// Stays on the chosen environment; without one takes the first that was compared, else the first.
void DriftController::take(QList<DriftResult> results)
{
    const QByteArray name = m_current < 0 ? QByteArray() : m_results[m_current].environment;
    m_results = std::move(results);
    auto best = std::ranges::find(m_results, name, &DriftResult::environment);
    if (best == m_results.end())
        best = std::ranges::find_if(m_results,
                                    [](const DriftResult &result) { return result.report.has_value(); });
    if (best == m_results.end())
        best = m_results.begin();
    m_current = m_results.isEmpty() ? -1 : static_cast<int>(best - m_results.begin());
    m_results.isEmpty() ? setEmpty() : setReady();
    Q_EMIT resultsChanged();
    showCurrent();
}

void DriftController::select(int index)
{
    if (index == m_current || index < 0 || index >= m_results.size())
        return;
    m_current = index;
    showCurrent();
}

void DriftController::showCurrent()
{
    const DriftResult *result = currentResult();
    m_findings.setReport(result && result->report ? *result->report : Drift::Report());
    Q_EMIT currentChanged();
}

void DriftController::compareWithSnapshot(const QString &file)
{
    rerun({.snapshot = file});
}

void DriftController::compareWithEnvironment(const QByteArray &name)
{
    rerun({.against = name});
}

void DriftController::rerun(const Choice &choice)
{
    if (m_current < 0)
        return;
    const QByteArray environment = m_results[m_current].environment;
    const QStringList filesBefore = chosenFiles();
    m_choices.insert(environment, choice);
    const Job job{m_repository.location(), m_head, m_repository.services().runner};
    const DriftResult wanted{.environment = environment,
                             .snapshot = choice.snapshot,
                             .isChosenFile = !choice.snapshot.isEmpty(),
                             .against = choice.against};
    m_one.start(
        [job, wanted, filesBefore, files = chosenFiles()](const CancelToken &cancel) -> Result<Again> {
            Again again{.result = wanted,
                        .before = Drift::readSnapshotPrint(job.where, filesBefore),
                        .print = Drift::readSnapshotPrint(job.where, files)};
            const auto catalogue = Environments::readCatalogue(job.where, job.head, cancel);
            if (!catalogue)
                return std::unexpected(catalogue.error());
            job.compare(again.result, *catalogue, cancel);
            return again;
        },
        [this, environment](Result<Again> again) { takeAgain(environment, std::move(again)); });
    Q_EMIT busyChanged();
}

void DriftController::takeAgain(const QByteArray &environment, Result<Again> again)
{
    if (again && again->before == m_print)
        m_print = again->print; // else a snapshot changed as well, which the next look tells
    for (DriftResult &each : m_results) {
        if (each.environment != environment)
            continue;
        if (again)
            each = std::move(again->result);
        else if (again.error().kind != ErrorKind::Cancelled)
            each.error = again.error();
    }
    Q_EMIT resultsChanged();
    showCurrent();
    Q_EMIT busyChanged();
}
