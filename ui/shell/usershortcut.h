// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QAction>

/// Gives a command the shortcut that the user chose for it, if any. Null arguments do nothing.
inline void applyUserShortcut(QAction *command, const Settings *settings)
{
    const QString keys = command && settings ? settings->shortcut(command->objectName()) : QString();
    if (!keys.isEmpty())
        command->setShortcut(QKeySequence::fromString(keys, QKeySequence::PortableText));
}
