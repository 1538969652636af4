// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <unistd.h>

/// A real sshd on this machine's loopback, for the user who runs the test, and a key with a passphrase that
/// it lets in. Nothing of the user's own ssh settings is read.
class SshServer
{
    Q_DISABLE_COPY_MOVE(SshServer)

public:
    SshServer() = default;
    ~SshServer()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
    }

    static bool isInstalled() { return QFile::exists(QStringLiteral("/usr/sbin/sshd")); }

    /// Empty: it listens; otherwise why not.
    QByteArray start(const QString &passphrase)
    {
        if (!keygen({QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                     QStringLiteral("-N"), QString(), QStringLiteral("-f"), path(QStringLiteral("host"))})
                 .isEmpty() ||
            !keygen({QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                     QStringLiteral("-N"), passphrase, QStringLiteral("-f"), path(QStringLiteral("key"))})
                 .isEmpty())
            return "ssh-keygen makes no keys";
        m_fingerprint = keygen({QStringLiteral("-l"), QStringLiteral("-f"), path(QStringLiteral("host.pub"))})
                            .split(' ')
                            .value(1);
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost))
            return "there is no free port";
        m_port = probe.serverPort();
        probe.close();
        return listen();
    }

    /// For core.sshCommand: knows no host until the test's own list of known hosts says so.
    QString sshCommand() const
    {
        write(QStringLiteral("config"), "Host *\nUserKnownHostsFile " + bytePath("known") +
                                            "\nGlobalKnownHostsFile /dev/null\nIdentityFile " +
                                            bytePath("key") + "\nIdentitiesOnly yes\nIdentityAgent none\n");
        return QStringLiteral("ssh -F ") + path(QStringLiteral("config"));
    }
    QString url(const QString &folder) const
    {
        return QStringLiteral("ssh://127.0.0.1:%1%2").arg(m_port).arg(folder);
    }
    quint16 port() const { return m_port; }
    QByteArray fingerprint() const { return m_fingerprint; }
    /// host, key, known: with .pub behind it the public half.
    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

private:
    QByteArray bytePath(const char *name) const { return path(QString::fromLatin1(name)).toUtf8(); }

    static QByteArray keygen(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("ssh-keygen"), arguments);
        return process.waitForFinished(30'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray("failed");
    }

    QByteArray listen()
    {
        write(QStringLiteral("sshd_config"),
              "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " +
                  bytePath("host") + "\nAuthorizedKeysFile " + bytePath("key.pub") +
                  "\nPidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\n"
                  "KbdInteractiveAuthentication no\n");
        if (::geteuid() == 0)
            QDir().mkpath(QStringLiteral("/run/sshd")); // where the service would make it
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(QStringLiteral("/usr/sbin/sshd"),
                       {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                        path(QStringLiteral("sshd_config"))});
        QByteArray said;
        while (m_server.waitForReadyRead(10'000)) {
            said += m_server.readAll();
            if (said.contains("Server listening"))
                return {};
        }
        return "sshd does not start here: " + said + m_server.errorString().toUtf8();
    }

    QTemporaryDir m_dir;
    QProcess m_server;
    quint16 m_port = 0;
    QByteArray m_fingerprint;
};
