// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "yaml/value.h"

#include <QByteArray>
#include <QDateTime>
#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QStringList>

/// What Git says should run against what does run, and one environment against another.
namespace Drift {

/// Names an object of a cluster; the API version does not count. nameSpace is empty for cluster-wide kinds
/// and where a manifest leaves it out.
struct ResourceKey
{
    QByteArray group, kind, nameSpace, name;
    bool operator==(const ResourceKey &) const = default;
    auto operator<=>(const ResourceKey &) const = default;
    QByteArray text() const; ///< Deployment/shop/web, for display and messages
};
size_t qHash(const ResourceKey &key, size_t seed = 0);

struct Place
{
    QByteArray file; ///< in the repository, or the snapshot's path
    int line = 0;    ///< 1-based; 0: unknown
    bool operator==(const Place &) const = default;
};

/// Something that could not be read or evaluated, so that what depends on it is not judged.
struct Problem
{
    Place where;
    QString message; ///< one sentence
    bool operator==(const Problem &) const = default;
    QString text() const; ///< file:line: message
};

/// One object, from Git or from a cluster.
struct Resource
{
    ResourceKey key;
    Yaml::Value value;
    Place where;
    QByteArray plainName;     ///< without what overlays put around it: prefix, suffix, hash; empty: the same
    bool isGenerated = false; ///< by a generator without its hash: the live name ends with one
    QString doubt;            ///< why its content is not known for sure; empty: it is
    QList<Place> places;      ///< of values that stand in other files: their line is -1 - index in here
    bool operator==(const Resource &) const = default;

    int addPlace(const Place &place); ///< the line for a value that stands there. O(places)
    Place placeAt(int line) const;    ///< where a value with this line stands
};
using DesiredObject = Resource;
using LiveObject = Resource;

enum class FindingClass : quint8 {
    Changed,        ///< another value
    Missing,        ///< in Git only: a field, a list item, or with an empty path the object
    OutOfBand,      ///< added by a person past Git
    RemovedFromGit, ///< once applied from Git, gone there, still live
    Extra,          ///< a live object that was deployed from here and is not in Git
    Unattributed,   ///< live only, nobody known to have set it: listed, not drift
    Tolerated,      ///< differs and may: an autoscaler or an ignore rule says so; not drift
    Version,        ///< between environments: an image or chart version, which a promotion moves; not drift
    Expected,       ///< between environments: meant to differ; not drift
    Unexplained,    ///< between environments: no rule explains it
};

enum class Severity : quint8 { Info, Notice, Warning, Serious };

constexpr bool isDrift(FindingClass kind)
{
    return kind != FindingClass::Unattributed && kind != FindingClass::Tolerated &&
           kind != FindingClass::Version && kind != FindingClass::Expected;
}

/// One difference. The texts are untrusted bytes; use displayText() to show them.
struct Finding
{
    ResourceKey object;
    QByteArray path; ///< spec.template.spec.containers[name=web].image; empty: the object itself
    FindingClass kind = FindingClass::Changed;
    Severity severity = Severity::Warning;
    QByteArray desired, live; ///< as YAML flow text, whole objects as block text; empty where there is none;
                              ///< masked when isMasked
    bool isMasked = false;    ///< equal values have equal masks, different ones masks of different lengths
    QByteArray manager;       ///< who set the live value, by metadata.managedFields; empty: unknown
    QDateTime since;          ///< when that manager last wrote; invalid: unknown
    QString note;             ///< one sentence more, may be empty
    Place where;              ///< of the desired value in Git, else of its object
    bool operator==(const Finding &) const = default;
};

enum class Verdict : quint8 { InSync, Drifted, Missing, Extra, Unknown };

struct ObjectReport
{
    ResourceKey object;
    Verdict verdict = Verdict::Unknown;
    Place where;       ///< in Git; of an extra object in the snapshot
    int findings = 0;  ///< of this object, that are drift
    int tolerated = 0; ///< differences by rule, autoscaler or controller
    QString reason;    ///< why Unknown
    bool operator==(const ObjectReport &) const = default;
};

/// How the desired objects came to be.
enum class Rendering : quint8 {
    None,
    Kustomize, ///< the kustomize program
    OwnReader, ///< Plumbline's reading of kustomization files; what it cannot evaluate is a problem
    PlainFiles,
};

struct Report
{
    QString environment;
    QString against; ///< the snapshot's path (in the repository from there), or the other environment
    Verdict verdict = Verdict::Unknown; ///< Drifted, else Unknown, else InSync; never Missing or Extra
    QList<ObjectReport> objects;        ///< by key
    QList<Finding> findings;            ///< by object, in path order
    QList<Problem> problems;
    int unmanaged = 0;             ///< live objects that nobody claims to have deployed from Git
    QList<QByteArray> notCompared; ///< members that describe no cluster objects: Terraform, env files
    QList<Rendering> renderings;   ///< of what was compared, without repetition
    QByteArray revision;           ///< commit that was read; empty: the files of the work tree
    QDateTime liveTime;            ///< when the live side was recorded; invalid between environments
    bool operator==(const Report &) const = default;

    int count(Verdict of) const;      ///< objects
    int count(FindingClass of) const; ///< findings
};

/// Tells which differences may be. Empty patterns match all; patterns are globs with * and ?.
struct IgnoreRule
{
    QByteArray group, kind, nameSpace, name;
    QByteArray path; ///< as Finding::path with [] for every item, or a JSON pointer; empty: managers decide
    QList<QByteArray> managers; ///< fields last set by one of them
    Place where;
    bool operator==(const IgnoreRule &) const = default;
};

} // namespace Drift
