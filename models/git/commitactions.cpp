// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitactions.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/leftcommits.h"
#include "git/locate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/text.h"
#include "git/undorecord.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// The short name behind a prefix; Invalid when it is not there or git would not take it.
Result<QString> nameBehind(const QByteArray &prefix, const QByteArray &ref)
{
    if (!ref.startsWith(prefix))
        //: %1: the name of a ref
        return fail(ErrorKind::Invalid, Text::tr("%1 is no branch.").arg(displayPath(ref)));
    const QByteArray name = ref.sliced(prefix.size());
    if (const QString problem = refNameProblem(name); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem, displayPath(ref));
    return QFile::decodeName(name);
}

Result<QString> checkedName(const QByteArray &name)
{
    return nameBehind(kBranches, kBranches + name);
}

Result<void> checkCommit(const ObjectId &commit)
{
    if (commit.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    return {};
}

Result<void> change(const Program &git, const QStringList &arguments, const QString &sentence,
                    const CancelToken &cancel, const QByteArray &input = {})
{
    const auto result =
        git.run({.arguments = arguments,
                 .input = input,
                 .timeout = {},
                 .kind = Program::Kind::Hooks,
                 .runsToEnd = arguments.first() == "switch"_L1}, // else half a work tree is left
                cancel);
    return result ? Result<void>() : failAction(result.error(), sentence);
}

/// "ref: refs/heads/…" or an id.
QByteArray headText(const Program &git)
{
    return readSmallFile(git.location().gitDir + "/HEAD").trimmed();
}

// to: where HEAD goes; null: to a branch that is there. wanted: what HEAD then says.
// how: options and what to switch to. Ignored files are nobody's to overwrite.
Result<CheckoutEnd> switchTo(const Program &git, const ObjectId &to, const QByteArray &wanted,
                             const QStringList &how, const QString &sentence, const CancelToken &cancel)
{
    const QStringList arguments = QStringList{u"switch"_s, u"--quiet"_s, u"--no-overwrite-ignore"_s} + how;
    const auto from = resolveRevision(git.location(), "HEAD");
    const QByteArray before = headText(git);
    const QByteArray branch = wanted.startsWith("ref: ") ? wanted.sliced(5) : QByteArray();
    auto left = recordLeftCommits(git, to, branch, cancel);
    if (!left)
        return std::unexpected(left.error());
    const auto switched = change(git, arguments, sentence, cancel);
    if (switched)
        return CheckoutEnd{*std::move(left)};
    // Git sets HEAD when all files are written; only its hook comes after that.
    if (before != wanted && headText(git) == wanted)
        return CheckoutEnd{*std::move(left), switched.error().detail};
    const auto head = *left ? resolveRevision(git.location(), "HEAD") : Result<ObjectId>();
    if (*left && head && from && *head == *from)
        (void)dropUndoRecord(git, **left, {});
    return std::unexpected(switched.error());
}

} // namespace

Result<CheckoutEnd> checkoutBranch(const Program &git, const QByteArray &branch, const CancelToken &cancel)
{
    const auto name = nameBehind(kBranches, branch);
    if (!name)
        return std::unexpected(name.error());
    return switchTo(git, {}, "ref: " + branch, {u"--no-guess"_s, *name},
                    //: %1: a branch
                    Text::tr("“%1” was not checked out.").arg(displayPath(branch.sliced(kBranches.size()))),
                    cancel);
}

Result<CheckoutEnd> checkoutRemoteBranch(const Program &git, const QByteArray &remoteBranch,
                                         const QByteArray &name, const CancelToken &cancel)
{
    const auto remote = nameBehind(kRemotes, remoteBranch);
    const auto local = checkedName(name);
    if (!remote || !local)
        return std::unexpected(remote ? local.error() : remote.error());
    return switchTo(git, {}, "ref: " + kBranches + name,
                    {u"--track"_s, u"--create"_s, *local, QString(u"refs/remotes/"_s + *remote)},
                    Text::tr("“%1” was not checked out.").arg(displayPath(name)), cancel);
}

Result<CheckoutEnd> checkoutCommit(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    if (const auto checked = checkCommit(commit); !checked)
        return std::unexpected(checked.error());
    return switchTo(git, commit, commit.toHex(), {u"--detach"_s, commit.text()},
                    Text::tr("“%1” was not checked out.").arg(commit.abbreviated()), cancel);
}

Result<CheckoutEnd> createBranch(const Program &git, const QByteArray &name, const ObjectId &commit,
                                 Afterwards afterwards, const CancelToken &cancel)
{
    const auto checked = checkedName(name);
    if (!checked)
        return std::unexpected(checked.error());
    if (const auto there = checkCommit(commit); !there)
        return std::unexpected(there.error());
    //: %1: a branch
    const QString sentence = Text::tr("The branch “%1” was not made.").arg(displayPath(name));
    if (afterwards == Afterwards::CheckOut)
        return switchTo(git, commit, "ref: " + kBranches + name,
                        {u"--no-track"_s, u"--create"_s, *checked, commit.text()}, sentence, cancel);
    const auto made = change(git, {u"branch"_s, u"--no-track"_s, *checked, commit.text()}, sentence, cancel);
    return made ? Result<CheckoutEnd>(CheckoutEnd{}) : std::unexpected(made.error());
}

Result<void> createTag(const Program &git, const QByteArray &name, const ObjectId &commit,
                       const QByteArray &message, const CancelToken &cancel)
{
    const auto checked = checkedName(name);
    if (!checked)
        return std::unexpected(checked.error());
    if (const auto there = checkCommit(commit); !there)
        return there;
    if (message.contains('\0'))
        return fail(ErrorKind::Invalid,
                    Text::tr("The message contains a NUL character, which Git cannot store."));
    //: %1: a tag
    const QString sentence = Text::tr("The tag “%1” was not made.").arg(displayPath(name));
    if (message.trimmed().isEmpty()) // not signed whatever tag.gpgSign says: that would need a message
        return change(git, {u"tag"_s, u"--no-sign"_s, *checked, commit.text()}, sentence, cancel);
    const QByteArray text = message.endsWith('\n') ? message : QByteArray(message + '\n');
    return change(
        git, {u"tag"_s, u"--annotate"_s, u"--cleanup=verbatim"_s, u"-F"_s, u"-"_s, *checked, commit.text()},
        sentence, cancel, text);
}

} // namespace Git
