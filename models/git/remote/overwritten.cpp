// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/overwritten.h"

#include "git/log.h"

using namespace Qt::StringLiterals;

namespace Git {

Result<Overwritten> readOverwritten(const Program &git, const ObjectId &there, const ObjectId &local,
                                    qsizetype most, const CancelToken &cancel)
{
    const auto list = [&](const QString &option) {
        return git.run(
            {.arguments = {u"rev-list"_s, option, there.text(), QString(u'^' + local.text()), u"--"_s},
             .timeout = {},
             .kind = Program::Kind::Read},
            cancel);
    };
    const auto count = list(u"--count"_s);
    if (!count)
        return std::unexpected(count.error());
    const auto ids = list(u"--max-count=%1"_s.arg(most));
    if (!ids)
        return std::unexpected(ids.error());
    Overwritten read{.count = count->output.trimmed().toLongLong()};
    for (const QByteArray &line : ids->output.split('\n')) {
        const auto id = ObjectId::fromHex(line);
        if (!id)
            continue;
        auto details = readCommit(git.location(), *id);
        if (!details)
            return std::unexpected(details.error());
        read.newest += std::move(details->commit);
    }
    return read;
}

} // namespace Git
