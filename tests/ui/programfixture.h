// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages.h"
#include "support/repobuilder.h"
#include "tests/ui/shellfixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/files/filelist.h"
#include "ui/shell/repositoryview.h"

#include <QFileInfo>

namespace Tests {

/// The whole program's window on one trusted repository.
struct Program
{
    explicit Program(const RepoBuilder &repo)
        : state({})
        , window(services.workspace(), state, makePageFactories())
    {
        services.trust.insert(QFile::encodeName(QFileInfo(repo.gitDir()).canonicalFilePath()),
                              Git::Trust::Trusted);
        window.resize(1280, 840);
        window.show();
        isShown = QTest::qWaitForWindowActive(&window);
        window.openRepository(repo.path());
    }

    bool go(const QString &id)
    {
        return QTest::qWaitFor(
            [&] {
                if (view()->repository().state() != PageState::Ready || !view()->currentPage())
                    return false;
                QAction *show = action(QString(QStringLiteral("view.") + id));
                if (view()->currentPageId() != id) // a page on demand has no command of its own
                    show ? show->trigger() : view()->showPage(id);
                return view()->currentPage()->isSettled();
            },
            20'000);
    }
    RepositoryView *view() { return window.currentView(); }
    Page *page() { return view()->currentPage(); }
    ChangesController &changes() { return static_cast<ChangesPage *>(page())->changes(); }
    FileList *list(FileItems &items)
    {
        for (FileList *list : page()->findChildren<FileList *>())
            if (list->model() == &items)
                return list;
        return nullptr;
    }
    QAction *action(const QString &id) { return window.findChild<QAction *>(id); }
    bool isFocusIn(const QWidget *part) { return part->isAncestorOf(QApplication::focusWidget()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }

    Tests::ShellServices services;
    StateFile state;
    MainWindow window;
    bool isShown = false;
};

} // namespace Tests
