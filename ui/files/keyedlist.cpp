// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/keyedlist.h"

#include "ui/files/quietselection.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

KeyedList::KeyedList(QAbstractItemModel &model, QWidget *parent)
    : QListView(parent)
{
    setModel(&model);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
}

void KeyedList::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (row >= 0 && row < model()->rowCount())
            setCurrentIndex(model()->index(row, 0));
        return;
    }
    if (isPlain && event->key() == Qt::Key_Right) {
        Q_EMIT diffRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

void KeyedList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    quietUnlessFocused(option, this);
}

bool KeyedList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (index.isValid())
        QToolTip::showText(help->globalPos(),
                           plainToolTip(index.data(Qt::AccessibleTextRole).toString().left(2'000)), this,
                           visualRect(index));
    return true;
}
