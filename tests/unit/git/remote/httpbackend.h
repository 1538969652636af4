// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

/// Serves one bare repository by HTTP on this machine, through git's own `git http-backend`, to who has the
/// right name and password. In the thread that makes it, by its event loop.
class HttpBackend
{
    Q_DISABLE_COPY_MOVE(HttpBackend)

public:
    HttpBackend(QString repository, const QByteArray &login)
        : m_repository(std::move(repository))
        , m_login("Basic " + login.toBase64())
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                take(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen at");
    }

    QByteArray url(const QByteArray &user = {}) const
    {
        return "http://" + (user.isEmpty() ? QByteArray() : QByteArray(user + '@')) +
               "127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/repository";
    }
    int refused = 0; ///< requests without the right login

private:
    void take(QTcpSocket *socket)
    {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            QByteArray &request = m_requests[socket];
            request += socket->readAll();
            const qsizetype end = request.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            QHash<QByteArray, QByteArray> headers;
            const QList<QByteArray> lines = request.first(end).split('\n');
            for (const QByteArray &line : lines.sliced(1))
                headers.insert(line.first(line.indexOf(':')).toLower(),
                               line.sliced(line.indexOf(':') + 1).trimmed());
            const QByteArray body = request.sliced(end + 4);
            if (body.size() < headers.value("content-length").toLongLong())
                return;
            answer(socket, lines.first().trimmed().split(' '), headers, body);
            m_requests.remove(socket);
        });
    }

    void answer(QTcpSocket *socket, const QList<QByteArray> &line,
                const QHash<QByteArray, QByteArray> &headers, const QByteArray &body)
    {
        if (headers.value("authorization") != m_login) {
            ++refused;
            socket->write("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"Username for "
                          "'https://forge.example': \"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        } else {
            const QByteArray output = runBackend(line, headers, body);
            const qsizetype status = output.indexOf("Status: ");
            const bool isOk = status < 0 || status > output.indexOf("\r\n\r\n");
            socket->write("HTTP/1.1 " +
                          (isOk ? QByteArray("200 OK") : output.sliced(status + 8, 3) + " Said") +
                          "\r\nConnection: close\r\n" + output);
        }
        socket->disconnectFromHost();
    }

    QByteArray runBackend(const QList<QByteArray> &line, const QHash<QByteArray, QByteArray> &headers,
                          const QByteArray &body) const
    {
        const QByteArray target = line.value(1);
        const qsizetype question = target.indexOf('?');
        QProcess backend;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const auto set = [&](const char *name, const QByteArray &value) {
            environment.insert(QString::fromLatin1(name), QString::fromUtf8(value));
        };
        set("GIT_PROJECT_ROOT", m_repository.first(m_repository.lastIndexOf(u'/')).toUtf8());
        set("GIT_HTTP_EXPORT_ALL", "1");
        set("REMOTE_USER", "ada");
        set("REQUEST_METHOD", line.value(0));
        set("PATH_INFO", question < 0 ? target : target.first(question));
        set("QUERY_STRING", question < 0 ? QByteArray() : target.sliced(question + 1));
        set("CONTENT_TYPE", headers.value("content-type"));
        set("CONTENT_LENGTH", headers.value("content-length"));
        set("HTTP_CONTENT_ENCODING", headers.value("content-encoding"));
        set("GIT_PROTOCOL", headers.value("git-protocol"));
        backend.setProcessEnvironment(environment);
        backend.start(QStringLiteral("git"), {QStringLiteral("http-backend")});
        backend.write(body);
        backend.closeWriteChannel();
        backend.waitForFinished(20'000);
        return backend.readAllStandardOutput();
    }

    QString m_repository;
    QByteArray m_login;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_requests;
};
