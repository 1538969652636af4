// SPDX-License-Identifier: GPL-3.0-or-later
// One operation of ours as a process: faultdriver REPOSITORY OPERATION [WORD…] prints how it ended as one
// line of JSON. With "-" in place of the operation each line of standard input is one, and gets one line.
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

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using Words = QList<QByteArray>;
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

void print(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList given = application.arguments();
    const auto info = Git::openRepository(given.value(1));
    if (!info) {
        print(QJsonDocument(QJsonObject{{u"done"_s, false}, {u"message"_s, info.error().message}})
                  .toJson(QJsonDocument::Compact));
        return 1;
    }
    Git::RepoLocation where = info->location;
    where.trust = Git::Trust::Trusted;
    const Driver driver(where);
    if (given.value(2) != "-"_L1) {
        Words words;
        for (const QString &word : given.sliced(std::min<qsizetype>(2, given.size())))
            words += QFile::encodeName(word);
        print(driver.run(words));
        return 0;
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine())
        print(driver.run(line.trimmed().split(' ')));
    return 0;
}
