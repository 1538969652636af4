// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/filelist.h"

#include "base/text.h"
#include "ui/files/filedelegate.h"
#include "ui/files/quietselection.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

FileList::FileList(FileItems &files, QWidget *parent)
    : QListView(parent)
    , m_files(files)
{
    setModel(&files);
    setItemDelegate(new FileDelegate(this));
    setSelectionMode(ExtendedSelection);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT pathActivated(index.data(FileItems::PathRole).toByteArray());
    });
}

QList<QByteArray> FileList::selectedPaths() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::ranges::sort(indexes, {}, &QModelIndex::row);
    QList<QByteArray> paths;
    for (const QModelIndex &index : std::as_const(indexes))
        paths += index.data(FileItems::PathRole).toByteArray();
    return paths;
}

void FileList::selectPath(const QByteArray &path)
{
    for (int row = 0; row < m_files.rowCount(); ++row) {
        if (m_files.files()[row].path == path) {
            setCurrentIndex(m_files.index(row));
            return;
        }
    }
}

void FileList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT pathsSelected();
}

// The first key in a list must already mean a file.
void FileList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    const bool isReturn = event->reason() == Qt::ActiveWindowFocusReason ||
                          event->reason() == Qt::PopupFocusReason || event->reason() == Qt::MouseFocusReason;
    if (isReturn || m_files.rowCount() == 0 || selectionModel()->hasSelection())
        return;
    const QModelIndex index = currentIndex().isValid() ? currentIndex() : m_files.index(0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void FileList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    quietUnlessFocused(option, this);
}

void FileList::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
        const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
        if (row >= 0 && row < m_files.rowCount())
            setCurrentIndex(m_files.index(row));
        return;
    }
    if (isPlain && event->key() == Qt::Key_Right) {
        Q_EMIT diffRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

bool FileList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    if (index.isValid()) {
        const QByteArray old = index.data(FileItems::OldPathRole).toByteArray();
        const QString from = old.isEmpty() ? QString() : displayPath(old) + u" → "_s;
        QToolTip::showText(help->globalPos(), plainToolTip(from + index.data().toString()), this,
                           visualRect(index));
    }
    return true;
}
