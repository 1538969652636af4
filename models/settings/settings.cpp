// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

using namespace Qt::StringLiterals;

namespace {

const auto kShortcuts = u"shortcuts/"_s;

} // namespace

Settings::Settings(const QString &path, QObject *parent)
    : QObject(parent)
{
    if (!path.isEmpty())
        m_file = std::make_unique<QSettings>(path, QSettings::IniFormat);
}

ThemeChoice Settings::theme() const
{
    const QString name = value(SettingKeys::theme);
    return name == "light"_L1  ? ThemeChoice::Light
           : name == "dark"_L1 ? ThemeChoice::Dark
                               : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    setValue(SettingKeys::theme, choice == ThemeChoice::Light  ? u"light"_s
                                 : choice == ThemeChoice::Dark ? u"dark"_s
                                                               : u"system"_s);
}

std::optional<QString> Settings::shortcut(const QString &command) const
{
    const QVariant raw = read(kShortcuts + command);
    return raw.typeId() == QMetaType::QString ? std::optional(raw.toString()) : std::nullopt;
}

void Settings::setShortcut(const QString &command, const std::optional<QString> &keys)
{
    if (keys != shortcut(command))
        write(kShortcuts + command, keys ? QVariant(*keys) : QVariant());
}

QStringList Settings::changedShortcuts() const
{
    QStringList commands;
    for (const QString &name : m_file ? m_file->allKeys() : QStringList(m_memory.keys()))
        if (name.startsWith(kShortcuts) && shortcut(name.sliced(kShortcuts.size())))
            commands += name.sliced(kShortcuts.size());
    return commands;
}

QVariant Settings::read(const QString &name) const
{
    return m_file ? m_file->value(name) : m_memory.value(name);
}

void Settings::write(const QString &name, const QVariant &value)
{
    if (m_file)
        value.isValid() ? m_file->setValue(name, value) : m_file->remove(name);
    else if (value.isValid())
        m_memory.insert(name, value);
    else
        m_memory.remove(name);
    Q_EMIT changed(name);
}
