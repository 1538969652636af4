// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shortcutbook.h"

#include <QDialog>

/// Every command with its keys, to be changed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const ShortcutBook &book, QWidget *parent = nullptr);
};
