// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include "base/text.h"
#include "ui/widgets/boundedtext.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <QtMath>

namespace {

constexpr int kUsualWidth = 40;   // average characters
constexpr int kSpare = 2;         // pixels: with fewer a text box takes its last line for hidden
constexpr int kNarrowestText = 8; // the same

} // namespace

WrappedText::WrappedText(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(accessibleName);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus())
            Q_EMIT cursorShown(cursorRect());
    });
}

void WrappedText::setText(const QString &text)
{
    const QString shown = boundedText(visibleText(boundedText(text)));
    if (shown == toPlainText())
        return;
    setPlainText(shown);
    updateGeometry();
    fit();
}

void WrappedText::setMostLines(int lines)
{
    m_mostLines = lines;
    updateGeometry();
}

// As the document breaks them, and no more lines than are shown at once.
WrappedText::Extent WrappedText::extentFor(int width) const
{
    // What so many lines cannot hold need not be laid out.
    const qsizetype most =
        qsizetype(m_mostLines + 1) * (4 * width / qMax(1, fontMetrics().averageCharWidth()) + 1);
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(wordWrapMode());
    Extent extent;
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextLayout layout(block.text().left(most), font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            if (++lines > m_mostLines) {
                extent.isWhole = false;
                return extent;
            }
            line.setLeadingIncluded(true);
            line.setLineWidth(width);
            extent.height += line.height();
        }
        layout.endLayout();
    }
    return extent;
}

int WrappedText::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const Extent extent = extentFor(qMax(1, width - margins.left() - margins.right()));
    return qCeil(extent.height) + kSpare + margins.top() + margins.bottom();
}

// A bar only where it is needed: a pixel too few must not bring one.
void WrappedText::fit()
{
    const bool isWhole = extentFor(qMax(1, contentsRect().width())).isWhole;
    setVerticalScrollBarPolicy(isWhole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void WrappedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

QSize WrappedText::sizeHint() const
{
    const int width = kUsualWidth * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {kNarrowestText * fontMetrics().averageCharWidth(), fontMetrics().lineSpacing()};
}

void WrappedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}
