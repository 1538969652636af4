// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/types.h"

#include <QColor>
#include <QHash>
#include <QPalette>

/// The colours of a difference view for one palette. Every text colour goes through readable().
class DiffColors
{
public:
    DiffColors() = default;
    explicit DiffColors(const QPalette &palette, bool isActive);

    QColor base, text, subdued, hairline, header, hunk, accent, accentText, good, warn, bad, info, unknown;

    QColor row(Diff::LineOrigin origin) const;
    QColor movedRow(int block) const;            ///< neighbouring blocks differ a little
    QColor faint(Diff::LineOrigin origin) const; ///< where only whitespace changed
    QColor gutter(Diff::LineOrigin origin) const;
    QColor word(Diff::LineOrigin origin) const;
    QColor selected(const QColor &background) const; ///< the background of a selected row
    QColor marked(const QColor &background) const;   ///< of selected text
    QColor current(const QColor &background) const;  ///< of the row with the cursor
    QColor match(const QColor &background) const;    ///< of a place that was found

    /// The colour, moved towards black or white as far as a contrast of 4.5 to the background needs
    /// (WCAG 2.1).
    QColor readable(const QColor &color, const QColor &background) const;

private:
    QColor m_added, m_removed, m_addedWord, m_removedWord, m_moved;
    bool m_isDark = false;
    mutable QHash<quint64, QColor> m_readable;
};

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1).
double contrastRatio(const QColor &one, const QColor &other);

/// Over with the given share (0 to 1) laid on under.
QColor blend(const QColor &under, const QColor &over, double share);
