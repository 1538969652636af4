// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/targetdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include "base/text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

TargetDialog::TargetDialog(TransferKind kind, const TransfersController &transfers, QWidget *parent)
    : QDialog(parent)
    , m_kind(kind)
    , m_transfers(transfers)
    , m_remote(new QComboBox(this))
    , m_branch(new QComboBox(this))
    , m_follows(new QCheckBox(tr("Follow it from now on"), this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isPull = kind == TransferKind::Pull;
    setWindowTitle(isPull ? tr("Pull from") : tr("Push to"));
    const int unit = Theme::unit(font());
    m_remote->setAccessibleName(tr("Remote"));
    m_branch->setAccessibleName(tr("Branch there"));
    m_branch->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_branch->setEditable(!isPull);
    if (QLineEdit *typed = m_branch->lineEdit())
        typed->setAccessibleName(m_branch->accessibleName());
    m_branch->setInsertPolicy(QComboBox::NoInsert);
    for (const Git::Remote &remote : transfers.setup().remotes)
        m_remote->addItem(displayPath(remote.name), remote.name);
    m_remote->setCurrentIndex(std::max(0, m_remote->findData(transfers.setup().usualRemote())));
    m_follows->setChecked(true);
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(fontMetrics().height()); // so that nothing moves while one types
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(isPull ? tr("Pull") : tr("Push"), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    auto *form = new QFormLayout;
    form->setSpacing(2 * unit);
    form->addRow(tr("Remote"), m_remote);
    form->addRow(tr("Branch there"), m_branch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addLayout(form);
    column->addWidget(m_follows);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remote, &QComboBox::currentIndexChanged, this, &TargetDialog::fillBranches);
    connect(m_branch, &QComboBox::currentTextChanged, this, &TargetDialog::judge);
    fillBranches();
    m_branch->setFocus();
}

void TargetDialog::fillBranches()
{
    const QByteArray own = m_transfers.branch().sliced(std::min<qsizetype>(11, m_transfers.branch().size()));
    const QSignalBlocker quiet(m_branch);
    m_branch->clear();
    for (const QByteArray &name : m_transfers.branchesOf(m_remote->currentData().toByteArray()))
        m_branch->addItem(displayPath(name), name);
    if (m_kind == TransferKind::Push)
        m_branch->setEditText(displayPath(own));
    else
        m_branch->setCurrentIndex(std::max(0, m_branch->findData(own)));
    judge();
}

QByteArray TargetDialog::branchName() const
{
    // What is in the list keeps its bytes; what is typed is text.
    const int known = m_branch->findText(m_branch->currentText(), Qt::MatchExactly | Qt::MatchCaseSensitive);
    return known < 0 ? m_branch->currentText().toUtf8() : m_branch->itemData(known).toByteArray();
}

void TargetDialog::judge()
{
    const QByteArray name = branchName();
    const QString problem = name.isEmpty() && m_kind == TransferKind::Pull
                                ? tr("Nothing of this remote is fetched yet: fetch first.")
                                : TransfersController::nameProblem(name);
    m_act->setEnabled(problem.isEmpty() && m_remote->count() > 0);
    m_problem->setText(name.isEmpty() && m_kind == TransferKind::Push ? QString() : problem);
}

TransferTarget TargetDialog::target() const
{
    return {m_remote->currentData().toByteArray(), "refs/heads/" + branchName()};
}

bool TargetDialog::follows() const
{
    return m_follows->isChecked();
}
