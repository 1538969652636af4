// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/compare.h"
#include "drift/render.h"

namespace Drift {

/// One environment as the catalogue knows it.
struct Side
{
    QString name;
    QList<Environments::Member> members;
    QByteArray nameSpace; ///< where objects go that name none; empty: not known
};

/// The side of an environment in a catalogue; nothing when it has none of that name.
std::optional<Side> sideOf(const Environments::Catalogue &catalogue, QByteArrayView environment);

struct Source
{
    Git::RepoLocation where;
    Git::ObjectId commit;                  ///< null: the work tree
    const ProcessRunner *runner = nullptr; ///< null: starts nothing
    QString kustomize;                     ///< absolute path; empty: not there
};

/// Drift of one environment against a recorded snapshot. An unreadable snapshot is a NotFound error, never a
/// report; see readSnapshot(). The report's verdict is InSync only when every object was compared and equal.
/// Any thread but the GUI's.
Result<Report> detectAgainstSnapshot(const Source &source, const Side &environment,
                                     const QString &snapshotFile, const QList<IgnoreRule> &ignoreRules,
                                     const CancelToken &cancel);

/// Differences between two environments without a cluster: names, namespaces and environment words are set
/// equal, then every difference is a Version (a promotion moves it), Expected (replicas, resources, ignore
/// rules, values that differ by the environment's name only) or Unexplained; only the last is drift. The
/// first environment stands on the desired side.
Result<Report> detectBetween(const Source &source, const Side &first, const Side &second,
                             const QList<IgnoreRule> &ignoreRules, const CancelToken &cancel);

/// The comparison of detectBetween() over rendered sides. Pure.
Result<Report> compareEnvironments(const Rendered &first, const QString &firstName, const Rendered &second,
                                   const QString &secondName, const QList<IgnoreRule> &ignoreRules,
                                   const CancelToken &cancel);

} // namespace Drift
