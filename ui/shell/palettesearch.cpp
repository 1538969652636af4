// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesearch.h"

#include "ui/shell/fuzzy.h"

namespace {

constexpr int kNameBonus = 10; // what is behind the last slash is what people mean

std::optional<FuzzyMatch> matchPath(const QString &typed, const QString &path)
{
    const qsizetype start = path.lastIndexOf(u'/') + 1;
    if (auto match = fuzzyMatch(typed, QStringView(path).sliced(start))) {
        for (qsizetype &position : match->positions)
            position += start;
        match->score += kNameBonus;
        return match;
    }
    return start > 0 ? fuzzyMatch(typed, path) : std::nullopt;
}

} // namespace

PaletteSearch::PaletteSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_turn, &QTimer::timeout, this, &PaletteSearch::step);
}

void PaletteSearch::start(const QString &typed)
{
    m_typed = typed.trimmed();
    m_hits.clear();
    m_best.clear();
    m_group = m_index = m_looked = 0;
    if (m_groups.isEmpty())
        m_turn.stop();
    else
        m_turn.start(0);
}

void PaletteSearch::step()
{
    if (m_group >= m_groups.size())
        return m_turn.stop();
    const PaletteGroup &group = m_groups.at(m_group);
    // Of what nobody asked for the first are enough.
    const qsizetype count = m_typed.isEmpty() ? std::min(group.count, kMost) : group.count;
    for (const qsizetype end = std::min(m_index + kPiece, count); m_index < end; ++m_index)
        look(group);
    if (m_index < count)
        return;
    m_hits += std::exchange(m_best, {});
    m_index = 0;
    if (++m_group == m_groups.size())
        m_turn.stop();
    Q_EMIT found();
}

void PaletteSearch::look(const PaletteGroup &group)
{
    ++m_looked;
    const QString name = group.name(m_index);
    const auto match = matchPath(m_typed, name);
    if (!match || (m_best.size() == kMost && m_best.last().score >= match->score))
        return;
    const auto place = std::ranges::upper_bound(m_best, match->score, std::ranges::greater(), &Hit::score);
    m_best.insert(place, {m_group, m_index, match->score, name, match->positions});
    if (m_best.size() > kMost)
        m_best.removeLast();
}
