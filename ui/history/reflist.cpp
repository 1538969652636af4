// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/reflist.h"

#include "items/refitems.h"
#include "ui/files/quietselection.h"
#include "ui/history/refdelegate.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

RefList::RefList(QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(new RefDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
}

QRect RefList::markRect(const QModelIndex &index) const
{
    const QRect row = visualRect(index);
    return index.data(RefItems::CanHideRole).toBool()
               ? row.adjusted(row.width() - RefDelegate::markWidth(font()), 0, 0, 0)
               : QRect();
}

void RefList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

void RefList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    quietUnlessFocused(option, this);
}

void RefList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (markRect(index).contains(event->position().toPoint()))
        Q_EMIT markClicked(index);
    else
        Q_EMIT chosen(index);
}

bool RefList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (!index.isValid())
        return true;
    const bool isHidden = index.data(RefItems::IsHiddenRole).toBool();
    const QString text = markRect(index).contains(help->pos())
                             ? (isHidden ? tr("Show in history") : tr("Hide from history"))
                             : index.data(RefItems::ExplanationRole).toString();
    QToolTip::showText(help->globalPos(), plainToolTip(text), this, visualRect(index));
    return true;
}
