// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/truststore.h"

#include "settings/atomicfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
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

std::optional<Identity> identify(const QByteArray &folder)
{
    struct stat info = {};
    if (folder.isEmpty() || ::stat(folder.constData(), &info) != 0)
        return std::nullopt;
    return Identity{static_cast<quint64>(info.st_dev), static_cast<quint64>(info.st_ino)};
}

// Numbers of 64 bits do not fit into those of JSON.
quint64 numberOf(const QJsonValue &value)
{
    return value.toString().toULongLong();
}

bool isOfUserAlone(const QByteArray &folder)
{
    struct stat info = {};
    return ::stat(folder.constData(), &info) == 0 && info.st_uid == ::geteuid() &&
           (info.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool isIn(const QByteArray &folder, const QByteArray &path)
{
    return path.size() > folder.size() && path.startsWith(folder) && path.at(folder.size()) == '/';
}

// Both: a .git that leads elsewhere has a trust of its own.
bool isIn(const QByteArray &folder, const Git::RepoLocation &where)
{
    return isIn(folder, where.gitDir) && isIn(folder, where.commonDir) &&
           (where.isBare() || isIn(folder, where.workTree));
}

QJsonArray toJson(const QList<QByteArray> &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts)
        array += QString::fromLatin1(text.toPercentEncoding("/ "));
    return array;
}

QList<QByteArray> textsOf(const QJsonArray &array)
{
    QList<QByteArray> texts;
    for (const QJsonValue &value : array)
        texts += QByteArray::fromPercentEncoding(value.toString().toLatin1());
    return texts;
}

Git::Trust trustNamed(const QString &name)
{
    if (name == "trusted"_L1)
        return Git::Trust::Trusted;
    return name == "restricted"_L1 ? Git::Trust::Restricted : Git::Trust::Unknown;
}

} // namespace

/// Of one repository, or of a folder with all it holds.
struct TrustStore::Record
{
    QByteArray path; ///< of a repository its Git folder
    Identity identity;
    Git::Trust trust = Git::Trust::Unknown;
    QList<QByteArray> programs;
    QString since; ///< ISO 8601, UTC

    static Record of(const QByteArray &path, const Identity &identity, const TrustChoice &choice)
    {
        return {.path = path,
                .identity = identity,
                .trust = choice.trust,
                .programs = choice.programs,
                .since = QDateTime::currentDateTimeUtc().toString(Qt::ISODate)};
    }

    bool isOf(const QByteArray &place) const { return path == place && identify(place) == identity; }

    QJsonObject toJson(const QString &pathKey) const
    {
        return {{pathKey, QString::fromLatin1(path.toPercentEncoding("/"))},
                {u"device"_s, QString::number(identity.device)},
                {u"inode"_s, QString::number(identity.inode)},
                {u"trust"_s, trust == Git::Trust::Trusted ? u"trusted"_s : u"restricted"_s},
                {u"programs"_s, ::toJson(programs)},
                {u"since"_s, since}};
    }

    static Record fromJson(const QJsonObject &json, QLatin1StringView pathKey)
    {
        return {.path = QByteArray::fromPercentEncoding(json[pathKey].toString().toLatin1()),
                .identity = {numberOf(json["device"_L1]), numberOf(json["inode"_L1])},
                .trust = trustNamed(json["trust"_L1].toString()),
                .programs = textsOf(json["programs"_L1].toArray()),
                .since = json["since"_L1].toString()};
    }
};

struct TrustStore::Records
{
    QList<Record> repositories, folders;
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

Result<TrustAnswer> TrustStore::answerFor(const Git::RepoLocation &where) const
{
    if (!identify(where.gitDir))
        return TrustAnswer();
    const QMutexLocker locker(&m_mutex);
    const auto records = read();
    if (!records)
        return std::unexpected(records.error());
    for (const Record &record : records->repositories) {
        if (!record.isOf(where.gitDir))
            continue;
        TrustAnswer answer(record.trust);
        answer.programs = record.programs;
        return answer;
    }
    const bool isTrusted = std::ranges::any_of(records->folders, [&](const Record &record) {
        return record.trust == Git::Trust::Trusted && isIn(record.path, where) && record.isOf(record.path) &&
               isOfUserAlone(record.path);
    });
    return TrustAnswer(isTrusted ? Git::Trust::Trusted : Git::Trust::Unknown);
}

Result<Git::Trust> TrustStore::trustOf(const Git::RepoLocation &where) const
{
    return answerFor(where).transform([](const TrustAnswer &answer) { return answer.trust; });
}

QByteArray TrustStore::folderAround(const Git::RepoLocation &where)
{
    const QByteArray &inner = where.isBare() ? where.gitDir : where.workTree;
    const QByteArray folder = inner.first(std::max<qsizetype>(inner.lastIndexOf('/'), 0));
    const QByteArray home = QFile::encodeName(QFileInfo(QDir::homePath()).canonicalFilePath());
    const bool isAroundHome = folder == home || isIn(folder, home);
    return folder.isEmpty() || isAroundHome || !isIn(folder, where) || !isOfUserAlone(folder) ? QByteArray()
                                                                                              : folder;
}

Result<void> TrustStore::setTrust(const Git::RepoLocation &where, const TrustChoice &choice) const
{
    const auto identity = identify(where.gitDir);
    if (!identity)
        return fail(ErrorKind::NotFound, TrustStoreText::tr("The repository is not there any more."));
    const auto around = identify(choice.folder);
    if (!choice.folder.isEmpty() && (!around || !isIn(choice.folder, where) || !isOfUserAlone(choice.folder)))
        return fail(ErrorKind::Invalid,
                    TrustStoreText::tr("That folder is not around the repository, or not yours alone."));
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
    records->repositories.removeIf([&](const Record &record) { return record.path == where.gitDir; });
    if (around) {
        records->folders.removeIf([&](const Record &record) { return record.path == choice.folder; });
        records->folders += Record::of(choice.folder, *around, choice);
    } else if (choice.trust != Git::Trust::Unknown) {
        records->repositories += Record::of(where.gitDir, *identity, choice);
    }
    return write(*records);
}

QString TrustStore::takeNotice() const
{
    const QMutexLocker locker(&m_mutex);
    return std::exchange(m_notice, {});
}

Result<TrustStore::Records> TrustStore::read() const
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path()).constData(), &info) != 0)
        return Records(); // nothing was recorded yet
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
    Records records;
    for (const QJsonValue &value : json["repositories"_L1].toArray())
        records.repositories += Record::fromJson(value.toObject(), "gitDir"_L1);
    for (const QJsonValue &value : json["folders"_L1].toArray())
        records.folders += Record::fromJson(value.toObject(), "folder"_L1);
    return records;
}

Result<void> TrustStore::write(const Records &records) const
{
    QJsonArray repositories, folders;
    for (const Record &record : records.repositories)
        repositories += record.toJson(u"gitDir"_s);
    for (const Record &record : records.folders)
        folders += record.toJson(u"folder"_s);
    const QJsonObject json{
        {u"version"_s, kTrustsVersion}, {u"repositories"_s, repositories}, {u"folders"_s, folders}};
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

TrustStore::Records TrustStore::putAside(const QString &reason) const
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
