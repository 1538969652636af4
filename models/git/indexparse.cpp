// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sparseindex.h"
#include "git/text.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace Git {

namespace {

constexpr qsizetype kIndexHeader = 12, kIdEnd = 60, kHash = GIT_OID_SHA1_SIZE;
constexpr qsizetype kLeastEntry = kIdEnd + 2;

/// Reads entries one after the other; nothing is read beyond the end.
class EntryReader
{
public:
    EntryReader(QByteArrayView content, quint32 version)
        : m_content(content)
        , m_version(version)
    {}

    std::optional<IndexRecord> next()
    {
        const qsizetype start = m_at;
        if (m_content.size() - start < kLeastEntry)
            return std::nullopt;
        IndexRecord record{.entry = takeFields()};
        if (record.entry.flags & GIT_INDEX_ENTRY_EXTENDED) {
            if (m_version < 3 || m_content.size() - m_at < 2)
                return std::nullopt;
            record.entry.flags_extended = number<quint16>();
        }
        if (!(m_version == 4 ? takeShortened() : takeName()))
            return std::nullopt;
        if (m_version < 4) // filled up with at least one zero
            m_at = start + ((m_at - start + 8) & ~qsizetype(7));
        if (m_at > m_content.size() || m_path.isEmpty())
            return std::nullopt;
        record.path = m_path;
        return record;
    }

private:
    template<class T> T number()
    {
        const T value = qFromBigEndian<T>(m_content.data() + m_at);
        m_at += qsizetype(sizeof(T));
        return value;
    }

    git_index_entry takeFields()
    {
        git_index_entry entry = {};
        entry.ctime = {number<qint32>(), number<quint32>()};
        entry.mtime = {number<qint32>(), number<quint32>()};
        entry.dev = number<quint32>();
        entry.ino = number<quint32>();
        entry.mode = number<quint32>();
        entry.uid = number<quint32>();
        entry.gid = number<quint32>();
        entry.file_size = number<quint32>();
        std::memcpy(entry.id.id, m_content.data() + m_at, size_t(kHash));
        m_at += kHash;
        entry.flags = number<quint16>();
        return entry;
    }

    // Ends at a zero, which version 4 skips and the padding of the others begins with.
    bool takeName()
    {
        const qsizetype end = m_content.indexOf('\0', m_at);
        if (end < 0)
            return false;
        m_path = m_content.sliced(m_at, end - m_at).toByteArray();
        m_at = end;
        return true;
    }

    // How many bytes of the name before to drop, then what follows them.
    bool takeShortened()
    {
        quint64 dropped = 0;
        for (bool isFirst = true;; isFirst = false) {
            if (m_at >= m_content.size() || dropped > (quint64(1) << 32))
                return false;
            const auto byte = static_cast<uchar>(m_content[m_at++]);
            dropped = ((isFirst ? 0 : dropped + 1) << 7) + (byte & 0x7f);
            if ((byte & 0x80) == 0)
                break;
        }
        if (dropped > static_cast<quint64>(m_path.size()))
            return false;
        const QByteArray kept = m_path.chopped(static_cast<qsizetype>(dropped));
        if (!takeName())
            return false;
        m_path.prepend(kept);
        ++m_at;
        return true;
    }

    QByteArrayView m_content;
    quint32 m_version;
    qsizetype m_at = kIndexHeader;
    QByteArray m_path; ///< of the entry before
};

std::unexpected<Error> failDamaged()
{
    return fail(ErrorKind::Invalid, Text::tr("The index is damaged."));
}

// Git may leave the checksum out, and writes zeros then.
bool isWhole(QByteArrayView content)
{
    const QByteArrayView stored = content.last(kHash);
    return stored == QByteArray(kHash, '\0') ||
           QCryptographicHash::hash(content.chopped(kHash), QCryptographicHash::Sha1) == stored;
}

} // namespace

Result<QList<IndexRecord>> parseIndex(const QByteArray &content)
{
    if (content.size() < kIndexHeader + kHash || !content.startsWith("DIRC") || !isWhole(content))
        return failDamaged();
    const auto version = qFromBigEndian<quint32>(content.constData() + 4);
    const auto count = qFromBigEndian<quint32>(content.constData() + 8);
    if (version < 2 || version > 4 || qint64(count) * kLeastEntry > content.size())
        return failDamaged();
    EntryReader reader(QByteArrayView(content).chopped(kHash), version);
    QList<IndexRecord> records;
    records.reserve(count);
    for (quint32 at = 0; at < count; ++at) {
        auto record = reader.next();
        if (!record)
            return failDamaged();
        records += *std::move(record);
    }
    return records;
}

} // namespace Git
