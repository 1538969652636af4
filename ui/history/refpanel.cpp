// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/refpanel.h"

#include "ui/history/reflist.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

const std::array<QString, 5> &sectionNames() // as kept, not as shown
{
    static const std::array names{u"local"_s, u"remote"_s, u"tags"_s, u"stashes"_s, u"worktrees"_s};
    return names;
}

bool canSolo(const QModelIndex &index)
{
    return !index.data(RefItems::TargetRole).value<Git::ObjectId>().isNull() &&
           index.data(RefItems::SectionRole).toInt() != int(RefSection::Worktrees);
}

} // namespace

RefPanel::RefPanel(RefItems &refs, QWidget *parent)
    : QWidget(parent)
    , m_refs(refs)
    , m_edit(new QLineEdit(this))
    , m_list(new RefList(this))
{
    const int unit = Theme::unit(font());
    m_edit->setPlaceholderText(tr("Filter refs"));
    m_edit->setAccessibleName(tr("Filter refs"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_list->setModel(&refs);
    m_list->setAccessibleName(tr("Refs"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit, 0, 0);
    layout->setSpacing(unit);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(2 * unit, 0, 2 * unit, 0);
    row->addWidget(m_edit);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    setMinimumWidth(30 * unit);
    setFocusProxy(m_list);
    connect(m_edit, &QLineEdit::textChanged, &refs, &RefItems::setFilter);
    connect(m_list, &RefList::chosen, this, &RefPanel::activate);
    connect(m_list, &RefList::markClicked, this, &RefPanel::toggleHidden);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RefPanel::openMenu);
}

void RefPanel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
}

void RefPanel::startFilter()
{
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QStringList RefPanel::closedSections() const
{
    QStringList names;
    for (size_t at = 0; at < sectionNames().size(); ++at)
        if (!m_refs.isOpen(static_cast<RefSection>(at)))
            names += sectionNames()[at];
    return names;
}

void RefPanel::setClosedSections(const QStringList &names)
{
    for (size_t at = 0; at < sectionNames().size(); ++at)
        m_refs.setOpen(static_cast<RefSection>(at), !names.contains(sectionNames()[at]));
}

void RefPanel::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const bool isHeading = index.data(RefItems::IsHeadingRole).toBool();
    if (!isHeading && index.data(RefItems::TargetRole).value<Git::ObjectId>().isNull())
        return; // the note beside it says why
    if (!isHeading) {
        Q_EMIT refChosen(index.data(RefItems::NameRole).toByteArray(),
                         index.data(RefItems::TargetRole).value<Git::ObjectId>());
        return;
    }
    const auto section = static_cast<RefSection>(index.data(RefItems::SectionRole).toInt());
    m_refs.setOpen(section, !m_refs.isOpen(section));
    for (int row = 0; row < m_refs.rowCount(); ++row) { // rows were taken anew
        const QModelIndex heading = m_refs.index(row);
        if (heading.data(RefItems::IsHeadingRole).toBool() &&
            heading.data(RefItems::SectionRole).toInt() == int(section))
            m_list->setCurrentIndex(heading);
    }
    Q_EMIT sectionsChanged();
}

void RefPanel::toggleHidden(const QModelIndex &index)
{
    const QByteArray name = index.data(RefItems::NameRole).toByteArray();
    if (!index.data(RefItems::CanHideRole).toBool())
        return;
    HistoryFilter filter = m_filter;
    const bool isHidden = index.data(RefItems::IsHiddenRole).toBool();
    QSet<QByteArray> &names = filter.solo.isEmpty() ? filter.hidden : filter.solo;
    if (isHidden == filter.solo.isEmpty())
        names.remove(name);
    else
        names.insert(name);
    Q_EMIT filterWanted(filter);
}

void RefPanel::toggleSolo(const QModelIndex &index)
{
    const QByteArray name = index.data(RefItems::NameRole).toByteArray();
    if (!canSolo(index))
        return;
    HistoryFilter filter = m_filter;
    if (filter.solo == QSet<QByteArray>{name})
        filter.solo.clear();
    else
        filter.solo = {name};
    Q_EMIT filterWanted(filter);
}

void RefPanel::openMenu(const QPoint &point)
{
    const QModelIndex at = m_list->indexAt(point);
    const QPersistentModelIndex index = at.isValid() ? at : m_list->currentIndex();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isRef = index.isValid() && !index.data(RefItems::IsHeadingRole).toBool();
    const bool canHide = isRef && index.data(RefItems::CanHideRole).toBool();
    if (isRef) {
        QAction *go = menu->addAction(tr("&Go to its commit"));
        go->setEnabled(!index.data(RefItems::TargetRole).value<Git::ObjectId>().isNull());
        connect(go, &QAction::triggered, this, [this, index] { activate(index); });
        connect(menu->addAction(tr("&Copy name")), &QAction::triggered, this,
                [index] { QGuiApplication::clipboard()->setText(index.data().toString()); });
        menu->addSeparator();
    }
    if (canHide) {
        const bool isHidden = index.data(RefItems::IsHiddenRole).toBool();
        connect(menu->addAction(isHidden ? tr("&Show in history") : tr("&Hide from history")),
                &QAction::triggered, this, [this, index] { toggleHidden(index); });
    } else if (isRef && index.data(RefItems::IsCurrentRole).toBool()) {
        menu->addAction(tr("HEAD's branch is always shown"))->setEnabled(false);
    }
    if (isRef && canSolo(index))
        connect(menu->addAction(tr("Show &only this")), &QAction::triggered, this,
                [this, index] { toggleSolo(index); });
    QAction *all = menu->addAction(tr("Show &all"));
    all->setEnabled(!m_filter.hidden.isEmpty() || !m_filter.solo.isEmpty());
    connect(all, &QAction::triggered, this, [this] {
        HistoryFilter filter = m_filter;
        filter.hidden.clear();
        filter.solo.clear();
        Q_EMIT filterWanted(filter);
    });
    if (isRef)
        Q_EMIT menuWanted(menu, index.data(RefItems::NameRole).toByteArray(),
                          index.data(RefItems::TargetRole).value<Git::ObjectId>());
    menu->popup(m_list->viewport()->mapToGlobal(at.isValid() ? point : m_list->visualRect(index).center()));
}

bool RefPanel::takeFilterKey(int key)
{
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        int row = 0;
        while (row < m_refs.rowCount() && m_refs.index(row).data(RefItems::IsHeadingRole).toBool())
            ++row;
        m_list->setCurrentIndex(m_refs.index(qMin(row, m_refs.rowCount() - 1)));
        m_list->setFocus(Qt::TabFocusReason);
        if (key != Qt::Key_Down)
            activate(m_list->currentIndex());
        return true;
    }
    if (key != Qt::Key_Escape)
        return false;
    if (m_edit->text().isEmpty())
        Q_EMIT leaveWanted();
    m_edit->clear();
    return true;
}

bool RefPanel::takeListKey(const QKeyEvent &event)
{
    const QModelIndex index = m_list->currentIndex();
    const bool isHeading = index.isValid() && index.data(RefItems::IsHeadingRole).toBool();
    const bool isOpen = isHeading && index.data(RefItems::IsOpenRole).toBool();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(index);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isHeading && isOpen == (event.key() == Qt::Key_Left))
            activate(index);
        return true;
    case Qt::Key_Space:
        event.modifiers() & Qt::ControlModifier ? toggleSolo(index) : toggleHidden(index);
        return true;
    default:
        return false;
    }
}

bool RefPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_edit && !(key->modifiers() & ~Qt::KeypadModifier))
        return takeFilterKey(key->key());
    return watched == m_list && takeListKey(*key);
}
