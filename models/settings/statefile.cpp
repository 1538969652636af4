// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/statefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kStateVersion = 1;
constexpr qint64 kLargestState = 1024 * 1024;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

void writeState(const QString &path, const QByteArray &json)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, kOwnerOnly | QFile::ExeOwner);
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly))
        return qWarning("The window state cannot be saved: %s", qUtf8Printable(file.errorString()));
    file.setPermissions(kOwnerOnly);
    file.write(json);
    if (!file.commit())
        qWarning("The window state cannot be saved: %s", qUtf8Printable(file.errorString()));
}

} // namespace

StateFile::StateFile(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_pool.setMaxThreadCount(1); // so that a later state never loses to an earlier one
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms);
    connect(&m_delay, &QTimer::timeout, this, &StateFile::save);
}

StateFile::~StateFile()
{
    if (m_delay.isActive())
        save();
    m_pool.waitForDone();
}

QString StateFile::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists())
        return {};
    if (!file.open(QFile::ReadOnly))
        return tr("The window state could not be read: %1").arg(file.errorString());
    if (file.size() > kLargestState)
        return putAside(tr("it is too large"));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return putAside(tr("it is damaged"));
    if (document.object().value("version"_L1).toInt() != kStateVersion)
        return putAside(tr("another version wrote it"));
    m_state = document.object();
    return {};
}

void StateFile::setValue(const QString &key, const QJsonValue &value)
{
    if (m_state.value(key) == value)
        return;
    m_state.insert(key, value);
    if (!m_path.isEmpty())
        m_delay.start();
}

void StateFile::save()
{
    m_delay.stop();
    m_state.insert("version"_L1, kStateVersion);
    m_pool.start([path = m_path, json = QJsonDocument(m_state).toJson()] { writeState(path, json); });
}

QString StateFile::putAside(const QString &reason)
{
    const QString kept = m_path + u".unreadable"_s;
    QFile::remove(kept);
    QFile::rename(m_path, kept);
    //: %1 a reason such as "it is damaged", %2 a file name
    return tr("The window state was not used because %1; it is kept as %2.").arg(reason, kept);
}
