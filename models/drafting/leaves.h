// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/records.h"
#include "yaml/value.h"

/// Differences of YAML as places and values.
namespace Drafting {

/// One place that differs. A step of the path into a list stands in brackets: containers, [web], image.
struct Leaf
{
    QList<QByteArray> path;
    RecordOp op = RecordOp::Change;
    Yaml::Value before, after;
};

/// One object of a file that came, went or changed.
struct ObjectChange
{
    RecordOp op = RecordOp::Change;
    QByteArray kind, group, name, nameSpace; ///< empty for a file that is no Kubernetes object
    Yaml::Value before, after;               ///< whole; null where only lines are known
    QList<Leaf> leaves;                      ///< of a changed object
};

struct YamlChange
{
    bool isReadable = false; ///< both sides are YAML
    QList<ObjectChange> objects;
};

/// Matches the documents of both sides by group, kind, namespace and name and compares them.
YamlChange compareYaml(const QByteArray &before, const QByteArray &after);

/// The same from changed lines and what context they have, for templates and bare diffs.
QList<Leaf> leavesFromLines(const Diff::FileDiff &file);

/// What the differences of one object mean.
QList<Record> interpretObject(const ObjectChange &object, const PathFacts &facts, const QByteArray &path);

} // namespace Drafting
