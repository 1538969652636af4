// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/jsonbytes.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "git/linked/worktrees.h"
#include "git/refname.h"
#include "git/refs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString headText(const Git::Worktree &tree)
{
    if (!tree.branch.isEmpty())
        return displayPath(tree.branch.startsWith(Git::kBranches) ? tree.branch.sliced(Git::kBranches.size())
                                                                  : tree.branch);
    return tree.target.isNull() ? Text::tr("HEAD is damaged")
                                //: %1: an abbreviated commit id
                                : Text::tr("detached at %1").arg(tree.target.abbreviated());
}

QJsonObject worktreeJson(const Git::Worktree &tree)
{
    QJsonObject object{{u"main"_s, tree.isMain},
                       {u"here"_s, tree.isHere},
                       {u"bare"_s, tree.isBare},
                       {u"locked"_s, tree.isLocked},
                       {u"missing"_s, tree.isMissing},
                       {u"commit"_s, tree.target.isNull() ? QJsonValue() : tree.target.text()}};
    insertBytes(object, u"path"_s, tree.path);
    if (!tree.branch.isEmpty())
        insertBytes(object, u"branch"_s, tree.branch);
    if (tree.isLocked)
        object.insert(u"lockReason"_s, displayText(tree.lockReason));
    return object;
}

void printTree(const Git::Worktree &tree, Output &out)
{
    QStringList states;
    if (tree.isHere)
        states += Text::tr("here");
    if (tree.isBare)
        states += Text::tr("bare");
    if (tree.isLocked)
        states += tree.lockReason.isEmpty() ? Text::tr("locked")
                                            : Text::tr("locked: %1").arg(displayPath(tree.lockReason));
    if (tree.isMissing)
        states += Text::tr("folder is missing");
    out.printPieces({{displayPath(tree.path), Tint::Name},
                     {u"  "_s + headText(tree)},
                     {states.isEmpty() ? QString() : QString(u"  "_s + states.join(u", "_s)),
                      tree.isMissing ? Tint::Bad : Tint::Notable}});
}

int listTrees(const Git::RepoLocation &where, Output &out)
{
    QJsonArray all;
    for (const Git::Worktree &tree : Git::readWorktrees(where)) {
        all += worktreeJson(tree);
        if (!out.isJson())
            printTree(tree, out);
    }
    if (out.isJson())
        out.printJson({{u"worktrees"_s, all}});
    return ExitDone;
}

QByteArray folderOf(const QString &word)
{
    return QFile::encodeName(QDir::cleanPath(QDir::current().absoluteFilePath(word)));
}

Result<Git::Worktree> findTree(const Git::RepoLocation &where, const QString &word)
{
    const QByteArray folder = folderOf(word);
    for (const Git::Worktree &tree : Git::readWorktrees(where)) {
        if (tree.path == folder)
            return tree;
    }
    return fail(ErrorKind::NotFound,
                //: %1: a path
                Text::tr("There is no work tree in %1").arg(displayPath(folder)), {},
                Text::tr("ai-cli worktree list shows them"));
}

Result<Git::NewWorktree> wantedBy(const Arguments &arguments, const Git::RepoLocation &where)
{
    Git::NewWorktree wanted{.folder = folderOf(arguments.positional[1]),
                            .branch = arguments.value(u"branch"_s).toUtf8()};
    wanted.isNewBranch = arguments.has(u"new"_s);
    if (wanted.isNewBranch || wanted.branch.isEmpty()) {
        const auto start = arguments.has(u"from"_s)
                               ? Git::resolveRevision(where, arguments.value(u"from"_s).toUtf8())
                               : resolveHead(where);
        if (!start)
            return std::unexpected(start.error());
        wanted.start = *start;
    }
    return wanted;
}

int tellTree(const Result<void> &done, const QString &key, const QByteArray &folder, const QString &words,
             Output &out)
{
    if (!done)
        return out.fail(done.error());
    QJsonObject object;
    insertBytes(object, key, folder);
    if (out.isJson())
        out.printJson(object);
    else
        out.print(words.arg(displayPath(folder)));
    return ExitDone;
}

int pruneTrees(const Git::Program &git, Output &out)
{
    const auto gone = Git::pruneWorktrees(git, {});
    if (!gone)
        return out.fail(gone.error());
    QJsonArray all;
    for (const Git::Worktree &tree : *gone) {
        all += worktreeJson(tree);
        if (!out.isJson())
            //: %1: a path
            out.print(Text::tr("Forgot %1").arg(displayPath(tree.path)));
    }
    if (out.isJson())
        out.printJson({{u"forgotten"_s, all}});
    else if (gone->isEmpty())
        out.note(Text::tr("No work tree is gone"));
    return ExitDone;
}

class WorktreeCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"worktree"_s,
                .summary = Text::tr("List, add, remove and prune work trees of the repository"),
                .positional = u"list | add FOLDER | remove FOLDER | prune"_s,
                .positionalMaximum = 2,
                .options = {{u"branch"_s, u"NAME"_s, Text::tr("add: check this branch out")},
                            {u"new"_s, {}, Text::tr("add: make the branch first")},
                            {u"from"_s, u"COMMIT"_s,
                             Text::tr("add: where a new branch, or HEAD on none, begins; else at HEAD")}},
                .details = Text::tr("remove refuses where changes, untracked files, commits on no branch or "
                                    "an operation in progress\nwould be lost; ignored files go with the "
                                    "folder."),
                .examples = {u"ai-cli worktree list --json"_s,
                             u"ai-cli worktree add ../hotfix --branch hotfix --new --trust"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString what = arguments.positional.value(0);
        const QHash<QString, int> known{{u"list"_s, 1}, {u"add"_s, 2}, {u"remove"_s, 2}, {u"prune"_s, 1}};
        if (!known.contains(what))
            return out.failUsage(Text::tr("worktree takes list, add, remove or prune"));
        if (arguments.positional.size() != known.value(what))
            return out.failUsage(known.value(what) == 2 ? Text::tr("Name the folder of the work tree")
                                                        : Text::tr("worktree %1 takes no folder").arg(what));
        if (what != "add"_L1 &&
            (arguments.has(u"branch"_s) || arguments.has(u"new"_s) || arguments.has(u"from"_s)))
            return out.failUsage(Text::tr("--branch, --new and --from go with add"));
        const bool isNew = arguments.has(u"new"_s), hasBranch = arguments.has(u"branch"_s);
        if ((isNew && !hasBranch) || (hasBranch && !isNew && arguments.has(u"from"_s)))
            return out.failUsage(isNew ? Text::tr("--new needs --branch")
                                       : Text::tr("--from goes with a new branch, or with none"));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        if (what == "list"_L1)
            return listTrees(info->location, out);
        const Git::Program git(services.processes, info->location);
        return what == "prune"_L1 ? pruneTrees(git, out) : change(git, arguments, out);
    }

private:
    static int change(const Git::Program &git, const Arguments &arguments, Output &out)
    {
        if (arguments.positional.first() == "add"_L1) {
            const auto wanted = wantedBy(arguments, git.location());
            if (!wanted)
                return out.fail(wanted.error());
            //: %1: a path
            return tellTree(Git::addWorktree(git, *wanted, {}), u"added"_s, wanted->folder,
                            Text::tr("Made the work tree %1"), out);
        }
        const auto tree = findTree(git.location(), arguments.positional[1]);
        if (!tree)
            return out.fail(tree.error());
        //: %1: a path
        return tellTree(Git::removeWorktree(git, *tree, {}), u"removed"_s, tree->path,
                        Text::tr("Removed the work tree %1"), out);
    }
};

} // namespace

std::unique_ptr<Command> makeWorktreeCommand()
{
    return std::make_unique<WorktreeCommand>();
}

} // namespace Cli
