// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/eventcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

constexpr quint32 magic = 0x506c4576; // "PlEv"
constexpr quint32 format = 1;
constexpr quint32 entryLimit = 10'000'000;

void writeArrival(QDataStream &stream, const Arrival &arrival)
{
    stream << arrival.commit.toHex() << arrival.time.seconds << qint32(arrival.time.offsetMinutes)
           << arrival.by.name << arrival.by.email << arrival.subject;
}

Arrival readArrival(QDataStream &stream)
{
    Arrival arrival;
    QByteArray hex;
    qint32 offset = 0;
    stream >> hex >> arrival.time.seconds >> offset >> arrival.by.name >> arrival.by.email >> arrival.subject;
    arrival.time.offsetMinutes = offset;
    if (const auto id = Git::ObjectId::fromHex(hex))
        arrival.commit = *id;
    else
        stream.setStatus(QDataStream::ReadCorruptData);
    return arrival;
}

} // namespace

QString cacheFile(const QString &folder, const Git::RepoLocation &where)
{
    const QByteArray hash =
        QCryptographicHash::hash(where.commonDir, QCryptographicHash::Sha256).toHex().first(32);
    return QDir(folder).filePath(u"environments-"_s + QString::fromLatin1(hash));
}

std::optional<KeptHistory> readKept(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    quint32 readMagic = 0, readFormat = 0, states = 0, events = 0;
    QByteArray tip;
    KeptHistory kept;
    stream >> readMagic >> readFormat;
    if (readMagic != magic || readFormat != format)
        return {};
    stream >> kept.layout >> tip >> states;
    for (quint32 i = 0; i < states && states < entryLimit && stream.status() == QDataStream::Ok; ++i) {
        VersionKey key;
        QByteArray version;
        stream >> key.environment >> key.unit >> key.artifact >> version;
        kept.state.insert(key, version);
    }
    stream >> events;
    for (quint32 i = 0; i < events && events < entryLimit && stream.status() == QDataStream::Ok; ++i) {
        ChangeEvent event;
        stream >> event.environment >> event.unit >> event.artifact >> event.from >> event.to;
        event.arrival = readArrival(stream);
        kept.events.append(event);
    }
    quint32 end = 0;
    stream >> end;
    const auto id = Git::ObjectId::fromHex(tip);
    if (stream.status() != QDataStream::Ok || end != magic || !id)
        return {};
    kept.tip = *id;
    return kept;
}

void writeKept(const QString &name, const KeptHistory &kept)
{
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << magic << format << kept.layout << kept.tip.toHex() << quint32(kept.state.size());
    for (auto it = kept.state.begin(); it != kept.state.end(); ++it)
        stream << it.key().environment << it.key().unit << it.key().artifact << it.value();
    stream << quint32(kept.events.size());
    for (const ChangeEvent &event : kept.events) {
        stream << event.environment << event.unit << event.artifact << event.from << event.to;
        writeArrival(stream, event.arrival);
    }
    stream << magic;
    file.commit();
}

} // namespace Environments
