// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/conflictsides.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kContext = 5;       // rows around a conflict
constexpr qsizetype kMostRows = 2000;   // of one side of a conflict
constexpr qsizetype kLongestRow = 2000; // bytes
constexpr int kPanes = 3;

QString shownLine(QByteArrayView line, bool hasReturns)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (hasReturns && line.endsWith('\r'))
        line.chop(1);
    const bool isCut = line.size() > kLongestRow;
    return displayText(line.first(std::min(line.size(), kLongestRow))) + (isCut ? u"…"_s : QString());
}

QStringList shownLines(QByteArrayView text, bool hasReturns)
{
    const QList<QByteArrayView> lines = Diff::splitLines(text);
    QStringList shown;
    for (const QByteArrayView line : lines.first(std::min(lines.size(), kMostRows)))
        shown += shownLine(line, hasReturns);
    if (lines.size() > kMostRows)
        shown += ConflictSides::tr("… %n more line(s)", nullptr, static_cast<int>(lines.size() - kMostRows));
    return shown;
}

/// What both sides have alike: near a conflict as it is, the rest is counted.
QStringList foldedLines(QByteArrayView text, bool isFirst, bool isLast, bool hasReturns)
{
    const QList<QByteArrayView> lines = Diff::splitLines(text);
    const qsizetype head = isFirst ? 0 : kContext, tail = isLast ? 0 : kContext;
    const bool isFolded = lines.size() > head + tail + 1;
    QStringList shown;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (isFolded && at == head) {
            const qsizetype count = lines.size() - head - tail;
            shown += ConflictSides::tr("⋯ %n line(s) alike", nullptr, static_cast<int>(count));
            at += count;
            if (at >= lines.size())
                break;
        }
        shown += shownLine(lines[at], hasReturns);
    }
    return shown;
}

} // namespace

ConflictSides::ConflictSides(QWidget *parent)
    : QWidget(parent)
{
    for (int pane = 0; pane < kPanes; ++pane)
        m_titles[static_cast<size_t>(pane)] = new PlainLabel(this);
    m_panes = {makePane(Ours, tr("Ours")), makePane(Base, tr("Before both")), makePane(Theirs, tr("Theirs"))};
    layOut();
}

QPlainTextEdit *ConflictSides::makePane(Pane pane, const QString &name)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setReadOnly(true);
    edit->setFont(Theme::fixedFont());
    edit->setFrameShape(QFrame::NoFrame);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setTabStopDistance(edit->fontMetrics().horizontalAdvance(u' ') * 4);
    m_titles[pane]->setText(name);
    for (QScrollBar *bar : {edit->verticalScrollBar(), edit->horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, [this, edit] { follow(edit); });
    return edit;
}

void ConflictSides::follow(QPlainTextEdit *moved)
{
    for (QPlainTextEdit *pane : m_panes) {
        if (!pane || pane == moved)
            continue;
        pane->verticalScrollBar()->setValue(moved->verticalScrollBar()->value());
        pane->horizontalScrollBar()->setValue(moved->horizontalScrollBar()->value());
    }
}

void ConflictSides::layOut()
{
    const int u = Theme::unit(font());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(1);
    grid->setVerticalSpacing(0);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (int pane = 0; pane < kPanes; ++pane) {
        PlainLabel *title = m_titles[static_cast<size_t>(pane)];
        title->setFont(strong);
        title->setContentsMargins(2 * u, u, 2 * u, u);
        grid->addWidget(title, 0, pane);
        grid->addWidget(m_panes[static_cast<size_t>(pane)], 1, pane);
        grid->setColumnStretch(pane, 1);
    }
    grid->setRowStretch(1, 1);
}

void ConflictSides::setNames(const QString &ours, const QString &theirs)
{
    //: %1: a branch or commit
    m_titles[Ours]->setText(tr("Ours: %1").arg(ours));
    //: %1: a branch or commit
    m_titles[Theirs]->setText(tr("Theirs: %1").arg(theirs));
}

void ConflictSides::addConflict(Rows &rows, const Diff::ConflictPart &part, bool hasReturns)
{
    const Rows texts{shownLines(part.ours, hasReturns),
                     part.hasBase ? shownLines(part.base, hasReturns) : QStringList(),
                     shownLines(part.theirs, hasReturns)};
    Place place{.row = static_cast<int>(rows[Ours].size()), .counts = {}};
    const qsizetype high =
        std::max({qsizetype(1), texts[Ours].size(), texts[Base].size(), texts[Theirs].size()});
    for (size_t pane = 0; pane < kPanes; ++pane) {
        place.counts[pane] = static_cast<int>(texts[pane].size());
        rows[pane] += texts[pane];
        for (qsizetype at = texts[pane].size(); at < high; ++at)
            rows[pane] += QString();
    }
    m_places += place;
}

void ConflictSides::load(const ShownConflict &shown)
{
    m_places.clear();
    m_states.clear();
    m_current = -1;
    const bool hasReturns = shown.form && shown.form->hasReturns;
    Rows rows;
    if (shown.draft && shown.draft->count() > 0) {
        const QList<Diff::ConflictPart> &parts = shown.draft->parts();
        for (qsizetype at = 0; at < parts.size(); ++at) {
            if (parts[at].isConflict) {
                addConflict(rows, parts[at], hasReturns);
                for (QStringList &pane : rows) {
                    if (at == parts.size() - 1)
                        pane += QString();
                }
                continue;
            }
            const QStringList lines =
                foldedLines(parts[at].text, at == 0, at == parts.size() - 1, hasReturns);
            for (QStringList &pane : rows)
                pane += lines;
        }
    } else {
        const std::array texts{shown.ours, shown.base, shown.theirs};
        for (size_t pane = 0; pane < kPanes; ++pane)
            rows[pane] = shownLines(texts[pane].value_or(QByteArray()), hasReturns);
    }
    m_titles[Base]->setText(shown.base ? tr("Before both") : tr("Before both: no such file"));
    for (size_t pane = 0; pane < kPanes; ++pane)
        m_panes[pane]->setPlainText(rows[pane].join(u'\n'));
    paintPlaces();
}

void ConflictSides::setStates(const QList<ResultEditor::State> &states, qsizetype current)
{
    m_states = states;
    const bool isOther = std::exchange(m_current, current) != current;
    paintPlaces();
    if (!isOther || current < 0 || current >= m_places.size())
        return;
    for (QPlainTextEdit *pane : m_panes) {
        QTextCursor cursor(pane->document()->findBlockByNumber(m_places[current].row));
        pane->setTextCursor(cursor);
        pane->centerCursor();
    }
}

void ConflictSides::paintPlaces()
{
    using State = ResultEditor::State;
    for (size_t pane = 0; pane < kPanes; ++pane) {
        QList<QTextEdit::ExtraSelection> selections;
        for (qsizetype number = 0; number < m_places.size(); ++number) {
            const Place &place = m_places[number];
            const State state = m_states.value(number, State::Open);
            const bool isLeftOut = (pane == Ours && state == State::Theirs) ||
                                   (pane == Theirs && state == State::Ours) || state == State::Edited;
            if (place.counts[pane] == 0 || isLeftOut)
                continue;
            const bool isCurrent = number == m_current;
            const Theme::Token token = pane == Base
                                           ? (isCurrent ? Theme::Token::RemovedWord : Theme::Token::Removed)
                                           : (isCurrent ? Theme::Token::AddedWord : Theme::Token::Added);
            QTextEdit::ExtraSelection selection;
            const QTextDocument *document = m_panes[pane]->document();
            selection.cursor = QTextCursor(document->findBlockByNumber(place.row));
            const QTextBlock last = document->findBlockByNumber(place.row + place.counts[pane] - 1);
            const QTextBlock next = last.next(); // up to there, so that the last row is painted to its end
            selection.cursor.setPosition(next.isValid() ? next.position()
                                                        : last.position() + last.length() - 1,
                                         QTextCursor::KeepAnchor);
            selection.format.setBackground(Theme::color(token, palette()));
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections += selection;
        }
        m_panes[pane]->setExtraSelections(selections);
    }
}

void ConflictSides::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintPlaces();
}
