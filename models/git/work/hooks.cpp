// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/hooks.h"

#include "base/descriptor.h"
#include "git/repository.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

#include <sys/stat.h>
#include <unistd.h>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

// By names, not by what lies there: among many other files none of these hides.
constexpr const char *kHookNames[] = {
    "applypatch-msg",
    "commit-msg",
    "fsmonitor-watchman",
    "p4-changelist",
    "p4-post-changelist",
    "p4-pre-submit",
    "p4-prepare-changelist",
    "post-applypatch",
    "post-checkout",
    "post-commit",
    "post-index-change",
    "post-merge",
    "post-receive",
    "post-rewrite",
    "post-update",
    "pre-applypatch",
    "pre-auto-gc",
    "pre-commit",
    "pre-merge-commit",
    "pre-push",
    "pre-rebase",
    "pre-receive",
    "prepare-commit-msg",
    "proc-receive",
    "push-to-checkout",
    "reference-transaction",
    "sendemail-validate",
    "update",
};

constexpr qint64 kMostHashed = 16 * 1024 * 1024;
constexpr qsizetype kMostRemembered = 1000;
constexpr qint64 kSettled = 2000; // milliseconds: the coarsest times that file systems keep

QByteArray stampOf(const struct stat &info)
{
    QByteArray stamp;
    for (const qint64 part :
         {qint64(info.st_dev), qint64(info.st_ino), qint64(info.st_size), qint64(info.st_mtim.tv_sec),
          qint64(info.st_mtim.tv_nsec), qint64(info.st_ctim.tv_sec), qint64(info.st_ctim.tv_nsec)})
        stamp += QByteArray::number(part) + ' ';
    return stamp;
}

// What was written a moment ago could be written again without another time.
bool isSettled(const struct stat &info)
{
    const qint64 latest = std::max(info.st_mtim.tv_sec, info.st_ctim.tv_sec) * 1000;
    return QDateTime::currentMSecsSinceEpoch() - latest > kSettled;
}

QByteArray hashOf(const QByteArray &path, const struct stat &seen)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen() || seen.st_size > kMostHashed) { // some can be run and not be read
        hash.addData(stampOf(seen));
    } else {
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        qint64 left = kMostHashed;
        for (ssize_t size = 1; size > 0 && left > 0; left -= size) {
            size = ::read(file.number(), piece.data(), static_cast<size_t>(piece.size()));
            hash.addData(QByteArrayView(piece).first(std::max<ssize_t>(size, 0)));
        }
    }
    return hash.result().toHex().first(32);
}

struct Remembered
{
    QByteArray stamp, hash;
};

/// What files held when they were last read, in this process.
class Memory
{
public:
    QByteArray hashOf(const QByteArray &path, const struct stat &seen)
    {
        const QByteArray stamp = stampOf(seen);
        {
            const QMutexLocker locker(&m_mutex);
            if (const auto known = m_known.constFind(path); known != m_known.cend() && known->stamp == stamp)
                return known->hash;
        }
        const bool mayRemember = isSettled(seen);
        const QByteArray hash = Git::hashOf(path, seen);
        const QMutexLocker locker(&m_mutex);
        if (m_known.size() >= kMostRemembered)
            m_known.clear();
        if (mayRemember)
            m_known.insert(path, {stamp, hash});
        return hash;
    }

private:
    QMutex m_mutex;
    QHash<QByteArray, Remembered> m_known;
};

} // namespace

bool isHookName(const QByteArray &name)
{
    return std::ranges::any_of(kHookNames, [&](const char *each) { return name == each; });
}

QByteArray hooksFolder(const RepoLocation &where, git_config *config)
{
    git_config_entry *entry = nullptr;
    if (git_config_get_entry(&entry, config, "core.hookspath") < 0)
        return where.commonDir + "/hooks";
    const bool isOfRepository = entry->level >= GIT_CONFIG_LEVEL_LOCAL;
    git_config_entry_free(entry);
    Buffer path;
    if (git_config_get_path(&path, config, "core.hookspath") < 0)
        return where.commonDir + "/hooks";
    if (path.bytes().startsWith('/'))
        return isOfRepository ? path.bytes() : QByteArray();
    return (where.isBare() ? where.gitDir : where.workTree) + '/' + path.bytes();
}

QByteArray readHooksFolder(const RepoLocation &where)
{
    const auto repository = openHandle(where);
    if (!repository)
        return {};
    const auto config = readConfiguration(repository->get());
    return config ? hooksFolder(where, config->get()) : QByteArray();
}

QList<Executable> readHooks(const QByteArray &folder)
{
    static Memory memory;
    QList<Executable> hooks;
    if (folder.isEmpty())
        return hooks;
    for (const char *name : kHookNames) {
        const QByteArray path = folder + '/' + name;
        struct stat info = {};
        if (::stat(path.constData(), &info) != 0 || !S_ISREG(info.st_mode) ||
            ::access(path.constData(), X_OK) != 0)
            continue;
        hooks +=
            {.name = QByteArray("hooks/") + name, .command = path + ", sha256:" + memory.hashOf(path, info)};
    }
    return hooks;
}

bool hasHook(const Program &git, const QString &name)
{
    const auto path = git.run({.arguments = {u"rev-parse"_s, u"--path-format=absolute"_s, u"--git-path"_s,
                                             QString(u"hooks/"_s + name)},
                               .kind = Program::Kind::Read},
                              {});
    if (!path)
        return false;
    const QFileInfo hook(
        QFile::decodeName(path->output.endsWith('\n') ? path->output.chopped(1) : path->output));
    return hook.isFile() && hook.isExecutable();
}

} // namespace Git
