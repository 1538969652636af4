// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/driftcontroller.h"

#include "base/text.h"
#include "drift/detect.h"
#include "environments/catalogue.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

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

    QString recordedSnapshot(const QString &environment) const
    {
        for (const QString &suffix : {u".yaml"_s, u".json"_s}) {
            const QString file =
                QFile::decodeName(where.workTree) + u"/.plumbline/snapshots/"_s + environment + suffix;
            if (!where.isBare() && QFileInfo(file).isFile() && !QFileInfo(file).isSymLink())
                return file;
        }
        return {};
    }

    void compare(DriftResult &result, const Environments::Catalogue &catalogue,
                 const CancelToken &cancel) const
    {
        const auto side = Drift::sideOf(catalogue, result.environment.toUtf8());
        if (!side)
            return;
        Result<Drift::Report> report = std::unexpected(Error{ErrorKind::Cancelled, {}, {}, {}});
        if (!result.against.isEmpty()) {
            const auto other = Drift::sideOf(catalogue, result.against.toUtf8());
            if (!other)
                return;
            report = Drift::detectBetween(source(), *side, *other, {}, cancel);
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
    , m_all(this, repository.services().reads)
    , m_one(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (m_repository.refs().head.target != m_head)
            refresh();
    });
    connect(&repository, &RepositoryController::trustChanged, this, &DriftController::refresh);
    if (repository.state() == PageState::Ready)
        refresh();
}

void DriftController::refresh()
{
    m_head = m_repository.refs().head.target;
    if (m_head.isNull()) {
        setEmpty();
        return;
    }
    setLoading();
    m_one.cancel();
    const Job job{m_repository.location(), m_head, m_repository.services().runner};
    m_all.start(
        [job, chosen = m_chosenFiles](const CancelToken &cancel) -> Result<QList<DriftResult>> {
            const auto catalogue = Environments::readCatalogue(job.where, job.head, cancel);
            if (!catalogue)
                return std::unexpected(catalogue.error());
            QList<DriftResult> results;
            for (const Environments::Environment &environment : catalogue->environments) {
                if (cancel.isCancelled())
                    return failCancelled();
                DriftResult result{.environment = QString::fromUtf8(environment.name)};
                result.snapshot = chosen.value(result.environment, job.recordedSnapshot(result.environment));
                job.compare(result, *catalogue, cancel);
                results += std::move(result);
            }
            return results;
        },
        [this](Result<QList<DriftResult>> results) {
            if (!results) {
                setFailed(results.error());
            } else {
                const QString name = m_current < 0 ? QString() : m_results[m_current].environment;
                m_results = std::move(*results);
                m_current = -1;
                for (int at = 0; at < m_results.size(); ++at) {
                    const bool isBetter =
                        m_current < 0 || (m_results[at].report && !m_results[m_current].report);
                    if (m_results[at].environment == name || (name.isEmpty() && isBetter))
                        m_current = at;
                }
                m_results.isEmpty() ? setEmpty() : setReady();
                Q_EMIT resultsChanged();
                showCurrent();
            }
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
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
    if (m_current < 0)
        return;
    const QString environment = m_results[m_current].environment;
    if (file.isEmpty())
        m_chosenFiles.remove(environment);
    else
        m_chosenFiles.insert(environment, file);
    rerun(m_current, file, {});
}

void DriftController::compareWithEnvironment(const QString &name)
{
    if (m_current >= 0)
        rerun(m_current, {}, name);
}

void DriftController::rerun(int index, const QString &snapshot, const QString &against)
{
    const Job job{m_repository.location(), m_head, m_repository.services().runner};
    DriftResult wanted{.environment = m_results[index].environment, .snapshot = snapshot, .against = against};
    m_one.start(
        [job, wanted](const CancelToken &cancel) mutable -> Result<DriftResult> {
            const auto catalogue = Environments::readCatalogue(job.where, job.head, cancel);
            if (!catalogue)
                return std::unexpected(catalogue.error());
            if (wanted.snapshot.isEmpty() && wanted.against.isEmpty())
                wanted.snapshot = job.recordedSnapshot(wanted.environment);
            job.compare(wanted, *catalogue, cancel);
            return wanted;
        },
        [this, environment = wanted.environment](Result<DriftResult> result) {
            for (DriftResult &each : m_results) {
                if (each.environment != environment)
                    continue;
                if (result)
                    each = std::move(*result);
                else if (result.error().kind != ErrorKind::Cancelled)
                    each.error = result.error();
            }
            Q_EMIT resultsChanged();
            showCurrent();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}
