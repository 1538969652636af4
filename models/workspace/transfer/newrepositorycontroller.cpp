// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/transfer/newrepositorycontroller.h"

#include "git/newrepository.h"
#include "git/open.h"
#include "git/refname.h"

#include <QDir>

using namespace Qt::StringLiterals;

NewRepositoryController::NewRepositoryController(const WorkspaceServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{}

QString NewRepositoryController::folderOf(const QString &typed)
{
    const QString folder = typed.trimmed();
    const QString whole = folder == "~"_L1 || folder.startsWith("~/"_L1)
                              ? QString(QDir::homePath() + folder.sliced(1))
                              : folder;
    return QDir::isAbsolutePath(whole) ? QDir::cleanPath(whole) : QString();
}

QString NewRepositoryController::problem(const QString &folder, const QString &branch)
{
    if (folderOf(folder).isEmpty())
        return tr("The folder needs a full path.");
    return branch.isEmpty() ? tr("The first branch needs a name.") : Git::refNameProblem(branch.toUtf8());
}

QString NewRepositoryController::firstBranch()
{
    return QString::fromUtf8(Git::readFirstBranch());
}

void NewRepositoryController::make(const QString &folder, const QString &branch)
{
    if (std::exchange(m_isRunning, true))
        return;
    const QString whole = folderOf(folder);
    m_queue.add<void>(
        this,
        [runner = m_services.runner, store = m_services.storeTrust, whole,
         branch](const CancelToken &cancel) {
            const auto made = Git::makeRepository(
                *runner, {.folder = QFile::encodeName(whole), .branch = branch.toUtf8()}, cancel);
            const auto info =
                made ? Git::openRepository(whole, {.mayClimb = false}) : std::unexpected(made.error());
            if (info && store) // what could run in it is the user's own; unsaid, it is asked for as usual
                std::ignore = store(info->location, {.trust = Git::Trust::Trusted});
            return made;
        },
        [this, whole](const Result<void> &done) {
            m_isRunning = false;
            Q_EMIT runningChanged();
            if (done)
                Q_EMIT made(whole);
            else
                Q_EMIT failed(done.error());
        });
    Q_EMIT runningChanged();
}
