// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/arrivals.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

using Place = std::pair<QString, QString>; // component, environment

struct Counted
{
    qsizetype added = 0, removed = 0, other = 0;
    QList<const FileFacts *> files;
};

bool isConfiguration(PathClass kind)
{
    return kind == PathClass::Terraform || kind == PathClass::HelmChart || kind == PathClass::HelmValues ||
           kind == PathClass::HelmTemplate || kind == PathClass::Kustomization || kind == PathClass::Data;
}

// What was there before, by component and by place.
struct Before
{
    bool isKnown = false;
    QMap<QString, qsizetype> components;
    QMap<Place, qsizetype> places;

    explicit Before(const QList<QByteArray> &paths)
        : isKnown(!paths.isEmpty())
    {
        for (const QByteArray &path : paths) {
            const PathFacts facts = classifyPath(path);
            if (!isConfiguration(facts.kind))
                continue;
            ++components[facts.component];
            ++places[{facts.component, facts.environment}];
        }
    }
};

RecordOp opOf(const Counted &counted)
{
    return counted.removed > 0 ? RecordOp::Remove : RecordOp::Add;
}

// All of one kind, and nothing of it stays or was there.
bool isWhole(const Counted &counted, qsizetype before, bool isKnown)
{
    if (counted.other > 0 || (counted.added > 0) == (counted.removed > 0))
        return false;
    if (!isKnown)
        return counted.files.size() > 1;
    return counted.added > 0 ? before == 0 : before == counted.removed;
}

Arrival arrivalOf(const Counted &counted, const Place &place, bool isOverlay)
{
    Arrival arrival{
        .op = opOf(counted), .name = place.first, .environment = isOverlay ? place.second : QString()};
    if (isOverlay)
        arrival.what = Arrival::What::Overlay;
    for (const FileFacts *file : counted.files) {
        arrival.files.append(file->name());
        if (!isOverlay && file->path.kind == PathClass::HelmChart)
            arrival.what = Arrival::What::Chart;
        if (!isOverlay && file->path.kind == PathClass::Terraform)
            arrival.what = Arrival::What::Module;
        for (const Record &record : file->records) {
            const bool isObject = record.kind == RecordKind::Resource && !record.resourceName.isEmpty();
            if (isObject && !arrival.kinds.contains(record.resourceKind))
                arrival.kinds.append(record.resourceKind);
        }
    }
    return arrival;
}

bool isOneEnvironment(const Counted &counted)
{
    const QString first = counted.files.first()->path.environment;
    return !first.isEmpty() && std::ranges::all_of(counted.files, [&](const FileFacts *file) {
        return file->path.environment == first;
    });
}

} // namespace

QList<Arrival> findArrivals(const QList<const FileFacts *> &files, const QList<QByteArray> &headPaths)
{
    QMap<QString, Counted> components;
    QMap<Place, Counted> places;
    bool hasMoves = false;
    for (const FileFacts *file : files) {
        const Diff::FileStatus status = file->change->file.status;
        hasMoves = hasMoves || status == Diff::FileStatus::Added || status == Diff::FileStatus::Deleted;
        if (!isConfiguration(file->path.kind))
            continue;
        for (Counted *counted :
             {&components[file->path.component], &places[{file->path.component, file->path.environment}]}) {
            counted->added += status == Diff::FileStatus::Added ? 1 : 0;
            counted->removed += status == Diff::FileStatus::Deleted ? 1 : 0;
            counted->other +=
                status != Diff::FileStatus::Added && status != Diff::FileStatus::Deleted ? 1 : 0;
            counted->files.append(file);
        }
    }
    QList<Arrival> arrivals;
    if (!hasMoves)
        return arrivals;
    const Before before(headPaths);
    QSet<QString> done;
    for (const auto &[name, counted] : components.asKeyValueRange()) {
        const bool maySeeOverlayOnly = !before.isKnown && isOneEnvironment(counted);
        if (name.isEmpty() || maySeeOverlayOnly ||
            !isWhole(counted, before.components.value(name), before.isKnown))
            continue;
        if (counted.files.size() == 1 && !counted.files.first()->records.isEmpty())
            continue; // a single object speaks for itself
        arrivals.append(arrivalOf(counted, {name, {}}, false));
        done.insert(name);
    }
    for (const auto &[place, counted] : places.asKeyValueRange()) {
        if (place.second.isEmpty() || done.contains(place.first) ||
            !isWhole(counted, before.places.value(place), before.isKnown))
            continue;
        const bool isSingleValue =
            counted.files.size() == 1 && counted.files.first()->path.kind == PathClass::Data;
        if (!isSingleValue)
            arrivals.append(arrivalOf(counted, place, true));
    }
    return arrivals;
}

} // namespace Drafting
