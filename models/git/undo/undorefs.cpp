// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/undo/undorefs.h"

#include "git/undo/refpeek.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<ObjectId> readRefId(const Program &git, const QByteArray &name)
{
    if (const auto id = peekRef(git.location(), name))
        return *id;
    // The name goes by input: it may be any bytes.
    const auto result = git.run({.arguments = {u"cat-file"_s, u"--batch-check=%(objectname)"_s},
                                 .input = name + '\n',
                                 .kind = Program::Kind::Read},
                                {});
    if (!result)
        return std::unexpected(result.error());
    return ObjectId::fromHex(result->output.trimmed()).value_or(ObjectId());
}

Result<QByteArray> readHeadBranch(const Program &git)
{
    if (auto branch = peekHeadBranch(git.location()))
        return *std::move(branch);
    const auto result = git.run({.arguments = {u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                {});
    return result ? Result<QByteArray>(result->output.trimmed()) : std::unexpected(result.error());
}

} // namespace Git
