// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/questiondialogs.h"

#include "ui/transfer/askdialog.h"

QuestionDialogs::QuestionDialogs(Questions &questions, QString doing, QWidget *place)
    : QObject(place)
    , m_questions(&questions)
    , m_doing(std::move(doing))
    , m_place(place)
{
    connect(&questions, &Questions::asked, this, &QuestionDialogs::ask);
    connect(&questions, &Questions::withdrawn, this, &QuestionDialogs::withdraw);
}

QuestionDialogs::~QuestionDialogs()
{
    for (const QPointer<AskDialog> &dialog : std::as_const(m_asking)) {
        if (!dialog)
            continue;
        dialog->disconnect(this);
        refuse(dialog->number());
        dialog->deleteLater();
    }
}

void QuestionDialogs::refuse(quint64 number)
{
    if (m_questions)
        m_questions->refuse(number);
}

void QuestionDialogs::ask(const Question &question)
{
    auto *dialog = new AskDialog(question, m_doing, m_place->window());
    m_asking += dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_questions)
            m_questions->answer(dialog->number(), dialog->takeAnswer());
    });
    const quint64 number = dialog->number();
    connect(dialog, &QDialog::rejected, this, [this, number] { refuse(number); });
    connect(dialog, &QObject::destroyed, this, [this, number] { refuse(number); }); // with its window
    dialog->open();
}

void QuestionDialogs::withdraw(quint64 number)
{
    m_asking.removeAll(nullptr);
    for (const QPointer<AskDialog> &dialog : std::as_const(m_asking)) {
        if (dialog && dialog->number() == number)
            dialog->close();
    }
}
