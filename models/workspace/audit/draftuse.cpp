// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/audit/draftuse.h"

#include "audit/actor.h"
#include "audit/format.h"
#include "drafting/draft.h"

using namespace Qt::StringLiterals;

namespace {

QString textDigest(const QString &text)
{
    return QString::fromLatin1(Audit::digestOf(text.toUtf8()));
}

QString stagedDigest(const Git::RepoLocation &where, const CancelToken &cancel)
{
    QList<Diff::FileDiff> files;
    for (const Drafting::Change &change :
         Drafting::readStagedChanges(where, cancel).value_or(QList<Drafting::Change>()))
        files += change.file;
    return files.isEmpty() ? QString() : QString::fromLatin1(Audit::digestOfFiles(files));
}

} // namespace

DraftUse::DraftUse(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_recorder(ActRecorder::of(repository.services()))
{}

void DraftUse::take(const Drafting::Draft &draft)
{
    const QString message = draft.message();
    if (!m_recorder.isKept()) {
        Q_EMIT taken(message);
        return;
    }
    Audit::Entry entry{.model = Audit::kOfflineModel,
                       .operation = u"generate_commit_message"_s,
                       .result = u"drafted"_s,
                       .confidence = draft.confidence,
                       .requestId = Audit::newRequestId(),
                       .repository = recordedPlace(m_repository.location()),
                       .outputDigest = textDigest(message),
                       .use = u"taken"_s,
                       .isOffline = true};
    m_acts.add<void>(
        this,
        [recorder = m_recorder, where = m_repository.location(), entry](const CancelToken &cancel) mutable {
            entry.inputDigest = stagedDigest(where, cancel);
            return recorder.record(entry);
        },
        [this, entry, message](const Result<void> &recorded) {
            if (recorded) {
                m_last = entry;
                m_message = message;
                Q_EMIT taken(message);
            } else if (recorded.error().kind != ErrorKind::Cancelled) {
                Q_EMIT failed(recorded.error());
            }
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void DraftUse::noteCommit(const QString &message)
{
    if (m_message.isEmpty())
        return;
    Audit::Entry entry = std::exchange(m_last, {});
    const QString draft = std::exchange(m_message, {});
    const double survival = Audit::survivalOf(draft, message);
    const bool isKept = message.trimmed() == draft.trimmed();
    entry.operation = u"use_draft"_s;
    entry.result = survival > 0 || isKept ? u"accepted"_s : u"replaced"_s;
    entry.use = isKept ? u"kept"_s : u"edited"_s;
    entry.survival = survival;
    entry.outputDigest = textDigest(message);
    m_acts.add<void>(
        this, [recorder = m_recorder, entry](const CancelToken &) { return recorder.record(entry); },
        [this](const Result<void> &recorded) {
            if (!recorded && recorded.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(recorded.error());
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}
