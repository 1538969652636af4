// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/files.h"

#include "base/text.h"
#include "environments/text.h"

#include <QCryptographicHash>

namespace Environments {

namespace {

// Old contents are dropped beyond this, so that a long history does not fill the memory.
constexpr qsizetype keptBytes = 64 * 1024 * 1024;

QByteArray prefixOf(const QByteArray &folder)
{
    return folder.isEmpty() ? QByteArray() : QByteArray(folder + '/');
}

} // namespace

Files Files::fromTexts(const QMap<QByteArray, QByteArray> &texts)
{
    QHash<Git::ObjectId, QByteArray> contents;
    QHash<QByteArray, Git::ObjectId> ids;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const QByteArray hash = QCryptographicHash::hash(it.value(), QCryptographicHash::Sha1);
        const auto id =
            Git::ObjectId::fromRaw(reinterpret_cast<const uchar *>(hash.constData()), hash.size());
        contents.insert(id, it.value());
        ids.insert(it.key(), id);
    }
    Files files([contents](const QList<Git::ObjectId> &wanted) {
        QList<Result<QByteArray>> answers;
        for (const Git::ObjectId &id : wanted) {
            const auto place = contents.constFind(id);
            if (place == contents.constEnd())
                answers.append(fail(ErrorKind::NotFound, Text::tr("This content is not there.")));
            else
                answers.append(*place);
        }
        return answers;
    });
    for (auto it = ids.begin(); it != ids.end(); ++it)
        files.set(it.key(), it.value());
    return files;
}

bool Files::hasFolder(const QByteArray &folder) const
{
    const QByteArray prefix = prefixOf(folder);
    const auto place = m_ids.lower_bound(prefix);
    return place != m_ids.end() && place->first.startsWith(prefix);
}

QList<QByteArray> Files::all() const
{
    return under({});
}

QList<QByteArray> Files::under(const QByteArray &folder) const
{
    QList<QByteArray> found;
    const QByteArray prefix = prefixOf(folder);
    for (auto it = m_ids.lower_bound(prefix); it != m_ids.end() && it->first.startsWith(prefix); ++it)
        found.append(it->first);
    return found;
}

void Files::visit(const QByteArray &folder, const std::function<void(const QByteArray &path)> &file,
                  const std::function<void(const QByteArray &path)> &below) const
{
    const QByteArray prefix = prefixOf(folder);
    auto it = m_ids.lower_bound(prefix);
    while (it != m_ids.end() && it->first.startsWith(prefix)) {
        const qsizetype slash = it->first.indexOf('/', prefix.size());
        if (slash < 0) {
            file(it->first);
            ++it;
            continue;
        }
        const QByteArray path = it->first.first(slash);
        below(path);
        it = m_ids.lower_bound(QByteArray(path + '0')); // past the whole folder: '0' is the byte after '/'
    }
}

QList<QByteArray> Files::in(const QByteArray &folder) const
{
    QList<QByteArray> found;
    visit(folder, [&](const QByteArray &path) { found.append(path); }, [](const QByteArray &) {});
    return found;
}

QList<QByteArray> Files::folders(const QByteArray &folder) const
{
    QList<QByteArray> found;
    visit(folder, [](const QByteArray &) {}, [&](const QByteArray &path) { found.append(path); });
    return found;
}

void Files::prefetch(const QList<QByteArray> &paths)
{
    QList<Git::ObjectId> wanted;
    for (const QByteArray &path : paths) {
        const auto place = m_ids.find(path);
        if (place != m_ids.end() && !m_texts.contains(place->second))
            wanted.append(place->second);
    }
    if (wanted.isEmpty())
        return;
    if (m_bytes > keptBytes) {
        m_texts.clear();
        m_documents.clear();
        m_bytes = 0;
    }
    const QList<Result<QByteArray>> answers = m_read(wanted);
    for (qsizetype i = 0; i < wanted.size() && i < answers.size(); ++i) {
        m_bytes += answers[i] ? answers[i]->size() : 0;
        m_texts.insert(wanted[i], answers[i]);
    }
}

Result<QByteArray> Files::text(const QByteArray &path)
{
    const auto place = m_ids.find(path);
    if (place == m_ids.end())
        return fail(ErrorKind::NotFound, Text::tr("%1 is not there.").arg(displayText(path)));
    prefetch({path});
    const auto known = m_texts.constFind(place->second);
    if (known == m_texts.constEnd())
        return fail(ErrorKind::Internal, Text::tr("%1 could not be read.").arg(displayText(path)));
    return *known;
}

Result<QList<Yaml::Document>> Files::documents(const QByteArray &path)
{
    const auto place = m_ids.find(path);
    if (place != m_ids.end()) {
        const auto known = m_documents.constFind(place->second);
        if (known != m_documents.constEnd())
            return *known;
    }
    const Result<QByteArray> content = text(path);
    if (!content)
        return std::unexpected(content.error());
    Result<QList<Yaml::Document>> read = Yaml::parse(*content, displayText(path));
    if (read) // an error names this path, another file of the same content would be named wrongly
        m_documents.insert(place->second, read);
    return read;
}

QByteArray parentOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

QByteArray nameOf(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder.isEmpty() ? name : QByteArray(folder + '/' + name);
}

bool isInside(const QByteArray &path, const QByteArray &folder)
{
    return folder.isEmpty() ? !path.isEmpty() : path.startsWith(QByteArray(folder + '/'));
}

std::optional<QByteArray> resolved(const QByteArray &folder, const QByteArray &reference)
{
    if (reference.startsWith('/'))
        return {};
    QByteArrayList parts = folder.isEmpty() ? QByteArrayList() : folder.split('/');
    for (const QByteArray &part : reference.split('/')) {
        if (part.isEmpty() || part == ".")
            continue;
        if (part != "..") {
            parts.append(part);
            continue;
        }
        if (parts.isEmpty())
            return {};
        parts.removeLast();
    }
    return parts.join('/');
}

} // namespace Environments
