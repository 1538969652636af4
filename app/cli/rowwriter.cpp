// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rowwriter.h"

#include "app/cli/graphtext.h"
#include "app/cli/rowtext.h"
#include "base/lookalike.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr QByteArrayView kYellow = "\x1b[33m", kCyan = "\x1b[36m", kPlain = "\x1b[0m";
constexpr qsizetype kShortId = 8;

void appendName(QByteArray &names, const RowFormat &format, const QByteArray &full, const QByteArray &brief)
{
    if (!names.isEmpty())
        names += format.isJson ? "," : ", ";
    if (format.isJson)
        appendJsonString(names, displayName(full));
    else
        appendVisible(names, visibleName(displayName(brief)));
}

void appendPerson(QByteArray &out, const Git::Person &person)
{
    out += "{\"name\":";
    appendJsonString(out, person.name);
    out += ",\"email\":";
    appendJsonString(out, person.email);
    out += '}';
}

QByteArrayView nameOf(History::StrokeKind kind)
{
    switch (kind) {
    case History::StrokeKind::Through:
        return "through";
    case History::StrokeKind::Into:
        return "into";
    case History::StrokeKind::OutOf:
        break;
    }
    return "outOf";
}

void appendStrokes(QByteArray &out, const History::GraphRow &row)
{
    out += ",\"column\":" + QByteArray::number(row.column) + ",\"lanes\":[";
    bool isFirst = true;
    for (const History::Stroke &stroke : row.strokes) {
        out += std::exchange(isFirst, false) ? "{\"kind\":\"" : ",{\"kind\":\"";
        out += nameOf(stroke.kind);
        out += "\",\"column\":" + QByteArray::number(stroke.column) +
               ",\"color\":" + QByteArray::number(stroke.color) + '}';
    }
    out += ']';
    if (const int hidden = row.hidden(); hidden > 0)
        out += ",\"hidden\":" + QByteArray::number(hidden);
}

} // namespace

RefNames namesByCommit(const Git::Refs &refs, const RowFormat &format)
{
    RefNames names;
    const auto add = [&](const Git::ObjectId &target, const QByteArray &full, const QByteArray &brief) {
        if (!target.isNull())
            appendName(names[target], format, full, brief);
    };
    add(refs.head.target, "HEAD"_ba, "HEAD"_ba);
    for (const Git::Ref &ref : refs.all)
        add(ref.target, ref.name, ref.shortName());
    return names;
}

void RowWriter::appendLanes(QByteArray &out, const History::GraphRow &row,
                            const Git::ParentPositions &parents) const
{
    if (m_format.isJson) {
        appendParents(out, parents);
        appendStrokes(out, row);
    } else if (m_format.hasGraph) {
        appendGraph(out, row);
    }
}

void RowWriter::appendParents(QByteArray &out, const Git::ParentPositions &parents) const
{
    out += ",\"parents\":[";
    bool isFirst = true;
    for (const Git::CommitPosition parent : parents) {
        out += std::exchange(isFirst, false) ? "\"" : ",\"";
        const Git::ObjectId id = m_store.id(parent);
        appendHex(out, id, 2 * id.size());
        out += '"';
    }
    out += ']';
}

void RowWriter::appendRow(QByteArray &out, Git::CommitPosition position, QByteArrayView lanes,
                          const Git::Commit *commit) const
{
    if (m_format.isJson) {
        appendObject(out, position, lanes, commit);
    } else {
        out += lanes;
        appendText(out, position, commit);
    }
    out += '\n';
}

void RowWriter::appendText(QByteArray &out, Git::CommitPosition position, const Git::Commit *commit) const
{
    const Git::ObjectId id = m_store.id(position);
    if (m_format.isColored)
        out += kYellow;
    appendHex(out, id, m_format.hasTexts ? kShortId : 2 * id.size());
    if (m_format.isColored)
        out += kPlain;
    if (!m_format.hasTexts)
        return;
    if (const auto names = m_names.constFind(id); names != m_names.cend()) {
        if (m_format.isColored)
            out += kCyan;
        out += " (" + *names + ')';
        if (m_format.isColored)
            out += kPlain;
    }
    out += ' ';
    if (!commit) {
        out += "(cannot be read)";
        return;
    }
    appendVisible(out, commit->subject);
    out += " — ";
    appendVisible(out, visibleName(commit->author.name));
    out += ", ";
    appendDate(out, commit->committed);
}

void RowWriter::appendObject(QByteArray &out, Git::CommitPosition position, QByteArrayView lanes,
                             const Git::Commit *commit) const
{
    const Git::ObjectId id = m_store.id(position);
    out += "{\"schemaVersion\":1,\"id\":\"";
    appendHex(out, id, 2 * id.size());
    out += '"';
    out += lanes;
    out += ",\"refs\":[" + m_names.value(id) + ']';
    if (commit) {
        out += ",\"author\":";
        appendPerson(out, commit->author);
        out += ",\"authored\":\"";
        appendMoment(out, commit->authored);
        out += "\",\"committer\":";
        appendPerson(out, commit->committer);
        out += ",\"committed\":\"";
        appendMoment(out, commit->committed);
        out += "\",\"subject\":";
        appendJsonString(out, commit->subject);
    } else if (m_format.hasTexts) {
        out += ",\"unreadable\":true";
    }
    out += '}';
}

} // namespace Cli
