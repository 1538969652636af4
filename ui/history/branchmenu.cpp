// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/branchmenu.h"

#include "base/text.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/branches/branchnames.h"

#include <QBoxLayout>
#include <QFrame>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

BranchMenu::BranchMenu(RepositoryContext &context, CommitActionsController &checkouts, const AddCommand &add,
                       QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_checkouts(checkouts)
    , m_page(page)
    , m_actions(context.repository())
{
    makeBars();
    addCommands(add);
    connectActions();
}

void BranchMenu::addCommands(const AddCommand &add)
{
    const auto choosing = [&](const QString &id, const QString &text, const QString &action, bool isLocal,
                              Step step) {
        connect(add(u"history."_s + id, text, {}), &QAction::triggered, this,
                [this, text, action, isLocal, step] {
                    choose(QString(text).remove(u"…"_s), action, isLocal, step);
                });
    };
    choosing(u"checkoutBranch"_s, tr("Check out branch…"), tr("Check out"), false, &BranchMenu::checkOut);
    choosing(u"mergeBranch"_s, tr("Merge branch…"), tr("Merge"), false, &BranchMenu::merge);
    choosing(u"mergeBranchAs"_s, tr("Merge branch with options…"), tr("Merge…"), false,
             &BranchMenu::askMerge);
    choosing(u"fastForward"_s, tr("Fast-forward to branch…"), tr("Fast-forward"), false,
             &BranchMenu::fastForward);
    choosing(u"renameBranch"_s, tr("Rename branch…"), tr("Rename…"), true, &BranchMenu::askRename);
    choosing(u"setUpstream"_s, tr("Set upstream of branch…"), tr("Set upstream…"), true,
             &BranchMenu::askUpstream);
    choosing(u"unsetUpstream"_s, tr("Unset upstream of branch…"), tr("Unset upstream"), true,
             &BranchMenu::unsetUpstream);
    choosing(u"deleteBranch"_s, tr("Delete branch…"), tr("Delete…"), true, &BranchMenu::countAndAsk);
}

void BranchMenu::connectActions()
{
    connect(&m_actions, &RepositoryActions::runningChanged, this, [this] {
        if (m_actions.isRunning())
            m_work = m_context.work().add(m_actions.doing());
        else
            m_work.finish();
    });
    connect(&m_actions, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_actions, &RepositoryActions::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(&m_actions, &BranchActionsController::wayRead, this, &BranchMenu::chooseMerge);
    connect(&m_actions, &BranchActionsController::counted, this, &BranchMenu::askDelete);
    connect(&m_checkouts, &CommitActionsController::runningChanged, this, [this] {
        if (m_checkouts.isRunning())
            m_leftBar->hide();
    });
    connect(&m_checkouts, &CommitActionsController::left, this, &BranchMenu::showLeft);
}

void BranchMenu::makeBars()
{
    m_bars = new QWidget(m_page);
    m_error = new ErrorBanner(m_bars);
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    const int unit = Theme::unit(m_page->font());
    m_leftBar = new QFrame(m_bars);
    m_leftText = new PlainLabel(m_leftBar);
    auto *row = new QHBoxLayout(m_leftBar);
    row->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    row->addWidget(m_leftText, 1);
    const auto addButton = [&](const QString &text, auto act) {
        auto *button = new QToolButton(m_leftBar);
        button->setText(text);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    addButton(tr("Create branch there…"), [this] { askBranchAt(m_left); });
    addButton(tr("Close"), [this] { m_leftBar->hide(); });
    m_leftBar->hide();
    auto *column = new QVBoxLayout(m_bars);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_leftBar);
}

void BranchMenu::showLeft(const Git::ObjectId &tip)
{
    m_left = tip;
    //: %1: the short id of a commit
    m_leftText->setText(tr("Commits up to %1 are on no branch. A branch keeps them.").arg(tip.abbreviated()));
    m_leftBar->show();
}

bool BranchMenu::mayWrite()
{
    m_error->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

const Git::Ref *BranchMenu::find(const QByteArray &name) const
{
    const QList<Git::Ref> &all = m_context.repository().refs().all;
    const auto found = std::ranges::find(all, name, &Git::Ref::name);
    return found == all.cend() ? nullptr : &*found;
}

const Git::Ref *BranchMenu::current() const
{
    const Git::Head &head = m_context.repository().refs().head;
    return head.state == Git::HeadState::Branch ? find(head.branch) : nullptr;
}

QString BranchMenu::headName() const
{
    const Git::Ref *branch = current();
    return branch ? shownBranch(branch->name) : u"HEAD"_s;
}

void BranchMenu::addStep(QMenu *menu, const QString &text, const QByteArray &name, Step step, bool isPossible)
{
    QAction *action = menu->addAction(text);
    action->setEnabled(isPossible && !m_actions.isRunning());
    connect(action, &QAction::triggered, this, [this, name, step] {
        const Git::Ref *branch = find(name); // as it is now
        if (branch && mayWrite())
            (this->*step)(*branch);
    });
}

void BranchMenu::fill(QMenu *menu, const QByteArray &name, const Git::ObjectId &commit)
{
    if (name == "refs/stash") {
        menu->addSeparator();
        connect(menu->addAction(tr("Open the &stash")), &QAction::triggered, this,
                [this, commit] { m_context.openPage(u"stash"_s, commit.toHex()); });
    }
    const Git::Ref *branch = find(name);
    if (branch && branch->kind == Git::RefKind::Tag)
        fillTag(menu, *branch);
    const bool isLocal = branch && branch->kind == Git::RefKind::LocalBranch;
    if (!isLocal && (!branch || branch->kind != Git::RefKind::RemoteBranch))
        return;
    menu->addSeparator();
    const bool isCurrent = branch == current();
    connect(menu->addAction(tr("Show reflo&g")), &QAction::triggered, this,
            [this, name] { m_context.openPage(u"reflog"_s, name); });
    addStep(menu, tr("Check o&ut"), name, &BranchMenu::checkOut, !isCurrent);
    fillMerges(menu, *branch);
    if (isLocal)
        fillLocal(menu, *branch);
    else
        fillRemote(menu, *branch);
}

void BranchMenu::fillRemote(QMenu *menu, const Git::Ref &branch)
{
    const QByteArray remote = remoteOfBranch(m_context.remotes(), branch.name);
    if (remote.isEmpty())
        return;
    menu->addSeparator();
    //: %1: name of a remote
    addStep(menu, tr("&Delete at %1…").arg(withoutMnemonic(displayPath(remote))), branch.name,
            &BranchMenu::countAndAsk);
}

void BranchMenu::fillTag(QMenu *menu, const Git::Ref &tag)
{
    menu->addSeparator();
    addStep(menu, tr("&Delete…"), tag.name, &BranchMenu::askDeleteTag);
    for (const QByteArray &remote : m_context.remotes()) {
        const QString there = withoutMnemonic(displayPath(remote));
        const auto add = [&](const QString &text, auto act) {
            QAction *action = menu->addAction(text);
            connect(action, &QAction::triggered, this, [this, remote, name = tag.name, act] {
                if (mayWrite())
                    act(m_context, remote, name);
            });
        };
        //: %1: name of a remote
        add(tr("P&ush to %1").arg(there), [](RepositoryContext &context, const QByteArray &to,
                                             const QByteArray &name) { context.requestTagPush(to, name); });
        //: %1: name of a remote
        add(tr("Delete a&t %1…").arg(there),
            [](RepositoryContext &context, const QByteArray &to, const QByteArray &name) {
                context.requestRemoval(to, name, {}, 0);
            });
    }
}

void BranchMenu::fillMerges(QMenu *menu, const Git::Ref &branch)
{
    const bool isOther = &branch != current() && !m_context.repository().refs().head.target.isNull() &&
                         !branch.target.isNull();
    const QString into = withoutMnemonic(headName());
    //: %1: a branch, or HEAD
    addStep(menu, tr("&Merge into %1").arg(into), branch.name, &BranchMenu::merge, isOther);
    //: %1: a branch, or HEAD
    addStep(menu, tr("Merge into %1 &with options…").arg(into), branch.name, &BranchMenu::askMerge, isOther);
    //: %1: a branch, or HEAD
    addStep(menu, tr("&Fast-forward %1 to it").arg(into), branch.name, &BranchMenu::fastForward, isOther);
}

void BranchMenu::fillLocal(QMenu *menu, const Git::Ref &branch)
{
    menu->addSeparator();
    addStep(menu, tr("&Rename…"), branch.name, &BranchMenu::askRename);
    addStep(menu, tr("Set u&pstream…"), branch.name, &BranchMenu::askUpstream);
    if (!branch.upstream.isEmpty())
        //: %1: a branch
        addStep(menu, tr("Stop following %1").arg(withoutMnemonic(shownBranch(branch.upstream))), branch.name,
                &BranchMenu::unsetUpstream);
    addStep(menu, tr("&Delete…"), branch.name, &BranchMenu::countAndAsk, &branch != current());
}
