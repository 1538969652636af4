// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/transfer/clonedialog.h"
#include "ui/transfer/newrepositorydialog.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

QString MainWindow::newParent()
{
    const QString known = m_state.value(u"cloneParent"_s).toString();
    return known.isEmpty() ? m_recent.startFolder() : known;
}

void MainWindow::askClone()
{
    auto *dialog = new CloneDialog(m_services, newParent(), this);
    connect(dialog, &CloneDialog::cloned, this, [this](const QString &folder) {
        m_state.setValue(u"cloneParent"_s, QFileInfo(folder).path());
        openRepository(folder);
    });
    dialog->open();
}

void MainWindow::askNewRepository()
{
    auto *dialog = new NewRepositoryDialog(m_services, newParent(), this);
    connect(dialog, &NewRepositoryDialog::made, this, [this](const QString &folder) {
        m_state.setValue(u"cloneParent"_s, QFileInfo(folder).path());
        openRepository(folder);
    });
    connect(dialog, &NewRepositoryDialog::openWanted, this, &MainWindow::openRepository);
    dialog->open();
}
