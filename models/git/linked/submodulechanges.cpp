// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submodulechanges.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/discard.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submodulechecks.h"
#include "git/linked/submodules.h"
#include "git/refname.h"
#include "git/remote/clone.h"
#include "git/remote/remotes.h"
#include "git/remote/remoteurl.h"
#include "git/remote/transferoutput.h"
#include "git/remote/transferrelay.h"
#include "git/text.h"
#include "git/work/discardall.h"
#include "git/worktree.h"

#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

std::unexpected<Error> failUntrusted()
{
    return fail(ErrorKind::Denied,
                Text::tr("This repository is not trusted, so no program is started in it."), {},
                Text::tr("Trust the repository first if you know where it comes from."));
}

QByteArray pathOf(const NewSubmodule &wanted)
{
    QByteArray path = wanted.path.isEmpty() ? submodulePathOf(wanted.url) : wanted.path;
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

Result<QStringList> protocolsOf(const RepoLocation &where, const QByteArray &url)
{
    QByteArray reached = url;
    if (isRelativeUrl(url)) { // as seen from origin: of the same kind
        const auto remotes = readRemotes(where);
        const auto origin =
            remotes ? std::ranges::find(*remotes, "origin", &Remote::name) : QList<Remote>::const_iterator();
        if (!remotes || origin == remotes->cend())
            return fail(
                ErrorKind::Invalid,
                Text::tr("The address is meant as seen from the remote “origin”, and there is none."));
        reached = origin->fetchUrl;
    }
    const auto protocols = readProtocols(reached, false);
    if (protocols && protocols->contains(u"file"_s) && mayCloneFolders() != true)
        return fail(
            ErrorKind::Denied,
            Text::tr("Git takes submodules from folders of this machine only when "
                     "protocol.file.allow says “always”."),
            displayUrl(reached),
            Text::tr(
                "If you know what is in that repository: git config --global protocol.file.allow always"));
    return protocols;
}

Result<void> checkFree(const RepoLocation &where, const QByteArray &path)
{
    const auto tree = WorkTree::open(where);
    const auto present = tree ? tree->status(path) : std::unexpected(tree.error());
    if (!present)
        return std::unexpected(present.error());
    if (*present)
        //: %1: a path
        return fail(ErrorKind::Conflict, Text::tr("%1 is there already.").arg(displayPath(path)));
    if (std::filesystem::exists(QByteArray(where.gitDir + "/modules/" + path).toStdString()))
        return fail(
            ErrorKind::Conflict,
            //: %1: name of a submodule
            Text::tr("Git still has the clone of a submodule “%1” from before.").arg(displayPath(path)),
            displayPath(QByteArray(where.gitDir + "/modules/" + path)),
            Text::tr("Use another path, or remove that folder if nothing in it is needed."));
    return {};
}

// What git made up to where it was stopped; none of it was there before.
void takeBackAdded(const RepoLocation &where, const QByteArray &path)
{
    std::error_code ignored;
    for (const QByteArray &folder :
         QList<QByteArray>{where.workTree + '/' + path, where.gitDir + "/modules/" + path})
        std::filesystem::remove_all(folder.toStdString(), ignored);
}

Result<Submodule> findModule(const RepoLocation &where, const QByteArray &path, const CancelToken &cancel)
{
    const auto modules = readSubmodules(where, SubmoduleDepth::Contents, cancel, {path});
    if (!modules)
        return std::unexpected(modules.error());
    if (modules->isEmpty() || path.isEmpty())
        //: %1: a path
        return fail(ErrorKind::NotFound, Text::tr("There is no submodule at %1.").arg(displayPath(path)));
    const Submodule &module = modules->first();
    if (!module.isInitialised && !module.isPopulated)
        return fail(ErrorKind::Invalid, Text::tr("It is not initialised."));
    if (const QString problem = submodulePathProblem(path); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem);
    return module;
}

// In the submodule itself: there its undo finds it once it is checked out again.
Result<void> recordContent(const ProcessRunner &runner, const RepoLocation &where, const Submodule &module,
                           const CancelToken &cancel)
{
    const auto inside = locateSubmodule(where, module.path);
    if (!inside)
        return std::unexpected(inside.error());
    const Program git(runner, *inside);
    const auto plan = planDiscardAll(git, cancel);
    if (!plan)
        return std::unexpected(plan.error());
    if (!plan->deleted.isEmpty()) {
        if (const auto discarded = discardPaths(git, plan->deleted, cancel); !discarded)
            return std::unexpected(discarded.error());
    }
    if (!module.hasChanges || module.checkedOut.isNull())
        return {};
    const auto reset = resetTo(git,
                               {.commit = module.checkedOut,
                                .kind = ResetKind::Hard,
                                .expectedBranch = module.branch,
                                .expectedHead = module.checkedOut},
                               cancel);
    return reset ? Result<void>() : std::unexpected(reset.error());
}

} // namespace

QByteArray submodulePathOf(const QByteArray &url)
{
    QByteArray whole = url;
    while (whole.startsWith("../") || whole.startsWith("./"))
        whole = whole.sliced(whole.indexOf('/') + 1);
    return isRelativeUrl(url) ? cloneNameOf(QByteArray('/' + whole)) : cloneNameOf(url);
}

QString newSubmoduleProblem(const NewSubmodule &wanted)
{
    if (isRelativeUrl(wanted.url)) {
        if (const QString problem = submoduleUrlProblem(wanted.url); !problem.isEmpty())
            return problem;
    } else if (const auto parsed = parseNewRemoteUrl(wanted.url); !parsed) {
        return parsed.error().message;
    } else if (parsed->scheme == RemoteScheme::File && !parsed->path.startsWith('/')) {
        return Text::tr("The path of a local repository has to be absolute.");
    }
    const QByteArray path = pathOf(wanted);
    if (path.isEmpty())
        return Text::tr("The address does not name a folder: say which one.");
    QString problem = submodulePathProblem(path);
    if (problem.isEmpty())
        problem =
            path.startsWith(':') ? Text::tr("Its path cannot be given to Git.") : submoduleNameProblem(path);
    if (problem.isEmpty() && !wanted.branch.isEmpty())
        problem = refNameProblem(wanted.branch);
    return problem;
}

Result<QByteArray> addSubmodule(const ProcessRunner &runner, const RepoLocation &where,
                                const NewSubmodule &wanted, const OnProgress &onProgress,
                                const CancelToken &cancel)
{
    if (where.trust != Trust::Trusted)
        return failUntrusted();
    if (where.isBare())
        return fail(ErrorKind::Invalid, Text::tr("A bare repository has no work tree."));
    if (const QString problem = newSubmoduleProblem(wanted); !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem);
    const QByteArray path = pathOf(wanted);
    if (const auto free = checkFree(where, path); !free)
        return std::unexpected(free.error());
    const auto protocols = protocolsOf(where, wanted.url);
    if (!protocols)
        return std::unexpected(protocols.error());
    const auto opened = wanted.access && !isRelativeUrl(wanted.url)
                            ? wanted.access(wanted.url, cancel)
                            : Result<std::shared_ptr<const NetworkAccess>>(nullptr);
    if (!opened)
        return std::unexpected(opened.error());
    NetworkAccess access = *opened ? **opened : NetworkAccess();
    access.protocols = *protocols;
    QStringList arguments{u"submodule"_s, u"add"_s, u"--progress"_s};
    if (!wanted.branch.isEmpty())
        arguments += {u"--branch"_s, QString::fromUtf8(wanted.branch)};
    arguments += {u"--"_s, QString::fromUtf8(wanted.url), QFile::decodeName(path)};
    TransferRelay relay(onProgress, StandardOutput::Ours);
    const auto added = Program(runner, where)
                           .run({.arguments = arguments,
                                 .timeout = {},
                                 .onOutput = relay.receiver(),
                                 .kind = Program::Kind::Network,
                                 .network = access},
                                cancel);
    relay.finish();
    if (added)
        return path;
    if (const auto modules = readSubmodules(where, SubmoduleDepth::Recorded, {}, {path});
        modules && modules->isEmpty())
        takeBackAdded(where, path);
    return std::unexpected(
        explainTransfer(added.error(), Text::tr("The submodule was not added."), relay.words()));
}

Result<void> deinitSubmodule(const ProcessRunner &runner, const RepoLocation &where, const QByteArray &path,
                             SubmoduleContent content, const CancelToken &cancel)
{
    if (where.trust != Trust::Trusted)
        return failUntrusted();
    const auto module = findModule(where, path, cancel);
    if (!module)
        return std::unexpected(module.error());
    if (const auto kept = checkNothingLeft(runner, where, *module, cancel); !kept)
        return kept;
    if (module->hasDirt() && content == SubmoduleContent::Recorded) {
        if (const auto recorded = recordContent(runner, where, *module, cancel); !recorded)
            return recorded;
    }
    // Git would refuse one that was just added, too: what it looks for without --force is looked for here.
    const auto checkClean = [&]() -> Result<void> {
        const auto now = findModule(where, path, cancel);
        if (!now)
            return std::unexpected(now.error());
        if (!now->hasDirt())
            return {};
        return fail(ErrorKind::Conflict, Text::tr("It holds changes or untracked files."), {},
                    Text::tr("Commit, stash or discard the changes in it first."));
    };
    const auto done = Program(runner, where)
                          .run({.arguments = {u"submodule"_s, u"--quiet"_s, u"deinit"_s, u"--force"_s,
                                              u"--"_s, literalPath(path)},
                                .kind = Program::Kind::Hooks,
                                .beforeStart = checkClean},
                               cancel);
    if (!done && done.error().kind == ErrorKind::Conflict)
        return std::unexpected(done.error());
    if (!done)
        return failAction(done.error(), Text::tr("The submodule was not removed from the work tree."));
    return {};
}

} // namespace Git
