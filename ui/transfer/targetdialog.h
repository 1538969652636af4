// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/transferscontroller.h"

#include <QDialog>

class PlainLabel;
class QCheckBox;
class QComboBox;
class QPushButton;

/// Asks which branch of which remote to pull from or push to. What is wrong with a name is said while it is
/// typed.
class TargetDialog final : public QDialog
{
    Q_OBJECT

public:
    /// kind: Pull or Push. transfers must outlive this.
    TargetDialog(TransferKind kind, const TransfersController &transfers, QWidget *parent);

    TransferTarget target() const;
    bool follows() const; ///< the branch follows it from now on

private:
    void fillBranches();
    void judge();
    QByteArray branchName() const; ///< short

    TransferKind m_kind;
    const TransfersController &m_transfers;
    QComboBox *m_remote, *m_branch;
    QCheckBox *m_follows;
    PlainLabel *m_problem;
    QPushButton *m_act;
};
