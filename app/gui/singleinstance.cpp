// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/singleinstance.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargestMessage = 256 * 1024;
constexpr qsizetype kMostPaths = 50;

QByteArray message(const QStringList &paths)
{
    const QJsonObject object{{u"version"_s, 1},
                             {u"paths"_s, QJsonArray::fromStringList(paths)},
                             {u"activation"_s, qEnvironmentVariable("XDG_ACTIVATION_TOKEN")}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n');
}

QStringList absolutePaths(const QJsonArray &array)
{
    QStringList paths;
    for (const QJsonValue &value : array)
        if (QDir::isAbsolutePath(value.toString()) && paths.size() < kMostPaths)
            paths += value.toString();
    return paths;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_socketPath(folder.isEmpty() ? QString() : QString(folder + u"/window.socket"_s))
    , m_lock(folder + u"/window.lock"_s)
{
    m_lock.setStaleLockTime(0); // only a dead owner makes it stale, not its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

QString SingleInstance::defaultFolder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty())
        return {};
    const QString folder = runtime + u"/plumbline"_s;
    if (!QDir().mkdir(folder) && !QFileInfo(folder).isDir())
        return {};
    if (QFileInfo(folder).isSymLink())
        return {};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

bool SingleInstance::handOver(const QStringList &paths, std::chrono::milliseconds patience)
{
    if (m_socketPath.isEmpty() || !QFileInfo::exists(m_socketPath))
        return false;
    const QDeadlineTimer deadline(patience);
    auto left = [&deadline] { return int(std::max<qint64>(1, deadline.remainingTime())); };
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(message(paths));
    while (!deadline.hasExpired() && socket.state() == QLocalSocket::ConnectedState) {
        if (socket.canReadLine())
            return socket.readLine().trimmed() == "ok";
        socket.waitForReadyRead(left());
    }
    return socket.canReadLine() && socket.readLine().trimmed() == "ok";
}

bool SingleInstance::listen()
{
    if (m_socketPath.isEmpty() || !m_lock.tryLock(0))
        return false;
    QLocalServer::removeServer(m_socketPath); // ours alone now: whoever made it is gone
    return m_server.listen(m_socketPath);
}

void SingleInstance::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > kLargestMessage)
                socket->abort();
            return;
        }
        const QJsonObject object = QJsonDocument::fromJson(socket->readLine(kLargestMessage)).object();
        const bool isKnown = object.value("version"_L1).toInt() == 1;
        socket->write(isKnown ? "ok\n" : "unknown\n");
        socket->disconnectFromServer();
        if (isKnown)
            Q_EMIT pathsArrived(absolutePaths(object.value("paths"_L1).toArray()),
                                object.value("activation"_L1).toString().toLatin1());
    });
}
