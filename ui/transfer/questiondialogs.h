// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/questions.h"

#include <QPointer>

class AskDialog;
class QWidget;

/// Shows the questions of what runs, and takes them away when nobody waits for an answer any more.
class QuestionDialogs final : public QObject
{
    Q_OBJECT

public:
    /// doing: what runs, "Committing". place: over which the dialogs open.
    QuestionDialogs(Questions &questions, QString doing, QWidget *place);
    ~QuestionDialogs() override; ///< nobody can answer any more

private:
    void ask(const Question &question);
    void refuse(quint64 number);
    void withdraw(quint64 number);

    QPointer<Questions> m_questions;
    QString m_doing;
    QWidget *m_place;
    QList<QPointer<AskDialog>> m_asking;
};
