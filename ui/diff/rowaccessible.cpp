// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/rowaccessible.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QPointer>

#include <mutex>

namespace {

class RowInterface final : public QAccessibleInterface
{
public:
    RowInterface(QAbstractScrollArea *view, qsizetype row)
        : m_view(view)
        , m_row(row)
    {}

    bool isValid() const override { return rows() && m_row < rows()->rowCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}
    qsizetype row() const { return m_row; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? rows()->spokenRow(m_row) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QWidget *viewport = m_view->viewport();
        const QRect inView = rows()->rowRect(m_row).intersected(viewport->rect());
        return {viewport->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = state.readOnly = true;
        state.focused = m_view->hasFocus() && rows()->focusedRow() == m_row;
        state.selected = rows()->isRowSelected(m_row);
        state.offscreen = rect().isEmpty();
        if (const auto isFolded = rows()->isRowFolded(m_row)) {
            state.expandable = true;
            state.collapsed = *isFolded;
            state.expanded = !*isFolded;
        }
        return state;
    }

private:
    const AccessibleRows *rows() const { return dynamic_cast<const AccessibleRows *>(m_view.data()); }

    QPointer<QAbstractScrollArea> m_view;
    qsizetype m_row;
};

class RowsInterface final : public QAccessibleWidget
{
public:
    explicit RowsInterface(QAbstractScrollArea *view)
        : QAccessibleWidget(view, QAccessible::List)
    {}
    ~RowsInterface() override { forget(); }

    int childCount() const override { return rows() ? static_cast<int>(rows()->rowCount()) : 0; }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto known = m_children.constFind(index); known != m_children.cend())
            return QAccessible::accessibleInterface(*known);
        auto *item = new RowInterface(view(), index); // QAccessible's cache owns it
        m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const RowInterface *>(child);
        return item && item->isValid() ? static_cast<int>(item->row()) : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
        if (!view()->viewport()->rect().contains(point) || childCount() == 0)
            return nullptr;
        return child(static_cast<int>(rows()->rowAt(point.y())));
    }

    QAccessibleInterface *focusChild() const override
    {
        return rows() && view()->hasFocus() ? child(static_cast<int>(rows()->focusedRow())) : nullptr;
    }

    void forget()
    {
        for (QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

private:
    QAbstractScrollArea *view() const { return static_cast<QAbstractScrollArea *>(widget()); }
    const AccessibleRows *rows() const { return dynamic_cast<const AccessibleRows *>(widget()); }

    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<QAbstractScrollArea *>(object);
    return dynamic_cast<AccessibleRows *>(view) ? new RowsInterface(view) : nullptr;
}

} // namespace

void RowAccessible::install()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(makeInterface); });
}

void RowAccessible::rowsChanged(QAbstractScrollArea *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *interface = dynamic_cast<RowsInterface *>(QAccessible::queryAccessibleInterface(view)))
        interface->forget();
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void RowAccessible::rowFocused(QAbstractScrollArea *view, qsizetype row)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(static_cast<int>(row));
    QAccessible::updateAccessibility(&event);
}
