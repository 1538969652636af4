// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/worktrees.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/locate.h"
#include "git/refname.h"
#include "git/refs.h"
#include "git/text.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

bool isUsableFolder(const QByteArray &folder)
{
    return folder.startsWith('/') && !folder.contains('\0') && !folder.contains('\n') &&
           QFile::encodeName(QFile::decodeName(folder)) == folder;
}

Result<void> checkFolder(const RepoLocation &where, const QByteArray &folder)
{
    if (!isUsableFolder(folder))
        return fail(ErrorKind::Invalid,
                    //: %1: a path
                    Text::tr("“%1” is no absolute path that Git can be given.").arg(displayPath(folder)));
    const QByteArray clean = QFile::encodeName(QDir::cleanPath(QFile::decodeName(folder))) + '/';
    if (where.commonDir.endsWith("/.git") && clean.startsWith(QByteArray(where.commonDir + '/')))
        return fail(ErrorKind::Invalid, Text::tr("A work tree cannot lie in the repository's Git folder."));
    const QDir present(QFile::decodeName(folder));
    if (present.exists() &&
        !present.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        //: %1: a path
        return fail(ErrorKind::Conflict,
                    Text::tr("The folder “%1” is there and not empty.").arg(displayPath(folder)));
    if (!present.exists() && pathExists(folder))
        return fail(ErrorKind::Conflict,
                    //: %1: a path
                    Text::tr("“%1” is there and is no folder.").arg(displayPath(folder)));
    return {};
}

Result<QStringList> addArguments(const NewWorktree &wanted)
{
    QStringList arguments{u"worktree"_s, u"add"_s};
    const bool hasBranch = !wanted.branch.isEmpty();
    if (const QString problem = hasBranch ? refNameProblem(wanted.branch) : QString(); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem, displayPath(wanted.branch));
    if (wanted.isNewBranch != (hasBranch && !wanted.start.isNull()) || (!hasBranch && wanted.start.isNull()))
        return fail(ErrorKind::Invalid, Text::tr("A work tree needs a branch or a commit."));
    if (wanted.isNewBranch)
        arguments << u"--no-track"_s << u"-b"_s << QFile::decodeName(wanted.branch);
    else if (!hasBranch)
        arguments << u"--detach"_s;
    arguments << u"--"_s << QFile::decodeName(wanted.folder)
              << (wanted.start.isNull() ? QFile::decodeName(wanted.branch) : wanted.start.text());
    return arguments;
}

/// What git would say in its own words, after it made the folder.
Result<void> checkBranch(const RepoLocation &where, const NewWorktree &wanted, const CancelToken &cancel)
{
    if (wanted.branch.isEmpty())
        return {};
    const auto refs = readRefs(where, cancel);
    if (!refs)
        return std::unexpected(refs.error());
    const QByteArray name = "refs/heads/" + wanted.branch;
    const bool isThere = std::ranges::contains(refs->all, name, &Ref::name);
    if (wanted.isNewBranch)
        return isThere ? fail(ErrorKind::Conflict,
                              Text::tr("There is a branch “%1” already.").arg(displayPath(wanted.branch)))
                       : Result<void>();
    if (!isThere && refs->head.branch != wanted.branch)
        return fail(ErrorKind::NotFound, Text::tr("There is no branch “%1”.").arg(displayPath(wanted.branch)),
                    {}, Text::tr("A new branch can be made with the work tree."));
    const QList<Worktree> trees = readWorktrees(where);
    const auto holder = std::ranges::find(trees, name, &Worktree::branch);
    if (holder != trees.end())
        return fail(ErrorKind::Conflict,
                    //: %1: a branch, %2: a path
                    Text::tr("“%1” is checked out in %2.")
                        .arg(displayPath(wanted.branch), displayPath(holder->path)));
    return {};
}

Result<void> changeTrees(const Program &git, const QStringList &arguments, const QString &sentence,
                         const CancelToken &cancel)
{
    const auto result = git.run(
        {.arguments = QStringList{u"worktree"_s} + arguments, .timeout = {}, .kind = Program::Kind::Hooks},
        cancel);
    return result ? Result<void>() : Result<void>(failAction(result.error(), sentence));
}

Operation operationIn(const QByteArray &gitDir)
{
    const auto has = [&](const char *name) { return pathExists(gitDir + name); };
    if (has("/rebase-merge"))
        return Operation::Rebase;
    if (has("/rebase-apply"))
        return has("/rebase-apply/applying") ? Operation::ApplyMailbox : Operation::Rebase;
    if (has("/MERGE_HEAD"))
        return Operation::Merge;
    if (has("/CHERRY_PICK_HEAD"))
        return Operation::CherryPick;
    if (has("/REVERT_HEAD"))
        return Operation::Revert;
    return has("/BISECT_LOG") ? Operation::Bisect : Operation::None;
}

Result<qsizetype> countLostCommits(const Program &git, const Worktree &tree, const CancelToken &cancel)
{
    if (tree.target.isNull())
        return 0;
    const auto counted = git.run({.arguments = {u"rev-list"_s, u"--count"_s, tree.target.text(), u"--not"_s,
                                                u"--branches"_s, u"--tags"_s, u"--remotes"_s, u"--"_s},
                                  .kind = Program::Kind::Read},
                                 cancel);
    if (!counted)
        return std::unexpected(counted.error());
    bool isNumber = false;
    const qsizetype count = counted->output.trimmed().toLongLong(&isNumber);
    return isNumber ? Result<qsizetype>(count)
                    : fail(ErrorKind::External, Text::tr("Git did not count the commits."));
}

void countFiles(const QByteArray &listed, WorktreeLoss &loss)
{
    const QList<QByteArray> entries = listed.split('\0');
    for (qsizetype at = 0; at < entries.size(); ++at) {
        const QByteArray &entry = entries[at];
        if (entry.startsWith("!!"))
            ++loss.ignored;
        else if (entry.startsWith("??"))
            ++loss.untracked;
        else if (entry.size() > 3)
            ++loss.changed;
        if (entry.startsWith('R') || entry.startsWith('C'))
            ++at; // the old path
    }
}

Result<void> checkNamed(const Program &git, const Worktree &tree)
{
    const QList<Worktree> all = readWorktrees(git.location());
    const auto found = std::ranges::find(all, tree.gitDir, &Worktree::gitDir);
    if (found == all.end() || found->path != tree.path)
        return fail(ErrorKind::Conflict,
                    //: %1: a path
                    Text::tr("The work tree %1 is not there any more.").arg(displayPath(tree.path)));
    if (found->isMain)
        return fail(ErrorKind::Invalid, Text::tr("This is the repository's main work tree."));
    return isUsableFolder(tree.path)
               ? Result<void>()
               : fail(ErrorKind::Invalid,
                      //: %1: a path
                      Text::tr("“%1” cannot be given to Git by name.").arg(displayPath(tree.path)));
}

std::unexpected<Error> failLoss(const Worktree &tree, const WorktreeLoss &loss)
{
    const QString path = displayPath(tree.path);
    if (loss.operation != Operation::None)
        return fail(ErrorKind::Conflict, Text::tr("An operation is in progress in %1.").arg(path), {},
                    Text::tr("Continue or abort it there first."));
    if (loss.commits > 0)
        return fail(ErrorKind::Conflict,
                    Text::tr("HEAD of %1 is on no branch and has %n commit(s) that no branch has.", nullptr,
                             static_cast<int>(loss.commits))
                        .arg(path),
                    {}, Text::tr("Make a branch of them there first."));
    return fail(ErrorKind::Conflict,
                Text::tr("%1 has %n file(s) that are changed or that Git does not know.", nullptr,
                         static_cast<int>(loss.changed + loss.untracked))
                    .arg(path),
                {}, Text::tr("Commit, stash or discard them there first."));
}

} // namespace

Result<void> addWorktree(const Program &git, const NewWorktree &wanted, const CancelToken &cancel)
{
    const auto arguments = addArguments(wanted);
    if (!arguments)
        return std::unexpected(arguments.error());
    if (const auto checked = checkFolder(git.location(), wanted.folder); !checked)
        return checked;
    if (const auto checked = checkBranch(git.location(), wanted, cancel); !checked)
        return checked;
    return changeTrees(git, arguments->sliced(1), Text::tr("The work tree was not made."), cancel);
}

Result<WorktreeLoss> readWorktreeLoss(const Program &git, const Worktree &tree, const CancelToken &cancel)
{
    WorktreeLoss loss{.operation = operationIn(tree.gitDir)};
    const auto commits = countLostCommits(git, tree, cancel);
    if (!commits)
        return std::unexpected(commits.error());
    loss.commits = *commits;
    if (tree.isMissing)
        return loss;
    // Without GIT_DIR, so that -C decides where.
    const auto listed =
        git.run({.arguments = {u"-C"_s, QFile::decodeName(tree.path), u"--no-optional-locks"_s, u"status"_s,
                               u"--porcelain"_s, u"-z"_s, u"--ignored"_s, u"--untracked-files=normal"_s,
                               u"--ignore-submodules=none"_s},
                 .timeout = {},
                 .kind = Program::Kind::Hooks},
                cancel);
    if (!listed)
        return std::unexpected(listed.error());
    countFiles(listed->output, loss);
    return loss;
}

Result<void> removeWorktree(const Program &git, const Worktree &tree, const CancelToken &cancel)
{
    if (const auto checked = checkNamed(git, tree); !checked)
        return checked;
    if (tree.gitDir == git.location().gitDir)
        return fail(ErrorKind::Invalid, Text::tr("The work tree that is open here is not removed."), {},
                    Text::tr("Open another one of the repository first."));
    if (pathExists(tree.gitDir + "/locked"))
        return fail(ErrorKind::Invalid,
                    //: %1: a path
                    Text::tr("The work tree %1 is locked.").arg(displayPath(tree.path)), {},
                    Text::tr("Unlock it first."));
    const auto loss = readWorktreeLoss(git, tree, cancel);
    if (!loss)
        return std::unexpected(loss.error());
    if (!loss->isNothing())
        return failLoss(tree, *loss);
    return changeTrees(git, {u"remove"_s, u"--"_s, QFile::decodeName(tree.path)},
                       Text::tr("The work tree was not removed."), cancel);
}

Result<QList<Worktree>> pruneWorktrees(const Program &git, const CancelToken &cancel)
{
    QList<Worktree> gone;
    for (const Worktree &tree : readWorktrees(git.location())) {
        if (!tree.isMissing || tree.isLocked || tree.isMain || tree.isHere)
            continue;
        const auto loss = readWorktreeLoss(git, tree, cancel);
        if (!loss)
            return std::unexpected(loss.error());
        if (!loss->isNothing())
            return failLoss(tree, *loss);
        gone += tree;
    }
    if (gone.isEmpty())
        return gone;
    const auto done = changeTrees(git, {u"prune"_s, u"--expire=now"_s},
                                  Text::tr("The work trees that are gone were not forgotten."), cancel);
    if (!done)
        return std::unexpected(done.error());
    gone.removeIf([](const Worktree &tree) { return pathExists(tree.gitDir); });
    return gone;
}

Result<void> lockWorktree(const Program &git, const Worktree &tree, const QByteArray &reason,
                          const CancelToken &cancel)
{
    if (const auto checked = checkNamed(git, tree); !checked)
        return checked;
    QStringList arguments{u"lock"_s};
    if (!reason.isEmpty() && !reason.contains('\0'))
        arguments += QString(u"--reason="_s + QString::fromUtf8(reason));
    return changeTrees(git, arguments << u"--"_s << QFile::decodeName(tree.path),
                       Text::tr("The work tree was not locked."), cancel);
}

Result<void> unlockWorktree(const Program &git, const Worktree &tree, const CancelToken &cancel)
{
    if (const auto checked = checkNamed(git, tree); !checked)
        return checked;
    return changeTrees(git, {u"unlock"_s, u"--"_s, QFile::decodeName(tree.path)},
                       Text::tr("The work tree was not unlocked."), cancel);
}

} // namespace Git
