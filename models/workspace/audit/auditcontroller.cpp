// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/audit/auditcontroller.h"

#include "audit/trail.h"
#include "audit/words.h"
#include "workspace/audit/recordact.h"

#include <QSaveFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

Result<qsizetype> writeRecords(const QString &folder, const Audit::Filter &filter, const QString &path,
                               const CancelToken &cancel)
{
    auto found = Audit::readRecords(folder, filter, std::numeric_limits<qsizetype>::max(), cancel);
    if (!found)
        return std::unexpected(found.error());
    std::ranges::reverse(found->records);
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    const QByteArray content = isJson ? Audit::formatJson(found->records) : Audit::formatCsv(found->records);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(content) == content.size() && file.commit())
        return found->records.size();
    return fail(ErrorKind::External, AuditController::tr("%1 cannot be written").arg(path),
                file.errorString());
}

} // namespace

AuditController::AuditController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_folder(ActRecorder::of(repository.services()).folder)
    , m_read(this, repository.services().reads)
    , m_verify(this, repository.services().longReads)
    , m_export(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::refreshed, this, &AuditController::refresh);
    refresh();
}

void AuditController::refresh()
{
    if (m_folder.isEmpty()) {
        setFailed({.kind = ErrorKind::NotFound, .message = tr("No audit trail is kept here")});
        return;
    }
    read();
    verify();
}

Audit::Filter AuditController::filter() const
{
    Audit::Filter filter{.words = m_choice.words};
    if (!m_choice.isEverywhere)
        filter.repository = recordedPlace(m_repository.location());
    if (m_choice.days > 0)
        filter.since = m_repository.services().clock->now().addDays(-m_choice.days);
    return filter;
}

void AuditController::setChoice(const AuditChoice &choice)
{
    if (choice == m_choice || m_folder.isEmpty())
        return;
    m_choice = choice;
    read();
}

void AuditController::read()
{
    setLoading();
    m_read.start(
        [folder = m_folder, filter = filter()](const CancelToken &cancel) {
            return Audit::readRecords(folder, filter, kMostShown, cancel);
        },
        [this](Result<Audit::Records> found) {
            if (found) {
                m_found = *std::move(found);
                m_items.setRecords(m_found.records);
                m_found.records.isEmpty() ? setEmpty() : setReady();
            } else {
                setFailed(found.error());
            }
            Q_EMIT recordsChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void AuditController::verify()
{
    m_verify.start([folder = m_folder](const CancelToken &cancel) { return Audit::verify(folder, cancel); },
                   [this](Result<Audit::Verification> found) {
                       const bool isMissing = !found && found.error().kind == ErrorKind::NotFound;
                       m_verification = found ? std::optional(*found) : std::nullopt;
                       m_verifyProblem = found || isMissing ? QString() : found.error().message;
                       Q_EMIT verificationChanged();
                       Q_EMIT busyChanged();
                   });
    Q_EMIT busyChanged();
}

QString AuditController::verdict() const
{
    return m_verification ? Audit::verdictText(*m_verification) : m_verifyProblem;
}

QStringList AuditController::remarks() const
{
    return m_verification ? Audit::remarksOn(*m_verification) : QStringList();
}

void AuditController::exportTo(const QString &path)
{
    m_export.start([folder = m_folder, filter = filter(),
                    path](const CancelToken &cancel) { return writeRecords(folder, filter, path, cancel); },
                   [this, path](const Result<qsizetype> &count) {
                       if (count)
                           Q_EMIT exported(path, *count);
                       else
                           Q_EMIT exportFailed(count.error());
                       Q_EMIT busyChanged();
                   });
    Q_EMIT busyChanged();
}
