// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/confirmdialog.h"
#include "workspace/transfer/transferscontroller.h"

/// Names the commits that a push takes off a branch of the remote.
class OverwriteDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    /// target: "origin/main", for display.
    OverwriteDialog(const OverwriteLoss &loss, const QString &target, QWidget *parent);
};
