// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/clonedialog.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/transfer/questiondialogs.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

CloneDialog::CloneDialog(const WorkspaceServices &services, const QString &parentFolder, QWidget *parent)
    : QDialog(parent)
    , m_controller(services)
    , m_fields(new QWidget(this))
    , m_address(new QLineEdit(m_fields))
    , m_name(new QLineEdit(m_fields))
    , m_folder(new QLineEdit(parentFolder, m_fields))
    , m_branch(new QLineEdit(m_fields))
    , m_browse(new QPushButton(tr("B&rowse…"), m_fields))
    , m_isShallow(new QCheckBox(tr("Only the &newest commits:"), m_fields))
    , m_isBlobless(new QCheckBox(tr("&Old contents of files only when they are needed"), m_fields))
    , m_takesSubmodules(new QCheckBox(tr("With &submodules, and those in them"), m_fields))
    , m_depth(new QSpinBox(m_fields))
    , m_remark(new PlainLabel(this))
    , m_error(new ErrorBanner(this))
    , m_busy(new BusyBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Clone repository"));
    layOut();
    new QuestionDialogs(m_controller.questions(), tr("Cloning"), this);
    connect(m_address, &QLineEdit::textChanged, this, &CloneDialog::suggestName);
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_isNameTyped = !text.isEmpty(); });
    for (QLineEdit *field : {m_address, m_name, m_folder, m_branch})
        connect(field, &QLineEdit::textChanged, this, &CloneDialog::judge);
    connect(m_browse, &QPushButton::clicked, this, &CloneDialog::browse);
    connect(m_isShallow, &QCheckBox::toggled, m_depth, &QWidget::setEnabled);
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    connect(&m_controller, &CloneController::runningChanged, this, &CloneDialog::applyRunning);
    connect(&m_controller, &CloneController::progressed, this, &CloneDialog::applyProgress);
    connect(&m_controller, &CloneController::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    connect(&m_controller, &CloneController::submodulesFailed, this, [this](Error error) {
        //: %1: a sentence
        error.message = tr("The clone is there, but not all of its submodules: %1").arg(error.message);
        error.hint = tr("Work trees and submodules: Update all goes on.");
        m_error->setError(error);
        m_error->show();
        m_isDone = true;
    });
    connect(&m_controller, &CloneController::cloned, this, [this](const QString &folder) {
        Q_EMIT cloned(folder);
        if (m_isDone)
            applyRunning();
        else
            accept();
    });
    judge();
    m_address->setFocus();
}

void CloneDialog::makeFields()
{
    const int unit = Theme::unit(font());
    m_address->setAccessibleName(tr("Address of the repository"));
    m_address->setPlaceholderText(u"https://example.org/team/project.git"_s);
    m_address->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_name->setAccessibleName(tr("Name of the clone"));
    m_folder->setAccessibleName(tr("Folder to clone into"));
    m_branch->setAccessibleName(tr("Branch to check out"));
    m_branch->setPlaceholderText(tr("The one the repository names"));
    m_browse->setAutoDefault(false);
    m_depth->setAccessibleName(tr("Number of commits"));
    m_depth->setRange(1, 1'000'000);
    m_depth->setEnabled(false);
    auto *folder = new QHBoxLayout;
    folder->setSpacing(unit);
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    auto *shallow = new QHBoxLayout;
    shallow->setSpacing(unit);
    shallow->addWidget(m_isShallow);
    shallow->addWidget(m_depth);
    shallow->addStretch(1);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(2 * unit);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("Na&me"), m_name);
    auto *folderTitle = new PlainLabel(tr("Folder"), m_fields);
    form->addRow(folderTitle, folder);
    form->addRow(tr("&Branch"), m_branch);
    form->addRow(QString(), shallow);
    form->addRow(QString(), m_isBlobless);
    form->addRow(QString(), m_takesSubmodules);
    m_isShallow->setToolTip(plainToolTip(tr("A shallow clone (--depth): older history is not in it")));
    m_isBlobless->setToolTip(
        plainToolTip(tr("A blobless clone (--filter=blob:none): all commits, smaller and "
                        "faster; git fetches older contents when it needs them, and "
                        "differences say where they are missing")));
    m_takesSubmodules->setToolTip(plainToolTip(tr("As --recurse-submodules: fetched and checked out, too")));
}

void CloneDialog::layOut()
{
    const int unit = Theme::unit(font());
    makeFields();
    m_remark->setWraps(true);
    m_remark->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_act = buttons->addButton(tr("Clone"), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &CloneDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &CloneDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(2 * unit);
    bottom->addWidget(m_busy, 1);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addWidget(m_fields);
    column->addWidget(m_remark);
    column->addWidget(m_error);
    column->addStretch(1);
    column->addLayout(bottom);
}

CloneController::Wish CloneDialog::wish() const
{
    return {.address = m_address->text(),
            .parent = m_folder->text(),
            .name = m_name->text(),
            .branch = m_branch->text().trimmed(),
            .depth = m_isShallow->isChecked() ? m_depth->value() : 0,
            .isBlobless = m_isBlobless->isChecked(),
            .takesSubmodules = m_takesSubmodules->isChecked()};
}

void CloneDialog::suggestName()
{
    if (!m_isNameTyped)
        m_name->setText(CloneController::nameFor(m_address->text()));
}

// Nothing is wrong yet with what is not typed yet.
void CloneDialog::judge()
{
    const QString problem = CloneController::problem(wish());
    m_act->setEnabled(problem.isEmpty() && !m_controller.isRunning());
    if (problem.isEmpty())
        //: %1: a path
        m_remark->setText(tr("The clone will be in %1.").arg(visibleText(CloneController::folderOf(wish()))));
    else
        m_remark->setText(m_address->text().trimmed().isEmpty() ? QString() : problem);
}

void CloneDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder to clone into"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void CloneDialog::start()
{
    m_error->hide();
    m_controller.start(wish());
}

void CloneDialog::reject()
{
    if (m_controller.isRunning())
        m_controller.cancel();
    else
        QDialog::reject();
}

void CloneDialog::applyRunning()
{
    m_fields->setEnabled(!m_controller.isRunning() && !m_isDone);
    m_act->setVisible(!m_isDone);
    m_remark->setVisible(!m_isDone);
    if (m_isDone)
        m_cancel->setText(tr("Close"));
    if (m_controller.isRunning())
        m_busy->start(tr("Cloning"), false);
    else
        m_busy->stop();
    judge();
    if (m_isDone)
        m_cancel->setFocus();
    else if (!m_controller.isRunning())
        m_address->setFocus();
}

void CloneDialog::applyProgress()
{
    const QString text = m_controller.progressText();
    m_busy->setText(text.isEmpty() ? tr("Cloning") : text);
    m_busy->setProgress(m_controller.progress().done, m_controller.progress().total);
}
