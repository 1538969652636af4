// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskqueue.h"
#include "drafting/types.h"
#include "workspace/audit/recordact.h"
#include "workspace/repositorycontroller.h"

/// What becomes of drafts: that one is taken, and at the commit how much of it is left, are recorded. GUI
/// thread only.
class DraftUse final : public QObject
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit DraftUse(RepositoryController &repository, QObject *parent = nullptr);

    /// Then taken(); or failed(), and then it must not be used. At once where no trail is kept.
    void take(const Drafting::Draft &draft);
    /// After a commit with this message: records what is left of the draft that was taken since the last one.
    void noteCommit(const QString &message);
    bool isBusy() const { return m_acts.isBusy(); }

Q_SIGNALS:
    void taken(const QString &message);
    void failed(const Error &error);
    void busyChanged();

private:
    RepositoryController &m_repository;
    ActRecorder m_recorder;
    Audit::Entry m_last; ///< of the draft that was taken
    QString m_message;   ///< its text; empty: none was
    TaskQueue m_acts;
};
