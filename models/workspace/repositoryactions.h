// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/repositorycontroller.h"
#include "workspace/sequence/signing.h"

/// Things that are done with a repository on its queue of writes, one at a time; another that is asked for
/// meanwhile is ignored. Afterwards everyone is told that the repository changed. GUI thread only.
class RepositoryActions : public QObject
{
    Q_OBJECT

public:
    bool isRunning() const { return !m_doing.isEmpty(); }
    const QString &doing() const { return m_doing; } ///< "Applying the stash"; empty: nothing runs
    void cancel();

Q_SIGNALS:
    void runningChanged();
    void succeeded(const QString &message);
    void failed(const Error &error);

protected:
    /// repository must outlive this.
    explicit RepositoryActions(RepositoryController &repository, QObject *parent = nullptr);

    RepositoryController &repository() { return m_repository; }
    const RepositoryController &repository() const { return m_repository; }

    /// work(Git::Program, CancelToken) -> Result<T> on the queue; told(const T &), or told() where T is void,
    /// when it went well, here. Else failed(), but for what was cancelled.
    template<class T, class Work, class Told> void run(const QString &doing, Work work, Told told)
    {
        if (isRunning())
            return;
        start(doing);
        m_cancel = m_repository.writes().add<T>(
            this,
            [work = std::move(work),
             signing = Signing(m_repository)](const CancelToken &cancel) -> Result<T> {
                const SigningRunner runner(signing);
                return work(runner.git(), cancel);
            },
            [this, told = std::move(told)](const Result<T> &result) {
                finish(result ? Error{} : result.error());
                if constexpr (std::is_void_v<T>) {
                    if (result)
                        told();
                } else if (result) {
                    told(*result);
                }
                m_repository.note(kEverything);
            });
    }

private:
    void start(const QString &doing);
    void finish(const Error &error); // without a message: none

    RepositoryController &m_repository;
    QString m_doing;
    CancelSource m_cancel;
};
