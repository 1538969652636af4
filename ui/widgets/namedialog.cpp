// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/namedialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

NameDialog::NameDialog(NameQuestion question, QWidget *parent)
    : QDialog(parent)
    , m_question(std::move(question))
    , m_name(new QLineEdit(m_question.text, this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_question.title);
    const int unit = Theme::unit(font());
    auto *explanation = new PlainLabel(m_question.explanation, this);
    explanation->setWraps(true);
    explanation->setForegroundRole(QPalette::PlaceholderText);
    explanation->setVisible(!m_question.explanation.isEmpty());
    m_name->setAccessibleName(m_question.name);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(withoutMnemonic(m_question.action), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::judge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    for (QWidget *part : std::initializer_list<QWidget *>{explanation, m_name, m_problem, buttons})
        column->addWidget(part);
    if (!m_question.choices.isEmpty()) {
        auto *completer = new QCompleter(m_question.choices, m_name);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_name->setCompleter(completer);
    }
    judge();
    m_name->selectAll();
    m_name->setFocus();
}

QString NameDialog::text() const
{
    return m_name->text();
}

void NameDialog::judge()
{
    const QString problem = m_question.problemOf(m_name->text());
    // A list of what is there already would take the Return that is meant for the dialog.
    if (QCompleter *completer = m_name->completer(); completer && problem.isEmpty())
        QMetaObject::invokeMethod(
            completer, [completer] { completer->popup()->hide(); }, Qt::QueuedConnection);
    m_act->setEnabled(problem.isEmpty());
    // Nobody is told off for not having begun.
    const bool isBegun = !m_name->text().isEmpty() && m_name->text() != m_question.text;
    m_problem->setText(isBegun ? problem : QString());
}
