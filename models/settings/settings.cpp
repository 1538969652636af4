// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

using namespace Qt::StringLiterals;

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

QString Settings::shortcut(const QString &command) const
{
    const QVariant raw = read(u"shortcuts/"_s + command);
    return raw.typeId() == QMetaType::QString ? raw.toString() : QString();
}

QVariant Settings::read(const QString &name) const
{
    return m_file ? m_file->value(name) : m_memory.value(name);
}

void Settings::write(const QString &name, const QVariant &value)
{
    if (m_file)
        m_file->setValue(name, value);
    else
        m_memory.insert(name, value);
    Q_EMIT changed(name);
}
