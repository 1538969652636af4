// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/truststore.h"

#include "settings/atomicfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace {

struct TrustStoreText
{
    Q_DECLARE_TR_FUNCTIONS(TrustStore)
};

constexpr int kTrustsVersion = 1;
constexpr qint64 kLargestTrusts = 4 * 1024 * 1024;
constexpr int kTrustsWait = 2000; // milliseconds; a write takes a few

struct Identity
{
    quint64 device = 0, inode = 0;
    bool operator==(const Identity &) const = default;
};

std::optional<Identity> identify(const QByteArray &gitDir)
{
    struct stat info = {};
    if (gitDir.isEmpty() || ::stat(gitDir.constData(), &info) != 0)
        return std::nullopt;
    return Identity{static_cast<quint64>(info.st_dev), static_cast<quint64>(info.st_ino)};
}

// Numbers of 64 bits do not fit into those of JSON.
quint64 numberOf(const QJsonValue &value)
{
    return value.toString().toULongLong();
}

Git::Trust trustNamed(const QString &name)
{
    if (name == "trusted"_L1)
        return Git::Trust::Trusted;
    return name == "restricted"_L1 ? Git::Trust::Restricted : Git::Trust::Unknown;
}

} // namespace

struct TrustStore::Record
{
    QByteArray gitDir;
    Identity identity;
    Git::Trust trust = Git::Trust::Unknown;
    QString since; ///< ISO 8601, UTC

    QJsonObject toJson() const
    {
        return {{u"gitDir"_s, QString::fromLatin1(gitDir.toPercentEncoding("/"))},
                {u"device"_s, QString::number(identity.device)},
                {u"inode"_s, QString::number(identity.inode)},
                {u"trust"_s, trust == Git::Trust::Trusted ? u"trusted"_s : u"restricted"_s},
                {u"since"_s, since}};
    }

    static Record fromJson(const QJsonObject &json)
    {
        return {.gitDir = QByteArray::fromPercentEncoding(json["gitDir"_L1].toString().toLatin1()),
                .identity = {numberOf(json["device"_L1]), numberOf(json["inode"_L1])},
                .trust = trustNamed(json["trust"_L1].toString()),
                .since = json["since"_L1].toString()};
    }
};

QString userStateFolder()
{
    const QString wanted = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base =
        QDir::isAbsolutePath(wanted) ? QDir::cleanPath(wanted) : QDir::homePath() + u"/.local/state"_s;
    return base + u"/plumbline"_s;
}

TrustStore::TrustStore(QString folder)
    : m_folder(std::move(folder))
{}

QString TrustStore::path() const
{
    return m_folder + u"/trust.json"_s;
}

Result<Git::Trust> TrustStore::trustOf(const Git::RepoLocation &where) const
{
    const auto identity = identify(where.gitDir);
    if (!identity)
        return Git::Trust::Unknown;
    const QMutexLocker locker(&m_mutex);
    const auto records = read();
    if (!records)
        return std::unexpected(records.error());
    for (const Record &record : *records) {
        if (record.gitDir == where.gitDir && record.identity == *identity)
            return record.trust;
    }
    return Git::Trust::Unknown;
}

Result<void> TrustStore::setTrust(const Git::RepoLocation &where, Git::Trust trust) const
{
    const auto identity = identify(where.gitDir);
    if (!identity)
        return fail(ErrorKind::NotFound, TrustStoreText::tr("The repository is not there any more."));
    const QMutexLocker locker(&m_mutex);
    if (auto made = makePrivateFolder(m_folder); !made)
        return made;
    QLockFile lock(path() + u".lock"_s);
    if (!lock.tryLock(kTrustsWait))
        return fail(ErrorKind::Conflict,
                    TrustStoreText::tr("Another program is writing the record of trusted repositories."));
    auto records = read();
    if (!records)
        return std::unexpected(records.error());
    records->removeIf([&](const Record &record) { return record.gitDir == where.gitDir; });
    if (trust != Git::Trust::Unknown) {
        records->append({.gitDir = where.gitDir,
                         .identity = *identity,
                         .trust = trust,
                         .since = QDateTime::currentDateTimeUtc().toString(Qt::ISODate)});
    }
    return write(*records);
}

QString TrustStore::takeNotice() const
{
    const QMutexLocker locker(&m_mutex);
    return std::exchange(m_notice, {});
}

Result<QList<TrustStore::Record>> TrustStore::read() const
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path()).constData(), &info) != 0)
        return QList<Record>(); // nothing was recorded yet
    if (info.st_uid != ::geteuid() || (info.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return putAside(TrustStoreText::tr("others can write it"));
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Denied,
                    TrustStoreText::tr("The record of trusted repositories cannot be read."),
                    file.errorString());
    if (file.size() > kLargestTrusts)
        return putAside(TrustStoreText::tr("it is too large"));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (!json["repositories"_L1].isArray())
        return putAside(TrustStoreText::tr("it is damaged"));
    if (json["version"_L1].toInt() != kTrustsVersion)
        return putAside(TrustStoreText::tr("another version wrote it"));
    QList<Record> records;
    const QJsonArray list = json["repositories"_L1].toArray();
    for (const QJsonValue &value : list)
        records.append(Record::fromJson(value.toObject()));
    return records;
}

Result<void> TrustStore::write(const QList<Record> &records) const
{
    QJsonArray list;
    for (const Record &record : records)
        list.append(record.toJson());
    const QJsonObject json{{u"version"_s, kTrustsVersion}, {u"repositories"_s, list}};
    QSaveFile file(path());
    const bool isOpen = file.open(QIODevice::WriteOnly) &&
                        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit()) {
        return fail(ErrorKind::Denied,
                    TrustStoreText::tr("The record of trusted repositories cannot be written."),
                    file.errorString());
    }
    return {};
}

QList<TrustStore::Record> TrustStore::putAside(const QString &reason) const
{
    const QString kept = path() + u".unreadable"_s;
    QFile::remove(kept);
    const bool isKept = QFile::rename(path(), kept);
    m_notice =
        isKept
            //: %1 a reason such as "it is damaged", %2 a file name
            ? TrustStoreText::tr(
                  "The record of trusted repositories was not used because %1; it is kept as %2.")
                  .arg(reason, kept)
            : TrustStoreText::tr("The record of trusted repositories was not used because %1.").arg(reason);
    return {};
}
