// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/newrepositorycontroller.h"

#include <QDialog>

class ErrorBanner;
class PlainLabel;
class QLineEdit;
class QPushButton;

/// Asks where an empty repository goes and what its first branch is called, and makes it. What is wrong is
/// said while it is typed.
class NewRepositoryDialog final : public QDialog
{
    Q_OBJECT

public:
    /// parentFolder: where repositories go. services outlive this.
    NewRepositoryDialog(const WorkspaceServices &services, const QString &parentFolder, QWidget *parent);

Q_SIGNALS:
    void made(const QString &folder);       ///< it closes then
    void openWanted(const QString &folder); ///< the folder is one already; it closes then

private:
    void layOut();
    void judge();
    void browse();
    void make();
    void showFailure(const Error &error);

    NewRepositoryController m_controller;
    QLineEdit *m_folder, *m_branch;
    QPushButton *m_browse, *m_act = nullptr, *m_open = nullptr;
    PlainLabel *m_remark;
    ErrorBanner *m_error;
};
