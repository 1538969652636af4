// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"

#include "git/commitchecks.h"
#include "git/log.h"
#include "git/repository.h"
#include "git/sequence/operation.h"
#include "git/sequence/sequenceend.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/setting.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// In the form that git takes for nothing else: seconds since 1970 and an offset.
QString dateArgument(const Moment &when)
{
    const int minutes = std::abs(when.offsetMinutes);
    return u"--date=@%1 %2%3%4"_s.arg(QString::number(when.seconds), when.offsetMinutes < 0 ? u"-"_s : u"+"_s,
                                      u"%1"_s.arg(minutes / 60, 2, 10, QChar(u'0')),
                                      u"%1"_s.arg(minutes % 60, 2, 10, QChar(u'0')));
}

QStringList personalArguments(const CommitRequest &request)
{
    QStringList arguments;
    if (request.author)
        arguments << u"--author=%1 <%2>"_s.arg(request.author->name.trimmed(), request.author->email);
    if (request.authored)
        arguments << dateArgument(*request.authored);
    if (request.resetsAuthor)
        arguments << u"--reset-author"_s;
    if (request.signs)
        arguments << (*request.signs ? u"--gpg-sign"_s : u"--no-gpg-sign"_s);
    return arguments;
}

QStringList commitArguments(const CommitRequest &request)
{
    // Verbatim, or lines that start with # would vanish; not verbose, or what follows a line that looks like
    // git's scissors would.
    QStringList arguments{u"commit"_s,       u"--quiet"_s, u"--cleanup=verbatim"_s,
                          u"--no-verbose"_s, u"-F"_s,      u"-"_s};
    if (request.amends)
        arguments << u"--amend"_s;
    if (request.signsOff)
        arguments << u"--signoff"_s;
    if (request.skipsHooks)
        arguments << u"--no-verify"_s;
    return arguments + personalArguments(request);
}

QByteArray subjectOf(const QByteArray &message)
{
    return message.trimmed().split('\n').first().trimmed();
}

/// Where the commit was begun, and what came of it.
class Committing
{
public:
    Committing(const Program &git, const CommitRequest &request)
        : m_git(git)
        , m_request(request)
    {}

    /// Records where the branch is. What ends a merge or a step is recorded by what began that.
    Result<void> prepare(const CancelToken &cancel)
    {
        const auto state = readOperation(m_git.location(), {});
        const bool isStep = !state || (state->kind != Operation::None && state->kind != Operation::Bisect);
        if (!m_request.amends && isStep)
            return {};
        auto move = HeadMove::record(m_git,
                                     {.action = m_request.amends ? UndoAction::Amend : UndoAction::Commit,
                                      .subject = subjectOf(m_request.message),
                                      .files = {}},
                                     cancel);
        if (!move)
            return std::unexpected(move.error());
        m_move = *std::move(move);
        return {};
    }

    // Git and its hooks may have waited for somebody who changed what was shown.
    Result<void> begin(const CancelToken &cancel)
    {
        if (const auto checked = checkExpectedHead(m_git, m_request); !checked)
            return checked;
        if (const auto checked = m_move ? m_move->checkSame() : Result<void>(); !checked)
            return checked;
        if (const auto checked = checkExpectedStaged(m_git, m_request, cancel); !checked)
            return checked;
        auto head = readHeadCommit(m_git);
        if (!head)
            return std::unexpected(head.error());
        m_before = *std::move(head);
        const auto state = readOperation(m_git.location(), {});
        m_endsOperation = !state || state->kind != Operation::None;
        if (m_request.amends)
            m_parents = parentsOf(m_before);
        else if (!m_before.isNull())
            m_parents = {m_before};
        m_hasBegun = true;
        return {};
    }

    /// Says where what was recorded ended, also what this commit ends: a merge, a pick.
    void finish() const
    {
        if (m_move)
            (void)m_move->complete();
        else if (m_endsOperation)
            completeMoves(m_git);
    }

    /// The commit, when it was made whatever its run says: a hook behind it may have failed.
    std::optional<ObjectId> findMade() const
    {
        const auto head = m_hasBegun ? readHeadCommit(m_git) : Result<ObjectId>();
        if (!head || head->isNull() || *head == m_before)
            return std::nullopt;
        const auto details = readCommit(m_git.location(), *head);
        const bool isOurs = details && stands(details->commit.parents) &&
                            details->rawMessage.contains(subjectOf(m_request.message));
        return isOurs ? std::optional(*head) : std::nullopt;
    }

    /// Git reads HEAD itself, a moment after we did. What was to be replaced is still there then.
    Result<ObjectId> checkMade(const ObjectId &made) const
    {
        if (!m_request.amends || parentsOf(made).value(0) != m_before)
            return made;
        return fail(
            ErrorKind::Conflict,
            Text::tr("Another program made a commit at the same moment, and it was amended instead of "
                     "the one that was shown."),
            {},
            //: %1: the short id of a commit
            Text::tr("The commit is %1. The reflog of HEAD has the one that it replaced.")
                .arg(made.abbreviated()));
    }

private:
    QList<ObjectId> parentsOf(const ObjectId &commit) const
    {
        const auto details = readCommit(m_git.location(), commit);
        return details ? details->commit.parents : QList<ObjectId>();
    }
    // The others of a merge stand behind the first.
    bool stands(const QList<ObjectId> &parents) const
    {
        return m_request.amends ? parents == m_parents : parents.value(0) == m_parents.value(0);
    }

    const Program &m_git;
    const CommitRequest &m_request;
    ObjectId m_before;
    QList<ObjectId> m_parents;
    bool m_hasBegun = false;
    bool m_endsOperation = false;
    std::optional<HeadMove> m_move;
};

std::unexpected<Error> explainFailure(Error error)
{
    if (error.kind != ErrorKind::External)
        return std::unexpected(std::move(error));
    if (error.detail.contains("failed to sign"_L1)) {
        error.message = Text::tr("The commit could not be signed.");
        error.hint = Text::tr("Nothing was lost. See what the signing program said.");
    } else if (error.detail.contains("failed to write commit object"_L1)) {
        error.message = Text::tr("The commit could not be signed or stored.");
        error.hint = Text::tr("The message is kept and HEAD is as before. What was printed says why.");
    } else {
        error.message = Text::tr("A hook or Git itself refused the commit.");
        error.hint = Text::tr("The message is kept and HEAD is as before. What was printed says why.");
    }
    return std::unexpected(std::move(error));
}

} // namespace

QStringList encodingSetting(const RepoLocation &where)
{
    const QByteArray encoding = readSetting(where, "i18n.commitencoding").toUpper();
    return encoding.isEmpty() || encoding == "UTF-8" ? QStringList()
                                                     : QStringList{u"i18n.commitEncoding=UTF-8"_s};
}

QByteArray withLastLineFeed(const QByteArray &message)
{
    return message.endsWith('\n') ? message : QByteArray(message + '\n');
}

Result<ObjectId> createCommit(const Program &git, const CommitRequest &request,
                              const std::function<void(OutputChannel, QByteArrayView)> &onOutput,
                              const CancelToken &cancel)
{
    const KeptHandle handle(git.location());
    if (const auto checked = checkCommit(git, request, cancel); !checked)
        return std::unexpected(checked.error());
    Committing committing(git, request);
    if (const auto prepared = committing.prepare(cancel); !prepared)
        return std::unexpected(prepared.error());
    const auto result = git.run({.arguments = commitArguments(request),
                                 .input = withLastLineFeed(request.message),
                                 .timeout = {},
                                 .onOutput = onOutput,
                                 .kind = Program::Kind::Hooks,
                                 .config = encodingSetting(git.location()),
                                 .beforeStart = [&] { return committing.begin(cancel); },
                                 .network = request.asks},
                                cancel);
    committing.finish();
    if (!result) {
        if (const auto made = committing.findMade())
            return *made;
        return explainFailure(result.error());
    }
    const auto made = readHeadCommit(git);
    return made ? committing.checkMade(*made) : made;
}

} // namespace Git
