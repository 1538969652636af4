// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/preparedmessage.h"

#include "git/regularfile.h"

namespace Git {

namespace {

constexpr qint64 kLargestMessage = 1024 * 1024; // bytes
constexpr QByteArrayView kScissors("------------------------ >8 ------------------------");

/// Empty when it is not there.
Result<QByteArray> readMessageFile(const RepoLocation &where, const QByteArray &name,
                                   const CancelToken &cancel)
{
    auto content = readRegularFile(where.gitDir + '/' + name, kLargestMessage, cancel);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return QByteArray();
    return content;
}

QByteArray trimmedEnd(QByteArray line)
{
    while (!line.isEmpty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.chop(1);
    return line;
}

} // namespace

QByteArray cleanedMessage(const QByteArray &message, const MessageConfig &config)
{
    if (config.cleanup == MessageCleanup::Verbatim)
        return message;
    // Where git chooses the character itself, it has chosen the usual one for what it wrote.
    const QByteArray prefix = config.commentPrefix.isEmpty() ? QByteArray("#") : config.commentPrefix;
    const bool strips = config.cleanup == MessageCleanup::Default || config.cleanup == MessageCleanup::Strip;
    QList<QByteArray> kept;
    for (const QByteArray &raw : message.split('\n')) {
        if (config.cleanup == MessageCleanup::Scissors && raw.startsWith(prefix) && raw.contains(kScissors))
            break;
        const QByteArray line = trimmedEnd(raw);
        const bool isSecondBlank = line.isEmpty() && (kept.isEmpty() || kept.last().isEmpty());
        if (!isSecondBlank && !(strips && line.startsWith(prefix)))
            kept.append(line);
    }
    while (!kept.isEmpty() && kept.last().isEmpty())
        kept.removeLast();
    return kept.join('\n');
}

Result<QByteArray> readPreparedMessage(const RepoLocation &where, const CancelToken &cancel)
{
    const auto squash = readMessageFile(where, "SQUASH_MSG", cancel);
    const auto merge = squash ? readMessageFile(where, "MERGE_MSG", cancel) : squash;
    if (!merge)
        return merge;
    if (squash->isEmpty() && merge->isEmpty())
        return QByteArray();
    const auto config = readMessageConfig(where, cancel);
    if (!config)
        return std::unexpected(config.error());
    QByteArray message = cleanedMessage(*squash + *merge, *config);
    while (message.endsWith('\n'))
        message.chop(1);
    return message;
}

} // namespace Git
