// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/text.h"
#include "base/text.h"
#include "git/refs.h"
#include "git/remote/remotes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QJsonArray namesJson(const QList<QByteArray> &names)
{
    QJsonArray all;
    for (const QByteArray &name : names)
        all += displayText(name);
    return all;
}

int listRemotes(const Git::RepoLocation &where, Output &out)
{
    const auto remotes = Git::readRemotes(where);
    if (!remotes)
        return out.fail(remotes.error());
    QJsonArray all;
    for (const Git::Remote &remote : *remotes) {
        const QString fetch = Git::displayUrl(remote.fetchUrl), push = Git::displayUrl(remote.pushUrl);
        all += QJsonObject{{u"name"_s, displayText(remote.name)},
                           {u"fetch"_s, fetch},
                           {u"push"_s, push},
                           {u"fetchSpecs"_s, namesJson(remote.fetchSpecs)}};
        if (!out.isJson())
            out.printPieces({{displayPath(remote.name), Tint::Name},
                             {u"  "_s + fetch},
                             {push == fetch ? QString() : u"  "_s + Text::tr("(pushes to %1)").arg(push)}});
    }
    if (out.isJson())
        out.printJson({{u"remotes"_s, all}});
    else if (remotes->isEmpty())
        out.note(Text::tr("There are no remotes"));
    return ExitDone;
}

/// What a change came to, for a program and for a person.
int tell(const Result<void> &changed, const QJsonObject &object, const QString &sentence, Output &out)
{
    if (!changed)
        return out.fail(changed.error());
    if (out.isJson())
        out.printJson(object);
    else
        out.print(sentence);
    return ExitDone;
}

int remove(const Git::Program &git, const QByteArray &name, Output &out)
{
    const auto remotes = Git::readRemotes(git.location());
    const auto refs = Git::readRefs(git.location(), {});
    if (!remotes || !refs)
        return out.fail(remotes ? refs.error() : remotes.error());
    const QList<QByteArray> branches = Git::branchesOfRemote(*remotes, name, refs->all);
    const int code =
        tell(Git::removeRemote(git, name, {}),
             {{u"removed"_s, displayText(name)}, {u"branches"_s, namesJson(branches)}},
             //: %1: name of a remote
             Text::tr("Removed %1 and %n remote branch(es)", nullptr, static_cast<int>(branches.size()))
                 .arg(displayPath(name)),
             out);
    for (const QByteArray &branch : code == ExitDone && !out.isJson() ? branches : QList<QByteArray>())
        out.print(u"  "_s + displayPath(branch));
    return code;
}

class RemoteCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {.name = u"remote"_s,
                .summary = Text::tr("List, add, rename, readdress and remove remotes"),
                .positional = u"list | add NAME URL | rename OLD NEW | set-url NAME [URL] | remove NAME"_s,
                .positionalMaximum = 3,
                .options = {{u"push"_s,
                             {},
                             Text::tr("set-url: the address to push to; without URL that of fetching")}},
                .details = Text::tr("Passwords in addresses are shown as ***, and refused in new ones: Git "
                                    "would store them as plain text."),
                .examples = {u"ai-cli remote list --json"_s,
                             u"ai-cli remote add origin https://example.org/team/project.git --trust"_s}};
    }

    int run(const Arguments &arguments, const Services &services, Output &out) const override
    {
        const QString what = arguments.positional.value(0);
        const bool isPush = arguments.has(u"push"_s), isSetUrl = what == "set-url"_L1;
        const QHash<QString, int> known{
            {u"list"_s, 1}, {u"add"_s, 3}, {u"rename"_s, 3}, {u"set-url"_s, 3}, {u"remove"_s, 2}};
        if (!known.contains(what))
            return out.failUsage(Text::tr("remote takes list, add, rename, set-url or remove"));
        if (isPush && !isSetUrl)
            return out.failUsage(Text::tr("--push goes with set-url"));
        const qsizetype count = arguments.positional.size(), wanted = known.value(what);
        if (count != wanted && !(isSetUrl && isPush && count == 2))
            return out.failUsage(Text::tr("remote %1 takes other arguments").arg(what),
                                 Text::tr("ai-cli remote --help shows what it takes"));
        const auto info = openRepositoryFor(arguments, services);
        if (!info)
            return out.fail(info.error());
        if (what == "list"_L1)
            return listRemotes(info->location, out);
        return change(Git::Program(services.processes, info->location), arguments, out);
    }

private:
    static int change(const Git::Program &git, const Arguments &arguments, Output &out)
    {
        const QString what = arguments.positional.first();
        const QByteArray name = arguments.positional[1].toUtf8();
        const QByteArray other = arguments.positional.value(2).toUtf8();
        const QString shown = displayPath(name);
        if (what == "remove"_L1)
            return remove(git, name, out);
        if (what == "add"_L1)
            return tell(Git::addRemote(git, name, other, {}),
                        {{u"added"_s, displayText(name)}, {u"fetch"_s, Git::displayUrl(other)}},
                        //: %1: name of a remote
                        Text::tr("Added %1").arg(shown), out);
        if (what == "rename"_L1)
            return tell(Git::renameRemote(git, name, other, {}),
                        {{u"renamed"_s, displayText(name)}, {u"name"_s, displayText(other)}},
                        //: %1 and %2: names of a remote
                        Text::tr("%1 is %2 now").arg(shown, displayPath(other)), out);
        const auto use = arguments.has(u"push"_s) ? Git::RemoteUrlUse::Push : Git::RemoteUrlUse::Fetch;
        return tell(Git::setRemoteUrl(git, name, use, other, {}),
                    {{u"changed"_s, displayText(name)},
                     {use == Git::RemoteUrlUse::Push ? u"push"_s : u"fetch"_s, Git::displayUrl(other)}},
                    //: %1: name of a remote
                    Text::tr("Changed the address of %1").arg(shown), out);
    }
};

} // namespace

std::unique_ptr<Command> makeRemoteCommand()
{
    return std::make_unique<RemoteCommand>();
}

} // namespace Cli
