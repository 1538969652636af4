// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "diff/context.h"
#include "ui/diff/diffaction.h"
#include "ui/diff/diffcolors.h"
#include "ui/diff/diffcontent.h"
#include "ui/diff/diffcursor.h"
#include "ui/diff/diffkeys.h"
#include "ui/diff/difflook.h"
#include "ui/diff/diffmetrics.h"
#include "ui/diff/rowaccessible.h"
#include "ui/diff/rowbuttons.h"
#include "ui/diff/textcaret.h"
#include "ui/diff/textmouse.h"

#include <QAbstractScrollArea>

class CodeHighlighter;
class FindBar;
struct HeaderLook;
struct LineLook;

/// The differences of any number of files in one scrollable list: drawn row by row, so its cost does not
/// depend on how much there is. Lines are shown on a grid of cells; bytes that would hide or reorder text are
/// shown as boxes.
///
/// Text is selected by dragging over it, a word by a double click and a line by a third one, and by the keys
/// of the caret with Shift; the lines it touches are the selected ones, which actions are about. Dragging
/// over the numbers selects lines alone.
///
/// Keys: Up/Down or J/K rows, with Shift selecting; Left/Right, with Ctrl to the ends of the line, the caret;
/// Space selects a line or folds a file; N/P hunks; [ ] or Ctrl+Up/Down files; Ctrl+A the file's lines;
/// Ctrl+C copies the selected text, else the lines; Ctrl+F and F3 find.
class DiffView final : public QAbstractScrollArea, public AccessibleRows
{
    Q_OBJECT

public:
    enum class Position { Keep, Top };

    /// pool: for syntax and search; must outlive this.
    explicit DiffView(QThreadPool *pool, QWidget *parent = nullptr);
    ~DiffView() override;

    /// Shows files. Keep: scroll, cursor and folded files follow the same paths (a refresh); where the top
    /// file is gone, and with Top (another commit), starts at the top. No per-line work but a glance at
    /// lengths.
    void setFiles(QList<Diff::FileDiff> files, Position position = Position::Keep);
    const QList<Diff::FileDiff> &files() const { return m_content.given(); }
    void setEmptyText(const QString &text); ///< shown, as plain text, while there are no files
    void setTabWidth(int cells);
    void setActions(QList<DiffAction> actions);

    void setLook(const DiffLook &look); ///< what is at the top stays there
    const DiffLook &look() const { return m_look; }
    /// Whether rows lead to lines that are not there: contextWanted() is then answered by setFiles().
    void setOffersContext(bool isOffered);
    void showMoreContext(); ///< around the hunk, or above it when its header is the current row
    void showWholeFile();

    /// Emits actionTriggered() for the selected lines, else for the hunk or the file the cursor is on.
    void triggerAction(const QString &id);

    int currentFile() const { return static_cast<int>(m_cursor.current().file); } ///< -1 without files
    void scrollToFile(int file);
    QSet<qsizetype> selectedLines() const; ///< added and removed lines of the selection in currentFile()
    /// What copying takes, as it is read: the selected text, else the selected lines, else the current one.
    QByteArray selectedBytes() const;
    const TextSelection &textSelection() const { return m_text; }
    /// In the viewport; at half the height of the line.
    QPoint placeOf(const Diff::Row &row, qsizetype byte,
                   TextSelection::Column column = TextSelection::Column::Only) const;
    void setCollapsed(int file, bool isCollapsed);
    void openFind();

    const DiffContent &content() const { return m_content; }
    const DiffCursor &cursor() const { return m_cursor; }
    void setCurrentRow(qsizetype position);
    QRect rowRect(qsizetype position) const override;
    qsizetype rowCount() const override { return m_content.rows().count(); }
    qsizetype focusedRow() const override { return m_content.rows().positionOf(m_cursor.current()); }
    qsizetype rowAt(int y) const override;
    QString spokenRow(qsizetype position) const override;
    bool isRowSelected(qsizetype position) const override;
    std::optional<bool> isRowFolded(qsizetype position) const override;

    /// True when what is visible has its syntax colours, or will not get any.
    bool isSettled() const;

    QSize sizeHint() const override;

public Q_SLOTS: // of the Edit menu
    void copy() const;
    void selectAll();

Q_SIGNALS:
    /// lines: indices into FileDiff::lines; empty where the file has none (binary, mode), meaning the whole
    /// file.
    void actionTriggered(const QString &id, int fileIndex, const QSet<qsizetype> &lines);
    /// An action was asked for, but the selected lines are all unchanged ones.
    void nothingSelectedToActOn();
    /// An action was asked for lines of a file that Git takes for binary.
    void linesNotActedOn();
    void contextWanted(const QByteArray &path, const Diff::ContextChoice &more);
    void linesActivated(const QByteArray &path, const QSet<qsizetype> &lines); ///< Enter
    void currentFileChanged(int fileIndex);
    void selectionChanged();
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
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Target
    {
        qsizetype file = -1;
        QSet<qsizetype> lines;
        bool isSelection = false; ///< else a hunk or a file
    };

    /// A row that keeps its place while the layout changes.
    struct Top
    {
        Diff::Row row;
        qint64 offset = 0; ///< of the view's upper edge below that of the row
    };
    /// One line of a row and where it stands.
    struct Column
    {
        qsizetype line = -1;
        QRect rect;
        bool hasOld = true, hasNew = true; ///< its numbers
    };

    // Geometry (diffview.cpp)
    void measure();
    void layOut();
    void updateScrollBars();
    void updateColors();
    void restartSyntax();
    void ensureVisible(qsizetype position);
    void ensureVisible(qint64 top, int height, int covered);
    bool scrollWithin(int distance); // a row that is higher than the view; false at its end
    Top top() const;
    void goTo(const Top &top);
    void keepTop(const std::function<void()> &change);
    void reshape();
    int textLeft() const; // of a column
    int textWidth() const;
    qsizetype positionAt(const QPoint &point) const; // -1 below the last row
    qsizetype stickyFile() const;                    // -1 when the header itself is visible
    QRect stickyRect() const;
    QRect headerRect(qsizetype position) const; // where the header is drawn, stuck or not
    // Moving (diffview_actions.cpp, diffview_mouse.cpp, diffview_find.cpp)
    void move(const DiffKey &key);
    void moveTo(qsizetype position, bool isExtending);
    void finishMove(const Diff::Row &before);
    qsizetype pageTarget(int direction) const;
    int pageHeight() const;
    void toggleCurrent();
    QString spokenLines(qsizetype position) const;
    Target targetOf(const Diff::Row &row) const;
    void trigger(const QString &id, const Diff::Row &row);
    void search(bool jumps);
    void showFound(const Result<Diff::Matches> &found, bool jumps);
    void showMatch(qsizetype index);
    void stepMatch(int direction);
    void closeFind();
    // What is beside the changes (diffview_context.cpp)
    void readFindings();
    QList<RowButton> contextButtons(const Diff::Row &row) const;
    void pressContextButton(int button, const Diff::Row &row);
    void askForContext(const Diff::Row &row, const QList<Diff::LineSpan> &spans);
    // Painting (diffview_paint.cpp, diffview_lines.cpp)
    void paintRow(QPainter &painter, qsizetype position);
    void paintLine(QPainter &painter, const Diff::Row &row, qsizetype position, const QRect &rect);
    // Selecting text (diffview_text.cpp, diffview_places.cpp)
    TextPlace placeIn(const Diff::Row &row, const QPoint &point, TextSelection::Column column) const;
    TextPlace placeAt(qsizetype position, const QPoint &point, TextSelection::Column column) const;
    Diff::Row lineAt(qsizetype position, TextSelection::Column column) const; // invalid: there is none
    QList<Diff::CellMarks::Mark> wrapStartsOf(const Diff::Row &row) const;
    static qsizetype pieceWith(const QList<Diff::CellMarks::Mark> &starts,
                               qsizetype byte); // of a wrapped line
    TextSelection::Column columnAt(const QPoint &point) const;
    bool isOverText(const QPoint &point) const;
    bool isThirdClick(const QMouseEvent *event) const;
    Column columnOf(const Diff::Row &row, TextSelection::Column column) const;
    QRectF caretRect(const TextPlace &place, TextSelection::Column column) const;
    void beginText(const QPoint &point, bool isExtending);
    void extendText(const QPoint &point);
    void selectWordOrLine(const QPoint &point, bool isLine);
    void selectFileText();
    void moveCaret(const DiffKey &key);
    void takeCaretAlong(bool isExtending);
    void showCaret();
    void relocateText(const QList<Diff::FileDiff> &before, Position position);
    bool isCurrentRow(qsizetype position) const;
    QList<Column> columnsOf(qsizetype position, const QRect &rect) const;
    void paintColumn(QPainter &painter, const Diff::Row &row, const Column &column, bool isSelected,
                     bool isCurrent);
    void paintWrapped(QPainter &painter, LineLook &look, const QRectF &area);
    void paintGutter(QPainter &painter, const Diff::Line &line, const Column &column, bool isSelected,
                     bool isCurrent);
    void paintHeader(QPainter &painter, const Diff::Row &row, qsizetype position, const QRect &rect);
    void paintHeaderText(QPainter &painter, const Diff::Row &row, const QRect &rect, HeaderLook &look);
    void paintEmpty(QPainter &painter);
    void paintFocus(QPainter &painter);
    // What the buttons of a header act on: a stuck header stands in for that of the current hunk when it
    // covers it.
    Diff::Row actionRow(const Diff::Row &row) const;
    QList<RowButton> buttonsOf(const Diff::Row &row, const QRect &rect) const;
    RowButton buttonAt(const QPoint &point) const;
    bool canPress(int button) const;
    void requestSyntax(qsizetype firstPosition, qsizetype lastPosition);

    DiffContent m_content;
    DiffCursor m_cursor;
    DiffMetrics m_metrics;
    DiffColors m_colors;
    QList<DiffAction> m_actions;
    QString m_emptyText;
    CodeHighlighter *m_highlighter;
    FindBar *m_findBar;
    qsizetype m_match = -1;
    Diff::Row m_hovered;
    int m_hoveredButton = -1, m_pressedButton = -1; // of m_hovered: index in m_actions
    enum class Drag : quint8 { None, Rows, Text };
    Drag m_drag = Drag::None;
    TextCaret m_text{m_content, m_metrics};
    ThirdClick m_thirdClick;
    DragScroll m_dragScroll{*this};
    bool m_isMeasuring = false; // a long line in sight is not known to its end yet
    bool m_isUpdating = false, m_isUpdateDue = false;
    bool m_offersContext = false;
    DiffLook m_look;
    LatestTask<Diff::Matches> m_search;
    LatestTask<Diff::Findings> m_findings;
};
