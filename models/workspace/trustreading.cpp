// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/trustreading.h"

#include "git/work/agreement.h"
#include "workspace/repositorycontroller.h"

#include <QCoreApplication>
#include <QPointer>

TrustReading readTrust(const Git::RepoLocation &where, const TrustAnswer &answer,
                       const std::function<void()> &onNew)
{
    Git::agreeTo(where, answer.programs, onNew); // before looking: what comes behind is seen by the next look
    auto programs = Git::readExecutables(where);
    const bool isComplete = programs.has_value();
    TrustReading reading{answer.trust, std::move(programs).value_or(QList<Git::Executable>())};
    if (answer.trust != Git::Trust::Trusted || !answer.programs)
        return reading;
    const bool isNew = Git::markNew(reading.programs, *answer.programs);
    if (isNew || !isComplete)
        reading.trust = Git::Trust::Unknown;
    return reading;
}

std::function<void()> askingAgain(RepositoryController *repository)
{
    return [repository = QPointer(repository)] {
        const auto refresh = [repository] {
            if (repository)
                repository->refresh();
        };
        QMetaObject::invokeMethod(qApp, refresh, Qt::QueuedConnection);
    };
}
