// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/diff/diffcolors.h"
#include "ui/diff/diffcontent.h"
#include "ui/diff/diffmetrics.h"
#include "ui/diff/rowaccessible.h"
#include "ui/diff/textcaret.h"
#include "ui/diff/textmouse.h"
#include "workspace/blamelines.h"

#include <QAbstractScrollArea>

class CodeHighlighter;

/// The lines of a file, and before each who changed it last and when: a bar whose strength says how young
/// that is, the commit, its author, its age. All lines of the current line's commit stand out. Drawn line by
/// line, so its cost does not depend on the length of the file.
///
/// Text is selected by the mouse and the keys as in a DiffView.
///
/// Keys: Up/Down or J/K lines, with Shift selecting; N/P the next and previous change; Page Up/Down,
/// Home/End; Left/Right, with Ctrl to the ends of the line, the caret; Enter goes to the line's commit;
/// Ctrl+A all; Ctrl+C copies the selected text, else the line's bytes.
class BlameView final : public QAbstractScrollArea, public AccessibleRows
{
    Q_OBJECT

public:
    /// lines, clock and pool outlive this.
    BlameView(const BlameLines &lines, const Clock &clock, QThreadPool *pool, QWidget *parent = nullptr);

    void showText(qsizetype line); ///< the lines are others: stands on one of them
    void refreshText();            ///< the same file in another state: stays where it is
    void showBlame();              ///< more is known of them

    qsizetype currentLine() const { return m_current; } ///< -1: there are none
    void setCurrentLine(qsizetype line);
    void setMatches(QList<Diff::LineMatch> matches, qsizetype current);
    qsizetype lineCount() const { return m_lines.lineCount(); }
    QRect lineRect(qsizetype line) const;     ///< in viewport coordinates
    QString spokenLine(qsizetype line) const; ///< all that is shown of it, as text
    QString commitText(qsizetype line) const; ///< id, author, date and subject of its commit; visible text
    QColor ageColor(qsizetype line) const;    ///< of its bar
    bool standsOut(qsizetype line) const;     ///< it is of the current line's commit
    bool isSettled() const;                   ///< it has its colours, or will not get any
    QByteArray selectedText() const { return m_text.selected(); }
    QPoint placeOf(qsizetype line, qsizetype byte) const; ///< in the viewport; at half the height of the line

    qsizetype rowCount() const override { return lineCount(); }
    qsizetype focusedRow() const override { return m_current; }
    qsizetype rowAt(int y) const override { return lineAt(y); }
    QRect rowRect(qsizetype line) const override { return lineRect(line); }
    QString spokenRow(qsizetype line) const override { return spokenLine(line); }
    bool isRowSelected(qsizetype line) const override;

public Q_SLOTS: // of the Edit menu
    void copy() const;
    void selectAll();

Q_SIGNALS:
    void currentLineChanged(qsizetype line);
    void commitActivated(const Git::ObjectId &commit); ///< Enter, or a click on a line's commit
    void settledChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // blameview.cpp
    void takeText();
    void measure();
    void updateScrollBars();
    void updateColors();
    void restartSyntax();
    void ensureVisible(qsizetype line);
    qsizetype lineAt(int y) const; // -1: below the last
    int pageLines() const;
    QByteArrayView shownBytes(qsizetype line) const ///< in UTF-8
    {
        return m_content.files().isEmpty() ? m_lines.bytes(line)
                                           : m_content.bytes({Diff::RowKind::Line, 0, 0, line});
    }
    bool isSameCommit(qsizetype one, qsizetype other) const;
    // blameview_input.cpp
    bool moveByKey(const DiffKey &key);
    void moveTo(qsizetype line, bool isExtending);
    // blameview_text.cpp
    static Diff::Row rowOf(qsizetype line) { return {Diff::RowKind::Line, 0, 0, line}; }
    bool isOverText(const QPoint &point) const;
    TextPlace placeAt(const QPoint &point) const;
    QRectF caretRect() const;
    void pressText(const QMouseEvent &event);
    void dragText(const QPoint &point);
    void moveCaret(const DiffKey &key);
    // blameview_paint.cpp
    void paintLine(QPainter &painter, qsizetype line, bool isFirst);
    void paintCommit(QPainter &painter, qsizetype line, const QRect &rect, const QColor &ground);
    void paintCode(QPainter &painter, qsizetype line, const QRect &rect, const QColor &ground);
    QColor groundOf(qsizetype line) const;

    const BlameLines &m_lines;
    const Clock &m_clock;
    DiffContent m_content; ///< the lines as the painters of differences take them
    DiffMetrics m_metrics;
    DiffColors m_colors;
    TextCaret m_text{m_content, m_metrics};
    ThirdClick m_thirdClick;
    DragScroll m_dragScroll{*this};
    CodeHighlighter *m_highlighter;
    int m_idLeft = 0, m_authorLeft = 0, m_ageLeft = 0, m_numberLeft = 0, m_textLeft = 0;
    qsizetype m_current = -1, m_hovered = -1, m_match = -1;
    bool m_isUpdating = false, m_isMeasuring = false, m_isDragging = false;
};
