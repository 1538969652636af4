// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
#include "workspace/transfer/transferjobs.h"

#include <set>

enum class TransferKind { Fetch, Pull, Push };

/// What can be done about a transfer that did not do what was wanted.
enum class TransferWay {
    Pull,      ///< bring in what the remote has, then push again
    Overwrite, ///< see what would be lost, and then perhaps push over it
    Integrate, ///< merge or rebase: both sides have commits of their own
    Choose,    ///< another remote or branch
    AllowHttp, ///< send without encryption, until the program ends
    SkipHook,  ///< the pre-push hook refused; push all the same, once that is confirmed
    Retry,
};

struct TransferFailure
{
    TransferKind kind = TransferKind::Fetch;
    Error error;
    QList<TransferWay> ways;
};

/// A branch of a remote.
struct TransferTarget
{
    QByteArray remote, ref; ///< ref: full name at the remote, refs/heads/main
    bool operator==(const TransferTarget &) const = default;
};

/// How a branch is pushed, beside where to.
struct PushChoice
{
    bool follows = false;   ///< it follows that from now on
    bool takesTags = false; ///< annotated tags of what is pushed go along
};

/// Fetching, pulling and pushing of one repository, one at a time, on a queue of their own: what is staged or
/// committed meanwhile waits for nothing. Only the last step of a pull, which changes the branch, is on the
/// queue of writes. GUI thread only. Going away cancels what runs.
class TransfersController final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit TransfersController(RepositoryController &repository, QObject *parent = nullptr);
    ~TransfersController() override;

    bool isRunning() const { return m_running.has_value(); }
    bool isBusy() const { return isRunning() || m_queue.isBusy(); } ///< also ending
    bool isSettled() const { return !m_readSetup.isRunning(); }     ///< problem() will not change by itself
    std::optional<TransferKind> running() const { return m_running; }
    const QString &doing() const { return m_doing; } ///< "Fetching from origin"; empty: nothing runs
    QString progressText() const;                    ///< "Receiving objects, 45 %"; empty: not known yet
    const Git::TransferProgress &progress() const { return m_progress; }
    void cancel();

    /// Why this cannot be done now, as one sentence; empty: it can.
    QString problem(TransferKind kind) const;
    /// Where a pull comes from or a push goes to; nothing: it has to be said.
    std::optional<TransferTarget> target(TransferKind kind) const;
    const TransferSetup &setup() const { return m_setup; }
    QByteArray branch() const;                              ///< full name of HEAD's; empty: it is on none
    QString targetText(const TransferTarget &target) const; ///< "origin/main", for display
    /// Short names of the branches of a remote that are fetched here. O(refs).
    QList<QByteArray> branchesOf(const QByteArray &remote) const;
    static QString nameProblem(const QByteArray &name); ///< of a branch, short; empty: git takes it
    Questions &questions() { return *m_questions; }

    // Each is ignored while something runs or when problem() is not empty.
    void fetch(); ///< from the remote that the branch follows, or the usual one
    void fetchAll();
    void fetch(const QByteArray &remote, Pruning pruning); ///< from one, which has to be there
    /// way: nothing for what is configured.
    void pull(const TransferTarget &from, std::optional<Git::PullWay> way = {}, bool follows = false);
    void push(const TransferTarget &to, PushChoice choice = {});
    void pushTag(const QByteArray &remote, const QByteArray &tag); ///< tag: full name
    /// Removes a branch at the remote, as long as it is where it was seen.
    void removeThere(const TransferTarget &branch, const Git::ObjectId &expected);
    /// Removes a tag at the remote, as long as it is the same as here.
    void removeTagThere(const QByteArray &remote, const QByteArray &tag);
    void pushWithoutHook(); ///< what the pre-push hook refused last
    /// Fetches, and tells what a push over the target would take away: lossRead().
    void readLoss(const TransferTarget &of);
    void overwrite(const OverwriteLoss &accepted); ///< fails when something else is there by then
    void retry();                                  ///< what failed last
    void allowHttp();                              ///< for the remote that was refused; retries

Q_SIGNALS:
    void changed(); ///< anything but progress
    void progressed();
    void succeeded(const QString &message);
    void conflicted(const QString &message); ///< a pull left a merge or rebase with conflicts
    void failed(const TransferFailure &failure);
    void lossRead(const OverwriteLoss &loss);

private:
    struct Fetched
    {
        qsizetype changed = 0;
        QStringList refused; ///< refs, one line each
    };
    struct Pushing
    {
        Git::PushRequest request;
        QString name;           ///< of what is pushed to, for display
        QString doing, done;    ///< "Pushing to origin/main", "Pushed to origin/main"
        bool isOfBranch = true; ///< HEAD's
    };
    struct Pushed
    {
        Git::PushEnd end;
        std::optional<Error> hookRefusal; ///< what the pre-push hook said; then the end is empty
    };

    void readSetup();
    TransferTools tools() const;
    bool begin(TransferKind kind, const QString &doing, std::function<void()> again);
    void start(TransferKind kind, const QString &doing, std::function<void()> again);
    void end();
    void fail(const Error &error, QList<TransferWay> ways = {});
    bool mayUse(const Git::Remote &remote, const QByteArray &url);
    void fetchFrom(const QList<Git::Remote> &remotes, Pruning pruning = Pruning::AsConfigured);
    void tellFetched(const Result<Fetched> &fetched, const QString &from);
    void bringIn(const Integration &integration, const TransferTarget &from);
    void tellIntegrated(const IntegrationEnd &end, const TransferTarget &from);
    void startPush(const Pushing &pushing);
    static Result<Pushed> runPush(const Git::Program &git, const TransferTools &tools,
                                  const Git::Remote &remote, Git::PushRequest request,
                                  const CancelToken &cancel);
    void tellPushed(const Result<Pushed> &pushed, const Pushing &pushing, const QString &words);
    template<class T, class Work, class Told> void run(Work work, Told told);

    RepositoryController &m_repository;
    std::shared_ptr<Questions> m_questions;
    std::shared_ptr<ProgressRelay> m_relay;
    TransferSetup m_setup;
    QString m_setupProblem; ///< empty: it is read
    std::optional<TransferKind> m_running;
    QString m_doing;
    Git::TransferProgress m_progress;
    CancelSource m_cancel;
    std::function<void()> m_again, m_refusedAgain;
    std::set<QByteArray> m_allowsHttp; ///< remotes
    QByteArray m_refusedRemote;
    std::optional<Pushing> m_hookRefused;
    LatestTask<TransferSetup> m_readSetup;
    TaskQueue m_queue; // last: the first to go
};
