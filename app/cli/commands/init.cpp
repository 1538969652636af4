// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "git/newrepository.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

class InitCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"init"_s,
                .summary = Text::tr("Make an empty repository"),
                .positional = u"[FOLDER]"_s,
                .positionalMaximum = 1,
                .options = {{u"branch"_s, u"NAME"_s,
                             Text::tr("the first branch; without it init.defaultBranch names it")}},
                .details =
                    Text::tr("FOLDER is made when it is not there, and files in it stay; without it the "
                             "current folder is taken. One that is a repository already is left alone."),
                .examples = {u"ai-cli init src/project"_s, u"ai-cli init --branch trunk --json"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString folder =
            QDir::cleanPath(QDir::current().absoluteFilePath(arguments.positional.value(0, u"."_s)));
        const QString branch = arguments.has(u"branch"_s) ? arguments.value(u"branch"_s)
                                                          : QString::fromUtf8(Git::readFirstBranch());
        if (branch.isEmpty())
            return out.failUsage(Text::tr("--branch takes a name"));
        const auto made = Git::makeRepository(
            services.processes, {.folder = QFile::encodeName(folder), .branch = branch.toUtf8()}, {});
        if (!made)
            return out.fail(made.error());
        if (out.isJson())
            out.printJson({{u"repository"_s, folder}, {u"branch"_s, branch}});
        else
            //: %1: a path; %2: name of a branch
            out.print(Text::tr("Made a repository in %1, on %2").arg(folder, branch));
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeInitCommand()
{
    return std::make_unique<InitCommand>();
}

} // namespace Cli
