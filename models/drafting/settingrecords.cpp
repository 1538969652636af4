// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/linerecords.h"

#include "drafting/classify.h"
#include "drafting/leafreader.h"
#include "drafting/secrets.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qsizetype kMostSettings = 5'000;
constexpr qsizetype kLongestSetting = 60; // characters of a value that is repeated

QByteArray unquotedSetting(QByteArray value)
{
    value = value.trimmed();
    const bool isQuoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return isQuoted ? value.sliced(1, value.size() - 2) : value;
}

// TOML, INI, properties and .env by section and key; what spans lines counts by its first.
QMap<QByteArray, QByteArray> settingsOf(const QByteArray &content)
{
    QMap<QByteArray, QByteArray> settings;
    QByteArray section;
    for (QByteArray line : content.split('\n')) {
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith('#') || line.startsWith(';') || line.startsWith('!'))
            continue;
        if (line.startsWith('[') && line.endsWith(']')) {
            section = line.sliced(1, line.size() - 2);
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0 || settings.size() >= kMostSettings)
            continue;
        QByteArray key = line.first(equals).trimmed();
        if (key.startsWith("export "))
            key = key.sliced(7).trimmed();
        settings.insert(section.isEmpty() ? key : section + '.' + key,
                        unquotedSetting(line.sliced(equals + 1)));
    }
    return settings;
}

QString shownSetting(const QByteArray &value)
{
    const QString text = shownText(value);
    const bool isPlain = text.size() <= kLongestSetting && !text.contains(u'{') && !text.startsWith(u'[');
    return isPlain ? text : QString();
}

} // namespace

bool isSettingsFile(const QByteArray &path)
{
    const QByteArray name = fileName(path);
    for (const char *ending : {".toml", ".properties", ".ini", ".env", ".cfg"}) {
        if (name.endsWith(ending))
            return true;
    }
    return name.startsWith(".env.");
}

QList<Record> settingRecords(const QByteArray &before, const QByteArray &after)
{
    const auto old = settingsOf(before);
    const auto now = settingsOf(after);
    QList<Record> records;
    const auto add = [&](const QByteArray &key, RecordOp op) {
        Record record{.kind = RecordKind::ConfigKey, .op = op};
        record.name = shownText(key.sliced(key.lastIndexOf('.') + 1));
        record.field = shownText(key);
        record.oldValue = shownSetting(old.value(key));
        record.newValue = shownSetting(now.value(key));
        if (isSecretName(record.field) || looksSecret(record.oldValue) || looksSecret(record.newValue)) {
            record.isSecret = true;
            record.oldValue.clear();
            record.newValue.clear();
        }
        records.append(record);
    };
    for (const auto &[key, value] : now.asKeyValueRange()) {
        const auto was = old.constFind(key);
        if (was == old.cend())
            add(key, RecordOp::Add);
        else if (*was != value)
            add(key, RecordOp::Change);
    }
    for (const QByteArray &key : old.keys()) {
        if (!now.contains(key))
            add(key, RecordOp::Remove);
    }
    return records;
}

} // namespace Drafting
