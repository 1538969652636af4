// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/reflog.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qint64 kReflogPiece = 64 * 1024;      // bytes read at once, from the end
constexpr qsizetype kLongestLine = 1024 * 1024; // bytes; git cuts messages to one line, so this is damage

std::optional<ObjectId> parseId(QByteArrayView hex)
{
    auto id = ObjectId::fromHex(hex);
    const bool isNone = id && std::ranges::all_of(hex, [](char digit) { return digit == '0'; });
    return isNone ? ObjectId() : id;
}

// "BEFORE AFTER NAME <EMAIL> SECONDS +HHMM\tMESSAGE"
std::optional<ReflogEntry> parseLine(const QByteArray &line)
{
    const qsizetype tab = line.indexOf('\t');
    const QByteArray head = tab < 0 ? line : line.first(tab);
    const qsizetype first = head.indexOf(' '), second = head.indexOf(' ', first + 1);
    const qsizetype open = head.indexOf('<', second), close = head.lastIndexOf('>');
    if (first < 0 || second < 0 || open < second || close < open)
        return std::nullopt;
    const auto before = parseId(head.first(first));
    const auto after = parseId(head.sliced(first + 1, second - first - 1));
    const QList<QByteArray> time = head.sliced(close + 1).simplified().split(' ');
    bool isTime = false;
    const qint64 seconds = time.first().toLongLong(&isTime);
    if (!before || !after || !isTime || time.size() != 2)
        return std::nullopt;
    const int zone = time[1].toInt();
    return ReflogEntry{.before = *before,
                       .after = *after,
                       .who = {QString::fromUtf8(head.sliced(second + 1, open - second - 1).trimmed()),
                               QString::fromUtf8(head.sliced(open + 1, close - open - 1))},
                       .when = {seconds, zone / 100 * 60 + zone % 100},
                       .message = tab < 0 ? QByteArray() : line.sliced(tab + 1)};
}

/// Whole lines of a file, the last one first.
class LinesFromEnd
{
public:
    explicit LinesFromEnd(const RegularFile &file)
        : m_file(file)
        , m_start(file.size())
    {}

    /// Nothing at the beginning of the file.
    Result<std::optional<QByteArray>> next(const CancelToken &cancel)
    {
        while (true) {
            const qsizetype feed = m_text.lastIndexOf('\n');
            if (feed >= 0 || (m_start == 0 && !m_text.isEmpty())) {
                const QByteArray line = m_text.sliced(feed + 1);
                m_text.truncate(std::max<qsizetype>(0, feed));
                if (line.isEmpty())
                    continue;
                return line;
            }
            if (m_start == 0)
                return std::nullopt;
            if (const auto read = readPiece(cancel); !read)
                return std::unexpected(read.error());
        }
    }

private:
    Result<void> readPiece(const CancelToken &cancel)
    {
        const qint64 size = std::min(kReflogPiece, m_start);
        QByteArray piece(size, Qt::Uninitialized);
        const auto read = m_file.read(
            m_start - size, {reinterpret_cast<uchar *>(piece.data()), static_cast<size_t>(size)}, cancel);
        if (!read)
            return read;
        m_start -= size;
        if (m_text.size() > kLongestLine)
            m_text.clear();
        m_text.prepend(piece);
        return {};
    }

    const RegularFile &m_file;
    qint64 m_start;    ///< of what was read
    QByteArray m_text; ///< read and not yet given out
};

// Those of one work tree, see gitrepository-layout(5).
bool isOfWorkTree(const QByteArray &ref)
{
    return !ref.contains('/') || ref.startsWith("refs/bisect/") || ref.startsWith("refs/worktree/") ||
           ref.startsWith("refs/rewritten/");
}

Result<bool> hasLog(const QByteArray &folder, const QByteArray &name)
{
    const auto checked = checkWorkFile({.gitDir = folder, .commonDir = folder, .workTree = folder}, name);
    if (checked)
        return true;
    return checked.error().kind == ErrorKind::NotFound ? Result<bool>(false)
                                                       : std::unexpected(checked.error());
}

} // namespace

Result<QList<ReflogEntry>> readReflog(const RepoLocation &where, const QByteArray &ref, qsizetype limit,
                                      const CancelToken &cancel)
{
    if (!isInnerPath(ref) || ref.endsWith('/'))
        //: %1: the name of a ref
        return fail(ErrorKind::Invalid, Text::tr("%1 is no name of a ref.").arg(displayPath(ref)));
    const QByteArray folder = isOfWorkTree(ref) ? where.gitDir : where.commonDir, name = "logs/" + ref;
    const auto there = hasLog(folder, name);
    if (!there || !*there)
        return there ? Result<QList<ReflogEntry>>(QList<ReflogEntry>()) : std::unexpected(there.error());
    const auto file = RegularFile::open(folder + '/' + name);
    if (!file)
        return std::unexpected(file.error());
    QList<ReflogEntry> entries;
    LinesFromEnd lines(*file);
    while (entries.size() < limit) {
        const auto line = lines.next(cancel);
        if (!line)
            return std::unexpected(line.error());
        if (!*line)
            break;
        if (auto entry = parseLine(**line))
            entries.append(*std::move(entry));
    }
    return entries;
}

} // namespace Git
