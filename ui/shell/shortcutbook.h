// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QKeySequence>

/// A command as the user gives it keys.
struct ShortcutCommand
{
    QString id;
    QString area; ///< the menu or page it stands in
    QString name; ///< as people read it
    QString page; ///< it works on this page only; empty: everywhere
    QList<QKeySequence> own = {};
};

/// Which command has which keys, and what the user chose. Two commands conflict when both can work at the
/// same time and the keys of one are those of the other or begin them. GUI thread only.
class ShortcutBook
{
public:
    /// Of commands with the same id the first counts. settings outlive this.
    ShortcutBook(const QList<ShortcutCommand> &commands, Settings &settings);

    const QList<ShortcutCommand> &commands() const { return m_commands; }
    const ShortcutCommand &command(const QString &id) const; ///< id: of one of them
    QList<QKeySequence> keys(const QString &id) const;
    bool isChanged(const QString &id) const;
    QStringList conflicts(const QString &id, const QList<QKeySequence> &keys) const; ///< the other commands

    void set(const QString &id, const QList<QKeySequence> &keys); ///< the same keys as its own: like reset()
    void takeOver(const QString &id,
                  const QList<QKeySequence> &keys); ///< from those in conflict, which lose them
    void reset(const QString &id);

    /// What the user chose, of all commands there are, and the way back to it.
    using Choices = QHash<QString, QString>;
    Choices choices() const;
    void restore(const Choices &choices);

private:
    QList<ShortcutCommand> m_commands;
    QHash<QString, qsizetype> m_places;
    Settings &m_settings;
};
