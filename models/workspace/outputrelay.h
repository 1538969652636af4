// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

/// Carries what a program prints from the worker that runs it to the GUI thread. Receivers connect with
/// themselves as context, so nothing arrives once they are gone.
class OutputRelay final : public QObject
{
    Q_OBJECT

public:
    static std::shared_ptr<OutputRelay> make()
    {
        return {new OutputRelay, [](OutputRelay *relay) { relay->deleteLater(); }};
    }
    void send(QByteArrayView piece) { Q_EMIT received(piece.toByteArray()); } ///< any thread

Q_SIGNALS:
    void received(const QByteArray &piece);
};
