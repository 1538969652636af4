// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/submoduleupdates.h"

#include "git/linked/submoduleupdate.h"
#include "workspace/transfer/asking.h"
#include "workspace/transfer/progressrelay.h"

namespace {

/// The one who asks stays as long as somebody has its access.
struct OpenedAccess
{
    OpenedAccess(const ProcessRunner &runner, const QString &askProgram,
                 const std::shared_ptr<Questions> &questions, const QByteArray &url,
                 const CancelToken &cancel)
        : asking(runner, askProgram, questions, url, cancel)
        , access(asking.access())
    {}

    Asking asking;
    Git::NetworkAccess access;
};

Git::OpenAccess accessFor(const ProcessRunner *runner, const QString &askProgram,
                          const std::shared_ptr<Questions> &questions)
{
    return [=](const QByteArray &url,
               const CancelToken &cancel) -> Result<std::shared_ptr<const Git::NetworkAccess>> {
        const auto opened = std::make_shared<OpenedAccess>(*runner, askProgram, questions, url, cancel);
        if (opened->asking.problem())
            return std::unexpected(*opened->asking.problem());
        return std::shared_ptr<const Git::NetworkAccess>(opened, &opened->access);
    };
}

} // namespace

SubmoduleUpdates::SubmoduleUpdates(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_questions(Questions::make())
{}

SubmoduleUpdates::~SubmoduleUpdates()
{
    m_queue.cancel();
}

QString SubmoduleUpdates::doing() const
{
    return tr("Updating submodules");
}

void SubmoduleUpdates::update(const QList<QByteArray> &paths, bool isRecursive)
{
    if (std::exchange(m_isRunning, true))
        return;
    m_progress = {};
    m_relay = ProgressRelay::make();
    connect(m_relay.get(), &ProgressRelay::moved, this, [this](const Git::TransferProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed();
    });
    const WorkspaceServices &services = m_repository.services();
    Git::SubmoduleUpdate wanted{.paths = paths,
                                .initialises = true,
                                .isRecursive = isRecursive,
                                .access = accessFor(services.runner, services.askProgram, m_questions)};
    m_cancel = m_queue.add<QList<QByteArray>>(
        this,
        [runner = services.runner, where = m_repository.location(), wanted = std::move(wanted),
         relay = m_relay](const CancelToken &cancel) {
            return Git::updateSubmodules(
                *runner, where, wanted, [&](const Git::TransferProgress &progress) { relay->send(progress); },
                cancel);
        },
        [this](const Result<QList<QByteArray>> &updated) { finish(updated); });
    Q_EMIT runningChanged();
}

void SubmoduleUpdates::finish(const Result<QList<QByteArray>> &updated)
{
    m_isRunning = false;
    disconnect(m_relay.get(), nullptr, this, nullptr);
    m_relay.reset();
    Q_EMIT runningChanged();
    if (updated)
        Q_EMIT succeeded(
            tr("%n submodule(s) at the recorded commit", nullptr, static_cast<int>(updated->size())));
    else if (updated.error().kind != ErrorKind::Cancelled)
        Q_EMIT failed(updated.error());
    m_repository.note(kEverything);
}
