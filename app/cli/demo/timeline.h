// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/demo/fastimport.h"

#include <array>

namespace Cli {

/// One change of one file: before becomes after; an empty before makes the file anew.
struct Edit
{
    QByteArray path, before, after;
};

/// The first day: files by folder.
struct Opening
{
    QByteArray prefix;
    ImportAuthor author;
    QByteArray message;
};

/// A version on its way through the environments.
struct Release
{
    QByteArray application, from, to;
    std::array<int, 3> days = {-1, -1, -1}; ///< since the first day, per environment; -1: did not happen
    int minute = 0;

    QList<Edit> edits(const QByteArray &environment) const;
    ImportAuthor author(int environment) const;
    QByteArray message(const QByteArray &environment) const;
};

/// A single commit on main.
struct Remark
{
    int day = 0;
    ImportAuthor author;
    QByteArray message;
    QList<Edit> edits;
    QByteArray tag = {};
    bool isPushed = false; ///< origin/main stands here unless a later one does
};

/// A branch of its own.
struct Topic
{
    struct Step
    {
        QByteArray message;
        QList<Edit> edits;
    };
    QByteArray branch;
    ImportAuthor author;
    int day = 0;       ///< of the first step; one step a day
    int mergeDay = -1; ///< -1: still open
    QList<Step> steps;
};

ImportAuthor maintainer();
QList<Opening> openings();
QList<Release> releases();
QList<Remark> remarks();
QList<Topic> topics();
QList<Edit> stagedEdits();
QList<Edit> unstagedEdits();

} // namespace Cli
