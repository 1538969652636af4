// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/linkedworktrees.h"
#include "git/locate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/sequence/branches.h"
#include "git/sequence/branchuse.h"
#include "git/text.h"
#include "git/undorecord.h"
#include "git/worktree.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QString shown(const QByteArray &branch)
{
    return displayPath(branch.sliced(kBranches.size()));
}

std::unexpected<Error> failInUse(const QByteArray &branch, const BranchUse &use)
{
    const QString name = shown(branch), folder = displayPath(use.folder);
    switch (use.why) {
    case BranchUse::Why::CheckedOut:
        return fail(ErrorKind::Invalid,
                    //: %1: a branch; %2: a folder
                    use.isHere
                        ? Text::tr("“%1” is checked out, so it is not deleted.").arg(name)
                        : Text::tr("“%1” is checked out in %2, so it is not deleted.").arg(name, folder),
                    {}, Text::tr("Check out another branch there first."));
    case BranchUse::Why::Rebased:
        return fail(ErrorKind::Invalid,
                    //: %1: a branch; %2: a folder
                    Text::tr("“%1” is being rebased in %2, so it is not deleted.").arg(name, folder), {},
                    Text::tr("Finish or abort the operation that is in progress first."));
    case BranchUse::Why::Bisected:
        break;
    }
    return fail(ErrorKind::Invalid,
                //: %1: a branch; %2: a folder
                Text::tr("The bisection in %2 goes back to “%1”, so it is not deleted.").arg(name, folder),
                {}, Text::tr("Finish or abort the operation that is in progress first."));
}

Result<void> checkDeletable(const Program &git, const QByteArray &branch, const ObjectId &expected)
{
    const RepoLocation &where = git.location();
    if (!branch.startsWith(kBranches) || !isInnerPath(branch))
        return fail(ErrorKind::Invalid, Text::tr("%1 is no branch.").arg(displayPath(branch)));
    if (expected.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (const auto use = findBranchUse(where, branch))
        return failInUse(branch, *use);
    if (readSmallFile(where.commonDir + '/' + branch).startsWith("ref:"))
        return fail(
            ErrorKind::Invalid,
            Text::tr("“%1” is only another name of a branch, so it is not deleted.").arg(shown(branch)));
    const auto present = resolveRevision(where, branch);
    if (present && *present == expected)
        return {};
    //: %1: a branch
    const QString sentence = present ? Text::tr("“%1” has moved since it was shown, so it was not deleted.")
                                     : Text::tr("“%1” is gone already.");
    return fail(ErrorKind::Conflict, sentence.arg(shown(branch)));
}

QByteArray sectionOf(const QByteArray &branch)
{
    return "branch." + branch.sliced(kBranches.size());
}

Result<QList<QByteArray>> readSettings(const Program &git, const QByteArray &branch,
                                       const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = {u"config"_s, u"--local"_s, u"-z"_s, u"--list"_s}, .kind = Program::Kind::Read},
                cancel);
    if (!result)
        return std::unexpected(result.error());
    const QByteArray prefix = sectionOf(branch) + '.';
    QList<QByteArray> settings;
    for (const QByteArray &entry : result->output.split('\0')) { // KEY LF VALUE
        const QByteArray key = entry.first(std::max<qsizetype>(0, entry.indexOf('\n')));
        if (key.startsWith(prefix) && !key.sliced(prefix.size()).contains('.'))
            settings.append(key + '=' + entry.sliced(key.size() + 1));
    }
    return settings;
}

QString removeSettings(const Program &git, const QByteArray &branch)
{
    const QByteArray section = sectionOf(branch);
    //: %1: a branch
    const QString problem =
        Text::tr("The settings of “%1” are left in the configuration.").arg(shown(branch));
    if (QFile::encodeName(QFile::decodeName(section)) != section)
        return problem;
    const auto removed = git.run(
        {.arguments = {u"config"_s, u"--local"_s, u"--remove-section"_s, QFile::decodeName(section)}}, {});
    return removed ? QString() : problem;
}

// A name may be any bytes here, so it goes by input.
Result<void> removeRef(const Program &git, const QByteArray &branch, const ObjectId &expected)
{
    const QByteArray commands =
        "option no-deref"_ba + '\0' + "delete " + branch + '\0' + expected.toHex() + '\0';
    const auto result = git.run({.arguments = {u"update-ref"_s, u"-z"_s, u"--stdin"_s},
                                 .input = commands,
                                 .timeout = {},
                                 .kind = Program::Kind::Hooks},
                                {});
    //: %1: a branch
    return result ? Result<void>()
                  : failAction(result.error(), Text::tr("“%1” was not deleted.").arg(shown(branch)));
}

} // namespace

Result<qsizetype> countOwnCommits(const Program &git, const QByteArray &branch, const CancelToken &cancel)
{
    const auto refs = readRefs(git.location(), cancel);
    if (!refs)
        return std::unexpected(refs.error());
    ObjectId tip;
    QSet<ObjectId> others{refs->head.branch == branch ? ObjectId() : refs->head.target};
    for (const LinkedWorktree &tree : readLinkedWorktrees(git.location()))
        others.insert(tree.target);
    for (const Ref &ref : refs->all) {
        if (ref.name == branch)
            tip = ref.target;
        else if (!ref.name.startsWith("refs/plumbline/"))
            others.insert(ref.target);
    }
    others.remove(ObjectId());
    if (tip.isNull())
        //: %1: the name of a ref
        return fail(ErrorKind::NotFound, Text::tr("There is no branch %1.").arg(displayPath(branch)));
    if (others.contains(tip))
        return 0;
    QByteArray input = tip.toHex() + '\n';
    for (const ObjectId &other : std::as_const(others))
        input += '^' + other.toHex() + '\n';
    const auto result = git.run({.arguments = {u"rev-list"_s, u"--count"_s, u"--stdin"_s},
                                 .input = input,
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    return result->output.trimmed().toLongLong();
}

Result<DeletedBranch> deleteBranch(const Program &git, const QByteArray &branch, const ObjectId &expected,
                                   const CancelToken &cancel)
{
    if (const auto checked = checkDeletable(git, branch, expected); !checked)
        return std::unexpected(checked.error());
    const auto own = countOwnCommits(git, branch, cancel);
    const auto settings = own ? readSettings(git, branch, cancel) : std::unexpected(own.error());
    if (!settings)
        return std::unexpected(settings.error());
    auto record = writeUndoRecord(
        git,
        {.action = UndoAction::DeleteBranch, .refs = {{branch, expected, ObjectId()}}, .settings = *settings},
        cancel);
    if (!record)
        return std::unexpected(record.error());
    // From here on it is not cut in half by a cancel.
    if (const auto removed = removeRef(git, branch, expected); !removed) {
        Error error = removed.error();
        // Only a branch that is seen to be there needs no way back.
        if (const auto present = resolveRevision(git.location(), branch); present && *present == expected)
            (void)dropUndoRecord(git, *record, {});
        else
            //: %1: name of a Git ref
            error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record->ref));
        return std::unexpected(std::move(error));
    }
    return DeletedBranch{.undo = *std::move(record),
                         .ownCommits = *own,
                         .settings = *settings,
                         .problem = settings->isEmpty() ? QString() : removeSettings(git, branch)};
}

} // namespace Git
