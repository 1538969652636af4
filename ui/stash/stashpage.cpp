// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stash/stashpage.h"

#include "base/text.h"
#include "items/when.h"
#include "ui/diff/diffcommands.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/shell/bannerwatch.h"
#include "ui/shell/repositorycontext.h"
#include "ui/stash/stashdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QSplitter>
#include <QTabBar>

using namespace Qt::StringLiterals;

StashPage::StashPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_actions(context.repository())
    , m_error(new ErrorBanner(this))
    , m_list(new KeyedList(m_controller.items(), this))
    , m_title(new PlainLabel(this))
    , m_about(new PlainLabel(this))
    , m_parts(new QTabBar(this))
    , m_files(new FileList(m_controller.files().files(), this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
{
    addCommands();
    layOut();
    new BannerWatch(m_error, this, {&m_controller.items()});
    connectActions();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_controller.select(index.data(StashItems::IdRole).value<Git::ObjectId>());
            });
    connect(m_list, &KeyedList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QAbstractItemView::activated, m_files, qOverload<>(&QWidget::setFocus));
    connect(m_files, &FileList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_files, &FileList::pathsSelected, this, &StashPage::showFile);
    connect(m_parts, &QTabBar::currentChanged, this, [this](int tab) {
        if (!m_isShowingParts)
            m_controller.show(static_cast<StashPart>(m_parts->tabData(tab).toInt()));
    });
    connect(&m_controller, &PageController::stateChanged, this, &StashPage::keepChoice);
    connect(&m_controller, &StashController::selectionChanged, this, &StashPage::showEntry);
    connect(&m_controller.files(), &ChosenCommit::diffChanged, this, &StashPage::showDiff);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    for (QSplitter *splitter : {m_columns, m_right})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showEntry();
}

QString StashPage::pageId()
{
    return u"stash"_s;
}

QList<PageCommand> StashPage::declaredCommands()
{
    QList<PageCommand> commands{
        {u"stash.show"_s, tr("Show the stashes")},
        {u"stash.stash"_s, tr("Stash changes…")},
        {u"stash.apply"_s, tr("Apply"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {u"stash.applyStaged"_s, tr("Apply and restage")},
        {u"stash.pop"_s, tr("Pop"), QKeySequence(Qt::ALT | Qt::Key_Return)},
        {u"stash.branch"_s, tr("Branch…")},
        {u"stash.drop"_s, tr("Drop"), QKeySequence(Qt::Key_Delete)},
        {u"stash.findInDiff"_s, tr("Find in differences")}, // Ctrl+F
        {u"stash.close"_s, tr("Close the stash"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
    for (const DiffCommands::Declared &command : DiffCommands::declared(u"stash"_s))
        commands += {command.id, command.text, command.shortcut};
    return commands;
}

void StashPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    connect(addCommand(declared[0]), &QAction::triggered, m_list, qOverload<>(&QWidget::setFocus));
    m_stash = addCommand(declared[1]);
    connect(m_stash, &QAction::triggered, this, &StashPage::stash);
    addCommandSeparator();
    const std::array steps{&StashPage::apply, &StashPage::applyStaged, &StashPage::pop, &StashPage::askBranch,
                           &StashPage::drop};
    const std::array tips{tr("Brings the changes into the work tree and keeps the stash"),
                          tr("The same, and what was staged is staged again"),
                          tr("Applies the stash, and drops it when there was no conflict"),
                          tr("Makes a branch at the commit the stash was made on, with the stash applied"),
                          tr("Removes the stash; Undo brings it back")};
    for (size_t at = 0; at < steps.size(); ++at) {
        QAction *action = addCommand(declared[static_cast<qsizetype>(at) + 2]);
        action->setToolTip(plainToolTip(tips[at]));
        connect(action, &QAction::triggered, this, [this, step = steps[at]] { act(step); });
        m_ofEntry += action;
    }
    addCommandSeparator();
    connect(addCommand(declared[7]), &QAction::triggered, this, &StashPage::startSearch);
    m_close = addCommand(declared[8]);
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
    addDiffCommands();
}

void StashPage::addDiffCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    addCommandSeparator();
    openCommandGroup(tr("Differences"));
    auto *look = new DiffCommands(*m_diff, m_context.services().settings, u"stash"_s, add, this);
    look->addContext(u"stash"_s, add);
    closeCommandGroup();
    ChosenCommit &files = m_controller.files();
    files.ignoreWhitespace(look->ignoresWhitespace());
    connect(look, &DiffCommands::whitespaceIgnored, &files, &ChosenCommit::ignoreWhitespace);
    connect(m_diff, &DiffView::contextWanted, &files, &ChosenCommit::widenContext);
}

void StashPage::connectActions()
{
    connect(&m_actions, &RepositoryActions::runningChanged, this, [this] {
        if (m_actions.isRunning())
            m_work = m_context.work().add(m_actions.doing());
        else
            m_work.finish();
        showEntry();
    });
    connect(&m_actions, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_actions, &RepositoryActions::failed, this,
            [this](const Error &error) { showProblem(error, false); });
    connect(&m_actions, &StashActionsController::conflicted, this,
            [this](const Error &error) { showProblem(error, true); });
    connect(&m_actions, &StashActionsController::stashed, this, [this](const Git::ObjectId &commit) {
        m_wanted = commit;
        keepChoice();
    });
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(m_goToChanges, &QPushButton::clicked, this, [this] {
        m_error->hide();
        m_context.openPage(u"changes"_s);
    });
}

void StashPage::showProblem(const Error &error, bool isConflict)
{
    m_error->setError(error);
    m_goToChanges->setVisible(isConflict);
    m_error->show();
}

bool StashPage::mayWrite()
{
    m_error->hide();
    if (m_context.repository().canWrite())
        return true;
    m_context.requestTrust();
    return false;
}

void StashPage::stash()
{
    if (const Error problem = m_actions.stashProblem(); !problem.message.isEmpty())
        showProblem(problem, false);
    else if (mayWrite())
        askAndStash(m_actions, {}, this);
}

void StashPage::act(void (StashPage::*step)(const Git::StashEntry &entry))
{
    const StashItem *item = m_controller.selected();
    if (item && mayWrite())
        (this->*step)(item->entry);
}

void StashPage::apply(const Git::StashEntry &entry)
{
    m_actions.apply(entry, Git::Restage::No);
}

void StashPage::applyStaged(const Git::StashEntry &entry)
{
    m_actions.apply(entry, Git::Restage::Yes);
}

void StashPage::pop(const Git::StashEntry &entry)
{
    m_actions.pop(entry);
}

void StashPage::drop(const Git::StashEntry &entry)
{
    m_actions.drop(entry);
}

void StashPage::askBranch(const Git::StashEntry &entry)
{
    auto *dialog =
        new NameDialog({.title = tr("Branch from the stash"),
                        //: %1: the short id of a commit
                        .explanation = tr("At %1, where the stash was made. It is checked out, the "
                                          "stash applied as it was staged, and then dropped.")
                                           .arg(entry.base.abbreviated()),
                        .name = tr("Name of the branch"),
                        .text = {},
                        .action = tr("Make the branch"),
                        .choices = {},
                        .problemOf = [this](const QString &name) { return m_actions.branchProblem(name); }},
                       this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, entry] { m_actions.branchFrom(entry, dialog->text()); });
    dialog->open();
}

// After a refresh: the wanted or the chosen entry, else the one that is in its place.
void StashPage::keepChoice()
{
    if (m_controller.state() != PageState::Ready)
        return;
    const int wanted = m_controller.items().rowOf(m_wanted);
    if (wanted >= 0)
        m_wanted = {};
    const int row = wanted >= 0 ? wanted : std::max(0, m_list->currentIndex().row());
    m_list->setCurrentIndex(m_controller.items().index(row));
    if (hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
}

void StashPage::openArgument(const QVariant &argument)
{
    if (const auto commit = Git::ObjectId::fromHex(argument.toByteArray())) {
        m_wanted = *commit;
        keepChoice();
    }
}

bool StashPage::isSettled()
{
    return Page::isSettled() && m_diff->isSettled();
}

void StashPage::startSearch()
{
    m_diff->openFind();
}

void StashPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

QJsonObject StashPage::saveState() const
{
    return {{u"columns"_s, QString::fromLatin1(m_columns->saveState().toBase64())},
            {u"right"_s, QString::fromLatin1(m_right->saveState().toBase64())}};
}

void StashPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_columns, u"columns"_s);
    apply(m_right, u"right"_s);
}
