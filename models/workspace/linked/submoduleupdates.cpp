// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/linked/submoduleupdates.h"

#include "base/text.h"
#include "git/linked/submodulechanges.h"
#include "workspace/transfer/asking.h"
#include "workspace/transfer/progressrelay.h"

SubmoduleUpdates::SubmoduleUpdates(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_questions(Questions::make())
{}

SubmoduleUpdates::~SubmoduleUpdates()
{
    m_queue.cancel();
}

void SubmoduleUpdates::update(const QList<QByteArray> &paths, bool isRecursive)
{
    const WorkspaceServices &services = m_repository.services();
    const Git::SubmoduleUpdate wanted{.paths = paths,
                                      .initialises = true,
                                      .isRecursive = isRecursive,
                                      .access = askingAccess(services, m_questions)};
    run<QList<QByteArray>>(
        tr("Updating submodules"),
        [runner = services.runner, where = m_repository.location(), wanted](const Git::OnProgress &onProgress,
                                                                            const CancelToken &cancel) {
            return Git::updateSubmodules(*runner, where, wanted, onProgress, cancel);
        },
        [](const QList<QByteArray> &updated) {
            return tr("%n submodule(s) at the recorded commit", nullptr, static_cast<int>(updated.size()));
        });
}

void SubmoduleUpdates::add(const QByteArray &url, const QByteArray &path, const QByteArray &branch)
{
    const WorkspaceServices &services = m_repository.services();
    const Git::NewSubmodule wanted{
        .url = url, .path = path, .branch = branch, .access = askingAccess(services, m_questions)};
    run<QByteArray>(
        tr("Adding a submodule"),
        [runner = services.runner, where = m_repository.location(), wanted](const Git::OnProgress &onProgress,
                                                                            const CancelToken &cancel) {
            return Git::addSubmodule(*runner, where, wanted, onProgress, cancel);
        },
        [](const QByteArray &added) {
            //: %1: path of a submodule
            return tr("Added %1, which is staged and not committed yet").arg(displayPath(added));
        });
}

template<class T, class Work, class Words>
void SubmoduleUpdates::run(const QString &doing, Work work, Words words)
{
    if (isRunning())
        return;
    m_doing = doing;
    m_progress = {};
    m_relay = ProgressRelay::make();
    connect(m_relay.get(), &ProgressRelay::moved, this, [this](const Git::TransferProgress &progress) {
        m_progress = progress;
        Q_EMIT progressed();
    });
    m_cancel = m_queue.add<T>(
        this,
        [work = std::move(work), relay = m_relay](const CancelToken &cancel) {
            return work([&](const Git::TransferProgress &progress) { relay->send(progress); }, cancel);
        },
        [this, words](const Result<T> &result) {
            finish(result ? words(*result) : QString(), result ? Error{} : result.error());
        });
    Q_EMIT runningChanged();
}

void SubmoduleUpdates::finish(const QString &message, const Error &error)
{
    m_doing.clear();
    disconnect(m_relay.get(), nullptr, this, nullptr);
    m_relay.reset();
    Q_EMIT runningChanged();
    if (!message.isEmpty())
        Q_EMIT succeeded(message);
    else if (error.kind != ErrorKind::Cancelled)
        Q_EMIT failed(error);
    m_repository.note(kEverything);
}
