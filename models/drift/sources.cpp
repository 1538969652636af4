// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/sources.h"

#include "drift/text.h"
#include "environments/catalogue.h"
#include "git/tree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Drift {

namespace {

constexpr qsizetype kMostFiles = 20'000;
constexpr qint64 kMostBytes = 256 * 1024 * 1024;

bool isFile(const Git::TreeFile &file)
{
    return file.kind == Git::FileKind::Regular || file.kind == Git::FileKind::Executable;
}

/// A file of the work tree may differ from what the index holds, so its path is its identity.
Git::ObjectId idOfPath(const QByteArray &path)
{
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1);
    return Git::ObjectId::fromHex(hash.toHex()).value_or(Git::ObjectId());
}

Result<Environments::Files> workFiles(const Git::RepoLocation &where, const CancelToken &cancel)
{
    const auto index = Git::readIndex(where, cancel);
    if (!index)
        return std::unexpected(index.error());
    QHash<Git::ObjectId, QByteArray> paths;
    for (const Git::TreeFile &file : *index)
        if (isFile(file))
            paths.insert(idOfPath(file.path), file.path);
    Environments::Files files([where, paths](const QList<Git::ObjectId> &ids) {
        QList<Result<QByteArray>> texts;
        for (const Git::ObjectId &id : ids)
            texts << Git::readWorkFile(where, paths.value(id));
        return texts;
    });
    for (auto path = paths.cbegin(); path != paths.cend(); ++path)
        files.set(path.value(), path.key());
    return files;
}

} // namespace

Result<Environments::Files> openFiles(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                      const CancelToken &cancel)
{
    if (commit.isNull())
        return workFiles(where, cancel);
    return Environments::filesOf(where, commit, cancel);
}

Result<> exportFiles(Environments::Files &files, const QString &folder, const CancelToken &cancel)
{
    const QList<QByteArray> paths = files.all();
    if (paths.size() > kMostFiles)
        return fail(ErrorKind::Invalid,
                    Text::tr("The repository has too many files for kustomize to be given a copy."));
    const QDir root(folder);
    qint64 written = 0;
    for (const QByteArray &path : paths) {
        if (cancel.isCancelled())
            return failCancelled();
        const auto text = files.text(path);
        if (!text)
            continue; // too large, or not in this clone: kustomize says so if it needs it
        const QString name = root.filePath(QFile::decodeName(path));
        QFile file(name);
        written += text->size();
        if (written > kMostBytes || !root.mkpath(QFileInfo(name).path()) ||
            !file.open(QIODevice::WriteOnly) || file.write(*text) != text->size())
            return fail(ErrorKind::External, Text::tr("No copy of the files could be written for kustomize."),
                        file.errorString());
    }
    return {};
}

} // namespace Drift
