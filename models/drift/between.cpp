// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"
#include "drift/envwords.h"
#include "drift/objecttext.h"
#include "drift/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

/// Ends of paths that hold a version which a promotion moves.
constexpr auto kVersionPaths =
    std::to_array<QByteArrayView>({".image", "[\"app.kubernetes.io/version\"]", "[\"helm.sh/chart\"]",
                                   ".targetRevision", ".chart.spec.version"});

/// Ends of paths, and parts of them, that every environment sets for itself.
constexpr auto kSizeEnds = std::to_array<QByteArrayView>(
    {"spec.replicas", "spec.minReplicas", "spec.maxReplicas", "spec.minAvailable", "spec.maxUnavailable",
     "spec.minReplicaCount", "spec.maxReplicaCount"});

EnvironmentWords wordsOf(const Rendered &side, const QString &name)
{
    QHash<QByteArray, QByteArray> plainNames;
    for (const DesiredObject &object : side.objects)
        if (!object.plainName.isEmpty())
            plainNames.insert(object.key.name, object.plainName);
    return EnvironmentWords(name.toUtf8(), std::move(plainNames));
}

QByteArray withoutVersion(const QByteArray &image)
{
    const QByteArray name =
        image.first(std::max<qsizetype>(0, image.contains('@') ? image.indexOf('@') : image.size()));
    const qsizetype colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.first(colon) : name;
}

class Pairing
{
public:
    Pairing(const Rendered &first, const QString &firstName, const Rendered &second,
            const QString &secondName, const QList<IgnoreRule> &ignoreRules)
        : m_first(first)
        , m_second(second)
        , m_firstName(firstName)
        , m_secondName(secondName)
        , m_firstWords(wordsOf(first, firstName))
        , m_secondWords(wordsOf(second, secondName))
        , m_context{.ignoreRules = ignoreRules}
    {
        m_report.environment = firstName;
        m_report.against = secondName;
        m_report.revision = first.revision;
        for (const Problem &problem : first.problems + second.problems)
            if (!m_report.problems.contains(problem))
                m_report.problems << problem;
        for (const Rendering rendering : first.renderings + second.renderings)
            if (!m_report.renderings.contains(rendering))
                m_report.renderings << rendering;
    }

    Result<Report> run(const CancelToken &cancel)
    {
        QList<bool> usedFirst(m_first.objects.size(), false), usedSecond(m_second.objects.size(), false);
        for (const bool withNamespace : {true, false}) {
            const auto firsts = byName(m_first, m_firstWords, withNamespace, usedFirst);
            const auto seconds = byName(m_second, m_secondWords, withNamespace, usedSecond);
            for (auto at = firsts.cbegin(); at != firsts.cend(); ++at) {
                if (cancel.isCancelled())
                    return failCancelled();
                // A name that several have decides nothing; with namespaces it may be one again.
                const QList<qsizetype> others = seconds.value(at.key());
                if (at->size() != 1 || others.size() != 1)
                    continue;
                usedFirst[at->first()] = usedSecond[others.first()] = true;
                comparePair(m_first.objects.at(at->first()), m_second.objects.at(others.first()));
            }
        }
        for (qsizetype i = 0; i < m_first.objects.size(); ++i)
            if (!usedFirst.at(i))
                addOnly(m_first.objects.at(i), true);
        for (qsizetype i = 0; i < m_second.objects.size(); ++i)
            if (!usedSecond.at(i))
                addOnly(m_second.objects.at(i), false);
        std::ranges::stable_sort(m_report.objects, {}, &ObjectReport::object);
        std::ranges::stable_sort(m_report.findings, {}, &Finding::object);
        m_report.verdict = verdictOf(m_report);
        return std::move(m_report);
    }

private:
    using Names = QMap<ResourceKey, QList<qsizetype>>;

    static Names byName(const Rendered &side, const EnvironmentWords &words, bool withNamespace,
                        const QList<bool> &used)
    {
        Names names;
        for (qsizetype i = 0; i < side.objects.size(); ++i) {
            if (used.at(i))
                continue;
            const DesiredObject &object = side.objects.at(i);
            ResourceKey key = object.key;
            key.name = words.stripped(object.plainName.isEmpty() ? key.name : object.plainName);
            key.nameSpace = withNamespace ? words.stripped(key.nameSpace) : QByteArray();
            names[key] << i;
        }
        return names;
    }

    void comparePair(const DesiredObject &first, const DesiredObject &second)
    {
        ObjectReport entry{.object = first.key, .where = first.where};
        entry.reason = first.doubt.isEmpty() ? second.doubt : first.doubt;
        if (isIgnored(first.key, m_context.ignoreRules)) {
            entry.reason.clear();
            entry.verdict = Verdict::InSync;
            entry.tolerated = 1;
        } else if (entry.reason.isEmpty()) {
            LiveObject other = second;
            other.key = first.key; // the pair has two names; the findings go by the first
            for (Finding &finding : compareObjects(first, other, m_context).findings) {
                classify(finding, second);
                ++(isDrift(finding.kind) ? entry.findings : entry.tolerated);
                m_report.findings << std::move(finding);
            }
            entry.verdict = entry.findings > 0 ? Verdict::Drifted : Verdict::InSync;
        }
        m_report.objects << entry;
    }

    void classify(Finding &finding, const DesiredObject &second) const
    {
        const bool isInBoth = finding.kind == FindingClass::Changed;
        if (finding.kind == FindingClass::Unattributed)
            finding.where = {second.where.file, second.where.line};
        finding.manager.clear();
        const auto decide = [&finding](FindingClass kind, Severity severity, const QString &note) {
            finding.kind = kind;
            finding.severity = severity;
            finding.note = note;
        };
        const auto endsLike = [&finding](QByteArrayView end) { return finding.path.endsWith(end); };
        const bool isImage = finding.path.endsWith(".image");
        if (finding.kind == FindingClass::Tolerated)
            decide(FindingClass::Expected, Severity::Info, finding.note);
        else if (finding.object.kind == "Secret")
            decide(FindingClass::Expected, Severity::Info, Text::tr("Secrets differ between environments."));
        else if (isInBoth && m_firstWords.equalised(finding.desired) == m_secondWords.equalised(finding.live))
            decide(FindingClass::Expected, Severity::Info,
                   Text::tr("Differs by the name of the environment only."));
        else if (isInBoth && std::ranges::any_of(kVersionPaths, endsLike) &&
                 (!isImage || m_firstWords.equalised(withoutVersion(finding.desired)) ==
                                  m_secondWords.equalised(withoutVersion(finding.live))))
            decide(FindingClass::Version, Severity::Info,
                   Text::tr("Another version, which a promotion moves."));
        else if (finding.path.contains(".resources.") || std::ranges::any_of(kSizeEnds, endsLike) ||
                 finding.path.endsWith(".resources"))
            decide(FindingClass::Expected, Severity::Info, Text::tr("Every environment has its own size."));
        else
            decide(FindingClass::Unexplained, Severity::Warning, {});
    }

    void addOnly(const DesiredObject &object, bool isFirst)
    {
        const Rendered &other = isFirst ? m_second : m_first;
        ObjectReport entry{.object = object.key, .where = object.where, .reason = object.doubt};
        if (isIgnored(object.key, m_context.ignoreRules)) {
            entry = {.object = object.key, .verdict = Verdict::InSync, .where = object.where, .tolerated = 1};
        } else if (entry.reason.isEmpty() && !other.isComplete) {
            entry.reason =
                Text::tr("Not found in the other environment, but not everything there could be evaluated.");
        } else if (entry.reason.isEmpty()) {
            entry.verdict = isFirst ? Verdict::Missing : Verdict::Extra;
            entry.findings = 1;
            //: %1 is the name of an environment
            m_report.findings << Finding{
                .object = object.key,
                .kind = FindingClass::Unexplained,
                .severity = Severity::Serious,
                .desired = isFirst ? objectText(object) : QByteArray(),
                .live = isFirst ? QByteArray() : objectText(object),
                .note = Text::tr("Only in %1.").arg(isFirst ? m_firstName : m_secondName),
                .where = object.where};
        }
        m_report.objects << entry;
    }

    const Rendered &m_first, &m_second;
    QString m_firstName, m_secondName;
    EnvironmentWords m_firstWords, m_secondWords;
    CompareContext m_context;
    Report m_report;
};

} // namespace

Result<Report> compareEnvironments(const Rendered &first, const QString &firstName, const Rendered &second,
                                   const QString &secondName, const QList<IgnoreRule> &ignoreRules,
                                   const CancelToken &cancel)
{
    return Pairing(first, firstName, second, secondName, ignoreRules).run(cancel);
}

} // namespace Drift
