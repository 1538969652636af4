// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class PlainLabel;
class QLineEdit;
class QPushButton;

/// Asks for the address of a new submodule, and where it goes. What is wrong is said while it is typed.
class SubmoduleDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SubmoduleDialog(QWidget *parent);

    QString address() const;
    QString path() const;
    QString branch() const; ///< empty: the remote's own

private:
    void layOut();
    void suggest();
    void judge();

    QLineEdit *m_address, *m_path, *m_branch;
    PlainLabel *m_problem;
    QPushButton *m_add = nullptr;
    bool m_isPathTyped = false;
};
