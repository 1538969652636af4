// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"

#include "git/commitactions.h"
#include "git/commitwrite.h"
#include "git/diff.h"
#include "git/discard.h"
#include "git/open.h"
#include "git/sequence/advance.h"
#include "git/sequence/rebase.h"
#include "git/stage.h"
#include "git/stash/stashactions.h"
#include "git/status.h"
#include "git/undorecord.h"
#include "git/work/lockfile.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace FaultTest {

namespace {

using End = Result<QByteArray>; ///< what there is to say of a success

template<class T> End endOf(const Result<T> &result, const QByteArray &said = {})
{
    return result ? End(said) : std::unexpected(result.error());
}

/// The changed lines of the first part of a file's difference.
QSet<qsizetype> firstPart(const Diff::FileDiff &file)
{
    QSet<qsizetype> lines;
    const Diff::Hunk hunk = file.hunks.value(0);
    for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at)
        if (file.lines[at].origin != Diff::LineOrigin::Context)
            lines.insert(at);
    return lines;
}

class Driver
{
public:
    explicit Driver(const Git::RepoLocation &where)
        : m_git(m_runner, where)
    {}

    QByteArray run(const Words &words) const
    {
        const End end = carryOut(words.value(0), words.sliced(std::min<qsizetype>(1, words.size())));
        QJsonObject said{{u"done"_s, end.has_value()}};
        if (end) {
            said[u"said"_s] = QString::fromUtf8(*end);
        } else {
            said[u"kind"_s] = static_cast<int>(end.error().kind);
            said[u"message"_s] = end.error().message;
            said[u"detail"_s] = end.error().detail;
            said[u"hint"_s] = end.error().hint;
        }
        return QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n';
    }

private:
    End carryOut(const QByteArray &operation, const Words &words) const
    {
        if (operation == "stage")
            return endOf(Git::stagePaths(m_git, words, {}));
        if (operation == "unstage")
            return endOf(Git::unstagePaths(m_git, words, {}));
        if (operation == "discard")
            return endOf(Git::discardPaths(m_git, words, {}));
        if (operation == "stage-lines" || operation == "discard-lines")
            return onLines(operation, words.value(0));
        if (operation == "commit" || operation == "amend")
            return endOf(Git::createCommit(
                m_git, {.message = words.join(' '), .amends = operation == "amend"}, {}, {}));
        if (operation == "stash")
            return endOf(Git::stashPush(
                m_git, {.message = words.join(' '), .untracked = Git::Untracked::Too, .paths = {}}, {}));
        return moveHead(operation, words.value(0));
    }

    End moveHead(const QByteArray &operation, const QByteArray &name) const
    {
        if (operation == "rebase" || operation == "reset") {
            const auto commit = Git::ObjectId::fromHex(name);
            if (!commit)
                return fail(ErrorKind::Internal, u"no commit"_s);
            if (operation == "reset")
                return reset(*commit);
            return endOf(
                Git::rebaseOnto(m_git, {.onto = *commit, .upstream = {}, .expectedHead = {}}, {}, {}));
        }
        if (operation == "branch")
            return createBranch(name);
        if (operation == "checkout")
            return endOf(Git::checkoutBranch(m_git, "refs/heads/" + name, {}));
        return heal(operation);
    }

    End heal(const QByteArray &operation) const
    {
        if (operation == "undo")
            return undoNewest();
        if (operation == "status")
            return endOf(Git::readStatus(m_git.location(), {}, {}));
        if (operation == "abort" || operation == "quit")
            return endOf(Git::advanceOperation(
                m_git, {.how = operation == "abort" ? Git::Advance::Abort : Git::Advance::Quit}, {}, {}));
        if (operation == "unlock")
            return unlock();
        return fail(ErrorKind::Internal, u"no such operation"_s);
    }

    End onLines(const QByteArray &operation, const QByteArray &path) const
    {
        const auto files =
            Git::readDiff(m_git.location(), {.commit = {}, .oldCommit = {}, .paths = {path}}, {});
        if (!files)
            return std::unexpected(files.error());
        if (files->isEmpty())
            return fail(ErrorKind::Conflict, u"There is no difference."_s);
        const QSet<qsizetype> lines = firstPart(files->first());
        return operation == "stage-lines" ? endOf(Git::stageLines(m_git, files->first(), lines, {}))
                                          : endOf(Git::discardLines(m_git, files->first(), lines, {}));
    }

    Result<Git::ObjectId> head() const
    {
        const auto result =
            m_git.run({.arguments = {u"rev-parse"_s, u"HEAD"_s}, .kind = Git::Program::Kind::Read}, {});
        if (!result)
            return std::unexpected(result.error());
        return Git::ObjectId::fromHex(result->output.trimmed()).value_or(Git::ObjectId());
    }

    End reset(const Git::ObjectId &commit) const
    {
        const auto from = head();
        if (!from)
            return std::unexpected(from.error());
        return endOf(Git::resetTo(m_git,
                                  {.commit = commit,
                                   .kind = Git::ResetKind::Hard,
                                   .expectedBranch = "refs/heads/main",
                                   .expectedHead = *from},
                                  {}));
    }

    End createBranch(const QByteArray &name) const
    {
        const auto at = head();
        if (!at)
            return std::unexpected(at.error());
        return endOf(Git::createBranch(m_git, name, *at, Git::Afterwards::Stay, {}), at->toHex());
    }

    /// Says which record, and what kind of one.
    End undoNewest() const
    {
        const auto listed = Git::listUndo(m_git.location());
        if (!listed)
            return std::unexpected(listed.error());
        const auto newest = std::ranges::find_if(*listed, [](const Git::ListedUndo &each) {
            return each.content.action == Git::UndoAction::Discard ||
                   each.content.action == Git::UndoAction::DiscardLines ||
                   each.content.action == Git::UndoAction::ReplaceStaged;
        });
        if (newest == listed->end())
            return fail(ErrorKind::NotFound, u"There is nothing to undo."_s);
        const bool isStaged = newest->content.action == Git::UndoAction::ReplaceStaged;
        return endOf(Git::undo(m_git, newest->record, Git::UndoExtent::Everything, {}),
                     newest->record.commit.toHex() + (isStaged ? " staged" : " files"));
    }

    /// Removes the locks that nobody holds, as somebody who confirms each.
    End unlock() const
    {
        const auto locks = Git::findLocks(m_git.location());
        if (!locks)
            return std::unexpected(locks.error());
        for (const Git::HeldLock &lock : *locks)
            if (const auto removed = Git::removeStaleLock(m_git.location(), lock); !removed)
                return std::unexpected(removed.error());
        return QByteArray::number(locks->size());
    }

    SystemProcessRunner m_runner;
    Git::Program m_git;
};

} // namespace

std::function<QByteArray(const Words &)> driverOf(const QString &repository)
{
    const auto info = Git::openRepository(repository);
    if (!info) {
        const QJsonObject said{{u"done"_s, false}, {u"message"_s, info.error().message}};
        return [line = QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n'](const Words &) {
            return line;
        };
    }
    Git::RepoLocation where = info->location;
    where.trust = Git::Trust::Trusted;
    return [driver = std::make_shared<Driver>(where)](const Words &words) { return driver->run(words); };
}

} // namespace FaultTest
