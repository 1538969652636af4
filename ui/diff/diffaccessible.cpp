// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffaccessible.h"

#include "ui/diff/diffview.h"
#include "ui/diff/filewords.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <mutex>

namespace {

/// One row. Names its place, not its position, so that folding a file above does not change what it is.
class RowInterface final : public QAccessibleInterface
{
public:
    RowInterface(DiffView *view, const Diff::Row &row)
        : m_view(view)
        , m_row(row)
    {}

    bool isValid() const override { return m_view && position() >= 0; }
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

    const Diff::Row &row() const { return m_row; }

    qsizetype position() const
    {
        const bool isThere = m_row.file < m_view->files().size();
        return isThere ? m_view->content().rows().positionOf(m_row) : -1;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        const DiffContent &content = m_view->content();
        const Diff::LineCounts counts =
            m_row.kind == Diff::RowKind::File ? content.counts(m_row.file) : Diff::LineCounts{};
        if (m_row.kind == Diff::RowKind::Line)
            return lines();
        QStringList parts;
        if (m_row.kind == Diff::RowKind::Note)
            parts.append(FileWords::note(content.file(m_row), content.findings(m_row.file),
                                         m_view->look().ignoresWhitespace));
        else
            parts.append(
                FileWords::row(content.files(), m_row, counts, content.rows().isCollapsed(m_row.file)));
        if (m_row.kind == Diff::RowKind::File)
            parts += FileWords::facts(content.file(m_row), content.findings(m_row.file),
                                      m_view->look().ignoresWhitespace);
        else if (content.findings(m_row.file).whitespaceHunks.contains(m_row.hunk))
            parts += FileWords::whitespaceOnly();
        return parts.join(QStringLiteral(", "));
    }

    // That on the left, then that on the right.
    QString lines() const
    {
        const DiffContent &content = m_view->content();
        const Diff::Sides sides = content.rows().sidesAt(position());
        QStringList parts;
        for (const qsizetype line : {sides.left, sides.right}) {
            if (line < 0 || (line == sides.left && !parts.isEmpty()))
                continue;
            Diff::Row row = m_row;
            row.line = line;
            QString words = FileWords::row(content.files(), row, {}, false);
            if (content.movedFrom(row) >= 0)
                words += QStringLiteral(", ") + FileWords::moved();
            parts.append(words);
        }
        return parts.join(QStringLiteral(", "));
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->rowRect(position()).intersected(m_view->viewport()->rect());
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const DiffCursor &cursor = m_view->cursor();
        state.focusable = state.selectable = state.readOnly = true;
        state.focused =
            m_view->hasFocus() && m_view->content().rows().positionOf(cursor.current()) == position();
        state.selected = cursor.isSelected(m_view->content().rows(), position());
        state.offscreen = rect().isEmpty();
        if (m_row.kind == Diff::RowKind::File) {
            state.expandable = true;
            state.collapsed = m_view->content().rows().isCollapsed(m_row.file);
            state.expanded = !state.collapsed;
        }
        return state;
    }

private:
    QPointer<DiffView> m_view;
    Diff::Row m_row;
};

class ViewInterface final : public QAccessibleWidget
{
public:
    explicit ViewInterface(DiffView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {}
    ~ViewInterface() override { forget(); }

    DiffView *view() const { return static_cast<DiffView *>(widget()); }
    int childCount() const override { return static_cast<int>(view()->content().rows().count()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const Diff::Row row = view()->content().rows().at(index);
        if (const auto known = m_children.constFind(index); known != m_children.cend()) {
            auto *item = static_cast<RowInterface *>(QAccessible::accessibleInterface(*known));
            if (item->row() == row)
                return item;
            QAccessible::deleteAccessibleInterface(*known);
        }
        auto *item = new RowInterface(view(), row); // QAccessible's cache owns it
        m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowInterface *>(child);
        return row && row->isValid() ? static_cast<int>(row->position()) : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
        if (!view()->viewport()->rect().contains(point))
            return nullptr;
        if (childCount() == 0)
            return nullptr;
        const Diff::RowLayout &rows = view()->content().rows();
        return child(static_cast<int>(rows.positionAt(point.y() - view()->rowRect(0).top() + rows.topOf(0))));
    }

    QAccessibleInterface *focusChild() const override
    {
        const qsizetype position = view()->content().rows().positionOf(view()->cursor().current());
        return view()->hasFocus() && position >= 0 ? child(static_cast<int>(position)) : nullptr;
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
    auto *view = qobject_cast<DiffView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

} // namespace

void DiffAccessible::install()
{
    static std::once_flag once;
    std::call_once(once, [] { QAccessible::installFactory(makeInterface); });
}

void DiffAccessible::rowsChanged(DiffView *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *interface = dynamic_cast<ViewInterface *>(QAccessible::queryAccessibleInterface(view)))
        interface->forget();
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void DiffAccessible::rowFocused(DiffView *view, qsizetype position)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(static_cast<int>(position));
    QAccessible::updateAccessibility(&event);
}
