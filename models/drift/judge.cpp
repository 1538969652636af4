// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/judge.h"
#include "drift/objecttext.h"

#include "drift/schema.h"
#include "drift/text.h"
#include "drift/tracking.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr qsizetype kHashLength = 10;

ResourceKey withoutNamespace(ResourceKey key)
{
    key.nameSpace.clear();
    return key;
}

/// True for base-<ten characters of kustomize's alphabet>.
bool isHashed(QByteArrayView name, QByteArrayView base)
{
    if (name.size() != base.size() + 1 + kHashLength || !name.startsWith(base) || name.at(base.size()) != '-')
        return false;
    return std::ranges::all_of(name.last(kHashLength),
                               [](char c) { return QByteArrayView("bcdfghkmt2456789").contains(c); });
}

class Judging
{
public:
    Judging(const Rendered &desired, const Snapshot &live, CompareContext context)
        : m_desired(desired)
        , m_live(live)
        , m_context(std::move(context))
        , m_used(live.objects.size(), false)
    {
        m_context.autoscalers += autoscalersOf(live.objects);
        m_context.autoscalers += autoscalersOf(desired.objects);
        for (qsizetype i = 0; i < live.objects.size(); ++i) {
            m_byKey.insert(live.objects.at(i).key, i);
            m_byName.insert(withoutNamespace(live.objects.at(i).key), i);
        }
        m_report.problems = desired.problems + live.problems;
        m_report.renderings = desired.renderings;
        m_report.revision = desired.revision;
        m_report.liveTime = live.time();
    }

    Result<Report> run(const CancelToken &cancel)
    {
        for (const DesiredObject &object : m_desired.objects) {
            if (cancel.isCancelled())
                return failCancelled();
            judgeDesired(object);
        }
        for (qsizetype i = 0; i < m_live.objects.size(); ++i)
            if (!m_used.at(i))
                judgeLeftOver(m_live.objects.at(i));
        std::ranges::stable_sort(m_report.objects, {}, &ObjectReport::object);
        std::ranges::stable_sort(m_report.findings, {}, &Finding::object);
        m_report.verdict = verdictOf(m_report);
        return std::move(m_report);
    }

private:
    QList<qsizetype> candidates(const DesiredObject &object) const
    {
        ResourceKey key = object.key;
        if (key.nameSpace.isEmpty() && !isClusterWide(key.kind))
            key.nameSpace = m_desired.nameSpace;
        if (const auto exact = m_byKey.values(key); !exact.isEmpty())
            return exact.size() == 1 ? exact : exact.first(1);
        QList<qsizetype> found = key.nameSpace.isEmpty() ? m_byName.values(key) : QList<qsizetype>();
        if (!found.isEmpty() || !object.isGenerated)
            return found;
        for (qsizetype i = 0; i < m_live.objects.size(); ++i) {
            const ResourceKey &other = m_live.objects.at(i).key;
            if (other.kind == key.kind && (key.nameSpace.isEmpty() || other.nameSpace == key.nameSpace) &&
                isHashed(other.name, key.name))
                found << i;
        }
        return found;
    }

    void judgeDesired(const DesiredObject &object)
    {
        ObjectReport entry{.object = object.key, .where = object.where};
        const QList<qsizetype> found = candidates(object);
        for (const qsizetype i : found)
            m_used[i] = true;
        if (isIgnored(object.key, m_context.ignoreRules)) {
            entry.verdict = Verdict::InSync;
            entry.tolerated = 1;
        } else if (!m_seen.insert(object.key)) {
            entry.reason = Text::tr("Git defines this object more than once.");
        } else if (found.size() > 1) {
            entry.reason =
                Text::tr("Several live objects have this name, and Git does not say which one is meant.");
        } else if (found.isEmpty()) {
            judgeMissing(object, entry);
        } else {
            judgePair(object, m_live.objects.at(found.first()), entry);
        }
        m_report.objects << entry;
    }

    void judgeMissing(const DesiredObject &object, ObjectReport &entry)
    {
        if (!object.doubt.isEmpty() || !m_live.problems.isEmpty()) {
            entry.reason = !object.doubt.isEmpty()
                               ? object.doubt
                               : Text::tr("The snapshot holds entries that could not be read.");
            return;
        }
        entry.verdict = Verdict::Missing;
        entry.findings = 1;
        m_report.findings << Finding{.object = object.key,
                                     .kind = FindingClass::Missing,
                                     .severity = Severity::Serious,
                                     .desired = objectText(object),
                                     .note = Text::tr("The object is in Git and not in the cluster."),
                                     .where = object.where};
    }

    void judgePair(const DesiredObject &object, const LiveObject &live, ObjectReport &entry)
    {
        entry.object = live.key;
        noteMarks(object.value, live);
        if (!object.doubt.isEmpty()) {
            // A difference may come from what was not evaluated, so neither answer would be true.
            entry.reason = object.doubt;
            return;
        }
        Comparison comparison = compareObjects(object, live, m_context);
        entry.tolerated = comparison.controllerOwned;
        for (const Finding &finding : comparison.findings)
            ++(isDrift(finding.kind) ? entry.findings : entry.tolerated);
        entry.verdict = entry.findings > 0 ? Verdict::Drifted : Verdict::InSync;
        m_report.findings += std::move(comparison.findings);
    }

    void noteMarks(const Yaml::Value &desired, const LiveObject &live)
    {
        m_namespaces << live.key.nameSpace;
        for (const Mark &mark : marksOf(desired) + marksOf(live.value))
            m_marks << mark;
    }

    /// Ours: marked as our objects are. When none of ours is marked, a deployer's object in one of our
    /// namespaces cannot be told from ours.
    bool isOurs(const LiveObject &live) const
    {
        const bool isNear = !live.key.nameSpace.isEmpty() && m_namespaces.contains(live.key.nameSpace);
        return std::ranges::any_of(marksOf(live.value), [&](const Mark &mark) {
            if (m_marks.contains(mark))
                return isNear || isOfDeployer(mark) || live.key.nameSpace.isEmpty();
            return m_marks.isEmpty() && isNear && isOfDeployer(mark);
        });
    }

    void judgeLeftOver(const LiveObject &live)
    {
        if (isDerived(live.value, live.key) || isIgnored(live.key, m_context.ignoreRules))
            return;
        if (!isOurs(live)) {
            ++m_report.unmanaged;
            return;
        }
        ObjectReport entry{.object = live.key, .verdict = Verdict::Extra, .where = live.where};
        if (!m_desired.isComplete) {
            entry.verdict = Verdict::Unknown;
            entry.reason = Text::tr("Not found in Git, but not everything in Git could be evaluated.");
            m_report.objects << entry;
            return;
        }
        entry.findings = 1;
        m_report.objects << entry;
        m_report.findings << Finding{.object = live.key,
                                     .kind = FindingClass::Extra,
                                     .severity = Severity::Serious,
                                     .live = objectText(live),
                                     .note = Text::tr("The object was deployed from here and is not in Git."),
                                     .where = live.where};
    }

    const Rendered &m_desired;
    const Snapshot &m_live;
    CompareContext m_context;
    Report m_report;
    QList<bool> m_used;
    QMultiHash<ResourceKey, qsizetype> m_byKey, m_byName;
    QSet<QByteArray> m_namespaces;
    QSet<Mark> m_marks;
    struct Seen
    {
        QSet<ResourceKey> keys;
        bool insert(const ResourceKey &key)
        {
            const qsizetype before = keys.size();
            keys.insert(key);
            return keys.size() > before;
        }
    } m_seen;
};

} // namespace

Result<Report> judge(const Rendered &desired, const Snapshot &live, CompareContext context,
                     const CancelToken &cancel)
{
    return Judging(desired, live, std::move(context)).run(cancel);
}

Verdict verdictOf(const Report &report)
{
    const bool isDrifted = std::ranges::any_of(report.objects, [](const ObjectReport &object) {
        return object.verdict != Verdict::InSync && object.verdict != Verdict::Unknown;
    });
    if (isDrifted)
        return Verdict::Drifted;
    const bool isKnown = report.problems.isEmpty() && report.count(Verdict::Unknown) == 0;
    return isKnown && !report.objects.isEmpty() ? Verdict::InSync : Verdict::Unknown;
}

} // namespace Drift
