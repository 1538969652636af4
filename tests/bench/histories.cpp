// SPDX-License-Identifier: GPL-3.0-or-later
#include "histories.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Told apart by what makes them differ: changes when HistoryStream writes something else.
constexpr int kVersion = 1;

std::unexpected<QString> failed(const QString &sentence)
{
    return std::unexpected(sentence);
}

std::expected<void, QString> import(const QString &repository, HistoryStream::Shape shape)
{
    QProcess git;
    git.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    git.start(QStandardPaths::findExecutable(u"git"_s),
              {u"-C"_s, repository, u"fast-import"_s, u"--quiet"_s, u"--done"_s});
    if (!git.waitForStarted(-1))
        return failed(u"git does not start"_s);
    HistoryStream stream(shape);
    for (QByteArray part = stream.next(); !part.isEmpty(); part = stream.next()) {
        git.write(part);
        while (git.bytesToWrite() > 0) {
            if (!git.waitForBytesWritten(-1))
                return failed(u"git fast-import stopped reading"_s);
        }
    }
    git.closeWriteChannel();
    if (!git.waitForFinished(-1) || git.exitCode() != 0)
        return failed(u"git fast-import failed"_s);
    return {};
}

std::expected<void, QString> fill(const QString &repository, HistoryStream::Shape shape)
{
    if (!QDir().mkpath(repository))
        return failed(u"cannot make "_s + repository);
    if (const auto made = runGit(repository, {u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s}); !made)
        return failed(made.error());
    if (const auto imported = import(repository, shape); !imported)
        return imported;
    if (const auto packed = runGit(repository, {u"pack-refs"_s, u"--all"_s}); !packed)
        return failed(packed.error());
    const auto graph =
        runGit(repository, {u"commit-graph"_s, u"write"_s, u"--reachable"_s, u"--no-progress"_s});
    if (!graph)
        return failed(graph.error());
    return {};
}

qint64 sizeOf(const QString &folder)
{
    qint64 size = 0;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();)
        size += each.nextFileInfo().size();
    return size;
}

bool takesPart(const QString &relative)
{
    return !relative.startsWith("hooks/"_L1) && !relative.endsWith(".lock"_L1);
}

} // namespace

std::expected<QByteArray, QString> runGit(const QString &repository, const QStringList &arguments,
                                          const QByteArray &input)
{
    QProcess git;
    git.setWorkingDirectory(repository);
    git.start(QStandardPaths::findExecutable(u"git"_s), arguments);
    git.write(input);
    git.closeWriteChannel();
    if (!git.waitForFinished(-1) || git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0)
        return failed(u"git "_s + arguments.first() + u" failed: "_s +
                      QString::fromUtf8(git.readAllStandardError()).left(200).trimmed());
    return git.readAllStandardOutput();
}

QString Histories::nameOf(HistoryStream::Shape shape)
{
    return u"history-%1-%2-v%3.git"_s.arg(shape.commits).arg(shape.branches).arg(kVersion);
}

Histories::Path Histories::make(HistoryStream::Shape shape) const
{
    if (const QString given = m_given.value(nameOf(shape)); !given.isEmpty())
        return QDir(given).exists() ? Path(given) : failed(u"there is no "_s + given);
    const QString path = m_folder + u'/' + nameOf(shape);
    if (QDir(path).exists())
        return path;
    const QString unfinished = path + u".part"_s;
    QDir(unfinished).removeRecursively();
    QElapsedTimer timer;
    timer.start();
    if (const auto filled = fill(unfinished, shape); !filled)
        return failed(filled.error());
    if (!QDir().rename(unfinished, path))
        return failed(u"cannot rename "_s + unfinished);
    std::fprintf(stderr, "made %s: %lld MB in %lld s\n", qUtf8Printable(path), sizeOf(path) / 1'000'000,
                 timer.elapsed() / 1000);
    return path;
}

Histories::Path Histories::copy(const QString &repository, const QString &folder)
{
    QDir(folder).removeRecursively();
    const QDir from(repository);
    for (QDirIterator each(repository, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
         each.hasNext();) {
        const QString source = each.next();
        const QString relative = from.relativeFilePath(source);
        if (!takesPart(relative))
            continue;
        const QString target = folder + u'/' + relative;
        QDir().mkpath(each.fileInfo().isDir() ? target : QFileInfo(target).path());
        if (each.fileInfo().isDir())
            continue;
        const bool isLinked =
            relative.startsWith("objects/"_L1) &&
            ::link(QFile::encodeName(source).constData(), QFile::encodeName(target).constData()) == 0;
        if (!isLinked && !QFile::copy(source, target))
            return failed(u"cannot copy "_s + source);
    }
    return folder;
}

Histories::Path Histories::copyWithoutGraph(const QString &repository, const QString &folder)
{
    const Path made = copy(repository, folder);
    if (made) {
        QFile::remove(folder + u"/objects/info/commit-graph"_s);
        QDir(folder + u"/objects/info/commit-graphs"_s).removeRecursively();
    }
    return made;
}

Histories::Path Histories::copyWithRefs(const QString &repository, const QString &folder, int refs)
{
    const Path made = copy(repository, folder);
    if (!made)
        return made;
    const auto all = runGit(folder, {u"rev-list"_s, u"--all"_s});
    if (!all)
        return failed(all.error());
    const qsizetype width = all->indexOf('\n') + 1;
    const qsizetype commits = all->size() / std::max<qsizetype>(1, width);
    if (commits == 0)
        return failed(u"there is no commit in "_s + repository);
    QByteArray updates;
    for (qsizetype at = 0; at < refs; ++at) {
        const qsizetype commit = at * commits / refs;
        updates += "create refs/heads/team-" + QByteArray::number(at % 40) + "/task-" +
                   QByteArray::number(at) + ' ' + all->sliced(commit * width, width);
    }
    for (const auto &[arguments, input] :
         {std::pair(QStringList{u"update-ref"_s, u"--stdin"_s}, updates),
          std::pair(QStringList{u"pack-refs"_s, u"--all"_s}, QByteArray())}) {
        if (const auto done = runGit(folder, arguments, input); !done)
            return failed(done.error());
    }
    return made;
}

bool addCommit(const QString &repository)
{
    const auto made =
        runGit(repository, {u"-c"_s, u"user.name=Ada Example"_s, u"-c"_s, u"user.email=ada@example.org"_s,
                            u"commit-tree"_s, u"-p"_s, u"HEAD"_s, u"-m"_s, u"one more"_s, u"HEAD^{tree}"_s});
    return made && runGit(repository, {u"update-ref"_s, u"HEAD"_s, QString::fromLatin1(made->trimmed())});
}
