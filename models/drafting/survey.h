// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/habits.h"
#include "drafting/records.h"

/// All changes of one draft, put together: what came, what went, and what changed in how many places.
namespace Drafting {

/// The same meaning in one or more files.
struct Story
{
    Record record; ///< the first of them
    PathClass fileClass = PathClass::Data;
    QString component;
    QStringList environments; ///< from development to production
    QList<QByteArray> files;
    QString promotedFrom; ///< the environment that had the value before
};

/// A folder's worth of files that came or went together.
struct Arrival
{
    enum class What : quint8 { Application, Chart, Module, Overlay };
    What what = What::Application;
    RecordOp op = RecordOp::Add;
    QString name;        ///< of the application
    QString environment; ///< of an overlay
    QStringList kinds;   ///< of the objects in it
    QList<QByteArray> files;
};

struct Survey
{
    QList<FileFacts> files; ///< by path
    QList<const FileFacts *>
        significant; ///< without lockfiles and generated files, unless there is nothing else
    QList<Arrival> arrivals;
    QList<Story> stories; ///< heaviest first
    Diff::LineCounts lines;
    QStringList environments; ///< of all significant files

    bool areAll(PathClass kind) const;
    bool areAll(Diff::FileStatus status) const;
    QString
    commonComponent() const; ///< the one that all significant files belong to; empty when several or none
};

/// How much a kind of change matters for the subject; more is heavier.
int weightOf(RecordKind kind, RecordOp op);

/// Every version that moved, those of lockfiles last.
QList<VersionChange> versionsOf(const Survey &survey);

Survey takeSurvey(const QList<Change> &changes, const DraftContext &context);

} // namespace Drafting
