// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/environmentscontroller.h"

#include "environments/catalogue.h"
#include "environments/history.h"

EnvironmentsController::EnvironmentsController(RepositoryController &repository, QString cacheFolder,
                                               QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_cacheFolder(std::move(cacheFolder))
    , m_matrix(*repository.services().clock)
    , m_read(this, repository.services().longReads)
    , m_history(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        if (m_repository.refs().head.target != m_head || state() == PageState::Loading)
            refresh();
    });
    if (repository.state() == PageState::Ready)
        refresh();
}

void EnvironmentsController::refresh()
{
    m_head = m_repository.refs().head.target;
    if (m_head.isNull()) {
        m_read.cancel();
        m_history.cancel();
        const auto problem = m_repository.headProblem();
        problem ? setFailed(*problem) : setEmpty();
        return;
    }
    setLoading();
    m_history.cancel();
    m_read.start([where = m_repository.location(), head = m_head](
                     const CancelToken &cancel) { return Environments::readCatalogue(where, head, cancel); },
                 [this](Result<Environments::Catalogue> catalogue) {
                     if (catalogue)
                         take(std::move(*catalogue));
                     else
                         setFailed(catalogue.error());
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void EnvironmentsController::take(Environments::Catalogue catalogue)
{
    m_matrix.setCatalogue(std::move(catalogue));
    if (m_matrix.catalogue().cells.isEmpty()) {
        setEmpty();
    } else {
        readHistory(); // begun before anybody is told, so that no one takes this for settled
        setReady();
    }
    Q_EMIT catalogueChanged();
}

void EnvironmentsController::readHistory()
{
    m_history.start(
        [where = m_repository.location(), catalogue = m_matrix.catalogue(),
         cacheFolder = m_cacheFolder](const CancelToken &cancel) {
            return Environments::withHistory(where, catalogue, {.cacheFolder = cacheFolder}, cancel);
        },
        [this](Result<Environments::Catalogue> catalogue) {
            if (catalogue) {
                m_matrix.setCatalogue(std::move(*catalogue));
                Q_EMIT catalogueChanged();
            } else {
                setFailed(catalogue.error());
            }
            Q_EMIT busyChanged();
        });
}
