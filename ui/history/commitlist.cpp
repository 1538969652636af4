// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitlist.h"

#include "ui/files/quietselection.h"
#include "ui/history/committips.h"
#include "ui/history/graphdelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

constexpr int kQuiet = 100;     // milliseconds in which rows usually come
constexpr int kMostSought = 10; // replaced rows: each can take a pass over all commits

} // namespace

CommitList::CommitList(CommitItems &commits, QWidget *parent)
    : QTableView(parent)
    , m_commits(commits)
    , m_delegate(new GraphDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(&commits);
    setAccessibleName(tr("Commits"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT activatedRow(index.row()); });
    connect(&commits, &CommitItems::aboutToReplace, this, &CommitList::rememberSight);
    connect(&commits, &CommitItems::replaced, this, &CommitList::keepSight);
}

void CommitList::rememberSight()
{
    m_scrolled = verticalScrollBar()->value();
    const int first = qMax(0, rowAt(0));
    const int behind = first + 2 + viewport()->height() / verticalHeader()->defaultSectionSize();
    for (int row = first; row < qMin(behind, m_commits.rowCount()); ++row) {
        const History::Row *held = m_commits.at(row);
        m_sight.append(
            {m_commits.index(row, 0), held ? held->commit.id : Git::ObjectId(), rowViewportPosition(row)});
    }
}

// At the very top one wants to see what is new; further down the first row in sight that is still there stays
// where it is. Where none is, as many rows are scrolled away as before.
void CommitList::keepSight()
{
    int wanted = m_scrolled, sought = 0;
    for (const Seen &seen : std::exchange(m_sight, {})) {
        const bool isSought = !seen.index.isValid() && !seen.commit.isNull() && sought++ < kMostSought;
        const int row = isSought ? m_rowOf(seen.commit) : seen.index.row();
        if (row >= 0) {
            wanted = row * verticalHeader()->defaultSectionSize() - seen.y;
            break;
        }
    }
    updateGeometries(); // the bar's range is that of the rows before
    verticalScrollBar()->setValue(m_scrolled == 0 ? 0 : wanted);
}

void CommitList::showRow(int row)
{
    const QModelIndex index = m_commits.index(row, 0);
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    makeCurrent(row);
    scrollTo(index, PositionAtCenter);
}

// Not as setCurrentIndex(), which heeds the modifiers that are held down and would add to the selection.
void CommitList::makeCurrent(int row)
{
    setAutoScroll(false);
    selectionModel()->setCurrentIndex(m_commits.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    setAutoScroll(true);
}

QList<int> CommitList::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows += index.row();
    std::ranges::sort(rows);
    return rows;
}

QList<std::pair<int, int>> CommitList::selectedRanges() const
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.height()});
    std::ranges::sort(ranges);
    return ranges;
}

int CommitList::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

bool CommitList::isLoadedInSight(int first, int last) const
{
    for (int row = first; row <= last; ++row)
        if (!m_commits.at(row))
            return false;
    return true;
}

void CommitList::paintEvent(QPaintEvent *event)
{
    const int first = qMax(0, rowAt(0));
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? m_commits.rowCount() - 1 : bottom;
    const int raised = m_hovered.isValid() ? m_hovered.row() : currentIndex().row();
    m_delegate->raised().follow(m_commits, raised, first, last);
    if (isLoadedInSight(first, last)) {
        m_loading.stop();
        m_delegate->setShowsLoading(false);
    } else if (!m_loading.isActive()) {
        m_loading.start(kQuiet, this);
    }
    QTableView::paintEvent(event);
    if (m_commits.rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void CommitList::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_loading.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    m_delegate->setShowsLoading(true);
    viewport()->update();
}

void CommitList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // its lines
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void CommitList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

void CommitList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTableView::initViewItemOption(option);
    quietUnlessFocused(option, this);
}

// A table's Home, End, Left and Right move between columns; here rows are all there is.
QModelIndex CommitList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    switch (action) {
    case MoveHome:
        return m_commits.index(0, 0);
    case MoveEnd:
        return m_commits.index(m_commits.rowCount() - 1, 0);
    case MoveLeft:
    case MoveRight:
    case MoveNext:
    case MovePrevious:
        return currentIndex();
    default:
        return QTableView::moveCursor(action, modifiers).siblingAtColumn(0);
    }
}

void CommitList::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (row >= 0 && row < m_commits.rowCount())
            setCurrentIndex(m_commits.index(row, 0));
        return;
    }
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            Q_EMIT activatedRow(currentIndex().row());
        return;
    }
    if (event->matches(QKeySequence::Copy) || event->key() == Qt::Key_Escape)
        event->ignore(); // for the page
    else
        QTableView::keyPressEvent(event);
}

void CommitList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void CommitList::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint(option, {}).height());
}

void CommitList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CommitList::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const int available = viewport()->width();
    const int when = metrics.horizontalAdvance(u"in 59 min"_s) + 2 * Theme::unit(font());
    const int author = qMin(metrics.averageCharWidth() * 22, available / 5);
    horizontalHeader()->resizeSection(CommitItems::WhenColumn, when);
    horizontalHeader()->resizeSection(CommitItems::AuthorColumn, author);
    horizontalHeader()->resizeSection(CommitItems::SubjectColumn, qMax(0, available - when - author));
}

void CommitList::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const bool isOnGraph = index.isValid() && index.column() == CommitItems::SubjectColumn &&
                           event->position().x() < m_delegate->graphEnd(option, index);
    raiseLinesOf(isOnGraph ? index : QModelIndex());
}

void CommitList::raiseLinesOf(const QModelIndex &index)
{
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->update();
}

bool CommitList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        raiseLinesOf({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid())
            QToolTip::showText(help->globalPos(), plainToolTip(commitToolTip(index)), this,
                               visualRect(index));
        return true;
    }
    return QTableView::viewportEvent(event);
}
