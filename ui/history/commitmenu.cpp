// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitmenu.h"

#include "base/text.h"
#include "ui/shell/mnemonics.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QMenu>

using namespace Qt::StringLiterals;

CommitMenu::CommitMenu(RepositoryContext &context, const QString &area, const AddCommand &add, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_area(area)
    , m_page(page)
    , m_actions(context.repository())
    , m_bisect(context.repository())
    , m_banner(new ErrorBanner(page))
    , m_outlook(this, context.services().reads)
{
    m_banner->setCanClose(true);
    m_banner->hide();
    addCommands(add);
    connectActions();
    setCommit(std::nullopt);
}

QList<PageCommand> CommitMenu::declared(const QString &area)
{
    return {{area + u".checkout"_s, tr("Check out this commit")},
            {area + u".createBranch"_s, tr("Create branch here…"), QKeySequence(Qt::CTRL | Qt::Key_B)},
            {area + u".createTag"_s, tr("Create tag here…"), QKeySequence(Qt::CTRL | Qt::Key_T)},
            {area + u".cherryPick"_s, tr("Cherry-pick")},
            {area + u".revert"_s, tr("Revert")},
            {area + u".rebaseFrom"_s, tr("Rebase interactively from here…")},
            {area + u".rebaseOnto"_s, tr("Rebase onto this commit…")},
            {area + u".resetSoft"_s, tr("Reset soft (keeps index and work tree)…")},
            {area + u".resetMixed"_s, tr("Reset mixed (keeps the work tree)…")},
            {area + u".resetHard"_s, tr("Reset hard (discards changes)…")},
            {area + u".bisectGood"_s, tr("Mark as good for bisecting")},
            {area + u".bisectBad"_s, tr("Mark as bad for bisecting")},
            {area + u".bisectSkip"_s, tr("Skip in bisecting")},
            {area + u".compareWithHead"_s, tr("Compare with HEAD")},
            {area + u".compareWithWorkTree"_s, tr("Compare with work tree")},
            {area + u".copySubject"_s, tr("Copy subject")},
            {area + u".copyReference"_s, tr("Copy reference")}};
}

QAction *CommitMenu::addCommand(const AddCommand &add, const PageCommand &declared, Command command)
{
    QAction *action = add(declared.id, declared.text, declared.shortcut);
    connect(action, &QAction::triggered, this, [this, command] {
        if (m_commit)
            (this->*command)();
    });
    m_needCommit.append(action);
    return action;
}

void CommitMenu::addCommands(const AddCommand &add)
{
    const std::array<std::pair<QAction **, Command>, 17> all{
        {{&m_checkout, &CommitMenu::checkout},
         {&m_branch, &CommitMenu::createBranch},
         {&m_tag, &CommitMenu::createTag},
         {&m_pick, &CommitMenu::cherryPick},
         {&m_revert, &CommitMenu::revert},
         {&m_rebaseFrom, &CommitMenu::rebaseFrom},
         {&m_rebaseOnto, &CommitMenu::rebaseOnto},
         {&m_resets[0], &CommitMenu::resetSoft},
         {&m_resets[1], &CommitMenu::resetMixed},
         {&m_resets[2], &CommitMenu::resetHard},
         {&m_marks[0], &CommitMenu::bisectGood},
         {&m_marks[1], &CommitMenu::bisectBad},
         {&m_marks[2], &CommitMenu::bisectSkip},
         {&m_compare, &CommitMenu::compare},
         {&m_compareFiles, &CommitMenu::compareWithWorkTree},
         {&m_copySubject, &CommitMenu::copySubject},
         {&m_copyReference, &CommitMenu::copyReference}}};
    const QList<PageCommand> commands = declared(m_area);
    for (size_t at = 0; at < all.size(); ++at)
        *all[at].first = addCommand(add, commands[static_cast<qsizetype>(at)], all[at].second);
    m_rebaseFrom->setToolTip(
        plainToolTip(tr("This commit and those behind it, to be reordered, joined, reworded or dropped.")));
    for (const auto kind : {Git::ResetKind::Soft, Git::ResetKind::Mixed, Git::ResetKind::Hard})
        m_resets[static_cast<size_t>(kind)]->setToolTip(plainToolTip(resetMeaning(kind)));
    m_copyReference->setToolTip(
        plainToolTip(tr("As “git log --format=reference” writes it: id, subject, date")));
    m_checkout->setToolTip(
        plainToolTip(tr("HEAD is then on no branch: new commits belong to none until you create one.")));
}

void CommitMenu::connectActions()
{
    const auto showError = [this](const Error &error) {
        m_banner->setError(error);
        m_banner->show();
    };
    // What to do about them is said by the banner of the operation, on every page.
    connect(&m_actions, &CommitActionsController::conflicted, &m_context, &RepositoryContext::showMessage);
    for (RepositoryActions *actions : std::initializer_list<RepositoryActions *>{&m_actions, &m_bisect}) {
        connect(actions, &RepositoryActions::failed, this, showError);
        connect(actions, &RepositoryActions::succeeded, this, [this](const QString &message) {
            m_banner->hide();
            m_context.showMessage(message);
        });
        connect(actions, &RepositoryActions::runningChanged, this, [this, actions] {
            if (actions->isRunning())
                m_work = m_context.work().add(actions->doing(), [actions] { actions->cancel(); });
            else
                m_work.finish();
        });
    }
    connect(m_banner, &ErrorBanner::closed, m_banner, &QWidget::hide);
}

void CommitMenu::setCommit(const std::optional<Git::Commit> &commit)
{
    m_commit = commit;
    for (QAction *action : std::as_const(m_needCommit))
        action->setEnabled(commit.has_value());
    if (m_context.repository().location().isBare())
        m_compareFiles->setEnabled(false);
    m_rebaseFrom->setEnabled(commit && commit->parents.size() == 1); // there is one to begin behind
}

void CommitMenu::setChosen(int count, std::function<QList<Git::Commit>()> commits)
{
    m_chosenCount = count;
    m_chosen = std::move(commits);
    const bool isSeveral = count > 1;
    m_pick->setText(isSeveral ? tr("Cherry-pick %n commit(s)…", nullptr, count) : tr("Cherry-pick"));
    m_revert->setText(isSeveral ? tr("Revert %n commit(s)…", nullptr, count) : tr("Revert"));
    for (QObject *place : m_pick->associatedObjects())
        if (const auto *menu = qobject_cast<QMenu *>(place)) // the new texts have no letters yet
            giveMnemonics(menu->actions());
}

void CommitMenu::popup(const QPoint &at)
{
    if (!m_commit)
        return;
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fill(menu);
    giveMnemonics(menu->actions());
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
    menu->addAction(m_rebaseFrom);
    menu->addAction(m_rebaseOnto);
    fillResets(menu);
    fillBisect(menu);
    menu->addSeparator();
    menu->addAction(m_compare);
    menu->addAction(m_compareFiles);
    if (auto *copyId = m_page->findChild<QAction *>(QString(m_area + u".copyId"_s)))
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
    if (m_commit->parents.size() < 2 || m_chosenCount > 1) {
        menu->addAction(isRevert ? m_revert : m_pick);
        return;
    }
    QMenu *parents = menu->addMenu(isRevert ? tr("Revert this merge") : tr("Cherry-pick this merge"));
    constexpr qsizetype most = 8;
    for (qsizetype at = 0; at < std::min(most, m_commit->parents.size()); ++at) {
        //: %1: 1 for the first parent of a merge, %2: its short id
        const QString text = tr("As a change of parent %1 (%2)")
                                 .arg(QString::number(at + 1), m_commit->parents[at].abbreviated());
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

void CommitMenu::fillBisect(QMenu *menu)
{
    QMenu *marks = menu->addMenu(tr("Bisect"));
    for (QAction *mark : m_marks)
        marks->addAction(mark);
    m_marks[2]->setEnabled(m_context.repository().info().operation == Git::Operation::Bisect);
}
