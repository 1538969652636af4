// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submoduleupdate.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submodulechecks.h"
#include "git/linked/submodules.h"
#include "git/remote/packleftovers.h"
#include "git/remote/remotes.h"
#include "git/remote/remoteurl.h"
#include "git/remote/transferoutput.h"
#include "git/remote/transferrelay.h"
#include "git/text.h"
#include "git/work/intheway.h"
#include "git/worktree.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr int kDeepestNesting = 16; // a submodule may name itself

/// One of the repositories on the way down.
class SubmoduleUpdater
{
public:
    SubmoduleUpdater(const ProcessRunner &runner, const RepoLocation &where, const SubmoduleUpdate &wanted,
                     const OnProgress &onProgress, const CancelToken &cancel)
        : m_runner(runner)
        , m_where(where)
        , m_git(runner, where)
        , m_wanted(wanted)
        , m_onProgress(onProgress)
        , m_cancel(cancel)
    {}

    Result<void> run(const QByteArray &prefix, int depth, QList<QByteArray> &updated)
    {
        const auto modules =
            readSubmodules(m_where, SubmoduleDepth::Heads, m_cancel, depth == 0 ? m_wanted.paths : none());
        if (!modules)
            return std::unexpected(modules.error());
        for (const QByteArray &path : depth == 0 ? m_wanted.paths : none()) {
            if (!std::ranges::contains(*modules, path, &Submodule::path))
                //: %1: a path
                return fail(ErrorKind::NotFound,
                            Text::tr("There is no submodule at %1.").arg(displayPath(path)));
        }
        const bool initialises = m_wanted.initialises || depth > 0;
        for (const Submodule &module : *modules) {
            if (!module.isInitialised && !initialises && m_wanted.paths.isEmpty())
                continue;
            if (const auto done = update(module, initialises); !done)
                return std::unexpected(named(done.error(), prefix + module.path));
            updated += prefix + module.path;
            if (const auto done = descend(module, prefix, depth, updated); !done)
                return done;
        }
        return {};
    }

private:
    static QList<QByteArray> none() { return {}; }

    static Error named(Error error, const QByteArray &path)
    {
        if (error.kind != ErrorKind::Cancelled)
            //: %1: path of a submodule, %2: a sentence
            error.message = Text::tr("%1: %2").arg(displayPath(path), error.message);
        return error;
    }

    Result<void> descend(const Submodule &module, const QByteArray &prefix, int depth,
                         QList<QByteArray> &updated)
    {
        if (!m_wanted.isRecursive)
            return {};
        const auto inside = locateSubmodule(m_where, module.path);
        if (!inside)
            return std::unexpected(named(inside.error(), prefix + module.path));
        if (depth >= kDeepestNesting)
            return fail(ErrorKind::Invalid, Text::tr("The submodules are nested too deep."),
                        displayPath(QByteArray(prefix + module.path)));
        return SubmoduleUpdater(m_runner, *inside, m_wanted, m_onProgress, m_cancel)
            .run(prefix + module.path + '/', depth + 1, updated);
    }

    Result<void> update(const Submodule &module, bool initialises)
    {
        if (!module.problem.isEmpty())
            return fail(ErrorKind::Invalid, module.problem, displayUrl(module.url));
        if (module.isConflicted)
            return fail(ErrorKind::Conflict, Text::tr("Its commit is in conflict, which has to be resolved "
                                                      "first."));
        if (!module.isInitialised && !initialises)
            return fail(ErrorKind::Invalid, Text::tr("It is not initialised."), {},
                        Text::tr("Initialise it as well: then its address is taken from .gitmodules."));
        if (module.isPopulated && !module.hasNewCommit)
            return {};
        if (const auto kept = checkNothingLeft(m_runner, m_where, module, m_cancel); !kept)
            return kept;
        if (const auto way = checkWay(module); !way)
            return way;
        const auto url = module.isInitialised ? Result<QByteArray>(module.url) : initialise(module);
        if (!url)
            return std::unexpected(url.error());
        const auto protocols = protocolsOf(module, *url);
        if (!protocols)
            return std::unexpected(protocols.error());
        if (const auto done = runUpdate(module, *url, *protocols); !done)
            return done;
        return checkDone(module);
    }

    // What has to be fetched yet cannot be looked at.
    Result<void> checkWay(const Submodule &module) const
    {
        if (!module.isPopulated || module.checkedOut.isNull())
            return {};
        const auto inside = locateSubmodule(m_where, module.path);
        if (!inside)
            return std::unexpected(inside.error());
        const Program git(m_runner, *inside);
        const auto isThere =
            git.run({.arguments = {u"cat-file"_s, u"-e"_s, QString(module.recorded.text() + u"^{commit}"_s)},
                     .kind = Program::Kind::Read,
                     .goodExits = {0, 1, 128}},
                    m_cancel);
        if (!isThere)
            return std::unexpected(isThere.error());
        return isThere->exitCode == 0
                   ? checkNothingInTheWay(
                         git, readIncoming(git, module.checkedOut, module.recorded, m_cancel), m_cancel)
                   : Result<void>();
    }

    Result<QByteArray> initialise(const Submodule &module) const
    {
        const auto done = m_git.run(
            {.arguments = {u"submodule"_s, u"--quiet"_s, u"init"_s, u"--"_s, literalPath(module.path)},
             .kind = Program::Kind::Hooks},
            m_cancel);
        if (!done)
            return failAction(done.error(), Text::tr("It was not initialised."));
        const auto again = readSubmodules(m_where, SubmoduleDepth::Recorded, m_cancel, {module.path});
        if (!again)
            return std::unexpected(again.error());
        if (again->isEmpty() || !again->first().isInitialised)
            return fail(ErrorKind::External, Text::tr("Git did not initialise it."));
        if (!again->first().problem.isEmpty())
            return fail(ErrorKind::Invalid, again->first().problem, displayUrl(again->first().url));
        return again->first().url;
    }

    // A folder of this machine is for somebody who has only such, or who said so: else a repository from
    // elsewhere could bring what is private into a work tree that is pushed again.
    bool mayUseFolders(const Submodule &module, const QByteArray &url) const
    {
        if (const auto said = mayCloneFolders())
            return *said;
        const auto remotes = readRemotes(m_where);
        const auto isLocal = [](const Remote &remote) {
            const auto parsed = parseRemoteUrl(remote.fetchUrl);
            return parsed && parsed->scheme == RemoteScheme::File;
        };
        if (remotes && std::ranges::all_of(*remotes, isLocal))
            return true;
        const auto entries = readGitmodules(m_where, m_cancel);
        return module.isInitialised && entries && entries->value(module.path).url != url &&
               !isRelativeUrl(entries->value(module.path).url);
    }

    Result<QStringList> protocolsOf(const Submodule &module, const QByteArray &url) const
    {
        if (const QString problem = submoduleUrlProblem(url); !problem.isEmpty() || isRelativeUrl(url))
            return fail(ErrorKind::Invalid,
                        problem.isEmpty() ? Text::tr("Its address is relative.") : problem, displayUrl(url));
        const auto protocols = readProtocols(url, false);
        if (protocols && protocols->contains(u"file"_s) && !mayUseFolders(module, url))
            return fail(ErrorKind::Denied,
                        Text::tr("Its address is a folder of this machine, but this repository is from "
                                 "elsewhere."),
                        displayUrl(url),
                        Text::tr("If that is meant, set submodule.<name>.url in a terminal, or clone it "
                                 "there."));
        return protocols;
    }

    Result<void> runUpdate(const Submodule &module, const QByteArray &url, const QStringList &protocols)
    {
        const auto opened = m_wanted.access ? m_wanted.access(url, m_cancel)
                                            : Result<std::shared_ptr<const NetworkAccess>>(nullptr);
        if (!opened)
            return std::unexpected(opened.error());
        NetworkAccess access = *opened ? **opened : NetworkAccess();
        access.protocols = protocols;
        const PackLeftovers leftovers(m_where.gitDir + "/modules/" + module.name);
        TransferRelay relay(m_onProgress, StandardOutput::Ours);
        const auto result = m_git.run(
            {.arguments = {u"submodule"_s, u"update"_s, u"--progress"_s, u"--"_s, literalPath(module.path)},
             .timeout = {},
             .onOutput = relay.receiver(),
             .kind = Program::Kind::Network,
             .network = access},
            m_cancel);
        relay.finish();
        if (result)
            return {};
        if (result.error().kind == ErrorKind::Cancelled)
            leftovers.remove();
        if (!module.isPopulated)
            takeBackHalf(module);
        Error error = explainTransfer(result.error(), Text::tr("It was not updated."), relay.words());
        if (error.detail.contains("would be overwritten"_L1)) {
            error.kind = ErrorKind::Conflict;
            error.hint = Text::tr("Commit, stash or discard the changes in it first.");
        }
        return std::unexpected(std::move(error));
    }

    // Git takes what was cloned and not checked out for done when it is asked again. Without the file that
    // leads to the clone it goes on where it stopped.
    void takeBackHalf(const Submodule &module) const
    {
        const auto tree = WorkTree::open(m_where);
        const auto file = tree ? tree->status(module.path + "/.git") : std::unexpected(tree.error());
        if (file && *file && S_ISREG((*file)->st_mode))
            QFile::remove(QFile::decodeName(m_where.workTree + '/' + module.path + "/.git"));
    }

    // Its `update` setting may say that Git leaves it alone, which Git then calls a success.
    Result<void> checkDone(const Submodule &module) const
    {
        const auto now = readSubmodules(m_where, SubmoduleDepth::Heads, m_cancel, {module.path});
        if (!now)
            return std::unexpected(now.error());
        const bool isThere = !now->isEmpty() && now->first().isPopulated;
        if (isThere && (!now->first().hasNewCommit || now->first().checkedOut != module.checkedOut))
            return {};
        return fail(ErrorKind::External, Text::tr("Git left it as it is."), {},
                    Text::tr("Its setting submodule.<name>.update may say so."));
    }

    const ProcessRunner &m_runner;
    RepoLocation m_where;
    Program m_git;
    const SubmoduleUpdate &m_wanted;
    const OnProgress &m_onProgress;
    CancelToken m_cancel;
};

} // namespace

Result<QList<QByteArray>> updateSubmodules(const ProcessRunner &runner, const RepoLocation &where,
                                           const SubmoduleUpdate &wanted, const OnProgress &onProgress,
                                           const CancelToken &cancel)
{
    if (where.trust != Trust::Trusted)
        return fail(ErrorKind::Denied,
                    Text::tr("This repository is not trusted, so no program is started in it."), {},
                    Text::tr("Trust the repository first if you know where it comes from."));
    QList<QByteArray> updated;
    const auto done = SubmoduleUpdater(runner, where, wanted, onProgress, cancel).run({}, 0, updated);
    if (!done)
        return std::unexpected(done.error());
    return updated;
}

} // namespace Git
