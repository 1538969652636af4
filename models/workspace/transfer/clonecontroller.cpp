// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/clonecontroller.h"

#include "git/open.h"
#include "git/refname.h"
#include "git/remote/remotes.h"
#include "git/worktree.h"
#include "workspace/transfer/asking.h"
#include "workspace/transfer/transferwords.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

QString parentOf(const CloneController::Wish &wish)
{
    const QString typed = wish.parent.trimmed();
    const QString whole =
        typed == "~"_L1 || typed.startsWith("~/"_L1) ? QString(QDir::homePath() + typed.sliced(1)) : typed;
    return QDir::isAbsolutePath(whole) ? QDir::cleanPath(whole) : QString();
}

QString sentenceOf(const Error &error)
{
    return error.hint.isEmpty() ? error.message : QString(error.message + u' ' + error.hint);
}

// The clone stays whatever becomes of them.
std::optional<Error> takeSubmodules(const ProcessRunner &runner, const QByteArray &folder,
                                    const Git::OpenAccess &access, const Git::OnProgress &onProgress,
                                    const CancelToken &cancel)
{
    auto info = Git::openRepository(QFile::decodeName(folder), {.mayClimb = false});
    if (!info)
        return info.error();
    info->location.trust = Git::Trust::Trusted; // as far as to clone goes: nothing of it is run
    const auto updated = Git::updateSubmodules(runner, info->location,
                                               {.initialises = true, .isRecursive = true, .access = access},
                                               onProgress, cancel);
    return updated ? std::nullopt : std::optional(updated.error());
}

} // namespace

CloneController::CloneController(const WorkspaceServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_questions(Questions::make())
{}

CloneController::~CloneController()
{
    m_queue.cancel();
}

QString CloneController::nameFor(const QString &address)
{
    return QString::fromUtf8(Git::cloneNameOf(address.trimmed().toUtf8()));
}

QString CloneController::folderOf(const Wish &wish)
{
    const QString parent = parentOf(wish), name = wish.name.trimmed();
    if (parent.isEmpty() || name.isEmpty())
        return {};
    return parent.endsWith(u'/') ? QString(parent + name) : QString(parent + u'/' + name);
}

QString CloneController::problem(const Wish &wish)
{
    const QByteArray address = wish.address.trimmed().toUtf8();
    const auto parsed = Git::parseNewRemoteUrl(address);
    if (!parsed)
        return parsed.error().message;
    if (const auto protocols = Git::readProtocols(address, false); !protocols)
        return sentenceOf(protocols.error());
    if (parsed->scheme == Git::RemoteScheme::File && !parsed->path.startsWith('/'))
        return tr("The path of a local repository has to be absolute.");
    if (parentOf(wish).isEmpty())
        return tr("The folder to clone into has to be an absolute path.");
    const QString name = wish.name.trimmed();
    if (name.isEmpty())
        return tr("The clone needs a name.");
    if (name.contains(u'/') || !Git::isInnerPath(name.toUtf8()))
        return tr("A folder cannot have this name.");
    return wish.branch.isEmpty() ? QString() : Git::refNameProblem(wish.branch.toUtf8());
}

QString CloneController::progressText() const
{
    return transferPhaseText(m_progress);
}

void CloneController::start(const Wish &wish)
{
    if (m_isRunning)
        return;
    const QString folder = folderOf(wish);
    const Git::CloneRequest request{.url = wish.address.trimmed().toUtf8(),
                                    .folder = QFile::encodeName(folder),
                                    .branch = wish.branch.toUtf8(),
                                    .depth = wish.depth,
                                    .isBlobless = wish.isBlobless,
                                    .access = {}};
    m_isRunning = true;
    m_progress = {};
    m_relay = ProgressRelay::make();
    connect(m_relay.get(), &ProgressRelay::moved, this, [this](const Git::TransferProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed();
    });
    const Git::OpenAccess access =
        wish.takesSubmodules ? askingAccess(m_services, m_questions) : Git::OpenAccess();
    m_cancel = m_queue.add<std::optional<Error>>(
        this,
        [request, access, runner = m_services.runner, program = m_services.askProgram,
         questions = m_questions,
         relay = m_relay](const CancelToken &cancel) -> Result<std::optional<Error>> {
            Git::CloneRequest answered = request;
            const auto onProgress = [&relay](const Git::TransferProgress &progress) {
                relay->send(progress);
            };
            {
                const Asking asking(*runner, program, questions, request.url, cancel);
                if (asking.problem())
                    return std::unexpected(*asking.problem());
                answered.access = asking.access();
                if (const auto done = Git::clone(*runner, answered, onProgress, cancel); !done)
                    return std::unexpected(done.error());
            }
            return access ? takeSubmodules(*runner, request.folder, access, onProgress, cancel)
                          : std::nullopt;
        },
        [this, folder](const Result<std::optional<Error>> &result) { finish(result, folder); });
    Q_EMIT runningChanged();
}

void CloneController::cancel()
{
    if (m_isRunning)
        m_cancel.cancel();
}

void CloneController::finish(const Result<std::optional<Error>> &result, const QString &folder)
{
    m_isRunning = false;
    m_relay->disconnect(this);
    Q_EMIT runningChanged();
    if (result && *result)
        Q_EMIT submodulesFailed(**result);
    if (result)
        Q_EMIT cloned(folder);
    else if (result.error().kind != ErrorKind::Cancelled)
        Q_EMIT failed(result.error());
}
