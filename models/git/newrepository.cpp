// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/newrepository.h"

#include "base/text.h"
#include "git/handle.h"
#include "git/open.h"
#include "git/refname.h"
#include "git/remote/networkenvironment.h"
#include "git/text.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkFolder(const QString &folder)
{
    if (!QDir::isAbsolutePath(folder))
        return fail(ErrorKind::Invalid, Text::tr("The folder needs a full path."));
    const QFileInfo info(folder);
    const QString shown = visibleText(folder);
    if (info.exists() && !info.isDir())
        //: %1: a path
        return fail(ErrorKind::Conflict, Text::tr("%1 is a file.").arg(shown));
    const auto opened = openRepository(folder, {.mayClimb = false});
    const bool isBroken = !opened && opened.error().kind != ErrorKind::NotFound;
    if (opened || isBroken || QFileInfo::exists(QString(folder + u"/.git"_s)))
        //: %1: a path
        return fail(ErrorKind::Conflict, Text::tr("%1 is a repository already.").arg(shown),
                    isBroken ? opened.error().message : QString(), Text::tr("Open it instead."));
    return {};
}

} // namespace

QByteArray readFirstBranch()
{
    const auto config =
        acquire<ConfigHandle>({}, [](git_config **out) { return git_config_open_default(out); });
    Buffer value;
    if (config && git_config_get_string_buf(&value, config->get(), "init.defaultBranch") == 0 &&
        refNameProblem(value.bytes()).isEmpty())
        return value.bytes();
    return "master";
}

Result<void> makeRepository(const ProcessRunner &runner, const NewRepository &wanted,
                            const CancelToken &cancel, const QString &program)
{
    const QString git = program.isEmpty() ? findProgram(u"git"_s) : program;
    if (git.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("Git is not installed."), {},
                    Text::tr("Install the package “git”."));
    const QString folder = QFile::decodeName(wanted.folder);
    if (const auto checked = checkFolder(folder); !checked)
        return checked;
    const QString problem = wanted.branch.isEmpty() ? QString() : refNameProblem(wanted.branch);
    if (!problem.isEmpty())
        return fail(ErrorKind::Invalid, problem);
    if (!QDir().mkpath(folder))
        //: %1: a path
        return fail(ErrorKind::Denied, Text::tr("%1 cannot be made.").arg(visibleText(folder)));
    QStringList arguments{u"init"_s, u"--quiet"_s};
    if (!wanted.branch.isEmpty())
        arguments += QString(u"--initial-branch="_s + QString::fromUtf8(wanted.branch));
    arguments += {u"--"_s, folder};
    const auto done = runner.run({.program = git,
                                  .arguments = arguments,
                                  .workingDirectory = folder,
                                  .environment = networkEnvironment({})},
                                 cancel);
    if (!done)
        return std::unexpected(done.error());
    if (done->exitCode != 0)
        return fail(ErrorKind::External, Text::tr("The repository was not made."), displayText(done->errors));
    return {};
}

} // namespace Git
