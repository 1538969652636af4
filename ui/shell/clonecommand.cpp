// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/transfer/clonedialog.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

void MainWindow::askClone()
{
    const QString known = m_state.value(u"cloneParent"_s).toString();
    auto *dialog = new CloneDialog(m_services, known.isEmpty() ? m_recent.startFolder() : known, this);
    connect(dialog, &CloneDialog::cloned, this, [this](const QString &folder) {
        m_state.setValue(u"cloneParent"_s, QFileInfo(folder).path());
        openRepository(folder);
    });
    dialog->open();
}
