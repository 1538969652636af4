// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class PlainLabel;
class QLineEdit;
class QPushButton;

/// What a NameDialog asks.
struct NameQuestion
{
    QString title;
    QString explanation;                               ///< above the name; may be empty
    QString name;                                      ///< of the field, for a screen reader
    QString text;                                      ///< that stands there at first
    QString action;                                    ///< of the button
    QStringList choices;                               ///< offered while it is typed
    std::function<QString(const QString &)> problemOf; ///< why a name cannot be had; empty: it can
};

/// Asks for one name. What is wrong with it is said while it is typed, and then it cannot be accepted.
class NameDialog final : public QDialog
{
    Q_OBJECT

public:
    NameDialog(NameQuestion question, QWidget *parent);

    QString text() const;

private:
    void judge();

    NameQuestion m_question;
    QLineEdit *m_name;
    PlainLabel *m_problem;
    QPushButton *m_act;
};
