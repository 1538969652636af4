// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QSplitter>

using namespace Qt::StringLiterals;

HistoryPage::HistoryPage(RepositoryContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_controller(context.repository())
    , m_list(new CommitList(m_controller.commits(), this))
    , m_details(new CommitDetailsView(this))
    , m_files(new FileList(m_controller.files(), this))
    , m_fileCount(new PlainLabel(this))
    , m_problems(new PlainLabel(this))
    , m_diff(new DiffView(context.services().reads, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_right(new QSplitter(Qt::Vertical, this))
{
    layOut();
    addCommands();
    connect(m_list, &CommitList::currentRowChanged, this, &HistoryPage::choose);
    connect(m_list, &CommitList::selectedRowsChanged, this, &HistoryPage::choose);
    connect(m_details, &CommitDetailsView::parentRequested, this, &HistoryPage::showCommit);
    connect(m_files, &FileList::diffRequested, m_diff, qOverload<>(&QWidget::setFocus));
    connect(m_files, &FileList::pathsSelected, this, [this] {
        if (m_files->currentIndex().isValid())
            m_diff->scrollToFile(m_files->currentIndex().row());
    });
    connect(&m_controller, &HistoryController::detailsChanged, this,
            [this] { m_details->setCommit(m_controller.details(), m_controller.detailsError()); });
    connect(&m_controller, &HistoryController::diffChanged, this, &HistoryPage::showDiff);
    connect(&m_controller, &HistoryController::problemsChanged, this, &HistoryPage::showProblems);
    connect(&m_controller, &HistoryController::rowsChanged, this, &HistoryPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &HistoryPage::keepChoice);
    connect(&m_controller, &PageController::busyChanged, this, &Page::settledChanged);
    connect(m_diff, &DiffView::settledChanged, this, &Page::settledChanged);
    for (QSplitter *splitter : {m_rows, m_columns, m_right})
        connect(splitter, &QSplitter::splitterMoved, this, &Page::stateSaveWanted);
    showProblems();
}

void HistoryPage::layOut()
{
    const int unit = Theme::unit(font());
    auto *files = new QWidget(this);
    auto *filesLayout = new QVBoxLayout(files);
    filesLayout->setContentsMargins(0, 2 * unit, 0, 0);
    filesLayout->setSpacing(unit);
    m_fileCount->setFont(Theme::small(font()));
    m_fileCount->setForegroundRole(QPalette::PlaceholderText);
    m_fileCount->setContentsMargins(2 * unit, 0, 2 * unit, 0);
    filesLayout->addWidget(m_fileCount);
    filesLayout->addWidget(m_files);
    m_files->setAccessibleName(tr("Files of the commit"));
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_diff->setAccessibleName(tr("Differences of the commit"));

    m_right->addWidget(files);
    m_right->addWidget(m_diff);
    m_columns->addWidget(m_details);
    m_columns->addWidget(m_right);
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    m_problems->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    topLayout->addWidget(m_problems);
    topLayout->addWidget(m_list);
    m_rows->addWidget(top);
    m_rows->addWidget(m_columns);
    for (QSplitter *splitter : {m_rows, m_columns, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_rows->setSizes({104 * unit, 96 * unit});
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_columns->setSizes({84 * unit, 200 * unit});
    m_columns->setStretchFactor(1, 1);
    m_right->setSizes({16 * unit, 60 * unit});
    m_right->setStretchFactor(1, 1);

    auto *stack = new StateStack(m_controller, m_rows, this);
    stack->setLoadingText(tr("Reading history"));
    stack->emptyState()->setTitle(tr("No commits yet"));
    stack->emptyState()->setExplanation(tr("The first commit you make on the Changes page will stand here."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
    setFocusProxy(m_list);
}

void HistoryPage::addCommands()
{
    QAction *copyId =
        addCommand(u"history.copyId"_s, tr("Copy commit id"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(copyId, &QAction::triggered, this, [this] {
        if (!m_controller.selected().isNull())
            QGuiApplication::clipboard()->setText(m_controller.selected().text());
    });
    QAction *goToHead =
        addCommand(u"history.goToHead"_s, tr("Go to HEAD"), QKeySequence(Qt::CTRL | Qt::Key_Home));
    connect(goToHead, &QAction::triggered, this,
            [this] { openArgument(m_context.repository().refs().head.target.toHex()); });
    QAction *goToParent =
        addCommand(u"history.goToParent"_s, tr("Go to first parent"), QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(goToParent, &QAction::triggered, this,
            [this] { goTo(m_controller.parentRow(m_list->currentIndex().row())); });
    QAction *goToChild =
        addCommand(u"history.goToChild"_s, tr("Go to &child"), QKeySequence(Qt::ALT | Qt::Key_Up));
    connect(goToChild, &QAction::triggered, this,
            [this] { goTo(m_controller.childRow(m_list->currentIndex().row())); });
    QAction *find = addCommand(u"history.findInDiff"_s, tr("Find in differences")); // Ctrl+F
    connect(find, &QAction::triggered, this, &HistoryPage::startSearch);
}

void HistoryPage::goTo(int row)
{
    if (row >= 0)
        m_list->showRow(row);
}

// One commit with its parent, or two with each other.
void HistoryPage::choose()
{
    if (m_controller.isReplacingRows())
        return;
    const QList<int> rows = m_list->selectedRows();
    if (rows.size() == 2)
        m_controller.compare(m_controller.idAt(rows.last()), m_controller.idAt(rows.first()));
    else if (m_list->currentIndex().isValid())
        m_controller.select(m_controller.idAt(m_list->currentIndex().row()));
    else
        m_controller.select({});
}

// After rows came or went: on the commit that was asked for, else on the chosen one, else on HEAD.
void HistoryPage::keepChoice()
{
    const bool isEnd = !m_controller.isLoadingRows();
    if (const int row = m_wanted.isNull() ? -1 : m_controller.rowOf(m_wanted); row >= 0) {
        m_wanted = {};
        m_list->showRow(row);
        return;
    }
    if (isEnd)
        m_wanted = {}; // everything is loaded: it is not there
    if (!m_wanted.isNull())
        return;
    const int rows = m_controller.commits().rowCount();
    if (m_list->currentIndex().isValid()) {
        const int row = m_controller.rowOf(m_controller.selected());
        if (row >= 0 && row != m_list->currentIndex().row() && m_list->selectedRows().size() < 2)
            m_list->setCurrentIndex(m_controller.commits().index(row, 0));
        else
            choose();
        return;
    }
    if (const int row = m_controller.rowOf(m_controller.selected()); row >= 0) {
        m_list->showRow(row); // all rows were taken anew
        return;
    }
    const int head = m_controller.rowOf(m_context.repository().refs().head.target);
    if (rows > 0 && (head >= 0 || isEnd))
        m_list->showRow(qMax(0, head));
    else if (rows == 0 && isEnd)
        m_controller.select({});
}

void HistoryPage::showCommit(const Git::ObjectId &commit)
{
    m_wanted = commit;
    keepChoice();
}

void HistoryPage::openArgument(const QVariant &argument)
{
    if (const auto commit = Git::ObjectId::fromHex(argument.toByteArray()))
        showCommit(*commit);
}

bool HistoryPage::isSettled()
{
    return Page::isSettled() && m_diff->isSettled();
}

void HistoryPage::startSearch()
{
    m_diff->openFind();
}

void HistoryPage::showDiff()
{
    const Error &error = m_controller.diffError();
    m_diff->setEmptyText(error.message.isEmpty() ? tr("This commit changes no files") : error.message);
    m_diff->setFiles(m_controller.diff(), DiffView::Position::Top);
    Diff::LineCounts counts;
    for (const Diff::FileDiff &file : m_controller.diff()) {
        const Diff::LineCounts own = Diff::countLines(file);
        counts.added += own.added;
        counts.removed += own.removed;
    }
    const QString files = tr("%n file(s)", nullptr, m_controller.files().rowCount());
    m_fileCount->setText(files + u"   +%1 −%2"_s.arg(counts.added).arg(counts.removed));
}

void HistoryPage::showProblems()
{
    m_problems->setVisible(!m_controller.problems().isEmpty());
    if (!m_controller.problems().isEmpty())
        m_problems->setText(tr("%n part(s) of history could not be read: ", nullptr,
                               static_cast<int>(m_controller.problems().size())) +
                            m_controller.problems().first());
}

QJsonObject HistoryPage::saveState() const
{
    const auto text = [](const QSplitter *splitter) {
        return QString::fromLatin1(splitter->saveState().toBase64());
    };
    return {{u"rows"_s, text(m_rows)}, {u"columns"_s, text(m_columns)}, {u"right"_s, text(m_right)}};
}

void HistoryPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_rows, u"rows"_s);
    apply(m_columns, u"columns"_s);
    apply(m_right, u"right"_s);
}
