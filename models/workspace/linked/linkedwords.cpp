// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/linkedwords.h"

#include "base/text.h"
#include "git/remote/remoteurl.h"
#include "workspace/branches/branchnames.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace LinkedWords {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LinkedWords)
};

QString headOf(const QByteArray &branch, const Git::ObjectId &commit)
{
    if (!branch.isEmpty())
        return shownBranch(branch);
    return commit.isNull() ? Words::tr("HEAD cannot be read")
                           //: %1: an abbreviated commit id
                           : Words::tr("detached at %1").arg(commit.abbreviated());
}

QString contentOf(const Git::Submodule &module)
{
    QStringList words;
    if (module.hasNewCommit)
        words += module.checkedOut.isNull() ? Words::tr("no commit") : Words::tr("new commit");
    if (module.hasChanges)
        words += Words::tr("changed content");
    if (module.hasUntracked)
        words += Words::tr("untracked content");
    return words.join(u", "_s);
}

LinkedTone toneOf(const Git::Submodule &module)
{
    if (!module.problem.isEmpty() || module.isConflicted)
        return LinkedTone::Bad;
    if (!module.isPopulated)
        return LinkedTone::Quiet;
    return module.isClean() ? LinkedTone::Good : LinkedTone::Warn;
}

} // namespace

LinkedRow row(const Git::Worktree &tree)
{
    LinkedRow row{.key = tree.gitDir, .title = displayPath(tree.path)};
    QStringList details{tree.isBare ? Words::tr("bare, no files") : headOf(tree.branch, tree.target)};
    if (tree.isMain && !tree.isBare)
        details += Words::tr("main work tree");
    if (!tree.lockReason.isEmpty())
        details += displayPath(tree.lockReason);
    row.detail = details.join(u"  ·  "_s);
    if (tree.isMissing) {
        row.state = tree.isLocked ? Words::tr("locked, folder is missing") : Words::tr("folder is missing");
        row.tone = LinkedTone::Bad;
    } else if (tree.isLocked) {
        row.state = Words::tr("locked");
        row.tone = LinkedTone::Warn;
    } else if (tree.isHere) {
        row.state = Words::tr("open here");
        row.tone = LinkedTone::Good;
    }
    return row;
}

QString state(const Git::Submodule &module)
{
    if (!module.problem.isEmpty())
        return Words::tr("not usable");
    if (module.isConflicted)
        return Words::tr("in conflict");
    if (!module.isPopulated)
        return module.isInitialised ? Words::tr("not checked out") : Words::tr("not initialised");
    return contentOf(module);
}

LinkedRow row(const Git::Submodule &module)
{
    QStringList details;
    if (!module.problem.isEmpty())
        details += module.problem;
    if (!module.recorded.isNull())
        //: %1: an abbreviated commit id
        details += Words::tr("recorded %1").arg(module.recorded.abbreviated());
    if (module.isPopulated && (module.hasNewCommit || !module.branch.isEmpty())) {
        const QString commit = module.checkedOut.abbreviated();
        if (module.branch.isEmpty())
            //: %1: an abbreviated commit id
            details += Words::tr("checked out %1").arg(commit);
        else
            //: %1: a branch, %2: an abbreviated commit id
            details += Words::tr("checked out %1 at %2").arg(shownBranch(module.branch), commit);
    }
    if (!module.name.isEmpty() && module.name != module.path)
        //: %1: name of a submodule
        details += Words::tr("named %1").arg(displayPath(module.name));
    if (!module.url.isEmpty())
        details += Git::displayUrl(module.url);
    const QString words = state(module);
    return {.key = module.path,
            .title = displayPath(module.path),
            .detail = details.join(u"  ·  "_s),
            .state = words.isEmpty() ? Words::tr("up to date") : words,
            .hint = {},
            .tone = toneOf(module)};
}

QString removal(const Git::Worktree &tree, const Git::WorktreeLoss &loss)
{
    //: %1: a path
    QStringList sentences{
        Words::tr("The folder %1 is deleted with all it holds. Nothing in it is changed, and "
                  "its branch stays.")
            .arg(displayPath(tree.path))};
    if (loss.ignored > 0)
        sentences += Words::tr("%n ignored file(s) or folder(s) in it are lost.", nullptr,
                               static_cast<int>(loss.ignored));
    return sentences.join(u"\n\n"_s);
}

QString deinitialising(const Git::Submodule &module)
{
    const QString path = displayPath(module.path);
    if (module.hasDirt())
        //: %1: path of a submodule, %2: such as "changed content, untracked content"
        return Words::tr("%1 holds %2. That is recorded in the submodule itself: once it is checked out "
                         "again, undo there brings it back. Then its folder is emptied, files that it "
                         "ignores are deleted for good, and its address is forgotten. Its clone stays.")
            .arg(path, contentOf(module));
    //: %1: path of a submodule
    return Words::tr(
               "The folder %1 is emptied, files that it ignores are deleted for good, and its address is "
               "forgotten. Its clone stays: updating it checks it out again.")
        .arg(path);
}

} // namespace LinkedWords
