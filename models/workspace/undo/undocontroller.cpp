// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/undo/undocontroller.h"

#include "workspace/repositorycontroller.h"

UndoController::UndoController(RepositoryController &repository)
    : m_repository(repository)
    , m_openedAt(QDateTime::currentDateTimeUtc()) // as the records: a clock of a test is none of theirs
    , m_read(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::opened, this,
            [this] { hasRecords() ? refresh() : takeRead(Read()); });
    connect(&repository, &RepositoryController::trustChanged, this, [this] {
        if (state() != PageState::Loading && hasRecords())
            refresh(); // old ones may be removed by now
        tell();
    });
    connect(&repository, &RepositoryController::infoChanged, this, &UndoController::tell);
    connect(&repository, &RepositoryController::repositoryChanged, this, &UndoController::takeChanges);
}

// To read them is to go through all refs once more, just when the first page is waited for.
bool UndoController::hasRecords() const
{
    return !m_records.isEmpty() || std::ranges::any_of(m_repository.refs().all, [](const Git::Ref &ref) {
        return ref.name.startsWith("refs/plumbline/undo/");
    });
}

// A record is written before what it undoes is done; whoever does that tells of changes afterwards.
void UndoController::takeChanges(RepositoryChanges what)
{
    m_isDue = m_isDue || what.testFlag(RepositoryChange::Refs);
    if (m_isDue && !m_repository.writes().isBusy())
        refresh();
}

void UndoController::refresh()
{
    m_isDue = false;
    const QDateTime now = m_repository.services().clock->now();
    const bool prunes = m_repository.canWrite() && (!m_prunedAt.isValid() || m_prunedAt.addDays(1) <= now);
    auto work = [where = m_repository.location(), now, prunes](const CancelToken &) -> Result<Read> {
        auto records = Git::readUndoRecords(where);
        auto outdated =
            records && prunes ? Git::readOutdatedUndoRecords(where, now) : Result<QList<Git::UndoRecord>>();
        if (!records || !outdated)
            return std::unexpected(records ? outdated.error() : records.error());
        return Read{*std::move(records), *std::move(outdated)};
    };
    m_read.start(std::move(work), [this, now, prunes](Result<Read> read) {
        if (prunes && read)
            m_prunedAt = now;
        takeRead(std::move(read));
        Q_EMIT busyChanged();
    });
    Q_EMIT busyChanged();
}

void UndoController::takeRead(Result<Read> read)
{
    if (!read) {
        setFailed(read.error());
        return;
    }
    m_records = std::move(read->records);
    tell();
    removeOutdated(read->outdated);
}

void UndoController::removeOutdated(const QList<Git::UndoRecord> &outdated)
{
    if (outdated.isEmpty())
        return;
    m_repository.writes().add<void>(
        this,
        [git = m_repository.program(), outdated](const CancelToken &cancel) {
            return Git::removeUndoRecords(git, outdated, cancel);
        },
        [this](const Result<void> &removed) {
            if (removed) // else tomorrow
                m_repository.note(RepositoryChange::Refs);
        });
}

void UndoController::tell()
{
    if (m_records.isEmpty() && !m_read.isRunning())
        setEmpty();
    else if (!m_records.isEmpty())
        setReady();
    Q_EMIT recordsChanged();
}

void UndoController::note(const Git::UndoRecord &record)
{
    forget(record.ref);
    m_records.prepend(record);
    if (m_read.isRunning())
        refresh(); // what is being read may be from before
    tell();
}

const Git::UndoRecord *UndoController::last() const
{
    if (!m_repository.canWrite())
        return nullptr;
    const auto isFree = [this](const Git::UndoRecord &record) {
        return record.obstacle.isEmpty() && !m_pending.contains(record.ref) && !m_spent.contains(record.ref);
    };
    auto found = std::ranges::find_if(m_records, [&](const Git::UndoRecord &record) {
        return isFree(record) && !m_failed.contains(record.ref);
    });
    if (found == m_records.end())
        found = std::ranges::find_if(m_records, isFree);
    return found == m_records.end() ? nullptr : &*found;
}

bool UndoController::isRecent() const
{
    const Git::UndoRecord *record = last();
    return record && record->when >= m_openedAt.addSecs(-1); // records know whole seconds
}

// What failed before is tried again: the user may have made way for it.
UndoController::Taken UndoController::takeNewest(const Git::Program &git, const Git::UndoRecord &expected,
                                                 const QSet<QByteArray> &skipped,
                                                 const QSet<QByteArray> &failed, Git::UndoExtent extent,
                                                 const CancelToken &cancel)
{
    const auto records = Git::readUndoRecords(git.location());
    if (!records)
        return {expected, {}, std::unexpected(records.error())};
    std::optional<Taken> again;
    QList<Git::UndoRecord> passedOver;
    for (Git::UndoRecord record : *records) {
        if (skipped.contains(record.ref))
            continue;
        if (record.obstacle.isEmpty()) {
            auto end = Git::undo(git, record, extent, cancel);
            const bool hasFailedAgain =
                !end && failed.contains(record.ref) && end.error().kind != ErrorKind::Cancelled;
            if (!hasFailedAgain)
                return {record, passedOver, std::move(end)};
            if (!again)
                again = Taken{record, {}, std::move(end)};
            record.obstacle = tr("something stands in its way");
        }
        passedOver += record;
    }
    return again ? *again : Taken{expected, {}, Git::undo(git, expected, extent, cancel)};
}

void UndoController::undoLast(Git::UndoExtent extent)
{
    const Git::UndoRecord *candidate = last();
    if (!candidate) {
        if (!isRunning())
            Q_EMIT refused();
        return;
    }
    const Git::UndoRecord record = *candidate; // the list may change
    const QSet<QByteArray> skipped = m_pending + m_spent;
    setPending(record.ref, true);
    m_repository.writes().add<Taken>(
        this,
        [git = m_repository.program(), record, skipped, failed = m_failed, extent](const CancelToken &cancel)
            -> Result<Taken> { return takeNewest(git, record, skipped, failed, extent, cancel); },
        [this, ref = record.ref](const Result<Taken> &taken) { finish(ref, taken, true); });
}

void UndoController::undo(const Git::UndoRecord &asked, Git::UndoExtent extent)
{
    if (m_pending.contains(asked.ref))
        return;
    const Git::UndoRecord record = asked; // the list may change
    setPending(record.ref, true);
    m_repository.writes().add<Taken>(
        this,
        [git = m_repository.program(), record, extent](const CancelToken &cancel) -> Result<Taken> {
            return Taken{record, {}, Git::undo(git, record, extent, cancel)};
        },
        [this, ref = record.ref](const Result<Taken> &taken) { finish(ref, taken, false); });
}

void UndoController::finish(const QByteArray &expected, const Result<Taken> &taken, bool isLast)
{
    if (taken && taken->end && *taken->end == Git::UndoEnd::Whole)
        forget(taken->record.ref);
    else if (taken && taken->end)
        m_spent.insert(taken->record.ref);
    const bool hasFailed = taken && !taken->end && taken->end.error().kind != ErrorKind::Cancelled;
    if (taken && taken->end)
        m_failed.remove(taken->record.ref);
    else if (hasFailed && isLast)
        m_failed.insert(taken->record.ref);
    setPending(expected, false);
    if (hasFailed)
        Q_EMIT failed(taken->record, isLast ? withNext(taken->end.error()) : taken->end.error());
    else if (taken && taken->end)
        Q_EMIT undone(taken->record, *taken->end, taken->passedOver);
    m_repository.note(kEverything);
}

// What stands in the way of one must not block the key.
Error UndoController::withNext(Error error) const
{
    const Git::UndoRecord *next = last();
    if (!next || m_failed.contains(next->ref))
        return error;
    //: %1: such as "Discarded web.yaml"
    const QString way = tr("Undo once more to take back “%1” instead.").arg(next->meaning);
    error.hint = error.hint.isEmpty() ? way : QStringList{error.hint, way}.join(u' ');
    return error;
}

QString UndoController::told(const Git::UndoRecord &record, const QList<Git::UndoRecord> &passedOver)
{
    if (passedOver.isEmpty())
        //: %1: such as "Discarded web.yaml"
        return tr("Undone: %1").arg(record.meaning);
    const Git::UndoRecord &newest = passedOver.first();
    //: %1, %2: such as "Discarded web.yaml"; %3: such as "main has moved on since"
    return tr("Undone: %1. Passed over %n, the newest: %2, as %3", nullptr,
              static_cast<int>(passedOver.size()))
        .arg(record.meaning, newest.meaning, newest.obstacle);
}

void UndoController::remove(const Git::UndoRecord &asked)
{
    if (m_pending.contains(asked.ref))
        return;
    const Git::UndoRecord record = asked;
    setPending(record.ref, true);
    m_repository.writes().add<void>(
        this,
        [git = m_repository.program(), record](const CancelToken &cancel) {
            return Git::removeUndoRecords(git, {record}, cancel);
        },
        [this, record](const Result<void> &removed) {
            if (removed)
                forget(record.ref);
            setPending(record.ref, false);
            if (!removed && removed.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(record, removed.error());
            m_repository.note(RepositoryChange::Refs);
        });
}

void UndoController::setPending(const QByteArray &ref, bool isPending)
{
    const bool wasRunning = isRunning();
    if (isPending)
        m_pending.insert(ref);
    else
        m_pending.remove(ref);
    tell();
    if (wasRunning != isRunning()) {
        Q_EMIT runningChanged();
        Q_EMIT busyChanged();
    }
}

void UndoController::forget(const QByteArray &ref)
{
    m_records.removeIf([&](const Git::UndoRecord &record) { return record.ref == ref; });
    if (m_read.isRunning())
        refresh(); // what is being read may still have it
}
