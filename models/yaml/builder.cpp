// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/builder.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace Yaml {

namespace {

// Deeper values would overflow the stack of whoever walks them; no manifest comes near.
constexpr int depthLimit = 64;

/// Replaces merge keys by what they bring in. Written keys win, and among merged ones the first.
bool applyMerges(QList<Entry> &entries)
{
    QSet<QByteArray> known;
    for (const Entry &entry : std::as_const(entries))
        known.insert(entry.key);
    QList<Entry> merged;
    const auto bring = [&](const Value &from, int line) {
        for (const Entry &entry : from.entries) {
            if (known.contains(entry.key))
                continue;
            known.insert(entry.key);
            merged.append({entry.key, entry.value, line});
        }
        return from.kind == Kind::Mapping;
    };
    for (const Entry &entry : std::as_const(entries)) {
        if (entry.key != "<<") {
            merged.append(entry);
            continue;
        }
        const bool isFine =
            entry.value.kind == Kind::Sequence
                ? std::ranges::all_of(entry.value.items,
                                      [&](const Value &item) { return bring(item, entry.line); })
                : bring(entry.value, entry.line);
        if (!isFine)
            return false;
    }
    entries = std::move(merged);
    return true;
}

Value withoutPlace(Value value)
{
    value.start = value.end = -1;
    return value;
}

} // namespace

void Builder::beginDocument(int line)
{
    m_document = {};
    m_document.line = line;
    m_anchors.clear();
}

void Builder::endDocument()
{
    const Value &root = m_document.root;
    const bool isEmpty = root.isNull() && root.text.isEmpty();
    if (!isEmpty)
        m_documents.append(std::move(m_document));
}

Builder::Step Builder::count(qsizetype nodes, int line)
{
    m_nodesLeft -= nodes;
    if (m_nodesLeft < 0)
        return std::unexpected(BuildError{line, tr("there are too many values, or aliases multiply them")});
    return {};
}

Builder::Step Builder::scalar(Value value, const QByteArray &anchor)
{
    const Value shared = withoutPlace(value);
    if (!anchor.isEmpty())
        m_anchors.insert(anchor, {.value = shared, .isOpen = false});
    if (const Step counted = count(1, value.line); !counted)
        return counted;
    return add(value, shared, 1, 1);
}

Builder::Step Builder::alias(const QByteArray &anchor, const Place &place)
{
    const auto known = m_anchors.constFind(anchor);
    if (known == m_anchors.constEnd())
        return std::unexpected(
            BuildError{place.line, tr("there is no anchor named %1").arg(displayText(anchor))});
    if (known->isOpen)
        return std::unexpected(BuildError{place.line, tr("%1 contains itself").arg(displayText(anchor))});
    if (const Step counted = count(known->nodes, place.line); !counted)
        return counted;
    Value value = known->value;
    value.line = place.line;
    value.column = place.column;
    return add(value, value, known->nodes, known->depth);
}

Builder::Step Builder::open(Kind kind, const Place &place, const QByteArray &anchor)
{
    if (m_frames.size() >= depthLimit)
        return std::unexpected(
            BuildError{place.line, tr("it is nested more than %1 levels deep").arg(depthLimit)});
    Frame frame;
    frame.value.kind = kind;
    frame.value.line = place.line;
    frame.value.column = place.column;
    frame.shared = frame.value;
    frame.anchor = anchor;
    frame.isShared = !anchor.isEmpty() || (!m_frames.empty() && m_frames.back().isShared);
    if (!anchor.isEmpty())
        m_anchors.insert(anchor, {});
    m_frames.push_back(std::move(frame));
    return count(1, place.line);
}

Builder::Step Builder::close()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    if (frame.hasMerge) {
        const bool isFine = applyMerges(frame.value.entries) && applyMerges(frame.shared.entries);
        if (!isFine)
            return std::unexpected(
                BuildError{frame.keyLines.value("<<"_ba), tr("<< can only bring in mappings")});
    }
    if (!frame.anchor.isEmpty())
        m_anchors.insert(frame.anchor, {frame.shared, false, frame.nodes, frame.depth});
    return add(frame.value, frame.shared, frame.nodes, frame.depth);
}

Builder::Step Builder::addKey(Frame &frame, const Value &key)
{
    if (!key.isScalar())
        return std::unexpected(
            BuildError{key.line, tr("a key is a list or mapping instead of a plain word")});
    const auto first = frame.keyLines.constFind(key.text);
    if (first != frame.keyLines.constEnd())
        return std::unexpected(
            BuildError{key.line, tr("the key %1 is there twice, first on line %2")
                                     .arg(displayText(key.text), QString::number(*first))});
    frame.keyLines.insert(key.text, key.line);
    frame.pending = {key.text, {}, key.line};
    frame.hasMerge = frame.hasMerge || (!key.isQuoted && key.text == "<<");
    frame.hasKey = true;
    return {};
}

Builder::Step Builder::add(const Value &value, const Value &shared, qsizetype nodes, int depth)
{
    if (m_frames.empty()) {
        m_document.root = value;
        return {};
    }
    Frame &frame = m_frames.back();
    frame.nodes += nodes;
    frame.depth = std::max(frame.depth, depth + 1);
    if (static_cast<int>(m_frames.size()) + depth > depthLimit + 1)
        return std::unexpected(
            BuildError{value.line, tr("it is nested more than %1 levels deep").arg(depthLimit)});
    if (frame.value.kind == Kind::Sequence) {
        frame.value.items.append(value);
        if (frame.isShared)
            frame.shared.items.append(shared);
        return {};
    }
    if (!frame.hasKey)
        return addKey(frame, value);
    frame.hasKey = false;
    frame.value.entries.append({frame.pending.key, value, frame.pending.line});
    if (frame.isShared)
        frame.shared.entries.append({frame.pending.key, shared, frame.pending.line});
    return {};
}

} // namespace Yaml
