// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/comparer.h"
#include "drift/normalise.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// name -> position; nothing when an item has no name or two share one, because then names tell nothing.
std::optional<QHash<QByteArray, qsizetype>> namesOf(const Yaml::Value &list, const FieldRules *rules)
{
    QHash<QByteArray, qsizetype> names;
    names.reserve(list.items.size());
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        const QByteArray name = itemName(rules, list.items.at(i));
        if (name.isEmpty() || names.contains(name))
            return {};
        names.insert(name, i);
    }
    return names;
}

bool isFoundIn(const Yaml::Value &item, const Yaml::Value &list, QList<bool> &used)
{
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        if (used.at(i) || list.items.at(i) != item)
            continue;
        used[i] = true;
        return true;
    }
    return false;
}

} // namespace

void Comparer::compareLists(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    const ListKind kind = rules ? rules->list : ListKind::Ordered;
    if (kind == ListKind::Keyed)
        compareKeyed(desired, live, rules);
    else if (kind == ListKind::Set)
        compareSets(desired, live, rules);
    else
        compareOrdered(desired, live, rules);
}

void Comparer::compareKeyed(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    const auto desiredNames = namesOf(desired, rules);
    const auto liveNames = namesOf(live, rules);
    if (!desiredNames || !liveNames) {
        compareOrdered(desired, live, rules);
        return;
    }
    for (qsizetype i = 0; i < desired.items.size(); ++i) {
        const Yaml::Value &item = desired.items.at(i);
        const auto at = liveNames->constFind(itemName(rules, item));
        if (at == liveNames->constEnd()) {
            missingItem(item, i, rules);
            continue;
        }
        m_path << Step{.item = &live.items.at(*at), .list = rules, .index = *at};
        const int outer = std::exchange(m_line, item.line != 0 ? item.line : m_line);
        compareMappings(item, live.items.at(*at), rules->type);
        m_line = outer;
        m_path.removeLast();
    }
    for (qsizetype i = 0; i < live.items.size(); ++i)
        if (!desiredNames->contains(itemName(rules, live.items.at(i))))
            extraItem(live.items.at(i), i, rules);
}

void Comparer::compareSets(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    QList<bool> used(live.items.size(), false);
    QList<qsizetype> missing;
    for (qsizetype i = 0; i < desired.items.size(); ++i)
        if (!isFoundIn(desired.items.at(i), live, used))
            missing << i;
    for (const qsizetype i : missing)
        missingItem(desired.items.at(i), i, rules);
    for (qsizetype i = 0; i < live.items.size(); ++i)
        if (!used.at(i))
            extraItem(live.items.at(i), i, rules);
}

void Comparer::compareOrdered(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    const bool isOfMappings = std::ranges::all_of(
        desired.items, [](const Yaml::Value &item) { return item.kind == Yaml::Kind::Mapping; });
    if (desired.items.size() != live.items.size() || !isOfMappings) {
        if (desired != live)
            compareScalars(desired, live);
        return;
    }
    const FieldRules itemRules{.type = rules ? rules->type : nullptr};
    for (qsizetype i = 0; i < desired.items.size(); ++i) {
        const Yaml::Value &item = desired.items.at(i);
        m_path << Step{.item = &live.items.at(i), .list = rules, .index = i};
        const int outer = std::exchange(m_line, item.line != 0 ? item.line : m_line);
        compareValues(item, live.items.at(i), &itemRules);
        m_line = outer;
        m_path.removeLast();
    }
}

void Comparer::missingItem(const Yaml::Value &item, qsizetype index, const FieldRules *rules)
{
    m_path << Step{.item = &item, .list = rules, .index = index};
    const int outer = std::exchange(m_line, item.line != 0 ? item.line : m_line);
    compareMissing(item, nullptr, item);
    m_line = outer;
    m_path.removeLast();
}

void Comparer::extraItem(const Yaml::Value &item, qsizetype index, const FieldRules *rules)
{
    m_path << Step{.item = &item, .list = rules, .index = index};
    classifyExtra(item);
    m_path.removeLast();
}

} // namespace Drift
