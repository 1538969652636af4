// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/runlog.h"

#include "base/secrets.h"
#include "base/text.h"

#include <QElapsedTimer>

namespace {

constexpr qsizetype kTail = 4096; // bytes of standard error
constexpr qsizetype kLongestArgument = 1000;

QStringList shown(const QStringList &arguments)
{
    QStringList shortened = maskSecrets(arguments);
    for (QString &argument : shortened) {
        if (argument.size() > kLongestArgument)
            argument = argument.first(kLongestArgument) + u'…';
    }
    return shortened;
}

// From the start of a line, so that no secret loses the words it is known by.
QByteArray tailOf(const QByteArray &errors)
{
    if (errors.size() <= kTail)
        return errors;
    const qsizetype line = errors.indexOf('\n', errors.size() - kTail);
    return line < 0 ? QByteArray() : errors.sliced(line + 1);
}

} // namespace

LoggedRunner::LoggedRunner(const ProcessRunner &runner, qsizetype capacity)
    : m_runner(runner)
    , m_capacity(capacity)
{}

Result<ProcessResult> LoggedRunner::run(const ProcessRequest &request, const CancelToken &cancel) const
{
    RunRecord record{.program = request.program,
                     .arguments = shown(request.arguments),
                     .folder = request.workingDirectory,
                     .startedAt = QDateTime::currentDateTimeUtc()};
    QElapsedTimer timer;
    timer.start();
    Result<ProcessResult> result = m_runner.run(request, cancel);
    record.took = std::chrono::milliseconds(timer.elapsed());
    if (result) {
        record.exitCode = result->exitCode;
        record.errorTail = maskSecrets(displayText(tailOf(result->errors)));
    } else {
        record.problem = result.error().kind;
        record.errorTail = maskSecrets(displayText(tailOf(result.error().detail.toUtf8())));
    }
    keep(std::move(record));
    return result;
}

QList<RunRecord> LoggedRunner::records() const
{
    const std::scoped_lock lock(m_mutex);
    return m_records;
}

quint64 LoggedRunner::subscribe(std::function<void(const RunRecord &)> receiver)
{
    const std::scoped_lock lock(m_telling);
    m_receivers.insert(++m_lastReceiver, std::move(receiver));
    return m_lastReceiver;
}

void LoggedRunner::unsubscribe(quint64 number)
{
    const std::scoped_lock lock(m_telling);
    m_receivers.remove(number);
}

void LoggedRunner::keep(RunRecord record) const
{
    {
        const std::scoped_lock lock(m_mutex);
        record.number = ++m_count;
        m_records += record;
        if (m_records.size() > m_capacity)
            m_records.removeFirst();
    }
    const std::scoped_lock lock(m_telling);
    for (const auto &receiver : m_receivers)
        receiver(record);
}
