// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandpalette.h"

#include <QDialog>

/// Every command that has a shortcut, by menu.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<PaletteCommand> &commands, QWidget *parent = nullptr);
};
