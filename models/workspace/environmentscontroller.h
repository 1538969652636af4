// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/matrixitems.h"
#include "workspace/repositorycontroller.h"

/// The environments page: what runs where by the files of HEAD, then since when and by whom. GUI thread only.
class EnvironmentsController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this. cacheFolder: where history is kept between runs; empty: nowhere.
    EnvironmentsController(RepositoryController &repository, QString cacheFolder, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override { return m_read.isRunning() || m_history.isRunning(); }

    MatrixItems &matrix() { return m_matrix; }

Q_SIGNALS:
    void catalogueChanged();

private:
    void take(Environments::Catalogue catalogue);
    void readHistory();

    RepositoryController &m_repository;
    QString m_cacheFolder;
    MatrixItems m_matrix;
    Git::ObjectId m_head;
    LatestTask<Environments::Catalogue> m_read, m_history;
};
