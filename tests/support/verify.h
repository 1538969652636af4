// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QTest>

namespace Tests {

inline QByteArray describe(const Error &error)
{
    return QString(error.message + u" | " + error.detail).toUtf8();
}

} // namespace Tests

/// The result has a value; otherwise the test prints the error.
#define VERIFY_RESULT(result)                                                                                \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : Tests::describe((result).error()).constData())

/// The result is an error of this kind.
#define VERIFY_FAILS(result, expectedKind)                                                                   \
    do {                                                                                                     \
        QVERIFY(!(result).has_value());                                                                      \
        QVERIFY2((result).error().kind == (expectedKind), Tests::describe((result).error()).constData());    \
        QVERIFY(!(result).error().message.isEmpty() || (expectedKind) == ErrorKind::Cancelled);              \
    } while (false)
