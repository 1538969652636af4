// SPDX-License-Identifier: GPL-3.0-or-later
#include "work.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace FaultTest {

namespace {

QByteArray contentOf(const QFileInfo &info)
{
    if (info.isSymLink())
        return QFile::encodeName(info.readSymLink());
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(info.filePath()));
    return file.readAll();
}

QByteArray blobId(const QByteArray &content)
{
    const QByteArray whole = "blob " + QByteArray::number(content.size()) + '\0' + content;
    return QCryptographicHash::hash(whole, QCryptographicHash::Sha1).toHex();
}

QList<QFileInfo> workFiles(const QString &repository)
{
    QList<QFileInfo> files;
    const QString gitDir = repository + u"/.git/"_s;
    QDirIterator each(repository, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info = each.nextFileInfo();
        if (!info.filePath().startsWith(gitDir))
            files += info;
    }
    std::ranges::sort(files, {}, &QFileInfo::filePath);
    return files;
}

} // namespace

QByteArray runGit(const QString &repository, const QStringList &arguments, bool mayFail)
{
    static const QString program = QStandardPaths::findExecutable(u"git"_s);
    QProcess process;
    process.setProgram(program);
    process.setArguments(QStringList{u"-C"_s, repository} + arguments);
    process.start();
    if (!process.waitForFinished(60'000))
        qFatal("git %s does not end", qPrintable(arguments.value(0)));
    if (process.exitCode() != 0 && !mayFail)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput() + (mayFail ? process.readAllStandardError() : QByteArray());
}

QSet<QByteArray> everyObject(const QString &repository)
{
    QSet<QByteArray> ids;
    // A record of what can be undone goes when that was done, but not what it held.
    const QByteArray commits = runGit(
        repository, {u"rev-list"_s, u"--exclude=refs/plumbline/*"_s, u"--all"_s, u"--reflog"_s, u"--"_s});
    const QByteArray blobs =
        runGit(repository, {u"rev-list"_s, u"--objects"_s, u"--no-object-names"_s, u"--all"_s, u"--reflog"_s,
                            u"--indexed-objects"_s, u"--filter=object:type=blob"_s,
                            u"--filter-provided-objects"_s, u"--"_s});
    for (const QByteArray &line : QByteArray(commits + blobs).split('\n'))
        ids.insert(line);
    for (const QFileInfo &info : workFiles(repository))
        ids.insert(blobId(contentOf(info)));
    ids.remove({});
    return ids;
}

QSet<QByteArray> stagedContent(const QString &repository, const QByteArray &path)
{
    QSet<QByteArray> ids;
    const QByteArray lines = runGit(repository, {u"ls-files"_s, u"-s"_s, u"--"_s, QFile::decodeName(path)});
    for (const QByteArray &line : lines.split('\n'))
        if (!line.isEmpty())
            ids.insert(line.split(' ').value(1));
    return ids;
}

QSet<QByteArray> blobsOf(const QString &repository, const QByteArray &tree, const QByteArray &path)
{
    QSet<QByteArray> ids;
    const QStringList arguments{
        u"ls-tree"_s,           u"-r"_s, u"--object-only"_s, QString::fromLatin1(tree), u"--"_s,
        QFile::decodeName(path)};
    for (const QByteArray &line : runGit(repository, arguments).split('\n'))
        ids.insert(line);
    return ids;
}

QByteArray visibleState(const QString &repository)
{
    QByteArray state = runGit(repository, {u"log"_s, u"-1"_s, u"--format=%T%n%B"_s, u"HEAD"_s, u"--"_s});
    QFile head(repository + u"/.git/HEAD"_s);
    state += head.open(QIODevice::ReadOnly) ? head.readAll() : "no HEAD\n"_ba;
    state += runGit(repository, {u"ls-files"_s, u"-s"_s});
    for (const QFileInfo &info : workFiles(repository))
        state += (info.isSymLink()      ? "link "
                  : info.isExecutable() ? "run "
                                        : "file ") +
                 blobId(contentOf(info)) + ' ' +
                 QFile::encodeName(info.filePath().sliced(repository.size())) + '\n';
    return state;
}

QByteArray damage(const QString &repository)
{
    const QByteArray said =
        runGit(repository, {u"fsck"_s, u"--full"_s, u"--no-dangling"_s, u"--no-progress"_s}, true);
    return said.startsWith("notice: HEAD points to an unborn branch") ? QByteArray() : said.trimmed();
}

QList<QByteArray> lockFiles(const QString &repository)
{
    QList<QByteArray> found;
    QDirIterator each(repository + u"/.git"_s, {u"*.lock"_s}, QDir::Files | QDir::Hidden | QDir::System,
                      QDirIterator::Subdirectories);
    while (each.hasNext())
        found += QFile::encodeName(each.next());
    std::ranges::sort(found);
    return found;
}

void copyFolder(const QString &from, const QString &to)
{
    std::filesystem::remove_all(to.toStdString());
    std::filesystem::copy(from.toStdString(), to.toStdString(),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::copy_symlinks);
}

} // namespace FaultTest
