// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class PlainLabel;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

/// Asks for the name of a new branch or tag. What is wrong with the name is said while it is typed, and then
/// it cannot be made.
class NewRefDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Branch, Tag };

    /// commit: what it is made at, for display. problemOf: why a name cannot be had; empty: it can.
    NewRefDialog(Kind kind, const QString &commit, std::function<QString(const QString &)> problemOf,
                 QWidget *parent);

    QString name() const;
    QString message() const; ///< of a tag; empty: a lightweight one
    bool checksOut() const;  ///< of a branch

private:
    void judge();

    std::function<QString(const QString &)> m_problemOf;
    QLineEdit *m_name;
    PlainLabel *m_problem;
    QCheckBox *m_checksOut;
    QPlainTextEdit *m_message;
    QPushButton *m_make;
};
