// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/blame.h"
#include "git/blamelinemap.h"

namespace Git {

struct BlamedContent
{
    QByteArray bytes; ///< as git is told of them
    BlameText text;
    BlameLineMap lines;

    static Result<BlamedContent> ofText(const QByteArray &text);
};

/// What a query blames: of the work tree, or of a commit, for which git fetches what a partial clone left
/// out. Errors as of readBlame().
Result<BlamedContent> readBlamedContent(const Program &git, const BlameQuery &query,
                                        const CancelToken &cancel);

} // namespace Git
