// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/newrepositorydialog.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

// What wraps asks for its height only when its width is known.
void growFor(QWidget *dialog)
{
    QLayout *layout = dialog->layout();
    layout->activate();
    const int wanted = layout->totalHeightForWidth(dialog->width());
    dialog->resize(dialog->width(), std::max(dialog->height(), wanted));
}

} // namespace

NewRepositoryDialog::NewRepositoryDialog(const WorkspaceServices &services, const QString &parentFolder,
                                         QWidget *parent)
    : QDialog(parent)
    , m_controller(services)
    , m_folder(new QLineEdit(QString(parentFolder + u'/'), this))
    , m_branch(new QLineEdit(NewRepositoryController::firstBranch(), this))
    , m_browse(new QPushButton(tr("B&rowse…"), this))
    , m_remark(new PlainLabel(this))
    , m_error(new ErrorBanner(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New repository"));
    layOut();
    for (QLineEdit *field : {m_folder, m_branch})
        connect(field, &QLineEdit::textChanged, this, &NewRepositoryDialog::judge);
    connect(m_browse, &QPushButton::clicked, this, &NewRepositoryDialog::browse);
    connect(m_error, &ErrorBanner::closed, this, &NewRepositoryDialog::judge);
    connect(&m_controller, &NewRepositoryController::runningChanged, this, &NewRepositoryDialog::judge);
    connect(&m_controller, &NewRepositoryController::failed, this, &NewRepositoryDialog::showFailure);
    connect(&m_controller, &NewRepositoryController::made, this, [this](const QString &folder) {
        Q_EMIT made(folder);
        accept();
    });
    judge();
    m_folder->setFocus();
    m_folder->end(false);
}

void NewRepositoryDialog::layOut()
{
    const int unit = Theme::unit(font());
    m_folder->setAccessibleName(tr("Folder of the repository"));
    m_folder->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_branch->setAccessibleName(tr("Name of the first branch"));
    m_browse->setAutoDefault(false);
    m_remark->setWraps(true);
    m_remark->setMinimumHeight(2 * fontMetrics().height()); // so that nothing moves while one types
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act = buttons->addButton(tr("Make repository"), QDialogButtonBox::AcceptRole);
    m_act->setObjectName(u"act"_s);
    m_act->setDefault(true);
    m_open = m_error->addButton(tr("Open it"));
    m_open->setObjectName(u"open"_s);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openWanted(NewRepositoryController::folderOf(m_folder->text()));
        accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &NewRepositoryDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *folder = new QHBoxLayout;
    folder->setSpacing(unit);
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->setSpacing(2 * unit);
    auto *title = new PlainLabel(tr("Folder"), this);
    form->addRow(title, folder);
    form->addRow(tr("First &branch"), m_branch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * unit, 4 * unit, 4 * unit, 4 * unit);
    column->setSpacing(2 * unit);
    column->addLayout(form);
    column->addWidget(m_remark);
    column->addWidget(m_error);
    column->addStretch(1);
    column->addWidget(buttons);
}

void NewRepositoryDialog::judge()
{
    m_error->hide();
    m_remark->show();
    const QString problem = NewRepositoryController::problem(m_folder->text(), m_branch->text().trimmed());
    m_act->setEnabled(problem.isEmpty() && !m_controller.isRunning());
    const QString folder = NewRepositoryController::folderOf(m_folder->text());
    m_remark->setText(!problem.isEmpty()
                          ? problem
                          //: %1: a path
                          : tr("%1 becomes a repository without commits. Files that are there stay and are "
                               "not committed.")
                                .arg(visibleText(folder)));
}

void NewRepositoryDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the repository"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void NewRepositoryDialog::make()
{
    m_controller.make(m_folder->text(), m_branch->text().trimmed());
}

void NewRepositoryDialog::showFailure(const Error &error)
{
    m_open->setVisible(error.kind == ErrorKind::Conflict && !error.hint.isEmpty());
    m_error->setError(error);
    m_error->show();
    m_remark->hide();
    growFor(this);
}
