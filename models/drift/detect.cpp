// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"

namespace Drift {

namespace {

Result<Rendered> renderSide(const Source &source, const Side &side, const CancelToken &cancel)
{
    Result<Rendered> rendered = render({.where = source.where,
                                        .commit = source.commit,
                                        .members = side.members,
                                        .runner = source.runner,
                                        .kustomize = source.kustomize},
                                       cancel);
    if (rendered)
        rendered->nameSpace = side.nameSpace;
    return rendered;
}

QList<QByteArray> notComparedOf(const Side &side)
{
    QList<QByteArray> paths;
    for (const Environments::Member &member : side.members) {
        if (!describesObjects(member))
            paths += member.path;
    }
    return paths;
}

} // namespace

Result<Report> detectAgainstSnapshot(const Source &source, const Side &environment,
                                     const QString &snapshotFile, const QList<IgnoreRule> &ignoreRules,
                                     const CancelToken &cancel)
{
    const Result<Snapshot> live = readSnapshot(snapshotFile, cancel);
    if (!live)
        return std::unexpected(live.error());
    const Result<Rendered> desired = renderSide(source, environment, cancel);
    if (!desired)
        return std::unexpected(desired.error());
    Result<Report> report = judge(*desired, *live, {.ignoreRules = ignoreRules}, cancel);
    if (report) {
        report->environment = environment.name;
        report->against = snapshotFile;
        report->notCompared = notComparedOf(environment);
    }
    return report;
}

Result<Report> detectBetween(const Source &source, const Side &first, const Side &second,
                             const QList<IgnoreRule> &ignoreRules, const CancelToken &cancel)
{
    const Result<Rendered> one = renderSide(source, first, cancel);
    if (!one)
        return std::unexpected(one.error());
    const Result<Rendered> other = renderSide(source, second, cancel);
    if (!other)
        return std::unexpected(other.error());
    Result<Report> report = compareEnvironments(*one, first.name, *other, second.name, ignoreRules, cancel);
    if (report)
        report->notCompared = notComparedOf(first) + notComparedOf(second);
    return report;
}

} // namespace Drift
