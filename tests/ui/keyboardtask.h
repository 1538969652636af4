// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages.h"
#include "support/repobuilder.h"
#include "tests/ui/shellfixture.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/operation/operationbanner.h"
#include "ui/shell/repositoryview.h"
#include "ui/transfer/transferdesk.h"
#include "ui/widgets/errorbanner.h"

#include <QWindow>

namespace Tests {

constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

/// The whole program's window, and somebody in front of it who has a keyboard and nothing else: every key
/// goes to the window that has the focus, as the window system would send it. What is asked of the window
/// only reads what a user would see.
class KeyboardTask
{
    Q_DISABLE_COPY_MOVE(KeyboardTask)

public:
    KeyboardTask()
        : state({})
        , window(withQuestions(services.workspace()), state, makePageFactories())
    {
        window.resize(1280, 840);
        window.show();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        if (QWindow *there = focusWindow())
            QTest::keyClick(there, key, modifiers);
    }
    void type(const QByteArray &text)
    {
        for (const char letter : text) // Return ends a line, as on a keyboard
            letter == '\n' ? press(Qt::Key_Return) : QTest::keyClick(focusWindow(), letter);
    }
    /// A command by a few letters of its name.
    void command(const QByteArray &letters)
    {
        press(Qt::Key_P, kCtrlShift);
        type(letters);
        press(Qt::Key_Return);
        QCoreApplication::processEvents(); // the palette runs it when its own key is over
    }
    /// Goes on with Tab until the widget has the focus.
    bool tabTo(const QWidget *wanted)
    {
        for (int step = 0; step < 40 && focus() != wanted; ++step)
            press(Qt::Key_Tab);
        return focus() == wanted;
    }
    /// Tabs to the button of that text in the window that has the focus, and presses it.
    bool pressButton(const QString &text)
    {
        const auto isThere = [&] {
            const auto *button = qobject_cast<QAbstractButton *>(focus());
            return button && commandName(button->text()) == text;
        };
        for (int step = 0; step < 40 && !isThere(); ++step)
            press(Qt::Key_Tab);
        if (!isThere())
            return false;
        press(Qt::Key_Space);
        return true;
    }
    bool goTo(Qt::Key page, const QString &id)
    {
        press(page, kCtrl);
        return view()->currentPageId() == id && settle();
    }
    /// Goes down the list that has the focus until that path is chosen.
    bool chooseFile(const QByteArray &path)
    {
        const auto *list = qobject_cast<FileList *>(focus());
        if (!list)
            return false;
        press(Qt::Key_Home);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->selectedPaths() == QList<QByteArray>{path})
                return settle();
            press(Qt::Key_J);
        }
        return false;
    }
    /// Into the difference and down to the line that reads so.
    bool walkTo(QByteArrayView text)
    {
        press(Qt::Key_Right);
        const auto *diff = qobject_cast<DiffView *>(focus());
        if (!diff)
            return false;
        press(Qt::Key_Home);
        for (qsizetype row = 0; row < diff->content().rows().count(); ++row) {
            const Diff::Row current = diff->cursor().current();
            if (current.kind == Diff::RowKind::Line && diff->content().bytes(current) == text)
                return true;
            press(Qt::Key_J);
        }
        return false;
    }
    /// Until nothing more will come.
    bool settle()
    {
        return QTest::qWaitFor([this] { return isSettled(); }, 30'000);
    }

    /// What the window says went wrong.
    QString errors() const
    {
        QStringList errors;
        for (const ErrorBanner *banner : window.findChildren<ErrorBanner *>())
            if (banner->isVisible())
                errors += banner->copyText();
        return errors.join(u'\n');
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    RepositoryView *view() const { return window.currentView(); }
    QString pageId() const { return view() ? view()->currentPageId() : QString(); }
    ChangesPage *changesPage() const { return view()->findChild<ChangesPage *>(); }
    FileList *list(const FileItems &items) const
    {
        for (FileList *list : view()->currentPage()->findChildren<FileList *>())
            if (list->model() == &items)
                return list;
        return nullptr;
    }
    OperationController &operation() const { return view()->operationBanner()->operation(); }
    template<class Dialog> bool isAsked() const
    {
        return QTest::qWaitFor([] { return qobject_cast<Dialog *>(QApplication::activeWindow()) != nullptr; },
                               20'000);
    }
    bool isAnswered() const
    {
        return QTest::qWaitFor([this] { return focusWindow() == window.windowHandle(); }, 20'000);
    }

    ShellServices services;
    StateFile state;
    MainWindow window;

private:
    /// Of two that closed after each other the offscreen platform activates none below, as a window manager
    /// does.
    QWindow *focusWindow() const
    {
        if (!QGuiApplication::focusWindow() && !QApplication::activeModalWidget())
            window.windowHandle()->requestActivate();
        (void)QTest::qWaitFor([] { return QGuiApplication::focusWindow() != nullptr; });
        return QGuiApplication::focusWindow();
    }
    static WorkspaceServices withQuestions(WorkspaceServices services)
    {
        services.askProgram = qEnvironmentVariable("PLUMBLINE_TEST_ASKPASS");
        return services;
    }
    bool isSettled() const
    {
        RepositoryController &repository = view()->repository();
        const TransfersController &transfers = view()->transfers().transfers();
        return repository.state() == PageState::Ready && repository.watcher().isSettled() &&
               !repository.isBusy() && !repository.writes().isBusy() && !operation().isBusy() &&
               !transfers.isBusy() && transfers.isSettled() && view()->currentPage() &&
               view()->currentPage()->isSettled();
    }
};

} // namespace Tests
