// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/commands/statuscontents.h"
#include "git/linked/types.h"
#include "git/refs.h"
#include "git/sequence/conflicts.h"
#include "git/sequence/operation.h"
#include "git/signingconfig.h"
#include "git/undo.h"
#include "git/work/conversion.h"
#include "git/work/executables.h"
#include "git/work/lockfile.h"

namespace Cli {

/// What both `ai-cli status` and the Changes page show of a repository.
struct StatusOverview
{
    Git::RepositoryInfo info;
    Git::Refs refs;
    Git::Status status;
    std::optional<Git::AheadBehind> distance;
    Git::OperationState operation;
    Git::Conflicts conflicts;
    QList<Git::HeldLock> locks;
};

/// What only the JSON says.
struct StatusDetails
{
    struct File
    {
        quint32 oldMode = 0, newMode = 0; ///< 0: not there
        QByteArray oldId, newId;          ///< in hex; empty: not known
        Git::Conversion conversion;
        std::optional<FileContents> contents; ///< only when asked for
    };
    QHash<QByteArray, File> staged, unstaged;     ///< by path
    QHash<QByteArray, Git::Submodule> submodules; ///< by path; only read when one is not as recorded
    QList<Git::Executable> executables;
    QList<Git::UndoRecord> undoRecords; ///< newest first
    Git::SigningConfig signing;
    qsizetype stashes = 0;
    bool hasDraft = false; ///< a message that was written and not committed, for what HEAD is on
    QStringList problems;  ///< what could not be read, one sentence each
};

enum class StatusDepth {
    Names,    ///< with libgit2, and the user's own state
    Contents, ///< and the differences, as the page shows them
};
StatusDetails readStatusDetails(const StatusOverview &overview, StatusDepth depth, const Services &services);

QString statusWord(Diff::FileStatus status);
QJsonObject statusJson(const StatusOverview &overview, const StatusDetails &details);

/// What each field of it says, for help.
QString statusJsonHelp();

} // namespace Cli
