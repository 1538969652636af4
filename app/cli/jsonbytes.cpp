// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonbytes.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace Cli {

void insertBytes(QJsonObject &object, const QString &key, const QByteArray &bytes)
{
    const QString text = displayText(bytes);
    object.insert(key, text);
    if (text.toUtf8() != bytes)
        object.insert(key + u"Bytes"_s, QString::fromLatin1(bytes.toBase64()));
}

} // namespace Cli
