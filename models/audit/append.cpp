// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/files.h"
#include "audit/format.h"
#include "audit/head.h"
#include "audit/lines.h"
#include "audit/trail.h"

#include <QFile>

#include <fcntl.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Audit {

namespace {

/// Where a trail ends before a record is added.
struct TrailEnd
{
    qint64 size = 0;               ///< with the last line feed
    qint64 torn = 0;               ///< bytes behind it
    std::optional<quint64> number; ///< of the last line; nothing: it is no record
    QByteArray digest = kNoDigest, previous;
};

Result<TrailEnd> readEnd(int file)
{
    TrailEnd end;
    const qint64 size = sizeOf(file);
    bool isEmpty = true;
    const auto torn = readLinesBack(file, size, [&](QByteArrayView line, qint64) {
        isEmpty = false;
        end.digest = digestOf(line);
        if (const auto link = linkOf(line)) {
            end.number = link->number;
            end.previous = link->previous.toByteArray();
        }
        return false;
    });
    if (!torn)
        return std::unexpected(torn.error());
    if (isEmpty)
        end.number = 0;
    end.torn = *torn;
    end.size = size - *torn;
    return end;
}

/// A trail that is open and locked.
class Writer
{
public:
    Writer(const QString &folder, int trail, int head)
        : m_folder(folder)
        , m_trail(trail)
        , m_head(head)
    {}

    Result<Head> add(const Entry &entry)
    {
        const auto known = readAll(m_head);
        if (!known)
            return std::unexpected(known.error());
        m_known = *known;
        auto end = readEnd(m_trail);
        if (!end)
            return std::unexpected(end.error());
        m_end = *end;
        Entry mended = findFlaw();
        if (!mended.mended.isEmpty()) {
            if (const auto healed = heal(mended, entry); !healed)
                return healed;
        }
        return write(entry);
    }

private:
    /// An entry about what is wrong with the end; empty: nothing.
    Entry findFlaw() const
    {
        Entry found;
        const std::optional<Head> head = parseHead(m_known);
        const quint64 known = head ? head->number : 0, last = m_end.number.value_or(known);
        const bool isNew = m_known.isEmpty() && last <= 1; // its first record was not told of any more
        const bool isNext = head && last == known + 1 && m_end.previous == head->digest;
        if (head && last < known) {
            found.mended = u"cut_off"_s;
            found.lost = qint64(known - last);
        } else if (!m_end.number) {
            found.mended = u"last_line_unreadable"_s;
        } else if (!head && !isNew) {
            found.mended = m_known.isEmpty() ? u"head_missing"_s : u"head_unreadable"_s;
        } else if (head && !isNext && (last != known || m_end.digest != head->digest)) {
            found.mended = u"head_differs"_s;
        } else if (m_end.torn > 0) {
            found.mended = kTornTail;
        }
        return found;
    }

    Result<Head> heal(Entry mended, const Entry &entry)
    {
        mended.timestamp = entry.timestamp;
        mended.user = entry.user;
        mended.operation = kMendedOperation;
        mended.result = u"mended"_s;
        if (m_end.torn > 0) {
            const auto kept = putAside(entry.timestamp);
            if (!kept)
                return std::unexpected(kept.error());
            mended.keptAs = *kept;
            if (::ftruncate(m_trail, m_end.size) != 0)
                return failOnFile(trailFile(m_folder));
        }
        if (!m_end.number) // where the last line is no record, only the head knows
            m_end.number = parseHead(m_known).value_or(Head()).number;
        return write(mended);
    }

    /// Copies what is torn into a file of its own; returns its name.
    Result<QString> putAside(const QDateTime &when) const
    {
        const QString stem = u"torn-%1-%2"_s.arg(when.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s),
                                                 QString::number(m_end.size));
        QString name = stem;
        Descriptor file;
        QByteArray path;
        for (int attempt = 2; !file.isOpen(); ++attempt) {
            path = QFile::encodeName(QString(m_folder + u'/' + name));
            file.reset(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
            if (!file.isOpen() && (errno != EEXIST || attempt > 1000))
                return failOnFile(path);
            if (!file.isOpen())
                name = u"%1-%2"_s.arg(stem, QString::number(attempt));
        }
        QByteArray torn(m_end.torn, Qt::Uninitialized);
        const ssize_t got = ::pread(m_trail, torn.data(), static_cast<size_t>(torn.size()), m_end.size);
        if (got == torn.size() && writeWhole(file.number(), torn) && ::fsync(file.number()) == 0 &&
            syncFolderOf(path))
            return name;
        auto failure = failOnFile(path);
        ::unlink(path.constData());
        return failure;
    }

    Result<Head> write(const Entry &entry)
    {
        const QByteArray line = formatLine(entry, *m_end.number + 1, m_end.digest);
        const Head head{.number = *m_end.number + 1, .digest = digestOf(line)};
        if (!writeWhole(m_trail, QByteArray(line + '\n')) || ::fsync(m_trail) != 0)
            return takeBack(failOnFile(trailFile(m_folder)));
        if (m_end.size == 0 && !syncFolderOf(trailFile(m_folder)))
            return takeBack(failOnFile(trailFile(m_folder)));
        if (!writeWhole(m_head, formatHead(head), 0) || ::ftruncate(m_head, kHeadSize) != 0 ||
            ::fdatasync(m_head) != 0)
            return takeBack(failOnFile(headFile(m_folder)));
        m_known = formatHead(head);
        m_end = {.size = m_end.size + line.size() + 1,
                 .torn = 0,
                 .number = head.number,
                 .digest = head.digest,
                 .previous = m_end.digest};
        return head;
    }

    // What cannot be taken back either stays: a record of what was not done does less harm than none of what
    // was.
    std::unexpected<Error> takeBack(std::unexpected<Error> failure) const
    {
        if (::ftruncate(m_trail, m_end.size) == 0) {
            std::ignore = writeWhole(m_head, m_known, 0) && ::ftruncate(m_head, m_known.size()) == 0;
            std::ignore = ::fsync(m_trail);
        }
        return failure;
    }

    QString m_folder;
    int m_trail, m_head;
    QByteArray m_known; // the content of the head file
    TrailEnd m_end;
};

} // namespace

QString trailFolder(const QString &stateFolder)
{
    return stateFolder.isEmpty() ? QString() : QString(stateFolder + u"/audit"_s);
}

QString trailPath(const QString &folder)
{
    return QFile::decodeName(trailFile(folder));
}

Result<Head> append(const QString &folder, const Entry &entry)
{
    if (const auto prepared = preparePrivateFolder(folder); !prepared)
        return std::unexpected(prepared.error());
    const auto trail = openLocked(trailFile(folder));
    if (!trail)
        return std::unexpected(trail.error());
    const auto head = openOwnFile(headFile(folder), O_RDWR);
    if (!head)
        return std::unexpected(head.error());
    return Writer(folder, trail->number(), head->number()).add(entry);
}

} // namespace Audit
