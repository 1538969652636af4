// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <optional>

/// Which environments a repository describes and what runs in each.
namespace Environments {

/// What tells the versions of an environment.
enum class MemberKind : quint8 {
    Kustomize,
    HelmValues, ///< values files of a chart
    HelmChart,  ///< a chart of its own per environment
    Terraform,
    Tfvars,
    Flux,
    Manifests, ///< Kubernetes objects as they are
    EnvFile,
    Raw, ///< another file that holds versions
};

struct Environment
{
    QByteArray name;      ///< unique, as the repository spells it: production, prod-eu
    int rank = 0;         ///< order of promotion: 0 on a developer's machine … 70 production
    QByteArray variant;   ///< what follows the word: eu of prod-eu
    bool isPlaced = true; ///< false: found beside known ones, its rank is not known and it stands last
    bool operator==(const Environment &) const = default;
};

/// One folder or file that belongs to one environment and can be read on its own.
struct Member
{
    int environment = 0; ///< index in the catalogue
    MemberKind kind = MemberKind::Raw;
    QByteArray path; ///< a folder or a file
    bool isFolder = true;
    QByteArray unit;  ///< what it deploys, by its place; empty: each artifact is a unit of its own
    QByteArray slot;  ///< the place with {env} for the environment: tells units of the same name apart
    QByteArray base;  ///< for values files: the file whose values it inherits; empty: none
    QByteArray chart; ///< for values files: the Chart.yaml beside them; empty: none
    bool isUnreadable = false; ///< something it is made of could not be read: what it lacks is unknown
    bool operator==(const Member &) const = default;
};

enum class VersionKind : quint8 {
    Tag,
    Digest,
    Chart,
    Ref,         ///< a tag or commit of a Git repository
    Range,       ///< what runs is decided elsewhere: >=1.0.0
    Floating,    ///< latest, a branch, or nothing said: what runs can change without a commit
    Variable,    ///< ${TAG}: filled in elsewhere
    Unversioned, ///< a module of this repository
};

struct VersionValue
{
    QByteArray artifact; ///< short name of the image, chart or module
    QByteArray source;   ///< the image's full name, chart repository or module address; may be empty
    QByteArray version;  ///< as written: 1.4.2, sha256:…, >=1.0.0; empty when Unversioned or left out
    QByteArray tag;      ///< the tag beside a digest
    VersionKind kind = VersionKind::Tag;
    QByteArray path;                ///< the file that says so
    int line = 0;                   ///< 1-based
    qsizetype start = -1, end = -1; ///< byte range of the scalar in the file; -1: nothing one could replace
    bool isInherited = false;       ///< said by a base that other environments share
    bool operator==(const VersionValue &) const = default;
};

/// How a cell stands to the same unit in the environment before.
enum class Standing : quint8 {
    Unknown, ///< not comparable, or the history is not read yet
    First,   ///< there is no environment before that has the unit
    Same,
    Behind,
    Ahead,     ///< the later environment runs what the earlier one does not have yet
    Different, ///< neither version ran in the other environment
};

/// When a version came and who brought it.
struct Arrival
{
    Git::ObjectId commit; ///< of the first-parent line, so that it is when the change took effect
    Git::Moment time;     ///< of the committer
    Git::Person by;
    QString subject;
    bool operator==(const Arrival &) const = default;
};

struct Cell
{
    int unit = 0, environment = 0; ///< indexes in the catalogue
    QList<VersionValue> versions;  ///< by artifact; never empty
    Standing standing = Standing::Unknown;
    int previous = -1;            ///< index of the environment it is compared with; -1: none
    std::optional<int> behind;    ///< versions the environment before had since; nothing: not known
    std::optional<Arrival> since; ///< of the newest change; nothing: history not read yet or cut off
    bool operator==(const Cell &) const = default;
};

struct Unit
{
    QByteArray name; ///< unique
    MemberKind kind = MemberKind::Raw;
    QByteArray ownName;       ///< before units of the same name in different places were told apart
    QList<QByteArray> places; ///< the slots of its members
    bool operator==(const Unit &) const = default;
};

/// Something that could not be read; everything else still works.
struct Problem
{
    QByteArray path;
    int line = 0; ///< 0: the whole file
    QString sentence;
    bool operator==(const Problem &) const = default;
};

/// One artifact of a unit that changed its version in one environment.
struct ChangeEvent
{
    QByteArray environment, unit, artifact;
    QByteArray from, to; ///< empty: it was not there, or is gone
    Arrival arrival;
    bool operator==(const ChangeEvent &) const = default;
};

struct Catalogue
{
    Git::ObjectId commit;
    QList<Environment> environments; ///< by rank, then name
    QList<Unit> units;               ///< by name
    QList<Cell> cells;               ///< by unit, then environment; only where a unit is in an environment
    QList<Member> members;
    QList<Problem> problems;
    QList<ChangeEvent> events; ///< newest first; empty until the history is read
    bool hasHistory = false;

    const Cell *cell(int unit, int environment) const; ///< nullptr: not there, or not known. O(cells)
    /// True where there is no cell because what would say so cannot be read. O(cells + members).
    bool isUnknown(int unit, int environment) const;
    bool operator==(const Catalogue &) const = default;
};

} // namespace Environments
