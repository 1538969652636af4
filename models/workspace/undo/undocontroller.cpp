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
    const auto found = std::ranges::find_if(m_records, [this](const Git::UndoRecord &record) {
        return !m_pending.contains(record.ref) && !m_spent.contains(record.ref);
    });
    return found == m_records.end() ? nullptr : &*found;
}

bool UndoController::isRecent() const
{
    const Git::UndoRecord *record = last();
    return record && record->when >= m_openedAt.addSecs(-1); // records know whole seconds
}

void UndoController::undoLast(Git::UndoExtent extent)
{
    if (const Git::UndoRecord *record = last())
        undo(*record, extent);
    else if (!isRunning())
        Q_EMIT refused();
}

void UndoController::undo(const Git::UndoRecord &asked, Git::UndoExtent extent)
{
    if (m_pending.contains(asked.ref))
        return;
    const Git::UndoRecord record = asked; // the list may change
    setPending(record.ref, true);
    m_repository.writes().add<Git::UndoEnd>(
        this,
        [git = m_repository.program(), record, extent](const CancelToken &cancel) {
            return Git::undo(git, record, extent, cancel);
        },
        [this, record](const Result<Git::UndoEnd> &end) {
            if (end && *end == Git::UndoEnd::Whole)
                forget(record.ref);
            else if (end)
                m_spent.insert(record.ref);
            setPending(record.ref, false);
            if (end)
                Q_EMIT undone(record, *end);
            else if (end.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(record, end.error());
            m_repository.note(kEverything);
        });
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
