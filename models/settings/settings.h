// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>

#include <optional>

/// One personal setting: its place in the file, its default, and which values are taken.
template<class T> struct SettingKey
{
    const char *name;
    T fallback;
    bool (*accepts)(const T &) = [](const T &) { return true; };
};

enum class ThemeChoice { System, Light, Dark };

/// Every personal setting.
namespace SettingKeys {
inline const SettingKey<QString> theme{
    "appearance/theme", QStringLiteral("system"), [](const QString &value) {
        return value == QLatin1StringView("system") || value == QLatin1StringView("light") ||
               value == QLatin1StringView("dark");
    }};
inline const SettingKey<int> readThreads{"work/readThreads", 3,
                                         [](const int &value) { return value >= 1 && value <= 16; }};
} // namespace SettingKeys

/// The personal settings in one INI file. What stands in the file is not trusted: a value of a wrong type or
/// out of range counts as not there. GUI thread only.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// An empty path keeps everything in memory (tests, capture).
    explicit Settings(const QString &path, QObject *parent = nullptr);

    template<class T> T value(const SettingKey<T> &key) const
    {
        const QVariant raw = read(QString::fromLatin1(key.name));
        if (!raw.isValid() || !raw.canConvert<T>())
            return key.fallback;
        const T value = raw.value<T>();
        return key.accepts(value) ? value : key.fallback;
    }
    template<class T> void setValue(const SettingKey<T> &key, const T &value)
    {
        if (key.accepts(value) && value != this->value(key))
            write(QString::fromLatin1(key.name), QVariant::fromValue(value));
    }

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// The keys the user gave a command in place of its own, as QKeySequence::listToString() writes them;
    /// empty: the command has none. Nothing: it keeps its own.
    std::optional<QString> shortcut(const QString &command) const;
    void setShortcut(const QString &command, const std::optional<QString> &keys);
    QStringList changedShortcuts() const; ///< the commands whose keys the user chose

Q_SIGNALS:
    void changed(const QString &name);

private:
    QVariant read(const QString &name) const;
    void write(const QString &name, const QVariant &value); ///< invalid: takes it out

    std::unique_ptr<QSettings> m_file;
    QHash<QString, QVariant> m_memory;
};
