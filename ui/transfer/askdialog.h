// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/questions.h"

#include <QDialog>

class QLineEdit;

/// Asks the user what git or ssh asked. Says which address is talked to and which host that is by our own
/// reckoning; what the question says stands apart, as the words of somebody else.
class AskDialog final : public QDialog
{
    Q_OBJECT

public:
    /// doing: what runs, "Fetching from origin".
    AskDialog(const Question &question, const QString &doing, QWidget *parent);

    quint64 number() const { return m_question.number; }
    QByteArray takeAnswer(); ///< and forgets it

private:
    void addPlace(const QString &doing, QLayout *column);
    void addQuestion(QLayout *column);
    void addButtons(QLayout *column);
    QString sentence() const;
    bool isTyped() const; ///< the answer is

    Question m_question;
    QLineEdit *m_answer;
};
