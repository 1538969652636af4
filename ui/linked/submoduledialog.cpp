// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/submoduledialog.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"
#include "workspace/linked/submodulewrites.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

SubmoduleDialog::SubmoduleDialog(QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(this))
    , m_path(new QLineEdit(this))
    , m_branch(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add submodule"));
    layOut();
    connect(m_address, &QLineEdit::textChanged, this, &SubmoduleDialog::suggest);
    connect(m_path, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_isPathTyped = !text.isEmpty(); });
    for (QLineEdit *field : {m_address, m_path, m_branch})
        connect(field, &QLineEdit::textChanged, this, &SubmoduleDialog::judge);
    judge();
    m_address->setFocus();
}

void SubmoduleDialog::layOut()
{
    const int unit = Theme::unit(font());
    m_address->setAccessibleName(tr("Address of the submodule"));
    m_address->setPlaceholderText(u"https://example.org/team/library.git"_s);
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_path->setAccessibleName(tr("Path in the work tree"));
    m_branch->setAccessibleName(tr("Branch of the submodule"));
    m_branch->setPlaceholderText(tr("The one the repository names"));
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add submodule"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"add"_s);
    m_add->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setSpacing(2 * unit);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Path"), m_path);
    form->addRow(tr("&Branch"), m_branch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(buttons);
}

QString SubmoduleDialog::address() const
{
    return m_address->text().trimmed();
}

QString SubmoduleDialog::path() const
{
    return m_path->text().trimmed();
}

QString SubmoduleDialog::branch() const
{
    return m_branch->text().trimmed();
}

void SubmoduleDialog::suggest()
{
    if (!m_isPathTyped)
        m_path->setText(SubmoduleWrites::suggestedPath(address()));
}

// Nothing is wrong yet with what is not typed yet.
void SubmoduleDialog::judge()
{
    const QString problem = SubmoduleWrites::additionProblem(address(), path(), branch());
    m_add->setEnabled(problem.isEmpty());
    m_problem->setText(problem.isEmpty()     ? tr("It is cloned, and staged together with .gitmodules.")
                       : address().isEmpty() ? QString()
                                             : problem);
}
