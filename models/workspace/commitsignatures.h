// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/signaturemarks.h"
#include "workspace/repositorycontroller.h"

/// Verifies the signatures that a list of commits wishes for, some at a time, in the background. Without
/// trust no program is started: what is signed is then unknown. GUI thread only.
class CommitSignatures final : public QObject
{
    Q_OBJECT

public:
    /// repository and marks must outlive this.
    CommitSignatures(RepositoryController &repository, SignatureMarks &marks, QObject *parent = nullptr);

    /// Something is read or verified, or soon will be.
    bool isRunning() const { return m_default.isRunning() || m_verify.isRunning() || m_marks.isPausing(); }
    /// Shown or not; until somebody says so as log.showSignature has it.
    void setShown(bool isShown);

Q_SIGNALS:
    void runningChanged();

private:
    void readDefault();
    void show(bool isShown);
    void take(const QList<Git::ObjectId> &commits);
    void next();

    RepositoryController &m_repository;
    SignatureMarks &m_marks;
    QList<Git::ObjectId> m_waiting; ///< newest wish last
    bool m_isChosen = false;
    LatestTask<bool> m_default;
    LatestTask<QHash<Git::ObjectId, SignatureMark>> m_verify;
};
