// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filehistory/filehistorypage.h"

#include "base/text.h"
#include "ui/diff/diffcommands.h"
#include "ui/filehistory/revisionlist.h"
#include "ui/files/pathedit.h"
#include "ui/shell/pathactions.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

FileHistoryPage::FileHistoryPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_choices(context.repository())
    , m_path(new PathEdit(m_choices.names(), this))
    , m_tip(new PlainLabel(this))
    , m_notes(new PlainLabel(this))
    , m_list(new RevisionList(m_controller.revisions(), this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
{
    addCommands();
    layOut();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { m_controller.select(index.row()); });
    connect(m_list, &QAbstractItemView::activated, m_goToCommit, &QAction::trigger);
    connect(m_list, &RevisionList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(&m_controller, &FileHistoryController::pathChanged, this, &FileHistoryPage::showPath);
    connect(&m_controller, &FileHistoryController::notesChanged, this, &FileHistoryPage::showNotes);
    connect(&m_controller, &FileHistoryController::diffChanged, this, &FileHistoryPage::showDiff);
    connect(&m_controller, &PageController::stateChanged, this, &FileHistoryPage::selectFirst);
    connect(&m_controller.revisions(), &QAbstractItemModel::rowsInserted, this,
            &FileHistoryPage::selectFirst);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(&m_controller, &PageController::busyChanged, this, &FileHistoryPage::showWork);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    connect(m_path, &PathEdit::focused, &m_choices, &PathChoices::load);
    connect(m_path, &PathEdit::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_path, &PathEdit::nameChosen, this, [this](const QString &name) {
        QByteArray path = m_choices.pathOf(name);
        while (path.endsWith('/'))
            path.chop(1);
        m_controller.open(path, {});
    });
    connect(m_columns, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showPath();
    showNotes();
    showDiff();
}

QList<PageCommand> FileHistoryPage::declaredCommands()
{
    QList<PageCommand> commands{
        {u"filehistory.choose"_s, tr("File history of…"), QKeySequence(Qt::CTRL | Qt::Key_L)},
        {u"filehistory.goToCommit"_s, tr("Go to the commit"), QKeySequence(Qt::CTRL | Qt::Key_Return)},
        {u"filehistory.blame"_s, tr("Blame at this commit"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
        {u"filehistory.findInDiff"_s, tr("Find in differences")}, // Ctrl+F
        {u"filehistory.close"_s, tr("Close file history"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}};
    for (const DiffCommands::Declared &command : DiffCommands::declared(u"filehistory"_s))
        commands += {command.id, command.text, command.shortcut};
    return commands;
}

void FileHistoryPage::addCommands()
{
    const QList<PageCommand> declared = declaredCommands();
    m_choose = addCommand(declared[0]);
    m_goToCommit = addCommand(declared[1]);
    m_blame = addCommand(declared[2]);
    connect(addCommand(declared[3]), &QAction::triggered, this, &FileHistoryPage::startSearch);
    m_close = addCommand(declared[4]);
    connect(m_choose, &QAction::triggered, this, [this] {
        m_path->setFocus(Qt::ShortcutFocusReason);
        m_path->selectAll();
    });
    connect(m_goToCommit, &QAction::triggered, this, [this] {
        if (const RevisionItem *revision = current())
            m_context.openPage(u"history"_s, revision->commit.id.toHex());
    });
    connect(m_blame, &QAction::triggered, this, [this] {
        if (const RevisionItem *revision = current())
            m_context.openPage(PathPages::blame(),
                               PathPages::argument({revision->path, revision->commit.id}));
    });
    connect(m_close, &QAction::triggered, this, &Page::closeWanted);
    addDiffCommands();
}

void FileHistoryPage::addDiffCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    addCommandSeparator();
    openCommandGroup(tr("Differences"));
    auto *look = new DiffCommands(*m_diff, m_context.services().settings, u"filehistory"_s, add, this);
    look->addContext(u"filehistory"_s, add);
    closeCommandGroup();
    m_controller.ignoreWhitespace(look->ignoresWhitespace());
    connect(look, &DiffCommands::whitespaceIgnored, &m_controller, &FileHistoryController::ignoreWhitespace);
    connect(m_diff, &DiffView::contextWanted, &m_controller, &FileHistoryController::widenContext);
}

void FileHistoryPage::layOut()
{
    const int unit = Theme::unit(font());
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * unit, 2 * unit, 2 * unit, 2 * unit);
    bar->setSpacing(2 * unit);
    bar->addWidget(m_path, 1);
    m_tip->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_tip);
    for (QAction *action : {m_blame, m_close}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        bar->addWidget(button);
    }
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setContentsMargins(3 * unit, unit, 3 * unit, unit);
    m_notes->setWraps(true);
    leftLayout->addWidget(m_notes);
    leftLayout->addWidget(m_list, 1);
    m_diff->setAccessibleName(tr("Differences of the file"));
    m_columns->addWidget(left);
    m_columns->addWidget(m_diff);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setSizes({90 * unit, 190 * unit});
    m_columns->setStretchFactor(1, 1);
    auto *stack = new StateStack(m_controller, m_columns, this);
    stack->setLoadingText(tr("Reading the file's history"));
    stack->emptyState()->setTitle(tr("No file is open here"));
    stack->emptyState()->setExplanation(
        tr("Type a path above, or choose a file on the History or Changes page and press Ctrl+Shift+H."));
    stack->emptyState()->setAction(m_choose);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(bar);
    all->addWidget(stack, 1);
}

// With a way to stop it: of a file with much history it takes long.
void FileHistoryPage::showWork()
{
    if (!m_controller.isReading())
        m_work.finish();
    else if (!std::exchange(m_isWorking, true))
        m_work = m_context.work().add(tr("Reading the history of %1").arg(displayPath(m_controller.path())),
                                      [this] { m_controller.stop(); });
    m_isWorking = m_controller.isReading();
}

void FileHistoryPage::openArgument(const QVariant &argument)
{
    const PathAt target = PathPages::target(argument);
    if (!target.path.isEmpty())
        m_controller.open(target.path, target.commit);
}

bool FileHistoryPage::isSettled()
{
    return Page::isSettled() && m_diff->isSettled();
}

void FileHistoryPage::startSearch()
{
    m_diff->openFind();
}

void FileHistoryPage::showPath()
{
    m_isWorking = false; // on another file from now on
    m_path->showPath(m_controller.path());
    setFocusProxy(m_controller.path().isEmpty() ? static_cast<QWidget *>(m_path) : m_list);
    m_tip->setText(m_controller.path().isEmpty() ? QString()
                   : m_controller.tip().isNull() ? tr("Up to HEAD")
                                                 //: %1: the short id of a commit
                                                 : tr("Up to %1").arg(m_controller.tip().abbreviated()));
}

void FileHistoryPage::showNotes()
{
    m_notes->setText(m_controller.notes().join(u'\n'));
    m_notes->setVisible(!m_controller.notes().isEmpty());
}

void FileHistoryPage::showDiff()
{
    const Error &error = m_controller.diffError();
    m_diff->setEmptyText(error.message.isEmpty() ? tr("No differences to show") : error.message);
    const Git::ObjectId commit = current() ? current()->commit.id : Git::ObjectId();
    const bool isAgain = std::exchange(m_shown, commit) == commit; // with other lines: the place stays
    m_diff->setFiles(m_controller.diff(), isAgain ? DiffView::Position::Keep : DiffView::Position::Top);
    m_goToCommit->setEnabled(current() != nullptr);
    m_blame->setEnabled(current() && current()->status != Diff::FileStatus::Deleted);
}

void FileHistoryPage::selectFirst()
{
    if (m_controller.state() != PageState::Ready)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_controller.revisions().index(0));
    if (m_path->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
}

const RevisionItem *FileHistoryPage::current() const
{
    const auto &revisions = const_cast<FileHistoryController &>(m_controller).revisions().revisions();
    const int row = m_list->currentIndex().row(); // moves along when newer ones come
    return row >= 0 && row < revisions.size() ? &revisions[row] : nullptr;
}

QJsonObject FileHistoryPage::saveState() const
{
    return {{u"columns"_s, QString::fromLatin1(m_columns->saveState().toBase64())}};
}

void FileHistoryPage::restoreState(const QJsonObject &state)
{
    m_columns->restoreState(QByteArray::fromBase64(state.value(u"columns"_s).toString().toLatin1()));
    m_columns->setHandleWidth(1);
}
