// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blame/blameaccessible.h"

#include "ui/blame/blameview.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <mutex>

namespace {

class LineInterface final : public QAccessibleInterface
{
public:
    LineInterface(BlameView *view, qsizetype line)
        : m_view(view)
        , m_line(line)
    {}

    bool isValid() const override { return m_view && m_line < m_view->lineCount(); }
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
    qsizetype line() const { return m_line; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenLine(m_line) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->lineRect(m_line).intersected(m_view->viewport()->rect());
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = state.readOnly = true;
        state.selected = m_view->currentLine() == m_line;
        state.focused = state.selected && m_view->hasFocus();
        state.offscreen = rect().isEmpty();
        return state;
    }

private:
    QPointer<BlameView> m_view;
    qsizetype m_line;
};

class ViewInterface final : public QAccessibleWidget
{
public:
    explicit ViewInterface(BlameView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {}
    ~ViewInterface() override { forget(); }

    BlameView *view() const { return static_cast<BlameView *>(widget()); }
    int childCount() const override { return static_cast<int>(view()->lineCount()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto known = m_children.constFind(index); known != m_children.cend())
            return QAccessible::accessibleInterface(*known);
        auto *item = new LineInterface(view(), index); // QAccessible's cache owns it
        m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *line = dynamic_cast<const LineInterface *>(child);
        return line && line->isValid() ? static_cast<int>(line->line()) : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
        if (!view()->viewport()->rect().contains(point) || childCount() == 0)
            return nullptr;
        const QRect first = view()->lineRect(0);
        return child((point.y() - first.top()) / std::max(1, first.height()));
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(static_cast<int>(view()->currentLine())) : nullptr;
    }

    void forget()
    {
        for (QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
        m_children.clear();
    }

private:
    mutable QHash<int, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<BlameView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

} // namespace

void BlameAccessible::install()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(makeInterface); });
}

void BlameAccessible::linesChanged(BlameView *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *interface = dynamic_cast<ViewInterface *>(QAccessible::queryAccessibleInterface(view)))
        interface->forget();
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void BlameAccessible::lineFocused(BlameView *view, qsizetype line)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(static_cast<int>(line));
    QAccessible::updateAccessibility(&event);
}
