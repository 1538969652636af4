// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "base/taskqueue.h"
#include "git/cli.h"
#include "git/linkedworktrees.h"
#include "git/refs.h"
#include "git/undo.h"
#include "git/work/executables.h"
#include "workspace/pagestate.h"
#include "workspace/repositorywatcher.h"
#include "workspace/services.h"

#include <memory>

class UndoController;

namespace History {
class Log;
}

/// One open repository: where it is, its refs, how far it is trusted, the queue of its writes, and the news
/// that it changed. Everything a page needs to know about the repository as such. GUI thread only. State:
/// Loading until opened, Ready, or Failed with the reason.
class RepositoryController final : public PageController
{
    Q_OBJECT

public:
    /// path: of the repository or a folder inside its work tree; refresh() opens it.
    RepositoryController(const WorkspaceServices &services, QString path, QObject *parent = nullptr);
    ~RepositoryController() override;

    void refresh() override;
    bool isBusy() const override { return m_read.isRunning() || m_compare.isRunning() || m_isDue; }

    const QString &path() const { return m_path; } ///< as asked for
    QString name() const;                          ///< for display; the folder's name until opened
    const Git::RepositoryInfo &info() const { return m_info; }
    const Git::RepoLocation &location() const { return m_info.location; } ///< carries the trust
    const Git::Refs &refs() const { return m_refs; }
    std::optional<Error>
    headProblem() const; ///< why HEAD leads to no commit although it should; nothing: it is fine
    std::optional<Git::AheadBehind> aheadBehind() const
    {
        return m_distance;
    } ///< of HEAD's branch and its upstream
    QDateTime refreshedAt() const { return m_refreshedAt; } ///< UTC; invalid: never

    /// What the repository could have Git start once it is trusted; new: since the user trusted it.
    const QList<Git::Executable> &programs() const { return m_programs; }

    bool isTrusted() const { return location().trust == Git::Trust::Trusted; }
    bool canWrite() const { return isTrusted() && m_info.readOnlyReasons.isEmpty(); }
    /// Stored in the background, then trustChanged() or trustFailed(). Trusted holds for programs(). folder:
    /// trusted with all it holds; empty: this repository alone.
    void setTrust(Git::Trust trust, const QByteArray &folder = {});

    const WorkspaceServices &services() const { return m_services; }
    /// The commits' order and lanes. What they need beside the refs is read while those are.
    const std::shared_ptr<History::Log> &log() const { return m_log; }
    TaskQueue &writes() { return m_writes; }
    Git::Program program() const
    {
        return Git::Program(*m_services.runner, location());
    } ///< make it in the worker
    void note(RepositoryChanges what)
    {
        m_watcher.note(what);
    } ///< after a write of our own, or the window's return
    /// What the user asks for: reads everything anew and, where Git may write, lets it store what it knows of
    /// unchanged files, so that the next comparison costs less. Never while an operation is going on, whose
    /// program needs the index for itself.
    void refreshEverything();
    /// Whether the user looks at the window. Coming back tries again what failed: a share may be connected by
    /// now.
    void setActive(bool isActive);
    const QString &notice() const { return m_notice; } ///< why changes may show late; empty: they do not
    RepositoryWatcher &watcher() { return m_watcher; }

    UndoController &undo() { return *m_undo; }    ///< ways back, whoever made them
    void noteUndo(const Git::UndoRecord &record); ///< a new one, before it is read
    bool canUndo() const;
    QString undoMeaning() const; ///< of the newest

Q_SIGNALS:
    void opened();      ///< once, before the first refsChanged
    void infoChanged(); ///< operation in progress, reasons for read-only
    void refsChanged(); ///< HEAD or any ref moved
    void
    historyChanged(); ///< by what is no ref: other work trees, grafts, the edge of a shallow clone; or asked
    void distanceChanged();
    void trustChanged();
    void trustFailed(const Error &error);
    void refreshed();
    void repositoryChanged(RepositoryChanges what); ///< coalesced; pages refresh what concerns them
    void undoChanged();                             ///< canUndo(), undoMeaning()
    void noticeRaised(const QString &text);         ///< once: notice() is there

private:
    /// What history depends on beside the refs.
    struct HistoryEdges
    {
        QList<Git::LinkedWorktree> worktrees;
        QByteArray overrides; ///< a print of grafts and of where a shallow clone ends
        bool operator==(const HistoryEdges &) const = default;
    };
    struct Snapshot
    {
        Git::RepositoryInfo info;
        Git::Refs refs;
        QList<Git::Executable> programs;
        HistoryEdges edges;
    };
    static HistoryEdges readEdges(const Git::RepoLocation &where, const CancelToken &cancel);
    void read();
    void takeChanges(RepositoryChanges what);
    void takeFailure(const Error &error);
    void apply(Snapshot snapshot, qint64 readAt);
    void compareWithUpstream();

    WorkspaceServices m_services;
    QString m_path;
    Git::RepositoryInfo m_info;
    Git::Refs m_refs;
    QList<Git::Executable> m_programs;
    HistoryEdges m_edges;
    std::optional<Git::AheadBehind> m_distance;
    QDateTime m_refreshedAt;
    QString m_notice;
    std::shared_ptr<History::Log> m_log;
    std::unique_ptr<UndoController> m_undo;
    bool m_isOpen = false;
    bool m_isDue = false; // changed while it was read
    bool m_isStoring = false;
    RepositoryWatcher m_watcher;
    LatestTask<Snapshot> m_read;
    LatestTask<Git::AheadBehind> m_compare;
    LatestTask<void> m_trust;
    TaskQueue m_writes;
};
