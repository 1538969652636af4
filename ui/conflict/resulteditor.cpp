// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/resulteditor.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/boundedtext.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kChoices{ConflictChoice::None, ConflictChoice::Ours, ConflictChoice::Theirs,
                              ConflictChoice::Both};

ResultEditor::State stateOf(ConflictChoice choice)
{
    switch (choice) {
    case ConflictChoice::None:
        return ResultEditor::State::Open;
    case ConflictChoice::Ours:
        return ResultEditor::State::Ours;
    case ConflictChoice::Theirs:
        return ResultEditor::State::Theirs;
    case ConflictChoice::Both:
        break;
    }
    return ResultEditor::State::Both;
}

} // namespace

ResultEditor::ResultEditor(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFont(Theme::fixedFont());
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true); // else there is no way out by keys
    setAccessibleName(tr("Result"));
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 4);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isLoading)
            return;
        paintRanges();
        Q_EMIT edited();
    });
    unload();
}

void ResultEditor::unload()
{
    m_shown.reset();
    m_current = -1;
    setReadOnly(true);
    setTextWithRanges({}, {});
}

void ResultEditor::load(const ShownConflict &shown)
{
    Kept kept{.shown = shown, .text = {}, .ranges = {}, .choices = {}};
    if (shown.draft && shown.form) {
        for (const Diff::ConflictPart &part : shown.draft->parts()) {
            const auto from = static_cast<int>(kept.text.size());
            kept.text += decodeText(part.isConflict ? part.raw : part.text, *shown.form);
            if (part.isConflict)
                kept.ranges += {from, static_cast<int>(kept.text.size())};
        }
    } else if (shown.form) {
        kept.text = decodeText(shown.file.value_or(QByteArray()), *shown.form);
    }
    takeUp(kept);
}

void ResultEditor::takeUp(const Kept &kept)
{
    m_shown = kept.shown;
    m_choices = kept.choices;
    m_choices.resize(count(), ConflictChoice::None);
    m_current = count() > 0 ? 0 : -1;
    setReadOnly(!isEditable());
    if (isEditable())
        setTextWithRanges(kept.text, kept.ranges);
    else
        showComposed();
    goTo(m_current);
    Q_EMIT edited();
}

ResultEditor::Kept ResultEditor::keep() const
{
    Kept kept{
        .shown = m_shown.value_or(ShownConflict()), .text = plainText(), .ranges = {}, .choices = m_choices};
    for (const Range &range : m_ranges)
        kept.ranges += {range.start.position(), range.end.position()};
    return kept;
}

ResultEditor::Range ResultEditor::rangeOf(int from, int to)
{
    Range range{QTextCursor(document()), QTextCursor(document())};
    range.start.setPosition(from);
    range.start.setKeepPositionOnInsert(true);
    range.end.setPosition(to);
    return range;
}

void ResultEditor::setTextWithRanges(const QString &text, const QList<std::pair<int, int>> &ranges)
{
    m_isLoading = true;
    m_ranges.clear();
    setPlainText(text);
    for (const auto &[from, to] : ranges)
        m_ranges += rangeOf(from, to);
    m_isLoading = false;
    paintRanges();
}

void ResultEditor::showComposed()
{
    const QByteArray content = this->content().value_or(QByteArray());
    setTextWithRanges(boundedText(displayText(content)), {});
}

// Not toPlainText(), which makes spaces of those that do not break.
QString ResultEditor::plainText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

// Of a cursor that stays where text is put in the anchor moves on: only its position counts.
QTextCursor ResultEditor::selected(const Range &range) const
{
    QTextCursor cursor(range.start.document());
    cursor.setPosition(range.start.position());
    cursor.setPosition(range.end.position(), QTextCursor::KeepAnchor);
    return cursor;
}

QString ResultEditor::textOf(const Range &range) const
{
    return selected(range).selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

std::optional<QByteArray> ResultEditor::contentOf(const Kept &kept)
{
    if (kept.shown.form)
        return encodeText(kept.text, *kept.shown.form);
    return kept.shown.draft ? kept.shown.draft->content(kept.choices) : kept.shown.file;
}

std::optional<QByteArray> ResultEditor::content() const
{
    if (!m_shown)
        return std::nullopt;
    if (isEditable())
        return encodeText(plainText(), *m_shown->form);
    return m_shown->draft ? m_shown->draft->content(m_choices) : m_shown->file;
}

void ResultEditor::markSaved(const QByteArray &content)
{
    if (!m_shown)
        return;
    m_shown->file = content;
    Q_EMIT edited();
}

bool ResultEditor::isChanged() const
{
    return m_shown && content() != m_shown->file;
}

ResultEditor::State ResultEditor::state(qsizetype number) const
{
    if (!isEditable())
        return stateOf(m_choices.value(number, ConflictChoice::None));
    const QString text = textOf(m_ranges[number]);
    for (const ConflictChoice choice : kChoices) {
        if (text == decodeText(m_shown->draft->text(number, choice), *m_shown->form))
            return stateOf(choice);
    }
    const bool hasMarkers = Diff::hasConflictMarkers(text.toUtf8(), m_shown->entry.markerSize);
    return hasMarkers ? State::Open : State::Edited;
}

qsizetype ResultEditor::openCount() const
{
    qsizetype open = 0;
    for (qsizetype number = 0; number < count(); ++number)
        open += state(number) == State::Open ? 1 : 0;
    return open;
}

void ResultEditor::choose(qsizetype number, ConflictChoice choice)
{
    if (number < 0 || number >= count())
        return;
    if (!isEditable()) {
        m_choices[number] = choice;
        showComposed();
        Q_EMIT edited();
        return;
    }
    Range &range = m_ranges[number];
    QTextCursor cursor = selected(range);
    cursor.insertText(decodeText(m_shown->draft->text(number, choice), *m_shown->form));
    const int end = cursor.position();
    range.end.setPosition(end);
    for (qsizetype next = number + 1; next < m_ranges.size(); ++next) { // one that begins where this one ends
        if (m_ranges[next].start.position() < end)
            m_ranges[next].start.setPosition(end);
        if (m_ranges[next].end.position() < end)
            m_ranges[next].end.setPosition(end);
    }
    paintRanges();
    Q_EMIT edited();
}

void ResultEditor::goTo(qsizetype number)
{
    m_current = number >= 0 && number < count() ? number : -1;
    if (m_current >= 0 && isEditable()) {
        QTextCursor cursor(document());
        cursor.setPosition(m_ranges[m_current].start.position());
        setTextCursor(cursor);
        centerCursor();
    }
    paintRanges();
    Q_EMIT currentChanged();
}

void ResultEditor::paintRanges()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (qsizetype number = 0; number < m_ranges.size(); ++number) {
        const bool isOpen = state(number) == State::Open, isCurrent = number == m_current;
        const Theme::Token token = isOpen ? (isCurrent ? Theme::Token::RemovedWord : Theme::Token::Removed)
                                          : (isCurrent ? Theme::Token::AddedWord : Theme::Token::Added);
        QTextEdit::ExtraSelection selection;
        selection.cursor = selected(m_ranges[number]);
        selection.format.setBackground(Theme::color(token, palette()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections += selection;
    }
    setExtraSelections(selections);
}

void ResultEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintRanges();
}
