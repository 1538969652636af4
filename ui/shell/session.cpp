// SPDX-License-Identifier: GPL-3.0-or-later
// What the window keeps from one run to the next.
#include "ui/shell/mainwindow.h"

#include "ui/shell/repositoryview.h"

#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QTabBar>

using namespace Qt::StringLiterals;

void MainWindow::restoreSession()
{
    restoreGeometry(QByteArray::fromBase64(m_state.value(u"geometry"_s).toString().toLatin1()));
    m_isRestoring = true;
    for (const QJsonValue &tab : m_state.value(u"tabs"_s).toArray()) {
        const QString path = tab.toObject().value("path"_L1).toString();
        if (QDir::isAbsolutePath(path))
            addView(path)->restoreState(tab.toObject());
    }
    m_tabs->setCurrentIndex(m_state.value(u"currentTab"_s).toInt());
    m_isRestoring = false;
    showCurrent();
}

void MainWindow::saveSession()
{
    m_saveDelay.stop();
    QJsonArray tabs;
    qsizetype current = 0;
    for (RepositoryView *view : std::as_const(m_views)) {
        if (view->repository().state() == PageState::Failed)
            continue; // the next start would only fail again
        if (view == currentView())
            current = tabs.size();
        tabs.append(view->saveState());
    }
    m_state.setValue(u"tabs"_s, tabs);
    m_state.setValue(u"currentTab"_s, current);
    m_state.setValue(u"geometry"_s, QString::fromLatin1(saveGeometry().toBase64()));
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a repository"), m_recent.startFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openRepository);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    for (RepositoryView *view : std::as_const(m_views))
        view->stopWork();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (isVisible())
        m_saveDelay.start();
}
