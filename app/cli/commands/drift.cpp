// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/driftreport.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "drift/detect.h"
#include "drift/recorded.h"
#include "environments/catalogue.h"
#include "git/refs.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

Result<Drift::Side> sideNamed(const Environments::Catalogue &catalogue, const QString &name)
{
    if (auto side = Drift::sideOf(catalogue, name.toUtf8()))
        return *side;
    QStringList names;
    for (const Environments::Environment &environment : catalogue.environments)
        names += displayText(environment.name);
    return fail(ErrorKind::NotFound, Text::tr("There is no environment “%1”").arg(name), {},
                names.isEmpty() ? Text::tr("This repository describes no environments")
                                : Text::tr("There are: %1").arg(names.join(u", "_s)));
}

class DetectDriftCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"detect-drift"_s,
                .summary =
                    Text::tr("Compare an environment in Git with a recorded snapshot or another environment"),
                .options = {{u"environment"_s, u"NAME"_s, Text::tr("The environment")},
                            {u"snapshot"_s, u"FILE"_s, Text::tr("What kubectl get -o yaml printed there")},
                            {u"against"_s, u"NAME"_s, Text::tr("The other environment")}},
                .examples = {u"ai-cli detect-drift --environment production --snapshot production.yaml"_s,
                             u"ai-cli detect-drift --environment production --against staging"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (!arguments.has(u"environment"_s))
            return out.failUsage(Text::tr("Name the environment with --environment"));
        if (arguments.has(u"snapshot"_s) && arguments.has(u"against"_s))
            return out.failUsage(Text::tr("--snapshot and --against exclude each other"));
        if (arguments.has(u"against"_s) && arguments.value(u"against"_s) == arguments.value(u"environment"_s))
            return out.failUsage(
                Text::tr("Comparing %1 with itself says nothing").arg(arguments.value(u"environment"_s)));
        const auto report = detect(arguments, services);
        if (!report)
            return out.fail(report.error());
        if (report->verdict != Drift::Verdict::Unknown) {
            for (const Drift::Problem &problem : report->problems)
                out.note(problem.text());
        }
        for (const QByteArray &path : report->notCompared)
            out.note(Text::tr("%1 is not part of this comparison: it describes no Kubernetes objects")
                         .arg(displayText(path)));
        if (out.isJson())
            out.printJson(driftJson(*report));
        else
            printDrift(*report, arguments.has(u"against"_s), out);
        if (report->verdict == Drift::Verdict::InSync)
            return ExitDone;
        if (report->verdict == Drift::Verdict::Drifted)
            return ExitFindings;
        return out.fail({ErrorKind::NotFound,
                         Text::tr("Whether %1 has drifted is not known").arg(report->environment),
                         reasonsOf(*report), Text::tr("With --trust kustomize may render it")});
    }

private:
    // Standard output stays empty then, so that the reasons have to be told here.
    static QString reasonsOf(const Drift::Report &report)
    {
        QStringList reasons;
        for (const Drift::ObjectReport &object : report.objects) {
            if (object.verdict == Drift::Verdict::Unknown)
                reasons += u"%1: %2"_s.arg(displayText(object.object.text()), object.reason);
        }
        for (const Drift::Problem &problem : report.problems)
            reasons += problem.text();
        return reasons.join(u'\n');
    }

    static Result<Drift::Report> detect(const Arguments &arguments, const Services &services)
    {
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return std::unexpected(info.error());
        const auto head = resolveHead(info->location);
        if (!head)
            return std::unexpected(head.error());
        const auto catalogue = Environments::readCatalogue(info->location, *head, {});
        if (!catalogue)
            return std::unexpected(catalogue.error());
        const auto side = sideNamed(*catalogue, arguments.value(u"environment"_s));
        if (!side)
            return std::unexpected(side.error());
        const bool isTrusted = info->location.trust == Git::Trust::Trusted;
        const Drift::Source source{.where = info->location,
                                   .commit = *head,
                                   .runner = isTrusted ? &services.processes : nullptr,
                                   .kustomize = isTrusted ? findProgram(u"kustomize"_s) : QString()};
        if (arguments.has(u"against"_s)) {
            const auto other = sideNamed(*catalogue, arguments.value(u"against"_s));
            if (!other)
                return std::unexpected(other.error());
            return Drift::detectBetween(source, *side, *other, {}, {});
        }
        const auto snapshot = snapshotFor(arguments, info->location);
        if (!snapshot)
            return std::unexpected(snapshot.error());
        return Drift::detectAgainstSnapshot(source, *side, *snapshot, {}, {});
    }

    // Without --snapshot: the one that is recorded in the repository.
    static Result<QString> snapshotFor(const Arguments &arguments, const Git::RepoLocation &where)
    {
        if (arguments.has(u"snapshot"_s))
            return QFileInfo(arguments.value(u"snapshot"_s)).absoluteFilePath();
        auto recorded = Drift::recordedSnapshot(where, arguments.value(u"environment"_s).toUtf8());
        if (recorded || recorded.error().kind != ErrorKind::NotFound)
            return recorded;
        return fail(ErrorKind::NotFound, Text::tr("There is no snapshot to compare with"), {},
                    Text::tr("Give one with --snapshot, or compare with another environment by --against"));
    }
};

} // namespace

std::unique_ptr<Command> makeDetectDriftCommand()
{
    return std::make_unique<DetectDriftCommand>();
}

} // namespace Cli
