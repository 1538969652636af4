// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace Ai {

/// What is sent.
struct Prompt
{
    QString system, user;
    int mostTokens = 1024;    ///< of the answer
    double temperature = 0.2; ///< below 0: the model's own
    QJsonObject schema = {};  ///< JSON Schema of the answer, strict; empty: plain text
    QString schemaName = {};  ///< letters, digits, - and _, at most 64
};

enum class Ending {
    BrokenOff, ///< the stream ended without saying so
    Complete,
    Length, ///< mostTokens reached
};

/// Counted by the provider; -1: it did not say.
struct Usage
{
    qint64 input = -1, output = -1, cached = -1, reasoning = -1;
    bool operator==(const Usage &) const = default;
};

/// An answer.
struct Completion
{
    QString text;
    QString model;     ///< that answered, as the provider names it
    QString requestId; ///< of the provider
    Ending ending = Ending::BrokenOff;
    Usage usage;
};

} // namespace Ai
