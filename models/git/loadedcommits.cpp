// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/loadedcommits.h"

#include <QRandomGenerator>

namespace Git {

LoadedCommits::LoadedCommits()
    : m_slots(256)
    , m_seed(QRandomGenerator::system()->generate64())
{}

quint64 LoadedCommits::hash(const RawId &id) const
{
    quint64 low = 0, high = 0;
    std::memcpy(&low, id.data(), sizeof low);
    std::memcpy(&high, id.data() + sizeof low, sizeof high);
    quint64 value = (low ^ m_seed) * 0x9e3779b97f4a7c15;
    value = ((value ^ (value >> 32)) + high) * 0xbf58476d1ce4e5b9;
    return value ^ (value >> 29);
}

quint32 LoadedCommits::find(const ObjectId &id) const
{
    if (id.size() != kIdSize)
        return kNone;
    RawId raw;
    std::memcpy(raw.data(), id.raw(), raw.size());
    const quint64 key = hash(raw);
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = key & mask; m_slots[slot].at != kNone; slot = (slot + 1) & mask) {
        if (m_slots[slot].tag == key >> 32 && m_ids[m_slots[slot].at] == raw)
            return m_slots[slot].at;
    }
    return kNone;
}

quint32 LoadedCommits::addUnlisted(const ObjectId &id)
{
    Q_ASSERT(id.size() == kIdSize);
    const quint32 at = size();
    RawId &raw = m_ids.emplace_back();
    std::memcpy(raw.data(), id.raw(), raw.size());
    m_trees.emplace_back();
    m_records.emplace_back();
    return at;
}

quint32 LoadedCommits::add(const ObjectId &id)
{
    const quint32 at = addUnlisted(id);
    if (++m_used * size_t{2} > m_slots.size())
        grow();
    const quint64 key = hash(m_ids[at]);
    const size_t mask = m_slots.size() - 1;
    size_t slot = key & mask;
    while (m_slots[slot].at != kNone)
        slot = (slot + 1) & mask;
    m_slots[slot] = {at, static_cast<quint32>(key >> 32)};
    return at;
}

void LoadedCommits::grow()
{
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    const size_t mask = m_slots.size() - 1;
    for (const Slot &entry : old) {
        if (entry.at == kNone)
            continue;
        size_t slot = hash(m_ids[entry.at]) & mask;
        while (m_slots[slot].at != kNone)
            slot = (slot + 1) & mask;
        m_slots[slot] = entry;
    }
}

void LoadedCommits::set(quint32 at, const ObjectId &tree, quint64 date,
                        std::span<const CommitPosition> parents)
{
    std::memcpy(m_trees[at].data(), tree.raw(), kIdSize);
    Record &record = m_records[at];
    record = {.first = parents.empty() ? kNoCommit : parents[0], .second = kNoCommit, .date = date};
    if (parents.size() == 2)
        record.second = parents[1];
    if (parents.size() <= 2)
        return;
    record.second = kMore | static_cast<quint32>(m_more.size());
    m_more.insert(m_more.end(), parents.begin() + 1, parents.end());
    m_more.back() |= kMore;
}

void LoadedCommits::parents(quint32 at, ParentPositions &out) const
{
    out.clear();
    const Record &record = m_records[at];
    if (record.first >= kMissing)
        return;
    out.append(record.first);
    if (record.second == kNoCommit)
        return;
    if ((record.second & kMore) == 0) {
        out.append(record.second);
        return;
    }
    for (size_t next = record.second & ~kMore;; ++next) {
        out.append(m_more[next] & ~kMore);
        if ((m_more[next] & kMore) != 0)
            return;
    }
}

} // namespace Git
