// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/refdistances.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScrollBar>

RefDistances::RefDistances(RepositoryController &repository, RefItems &refs, QAbstractItemView *list)
    : QObject(list)
    , m_refs(refs)
    , m_list(list)
    , m_distances(repository)
{
    m_look.setSingleShot(true);
    m_look.setInterval(std::chrono::milliseconds(100)); // not for what is only scrolled past
    const auto begin = [this] { m_look.start(); };
    connect(&m_look, &QTimer::timeout, this, &RefDistances::look);
    connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, begin);
    connect(&refs, &QAbstractItemModel::modelReset, this, begin);
    connect(&m_distances, &BranchDistances::notesChanged, this,
            [this] { m_refs.setNotes(m_distances.notes()); });
    list->viewport()->installEventFilter(this);
    m_look.start();
}

bool RefDistances::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_look.start();
    return QObject::eventFilter(watched, event);
}

void RefDistances::look()
{
    QSet<QByteArray> names;
    if (m_list->isVisible()) {
        const int bottom = m_list->viewport()->height();
        for (int row = std::max(0, m_list->indexAt(QPoint(1, 1)).row()); row < m_refs.rowCount(); ++row) {
            const QModelIndex index = m_refs.index(row);
            if (m_list->visualRect(index).top() > bottom)
                break;
            const bool isLocal = index.data(RefItems::SectionRole).toInt() == int(RefSection::Local);
            if (isLocal && !index.data(RefItems::IsHeadingRole).toBool())
                names.insert(index.data(RefItems::NameRole).toByteArray());
        }
    }
    m_distances.want(names);
}
