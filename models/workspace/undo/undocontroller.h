// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "git/undo.h"
#include "workspace/pagestate.h"
#include "workspace/repositorychange.h"

#include <QSet>

class RepositoryController;

/// The ways back in one repository, whichever page, program or session made them: read when it is opened and
/// when its refs change. Those that are too old are removed once a day where Git may write. State: Loading
/// until read, Ready, Empty, or Failed. GUI thread only.
class UndoController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit UndoController(RepositoryController &repository);

    void refresh() override;
    bool isBusy() const override { return m_read.isRunning() || isRunning(); }

    const QList<Git::UndoRecord> &records() const { return m_records; } ///< newest first

    /// One that was just made, known before it is read. Its maker offers it.
    void note(const Git::UndoRecord &record);

    /// What undoLast() takes back: the newest without an obstacle that no undo is under way for, and not one
    /// of which only the files could be brought back and are. One that undoLast() failed at comes after all
    /// others here, but is tried once more before them. Null: nothing, or Git may not write.
    const Git::UndoRecord *last() const;
    bool isRecent() const; ///< last() was made since the repository was opened here

    /// Looks for the newest once more when its turn has come: a record may be there that was not read yet.
    void undoLast(Git::UndoExtent extent = Git::UndoExtent::Everything);
    void undo(const Git::UndoRecord &record, Git::UndoExtent extent = Git::UndoExtent::Everything);
    void remove(const Git::UndoRecord &record); ///< for good
    bool isRunning() const { return !m_pending.isEmpty(); }
    /// What is said of undone().
    static QString told(const Git::UndoRecord &record, const QList<Git::UndoRecord> &passedOver);
    bool isUnderWay(const QByteArray &ref) const { return m_pending.contains(ref); }

Q_SIGNALS:
    void recordsChanged(); ///< or what last() is
    void runningChanged();
    /// passedOver: newer ones that undoLast() did not take, each with its obstacle.
    void undone(const Git::UndoRecord &record, Git::UndoEnd end,
                const QList<Git::UndoRecord> &passedOver = {});
    void failed(const Git::UndoRecord &record, const Error &error); ///< it is there as before
    void refused(); ///< by undoLast(): there is nothing, or Git may not write

private:
    struct Read
    {
        QList<Git::UndoRecord> records, outdated;
    };
    /// What undoLast() came to.
    struct Taken
    {
        Git::UndoRecord record;
        QList<Git::UndoRecord> passedOver;
        Result<Git::UndoEnd> end;
    };
    static Taken takeNewest(const Git::Program &git, const Git::UndoRecord &expected,
                            const QSet<QByteArray> &skipped, const QSet<QByteArray> &failed,
                            Git::UndoExtent extent, const CancelToken &cancel);
    void finish(const QByteArray &expected, const Result<Taken> &taken, bool isLast);
    Error withNext(Error error) const;
    void takeChanges(RepositoryChanges what);
    bool hasRecords() const;
    void takeRead(Result<Read> read);
    void removeOutdated(const QList<Git::UndoRecord> &outdated);
    void setPending(const QByteArray &ref, bool isPending);
    void forget(const QByteArray &ref);
    void tell();

    RepositoryController &m_repository;
    QList<Git::UndoRecord> m_records;
    QSet<QByteArray> m_pending; ///< refs of those that are being undone or removed
    QSet<QByteArray> m_spent;   ///< of which all was brought back that can be
    QSet<QByteArray> m_failed;  ///< that undoLast() failed at
    QDateTime m_openedAt, m_prunedAt;
    bool m_isDue = false; ///< to be read when the write that runs has ended
    LatestTask<Read> m_read;
};
