// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/commitlist.h"

#include "items/when.h"
#include "ui/files/quietselection.h"
#include "ui/history/graphdelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

CommitList::CommitList(CommitItems &commits, QWidget *parent)
    : QTreeView(parent)
    , m_commits(commits)
{
    setModel(&commits);
    setItemDelegate(new GraphDelegate(this));
    setAccessibleName(tr("Commits"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHeaderHidden(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
}

void CommitList::showCommit(const Git::ObjectId &commit)
{
    const int row = m_commits.rowOf(commit);
    if (row < 0)
        return;
    setCurrentIndex(m_commits.index(row, 0));
    scrollTo(m_commits.index(row, 0), PositionAtCenter);
}

void CommitList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.row() == previous.row() && current.isValid() == previous.isValid() && current.isValid())
        return;
    Q_EMIT commitSelected(current.data(CommitItems::IdRole).value<Git::ObjectId>());
}

void CommitList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QTreeView::initViewItemOption(option);
    quietUnlessFocused(option, this);
}

void CommitList::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (row >= 0 && row < m_commits.rowCount())
            setCurrentIndex(m_commits.index(row, 0));
        return;
    }
    QTreeView::keyPressEvent(event);
}

void CommitList::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void CommitList::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const int available = viewport()->width();
    const int when = metrics.horizontalAdvance(u"in 59 min"_s) + 2 * Theme::unit(font());
    const int author = qMin(metrics.averageCharWidth() * 22, available / 5);
    header()->resizeSection(CommitItems::WhenColumn, when);
    header()->resizeSection(CommitItems::AuthorColumn, author);
    header()->resizeSection(CommitItems::SubjectColumn, qMax(0, available - when - author));
}

bool CommitList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        const QString text = index.column() == CommitItems::WhenColumn
                                 ? exactTime(index.data(CommitItems::WhenRole).toDateTime())
                                 : index.data().toString();
        if (index.isValid())
            QToolTip::showText(help->globalPos(), plainToolTip(text), this, visualRect(index));
        return true;
    }
    return QTreeView::viewportEvent(event);
}
