// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

/// One window process per user: a later start hands its paths to the first.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// folder: private to the user, see defaultFolder(); empty: every process is on its own.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    static QString
    defaultFolder(); ///< in the user's runtime folder, made with mode 0700; empty when there is none

    /// Gives the paths to the process that listens. False when there is none, or it does not answer in time:
    /// then this process opens its own window. Blocking, at most about a second; before the window exists.
    bool handOver(const QStringList &paths, std::chrono::milliseconds patience = std::chrono::seconds(1));

    /// Becomes the one that listens, unless a living process is; takes away what a killed one left.
    bool listen();

Q_SIGNALS:
    void pathsArrived(const QStringList &paths, const QByteArray &activationToken);

private:
    void serve(QLocalSocket *socket);

    QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
};
