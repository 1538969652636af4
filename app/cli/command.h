// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "base/clock.h"
#include "base/process.h"
#include "git/types.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace Cli {

struct Option
{
    QString name;      ///< long name without dashes, or one letter
    QString valueName; ///< empty: a flag
    QString description;
    QString letter = {}; ///< a short name beside the long one
};

struct CommandSpec
{
    QString name;
    QString summary;
    QString positional = {}; ///< as help shows it, e.g. "[DIFF | -]"; empty: takes none
    int positionalMaximum = 0;
    QList<Option> options = {};
    QString details = {}; ///< further sentences of its help, below the options
    QStringList examples = {};
    QString dashHint = {}; ///< what may be meant by a word that starts with a dash and is no option
};

/// What a command line said, after parsing.
class Arguments
{
public:
    QHash<QString, QString> options; ///< by name; flags have an empty value
    QStringList positional;

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name); }
};

/// What every command may use.
struct Services
{
    const ProcessRunner &processes;
    const Clock &clock;
    QIODevice &input;      ///< standard input
    QString stateFolder;   ///< of the user, for the trust record
    QString cacheFolder;   ///< of the user
    bool mayColor = false; ///< results go to a terminal that wants colours
};

class Command
{
public:
    virtual ~Command() = default;
    virtual CommandSpec spec() const = 0;
    /// Returns the exit code. Prints results only when it ends with ExitDone or ExitFindings.
    virtual int run(const Arguments &arguments, const Services &services, Output &out) const = 0;
};

/// The repository that a command works on: --repo, else the environment of a hook (GIT_DIR, GIT_INDEX_FILE),
/// else the current folder. Its trust is what the user recorded, or Trusted with --trust.
/// NotFound: there is none, or it cannot be used (damaged, unknown format, of another user).
Result<Git::RepositoryInfo> openRepositoryFor(const Arguments &arguments, const Services &services);

/// The commit of HEAD. NotFound: there is none yet, or HEAD is damaged.
Result<Git::ObjectId> resolveHead(const Git::RepoLocation &where);

/// All commands, in the order of help.
std::vector<std::unique_ptr<Command>> makeCommands();

/// Runs one command line without the program's name; returns its exit code. Never throws, never exits.
int runCommandLine(const QStringList &words, const Services &services, QIODevice &results,
                   QIODevice &messages);

} // namespace Cli
