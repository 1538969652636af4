// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/scan/indexfile.h"

#include "base/text.h"
#include "git/regularfile.h"
#include "git/text.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace Git {

namespace {

constexpr qsizetype kIndexFileHeader = 12, kIdEnd = 60, kHash = GIT_OID_SHA1_SIZE, kExtensionHeader = 8;
constexpr qsizetype kLeastEntry = kIdEnd + 2;
constexpr qint64 kLargestIndexFile = qint64(1) << 30;
constexpr qsizetype kMostNames = 16; ///< times the file, for all names of version 4 together

/// Reads entries one after the other; nothing is read beyond the end.
class EntryReader
{
public:
    EntryReader(QByteArrayView content, quint32 version, std::pmr::monotonic_buffer_resource *names)
        : m_content(content)
        , m_version(version)
        , m_names(names)
    {}

    qsizetype at() const { return m_at; }

    std::optional<git_index_entry> next()
    {
        const qsizetype start = m_at;
        if (m_content.size() - start < kLeastEntry)
            return std::nullopt;
        git_index_entry entry = takeFields();
        if (entry.flags & GIT_INDEX_ENTRY_EXTENDED) {
            if (m_version < 3 || m_content.size() - m_at < 2)
                return std::nullopt;
            entry.flags_extended = number<quint16>();
        }
        if (!(m_version == 4 ? takeShortened() : takeName()))
            return std::nullopt;
        if (m_version < 4) // filled up with at least one zero
            m_at = start + ((m_at - start + 8) & ~qsizetype(7));
        if (m_at > m_content.size() || m_path.isEmpty())
            return std::nullopt;
        entry.path = m_path.data();
        return entry;
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
        const QByteArrayView rest = m_content.sliced(m_at);
        const void *end = std::memchr(rest.data(), 0, size_t(rest.size()));
        if (!end)
            return false;
        m_path = rest.first(static_cast<const char *>(end) - rest.data());
        m_at += m_path.size();
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
        const QByteArrayView kept = m_path.chopped(static_cast<qsizetype>(dropped));
        if (!takeName())
            return false;
        ++m_at;
        return join(kept, m_path);
    }

    bool join(QByteArrayView kept, QByteArrayView added)
    {
        const qsizetype size = kept.size() + added.size();
        m_named += size + 1;
        if (m_named > kMostNames * m_content.size())
            return false;
        auto *name = static_cast<char *>(m_names->allocate(size_t(size) + 1, 1));
        std::copy(kept.begin(), kept.end(), name);
        std::copy(added.begin(), added.end(), name + kept.size());
        name[size] = '\0';
        m_path = {name, size};
        return true;
    }

    QByteArrayView m_content;
    quint32 m_version;
    std::pmr::monotonic_buffer_resource *m_names;
    qsizetype m_at = kIndexFileHeader, m_named = 0;
    QByteArrayView m_path; ///< of the entry before
};

/// What a ReadOnce keeps.
struct LastRead
{
    int jobs = 0;
    QByteArray path, stamp, content;
};
thread_local LastRead lastRead;

Result<QByteArray> readContent(const QByteArray &path, const CancelToken &cancel)
{
    if (lastRead.jobs == 0)
        return readRegularFile(path, kLargestIndexFile, cancel);
    const auto file = RegularFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    if (lastRead.path == path && lastRead.stamp == file->stamp())
        return lastRead.content;
    auto content = readRegularFile(path, kLargestIndexFile, cancel);
    if (content) // of that stamp or a later one, which then is another
        lastRead = {.jobs = lastRead.jobs, .path = path, .stamp = file->stamp(), .content = *content};
    return content;
}

std::unexpected<Error> failDamagedIndex()
{
    return fail(ErrorKind::Invalid, Text::tr("The index is damaged."));
}

} // namespace

IndexFile::ReadOnce::ReadOnce()
{
    ++lastRead.jobs;
}

IndexFile::ReadOnce::~ReadOnce()
{
    if (--lastRead.jobs == 0)
        lastRead = {};
}

Result<IndexFile> IndexFile::read(const RepoLocation &where, const CancelToken &cancel)
{
    const QByteArray path = where.indexFile.isEmpty() ? where.gitDir + "/index" : where.indexFile;
    struct stat info = {}; // before it is opened: one that takes its place meanwhile is no older
    if (::stat(path.constData(), &info) != 0 && errno == ENOENT)
        return IndexFile({});
    auto content = readContent(path, cancel);
    if (!content)
        return std::unexpected(content.error());
    if (content->isEmpty()) // as for Git
        return IndexFile({});
    auto file = parse(*std::move(content));
    if (file)
        file->m_written = info.st_mtim;
    return file;
}

Result<IndexFile> IndexFile::parse(QByteArray content)
{
    IndexFile file(std::move(content));
    const QByteArrayView bytes(file.m_content);
    if (bytes.size() < kIndexFileHeader + kHash || !bytes.startsWith("DIRC"))
        return failDamagedIndex();
    const auto version = qFromBigEndian<quint32>(bytes.data() + 4);
    const auto count = qFromBigEndian<quint32>(bytes.data() + 8);
    if (version < 2 || version > 4 || qint64(count) * kLeastEntry > bytes.size())
        return failDamagedIndex();
    if (version == 4)
        file.m_names = std::make_unique<std::pmr::monotonic_buffer_resource>(size_t(bytes.size()));
    const QByteArrayView used = bytes.chopped(kHash);
    EntryReader reader(used, version, file.m_names.get());
    file.m_entries.reserve(count);
    for (quint32 at = 0; at < count; ++at) {
        const auto entry = reader.next();
        if (!entry)
            return failDamagedIndex();
        file.m_entries.push_back(*entry);
    }
    file.m_isPlain = file.takeExtensions(used.sliced(reader.at())) && file.isInOrder();
    return file;
}

// False for one that changes what the entries mean: its name begins with a small letter.
bool IndexFile::takeExtensions(QByteArrayView rest)
{
    while (rest.size() >= kExtensionHeader) {
        const QByteArrayView name = rest.first(4);
        const qsizetype size = qFromBigEndian<quint32>(rest.data() + 4);
        if (size > rest.size() - kExtensionHeader || name[0] < 'A' || name[0] > 'Z')
            return false;
        if (name == "TREE")
            m_cachedTrees = rest.sliced(kExtensionHeader, size);
        rest = rest.sliced(kExtensionHeader + size);
    }
    return rest.isEmpty();
}

bool IndexFile::isInOrder() const
{
    for (size_t at = 1; at < m_entries.size(); ++at) {
        const int compared = std::strcmp(m_entries[at - 1].path, m_entries[at].path);
        const int stages = git_index_entry_stage(&m_entries[at]) - git_index_entry_stage(&m_entries[at - 1]);
        if (compared > 0 || (compared == 0 && stages <= 0))
            return false;
    }
    return std::ranges::none_of(m_entries, [](const git_index_entry &entry) {
        return entry.mode == GIT_FILEMODE_TREE; // of a sparse index
    });
}

bool IndexFile::isWhole() const
{
    if (m_content.isEmpty())
        return true;
    const QByteArrayView stored = QByteArrayView(m_content).last(kHash);
    return stored == QByteArray(kHash, '\0') ||
           QCryptographicHash::hash(QByteArrayView(m_content).chopped(kHash), QCryptographicHash::Sha1) ==
               stored;
}

} // namespace Git
