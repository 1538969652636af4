// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/undo/undodetail.h"

#include "git/undo/undodiff.h"
#include "workspace/repositorycontroller.h"

UndoDetail::UndoDetail(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_read(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::repositoryChanged, this, &UndoDetail::read);
}

void UndoDetail::choose(const std::optional<Git::UndoRecord> &record)
{
    if (record == m_record)
        return;
    m_record = record;
    m_error = {};
    if (!m_record) {
        m_read.cancel();
        m_files.clear();
        Q_EMIT filesChanged();
        Q_EMIT busyChanged();
        return;
    }
    read();
}

void UndoDetail::read()
{
    if (!m_record)
        return;
    auto work = [where = m_repository.location(), record = *m_record](const CancelToken &cancel) {
        return Git::readUndoDiff(where, record, cancel);
    };
    m_read.start(std::move(work), [this](Result<QList<Diff::FileDiff>> files) {
        m_error = files ? Error() : files.error();
        m_files = files ? *std::move(files) : QList<Diff::FileDiff>();
        Q_EMIT filesChanged();
        Q_EMIT busyChanged();
    });
    Q_EMIT busyChanged();
}
