// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/branches/branchactions.h"

#include <QDialog>

class PlainLabel;
class QRadioButton;

/// Asks how one branch is merged into another; what is configured is chosen at first.
class MergeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// name, into: for display.
    MergeDialog(const QString &name, const QString &into, const Git::MergeWay &usual, QWidget *parent);

    Git::MergeWay way() const;

private:
    void layOut(const QString &title);
    void explain();

    QString m_name, m_into;
    QRadioButton *m_forward, *m_always, *m_only, *m_squash;
    PlainLabel *m_meaning;
};
