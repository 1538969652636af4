// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <mutex>

/// A program that was run, without its input and environment and with secrets masked.
struct RunRecord
{
    quint64 number = 0; ///< counts from 1, also over records that were dropped
    QString program;    ///< absolute path
    QStringList arguments;
    QString folder;      ///< where it ran
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds took{0};
    int exitCode = -1;                ///< -1: it did not end by itself, or was not started
    std::optional<ErrorKind> problem; ///< why it did not end by itself
    QString errorTail;                ///< the last lines of its standard error, or of the problem; plain text
};

/// Runs programs by another runner and keeps what was run: the last 2,000. Any thread.
class LoggedRunner final : public ProcessRunner
{
    Q_DISABLE_COPY_MOVE(LoggedRunner)

public:
    /// The runner must outlive this.
    explicit LoggedRunner(const ProcessRunner &runner, qsizetype capacity = 2000);

    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override;

    QList<RunRecord> records() const; ///< oldest first

    /// Called with each record when its program has ended, on the thread that ran it. The number it returns
    /// is for unsubscribe(), after which the receiver is not called any more.
    quint64 subscribe(std::function<void(const RunRecord &)> receiver);
    void unsubscribe(quint64 number);

private:
    void keep(RunRecord record) const;

    const ProcessRunner &m_runner;
    const qsizetype m_capacity;
    mutable std::mutex m_mutex, m_telling;
    mutable QList<RunRecord> m_records;
    mutable quint64 m_count = 0;
    QHash<quint64, std::function<void(const RunRecord &)>> m_receivers; ///< guarded by m_telling
    quint64 m_lastReceiver = 0;
};
