// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitread.h"
#include "git/sequence/reflog.h"
#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// What git says of its search, as it comes: any number of objects, and how far it is.
class FsckOutput
{
public:
    explicit FsckOutput(OnLooked onLooked)
        : m_onLooked(std::move(onLooked))
    {}
    void take(OutputChannel channel, QByteArrayView piece)
    {
        QByteArray &rest = channel == OutputChannel::Output ? m_output : m_errors;
        rest.append(piece);
        qsizetype start = 0;
        for (qsizetype at = 0; at < rest.size(); ++at) {
            if (rest[at] != '\n' && rest[at] != '\r')
                continue;
            const QByteArrayView line = QByteArrayView(rest).sliced(start, at - start);
            channel == OutputChannel::Output ? takeObject(line) : takeProgress(line);
            start = at + 1;
        }
        rest.remove(0, start);
    }
    const QList<ObjectId> &commits() const { return m_commits; }

private:
    void takeObject(QByteArrayView line)
    {
        constexpr QByteArrayView prefix("unreachable commit ");
        if (const auto id =
                line.startsWith(prefix) ? ObjectId::fromHex(line.sliced(prefix.size())) : std::nullopt)
            m_commits += *id;
    }
    // "Checking connectivity: 12345, done."
    void takeProgress(QByteArrayView line)
    {
        constexpr QByteArrayView prefix("Checking connectivity: ");
        if (!m_onLooked || !line.startsWith(prefix))
            return;
        const QByteArrayView rest = line.sliced(prefix.size());
        qsizetype digits = 0;
        while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9')
            ++digits;
        m_onLooked(rest.first(digits).toLongLong());
    }

    OnLooked m_onLooked;
    QByteArray m_output, m_errors;
    QList<ObjectId> m_commits;
};

Result<QList<ObjectId>> findUnreachable(const Program &git, const OnLooked &onLooked,
                                        const CancelToken &cancel)
{
    constexpr int damaged = 15; // bits of fsck's exit code: what it says about damage is not asked for here
    QList<int> exits;
    for (int code = 0; code <= damaged; ++code)
        exits.append(code);
    FsckOutput output(onLooked);
    const auto result = git.run(
        {.arguments = {u"fsck"_s, u"--no-reflogs"_s, u"--connectivity-only"_s, u"--no-dangling"_s,
                       u"--unreachable"_s, u"--progress"_s},
         .timeout = {},
         .onOutput = [&](OutputChannel channel, QByteArrayView piece) { output.take(channel, piece); },
         .kind = Program::Kind::Read,
         .environment = {u"GIT_PROGRESS_DELAY=0"_s},
         .goodExits = exits,
         .keepsOutput = false},
        cancel);
    return result ? Result<QList<ObjectId>>(output.commits()) : std::unexpected(result.error());
}

/// What records of undo keep and nothing else does, with the records.
Result<QList<ObjectId>> findInUndo(const Program &git, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"rev-list"_s, u"--glob=refs/plumbline/undo/*"_s, u"--not"_s,
                                               u"--exclude=refs/plumbline/undo/*"_s, u"--all"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    QList<ObjectId> commits;
    for (const QByteArray &line : result->output.split('\n')) {
        if (const auto id = ObjectId::fromHex(line))
            commits += *id;
    }
    return commits;
}

/// The entries of the stash but the newest, which only the reflog of its ref leads to.
Result<QSet<ObjectId>> readStashed(const RepoLocation &where, const CancelToken &cancel)
{
    const auto entries = readReflog(where, "refs/stash", std::numeric_limits<qsizetype>::max(), cancel);
    if (!entries)
        return std::unexpected(entries.error());
    QSet<ObjectId> stashed;
    for (const ReflogEntry &entry : *entries)
        stashed += entry.after;
    return stashed;
}

/// What is among the commits without being anybody's work: records of undo, what they keep as commits of
/// their own, and entries of the stash.
class Machinery
{
public:
    explicit Machinery(const QSet<ObjectId> &stashed)
        : m_skipped(stashed)
    {}
    void take(const ObjectId &id, const QByteArray &message)
    {
        const auto content = parseUndoMessage(message);
        if (!content)
            return;
        for (const ObjectId &made : {id, content->index, content->operation})
            m_skipped += made;
        m_free += id; // what a record or an operation leads to is work, and perhaps lost
        m_free += content->operation;
    }
    bool skips(const ObjectId &id) const { return m_skipped.contains(id); }
    bool hidesParents(const ObjectId &id) const { return !m_free.contains(id); }

private:
    QSet<ObjectId> m_skipped, m_free;
};

/// Those of the commits that are nobody's parents among them.
Result<QList<Commit>> readTips(const RepoLocation &where, const QSet<ObjectId> &ids,
                               const CancelToken &cancel)
{
    const auto stashed = readStashed(where, cancel);
    auto reader = CommitReader::open(where);
    if (!stashed || !reader)
        return std::unexpected(stashed ? reader.error() : stashed.error());
    QList<Commit> commits;
    Machinery machinery(*stashed);
    for (const ObjectId &id : ids) {
        if (cancel.isCancelled())
            return failCancelled();
        const auto details = reader->readDetails(id);
        if (!details)
            continue; // damaged: nothing can be made of it
        machinery.take(id, details->rawMessage);
        commits += details->commit;
    }
    QSet<ObjectId> led;
    for (const Commit &commit : std::as_const(commits)) {
        if (machinery.hidesParents(commit.id))
            led.unite({commit.parents.cbegin(), commit.parents.cend()});
    }
    commits.removeIf(
        [&](const Commit &commit) { return led.contains(commit.id) || machinery.skips(commit.id); });
    return commits;
}

} // namespace

Result<LostCommits> findLostCommits(const Program &git, qsizetype limit, const CancelToken &cancel,
                                    const OnLooked &onLooked)
{
    const auto unreachable = findUnreachable(git, onLooked, cancel);
    const auto inUndo = unreachable ? findInUndo(git, cancel) : unreachable;
    if (!inUndo)
        return std::unexpected(inUndo.error());
    const QSet<ObjectId> kept(inUndo->cbegin(), inUndo->cend());
    const auto tips =
        readTips(git.location(), QSet(unreachable->cbegin(), unreachable->cend()).unite(kept), cancel);
    if (!tips)
        return std::unexpected(tips.error());
    LostCommits lost{.tips = *tips, .found = tips->size()};
    std::ranges::sort(lost.tips, std::ranges::greater{},
                      [](const Commit &commit) { return std::pair(commit.committed.seconds, commit.id); });
    lost.tips.resize(std::min(lost.found, std::max<qsizetype>(0, limit)));
    for (const Commit &tip : std::as_const(lost.tips)) {
        if (kept.contains(tip.id))
            lost.inUndo += tip.id;
    }
    return lost;
}

} // namespace Git
