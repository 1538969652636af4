// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QTest>

namespace Tests {

inline QByteArray describe(const Error &error)
{
    return QString(error.message + u" | " + error.detail).toUtf8();
}

/// Empty when it has a value.
template<class T> QByteArray describeError(const Result<T> &result)
{
    return result ? QByteArray() : describe(result.error());
}

} // namespace Tests

/// The result has a value; otherwise the test prints the error. What is given is evaluated once.
#define VERIFY_RESULT(result)                                                                                \
    do {                                                                                                     \
        const auto &verified_ = (result);                                                                    \
        QVERIFY2(verified_.has_value(), Tests::describeError(verified_).constData());                        \
    } while (false)

/// The result is an error of this kind. What is given is evaluated once.
#define VERIFY_FAILS(result, expectedKind)                                                                   \
    do {                                                                                                     \
        const auto &verified_ = (result);                                                                    \
        QVERIFY2(!verified_.has_value(), #result);                                                           \
        QVERIFY2(verified_.error().kind == (expectedKind), Tests::describeError(verified_).constData());     \
        QVERIFY(!verified_.error().message.isEmpty() || (expectedKind) == ErrorKind::Cancelled);             \
    } while (false)
