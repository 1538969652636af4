// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "driver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

/// Who works in a repository.
namespace FaultTest {

struct Ended
{
    Words words;
    bool isDone = false;
    QByteArray said;     ///< of a success what it did, else the message
    bool isGits = false; ///< somebody at a prompt did it
};

/// One of us: a process that carries out what it is told, one after the other.
class Instance
{
public:
    explicit Instance(const QString &repository)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(qEnvironmentVariable("PLUMBLINE_FAULTDRIVER"), {repository});
    }
    ~Instance()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

    void begin(const Words &words)
    {
        m_words = words;
        m_process.write(words.join(' ') + '\n');
        m_process.waitForBytesWritten();
    }

    Ended end()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {
        }
        const QJsonObject said = QJsonDocument::fromJson(m_process.readLine()).object();
        if (said.isEmpty())
            qFatal("%s does not end", m_words.join(' ').constData());
        const bool isDone = said[QStringLiteral("done")].toBool();
        return {m_words, isDone,
                said[isDone ? QStringLiteral("said") : QStringLiteral("message")].toString().toUtf8()};
    }

private:
    QProcess m_process;
    Words m_words;
};

inline QStringList inTerminal(const Words &words)
{
    const QString last = QString::fromUtf8(words.last());
    const QByteArray &what = words.first();
    if (what == "stage")
        return {QStringLiteral("add"), QStringLiteral("-A"), QStringLiteral("--"), last};
    // Not by `git reset`: it reads the index before it takes the lock and loses what others stage in between.
    if (what == "unstage")
        return {QStringLiteral("restore"), QStringLiteral("--staged"), QStringLiteral("--"), last};
    if (what == "commit")
        return {QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), last};
    if (what == "stash")
        return {QStringLiteral("stash"), QStringLiteral("push"), QStringLiteral("-q"),
                QStringLiteral("-u"),    QStringLiteral("-m"),   last};
    if (what == "branch")
        return {QStringLiteral("branch"), last};
    return {QStringLiteral("checkout"), QStringLiteral("-q"), last};
}

/// Somebody at a prompt.
class Terminal
{
public:
    explicit Terminal(const QString &repository)
        : m_repository(repository)
    {}

    void begin(const Words &words)
    {
        m_words = words;
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStandardPaths::findExecutable(QStringLiteral("git")),
                        QStringList{QStringLiteral("-C"), m_repository} + inTerminal(words));
    }

    Ended end()
    {
        if (!m_process.waitForFinished(60'000))
            qFatal("git does not end");
        return {m_words, m_process.exitCode() == 0, m_process.readAll().trimmed(), true};
    }

private:
    QString m_repository;
    QProcess m_process;
    Words m_words;
};

} // namespace FaultTest
