// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/driftreport.h"

#include "app/cli/text.h"
#include "base/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString verdictWord(Drift::Verdict verdict)
{
    switch (verdict) {
    case Drift::Verdict::InSync:
        return u"in sync"_s;
    case Drift::Verdict::Drifted:
        return u"drifted"_s;
    case Drift::Verdict::Missing:
        return u"missing"_s;
    case Drift::Verdict::Extra:
        return u"extra"_s;
    case Drift::Verdict::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString classWord(Drift::FindingClass kind)
{
    switch (kind) {
    case Drift::FindingClass::Changed:
        return u"changed"_s;
    case Drift::FindingClass::Missing:
        return u"missing"_s;
    case Drift::FindingClass::OutOfBand:
        return u"out of band"_s;
    case Drift::FindingClass::RemovedFromGit:
        return u"removed from Git"_s;
    case Drift::FindingClass::Extra:
        return u"extra"_s;
    case Drift::FindingClass::Unattributed:
        return u"unattributed"_s;
    case Drift::FindingClass::Tolerated:
        return u"tolerated"_s;
    case Drift::FindingClass::Version:
        return u"version"_s;
    case Drift::FindingClass::Expected:
        return u"expected"_s;
    case Drift::FindingClass::Unexplained:
        return u"unexplained"_s;
    }
    return u"unknown"_s;
}

QJsonObject toJson(const Drift::Finding &finding)
{
    QJsonObject object{{u"object"_s, displayText(finding.object.text())},
                       {u"path"_s, displayText(finding.path)},
                       {u"class"_s, classWord(finding.kind)},
                       {u"drift"_s, Drift::isDrift(finding.kind)},
                       {u"desired"_s, displayText(finding.desired)},
                       {u"live"_s, displayText(finding.live)},
                       {u"masked"_s, finding.isMasked},
                       {u"manager"_s, displayText(finding.manager)},
                       {u"note"_s, finding.note},
                       {u"file"_s, displayText(finding.where.file)},
                       {u"line"_s, finding.where.line}};
    if (finding.since.isValid())
        object.insert(u"since"_s, finding.since.toString(Qt::ISODate));
    return object;
}

/// What the two values of a finding are of.
struct Sides
{
    QString desired, live;
};

void printFinding(const Drift::Finding &finding, const Sides &sides, Output &out)
{
    const QString path = finding.path.isEmpty() ? Text::tr("the object") : displayText(finding.path);
    out.printPieces({{u"  "_s + classWord(finding.kind).leftJustified(17) + u' ', Tint::Bad}, {path}});
    const qsizetype width = qMax(sides.desired.size(), sides.live.size()) + 2;
    const auto printSide = [&](const QString &side, const QByteArray &value) {
        out.print(u"      "_s + QString(side + u':').leftJustified(width) +
                  (value.isEmpty() ? Text::tr("(nothing)") : displayText(value)));
    };
    if (!finding.path.isEmpty()) {
        printSide(sides.desired, finding.desired);
        printSide(sides.live, finding.live);
    }
    if (!finding.manager.isEmpty()) {
        const QString when =
            finding.since.isValid() ? u", "_s + finding.since.toString(Qt::ISODate) : QString();
        out.print(Text::tr("      by:   %1").arg(displayText(finding.manager) + when));
    }
    if (!finding.note.isEmpty())
        out.print(u"      "_s + finding.note);
}

/// Versions and what is meant to differ between environments: counted, not listed.
void printLeftOut(const Drift::Report &report, Output &out)
{
    const int versions = report.count(Drift::FindingClass::Version);
    const int expected = report.count(Drift::FindingClass::Expected);
    if (versions + expected > 0)
        out.print(
            Text::tr("Not listed: versions that differ: %1, other differences that are expected: %2; --json "
                     "has them")
                .arg(QString::number(versions), QString::number(expected)));
}

} // namespace

QJsonObject driftJson(const Drift::Report &report)
{
    QJsonArray objects, findings, problems, notCompared;
    for (const Drift::ObjectReport &object : report.objects) {
        objects += QJsonObject{{u"object"_s, displayText(object.object.text())},
                               {u"verdict"_s, verdictWord(object.verdict)},
                               {u"reason"_s, object.reason}};
    }
    for (const Drift::Finding &finding : report.findings)
        findings += toJson(finding);
    for (const Drift::Problem &problem : report.problems)
        problems += problem.text();
    for (const QByteArray &path : report.notCompared)
        notCompared += displayText(path);
    QJsonObject result{{u"environment"_s, report.environment},
                       {u"against"_s, report.against},
                       {u"verdict"_s, verdictWord(report.verdict)},
                       {u"commit"_s, QString::fromLatin1(report.revision)},
                       {u"unmanaged"_s, report.unmanaged},
                       {u"objects"_s, objects},
                       {u"findings"_s, findings},
                       {u"problems"_s, problems},
                       {u"notCompared"_s, notCompared}};
    if (report.liveTime.isValid())
        result.insert(u"recorded"_s, report.liveTime.toString(Qt::ISODate));
    return result;
}

void printDrift(const Drift::Report &report, bool isBetween, Output &out)
{
    const Sides sides =
        isBetween ? Sides{report.environment, report.against} : Sides{Text::tr("Git"), Text::tr("live")};
    const int drifts = static_cast<int>(std::ranges::count_if(
        report.findings, [](const Drift::Finding &finding) { return Drift::isDrift(finding.kind); }));
    out.printPieces(
        {{Text::tr("%1 against %2").arg(report.environment, report.against) + u": "_s},
         {verdictWord(report.verdict), report.verdict == Drift::Verdict::InSync ? Tint::Good : Tint::Bad}});
    out.print(Text::tr("%1 objects compared, %2 drifts")
                  .arg(QString::number(report.objects.size()), QString::number(drifts)));
    printLeftOut(report, out);
    Drift::ResourceKey last;
    for (const Drift::Finding &finding : report.findings) {
        if (!Drift::isDrift(finding.kind))
            continue;
        if (finding.object != last)
            out.print(displayText(finding.object.text()));
        last = finding.object;
        printFinding(finding, sides, out);
    }
    for (const Drift::ObjectReport &object : report.objects) {
        if (object.verdict == Drift::Verdict::Unknown)
            out.print(Text::tr("%1: unknown. %2").arg(displayText(object.object.text()), object.reason));
    }
}

} // namespace Cli
