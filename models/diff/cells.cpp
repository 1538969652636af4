// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/cells.h"

#include "base/text.h"
#include "diff/codepoints.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Diff {

namespace {

constexpr qsizetype kSegment = 2'048;
constexpr int kMarksPerCharacter =
    8; // more are shown one by one: a character must not grow over the whole page
constexpr int kJoinedCharacters = 64;

struct Range
{
    char32_t first, last;
};

// East Asian Wide and Fullwidth blocks and the emoji planes (Unicode TR 11), coarsely.
constexpr std::array kWide{
    Range{0x1100, 0x115e},   Range{0x2e80, 0x303e},   Range{0x3041, 0x4dbf},   Range{0x4e00, 0xa4cf},
    Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},
    Range{0xffe0, 0xffe6},   Range{0x1f300, 0x1f64f}, Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1f9ff},
    Range{0x1fa70, 0x1faff}, Range{0x20000, 0x3fffd},
};

int cellsOf(char32_t codePoint)
{
    const auto after = std::ranges::upper_bound(kWide, codePoint, {}, &Range::first);
    return after != kWide.begin() && codePoint <= std::prev(after)->last ? 2 : 1;
}

bool isMark(char32_t codePoint)
{
    const QChar::Category category = QChar::category(codePoint);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || codePoint == 0x200d;
}

bool isMarkAt(QByteArrayView line, qsizetype at)
{
    if (at >= line.size() || static_cast<uchar>(line[at]) < 0x80)
        return false;
    const CodePoint point = codePointAt(line, at);
    return point.isValid && isMark(point.value);
}

// Scripts whose letters stand alone can be drawn one by one; all others are shaped as a run.
bool standsAlone(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Common:
    case QChar::Script_Inherited:
    case QChar::Script_Unknown:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

qsizetype labelLength(CellKind kind, char32_t codePoint)
{
    if (kind == CellKind::Invalid)
        return 4;
    if (kind == CellKind::LineEnd)
        return 2;
    return codePoint > 0xffff ? (codePoint > 0xfffff ? 8 : 7) : 6;
}

CellRun glyphRun(QByteArrayView line, qsizetype at, const CodePoint &first)
{
    CellRun run{CellKind::Glyphs, at, first.length, 0, cellsOf(first.value)};
    const QChar::Script script = QChar::script(first.value);
    const bool isAlone = standsAlone(script);
    int marks = 0;
    int joined = 1;
    bool afterJoiner = false;
    for (qsizetype next = at + run.length; next < line.size(); next = at + run.length) {
        const CodePoint point = codePointAt(line, next);
        if (!point.isValid || point.value < 0x80 || isHiddenCharacter(point.value))
            break;
        if (isMark(point.value) || afterJoiner) {
            if (++marks > kMarksPerCharacter)
                break;
            afterJoiner = point.value == 0x200d;
        } else {
            if (isAlone || QChar::script(point.value) != script || ++joined > kJoinedCharacters)
                break;
            run.cells += cellsOf(point.value);
            marks = 0;
        }
        run.length += point.length;
    }
    return run;
}

// A mark here has a character to stand on only when glyphRun() has not already given it one.
bool followsGlyphs(QByteArrayView line, qsizetype at)
{
    const uchar before = at > 0 ? static_cast<uchar>(line[at - 1]) : uchar(' ');
    return before != '\t' && (before < 0x20 || before >= 0x7f);
}

CellRun runAt(QByteArrayView line, qsizetype at, qint64 column, int tabWidth)
{
    const qsizetype ascii = asciiLength(line.sliced(at, std::min(kSegment, line.size() - at)));
    const qsizetype alone =
        ascii > 0 && isMarkAt(line, at + ascii) ? ascii - 1 : ascii; // the last carries the mark
    if (alone > 0)
        return {CellKind::Ascii, at, alone, column, alone};
    if (line[at] == '\t')
        return {CellKind::Tab, at, 1, column, tabWidth - column % tabWidth};
    const CodePoint point = codePointAt(line, at);
    CellKind kind = CellKind::Glyphs;
    if (!point.isValid)
        kind = CellKind::Invalid;
    else if (point.value == '\r' && at + 1 == line.size())
        kind = CellKind::LineEnd;
    else if (point.value == '\n' || isHiddenCharacter(point.value) ||
             (isMark(point.value) && followsGlyphs(line, at)))
        kind = CellKind::Control; // a mark too many, or one that has nothing to stand on
    if (kind != CellKind::Glyphs)
        return {kind, at, point.length, column, labelLength(kind, point.value) + 1};
    CellRun run = glyphRun(line, at, point);
    run.column = column;
    return run;
}

} // namespace

qint64 walkCells(QByteArrayView line, qsizetype from, qint64 column, int tabWidth,
                 const std::function<bool(const CellRun &)> &visit)
{
    for (qsizetype at = from; at < line.size();) {
        const CellRun run = runAt(line, at, column, tabWidth);
        if (!visit(run))
            return column;
        column += run.cells;
        at += run.length;
    }
    return column;
}

QString cellLabel(QByteArrayView line, const CellRun &run)
{
    const CodePoint point = codePointAt(line, run.start);
    switch (run.kind) {
    case CellKind::Invalid:
        return u"\\x"_s + QString::number(point.value, 16).rightJustified(2, u'0');
    case CellKind::LineEnd:
        return u"CR"_s;
    case CellKind::Control:
        return u"U+"_s + QString::number(point.value, 16).toUpper().rightJustified(4, u'0');
    default:
        return {};
    }
}

CellMarks::CellMarks(QByteArrayView line, int tabWidth)
    : m_line(line)
    , m_tabWidth(tabWidth)
{}

qint64 CellMarks::extend(qint64 runs)
{
    qint64 taken = 0;
    m_column = walkCells(m_line, m_byte, m_column, m_tabWidth, [&](const CellRun &run) {
        if (taken == runs)
            return false;
        ++taken;
        if (run.start >= m_nextMark) {
            m_marks.append({run.start, run.column});
            m_nextMark = run.start + kSegment;
        }
        m_byte = run.start + run.length;
        return true;
    });
    return taken;
}

qint64 CellMarks::columns() const
{
    if (isComplete() || m_byte == 0)
        return isComplete() ? m_column : m_line.size();
    return m_column + (m_line.size() - m_byte) * m_column / m_byte;
}

CellMarks::Mark CellMarks::before(qint64 column) const
{
    const auto after = std::ranges::upper_bound(m_marks, column, {}, &Mark::column);
    return after == m_marks.begin() ? Mark{} : *std::prev(after);
}

CellMarks::Mark CellMarks::beforeByte(qsizetype byte) const
{
    const auto after = std::ranges::upper_bound(m_marks, byte, {}, &Mark::byte);
    return after == m_marks.begin() ? Mark{} : *std::prev(after);
}

} // namespace Diff
