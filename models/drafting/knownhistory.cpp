// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/knownhistory.h"

#include "git/log.h"

#include <QMutex>

namespace Drafting {

namespace {

constexpr qsizetype kMostKnownCommits = 2'000;
constexpr qsizetype kMostSideCommits = 1'000;
constexpr qsizetype kMostKeptFiles = 50'000;
constexpr qsizetype kMostKeptHistories = 2;

struct Kept
{
    QByteArray folder;
    Git::ObjectId head;
    QStringList types;
    std::shared_ptr<const KnownHistory> history;
};

QMutex keptMutex;
QList<Kept> keptHistories; // the one used last comes first

std::shared_ptr<const KnownHistory> keptFor(const QByteArray &folder, const Git::ObjectId &head,
                                            const QStringList &types)
{
    const QMutexLocker lock(&keptMutex);
    for (qsizetype i = 0; i < keptHistories.size(); ++i) {
        const Kept &kept = keptHistories[i];
        if (kept.folder == folder && kept.head == head && kept.types == types) {
            keptHistories.move(i, 0);
            return keptHistories.first().history;
        }
    }
    return {};
}

void keep(const Kept &kept)
{
    const QMutexLocker lock(&keptMutex);
    keptHistories.removeIf([&](const Kept &other) { return other.folder == kept.folder; });
    keptHistories.prepend(kept);
    keptHistories.resize(qMin(keptHistories.size(), kMostKeptHistories));
}

bool isSignedOffHere(const Git::RepoLocation &where, const QList<PastCommit> &commits)
{
    constexpr int most = 30, enough = 10;
    int read = 0, signedOff = 0;
    for (qsizetype i = 0; i < commits.size() && read < most; ++i) {
        if (commits[i].isByBot || commits[i].changes.isEmpty())
            continue;
        if (const auto details = Git::readCommit(where, commits[i].id)) {
            ++read;
            signedOff += details->message.contains(QStringLiteral("\nSigned-off-by: ")) ? 1 : 0;
        }
    }
    return read >= enough && signedOff * 5 > read * 4;
}

} // namespace

Result<QList<PastCommit>> readPastCommits(const Git::RepoLocation &where, const Git::ObjectId &head,
                                          qsizetype limit, const CancelToken &cancel, bool withSides)
{
    const Result<QList<Git::Commit>> commits = Git::readRecentCommits(where, {head}, limit, cancel);
    if (!commits)
        return std::unexpected(commits.error());
    QHash<Git::ObjectId, QList<Git::FileChange>> changes;
    const auto take = [&](const Git::CommitChanges &one) { changes.insert(one.commit.id, one.files); };
    const Result<void> walked = Git::walkChanges(where, {.tip = head, .limit = int(limit)}, take, cancel);
    if (!walked && walked.error().kind == ErrorKind::Cancelled)
        return std::unexpected(walked.error());
    QList<PastCommit> history;
    qsizetype sides = 0;
    for (const Git::Commit &commit : *commits) {
        const bool isSide = commit.parents.size() == 1 && !changes.contains(commit.id);
        if (withSides && isSide && ++sides <= kMostSideCommits) {
            const auto read = Git::walkChanges(where, {.tip = commit.id, .limit = 1}, take, cancel);
            if (!read && read.error().kind == ErrorKind::Cancelled)
                return std::unexpected(read.error());
        }
        history.append({commit.id, commit.subject, changes.value(commit.id), isBot(commit.author)});
    }
    return history;
}

Result<std::shared_ptr<const KnownHistory>> readKnownHistory(const Git::RepoLocation &where,
                                                             const Git::ObjectId &head,
                                                             const QStringList &types,
                                                             const CancelToken &cancel)
{
    if (auto kept = keptFor(where.gitDir, head, types))
        return kept;
    auto commits = readPastCommits(where, head, kMostKnownCommits, cancel, true);
    if (!commits)
        return std::unexpected(commits.error());
    auto files = Git::readTree(where, head, cancel);
    if (!files)
        return std::unexpected(files.error());
    auto known = std::make_shared<KnownHistory>();
    known->typeModel = learnTypes(*commits, types);
    known->signsOff = isSignedOffHere(where, *commits);
    known->commits = *std::move(commits);
    known->files = *std::move(files);
    if (known->files.size() <= kMostKeptFiles)
        keep({where.gitDir, head, types, known});
    return known;
}

} // namespace Drafting
