// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/demo/scenario.h"
#include "app/cli/text.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// git for a repository that this command has just made itself; the user's own configuration must not change
/// what it contains.
class SampleGit
{
public:
    SampleGit(const ProcessRunner &processes, QString folder)
        : m_processes(processes)
        , m_folder(std::move(folder))
        , m_program(findProgram(u"git"_s))
    {}

    bool isInstalled() const { return !m_program.isEmpty(); }

    Result<void> run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcessEnvironment environment = scrubbedEnvironment();
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        environment.insert(u"GIT_DEFAULT_HASH"_s, u"sha1"_s); // later versions of git have other defaults
        environment.insert(u"GIT_DEFAULT_REF_FORMAT"_s, u"files"_s);
        const auto result = m_processes.run({.program = m_program,
                                             .arguments = QStringList{u"-C"_s, m_folder} + arguments,
                                             .workingDirectory = m_folder,
                                             .input = input,
                                             .environment = environment},
                                            {});
        if (!result)
            return std::unexpected(result.error());
        if (result->exitCode != 0)
            return fail(ErrorKind::External, Text::tr("git could not make the sample repository"),
                        QString::fromUtf8(result->errors));
        return {};
    }

private:
    const ProcessRunner &m_processes;
    QString m_folder;
    QString m_program;
};

Result<void> writeFiles(const QString &folder, const QMap<QByteArray, QByteArray> &files)
{
    for (const auto &[path, content] : files.asKeyValueRange()) {
        const QString name = folder + u'/' + QString::fromUtf8(path);
        QFile file(name);
        if (!QDir().mkpath(QFileInfo(name).path()) || !file.open(QIODevice::WriteOnly) ||
            file.write(content) < 0)
            return fail(ErrorKind::External, Text::tr("%1 could not be written").arg(name),
                        file.errorString());
    }
    return {};
}

Result<void> makeSample(const SampleGit &git, const QString &folder)
{
    const Scenario scenario = makeScenario();
    return git.run({u"init"_s, u"--quiet"_s, u"--initial-branch=main"_s, u"--template="_s})
        .and_then([&] { return git.run({u"fast-import"_s, u"--quiet"_s}, scenario.importStream); })
        .and_then([&] { return git.run({u"config"_s, u"user.name"_s, u"Sample User"_s}); })
        .and_then([&] { return git.run({u"config"_s, u"user.email"_s, u"sample@example.com"_s}); })
        .and_then([&] {
            return git.run(
                {u"config"_s, u"remote.origin.url"_s, u"https://git.example.com/acme/platform.git"_s});
        })
        .and_then([&] {
            return git.run({u"config"_s, u"remote.origin.fetch"_s, u"+refs/heads/*:refs/remotes/origin/*"_s});
        })
        .and_then([&] { return git.run({u"config"_s, u"branch.main.remote"_s, u"origin"_s}); })
        .and_then([&] { return git.run({u"config"_s, u"branch.main.merge"_s, u"refs/heads/main"_s}); })
        .and_then([&] { return git.run({u"reset"_s, u"--quiet"_s, u"--hard"_s}); })
        .and_then([&] { return writeFiles(folder, scenario.staged); })
        .and_then([&] { return git.run({u"add"_s, u"--all"_s}); })
        .and_then([&] { return writeFiles(folder, scenario.unstaged); });
}

class DemoCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"demo"_s,
                .summary = Text::tr(
                    "Make a sample repository to try things on; always the same one; DIR is new or empty"),
                .positional = u"DIR"_s,
                .positionalMaximum = 1,
                .examples = {u"ai-cli demo sample && plumbline sample"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.positional.isEmpty())
            return out.failUsage(Text::tr("Name the folder to make"));
        const QDir folder(arguments.positional.first());
        if (folder.exists() &&
            !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            return out.fail({ErrorKind::Conflict,
                             Text::tr("%1 is not empty").arg(folder.path()),
                             {},
                             Text::tr("Name a new or an empty folder")});
        if (const auto made = make(folder, services); !made)
            return out.fail(made.error());
        out.note(Text::tr("A sample repository is in %1").arg(folder.absolutePath()));
        return ExitDone;
    }

private:
    static Result<void> make(const QDir &folder, const Services &services)
    {
        const QString path = folder.absolutePath();
        const SampleGit git(services.processes, path);
        if (!git.isInstalled())
            return fail(ErrorKind::NotFound, Text::tr("git is not installed"), {},
                        Text::tr("Install the package git"));
        const bool isNew = !folder.exists();
        if (!QDir().mkpath(path))
            return fail(ErrorKind::Denied, Text::tr("%1 could not be made").arg(path));
        auto made = makeSample(git, path);
        if (!made && isNew)
            QDir(path).removeRecursively(); // half a sample would be in the way of the next attempt
        return made;
    }
};

} // namespace

std::unique_ptr<Command> makeDemoCommand()
{
    return std::make_unique<DemoCommand>();
}

} // namespace Cli
