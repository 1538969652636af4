// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/failure.h"

#include <QJsonObject>

namespace Ai {

/// The answer without its reasoning (<think>…</think>, also where one of the two is missing), and without the
/// fence or the sentence around it ("Here is …:"). Indentation and blank lines within stay. Pure.
QString plainAnswer(const QString &text);

/// The one JSON object of an answer, checked against the schema it was asked by: type, properties, required,
/// enum, maxLength, additionalProperties; nothing else is known. Malformed, with the key that is wrong. Pure.
std::expected<QJsonObject, Failure> objectIn(const QString &text, const QJsonObject &schema);

} // namespace Ai
