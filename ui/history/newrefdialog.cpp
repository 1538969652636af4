// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/newrefdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

NewRefDialog::NewRefDialog(Kind kind, const QString &commit,
                           std::function<QString(const QString &)> problemOf, QWidget *parent)
    : QDialog(parent)
    , m_problemOf(std::move(problemOf))
    , m_name(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
    , m_checksOut(new QCheckBox(tr("Check it out"), this))
    , m_message(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isBranch = kind == Kind::Branch;
    setWindowTitle(isBranch ? tr("Create branch") : tr("Create tag"));
    const int unit = Theme::unit(font());
    //: %1: a commit
    auto *where = new PlainLabel(tr("At %1").arg(commit), this);
    where->setForegroundRole(QPalette::PlaceholderText);
    m_name->setAccessibleName(isBranch ? tr("Name of the branch") : tr("Name of the tag"));
    m_name->setPlaceholderText(isBranch ? u"feature/name"_s : u"v1.0"_s);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_checksOut->setVisible(isBranch);
    m_message->setVisible(!isBranch);
    m_message->setAccessibleName(tr("Message of the tag"));
    m_message->setPlaceholderText(tr("Message; without one the tag is a plain name for the commit"));
    m_message->setTabChangesFocus(true);
    m_message->setMaximumHeight(fontMetrics().height() * 6);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make =
        buttons->addButton(isBranch ? tr("Create branch") : tr("Create tag"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(u"make"_s);
    m_make->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    for (QWidget *part :
         std::initializer_list<QWidget *>{where, m_name, m_problem, m_checksOut, m_message, buttons})
        column->addWidget(part);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewRefDialog::judge);
    judge();
    m_name->setFocus();
}

QString NewRefDialog::name() const
{
    return m_name->text();
}

QString NewRefDialog::message() const
{
    return m_message->toPlainText();
}

bool NewRefDialog::checksOut() const
{
    return m_checksOut->isChecked();
}

void NewRefDialog::judge()
{
    const QString problem = m_problemOf(m_name->text());
    m_make->setEnabled(problem.isEmpty());
    m_problem->setText(m_name->text().isEmpty() ? QString()
                                                : problem); // nobody is told off for not having begun
}
