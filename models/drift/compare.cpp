// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/compare.h"

#include "drift/comparer.h"
#include "drift/normalise.h"
#include "drift/quantity.h"
#include "drift/text.h"

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

bool concerns(const IgnoreRule &rule, const ResourceKey &key)
{
    return matchesGlob(rule.group, key.group) && matchesGlob(rule.kind, key.kind) &&
           matchesGlob(rule.nameSpace, key.nameSpace) && matchesGlob(rule.name, key.name);
}

const Yaml::Value &nothing()
{
    static const Yaml::Value value;
    return value;
}

} // namespace

Comparer::Comparer(const DesiredObject &desired, const LiveObject &live, const CompareContext &context)
    : m_desired(desired)
    , m_live(live)
    , m_context(context)
    , m_owners(readOwners(live.value))
{
    for (const IgnoreRule &rule : context.ignoreRules)
        if (concerns(rule, live.key))
            m_rules.push_back(Rule{PathPattern(rule.path), rule.managers, !rule.path.isEmpty()});
    const QByteArray applied =
        live.value.textAt({"metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"});
    if (applied.isEmpty())
        return;
    if (const auto documents = Yaml::parse(applied, u"last-applied"_s); documents && documents->size() == 1)
        m_lastApplied = normalised(documents->first().root, live.key);
}

Comparison Comparer::run()
{
    const Yaml::Value desired = normalised(m_desired.value, m_desired.key);
    const Yaml::Value live = normalised(m_live.value, m_live.key);
    m_line = m_desired.where.line;
    compareMappings(desired, live, rulesOfKind(m_live.key.group, m_live.key.kind));
    return std::move(m_result);
}

bool Comparer::isIgnoredWhole() const
{
    return std::ranges::any_of(m_rules, [this](const Rule &rule) {
        return rule.managers.isEmpty() && rule.pattern.matches(m_path);
    });
}

bool Comparer::isIgnored() const
{
    for (const Rule &rule : m_rules) {
        if (rule.managers.isEmpty() && rule.pattern.matches(m_path))
            return true;
        if (rule.managers.isEmpty() || (rule.hasPath && !rule.pattern.covers(m_path)))
            continue;
        // A field that several have written is one of theirs only while nobody outside of the rule is its
        // owner.
        const Owner *owner = ownerOf(m_owners, m_path);
        if (owner && rule.managers.contains(owner->manager))
            return true;
    }
    return false;
}

void Comparer::compareMappings(const Yaml::Value &desired, const Yaml::Value &live, const TypeRules *type)
{
    const auto visit = [&](const QByteArray &field, const Yaml::Value *wanted, const Yaml::Value *found) {
        const FieldRules *rules = rulesOfField(type, field, wanted ? *wanted : *found);
        m_path << Step{.field = field};
        const bool isReplicas = m_path.size() == 2 && field == "replicas" && compareReplicas(wanted, found);
        if (isReplicas || field == "creationTimestamp") {
            // decided already, or written by the server wherever metadata is embedded
        } else if (wanted && found) {
            compareValues(*wanted, *found, rules);
        } else if (wanted) {
            compareMissing(*wanted, rules, desired);
        } else {
            compareExtra(*found, rules, live);
        }
        m_path.removeLast();
    };
    for (const Yaml::Entry &entry : desired.entries) {
        const int outer = std::exchange(m_line, entry.line != 0 ? entry.line : m_line);
        visit(entry.key, &entry.value, live.find(entry.key));
        m_line = outer;
    }
    for (const Yaml::Entry &entry : live.entries)
        if (!desired.find(entry.key))
            visit(entry.key, nullptr, &entry.value);
}

bool Comparer::isSame(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    if (isSameScalar(desired, live))
        return true;
    return rules && rules->type && rules->type->isQuantity && isSameQuantity(desired.text, live.text);
}

void Comparer::compareValues(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules)
{
    const bool isNothing = isEmpty(desired);
    if (desired.isScalar() && live.isScalar() && !(isNothing && isEmpty(live))) {
        if (desired.isNull())
            compareExtra(live, rules, nothing());
        else if (!isSame(desired, live, rules))
            compareScalars(desired, live);
    } else if (desired.kind == Yaml::Kind::Mapping && live.kind == Yaml::Kind::Mapping) {
        if (!isIgnoredWhole())
            compareMappings(desired, live, rules ? rules->type : nullptr);
    } else if (desired.kind == Yaml::Kind::Sequence && live.kind == Yaml::Kind::Sequence && !isNothing) {
        if (!isIgnoredWhole())
            compareLists(desired, live, rules);
    } else if (isNothing) {
        compareExtra(live, rules, nothing());
    } else if (isEmpty(live)) {
        compareMissing(desired, rules, nothing());
    } else {
        compareScalars(desired, live);
    }
}

void Comparer::compareScalars(const Yaml::Value &desired, const Yaml::Value &live)
{
    if (isIgnored()) {
        add(FindingClass::Tolerated, &desired, &live).note = Text::tr("An ignore rule covers this field.");
        return;
    }
    Finding &finding = add(FindingClass::Changed, &desired, &live, ownerOf(m_owners, m_path));
    explainChange(finding, desired, live);
}

void Comparer::compareMissing(const Yaml::Value &desired, const FieldRules *rules,
                              const Yaml::Value &siblings)
{
    const bool isMeantFalse = rules && rules->defaultText == "true" && desired.kind == Yaml::Kind::Bool;
    if (isEmpty(desired) || (isVoid(desired) && !isMeantFalse) ||
        (isDefault(rules, desired, siblings) && rules->defaultKind != DefaultKind::Anything))
        return;
    if (isIgnored()) {
        add(FindingClass::Tolerated, &desired, nullptr).note = Text::tr("An ignore rule covers this field.");
        return;
    }
    Finding &finding = add(FindingClass::Missing, &desired, nullptr);
    if (m_path.last().index < 0 && !m_path.last().item)
        finding.note = Text::tr("The live object has no such field; the server may not know it.");
}

bool Comparer::compareReplicas(const Yaml::Value *desired, const Yaml::Value *live)
{
    if (m_path.first().field != "spec" || !live || live->kind != Yaml::Kind::Integer)
        return false;
    const auto targets = [this](const Autoscaler &scaler) {
        return scaler.target.kind == m_live.key.kind && scaler.target.name == m_live.key.name &&
               (scaler.target.group == m_live.key.group) &&
               (scaler.target.nameSpace.isEmpty() || m_live.key.nameSpace.isEmpty() ||
                scaler.target.nameSpace == m_live.key.nameSpace);
    };
    const auto scaler = std::ranges::find_if(m_context.autoscalers, targets);
    if (scaler == m_context.autoscalers.end() || (desired && isSameScalar(*desired, *live)))
        return false;
    const qint64 count = live->text.toLongLong();
    const bool isInRange = count >= scaler->least && count <= scaler->most;
    Finding &finding = add(isInRange ? FindingClass::Tolerated : FindingClass::Changed, desired, live,
                           ownerOf(m_owners, m_path));
    const QString range = QString::number(scaler->least) + u'–' + QString::number(scaler->most);
    //: %1 names an autoscaler, %2 is a range of numbers such as 2–10
    finding.note =
        (isInRange ? Text::tr("Autoscaled by %1 (%2).") : Text::tr("Outside of the range of %1 (%2)."))
            .arg(QString::fromUtf8(scaler->name), range);
    return true;
}

Comparison compareObjects(const DesiredObject &desired, const LiveObject &live, const CompareContext &context)
{
    return Comparer(desired, live, context).run();
}

bool isIgnored(const ResourceKey &object, const QList<IgnoreRule> &rules)
{
    return std::ranges::any_of(rules, [&object](const IgnoreRule &rule) {
        return rule.path.isEmpty() && rule.managers.isEmpty() && concerns(rule, object);
    });
}

bool Comparison::isDrifted() const
{
    return std::ranges::any_of(findings, [](const Finding &finding) { return isDrift(finding.kind); });
}

} // namespace Drift
