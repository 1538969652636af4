// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/messageeditor.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBodyWidth = 72;    // columns; what git log and mail show without wrapping
constexpr int kSubjectWidth = 72; // more is cut off in many places

} // namespace

MessageEditor::MessageEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_bodyWidth(kBodyWidth)
    , m_subjectWidth(kSubjectWidth)
{
    setFont(Theme::fixedFont());
    setAccessibleName(tr("Commit message"));
    setPlaceholderText(tr("Commit message"));
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setLineWrapMode(WidgetWidth);
}

QSize MessageEditor::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 76, fontMetrics().lineSpacing() * 6};
}

void MessageEditor::setRemarks(const QList<Drafting::Validation> &remarks)
{
    m_remarks = remarks;
    QList<QTextEdit::ExtraSelection> selections;
    for (const Drafting::Validation &remark : remarks) {
        const QTextBlock block = document()->findBlockByNumber(remark.line);
        if (!block.isValid() || remark.length == 0)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.cursor.setPosition(block.position() + qMin(remark.start, block.length() - 1));
        selection.cursor.setPosition(block.position() +
                                         qMin(remark.start + remark.length, block.length() - 1),
                                     QTextCursor::KeepAnchor);
        const bool isError = remark.severity == Drafting::Severity::Error;
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(
            Theme::color(isError ? Theme::Token::Bad : Theme::Token::Warn, palette()));
        selections += selection;
    }
    setExtraSelections(selections);
}

void MessageEditor::setBodyWidth(int columns)
{
    const int width = columns > 0 ? columns : kBodyWidth;
    if (std::exchange(m_bodyWidth, width) != width)
        viewport()->update();
}

void MessageEditor::setSubjectWidth(int columns)
{
    const int width = columns > 0 ? columns : kSubjectWidth;
    if (std::exchange(m_subjectWidth, width) != width)
        viewport()->update();
}

void MessageEditor::replaceText(const QString &text)
{
    if (text == message()) // no step of undo that does nothing
        return;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    moveCursor(QTextCursor::EndOfBlock);
}

void MessageEditor::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const qreal column = QFontMetricsF(font()).horizontalAdvance(u'0');
        const qreal start = contentOffset().x() + document()->documentMargin();
        const QTextBlock subject = document()->firstBlock();
        const qreal end = blockBoundingGeometry(subject).translated(contentOffset()).bottom();
        painter.setPen(Theme::hairline(palette()));
        for (const auto &[width, top, bottom] : {std::tuple(m_subjectWidth, 0.0, end),
                                                 std::tuple(m_bodyWidth, end, qreal(viewport()->height()))}) {
            const qreal x = start + column * width;
            if (bottom > top)
                painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void MessageEditor::keyPressEvent(QKeyEvent *event)
{
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().front().isPrint() && !event->text().front().isSpace())
        breakLine();
}

// Breaks a body line that has just grown too long.
void MessageEditor::breakLine()
{
    const QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    if (!m_breaker || block.length() - 1 <= m_bodyWidth || cursor.positionInBlock() <= m_bodyWidth)
        return;
    const auto space = m_breaker(message(), block.blockNumber(), m_bodyWidth);
    if (!space || *space >= cursor.positionInBlock())
        return;
    QTextCursor edit(block);
    edit.joinPreviousEditBlock();
    edit.setPosition(block.position() + static_cast<int>(*space));
    edit.deleteChar();
    edit.insertBlock();
    edit.endEditBlock();
}

// A text edit takes these keys even with nothing to undo; then they are the window's.
bool MessageEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) && !document()->isUndoAvailable())
            return false;
    }
    return QPlainTextEdit::event(event);
}

void MessageEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setRemarks(m_remarks);
}

bool MessageEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = cursorForPosition(help->pos()).blockNumber();
    QStringList texts;
    for (const Drafting::Validation &remark : std::as_const(m_remarks)) {
        if (remark.line == line)
            texts += remark.text;
    }
    QToolTip::showText(help->globalPos(), texts.isEmpty() ? QString() : plainToolTip(texts.join(u'\n')),
                       this);
    return true;
}
