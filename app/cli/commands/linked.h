// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Cli {

/// Puts a name into a JSON object; one that is not UTF-8 gets a second field with all of its bytes in base64.
void insertName(QJsonObject &object, const QString &key, const QByteArray &name);

} // namespace Cli
