// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutbook.h"

#include "ui/shell/usershortcut.h"

namespace {

bool canMeet(const ShortcutCommand &one, const ShortcutCommand &other)
{
    return one.page.isEmpty() || other.page.isEmpty() || one.page == other.page;
}

bool collide(const QKeySequence &one, const QKeySequence &other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

bool collidesWithAny(const QKeySequence &one, const QList<QKeySequence> &others)
{
    return std::ranges::any_of(others, [&](const QKeySequence &other) { return collide(one, other); });
}

} // namespace

ShortcutBook::ShortcutBook(const QList<ShortcutCommand> &commands, Settings &settings)
    : m_settings(settings)
{
    for (const ShortcutCommand &command : commands) {
        if (command.id.isEmpty() || m_places.contains(command.id))
            continue;
        m_places.insert(command.id, m_commands.size());
        m_commands.append(command);
    }
}

const ShortcutCommand &ShortcutBook::command(const QString &id) const
{
    return m_commands.at(m_places.value(id));
}

QList<QKeySequence> ShortcutBook::keys(const QString &id) const
{
    return userShortcuts(id, &m_settings).value_or(command(id).own);
}

bool ShortcutBook::isChanged(const QString &id) const
{
    return keys(id) != command(id).own;
}

QStringList ShortcutBook::conflicts(const QString &id, const QList<QKeySequence> &keys) const
{
    const ShortcutCommand &asking = command(id);
    QStringList found;
    for (const ShortcutCommand &other : m_commands) {
        if (other.id == id || !canMeet(asking, other))
            continue;
        const QList<QKeySequence> theirs = this->keys(other.id);
        if (std::ranges::any_of(keys, [&](const QKeySequence &one) { return collidesWithAny(one, theirs); }))
            found += other.id;
    }
    return found;
}

void ShortcutBook::set(const QString &id, const QList<QKeySequence> &keys)
{
    if (keys == command(id).own)
        reset(id);
    else
        m_settings.setShortcut(id, QKeySequence::listToString(keys, QKeySequence::PortableText));
}

void ShortcutBook::takeOver(const QString &id, const QList<QKeySequence> &keys)
{
    for (const QString &other : conflicts(id, keys)) {
        QList<QKeySequence> left = this->keys(other);
        left.removeIf([&](const QKeySequence &one) { return collidesWithAny(one, keys); });
        set(other, left);
    }
    set(id, keys);
}

void ShortcutBook::reset(const QString &id)
{
    m_settings.setShortcut(id, std::nullopt);
}

ShortcutBook::Choices ShortcutBook::choices() const
{
    Choices choices;
    for (const QString &id : m_settings.changedShortcuts())
        choices.insert(id, m_settings.shortcut(id).value_or(QString()));
    return choices;
}

void ShortcutBook::restore(const Choices &choices)
{
    for (const QString &id : m_settings.changedShortcuts())
        if (!choices.contains(id))
            m_settings.setShortcut(id, std::nullopt);
    for (auto choice = choices.cbegin(); choice != choices.cend(); ++choice)
        m_settings.setShortcut(choice.key(), choice.value());
}
