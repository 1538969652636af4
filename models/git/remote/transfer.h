// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"
#include "git/remote/transferparser.h"

namespace Git {

// All of these block until git ends, which may take hours: give them a queue of their own. Cancelling ends
// git and all it started, and removes the unfinished packs that it left. Nobody but the access's program is
// asked anything. Denied: wrong or missing credentials, an unknown host, a certificate or address that is
// not trusted. Offline: the other side is not reached. NotFound: no such remote or repository. Passwords in
// git's words are masked.

/// Called on the running thread, for each line as it comes.
using OnProgress = std::function<void(const TransferProgress &)>;

enum class RefUpdateKind { New, FastForward, Forced, Tag, Removed, UpToDate, Rejected };

/// What became of one ref.
struct RefUpdate
{
    RefUpdateKind kind = RefUpdateKind::UpToDate;
    QByteArray ref;         ///< full name: of a fetch here, of a push at the remote
    ObjectId before, after; ///< null: none, or not said (a push says none)
    QByteArray reason;      ///< of Rejected, git's words; may come from the remote: untrusted
    bool operator==(const RefUpdate &) const = default;
};

enum class FetchTags { AsConfigured, All, None };

struct FetchRequest
{
    QByteArray remote;
    bool prunes = false; ///< removes remote branches that are gone there
    FetchTags tags = FetchTags::AsConfigured;
    QList<QByteArray> refSpecs; ///< empty: as configured; "refs/x:refs/y", with + and *
    bool allowsHttp = false;    ///< the user allowed an unencrypted address
    NetworkAccess access;       ///< its protocols come from the remote's address
};

struct FetchEnd
{
    QList<RefUpdate> refs; ///< those that changed or were rejected
    bool isRejected() const;
};

/// Fetches from one remote. Submodules are left alone. Needs git 2.41. Rejected refs are no error.
Result<FetchEnd> fetch(const Program &git, const FetchRequest &request, const OnProgress &onProgress,
                       const CancelToken &cancel);

/// Overwriting what the remote has is only possible for what was seen: the commit that is overwritten has to
/// be named.
enum class PushForce { No, WithLease };

struct PushRequest
{
    QByteArray remote;
    QByteArray source;                ///< full ref name or commit id; empty: removes the destination
    QByteArray destination;           ///< full ref name at the remote
    std::optional<ObjectId> expected; ///< what the destination is now; null id: nothing. For WithLease and
                                      ///< removing
    PushForce force = PushForce::No;
    bool setsUpstream = false; ///< the source, a branch, follows the destination from then on
    bool followsTags = false;  ///< annotated tags of what is pushed go along
    bool skipsHook = false;    ///< pre-push
    bool allowsHttp = false;
    NetworkAccess access;
};

struct PushEnd
{
    QList<RefUpdate> refs; ///< also those that were up to date
    bool isRejected() const;
};

/// Runs the pre-push hook, whose words come as progress. A rejected ref is no error; a hook that says no is
/// External.
Result<PushEnd> push(const Program &git, const PushRequest &request, const OnProgress &onProgress,
                     const CancelToken &cancel);

} // namespace Git
