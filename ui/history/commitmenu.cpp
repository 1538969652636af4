// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitmenu.h"

#include "base/text.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

CommitMenu::CommitMenu(RepositoryContext &context, const AddCommand &add, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
    , m_actions(context.repository())
    , m_banner(new ErrorBanner(page))
    , m_abortButton(m_banner->addButton(tr("Abort")))
{
    m_banner->setCanClose(true);
    m_banner->hide();
    addCommands(add);
    connectActions();
    setCommit(std::nullopt);
}

QAction *CommitMenu::addCommand(const AddCommand &add, const QString &id, const QString &text,
                                Command command, const QKeySequence &keys)
{
    QAction *action = add(u"history."_s + id, text, keys);
    connect(action, &QAction::triggered, this, [this, command] {
        if (m_commit)
            (this->*command)();
    });
    m_needCommit.append(action);
    return action;
}

void CommitMenu::addCommands(const AddCommand &add)
{
    m_checkout = addCommand(add, u"checkout"_s, tr("Check out this commit"), &CommitMenu::checkout);
    m_branch = addCommand(add, u"createBranch"_s, tr("Create branch here…"), &CommitMenu::createBranch,
                          QKeySequence(Qt::CTRL | Qt::Key_B));
    m_tag = addCommand(add, u"createTag"_s, tr("Create tag here…"), &CommitMenu::createTag,
                       QKeySequence(Qt::CTRL | Qt::Key_T));
    m_pick = addCommand(add, u"cherryPick"_s, tr("Cherry-pick"), &CommitMenu::cherryPick);
    m_revert = addCommand(add, u"revert"_s, tr("Revert"), &CommitMenu::revert);
    m_resets = {
        addCommand(add, u"resetSoft"_s, tr("Reset soft (keeps index and work tree)…"),
                   &CommitMenu::resetSoft),
        addCommand(add, u"resetMixed"_s, tr("Reset mixed (keeps the work tree)…"), &CommitMenu::resetMixed),
        addCommand(add, u"resetHard"_s, tr("Reset hard (discards changes)…"), &CommitMenu::resetHard)};
    m_resets[0]->setToolTip(
        plainToolTip(tr("Moves the branch only. What the commits in between changed is staged afterwards.")));
    m_resets[1]->setToolTip(plainToolTip(
        tr("Moves the branch and empties what is staged. Files stay as they are; what the commits in between "
           "changed shows as not staged.")));
    m_resets[2]->setToolTip(plainToolTip(
        tr("Moves the branch and makes index and files like the commit. Changes that are not committed are "
           "taken away; those of files can be brought back on the Changes page.")));
    m_abort = addCommand(add, u"abort"_s, tr("Abort cherry-pick or revert…"), &CommitMenu::askAbort);
    m_compare = addCommand(add, u"compareWithHead"_s, tr("Compare with HEAD"), &CommitMenu::compare);
    m_compareFiles = addCommand(add, u"compareWithWorkTree"_s, tr("Compare with work tree"),
                                &CommitMenu::compareWithWorkTree);
    m_copySubject = addCommand(add, u"copySubject"_s, tr("Copy subject"), &CommitMenu::copySubject);
    m_copyReference = addCommand(add, u"copyReference"_s, tr("Copy reference"), &CommitMenu::copyReference);
    m_copyReference->setToolTip(
        plainToolTip(tr("As “git log --format=reference” writes it: id, subject, date")));
    m_checkout->setToolTip(
        plainToolTip(tr("HEAD is then on no branch: new commits belong to none until you create one.")));
}

void CommitMenu::connectActions()
{
    const auto showError = [this](const Error &error) {
        m_conflict = Conflict::None;
        m_abortButton->hide();
        m_banner->setError(error);
        m_banner->show();
    };
    connect(&m_actions, &CommitActionsController::failed, this, showError);
    connect(&m_actions, &CommitActionsController::conflicted, this, &CommitMenu::showConflict);
    connect(&m_actions, &CommitActionsController::succeeded, this, [this](const QString &message) {
        m_banner->hide();
        m_context.showMessage(message);
    });
    connect(&m_actions, &CommitActionsController::runningChanged, this, [this] {
        if (m_actions.isRunning())
            m_work = m_context.work().add(m_actions.doing(), [this] { m_actions.cancel(); });
        else
            m_work.finish();
    });
    connect(&m_context.repository(), &RepositoryController::infoChanged, this, [this] {
        const bool isOver = m_context.repository().info().operation == Git::Operation::None;
        if (isOver && m_conflict == Conflict::Seen) {
            m_conflict = Conflict::None;
            m_banner->hide();
        } else if (!isOver && m_conflict == Conflict::Told) {
            m_conflict = Conflict::Seen;
        }
    });
    connect(m_banner, &ErrorBanner::closed, m_banner, &QWidget::hide);
    connect(m_abortButton, &QPushButton::clicked, this, &CommitMenu::askAbort);
}

void CommitMenu::showConflict(const QString &message)
{
    m_banner->setError(
        {.kind = ErrorKind::Conflict, .message = message, .hint = tr("The Changes page lists the files.")});
    m_conflict = Conflict::Told;
    m_abortButton->show();
    m_banner->show();
}

void CommitMenu::setCommit(const std::optional<Git::Commit> &commit)
{
    m_commit = commit;
    for (QAction *action : std::as_const(m_needCommit))
        action->setEnabled(commit.has_value());
    if (m_context.repository().location().isBare())
        m_compareFiles->setEnabled(false);
}

void CommitMenu::popup(const QPoint &at)
{
    if (!m_commit)
        return;
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fill(menu);
    menu->popup(at);
}

void CommitMenu::fill(QMenu *menu)
{
    fillCheckouts(menu);
    menu->addAction(m_checkout);
    menu->addSeparator();
    menu->addAction(m_branch);
    menu->addAction(m_tag);
    menu->addSeparator();
    fillPicks(menu, false);
    fillPicks(menu, true);
    fillResets(menu);
    const Git::Operation operation = m_context.repository().info().operation;
    if (operation == Git::Operation::CherryPick || operation == Git::Operation::Revert)
        menu->addAction(m_abort);
    menu->addSeparator();
    menu->addAction(m_compare);
    menu->addAction(m_compareFiles);
    if (auto *copyId = m_page->findChild<QAction *>(u"history.copyId"_s))
        menu->addAction(copyId);
    menu->addAction(m_copySubject);
    menu->addAction(m_copyReference);
}

void CommitMenu::fillCheckouts(QMenu *menu)
{
    const Git::Refs &refs = m_context.repository().refs();
    const auto hasLocal = [&](const QByteArray &name) {
        return std::ranges::contains(refs.all, QByteArray("refs/heads/" + name), &Git::Ref::name);
    };
    for (const Git::Ref &ref : refs.all) {
        if (ref.target != m_commit->id)
            continue; // first, for there may be many
        const bool isLocal = ref.kind == Git::RefKind::LocalBranch;
        const QByteArray made = CommitActionsController::localNameOf(ref.name);
        const bool isNewRemote =
            ref.kind == Git::RefKind::RemoteBranch && !made.isEmpty() && made != "HEAD" && !hasLocal(made);
        const bool isShownNow = refs.head.state == Git::HeadState::Branch && ref.name == refs.head.branch;
        if (isShownNow || !(isLocal || isNewRemote))
            continue;
        const QString name = withoutMnemonic(displayPath(ref.shortName()));
        //: %1: a branch; %2: the name of the local branch that follows it
        const QString text = isLocal ? tr("Check out %1").arg(name)
                                     : tr("Check out %1 as %2").arg(name, withoutMnemonic(displayPath(made)));
        connect(menu->addAction(text), &QAction::triggered, this, [this, branch = ref.name] {
            if (mayWrite())
                m_actions.checkoutBranch(branch);
        });
    }
}

void CommitMenu::fillPicks(QMenu *menu, bool isRevert)
{
    if (m_commit->parents.size() < 2) {
        menu->addAction(isRevert ? m_revert : m_pick);
        return;
    }
    QMenu *parents = menu->addMenu(isRevert ? tr("Revert this merge") : tr("Cherry-pick this merge"));
    constexpr qsizetype most = 8;
    for (qsizetype at = 0; at < std::min(most, m_commit->parents.size()); ++at) {
        //: %1: 1 for the first parent of a merge, %2: its short id
        const QString text =
            tr("As a change of parent %1 (%2)").arg(at + 1).arg(m_commit->parents[at].abbreviated());
        connect(parents->addAction(text), &QAction::triggered, this,
                [this, isRevert, at] { pick(isRevert, static_cast<int>(at) + 1); });
    }
}

void CommitMenu::fillResets(QMenu *menu)
{
    //: %1: a branch, or HEAD
    QMenu *resets = menu->addMenu(tr("Reset %1 to here").arg(withoutMnemonic(headName())));
    resets->setToolTipsVisible(true);
    for (QAction *reset : m_resets)
        resets->addAction(reset);
}
