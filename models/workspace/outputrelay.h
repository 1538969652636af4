// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/process.h"

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
    void send(OutputChannel channel, QByteArrayView piece) ///< any thread
    {
        Q_EMIT received(channel, piece.toByteArray());
    }

Q_SIGNALS:
    void received(OutputChannel channel, const QByteArray &piece);
};
