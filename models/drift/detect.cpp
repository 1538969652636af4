// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"

#include "drift/recorded.h"

#include <QFile>

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

/// Names a snapshot that is kept in the repository as everything in it is named.
void nameInRepository(Report &report, const QString &file, const Git::RepoLocation &where)
{
    const QString top = QFile::decodeName(where.workTree) + u'/';
    if (where.isBare() || !file.startsWith(top))
        return;
    const QByteArray whole = file.toUtf8(), inside = file.sliced(top.size()).toUtf8();
    const auto rename = [&](Place &place) { place.file = place.file == whole ? inside : place.file; };
    for (ObjectReport &object : report.objects)
        rename(object.where);
    for (Finding &finding : report.findings)
        rename(finding.where);
    for (Problem &problem : report.problems)
        rename(problem.where);
    report.against = QString::fromUtf8(inside);
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
    const Result<Snapshot> live = readSnapshotFor(source.where, snapshotFile, cancel);
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
        nameInRepository(*report, snapshotFile, source.where);
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
