// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/clone.h"

#include "base/text.h"
#include "git/refname.h"
#include "git/remote/networkenvironment.h"
#include "git/remote/remotes.h"
#include "git/remote/transferoutput.h"
#include "git/remote/transferrelay.h"
#include "git/text.h"
#include "git/worktree.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// A folder with a name of its own that goes with all in it.
class TemporaryFolder
{
    Q_DISABLE_COPY_MOVE(TemporaryFolder)

public:
    explicit TemporaryFolder(QByteArray pattern)
        : m_path(std::move(pattern))
        , m_isMade(::mkdtemp(m_path.data()) != nullptr)
    {}
    ~TemporaryFolder()
    {
        std::error_code ignored;
        if (m_isMade)
            std::filesystem::remove_all(m_path.toStdString(), ignored);
    }
    bool isMade() const { return m_isMade; }
    void keep() { m_isMade = false; }
    const QByteArray &path() const { return m_path; }

private:
    QByteArray m_path;
    bool m_isMade; ///< and goes
};

struct Target
{
    QByteArray parent, name;
};

QString systemError()
{
    return QString::fromStdString(std::generic_category().message(errno));
}

bool isMountPoint(const QByteArray &folder, const QByteArray &parent)
{
    struct stat own = {}, above = {};
    return ::lstat(folder.constData(), &own) == 0 && ::stat(parent.constData(), &above) == 0 &&
           S_ISDIR(own.st_mode) && own.st_dev != above.st_dev;
}

Result<Target> readTarget(QByteArray folder)
{
    while (folder.size() > 1 && folder.endsWith('/'))
        folder.chop(1);
    const qsizetype slash = folder.lastIndexOf('/');
    const Target target{.parent = slash <= 0 ? QByteArray("/") : folder.first(slash),
                        .name = folder.sliced(slash + 1)};
    if (!folder.startsWith('/') || target.name.isEmpty() || target.name == "." || target.name == "..")
        return fail(ErrorKind::Invalid, Text::tr("The folder to clone into is not an absolute path."));
    if (QFile::encodeName(QFile::decodeName(folder)) != folder)
        return fail(ErrorKind::Invalid, Text::tr("The folder to clone into has a name that is not UTF-8."));
    std::error_code problem;
    const auto kind = std::filesystem::symlink_status(folder.toStdString(), problem).type();
    if (isMountPoint(folder, target.parent))
        return fail(ErrorKind::Conflict,
                    //: %1: a path
                    Text::tr("%1 is where a file system is mounted, so no clone can take its place.")
                        .arg(displayPath(folder)),
                    {}, Text::tr("Clone into a folder in it."));
    const bool isFree = kind == std::filesystem::file_type::not_found ||
                        (kind == std::filesystem::file_type::directory &&
                         std::filesystem::is_empty(folder.toStdString(), problem));
    if (!isFree || (problem && kind != std::filesystem::file_type::not_found))
        return fail(ErrorKind::Conflict,
                    //: %1: a path
                    Text::tr("%1 is there already and not empty.").arg(displayPath(folder)));
    return target;
}

Result<QStringList> readArguments(const CloneRequest &request, const QByteArray &into)
{
    const auto url = parseNewRemoteUrl(request.url);
    if (!url)
        return std::unexpected(url.error());
    if (url->scheme == RemoteScheme::File && !url->path.startsWith('/'))
        return fail(ErrorKind::Invalid, Text::tr("The path of a local repository has to be absolute."));
    if (const QString problem = refNameProblem(request.branch);
        !request.branch.isEmpty() && !problem.isEmpty())
        return fail(ErrorKind::Invalid, problem);
    QStringList arguments{u"clone"_s, u"--progress"_s, u"--no-recurse-submodules"_s};
    if (!request.branch.isEmpty())
        arguments += QString(u"--branch="_s + QString::fromUtf8(request.branch));
    if (request.depth > 0)
        arguments += u"--depth=%1"_s.arg(request.depth);
    if (request.isBlobless)
        arguments += u"--filter=blob:none"_s;
    QByteArray address = request.url;
    const bool isPartial = request.depth > 0 || request.isBlobless;
    if (isPartial && url->scheme == RemoteScheme::File && address.startsWith('/'))
        address = "file://" + address.replace('%', "%25"); // of a plain path git takes all there is
    return arguments << u"--"_s << QString::fromUtf8(address) << QFile::decodeName(into);
}

Result<void> runClone(const ProcessRunner &runner, const ProcessRequest &prepared,
                      const OnProgress &onProgress, const CancelToken &cancel)
{
    TransferRelay relay(onProgress, StandardOutput::Ours);
    ProcessRequest process = prepared;
    process.onOutput = relay.receiver();
    const auto result = runner.run(process, cancel);
    relay.finish();
    if (result && result->exitCode == 0)
        return {};
    const Error error = result ? Error{.kind = ErrorKind::External} : result.error();
    return std::unexpected(explainTransfer(error, Text::tr("Cloning failed."), relay.words()));
}

} // namespace

QByteArray cloneNameOf(const QByteArray &url)
{
    const auto parsed = parseRemoteUrl(url);
    QByteArray path = parsed ? parsed->path : QByteArray();
    const auto chopSlashes = [&path] {
        while (path.endsWith('/'))
            path.chop(1);
    };
    chopSlashes();
    if (path.endsWith("/.git")) {
        path.chop(5);
        chopSlashes();
    }
    QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    if (name.endsWith(".git"))
        name.chop(4);
    return isInnerPath(name) ? name : QByteArray();
}

Result<void> clone(const ProcessRunner &runner, const CloneRequest &request, const OnProgress &onProgress,
                   const CancelToken &cancel, const QString &program)
{
    const QString git = program.isEmpty() ? findProgram(u"git"_s) : program;
    if (git.isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("Git is not installed."), {},
                    Text::tr("Install the package “git”."));
    const auto target = readTarget(request.folder);
    if (!target)
        return std::unexpected(target.error());
    if (const auto checked = readArguments(request, {}); !checked)
        return std::unexpected(checked.error());
    NetworkAccess access = request.access;
    const auto protocols = readProtocols(request.url, request.allowsHttp);
    if (!protocols)
        return std::unexpected(protocols.error());
    access.protocols = *protocols;

    TemporaryFolder beside(target->parent + "/.plumbline-clone-XXXXXX");
    if (!beside.isMade())
        return fail(ErrorKind::Denied,
                    //: %1: a path
                    Text::tr("No folder can be made in %1.").arg(displayPath(target->parent)), systemError());
    const QByteArray into = beside.path() + '/' + target->name;
    const auto cloned = runClone(runner,
                                 {.program = git,
                                  .arguments = *readArguments(request, into),
                                  .workingDirectory = QFile::decodeName(beside.path()),
                                  .environment = networkEnvironment(access),
                                  .timeout = {}},
                                 onProgress, cancel);
    if (!cloned)
        return cloned;
    // Over an empty folder, never over anything else: the system refuses that.
    if (std::rename(into.constData(), request.folder.constData()) == 0)
        return {};
    const QString problem = systemError();
    beside.keep(); // it may have taken hours
    return fail(ErrorKind::Conflict,
                Text::tr("The clone could not be given its name %1.").arg(displayPath(request.folder)),
                problem,
                //: %1: a path
                Text::tr("It is whole and stays in %1: move it where you want it.").arg(displayPath(into)));
}

} // namespace Git
