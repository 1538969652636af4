// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/descriptor.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <mutex>
#include <thread>

/// What the server sends next, and how long it waits before.
struct Piece
{
    QByteArray bytes;
    std::chrono::milliseconds before{0};
};

using Script = QList<Piece>;

/// An HTTP server on 127.0.0.1 that answers each request with the next script, byte for byte as written,
/// closes the connection, and remembers what it was sent. A request beyond the scripts gets the last one
/// again.
class ScriptedServer
{
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    explicit ScriptedServer(QList<Script> scripts);
    ~ScriptedServer();

    QString address(const QString &path = {}) const; ///< "http://127.0.0.1:PORT" and the path
    QList<QByteArray> requests() const;              ///< head and body of each, in order
    QByteArray body(qsizetype at) const;

    /// A whole answer with its length.
    static Script answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                         const QByteArray &moreHeaders = {});
    /// The head of a stream that ends when the connection does, and its pieces.
    static Script stream(const QList<QByteArray> &pieces, const QByteArray &type = "text/event-stream");

private:
    void serve(const std::stop_token &stop);
    void play(int client, const Script &script, const std::stop_token &stop) const;

    QList<Script> m_scripts;
    Descriptor m_listener;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_requests;
    std::jthread m_thread;
};
