// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/leaves.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

struct Step
{
    qsizetype indent = 0;
    QByteArray key;
    bool isItem = false;
};

struct Scalar
{
    QList<QByteArray> path;
    QByteArray value;
    bool isChanged = false;
};

QByteArray unquoted(QByteArray text)
{
    const qsizetype comment = text.indexOf(" #");
    if (comment >= 0 && !text.startsWith('"') && !text.startsWith('\''))
        text = text.first(comment);
    text = text.trimmed();
    if (text.endsWith(',')) // JSON
        text.chop(1);
    const bool isQuoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

// Follows the indentation of one side of a hunk, which is all the structure that its lines have.
class Outline
{
public:
    QList<Scalar> scalars;

    void read(QByteArrayView line, bool isChanged)
    {
        qsizetype indent = 0;
        while (indent < line.size() && line[indent] == ' ')
            ++indent;
        QByteArrayView rest = line.sliced(indent);
        if (rest.isEmpty() || rest.startsWith('#') || rest.startsWith("{{"))
            return;
        const bool startsItem = rest.startsWith("- ");
        if (startsItem) {
            leave(indent, true);
            m_steps.append({indent, "[]", true});
            rest = rest.sliced(2);
            indent += 2;
        } else {
            leave(indent, false);
        }
        readEntry(rest, indent, isChanged);
    }

private:
    void leave(qsizetype indent, bool startsItem)
    {
        while (!m_steps.isEmpty() &&
               (m_steps.last().indent > indent ||
                (m_steps.last().indent == indent && (startsItem == m_steps.last().isItem))))
            m_steps.removeLast();
    }

    void readEntry(QByteArrayView rest, qsizetype indent, bool isChanged)
    {
        static const QRegularExpression entry(uR"re(^"?([A-Za-z0-9_./-]+)"?\s*:(?:\s+(.*))?$)re"_s);
        const auto match = entry.match(QString::fromUtf8(rest.toByteArray()).trimmed());
        if (!match.hasMatch()) {
            if (!m_steps.isEmpty() && m_steps.last().isItem)
                scalars.append({pathTo("[" + unquoted(rest.toByteArray()) + "]", true),
                                unquoted(rest.toByteArray()), isChanged});
            return;
        }
        const QByteArray key = match.captured(1).toUtf8();
        const QByteArray value = unquoted(match.captured(2).toUtf8());
        if (key == "name" && !m_steps.isEmpty() && m_steps.last().isItem && !value.isEmpty())
            m_steps.last().key = '[' + value + ']';
        if (value.isEmpty())
            m_steps.append({indent, key, false});
        else
            scalars.append({pathTo(key, false), value, isChanged});
    }

    QList<QByteArray> pathTo(const QByteArray &key, bool replacesLast) const
    {
        QList<QByteArray> path;
        for (const Step &step : m_steps)
            path.append(step.key);
        if (replacesLast)
            path.removeLast();
        path.append(key);
        return path;
    }

    QList<Step> m_steps;
};

Leaf leafOf(const Scalar *before, const Scalar *after)
{
    Leaf leaf;
    leaf.path = before ? before->path : after->path;
    if (before)
        leaf.before = Yaml::makeString(before->value);
    if (after)
        leaf.after = Yaml::makeString(after->value);
    if (!before)
        leaf.op = RecordOp::Add;
    else if (!after)
        leaf.op = RecordOp::Remove;
    return leaf;
}

void pairScalars(const Outline &before, const Outline &after, QList<Leaf> &leaves)
{
    QList<const Scalar *> rest;
    for (const Scalar &scalar : after.scalars) {
        if (scalar.isChanged)
            rest.append(&scalar);
    }
    for (const Scalar &old : before.scalars) {
        if (!old.isChanged)
            continue;
        const auto match =
            std::ranges::find_if(rest, [&](const Scalar *scalar) { return scalar->path == old.path; });
        const Scalar *partner = match == rest.end() ? nullptr : *match;
        if (partner)
            rest.erase(match);
        if (!partner || partner->value != old.value)
            leaves.append(leafOf(&old, partner));
    }
    for (const Scalar *scalar : std::as_const(rest))
        leaves.append(leafOf(nullptr, scalar));
}

} // namespace

QList<Leaf> leavesFromLines(const Diff::FileDiff &file)
{
    constexpr qsizetype mostLines = 4'000;
    QList<Leaf> leaves;
    qsizetype read = 0;
    for (const Diff::Hunk &hunk : file.hunks) {
        Outline before, after;
        for (qsizetype i = hunk.firstLine; i < hunk.firstLine + hunk.lineCount && read < mostLines;
             ++i, ++read) {
            const Diff::Line &line = file.lines[i];
            if (line.origin != Diff::LineOrigin::Added)
                before.read(file.content(line), line.origin == Diff::LineOrigin::Removed);
            if (line.origin != Diff::LineOrigin::Removed)
                after.read(file.content(line), line.origin == Diff::LineOrigin::Added);
        }
        pairScalars(before, after, leaves);
    }
    return leaves;
}

} // namespace Drafting
