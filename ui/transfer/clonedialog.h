// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/clonecontroller.h"

#include <QDialog>

class BusyBar;
class ErrorBanner;
class PlainLabel;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

/// Asks what to clone and where to, and clones: stays open until it is done, and for another try when it
/// failed. What is wrong is said while it is typed.
class CloneDialog final : public QDialog
{
    Q_OBJECT

public:
    /// parentFolder: where clones go. services outlive this.
    CloneDialog(const WorkspaceServices &services, const QString &parentFolder, QWidget *parent);

    CloneController::Wish wish() const;
    void reject() override; ///< stops the clone that runs; else closes

Q_SIGNALS:
    void cloned(const QString &folder); ///< it closes then

private:
    void layOut();
    void makeFields();
    void suggestName();
    void judge();
    void browse();
    void start();
    void applyRunning();
    void applyProgress();

    CloneController m_controller;
    QWidget *m_fields;
    QLineEdit *m_address, *m_name, *m_folder, *m_branch;
    QPushButton *m_browse;
    QCheckBox *m_isShallow, *m_isBlobless, *m_takesSubmodules;
    QSpinBox *m_depth;
    PlainLabel *m_remark;
    ErrorBanner *m_error;
    BusyBar *m_busy;
    QPushButton *m_act = nullptr, *m_cancel = nullptr;
    bool m_isNameTyped = false;
    bool m_isDone = false; ///< the clone is there, and something remains to be read
};
