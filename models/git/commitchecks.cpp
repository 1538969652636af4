// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitchecks.h"

#include "git/sequence/sequenceend.h"
#include "git/stagedprint.h"
#include "git/text.h"
#include "git/work/setting.h"

#include <QFile>

#include <array>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkMessage(const QByteArray &message)
{
    if (message.contains('\0'))
        return fail(ErrorKind::Invalid,
                    Text::tr("The message contains a NUL character, which Git cannot store."));
    if (message.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("The message is empty."));
    return {};
}

Result<void> checkStaged(const Program &git, const CommitRequest &request)
{
    const bool endsMerge = QFile::exists(QFile::decodeName(git.location().gitDir + "/MERGE_HEAD"));
    if (request.amends || endsMerge)
        return {};
    const auto isNothing = isNothingStaged(git);
    if (!isNothing)
        return std::unexpected(isNothing.error());
    if (*isNothing)
        return fail(ErrorKind::Invalid, Text::tr("Nothing is staged."), {},
                    Text::tr("Stage a file, a part or a line first."));
    return {};
}

// A name may not be of signs alone; what else there is, and where none is set, git says.
bool isIdentitySet(const RepoLocation &where)
{
    const auto isSaid = [&](const char *key) {
        const QString value = QString::fromUtf8(readSetting(where, key));
        return std::ranges::any_of(value, [](QChar character) { return character.isLetterOrNumber(); });
    };
    return isSaid("user.name") && isSaid("user.email") &&
           std::ranges::all_of(std::array{"author.name", "author.email", "committer.name", "committer.email"},
                               [&](const char *key) { return readSetting(where, key).isEmpty(); });
}

// Asked beforehand, because git asks only after its hooks have run.
Result<void> checkIdentity(const Program &git, const CancelToken &cancel)
{
    if (isIdentitySet(git.location()))
        return {};
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

} // namespace

Result<void> checkExpectedHead(const Program &git, const CommitRequest &request)
{
    const auto head = readHeadCommit(git);
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

Result<void> checkExpectedStaged(const Program &git, const CommitRequest &request, const CancelToken &cancel)
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

Result<void> checkCommit(const Program &git, const CommitRequest &request, const CancelToken &cancel)
{
    Result<void> checked = checkMessage(request.message);
    if (checked)
        checked = checkAuthor(request);
    if (checked)
        checked = checkExpectedHead(git, request);
    if (checked)
        checked = checkStaged(git, request);
    if (checked)
        checked = checkIdentity(git, cancel);
    return checked;
}

} // namespace Git
