// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QStringList>

#include <optional>

namespace Drafting {

/// Which part of a version (semver.org) a release moves.
enum class Bump : quint8 { None, Patch, Minor, Major };

QString nameOf(Bump bump); ///< "none", "patch", "minor", "major"

struct BumpOptions
{
    bool isPreMajor = false;         ///< below 1.0.0: what breaks is minor
    bool countsSquashBodies = false; ///< also "* fix: …" lines of a body
};

struct ReleaseCommit
{
    Git::ObjectId id;
    QString message; ///< whole
};

struct CommitBump
{
    Git::ObjectId id;
    QString header;
    Bump bump = Bump::None;
    bool operator==(const CommitBump &) const = default;
};

struct ReleaseAnalysis
{
    Bump bump = Bump::None;
    QList<CommitBump> commits; ///< those that move something, in the order given
    QString releaseAs;         ///< of the newest Release-As footer; empty: none
};

/// What a message moves by the rules of semantic-release's commit analyzer: breaking is major, feat minor,
/// fix, perf and a revert by git patch. Breaking is a `!` before the colon of any type, or a line that begins
/// with the token "BREAKING CHANGE:" or "BREAKING-CHANGE:"; the words in a sentence or a list are not. Pure.
Bump bumpOf(const QString &message, const BumpOptions &options);

/// The same for all commits of a release, newest first. A commit that a later one reverts counts as little as
/// that one. Pure; O(length of the messages).
ReleaseAnalysis analyseRelease(const QList<ReleaseCommit> &commits, const BumpOptions &options);

/// major.minor.patch, without prerelease and build.
struct ReleaseVersion
{
    quint32 major = 0, minor = 0, patch = 0;
    auto operator<=>(const ReleaseVersion &) const = default;
    QString text() const;
    ReleaseVersion after(Bump bump) const;
};

/// The version of a tag's name behind the prefix; nothing: it has another form, or a prerelease.
std::optional<ReleaseVersion> versionOfTag(QStringView name, QStringView prefix);

/// What leads from one version to another; None: it is not later.
Bump bumpBetween(const ReleaseVersion &from, const ReleaseVersion &to);

} // namespace Drafting
