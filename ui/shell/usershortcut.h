// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QAction>

/// The keys that the user gave a command; empty: it has none. Nothing: nobody chose, or what stands in the
/// settings is no key.
std::optional<QList<QKeySequence>> userShortcuts(const QString &command, const Settings *settings);

/// Gives a command the keys that the user chose for it, else its own: those it had at the first call. Null
/// arguments do nothing.
void applyUserShortcut(QAction *command, const Settings *settings);

/// The same for a command that gets other keys of its own.
void giveShortcuts(QAction *command, const QList<QKeySequence> &own, const Settings *settings);

/// A command's own keys, whatever the user chose.
QList<QKeySequence> ownShortcuts(const QAction *command);
