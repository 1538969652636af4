// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Cli {

/// A text, and where its bytes cannot be had back from that also those, in base64, as KEYBytes.
void insertBytes(QJsonObject &object, const QString &key, const QByteArray &bytes);

} // namespace Cli
