// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"

#include "base/text.h"
#include "git/log.h"
#include "git/sequence/operation.h"
#include "git/stagedprint.h"
#include "git/text.h"
#include "git/undo/headmove.h"
#include "git/work/setting.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<ObjectId> readHead(const Program &git, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"rev-parse"_s, u"--verify"_s, u"-q"_s, u"HEAD^{commit}"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    return ObjectId::fromHex(result->output.trimmed()).value_or(ObjectId());
}

Result<void> checkMessage(const QByteArray &message)
{
    if (message.contains('\0'))
        return fail(ErrorKind::Invalid,
                    Text::tr("The message contains a NUL character, which Git cannot store."));
    if (message.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("The message is empty."));
    return {};
}

Result<void> checkHead(const Program &git, const CommitRequest &request, const CancelToken &cancel)
{
    const auto head = readHead(git, cancel);
    if (!head)
        return std::unexpected(head.error());
    if (!request.expectedHead.isNull() && *head != request.expectedHead)
        return fail(ErrorKind::Conflict,
                    Text::tr("The branch has moved since it was shown, so nothing was committed."), {},
                    Text::tr("Look at the new history and commit again."));
    if (request.amends && head->isNull())
        return fail(ErrorKind::Invalid, Text::tr("There is no commit to amend yet."));
    return {};
}

Result<void> checkStaged(const Program &git, const CommitRequest &request, const CancelToken &cancel)
{
    const bool endsMerge = QFile::exists(QFile::decodeName(git.location().gitDir + "/MERGE_HEAD"));
    if (request.amends || endsMerge)
        return {};
    const auto result = git.run({.arguments = {u"diff"_s, u"--cached"_s, u"--quiet"_s, u"--no-ext-diff"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode == 0)
        return fail(ErrorKind::Invalid, Text::tr("Nothing is staged."), {},
                    Text::tr("Stage a file, a part or a line first."));
    return {};
}

// Asked beforehand, because git asks only after its hooks have run.
Result<void> checkIdentity(const Program &git, const CancelToken &cancel)
{
    for (const QString &who : {u"GIT_COMMITTER_IDENT"_s, u"GIT_AUTHOR_IDENT"_s}) {
        const auto result = git.run({.arguments = {u"var"_s, who}, .kind = Program::Kind::Read}, cancel);
        if (result)
            continue;
        if (result.error().kind != ErrorKind::External)
            return std::unexpected(result.error());
        return fail(ErrorKind::Invalid, Text::tr("Git does not know your name and e-mail address."),
                    result.error().detail,
                    Text::tr("Set them with “git config --global user.name NAME” and “git config --global "
                             "user.email ADDRESS”."));
    }
    return {};
}

Result<void> checkPrint(const Program &git, const CommitRequest &request, const CancelToken &cancel)
{
    if (request.expectedStaged.isEmpty())
        return {};
    const auto print = readStagedPrint(git.location(), cancel);
    if (!print)
        return std::unexpected(print.error());
    if (*print == request.expectedStaged)
        return {};
    return fail(ErrorKind::Conflict,
                Text::tr("What is staged has changed since it was shown, so nothing was committed."), {},
                Text::tr("Look at what is staged now and commit again."));
}

bool isStorable(const QString &name)
{
    return std::ranges::none_of(
        name, [](QChar character) { return character == u'<' || character == u'>' || character < u' '; });
}

Result<void> checkAuthor(const CommitRequest &request)
{
    if (request.resetsAuthor && (!request.amends || request.author))
        return fail(ErrorKind::Invalid, Text::tr("Only the author of a commit that is amended can be reset, "
                                                 "and not to somebody else."));
    if (request.author && (!isStorable(request.author->name) || !isStorable(request.author->email) ||
                           request.author->name.trimmed().isEmpty() || request.author->email.contains(u' ')))
        return fail(ErrorKind::Invalid, Text::tr("The author has no name, or one that Git cannot store."), {},
                    Text::tr("Write it like this: Ada Example <ada@example.org>"));
    const auto &when = request.authored;
    if (when && (when->seconds < 0 || std::abs(when->offsetMinutes) >= 24 * 60))
        return fail(ErrorKind::Invalid, Text::tr("Git cannot store that date."));
    return {};
}

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

/// Only where it is another, because hooks see it, too.
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

/// Where the commit was begun, and what came of it.
class Committing
{
public:
    Committing(const Program &git, const CommitRequest &request)
        : m_git(git)
        , m_request(request)
    {}

    /// Records what is amended.
    Result<void> prepare(const CancelToken &cancel)
    {
        if (!m_request.amends)
            return {};
        auto move = HeadMove::record(m_git, {.action = UndoAction::Amend, .files = {}}, cancel);
        if (!move)
            return std::unexpected(move.error());
        m_move = *std::move(move);
        return {};
    }

    // Git and its hooks may have waited for somebody who changed what was shown.
    Result<void> begin(const CancelToken &cancel)
    {
        if (const auto checked = checkHead(m_git, m_request, cancel); !checked)
            return checked;
        if (const auto checked = m_move ? m_move->checkSame() : Result<void>(); !checked)
            return checked;
        if (const auto checked = checkPrint(m_git, m_request, cancel); !checked)
            return checked;
        auto head = readHead(m_git, cancel);
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
        const auto head = m_hasBegun ? readHead(m_git, {}) : Result<ObjectId>();
        if (!head || head->isNull() || *head == m_before)
            return std::nullopt;
        const auto details = readCommit(m_git.location(), *head);
        const QByteArray subject = m_request.message.trimmed().split('\n').first().trimmed();
        const bool isOurs =
            details && stands(details->commit.parents) && details->rawMessage.contains(subject);
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

Result<ObjectId> createCommit(const Program &git, const CommitRequest &request,
                              const std::function<void(OutputChannel, QByteArrayView)> &onOutput,
                              const CancelToken &cancel)
{
    Result<void> checked = checkMessage(request.message);
    if (checked)
        checked = checkAuthor(request);
    if (checked)
        checked = checkHead(git, request, cancel);
    if (checked)
        checked = checkStaged(git, request, cancel);
    if (checked)
        checked = checkIdentity(git, cancel);
    if (!checked)
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
    const auto made = readHead(git, {});
    return made ? committing.checkMade(*made) : made;
}

} // namespace Git
