// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QScopeGuard>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <exception>

/// Runs two halves of one work at the same time, `there` on the pool, and returns when both have ended: both
/// may refer to what the caller owns, even when one of them throws. Throws what a half threw, that of `here`
/// before that of `there`. Blocking.
template<class Here, class There> void runBothHalves(QThreadPool &pool, Here &&here, There &&there)
{
    std::exception_ptr failure;
    {
        QFuture<void> other = QtConcurrent::run(&pool, [&] {
            try {
                there();
            } catch (...) {
                failure = std::current_exception();
            }
        });
        const auto join = qScopeGuard([&other] { other.waitForFinished(); });
        here();
    }
    if (failure)
        std::rethrow_exception(failure);
}
