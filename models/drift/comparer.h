// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/compare.h"
#include "drift/ownership.h"

namespace Drift {

/// One comparison under way; see compareObjects(). Included by this folder's .cpp files only.
class Comparer
{
public:
    Comparer(const DesiredObject &desired, const LiveObject &live, const CompareContext &context);
    Comparison run();

private:
    struct Rule
    {
        PathPattern pattern;
        QList<QByteArray> managers;
        bool hasPath = false;
    };

    // compare.cpp
    void compareValues(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);
    void compareMappings(const Yaml::Value &desired, const Yaml::Value &live, const TypeRules *type);
    void compareScalars(const Yaml::Value &desired, const Yaml::Value &live);
    void compareMissing(const Yaml::Value &desired, const FieldRules *rules, const Yaml::Value &siblings);
    bool compareReplicas(const Yaml::Value *desired, const Yaml::Value *live);
    bool isIgnoredWhole() const; ///< a rule takes out the mapping or list here
    bool isIgnored() const;
    bool isSame(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);

    // lists.cpp
    void compareLists(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);
    void compareKeyed(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);
    void compareSets(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);
    void compareOrdered(const Yaml::Value &desired, const Yaml::Value &live, const FieldRules *rules);
    void missingItem(const Yaml::Value &item, qsizetype index, const FieldRules *rules);
    void extraItem(const Yaml::Value &item, qsizetype index, const FieldRules *rules);

    // extras.cpp
    void compareExtra(const Yaml::Value &live, const FieldRules *rules, const Yaml::Value &siblings);
    void classifyExtra(const Yaml::Value &live);
    bool wasApplied() const;

    // findings.cpp
    Finding &add(FindingClass kind, const Yaml::Value *desired, const Yaml::Value *live,
                 const Owner *owner = nullptr);
    bool isSecretHere() const;
    QByteArray shown(const Yaml::Value &value, bool isMasked);
    void explainChange(Finding &finding, const Yaml::Value &desired, const Yaml::Value &live);

    const DesiredObject &m_desired;
    const LiveObject &m_live;
    const CompareContext &m_context;
    Yaml::Value m_lastApplied;
    QList<Owner> m_owners;
    std::vector<Rule> m_rules;
    QHash<QByteArray, qsizetype> m_masks; ///< secret value -> length of its mask
    Path m_path;
    int m_line = 0; ///< of the innermost desired value whose place is known
    Comparison m_result;
};

} // namespace Drift
