// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/people.h"
#include "workspace/repositorycontroller.h"

/// Who writes in a repository, for completion, and who commits now. Read when somebody asks. GUI thread only.
class People final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kCommits = 5'000; ///< that are looked at

    /// repository must outlive this.
    explicit People(RepositoryController &repository, QObject *parent = nullptr);

    void load();                                            ///< once for each place of HEAD; then changed()
    const QList<Git::Person> &all() const { return m_all; } ///< who wrote most first
    void readSelf();                                        ///< then selfRead() or failed()
    bool isReading() const { return m_read.isRunning() || m_self.isRunning(); }

Q_SIGNALS:
    void changed();
    void selfRead(const Git::Person &person);
    void failed(const Error &error);

private:
    RepositoryController &m_repository;
    QList<Git::Person> m_all;
    std::optional<Git::ObjectId> m_tip; ///< where m_all was read
    LatestTask<QList<Git::Person>> m_read;
    LatestTask<Git::Person> m_self;
};
