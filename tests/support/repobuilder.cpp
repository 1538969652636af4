// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/repobuilder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace Tests {

namespace {

void writeBytes(const QByteArray &path, const QByteArray &content, int mode)
{
    ::unlink(path.constData());
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (file < 0)
        qFatal("cannot write %s", path.constData());
    const bool isWritten =
        ::write(file, content.constData(), static_cast<size_t>(content.size())) == content.size();
    ::fchmod(file, static_cast<mode_t>(mode));
    ::close(file);
    if (!isWritten)
        qFatal("cannot write all of %s", path.constData());
}

void makeParents(const QByteArray &path)
{
    for (qsizetype at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1))
        ::mkdir(path.first(at).constData(), 0755);
}

QString gitProgram()
{
    static const QString program = QStandardPaths::findExecutable(u"git"_s);
    if (program.isEmpty())
        qFatal("these tests need the git program");
    return program;
}

QString prepareHome(const QString &home)
{
    for (const char *name :
         {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_COUNT"})
        qunsetenv(name);
    qputenv("HOME", home.toUtf8());
    qputenv("XDG_CONFIG_HOME", (home + u"/.config"_s).toUtf8());
    qputenv("XDG_STATE_HOME", (home + u"/.local/state"_s).toUtf8());
    qputenv("XDG_DATA_HOME", (home + u"/.local/share"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", (home + u"/.cache"_s).toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    writeBytes((home + u"/.gitconfig"_s).toUtf8(),
               "[user]\n\tname = Ada Example\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
               "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[protocol \"file\"]\n\tallow = always\n"
               "[advice]\n\tdetachedHead = false\n",
               0644);
    return home;
}

} // namespace

QString isolatedHome()
{
    static const QTemporaryDir dir;
    static const QString home = prepareHome(dir.path());
    return home;
}

RepoBuilder::RepoBuilder(const QStringList &initArguments)
{
    isolatedHome();
    m_path = QDir(m_dir.path()).canonicalPath() + u"/repository"_s;
    QDir().mkpath(m_path);
    QDir().mkpath(folder());
    git(QStringList{u"init"_s, u"-q"_s, u"--template="_s} + initArguments);
}

RepoBuilder::~RepoBuilder()
{
    std::error_code ignored; // QTemporaryDir cannot remove names that are not UTF-8
    std::filesystem::remove_all(m_path.toStdString(), ignored);
}

QString RepoBuilder::path() const
{
    return m_path;
}

QString RepoBuilder::folder() const
{
    return QDir(m_dir.path()).canonicalPath() + u"/beside"_s;
}

QString RepoBuilder::gitDir() const
{
    return QFile::exists(m_path + u"/.git"_s) ? m_path + u"/.git"_s : m_path;
}

QByteArray RepoBuilder::bytePath(const QByteArray &relative) const
{
    return relative.isEmpty() ? QFile::encodeName(m_path)
                              : QByteArray(QFile::encodeName(m_path) + '/' + relative);
}

RepoBuilder &RepoBuilder::write(const QByteArray &path, const QByteArray &content, int mode)
{
    makeParents(bytePath(path));
    writeBytes(bytePath(path), content, mode);
    return *this;
}

RepoBuilder &RepoBuilder::link(const QByteArray &path, const QByteArray &target)
{
    makeParents(bytePath(path));
    ::unlink(bytePath(path).constData());
    if (::symlink(target.constData(), bytePath(path).constData()) != 0)
        qFatal("cannot link %s", path.constData());
    return *this;
}

RepoBuilder &RepoBuilder::remove(const QByteArray &path)
{
    if (::unlink(bytePath(path).constData()) != 0)
        qFatal("cannot remove %s", path.constData());
    return *this;
}

QByteArray RepoBuilder::read(const QByteArray &path) const
{
    const int file = ::open(bytePath(path).constData(), O_RDONLY | O_CLOEXEC);
    QFile device;
    if (file < 0 || !device.open(file, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        qFatal("cannot read %s", path.constData());
    return device.readAll();
}

bool RepoBuilder::exists(const QByteArray &path) const
{
    struct stat info = {};
    return ::lstat(bytePath(path).constData(), &info) == 0;
}

RepoBuilder &RepoBuilder::stage(const QList<QByteArray> &paths)
{
    if (paths.isEmpty())
        git({u"add"_s, u"-A"_s});
    else
        git({u"--literal-pathspecs"_s, u"add"_s, u"-A"_s, u"--pathspec-from-file=-"_s,
             u"--pathspec-file-nul"_s},
            paths.join('\0'));
    return *this;
}

QByteArray RepoBuilder::commit(const QByteArray &message, const CommitOptions &options)
{
    if (options.stagesAll)
        stage();
    m_clock = options.time != 0 ? options.time : m_clock + 60;
    m_author = options.author;
    m_email = options.email;
    git(QStringList{u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"--allow-empty-message"_s,
                    u"--cleanup=verbatim"_s, u"-F"_s, u"-"_s} +
            options.arguments,
        message);
    return resolve("HEAD");
}

RepoBuilder &RepoBuilder::branch(const QByteArray &name, const QByteArray &at)
{
    git({u"branch"_s, QString::fromUtf8(name), QString::fromUtf8(at)});
    return *this;
}

RepoBuilder &RepoBuilder::checkout(const QByteArray &name)
{
    git({u"checkout"_s, u"-q"_s, QString::fromUtf8(name)});
    return *this;
}

QByteArray RepoBuilder::merge(const QByteArray &name, const QByteArray &message)
{
    m_clock += 60;
    git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, QString::fromUtf8(message), QString::fromUtf8(name)});
    return resolve("HEAD");
}

RepoBuilder &RepoBuilder::tag(const QByteArray &name, const QByteArray &message)
{
    if (message.isEmpty())
        git({u"tag"_s, QString::fromUtf8(name)});
    else
        git({u"tag"_s, u"-a"_s, u"-F"_s, u"-"_s, QString::fromUtf8(name)}, message);
    return *this;
}

RepoBuilder &RepoBuilder::config(const QString &key, const QString &value)
{
    git({u"config"_s, key, value});
    return *this;
}

RepoBuilder &RepoBuilder::hook(const QByteArray &name, const QByteArray &script)
{
    const QByteArray path = QFile::encodeName(gitDir()) + "/hooks/" + name;
    makeParents(path);
    writeBytes(path, script, 0755);
    return *this;
}

QByteArray RepoBuilder::resolve(const QByteArray &revision) const
{
    return git({u"rev-parse"_s, u"--verify"_s, u"-q"_s, QString::fromUtf8(revision)}).trimmed();
}

QByteArray RepoBuilder::git(const QStringList &arguments, const QByteArray &input) const
{
    const Output result = tryGit(arguments, input);
    if (result.exitCode != 0)
        qFatal("git %s: %d: %s", qPrintable(arguments.join(u' ')), result.exitCode,
               result.errors.constData());
    return result.output;
}

RepoBuilder::Output RepoBuilder::tryGit(const QStringList &arguments, const QByteArray &input) const
{
    const QString date = u"%1 +0000"_s.arg(m_clock);
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, isolatedHome());
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"GIT_AUTHOR_NAME"_s, QString::fromUtf8(m_author));
    environment.insert(u"GIT_AUTHOR_EMAIL"_s, QString::fromUtf8(m_email));
    environment.insert(u"GIT_COMMITTER_NAME"_s, QString::fromUtf8(m_author));
    environment.insert(u"GIT_COMMITTER_EMAIL"_s, QString::fromUtf8(m_email));
    environment.insert(u"GIT_AUTHOR_DATE"_s, date);
    environment.insert(u"GIT_COMMITTER_DATE"_s, date);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_path);
    process.start(gitProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("git %s does not end", qPrintable(arguments.join(u' ')));
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace Tests
