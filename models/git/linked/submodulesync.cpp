// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/linked/submodulesync.h"

#include "base/text.h"
#include "git/actionfailure.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submodulechecks.h"
#include "git/linked/submodules.h"
#include "git/remote/remoteurl.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// Those that are initialised and that Git may be told about.
Result<QList<Submodule>> findToSync(const RepoLocation &where, const QList<QByteArray> &paths,
                                    const CancelToken &cancel)
{
    const auto modules = readSubmodules(where, SubmoduleDepth::Recorded, cancel, paths);
    const auto entries = modules ? readGitmodules(where, cancel) : std::unexpected(modules.error());
    if (!entries)
        return std::unexpected(entries.error());
    for (const QByteArray &path : paths) {
        if (!std::ranges::contains(*modules, path, &Submodule::path))
            //: %1: a path
            return fail(ErrorKind::NotFound, Text::tr("There is no submodule at %1.").arg(displayPath(path)));
    }
    QList<Submodule> found;
    for (const Submodule &module : *modules) {
        if (!module.isInitialised)
            continue;
        const GitmodulesEntry entry = entries->value(module.path);
        QString problem = entry.url.isEmpty() ? Text::tr("It has no address in .gitmodules.")
                                              : submoduleNameProblem(entry.name);
        if (problem.isEmpty())
            problem = submoduleUrlProblem(entry.url);
        if (!problem.isEmpty())
            //: %1: path of a submodule, %2: a sentence
            return fail(ErrorKind::Invalid, Text::tr("%1: %2").arg(displayPath(module.path), problem),
                        displayUrl(entry.url));
        found += module;
    }
    return found;
}

} // namespace

Result<QList<SyncedSubmodule>> syncSubmodules(const Program &git, const QList<QByteArray> &paths,
                                              const CancelToken &cancel)
{
    const auto modules = findToSync(git.location(), paths, cancel);
    if (!modules)
        return std::unexpected(modules.error());
    QList<SyncedSubmodule> synced;
    for (const Submodule &module : *modules) {
        const auto done = git.run(
            {.arguments = {u"submodule"_s, u"--quiet"_s, u"sync"_s, u"--"_s, literalPath(module.path)},
             .kind = Program::Kind::Hooks},
            cancel);
        if (!done)
            return failAction(done.error(), Text::tr("The address of a submodule was not taken over."));
        const auto now = readSubmodules(git.location(), SubmoduleDepth::Recorded, cancel, {module.path});
        if (!now)
            return std::unexpected(now.error());
        if (!now->isEmpty() && now->first().url != module.url)
            synced.append({module.path, module.url, now->first().url});
    }
    return synced;
}

} // namespace Git
