// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/refs.h"
#include "git/remote/branchremote.h"
#include "git/remote/overwritten.h"
#include "git/remote/transfer.h"
#include "workspace/transfer/progressrelay.h"
#include "workspace/transfer/questions.h"

// The parts of fetching, pulling and pushing that block: for the thread of a queue.

/// What configuration says, as far as transfers need it.
struct TransferSetup
{
    QByteArray of; ///< full name of HEAD's branch when it was read; empty: none
    QList<Git::Remote> remotes;
    Git::BranchRemote branch;                                ///< of that branch
    const Git::Remote *remote(const QByteArray &name) const; ///< null: there is none
    /// Where fetching without a choice fetches from: what the branch follows, else origin, else the first.
    QByteArray usualRemote() const;
};

/// branch: full name of HEAD's; empty: none.
Result<TransferSetup> readTransferSetup(const Git::RepoLocation &where, const QByteArray &branch);

/// Who is told of a transfer, and who answers.
struct TransferTools
{
    const ProcessRunner *runner = nullptr;
    QString askProgram; ///< empty: nobody answers
    std::shared_ptr<ProgressRelay> progress;
    std::shared_ptr<Questions> questions;
};

/// What becomes of remote branches that are gone at the remote.
enum class Pruning { AsConfigured, Remove };

Result<Git::FetchEnd> fetchFrom(const Git::Program &git, const TransferTools &tools,
                                const Git::Remote &remote, bool allowsHttp, const CancelToken &cancel,
                                Pruning pruning = Pruning::AsConfigured);

/// The request's access is made here.
Result<Git::PushEnd> pushTo(const Git::Program &git, const TransferTools &tools, const Git::Remote &remote,
                            Git::PushRequest request, const CancelToken &cancel);

/// What to bring into HEAD's branch after fetching.
struct Integration
{
    QByteArray branch;   ///< full name that HEAD has to be on
    QByteArray upstream; ///< full name of what was fetched: refs/remotes/…
    Git::PullWay way = Git::PullWay::Undecided;
    bool follows = false; ///< the branch follows it from now on
};

enum class IntegrationOutcome {
    UpToDate,
    Forwarded,
    Merged,
    Rebased,
    Conflicts,
    Apart, ///< both have commits of their own, and nobody said what to do then; nothing was changed
};

struct IntegrationEnd
{
    IntegrationOutcome outcome = IntegrationOutcome::UpToDate;
    Git::AheadBehind apart;  ///< before
    qsizetype conflicts = 0; ///< files
};

/// Conflict: HEAD is on another branch by now, or changes stand in the way. NotFound: there is no such
/// upstream here.
Result<IntegrationEnd> integrate(const Git::Program &git, const Integration &integration,
                                 const CancelToken &cancel);

/// What a push of the local commit takes away at the remote, when it overwrites what is there.
struct OverwriteLoss
{
    QByteArray remote, source, destination; ///< full names
    Git::ObjectId there, local;             ///< there: null when nothing is there
    QList<Git::Commit> newest;              ///< of the lost ones, at most twenty
    qsizetype count = 0;                    ///< of all lost ones
};

/// After a fetch: reads what is there now.
Result<OverwriteLoss> readLoss(const Git::Program &git, const Git::Remote &remote, const QByteArray &source,
                               const QByteArray &destination, const CancelToken &cancel);
