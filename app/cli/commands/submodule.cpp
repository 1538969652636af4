// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/commands/transferreport.h"

#include "app/cli/interrupt.h"
#include "app/cli/jsonbytes.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "git/linked/submodulechanges.h"
#include "git/linked/submodules.h"
#include "git/linked/submodulesync.h"
#include "git/remote/remoteurl.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString stateText(const Git::Submodule &module)
{
    if (!module.problem.isEmpty())
        return module.problem;
    if (module.isConflicted)
        return Text::tr("in conflict");
    if (!module.isInitialised && !module.isPopulated)
        return Text::tr("not initialised");
    if (!module.isPopulated)
        return Text::tr("not checked out");
    QStringList states;
    if (module.hasNewCommit)
        //: %1: an abbreviated commit id
        states += Text::tr("at %1").arg(module.checkedOut.isNull() ? Text::tr("no commit")
                                                                   : module.checkedOut.abbreviated());
    if (module.hasChanges)
        states += Text::tr("changed content");
    if (module.hasUntracked)
        states += Text::tr("untracked content");
    return states.join(u", "_s);
}

QJsonObject submoduleJson(const Git::Submodule &module)
{
    const auto id = [](const Git::ObjectId &commit) {
        return commit.isNull() ? QJsonValue() : QJsonValue(commit.text());
    };
    QJsonObject object{{u"url"_s, Git::displayUrl(module.url)},     {u"recorded"_s, id(module.recorded)},
                       {u"checkedOut"_s, id(module.checkedOut)},    {u"initialised"_s, module.isInitialised},
                       {u"populated"_s, module.isPopulated},        {u"conflicted"_s, module.isConflicted},
                       {u"newCommit"_s, module.hasNewCommit},       {u"changedContent"_s, module.hasChanges},
                       {u"untrackedContent"_s, module.hasUntracked}};
    insertBytes(object, u"path"_s, module.path);
    insertBytes(object, u"name"_s, module.name);
    if (!module.branch.isEmpty())
        insertBytes(object, u"branch"_s, module.branch);
    if (!module.problem.isEmpty())
        object.insert(u"problem"_s, module.problem);
    return object;
}

int listModules(const Git::RepoLocation &where, Output &out)
{
    const auto modules = Git::readSubmodules(where, Git::SubmoduleDepth::Contents, {});
    if (!modules)
        return out.fail(modules.error());
    QJsonArray all;
    for (const Git::Submodule &module : *modules) {
        all += submoduleJson(module);
        const QString state = stateText(module);
        if (!out.isJson())
            out.printPieces(
                {{displayPath(module.path), Tint::Name},
                 {u"  "_s + (module.recorded.isNull() ? QString() : module.recorded.abbreviated())},
                 {state.isEmpty() ? QString() : QString(u"  "_s + state),
                  module.problem.isEmpty() ? Tint::Notable : Tint::Bad}});
    }
    if (out.isJson())
        out.printJson({{u"submodules"_s, all}});
    else if (modules->isEmpty())
        out.note(Text::tr("This repository has no submodules"));
    return ExitDone;
}

QList<QByteArray> pathsOf(const Arguments &arguments)
{
    QList<QByteArray> paths;
    for (const QString &word : arguments.positional.sliced(1)) {
        QByteArray path = word.toUtf8();
        if (path.size() > 1 && path.endsWith('/'))
            path.chop(1);
        paths += path;
    }
    return paths;
}

int syncModules(const Git::Program &git, const QList<QByteArray> &paths, Output &out)
{
    const auto synced = Git::syncSubmodules(git, paths, {});
    if (!synced)
        return out.fail(synced.error());
    QJsonArray all;
    for (const Git::SyncedSubmodule &module : *synced) {
        QJsonObject object{{u"before"_s, Git::displayUrl(module.before)},
                           {u"url"_s, Git::displayUrl(module.now)}};
        insertBytes(object, u"path"_s, module.path);
        all += object;
        if (!out.isJson())
            //: %1: path of a submodule; %2: its address
            out.print(Text::tr("%1 is at %2 now").arg(displayPath(module.path), Git::displayUrl(module.now)));
    }
    if (out.isJson())
        out.printJson({{u"synced"_s, all}});
    else if (synced->isEmpty())
        out.note(Text::tr("Every initialised submodule has the address of .gitmodules"));
    return ExitDone;
}

int addModule(const Arguments &arguments, const Services &services, const Git::RepoLocation &where,
              Output &out)
{
    const Interrupt interrupt;
    ProgressNotes notes(out);
    const QByteArray url = arguments.positional[1].toUtf8();
    const auto added = Git::addSubmodule(services.processes, where,
                                         {.url = url,
                                          .path = arguments.positional.value(2).toUtf8(),
                                          .branch = arguments.value(u"branch"_s).toUtf8()},
                                         notes.receiver(), interrupt.token());
    if (!added)
        return out.fail(added.error());
    QJsonObject object{{u"url"_s, Git::displayUrl(url)}};
    insertBytes(object, u"added"_s, *added);
    if (out.isJson())
        out.printJson(object);
    else
        //: %1: path of a submodule
        out.print(Text::tr("Added %1 and staged it").arg(displayPath(*added)));
    return ExitDone;
}

int deinitModules(const Arguments &arguments, const Services &services, const Git::RepoLocation &where,
                  Output &out)
{
    const auto content =
        arguments.has(u"discard"_s) ? Git::SubmoduleContent::Recorded : Git::SubmoduleContent::Kept;
    QJsonArray all;
    for (const QByteArray &path : pathsOf(arguments)) {
        const auto done = Git::deinitSubmodule(services.processes, where, path, content, {});
        if (!done)
            return out.fail(done.error());
        QJsonObject object;
        insertBytes(object, u"path"_s, path);
        all += object;
        if (!out.isJson())
            //: %1: path of a submodule
            out.print(Text::tr("%1 is not checked out any more").arg(displayPath(path)));
    }
    if (out.isJson())
        out.printJson({{u"deinitialised"_s, all}});
    return ExitDone;
}

class SubmoduleCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"submodule"_s,
                .summary = Text::tr("List, add, update and deinitialise submodules"),
                .positional = u"list | add ADDRESS [PATH] | update [PATH]… | sync [PATH]… | deinit PATH…"_s,
                .positionalMaximum = 200,
                .options = {{u"init"_s, {}, Text::tr("update: also those that are not initialised")},
                            {u"recursive"_s, {}, Text::tr("update: and the submodules in them")},
                            {u"branch"_s, u"NAME"_s, Text::tr("add: check this branch out, and note it")},
                            {u"discard"_s,
                             {},
                             Text::tr("deinit: also with changes, which are recorded in the submodule")}},
                .details = Text::tr("update fetches what is missing and checks the recorded commits out. "
                                    "Without PATH it takes all.\nNobody is asked for passwords.\n"
                                    "add clones and stages; a folder of this machine only where "
                                    "protocol.file.allow says always.\n"
                                    "sync takes addresses that were changed in .gitmodules over.\n"
                                    "deinit empties the folder and forgets the address; the clone stays, and "
                                    "“update --init” brings all back but what was ignored."),
                .examples = {u"ai-cli submodule list --json"_s,
                             u"ai-cli submodule add ../library.git libs/library --trust"_s,
                             u"ai-cli submodule update --init --recursive --trust"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString what = arguments.positional.value(0);
        if (!QStringList{u"list"_s, u"add"_s, u"update"_s, u"sync"_s, u"deinit"_s}.contains(what))
            return out.failUsage(Text::tr("submodule takes list, add, update, sync or deinit"));
        if (const QString problem = usageProblem(arguments); !problem.isEmpty())
            return out.failUsage(problem);
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        if (what == "add"_L1)
            return addModule(arguments, services, info->location, out);
        if (what == "deinit"_L1)
            return deinitModules(arguments, services, info->location, out);
        if (what == "sync"_L1)
            return syncModules(Git::Program(services.processes, info->location), pathsOf(arguments), out);
        return what == "list"_L1 ? listModules(info->location, out)
                                 : update(arguments, services, info->location, out);
    }

private:
    static QString usageProblem(const Arguments &arguments)
    {
        const QString what = arguments.positional.first();
        const qsizetype count = arguments.positional.size() - 1;
        const QHash<QString, QString> optionOf{{u"init"_s, u"update"_s},
                                               {u"recursive"_s, u"update"_s},
                                               {u"branch"_s, u"add"_s},
                                               {u"discard"_s, u"deinit"_s}};
        for (const auto &[option, command] : optionOf.asKeyValueRange()) {
            if (arguments.has(option) && what != command)
                //: %1: an option without its dashes, %2 and %3: words as typed
                return Text::tr("--%1 goes with %2, not with %3").arg(option, command, what);
        }
        if (what == "list"_L1 && count > 0)
            return Text::tr("submodule list takes no path");
        if (what == "add"_L1 && (count < 1 || count > 2))
            return Text::tr("submodule add takes an address and at most a path");
        return what == "deinit"_L1 && count < 1 ? Text::tr("submodule deinit takes paths") : QString();
    }

    static int update(const Arguments &arguments, const Services &services, const Git::RepoLocation &where,
                      Output &out)
    {
        const Interrupt interrupt;
        ProgressNotes notes(out);
        const Git::SubmoduleUpdate wanted{.paths = pathsOf(arguments),
                                          .initialises = arguments.has(u"init"_s),
                                          .isRecursive = arguments.has(u"recursive"_s)};
        const auto updated =
            Git::updateSubmodules(services.processes, where, wanted, notes.receiver(), interrupt.token());
        if (!updated)
            return out.fail(updated.error());
        QJsonArray all;
        for (const QByteArray &path : *updated) {
            QJsonObject object;
            insertBytes(object, u"path"_s, path);
            all += object;
            if (!out.isJson())
                //: %1: path of a submodule
                out.print(Text::tr("%1 is at its recorded commit").arg(displayPath(path)));
        }
        if (out.isJson())
            out.printJson({{u"updated"_s, all}});
        else if (updated->isEmpty())
            out.note(Text::tr("There was no submodule to update"));
        return ExitDone;
    }
};

} // namespace

std::unique_ptr<Command> makeSubmoduleCommand()
{
    return std::make_unique<SubmoduleCommand>();
}

} // namespace Cli
