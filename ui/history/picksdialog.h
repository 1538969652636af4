// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"
#include "ui/widgets/confirmdialog.h"

/// Asks before several commits are picked or reverted: which, in what order, and onto what.
class PicksDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    static constexpr int kMost = 500; ///< commits

    /// commits: in the order in which they are taken. branch: as it is shown.
    PicksDialog(const QList<Git::Commit> &commits, bool isRevert, const QString &branch, QWidget *parent);
};
