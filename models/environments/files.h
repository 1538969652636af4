// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/types.h"
#include "yaml/value.h"

#include <QHash>
#include <QMap>

#include <functional>
#include <map>

namespace Environments {

/// The files of one commit, read when asked for. Contents are known by their blob's id, so that the same
/// content is read and parsed once over all commits. Not thread-safe: every job has its own.
class Files
{
public:
    /// Reads blobs; the answers in the order asked for.
    using Read = std::function<QList<Result<QByteArray>>(const QList<Git::ObjectId> &)>;

    explicit Files(Read read)
        : m_read(std::move(read))
    {}
    /// Files in memory, for tests and previews.
    static Files fromTexts(const QMap<QByteArray, QByteArray> &texts);

    void set(const QByteArray &path, const Git::ObjectId &id) { m_ids[path] = id; }
    void remove(const QByteArray &path) { m_ids.erase(path); }

    bool contains(const QByteArray &path) const { return m_ids.contains(path); }
    bool hasFolder(const QByteArray &folder) const;
    QList<QByteArray> all() const;
    QList<QByteArray> in(const QByteArray &folder) const;      ///< the files right in it; "" is the root
    QList<QByteArray> under(const QByteArray &folder) const;   ///< at any depth
    QList<QByteArray> folders(const QByteArray &folder) const; ///< the folders right in it

    /// NotFound: no such file. Other errors as the blob's reader gives them.
    Result<QByteArray> text(const QByteArray &path);
    /// The YAML or JSON documents of a file.
    Result<QList<Yaml::Document>> documents(const QByteArray &path);
    /// Reads the contents of these files at once.
    void prefetch(const QList<QByteArray> &paths);

private:
    /// Everything right in a folder, by name.
    void visit(const QByteArray &folder, const std::function<void(const QByteArray &path)> &file,
               const std::function<void(const QByteArray &path)> &below) const;

    Read m_read;
    std::map<QByteArray, Git::ObjectId> m_ids;
    QHash<Git::ObjectId, Result<QByteArray>> m_texts;
    QHash<Git::ObjectId, Result<QList<Yaml::Document>>> m_documents;
    qsizetype m_bytes = 0; ///< of m_texts
};

QByteArray parentOf(const QByteArray &path);                         ///< "" for a file in the root
QByteArray nameOf(const QByteArray &path);                           ///< the last part
QByteArray joined(const QByteArray &folder, const QByteArray &name); ///< "" is the root
bool isInside(const QByteArray &path, const QByteArray &folder);     ///< below it; not the folder itself
/// The path that `reference` names when written in `folder`; nothing when it leads out of the repository.
std::optional<QByteArray> resolved(const QByteArray &folder, const QByteArray &reference);

} // namespace Environments
