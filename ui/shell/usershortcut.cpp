// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/usershortcut.h"

namespace {

constexpr const char *kOwnShortcuts = "ownShortcuts";

bool isKey(const QKeySequence &keys)
{
    return !keys.isEmpty() && keys[0].key() != Qt::Key_unknown;
}

} // namespace

std::optional<QList<QKeySequence>> userShortcuts(const QString &command, const Settings *settings)
{
    const std::optional<QString> chosen = settings ? settings->shortcut(command) : std::nullopt;
    if (!chosen)
        return std::nullopt;
    if (chosen->isEmpty())
        return QList<QKeySequence>();
    const auto keys = QKeySequence::listFromString(*chosen, QKeySequence::PortableText);
    return !keys.isEmpty() && std::ranges::all_of(keys, isKey) ? std::optional(keys) : std::nullopt;
}

void applyUserShortcut(QAction *command, const Settings *settings)
{
    if (!command || !settings)
        return;
    if (!command->property(kOwnShortcuts).isValid())
        command->setProperty(kOwnShortcuts, QVariant::fromValue(command->shortcuts()));
    const auto keys = userShortcuts(command->objectName(), settings).value_or(ownShortcuts(command));
    if (keys != command->shortcuts())
        command->setShortcuts(keys);
}

void giveShortcuts(QAction *command, const QList<QKeySequence> &own, const Settings *settings)
{
    command->setProperty(kOwnShortcuts, QVariant::fromValue(own));
    command->setShortcuts(own);
    applyUserShortcut(command, settings);
}

QList<QKeySequence> ownShortcuts(const QAction *command)
{
    const QVariant own = command->property(kOwnShortcuts);
    return own.isValid() ? own.value<QList<QKeySequence>>() : command->shortcuts();
}
