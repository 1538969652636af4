// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reflog/reflogpage.h"

#include "ui/diff/diffcommands.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitmenu.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/namedialog.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/branches/branchnames.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>
#include <QTabBar>

using namespace Qt::StringLiterals;

ReflogPage::ReflogPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_chosen(context.repository())
    , m_kinds(new QTabBar(this))
    , m_list(new KeyedList(m_controller.items(), this))
    , m_note(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_about(new PlainLabel(this))
    , m_details(new CommitDetailsView(this))
    , m_files(new FileList(m_chosen.files(), this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_upper(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    layOut();
    connectParts();
    showKind();
    showRow();
}

QString ReflogPage::pageId()
{
    return u"reflog"_s;
}

QList<PageCommand> ReflogPage::declaredCommands()
{
    QList<PageCommand> commands{
        {u"reflog.choose"_s, tr("Reflog of…"), QKeySequence(Qt::CTRL | Qt::Key_L)},
        {u"reflog.findLost"_s, tr("Look for lost commits")},
        {u"reflog.stop"_s, tr("Stop looking")},
        {u"reflog.more"_s, tr("Show older moves")},
        {u"reflog.goToCommit"_s, tr("Show in History"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {u"reflog.compareMove"_s, tr("Compare with where it was before")},
        {u"reflog.copyId"_s, tr("Copy commit id"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}};
    commands += CommitMenu::declared(u"reflog"_s);
    commands += {u"reflog.findInDiff"_s, tr("Find in differences")}; // Ctrl+F
    for (const DiffCommands::Declared &command : DiffCommands::declared(u"reflog"_s))
        commands += {command.id, command.text, command.shortcut};
    commands += {u"reflog.close"_s, tr("Close the reflog"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)};
    return commands;
}

void ReflogPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    const std::array actions{&m_choose, &m_find, &m_stop, &m_more, &m_goToCommit, &m_compareMove, &m_copyId};
    for (size_t at = 0; at < actions.size(); ++at)
        *actions[at] = addCommand(declared[static_cast<qsizetype>(at)]);
    m_find->setToolTip(plainToolTip(tr("Looks at every object of the repository")));
    m_compareMove->setCheckable(true);
    m_compareMove->setToolTip(plainToolTip(tr("Shows what the move changed, not what the commit did")));
    connect(m_choose, &QAction::triggered, this, &ReflogPage::chooseRef);
    connect(m_find, &QAction::triggered, this, &ReflogPage::find);
    connect(m_stop, &QAction::triggered, &m_controller, &ReflogController::stop);
    connect(m_more, &QAction::triggered, &m_controller, &ReflogController::showMore);
    connect(m_goToCommit, &QAction::triggered, this, [this] {
        if (const ReflogRow *row = current())
            m_context.openPage(u"history"_s, row->commit.toHex());
    });
    connect(m_compareMove, &QAction::toggled, this, &ReflogPage::showRow);
    connect(m_copyId, &QAction::triggered, this, [this] {
        if (const ReflogRow *row = current())
            QGuiApplication::clipboard()->setText(row->commit.text());
    });
    addCommitCommands();
    addCommandSeparator();
    connect(addCommand({u"reflog.findInDiff"_s, tr("Find in differences")}), &QAction::triggered, this,
            &ReflogPage::startSearch);
    addDiffCommands();
    m_close = addCommand(declared.last());
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
}

void ReflogPage::addCommitCommands()
{
    addCommandSeparator();
    openCommandGroup(tr("Commit"));
    m_menu = new CommitMenu(
        m_context, u"reflog"_s,
        [this](const QString &id, const QString &text, const QKeySequence &keys) {
            return addCommand(id, text, keys);
        },
        this);
    closeCommandGroup();
    connect(m_menu, &CommitMenu::compareRequested, this, [this](const Git::ObjectId &commit) {
        m_chosen.compare(commit, m_context.repository().refs().head.target);
    });
    connect(m_menu, &CommitMenu::workTreeRequested, &m_chosen, &ChosenCommit::compareWithWorkTree);
}

void ReflogPage::addDiffCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    openCommandGroup(tr("Differences"));
    auto *look = new DiffCommands(*m_diff, m_context.services().settings, u"reflog"_s, add, this);
    look->addContext(u"reflog"_s, add);
    closeCommandGroup();
    m_chosen.ignoreWhitespace(look->ignoresWhitespace());
    connect(look, &DiffCommands::whitespaceIgnored, &m_chosen, &ChosenCommit::ignoreWhitespace);
    connect(m_diff, &DiffView::contextWanted, &m_chosen, &ChosenCommit::widenContext);
}

void ReflogPage::connectParts()
{
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_isShowingKind)
            return;
        tab == 0 ? m_controller.showRef(m_controller.ref()) : m_controller.showLost();
    });
    connect(&m_controller, &ReflogController::shownChanged, this, &ReflogPage::showKind);
    connect(&m_controller, &ReflogController::noteChanged, this, &ReflogPage::showKind);
    connect(&m_controller, &ReflogController::searchChanged, this, &ReflogPage::showWork);
    connect(&m_controller, &PageController::stateChanged, this, &ReflogPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_controller.items(), change, this, &ReflogPage::keepChoice);
    connect(&m_controller.items(), &QAbstractItemModel::modelReset, this, &ReflogPage::keepChoice);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReflogPage::showRow);
    connect(m_list, &KeyedList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QAbstractItemView::activated, m_files, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu->popup(m_list->viewport()->mapToGlobal(at)); });
    connect(m_files, &FileList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_files, &FileList::pathsSelected, this, &ReflogPage::showFile);
    connect(m_details, &CommitDetailsView::parentRequested, this,
            [this](const Git::ObjectId &commit) { m_context.openPage(u"history"_s, commit.toHex()); });
    connect(&m_chosen, &ChosenCommit::detailsChanged, this, &ReflogPage::showDetails);
    connect(&m_chosen, &ChosenCommit::signatureChanged, this, &ReflogPage::showDetails);
    connect(&m_chosen, &ChosenCommit::diffChanged, this, &ReflogPage::showDiff);
    connect(&m_chosen, &ChosenCommit::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    for (QSplitter *splitter : {m_columns, m_right, m_upper})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
}

void ReflogPage::chooseRef()
{
    QHash<QString, QByteArray> names;
    for (const bool isRemote : {true, false}) { // the local one of two with the same name
        for (const Git::Ref &ref : m_context.repository().refs().all) {
            const bool isWanted =
                isRemote ? ref.kind == Git::RefKind::RemoteBranch
                         : ref.kind == Git::RefKind::LocalBranch || ref.kind == Git::RefKind::Stash;
            if (isWanted)
                names.insert(shownBranch(ref.name), ref.name);
        }
    }
    names.insert(u"HEAD"_s, "HEAD");
    QStringList choices = names.keys();
    choices.sort(Qt::CaseInsensitive);
    auto *dialog = new NameDialog({.title = tr("Reflog"),
                                   .explanation = tr("Git keeps where HEAD and each branch have been."),
                                   .name = tr("HEAD, or the name of a branch"),
                                   .text = u"HEAD"_s,
                                   .action = tr("Show"),
                                   .choices = choices,
                                   .problemOf =
                                       [names](const QString &name) {
                                           return names.contains(name)
                                                      ? QString()
                                                      : tr("There is no branch of this name.");
                                       }},
                                  this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, names] { m_controller.showRef(names.value(dialog->text())); });
    dialog->open();
}

void ReflogPage::find()
{
    if (m_context.repository().isTrusted())
        m_controller.findLost();
    else
        m_context.requestTrust();
}

void ReflogPage::openArgument(const QVariant &argument)
{
    const QByteArray ref = argument.toByteArray();
    if (ref == "HEAD" || ref.startsWith("refs/"))
        m_controller.showRef(ref);
}

bool ReflogPage::isSettled()
{
    return Page::isSettled() && !m_chosen.isBusy() && m_diff->isSettled();
}

void ReflogPage::startSearch()
{
    m_diff->openFind();
}

void ReflogPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (m_list->isVisible())
        m_list->setFocus(event->reason());
}

QJsonObject ReflogPage::saveState() const
{
    const auto text = [](const QSplitter *splitter) {
        return QString::fromLatin1(splitter->saveState().toBase64());
    };
    return {{u"columns"_s, text(m_columns)}, {u"right"_s, text(m_right)}, {u"upper"_s, text(m_upper)}};
}

void ReflogPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_columns, u"columns"_s);
    apply(m_right, u"right"_s);
    apply(m_upper, u"upper"_s);
}
