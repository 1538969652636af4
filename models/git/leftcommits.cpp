// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/leftcommits.h"

#include "git/undorecord.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<std::optional<UndoRecord>> recordLeftCommits(const Program &git, const ObjectId &to,
                                                    const QByteArray &branch, const CancelToken &cancel)
{
    const auto present = git.run({.arguments = {u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s},
                                  .kind = Program::Kind::Read,
                                  .goodExits = {0, 1}},
                                 cancel);
    if (!present)
        return std::unexpected(present.error());
    if (present->exitCode == 0)
        return std::nullopt;
    QStringList arguments{u"rev-list"_s,   u"--max-count=1"_s, u"HEAD"_s,     u"--not"_s,
                          u"--branches"_s, u"--tags"_s,        u"--remotes"_s};
    if (!to.isNull())
        arguments << to.text();
    const auto left = git.run({.arguments = arguments << u"--"_s, .kind = Program::Kind::Read}, cancel);
    if (!left)
        return std::unexpected(left.error());
    const auto head = ObjectId::fromHex(left->output.trimmed()); // the newest one is HEAD itself
    if (!head)
        return std::nullopt;
    const UndoContent content{
        .action = UndoAction::LeaveCommits, .head = branch, .refs = {{"HEAD"_ba, *head, to}}, .files = {}};
    auto record = writeUndoRecord(git, content, cancel);
    if (!record)
        return std::unexpected(record.error());
    return *std::move(record);
}

} // namespace Git
