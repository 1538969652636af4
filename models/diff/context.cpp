// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/context.h"

#include <algorithm>

namespace Diff {

namespace {

// The lines to show: those near a change, and context that is chosen.
QList<bool> shownLines(const FileDiff &whole, int contextLines, const ContextChoice &choice)
{
    QList<bool> shown(whole.lines.size(), choice.isWhole);
    for (const Hunk &hunk : whole.hunks) {
        const qsizetype end = hunk.firstLine + hunk.lineCount;
        for (qsizetype at = hunk.firstLine; at < end; ++at) {
            if (whole.lines[at].origin == LineOrigin::Context)
                continue;
            const qsizetype from = std::max(hunk.firstLine, at - contextLines);
            // The lines below come again with the next changed one: this walks over each only once.
            for (qsizetype near = at; near >= from && !shown[near]; --near)
                shown[near] = true;
            for (qsizetype near = at; near < end && near <= at + contextLines &&
                                      (near == at || whole.lines[near].origin == LineOrigin::Context);
                 ++near)
                shown[near] = true;
        }
    }
    for (const LineSpan &span : choice.spans) {
        for (qsizetype at = 0; at < whole.lines.size(); ++at) {
            const Line &line = whole.lines[at];
            if (line.origin == LineOrigin::Context && line.newNumber >= span.first &&
                line.newNumber <= span.last)
                shown[at] = true;
        }
    }
    return shown;
}

// As Git's default: the last line above that begins like a name.
bool beginsSection(QByteArrayView content)
{
    const char first = content.isEmpty() ? ' ' : content.front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_' || first == '$';
}

QByteArray sectionFrom(QByteArrayView content)
{
    constexpr qsizetype longest = 80;
    return content.first(std::min(content.size(), longest)).trimmed().toByteArray();
}

class Cutter
{
public:
    Cutter(const FileDiff &whole, FileDiff &cut)
        : m_whole(whole)
        , m_cut(cut)
    {}

    void add(qsizetype at, bool isShown)
    {
        const Line &line = m_whole.lines[at];
        if (isShown)
            append(line, at);
        else
            finish();
        if (line.origin != LineOrigin::Added) {
            m_oldSeen = line.oldNumber;
            if (beginsSection(m_whole.content(line)))
                m_section = at;
        }
        if (line.origin != LineOrigin::Removed)
            m_newSeen = line.newNumber;
    }

    void finish()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        if (m_hasChange)
            return;
        m_cut.lines.resize(m_cut.hunks.last().firstLine);
        m_cut.reading.lines.resize(std::min(m_cut.lines.size(), m_cut.reading.lines.size()));
        m_cut.hunks.removeLast();
    }

    void forget() { m_section = -1; }

private:
    void append(const Line &line, qsizetype at)
    {
        if (!std::exchange(m_isOpen, true)) {
            m_hasChange = false;
            const QByteArray section =
                m_section < 0 ? QByteArray() : sectionFrom(m_whole.content(m_whole.lines[m_section]));
            m_cut.hunks.append({m_oldSeen, 0, m_newSeen, 0, section, m_cut.lines.size(), 0});
        }
        Hunk &hunk = m_cut.hunks.last();
        if (line.origin != LineOrigin::Added && hunk.oldCount++ == 0)
            hunk.oldStart = line.oldNumber;
        if (line.origin != LineOrigin::Removed && hunk.newCount++ == 0)
            hunk.newStart = line.newNumber;
        m_hasChange = m_hasChange || line.origin != LineOrigin::Context;
        ++hunk.lineCount;
        m_cut.lines.append(line);
        if (!m_whole.reading.lines.isEmpty())
            m_cut.reading.lines.append(m_whole.reading.lines[at]);
    }

    const FileDiff &m_whole;
    FileDiff &m_cut;
    quint32 m_oldSeen = 0, m_newSeen = 0;
    qsizetype m_section = -1;
    bool m_isOpen = false, m_hasChange = false;
};

} // namespace

FileDiff withContext(const FileDiff &whole, int contextLines, const ContextChoice &choice)
{
    const QList<bool> shown = shownLines(whole, contextLines, choice);
    FileDiff cut = whole;
    cut.hunks.clear();
    cut.lines.clear();
    cut.reading.lines.clear();
    Cutter cutter(whole, cut);
    for (const Hunk &hunk : whole.hunks) {
        for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at)
            cutter.add(at, shown[at]);
        cutter.finish();
        cutter.forget();
    }
    return cut;
}

} // namespace Diff
