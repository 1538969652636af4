// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <exception>
#include <type_traits>

/// Runs work and turns an exception (out of memory, a library's own) into an Internal error,
/// because nothing may be thrown across a thread or module boundary.
template<class Work> std::invoke_result_t<Work> guarded(Work &&work)
{
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception &problem) {
        return fail(ErrorKind::Internal, QStringLiteral("Unexpected failure"),
                    QString::fromUtf8(problem.what()));
    }
}
