// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/latesttask.h"
#include "git/undo.h"

#include <QObject>

class RepositoryController;

/// What bringing one record back would change, against what is there now; follows changes. GUI thread only.
class UndoDetail final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit UndoDetail(RepositoryController &repository, QObject *parent = nullptr);

    void choose(const std::optional<Git::UndoRecord> &record);
    const std::optional<Git::UndoRecord> &record() const { return m_record; }
    const QList<Diff::FileDiff> &files() const { return m_files; }
    const Error &error() const { return m_error; } ///< empty message: none
    bool isBusy() const { return m_read.isRunning(); }

Q_SIGNALS:
    void filesChanged();
    void busyChanged();

private:
    void read();

    RepositoryController &m_repository;
    std::optional<Git::UndoRecord> m_record;
    QList<Diff::FileDiff> m_files;
    Error m_error;
    LatestTask<QList<Diff::FileDiff>> m_read;
};
