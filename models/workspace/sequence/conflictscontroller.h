// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/operation.h"
#include "git/sequence/resolve.h"
#include "items/fileitems.h"
#include "workspace/repositorycontroller.h"
#include "workspace/sequence/conflictdraft.h"

/// One file in conflict, as it is to be shown.
struct ShownConflict
{
    Git::ConflictEntry entry;
    std::optional<QByteArray> base, ours, theirs; ///< texts of the sides; nothing: none, or no text
    std::optional<QByteArray> file;               ///< what stands in the work tree; nothing: no plain file
    std::optional<ConflictDraft> draft;           ///< of the file; nothing: its markers are not in order
    std::optional<TextForm> form;                 ///< nothing: the file cannot be edited here

    bool isText() const { return file && ours && theirs; } ///< both sides and the file have lines
    bool isSameAs(const ShownConflict &other) const { return entry == other.entry && file == other.file; }
};

/// The files in conflict and those that were resolved, one of them to be looked at, and what can be done with
/// them. Writes run on the repository's queue. State: Empty when nothing is or was in conflict. GUI thread
/// only.
class ConflictsController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit ConflictsController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override
    {
        return m_isDue || m_read.isRunning() || m_readOne.isRunning() || m_writes > 0;
    }

    FileItems &open() { return m_open; } ///< each with its kind as note
    FileItems &resolved() { return m_resolved; }
    const Git::ConflictEntry *entry(const QByteArray &path) const; ///< of those that are open
    const Git::OperationState &operation() const { return m_operation; }
    QString oursName() const;
    QString theirsName() const;

    void select(const QByteArray &path); ///< empty: none
    const QByteArray &path() const { return m_path; }
    const std::optional<ShownConflict> &shown() const { return m_shown; }
    const Error &shownError() const { return m_shownError; } ///< why it cannot be; empty: it can

    bool isWriting() const { return m_writes > 0; }
    void takeSide(const QList<QByteArray> &paths, Git::Side side);
    void takeBoth(const QList<QByteArray> &paths);
    /// Writes the file, if it is as it was read, and stages it when that is asked for and no marker is left.
    void save(const QByteArray &path, const QByteArray &content, const QByteArray &expected, bool resolves);
    void markResolved(const QList<QByteArray> &paths);
    void unresolve(const QList<QByteArray> &paths); ///< open ones, too: their markers are made anew

Q_SIGNALS:
    void listsChanged();
    void shownChanged(); ///< shown(), shownError()
    void writingChanged();
    void saved(const QByteArray &path, const QByteArray &content);
    void succeeded(const QString &message);
    void actionFailed(const Error &error);

private:
    struct Lists
    {
        Git::Conflicts conflicts;
        Git::OperationState operation;
    };
    struct Written
    {
        QList<Git::UndoRecord> undos; ///< of what was done before the problem, too
        std::optional<Error> problem;
    };
    using Step = std::function<Result<Git::UndoRecord>(const Git::Program &, const QList<QByteArray> &,
                                                       const CancelToken &)>;
    void take(const Lists &lists);
    void readShown();
    void writeAll(const QList<QByteArray> &paths, Step step, const QString &done);
    template<class Work, class Told> void write(Work work, Told told);

    RepositoryController &m_repository;
    FileItems m_open, m_resolved;
    QList<Git::ConflictEntry> m_entries;
    Git::OperationState m_operation;
    QByteArray m_path;
    std::optional<ShownConflict> m_shown;
    Error m_shownError;
    int m_writes = 0;
    bool m_isDue = false; // something changed while it was read
    LatestTask<Lists> m_read;
    LatestTask<ShownConflict> m_readOne;
};
