// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/types.h"
#include "ui/history/branchmenu.h"
#include "ui/history/mergedialog.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/namedialog.h"
#include "workspace/branches/branchnames.h"

using namespace Qt::StringLiterals;

namespace {

/// Names as they are typed, with what they stand for. Those of remotes begin with the remote's name.
QHash<QString, QByteArray> branchNames(const Git::Refs &refs, bool isLocal, const QByteArray &without = {})
{
    QHash<QString, QByteArray> names;
    for (const bool isOfRemote : {true, false}) { // the local one of two with the same name
        for (const Git::Ref &ref : refs.all) {
            const bool isWanted = isOfRemote ? !isLocal && ref.kind == Git::RefKind::RemoteBranch
                                             : ref.kind == Git::RefKind::LocalBranch;
            if (isWanted && ref.name != without)
                names.insert(shownBranch(ref.name), ref.name);
        }
    }
    return names;
}

QStringList sortedNames(const QHash<QString, QByteArray> &names)
{
    QStringList texts = names.keys();
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

} // namespace

// A command asks for its branch, HEAD's first: what a panel has chosen is not in sight of who types commands.
void BranchMenu::choose(const QString &title, const QString &action, bool isLocal, Step step)
{
    if (!mayWrite())
        return;
    const auto names = branchNames(m_context.repository().refs(), isLocal);
    const bool isOfCurrent = step == &BranchMenu::askRename || step == &BranchMenu::askUpstream ||
                             step == &BranchMenu::unsetUpstream;
    const QString before = isOfCurrent && current() ? headName() : QString();
    auto *dialog = new NameDialog({.title = title,
                                   .explanation = {},
                                   .name = tr("Name of the branch"),
                                   .text = before,
                                   .action = action,
                                   .choices = sortedNames(names),
                                   .problemOf =
                                       [names](const QString &name) {
                                           return names.contains(name)
                                                      ? QString()
                                                      : tr("There is no branch of this name.");
                                       }},
                                  m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, names, step] {
        if (const Git::Ref *branch = find(names.value(dialog->text())); branch && mayWrite())
            (this->*step)(*branch);
    });
    dialog->open();
}

void BranchMenu::checkOut(const Git::Ref &branch)
{
    const QByteArray made = CommitActionsController::localNameOf(branch.name);
    const QByteArray local = "refs/heads/" + made;
    // Where there is a local one of its name already, that one is meant.
    m_checkouts.checkoutBranch(!made.isEmpty() && find(local) ? local : branch.name);
}

void BranchMenu::merge(const Git::Ref &branch)
{
    m_actions.merge(branch.name, branch.target, std::nullopt);
}

void BranchMenu::askMerge(const Git::Ref &branch)
{
    m_actions.readWay(branch.name);
}

void BranchMenu::chooseMerge(const QByteArray &name, const Git::MergeWay &usual)
{
    auto *dialog = new MergeDialog(shownBranch(name), headName(), usual, m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name] {
        if (const Git::Ref *branch = find(name); branch && mayWrite())
            m_actions.merge(name, branch->target, dialog->way());
    });
    dialog->open();
}

void BranchMenu::fastForward(const Git::Ref &branch)
{
    m_actions.merge(branch.name, branch.target, Git::MergeWay{.fastForward = Git::FastForward::Only});
}

void BranchMenu::askRename(const Git::Ref &branch)
{
    auto *dialog = new NameDialog(
        //: %1: a branch
        {.title = tr("Rename %1").arg(shownBranch(branch.name)),
         .explanation =
             branch.upstream.isEmpty()
                 ? QString()
                 //: %1: a branch of a remote
                 : tr("It goes on following %1, which keeps its name.").arg(shownBranch(branch.upstream)),
         .name = tr("New name of the branch"),
         .text = QString::fromUtf8(branch.shortName()),
         .action = tr("Rename"),
         .choices = {},
         .problemOf =
             [this, name = branch.name](const QString &text) { return m_actions.renameProblem(name, text); }},
        m_page);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, name = branch.name] { m_actions.rename(name, dialog->text()); });
    dialog->open();
}

void BranchMenu::askUpstream(const Git::Ref &branch)
{
    const auto names = branchNames(m_context.repository().refs(), false, branch.name);
    QString text = branch.upstream.isEmpty() ? QString() : shownBranch(branch.upstream);
    for (auto name = names.cbegin(); text.isEmpty() && name != names.cend(); ++name)
        if (CommitActionsController::localNameOf(*name) == branch.shortName())
            text = name.key();
    auto *dialog = new NameDialog(
        //: %1: a branch
        {.title = tr("Upstream of %1").arg(shownBranch(branch.name)),
         .explanation = tr("Pulling takes from it, and how far the two are apart is shown."),
         .name = tr("Branch to follow"),
         .text = text,
         .action = tr("Follow"),
         .choices = sortedNames(names),
         .problemOf =
             [names](const QString &name) {
                 return names.contains(name) ? QString() : tr("There is no branch of this name.");
             }},
        m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, names, name = branch.name] {
        m_actions.setUpstream(name, names.value(dialog->text()));
    });
    dialog->open();
}

void BranchMenu::unsetUpstream(const Git::Ref &branch)
{
    if (branch.upstream.isEmpty())
        //: %1: a branch
        m_context.showMessage(tr("%1 follows nothing").arg(shownBranch(branch.name)));
    else
        m_actions.unsetUpstream(branch.name);
}

void BranchMenu::countAndAsk(const Git::Ref &branch)
{
    m_actions.countOwnCommits(branch.name);
}

void BranchMenu::askDelete(const QByteArray &name, qsizetype ownCommits)
{
    const Git::Ref *branch = find(name);
    if (!branch)
        return;
    if (branch->kind == Git::RefKind::RemoteBranch) {
        requestRemoval(*branch, ownCommits);
        return;
    }
    const QString shown = shownBranch(name);
    //: %1: a branch
    const QString text = ownCommits == 0
                             ? tr("All commits of %1 are on other branches or tags as well.").arg(shown)
                             //: %1: a branch
                             : tr("%n commit(s) of %1 are on no other branch or tag: they are not merged.",
                                  nullptr, static_cast<int>(ownCommits))
                                   .arg(shown);
    //: %1: a branch
    auto *dialog = new ConfirmDialog(tr("Delete branch"), text + u' ' + tr("Undo brings the branch back."),
                                     tr("Delete %1").arg(shown), m_page);
    connect(dialog, &QDialog::accepted, this, [this, name, expected = branch->target] {
        if (mayWrite())
            m_actions.remove(name, expected);
    });
    dialog->open();
}

// At the remote it is deleted by what pushes, which asks before.
void BranchMenu::requestRemoval(const Git::Ref &branch, qsizetype ownCommits)
{
    const QByteArray remote = remoteOfBranch(m_context.remotes(), branch.name);
    if (!remote.isEmpty())
        m_context.requestRemoval(remote, branchAtRemote(remote, branch.name), branch.target, ownCommits);
}

void BranchMenu::askDeleteTag(const Git::Ref &tag)
{
    const QString shown = shownBranch(tag.name);
    //: %1: a tag
    auto *dialog = new ConfirmDialog(tr("Delete tag"),
                                     tr("The tag %1 is deleted here; at remotes it stays. Undo brings it "
                                        "back, with its message and signature if it has them.")
                                         .arg(shown),
                                     //: %1: a tag
                                     tr("Delete %1").arg(shown), m_page);
    connect(dialog, &QDialog::accepted, this, [this, name = tag.name, expected = tag.target] {
        if (mayWrite())
            m_actions.removeTag(name, expected);
    });
    dialog->open();
}

void BranchMenu::askBranchAt(const Git::ObjectId &commit)
{
    auto *dialog =
        new NameDialog({.title = tr("Create branch"),
                        //: %1: the short id of a commit
                        .explanation = tr("At %1").arg(commit.abbreviated()),
                        .name = tr("Name of the branch"),
                        .text = {},
                        .action = tr("Create branch"),
                        .choices = {},
                        .problemOf = [this](const QString &name) { return m_checkouts.branchProblem(name); }},
                       m_page);
    connect(dialog, &QDialog::accepted, this, [this, dialog, commit] {
        if (mayWrite())
            m_checkouts.createBranch(dialog->text(), commit, Git::Afterwards::Stay);
    });
    dialog->open();
}
