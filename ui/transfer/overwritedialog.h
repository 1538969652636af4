// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/transferscontroller.h"

#include <QDialog>

/// Names the commits that a push takes off a branch of the remote. Cancel is the default; accepted() when the
/// user wants it.
class OverwriteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// target: "origin/main", for display.
    OverwriteDialog(const OverwriteLoss &loss, const QString &target, QWidget *parent);
};
