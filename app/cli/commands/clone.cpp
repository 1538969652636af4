// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/transferreport.h"

#include "app/cli/interrupt.h"
#include "app/cli/jsonbytes.h"
#include "app/cli/offline.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "git/linked/submoduleupdate.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/remote/clone.h"
#include "git/remote/remotes.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

/// Git would take the path of a local repository from the folder it runs in, which is not ours.
QByteArray addressOf(const QString &word)
{
    const QByteArray address = word.toUtf8();
    const auto parsed = Git::parseRemoteUrl(address);
    const bool isPath = parsed && parsed->scheme == Git::RemoteScheme::File && parsed->path == address;
    return isPath ? QDir::current().absoluteFilePath(word).toUtf8() : address;
}

class CloneCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"clone"_s,
                .summary = Text::tr("Clone a repository"),
                .positional = u"ADDRESS [FOLDER]"_s,
                .positionalMaximum = 2,
                .options = {{u"branch"_s, u"NAME"_s, Text::tr("check this branch out")},
                            {u"depth"_s, u"COUNT"_s, Text::tr("only the newest commits")},
                            {u"filter"_s, u"SPEC"_s,
                             Text::tr("blob:none: contents of files only when Git needs them")},
                            {u"recurse-submodules"_s, {}, Text::tr("submodules too, and those in them")}},
                .details = Text::tr(
                    "FOLDER is made, or is empty; without it the address names it. What fails "
                    "or is interrupted leaves nothing; a submodule that cannot be had is said, and the "
                    "clone stays.\nNobody is asked for passwords: "
                    "credential helpers and the SSH agent answer. Progress goes to standard "
                    "error, with --json as one object a line."),
                .examples = {u"ai-cli clone https://example.org/team/project.git"_s,
                             u"ai-cli clone git@example.org:team/project.git src/project --depth 1"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        if (arguments.positional.isEmpty())
            return out.failUsage(Text::tr("clone takes an address"));
        bool isNumber = true;
        const int depth = arguments.has(u"depth"_s) ? arguments.value(u"depth"_s).toInt(&isNumber) : 0;
        if (!isNumber || (arguments.has(u"depth"_s) && depth < 1))
            return out.failUsage(Text::tr("--depth takes a number of commits from 1 on"));
        if (arguments.has(u"filter"_s) && arguments.value(u"filter"_s) != "blob:none"_L1)
            return out.failUsage(Text::tr("--filter takes blob:none"));
        const QByteArray address = addressOf(arguments.positional.first());
        const QString name = arguments.positional.value(1, QString::fromUtf8(Git::cloneNameOf(address)));
        if (const auto checked = Git::parseNewRemoteUrl(address); !checked)
            return out.fail(checked.error());
        if (const auto checked = checkReach(arguments.has(u"offline"_s), address); !checked)
            return out.fail(checked.error());
        if (name.isEmpty())
            return out.failUsage(Text::tr("The address does not name a folder: say which one"));
        const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(name));
        return clone({.url = address,
                      .folder = QFile::encodeName(folder),
                      .branch = arguments.value(u"branch"_s).toUtf8(),
                      .depth = depth,
                      .isBlobless = arguments.has(u"filter"_s),
                      .access = {}},
                     folder, arguments.has(u"recurse-submodules"_s), services, out);
    }

private:
    static int clone(const Git::CloneRequest &request, const QString &folder, bool isRecursive,
                     const Services &services, Output &out)
    {
        const Interrupt interrupt;
        ProgressNotes notes(out);
        const auto cloned = Git::clone(services.processes, request, notes.receiver(), interrupt.token());
        if (!cloned)
            return out.fail(cloned.error());
        auto info = Git::openRepository(folder);
        if (!info)
            return out.fail(info.error());
        const auto refs = Git::readRefs(info->location, {});
        if (!refs)
            return out.fail(refs.error());
        const Git::Head &head = refs->head;
        QJsonObject object{{u"cloned"_s, folder},
                           {u"address"_s, Git::displayUrl(request.url)},
                           {u"branch"_s, displayText(head.branch)},
                           {u"head"_s, head.target.isNull() ? QJsonValue() : QJsonValue(head.target.text())}};
        if (!out.isJson())
            //: %1: a path
            out.print(Text::tr("Cloned into %1").arg(folder));
        if (isRecursive) {
            info->location.trust = Git::Trust::Trusted; // as far as to clone goes: nothing of it is run
            const auto modules = Git::updateSubmodules(services.processes, info->location,
                                                       {.initialises = true, .isRecursive = true},
                                                       notes.receiver(), interrupt.token());
            if (!modules)
                return out.fail(withClone(modules.error(), folder));
            QJsonArray paths;
            for (const QByteArray &path : *modules) {
                QJsonObject module;
                insertBytes(module, u"path"_s, path);
                paths += module;
            }
            object.insert(u"submodules"_s, paths);
        }
        if (out.isJson())
            out.printJson(object);
        return ExitDone;
    }

    static Error withClone(Error error, const QString &folder)
    {
        //: %1: a path, %2: a sentence
        error.message =
            Text::tr("The clone is in %1, but not all of its submodules: %2").arg(folder, error.message);
        error.hint = Text::tr("“ai-cli submodule update --init --recursive” goes on");
        return error;
    }
};

} // namespace

std::unique_ptr<Command> makeCloneCommand()
{
    return std::make_unique<CloneCommand>();
}

} // namespace Cli
