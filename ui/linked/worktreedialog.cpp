// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/worktreedialog.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

WorktreeDialog::WorktreeDialog(WorktreeOffer offer, QWidget *parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_present(new QRadioButton(tr("&Branch"), this))
    , m_new(new QRadioButton(tr("&New branch"), this))
    , m_branches(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add work tree"));
    for (const QString &branch : std::as_const(m_offer.branches))
        m_branches->addItem(visibleText(branch), branch);
    m_present->setEnabled(!m_offer.branches.isEmpty());
    m_new->setEnabled(!m_offer.start.isEmpty());
    (m_offer.branches.isEmpty() ? m_new : m_present)->setChecked(true);
    layOut();
    connect(m_branches, &QComboBox::currentIndexChanged, this, &WorktreeDialog::suggest);
    connect(m_name, &QLineEdit::textChanged, this, &WorktreeDialog::suggest);
    connect(m_present, &QRadioButton::toggled, this, &WorktreeDialog::suggest);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_isFolderTyped = true; });
    connect(m_folder, &QLineEdit::textChanged, this, &WorktreeDialog::judge);
    suggest();
}

void WorktreeDialog::layOut()
{
    const int unit = Theme::unit(font());
    m_branches->setAccessibleName(tr("Branch"));
    m_branches->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_branches->setMinimumContentsLength(40);
    m_name->setAccessibleName(tr("Name of the new branch"));
    m_name->setPlaceholderText(u"feature/name"_s);
    m_folder->setAccessibleName(tr("Folder of the work tree"));
    auto *begins = new PlainLabel(m_offer.start.isEmpty() ? tr("There is no commit yet to begin at")
                                                          //: %1: a commit
                                                          : tr("begins at %1").arg(m_offer.start),
                                  this);
    begins->setForegroundRole(QPalette::PlaceholderText);
    auto *folder = new PlainLabel(tr("Folder"), this);
    auto *browse = new QPushButton(tr("B&rowse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &WorktreeDialog::browse);
    m_problem->setWraps(true);
    m_problem->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("Add work tree"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(u"make"_s);
    m_make->setDefault(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    grid->setVerticalSpacing(2 * unit);
    grid->setHorizontalSpacing(2 * unit);
    grid->addWidget(m_present, 0, 0);
    grid->addWidget(m_branches, 0, 1, 1, 2);
    grid->addWidget(m_new, 1, 0);
    grid->addWidget(m_name, 1, 1, 1, 2);
    grid->addWidget(begins, 2, 1, 1, 2);
    grid->addWidget(folder, 3, 0);
    grid->addWidget(m_folder, 3, 1);
    grid->addWidget(browse, 3, 2);
    grid->addWidget(m_problem, 4, 0, 1, 3);
    grid->addWidget(buttons, 5, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    m_folder->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString WorktreeDialog::branch() const
{
    return isNewBranch() ? m_name->text() : m_branches->currentData().toString();
}

bool WorktreeDialog::isNewBranch() const
{
    return m_new->isChecked();
}

QString WorktreeDialog::folder() const
{
    return m_folder->text();
}

void WorktreeDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the work tree"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_isFolderTyped = true;
        m_folder->setText(chosen);
    });
    dialog->open();
}

void WorktreeDialog::suggest()
{
    m_branches->setEnabled(!isNewBranch());
    m_name->setEnabled(isNewBranch());
    if (!m_isFolderTyped)
        m_folder->setText(m_offer.suggestedFolder(branch()));
    judge();
}

QString WorktreeDialog::problem() const
{
    const QString ofBranch = isNewBranch() ? m_offer.branchProblem(branch()) : QString();
    if (!ofBranch.isEmpty() || branch().isEmpty())
        return ofBranch.isEmpty() ? tr("No branch is chosen") : ofBranch;
    if (!QDir::isAbsolutePath(folder()))
        return tr("The folder needs a full path");
    return {};
}

void WorktreeDialog::judge()
{
    const QString found = problem();
    m_make->setEnabled(found.isEmpty());
    m_problem->setText(isNewBranch() && m_name->text().isEmpty() ? QString() : found);
}
