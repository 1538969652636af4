// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/coauthordialog.h"

#include "ui/changes/personedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>

CoAuthorDialog::CoAuthorDialog(People &people, QWidget *parent)
    : QDialog(parent)
    , m_person(new PersonEdit(people, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a co-author"));
    const int unit = Theme::unit(font());
    auto *words =
        new PlainLabel(tr("Who else wrote what is committed. The line is added to the message."), this);
    words->setWraps(true);
    m_person->setAccessibleName(tr("Co-author"));
    m_person->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *add = buttons->addButton(tr("Add co-author"), QDialogButtonBox::AcceptRole);
    add->setDefault(true);
    add->setEnabled(false);
    connect(m_person, &QLineEdit::textChanged, add,
            [this, add] { add->setEnabled(m_person->person().has_value()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(3 * unit);
    column->addWidget(words);
    column->addWidget(m_person);
    column->addWidget(buttons);
    m_person->setFocus();
}

Git::Person CoAuthorDialog::person() const
{
    return m_person->person().value_or(Git::Person());
}
