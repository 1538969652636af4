// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

#include <optional>

class QAbstractScrollArea;

/// What a view that draws its rows itself says of them.
class AccessibleRows
{
public:
    virtual ~AccessibleRows() = default;

    virtual qsizetype rowCount() const = 0;
    virtual qsizetype focusedRow() const = 0;           ///< -1: none
    virtual qsizetype rowAt(int y) const = 0;           ///< in the viewport; -1: none
    virtual QRect rowRect(qsizetype row) const = 0;     ///< in the viewport
    virtual QString spokenRow(qsizetype row) const = 0; ///< all that is shown of it
    virtual bool isRowSelected(qsizetype row) const = 0;
    virtual std::optional<bool> isRowFolded(qsizetype) const { return {}; } ///< nothing: it cannot be
};

/// What a screen reader gets of such a view: a list whose items are its rows, made when somebody asks for
/// them.
namespace RowAccessible {

void install(); ///< once per process; more calls do nothing
void rowsChanged(QAbstractScrollArea *view);
void rowFocused(QAbstractScrollArea *view, qsizetype row);

} // namespace RowAccessible
