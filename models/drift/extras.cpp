// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/comparer.h"
#include "drift/normalise.h"
#include "drift/text.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

const Yaml::Value *itemLike(const Yaml::Value &list, const Step &step)
{
    const QByteArray name = itemName(step.list, *step.item);
    for (const Yaml::Value &item : list.items)
        if (name.isEmpty() ? item == *step.item : itemName(step.list, item) == name)
            return &item;
    return nullptr;
}

} // namespace

void Comparer::compareExtra(const Yaml::Value &live, const FieldRules *rules, const Yaml::Value &siblings)
{
    if (isEmpty(live))
        return;
    const bool isFilledIn = rules && rules->defaultKind == DefaultKind::Anything;
    if (!isFilledIn && isDefault(rules, live, siblings))
        return;
    if (isFilledIn) {
        // The server writes here too, so only a person's hand counts.
        const Owner *owner = ownerOf(m_owners, m_path);
        if (owner && owner->kind() == OwnerKind::Person)
            classifyExtra(live);
        return;
    }
    if (live.kind == Yaml::Kind::Mapping) {
        if (!isIgnoredWhole())
            compareMappings(Yaml::Value{.kind = Yaml::Kind::Mapping}, live, rules ? rules->type : nullptr);
    } else if (live.kind == Yaml::Kind::Sequence && rules && rules->list != ListKind::Ordered) {
        for (qsizetype i = 0; i < live.items.size(); ++i)
            extraItem(live.items.at(i), i, rules);
    } else {
        classifyExtra(live);
    }
}

void Comparer::classifyExtra(const Yaml::Value &live)
{
    if (isIgnored()) {
        add(FindingClass::Tolerated, nullptr, &live).note = Text::tr("An ignore rule covers this field.");
        return;
    }
    const Owner *owner = ownerOf(m_owners, m_path);
    const OwnerKind kind = owner ? owner->kind() : OwnerKind::Controller;
    if (wasApplied() || (kind == OwnerKind::Deployer && owner->isApply())) {
        add(FindingClass::RemovedFromGit, nullptr, &live, owner);
    } else if (kind == OwnerKind::Person) {
        Finding &finding = add(FindingClass::OutOfBand, nullptr, &live, owner);
        if (m_path.last().field == "kubectl.kubernetes.io/restartedAt") {
            finding.severity = Severity::Notice;
            finding.note = Text::tr("A rollout was restarted by hand.");
        }
    } else if (owner) {
        ++m_result.controllerOwned;
    } else {
        add(FindingClass::Unattributed, nullptr, &live).severity = Severity::Info;
    }
}

bool Comparer::wasApplied() const
{
    const Yaml::Value *at = &m_lastApplied;
    for (const Step &step : m_path) {
        at = step.item ? itemLike(*at, step) : at->find(step.field);
        if (!at)
            return false;
    }
    return !m_path.isEmpty();
}

} // namespace Drift
