// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/lines.h"

#include "audit/text.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Audit {

namespace {

constexpr qint64 kBlock = 256 * 1024;

Result<QByteArray> readBlock(int file, qint64 at, qint64 size)
{
    QByteArray block(size, Qt::Uninitialized);
    for (qint64 got = 0; got < size;) {
        const ssize_t part = ::pread(file, block.data() + got, static_cast<size_t>(size - got), at + got);
        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0) // a file that became shorter meanwhile
            return fail(ErrorKind::External, Text::tr("The audit trail cannot be read."),
                        QString::fromLocal8Bit(part < 0 ? std::strerror(errno) : ""));
        got += part;
    }
    return block;
}

} // namespace

Result<qint64> readLines(int file, qint64 size, const LineSink &sink)
{
    QByteArray rest; // of a line that goes on in the next block
    for (qint64 at = 0; at < size;) {
        const auto block = readBlock(file, at, std::min(kBlock, size - at));
        if (!block)
            return std::unexpected(block.error());
        qint64 start = at - rest.size();
        QByteArrayView view(*block);
        for (qsizetype end = view.indexOf('\n'); end >= 0; end = view.indexOf('\n')) {
            const QByteArrayView line = view.first(end);
            rest += rest.isEmpty() ? QByteArrayView() : line;
            const qint64 length = rest.isEmpty() ? line.size() : rest.size();
            if (!sink(rest.isEmpty() ? line : QByteArrayView(rest), start))
                return 0;
            start += length + 1;
            rest.clear();
            view = view.sliced(end + 1);
        }
        rest += view;
        at += block->size();
    }
    return rest.size();
}

Result<qint64> readLinesBack(int file, qint64 size, const LineSink &sink)
{
    QByteArray later; // the beginning of it is in an earlier block
    qint64 torn = 0;
    bool isTail = true; // what comes last is no line
    const auto tell = [&](QByteArrayView line, qint64 start) {
        if (!std::exchange(isTail, false))
            return sink(line, start);
        torn = line.size();
        return true;
    };
    for (qint64 end = size; end > 0;) {
        const qint64 start = std::max<qint64>(0, end - kBlock);
        auto block = readBlock(file, start, end - start);
        if (!block)
            return std::unexpected(block.error());
        QByteArray bytes = *block + later;
        QByteArrayView view(bytes);
        for (qsizetype at = view.lastIndexOf('\n'); at >= 0; at = view.lastIndexOf('\n')) {
            if (!tell(view.sliced(at + 1), start + at + 1))
                return torn;
            view = view.first(at);
        }
        later = view.toByteArray();
        end = start;
    }
    if (size > 0)
        tell(later, 0);
    return torn;
}

} // namespace Audit
