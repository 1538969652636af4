// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/error.h"

#include "base/text.h"
#include "git/text.h"

#include <git2.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

ErrorKind kindOf(int code, int area)
{
    switch (code) {
    case GIT_EUSER:
        return ErrorKind::Cancelled;
    case GIT_ENOTFOUND:
    case GIT_EAMBIGUOUS:
    case GIT_EUNBORNBRANCH:
        return ErrorKind::NotFound;
    case GIT_EOWNER:
        return ErrorKind::Denied;
    case GIT_EINVALIDSPEC:
    case GIT_EBAREREPO:
        return ErrorKind::Invalid;
    case GIT_ELOCKED:
    case GIT_ECONFLICT:
    case GIT_EMODIFIED:
        return ErrorKind::Conflict;
    default:
        // What lies in the repository cannot be used; nothing is wrong with what was asked for.
        return area == GIT_ERROR_NOMEMORY || area == GIT_ERROR_INTERNAL ? ErrorKind::Internal
                                                                        : ErrorKind::NotFound;
    }
}

} // namespace

Error lastError(int code, const QString &message)
{
    const git_error *last = git_error_last();
    const QByteArray words = last && last->message ? QByteArray(last->message) : QByteArray();
    return {kindOf(code, last ? last->klass : 0), message, displayText(words), {}};
}

} // namespace Git
