// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/messagestore.h"
#include "workspace/repositorycontroller.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

/// The commit message that is being written, kept for each branch. A branch that is checked out shows what
/// was written for it; one at the same commit that has no message yet takes along what is being written, as
/// does the next commit without a branch. Writes on an own thread; a disk that takes nothing is only told.
/// GUI thread only.
class MessageKeeper final : public QObject
{
    Q_OBJECT

public:
    /// folder: absolute; empty: nothing is kept. repository must outlive this.
    MessageKeeper(RepositoryController &repository, QString folder, QObject *parent = nullptr);
    ~MessageKeeper() override; ///< writes what is waiting

    bool isKeeping() const { return !m_folder.isEmpty(); }
    void keep(const KeptMessage &message);                   ///< for every key; written within 300 ms
    void flush();                                            ///< writes what is waiting at once
    void remember(const QString &message);                   ///< it was committed
    const QStringList &history() const { return m_history; } ///< newest first

Q_SIGNALS:
    void messageTaken(const KeptMessage &message); ///< to be shown in place of what is there
    void problemRaised(const QString &sentence);   ///< once, until it is kept again

private:
    void enterPlace();
    void load();
    void takeLoaded(const Result<KeptMessages> &kept);
    void takeStored(const KeptMessage &stored);
    void putBehind(const QByteArray &place, const KeptMessage &stored, const KeptMessage &written);
    void save(const QByteArray &place, const KeptMessage &message);
    void setKept(const QByteArray &place, const KeptMessage &message);
    void saveAgain();
    template<class Job> void write(const QByteArray &place, Job job);
    void finishWrite(const QByteArray &place, const Result<void> &result);

    RepositoryController &m_repository;
    QString m_folder;
    std::optional<MessageStore> m_store;
    QByteArray m_place; // empty: HEAD is not known yet
    Git::ObjectId m_target;
    KeptMessage m_current;
    QHash<QByteArray, KeptMessage> m_kept; // of all places
    QStringList m_history;
    QSet<QByteArray> m_early;   // places that were written before the disk was read
    QSet<QByteArray> m_unsaved; // that the disk did not take
    bool m_isLoaded = false;
    bool m_isFailing = false;
    std::chrono::milliseconds m_pause; // before the next attempt
    QTimer m_delay, m_retry;
    QThreadPool m_pool; // of one thread, so that a later text never loses to an earlier one; the first to go
};
