// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/textcaret.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QStringConverter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCaretMargin = 2; // columns that are seen beside the caret

} // namespace

LineGrid TextCaret::gridOf(const Diff::Row &row) const
{
    return {m_content.bytes(row), m_content.marks(row), m_content.tabWidth(), m_metrics};
}

void TextCaret::remember()
{
    if (hasCaret())
        m_wantedColumn = gridOf(caret().row).columnOf(caret().byte);
}

void TextCaret::place(const TextPlace &caret, Column column)
{
    TextSelection::place(caret, column);
    remember();
}

void TextCaret::extendTo(const TextPlace &caret)
{
    TextSelection::extendTo(caret);
    remember();
}

void TextCaret::selectWord(const TextPlace &place, Column column)
{
    const LineGrid::Range word = gridOf(place.row).wordAt(place.byte);
    this->place({place.row, word.start}, column);
    extendTo({place.row, word.end});
}

void TextCaret::selectLine(const Diff::Row &row, Column column)
{
    place({row, 0}, column);
    extendTo({row, m_content.bytes(row).size()});
}

void TextCaret::step(const DiffKey &key)
{
    TextPlace to = caret();
    const LineGrid grid = gridOf(to.row);
    if (key.move == DiffMove::LineStart)
        to.byte = 0;
    else if (key.move == DiffMove::LineEnd)
        to.byte = m_content.bytes(to.row).size();
    else
        to.byte = key.move == DiffMove::Right ? grid.next(to.byte) : grid.previous(to.byte);
    key.isExtending ? extendTo(to) : place(to, column());
}

void TextCaret::follow(const Diff::Row &row, bool isExtending)
{
    if (!hasCaret())
        return;
    const TextPlace to = row.isValid() ? TextPlace{row, gridOf(row).byteAt(m_wantedColumn)} : caret();
    isExtending ? TextSelection::extendTo(to) : TextSelection::place(to, column());
}

void TextCaret::show(QScrollBar *across) const
{
    const qreal margin = kCaretMargin * m_metrics.cell, x = m_wantedColumn * m_metrics.cell;
    if (x + margin > across->value() + across->pageStep())
        across->setValue(static_cast<int>(std::ceil(x + margin)) - across->pageStep());
    else if (x - margin < across->value())
        across->setValue(std::max(0, static_cast<int>(std::floor(x - margin))));
}

void TextCaret::offer() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !isEmpty())
        clipboard->setText(QString::fromUtf8(selected()), QClipboard::Selection);
}

void TextCaret::copyText(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    auto data = std::make_unique<QMimeData>();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        data->setData(u"text/plain"_s, bytes);
    else
        data->setText(text);
    QGuiApplication::clipboard()->setMimeData(data.release());
}
