// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/repobuilder.h"
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/shellfixture.h"
#include "tests/ui/uitest.h"
#include "ui/shell/repositoryview.h"
#include "ui/widgets/plainlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace {

QString cloneAs(const Tests::RepoBuilder &repo, const QString &name)
{
    const QString path = repo.folder() + u'/' + name;
    repo.git({u"clone"_s, u"-q"_s, repo.path(), path});
    return path;
}

struct Shell
{
    explicit Shell(const QString &statePath = {}, const QList<PageFactory> &pages = Tests::probeFactories())
        : state(statePath)
        , window(services.workspace(), state, pages)
    {
        state.load();
    }

    bool show()
    {
        window.resize(1200, 800);
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }
    RepositoryView *view() { return window.currentView(); }
    Tests::ProbePage *page()
    {
        return static_cast<Tests::ProbePage *>(view() ? view()->currentPage() : nullptr);
    }
    QTabBar *tabs() { return window.findChild<QTabBar *>(); }
    bool open(const QString &path)
    {
        window.openRepository(path);
        return QTest::qWaitFor([this] { return view()->repository().state() == PageState::Ready && page(); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *button : view()->findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }

    Tests::ShellServices services;
    StateFile state;
    MainWindow window;
};

} // namespace

class ShellTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tests::RepoBuilder> m_repo;

private Q_SLOTS:
    void initTestCase()
    {
        m_repo = std::make_unique<Tests::RepoBuilder>();
        m_repo->write("a.txt", "a\n").commit("first");
    }
    void cleanupTestCase() { m_repo.reset(); }

    void pagesAreMadeWhenTheyAreFirstShown()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QCOMPARE(shell.view()->currentPageId(), u"one"_s);
        QCOMPARE(shell.view()->findChildren<QWidget *>(u"two"_s, Qt::FindChildrenRecursively).size(),
                 1); // its button
        shell.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shell.view()->currentPageId(), u"two"_s);
        QCOMPARE(shell.view()->findChildren<QWidget *>(u"two"_s, Qt::FindChildrenRecursively).size(), 2);
        shell.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(shell.view()->currentPageId(), u"one"_s);
    }

    void aPageIsReachedByCrossLinkWithItsArgument()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        shell.page()->context.openPage(u"two"_s, QByteArray("abc"));
        QCOMPARE(shell.view()->currentPageId(), u"two"_s);
        QCOMPARE(shell.page()->argument, QByteArray("abc"));
        shell.page()->context.openPage(u"none"_s);
        QCOMPARE(shell.view()->currentPageId(), u"two"_s);
    }

    void theHeaderShowsTheBranchLiterally()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "a").commit("one");
        repo.branch("<b>x</b>&\xe2\x80\xae"
                    "gnp")
            .checkout("<b>x</b>&\xe2\x80\xae"
                      "gnp");
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(repo.path()));
        QVERIFY(Tests::spokenTexts(shell.view()).contains(u"<b>x</b>&<U+202E>gnp"_s));
    }

    void hostileFolderNamesAreLiteralInTabsAndTitle()
    {
        const QString path = cloneAs(*m_repo, u"a&b<i>[*]%1"_s);
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(shell.open(path));
        QCOMPARE(shell.tabs()->tabText(1), u"a&&b<i>[*]%1"_s);
        QVERIFY(!shell.tabs()->tabToolTip(1).contains("<i>"_L1));
        QVERIFY(shell.window.windowTitle().startsWith("a&b<i>[*][*]%1"_L1));
    }

    void tabsAreSteppedThroughAndClosedByKeyboard()
    {
        const QString other = cloneAs(*m_repo, u"other"_s);
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(!shell.tabs()->isVisible()); // one repository needs no tabs
        QVERIFY(shell.open(other));
        QVERIFY(shell.tabs()->isVisible());
        QCOMPARE(shell.tabs()->currentIndex(), 1);
        shell.press(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(shell.tabs()->currentIndex(), 0);
        shell.press(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shell.tabs()->currentIndex(), 1);
        shell.press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(shell.tabs()->count(), 1);
        QCOMPARE(shell.view()->repository().path(), m_repo->path());
        shell.press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!shell.window.hasTabs());
        QVERIFY(Tests::spokenTexts(&shell.window).contains(u"Open a repository"_s));
    }

    void aClosedTabLeavesTheFocusInThePageThatIsShown()
    {
        const QString other = cloneAs(*m_repo, u"closing"_s);
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(shell.open(other));
        shell.press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(shell.tabs()->count(), 1);
        QVERIFY(shell.page()->hasFocus()); // no button, which Space would push
        QVERIFY(shell.open(other));
        auto *button = shell.view()->findChild<QWidget *>(u"two"_s);
        button->setFocus();
        shell.window.closeTab(0); // another one
        QVERIFY(button->hasFocus());
        shell.press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!shell.window.hasTabs());
        const auto *open = qobject_cast<QPushButton *>(shell.window.focusWidget());
        QVERIFY(open && open->text().contains(u"Open repository"_s));
    }

    void movedTabsKeepTheirRepositories()
    {
        const QString other = cloneAs(*m_repo, u"moved"_s);
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(shell.open(other));
        shell.tabs()->moveTab(1, 0);
        QCOMPARE(shell.view()->repository().path(), other);
        shell.tabs()->setCurrentIndex(1);
        QCOMPARE(shell.view()->repository().path(), m_repo->path());
    }

    void aRepositoryIsOpenOnlyOnce()
    {
        QVERIFY(QDir(m_repo->path()).mkpath(u"sub/folder"_s));
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        shell.window.openRepository(m_repo->path() + u"/"_s);
        QCOMPARE(shell.tabs()->count(), 1);
        shell.window.openRepository(m_repo->path() + u"/sub/folder"_s);
        QTRY_COMPARE(shell.tabs()->count(), 1);
        QCOMPARE(shell.view()->repository().path(), m_repo->path());
    }

    void whatCannotBeOpenedIsATabThatSaysWhy()
    {
        QTemporaryDir empty;
        Shell shell;
        QVERIFY(shell.show());
        shell.window.openRepository(empty.path());
        QTRY_COMPARE(shell.view()->repository().state(), PageState::Failed);
        const QString reason = shell.view()->repository().error().message;
        QVERIFY(!reason.isEmpty());
        QVERIFY(Tests::spokenTexts(shell.view()).contains(reason));
        for (const QWidget *top : QApplication::topLevelWidgets())
            QVERIFY(top == &shell.window || !top->isVisible() || !top->isModal());
        QCOMPARE(Tests::unnamedFocusable(&shell.window).join(u'\n'), QString());
        // It heals once there is something to open.
        QDir().rmdir(empty.path());
        m_repo->git({u"clone"_s, u"-q"_s, m_repo->path(), empty.path()});
        shell.button(u"Retry"_s)->click();
        QTRY_COMPARE(shell.view()->repository().state(), PageState::Ready);
    }

    void whatCannotBeOpenedOffersWaysOutAndIsNotRemembered()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"window.json"_s), bad = folder.filePath(u"bad"_s);
        QVERIFY(QDir().mkpath(bad));
        {
            Shell shell(file);
            QVERIFY(shell.show());
            QVERIFY(shell.open(m_repo->path()));
            shell.window.openRepository(bad);
            QTRY_COMPARE(shell.view()->repository().state(), PageState::Failed);
            QPushButton *open = shell.button(u"Open repository…"_s), *close = shell.button(u"Close tab"_s);
            QVERIFY(open && open->isVisible() && close && close->isVisible());
            open->click();
            auto *dialog = shell.window.findChild<QFileDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            // Where the repositories are, not at home.
            QCOMPARE(dialog->directory().canonicalPath(), QFileInfo(m_repo->path()).dir().canonicalPath());
            dialog->reject();
            shell.window.close();
            QCOMPARE(shell.state.value(u"tabs"_s).toArray().size(), 1);
            QCOMPARE(shell.state.value(u"recent"_s).toArray(), QJsonArray{m_repo->path()});
            close->click();
            QTRY_COMPARE(shell.tabs()->count(), 1);
            QCOMPARE(shell.view()->repository().path(), m_repo->path());
        }
        Shell again(file);
        again.window.restoreSession();
        QCOMPARE(again.tabs()->count(), 1);
        QCOMPARE(again.view()->repository().path(), m_repo->path());
    }

    void theNextRepositoryIsLookedForBesideTheLast()
    {
        StateFile state({});
        RecentRepositories recent(state);
        QCOMPARE(recent.startFolder(), QDir::homePath());
        recent.remember(m_repo->path());
        QCOMPARE(recent.startFolder(), QFileInfo(m_repo->path()).absolutePath());
        recent.remember(u"/gone/with/it"_s);
        QCOMPARE(recent.startFolder(), QFileInfo(m_repo->path()).absolutePath());
    }

    void anAnswerToTheBannerGivesTheFocusBack_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isByKey");
        QTest::newRow("trust by key") << u"Trust this repository"_s << true;
        QTest::newRow("trust by mouse") << u"Trust this repository"_s << false;
        QTest::newRow("keep by key") << u"Keep reading only"_s << true;
    }
    void anAnswerToTheBannerGivesTheFocusBack()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isByKey);
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        shell.page()->setFocus();
        QPushButton *button = shell.button(answer);
        if (isByKey) {
            button->setFocus(Qt::TabFocusReason);
            QTest::keyClick(button, Qt::Key_Space);
        } else {
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!button->isVisible());
        QVERIFY(shell.page()->hasFocus());
        QTRY_VERIFY(shell.view()->repository().location().trust != Git::Trust::Unknown);
        QVERIFY(shell.page()->hasFocus());
    }

    void theBannerSaysWhatIsOff()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        const QString said = Tests::spokenTexts(shell.view()).join(u'|');
        for (const auto *word : {u"staging", u"committing", u"hooks", u"filters", u"rendering"})
            QVERIFY2(said.contains(QStringView(word)), qPrintable(said));
    }

    void thePaletteRunsACommandOfAPageThatIsNotMade()
    {
        QList<PageFactory> pages = Tests::probeFactories();
        pages[1].commands = {{u"probe.count"_s, u"&Count there"_s, QKeySequence(Qt::ALT | Qt::Key_K)}};
        Shell shell({}, pages);
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        Tests::ProbePage *first = shell.page();
        Tests::stallWatch().clear();
        shell.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = shell.window.findChild<CommandPalette *>();
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"countthere"_s);
        const QAbstractItemModel *rows = palette->findChild<QListView *>()->model();
        QCOMPARE(rows->rowCount(), 1);
        QCOMPARE(rows->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Two: Count there Alt+K"_s);
        QCOMPARE(shell.view()->currentPageId(), u"one"_s);
        shell.press(Qt::Key_Return);
        QTRY_COMPARE(shell.view()->currentPageId(), u"two"_s);
        VERIFY_NO_STALL();
        Tests::ProbePage *second = shell.page();
        QCOMPARE(second->commands, 0); // it has nothing to count yet
        second->probe.beReady();
        QCOMPARE(second->commands, 1);
        QCOMPARE(first->commands, 0);
        second->probe.beReady();
        QCOMPARE(second->commands, 1);
        // The first page is made; from here it is another one.
        shell.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"onecountma"_s);
        QCOMPARE(rows->rowCount(), 1);
        first->probe.beReady();
        first->QWidget::actions().constFirst()->setEnabled(false);
        shell.press(Qt::Key_Return);
        QTRY_COMPARE(shell.view()->currentPageId(), u"one"_s);
        QCOMPARE(first->commands, 0);
    }

    void anUnknownRepositoryIsReadOnlyUntilTrusted()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(!shell.view()->repository().canWrite());
        QPushButton *trust = shell.button(u"Trust this repository"_s);
        QVERIFY(trust->isVisible());
        QPushButton *keep = shell.button(u"Keep reading only"_s);
        QVERIFY(keep->x() < trust->x());
        keep->setFocus();
        shell.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), trust); // as they stand
        QTest::keyClick(trust, Qt::Key_Space);
        QTRY_VERIFY(shell.view()->repository().canWrite());
        QVERIFY(!trust->isVisible());
        QCOMPARE(shell.view()->repository().location().trust, Git::Trust::Trusted);
    }

    void theExplanationNamesTheHooksThatCouldRun()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        repo.hook("pre-commit", "#!/bin/sh\nexit 1\n");
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(repo.path()));
        shell.page()->context.requestTrust();
        QVERIFY(Tests::spokenTexts(shell.view()).join(u'|').contains("hooks/pre-commit: "_L1));
    }

    void keepingToReadPutsTheBannerAwayUntilItIsAskedFor()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QPushButton *trust = shell.button(u"Trust this repository"_s);
        shell.button(u"Keep reading only"_s)->click();
        QVERIFY(!trust->isVisible());
        QTRY_COMPARE(shell.view()->repository().location().trust, Git::Trust::Restricted);
        QVERIFY(!shell.view()->repository().canWrite());
        shell.page()->context.requestTrust();
        QVERIFY(trust->isVisible());
        // The banner is asked for by a key that meant something else; the next one must not trust.
        QVERIFY(!trust->hasFocus());
        QVERIFY(trust->parentWidget()->isAncestorOf(QApplication::focusWidget()));
    }

    void thePaletteFindsAndRunsCommandsOfWindowAndPage()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        shell.page()->setFocus();
        Tests::ProbePage *page = shell.page();
        shell.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *palette = shell.window.findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        QCOMPARE(Tests::unnamedFocusable(palette), QStringList());
        auto *list = palette->findChild<QListView *>();
        QVERIFY(list->model()->rowCount() > 15);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"countma"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"Count & <b>mark</b>"_s);
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains("Alt+K"_L1));
        shell.press(Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QTRY_COMPARE(page->commands, 1);
        QVERIFY(page->hasFocus());
        shell.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"two"_s);
        shell.press(Qt::Key_Return);
        QTRY_COMPARE(shell.view()->currentPageId(), u"two"_s);
    }

    void escapeLeavesThePaletteAndGivesTheFocusBack()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        shell.page()->setFocus();
        shell.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(shell.window.focusWidget(), u"quit"_s);
        shell.press(Qt::Key_Escape);
        QVERIFY(!shell.window.findChild<CommandPalette *>()->isVisible());
        QVERIFY(shell.page()->hasFocus());
    }

    void everyCommandHasATextAndNoTwoShareAShortcut()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QHash<QKeySequence, QString> taken;
        QList<const QMenu *> menus;
        for (const QAction *top : shell.window.menuBar()->actions())
            menus += top->menu();
        for (qsizetype i = 0; i < menus.size(); ++i) {
            for (const QAction *action : menus.at(i)->actions()) {
                if (action->menu())
                    menus += action->menu();
                if (action->menu() || action->isSeparator())
                    continue;
                QVERIFY(!action->text().isEmpty());
                for (const QKeySequence &keys : action->shortcuts()) {
                    QVERIFY2(!taken.contains(keys),
                             qPrintable(action->text() + u" / "_s + taken.value(keys)));
                    taken.insert(keys, action->text());
                }
            }
        }
        QVERIFY(taken.size() > 15);
    }

    void theUsersOwnShortcutReplacesTheDefault()
    {
        Tests::ShellServices services;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            QSettings file(path, QSettings::IniFormat);
            file.setValue(u"shortcuts/probe.count"_s, u"Ctrl+Alt+J"_s);
            file.setValue(u"shortcuts/view.refresh"_s, u"F9"_s);
        }
        Settings settings(path);
        WorkspaceServices workspace = services.workspace();
        workspace.settings = &settings;
        StateFile state({});
        MainWindow window(workspace, state, Tests::probeFactories());
        window.openRepository(m_repo->path());
        QTRY_VERIFY(window.currentView()->currentPage());
        QCOMPARE(window.currentView()->currentPage()->commands().first()->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J));
        QCOMPARE(window.findChild<QAction *>(u"view.refresh"_s)->shortcut(), QKeySequence(Qt::Key_F9));
    }

    void everyFocusableWidgetHasAName()
    {
        Shell shell;
        QVERIFY(shell.show());
        QCOMPARE(Tests::unnamedFocusable(&shell.window).join(u'\n'), QString());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(shell.open(cloneAs(*m_repo, u"named"_s)));
        QCOMPARE(Tests::unnamedFocusable(&shell.window).join(u'\n'), QString());
    }

    void commitsMadeElsewhereAreNoticed()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("one");
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(repo.path()));
        QSignalSpy moved(&shell.view()->repository(), &RepositoryController::refsChanged);
        QSignalSpy changed(&shell.view()->repository(), &RepositoryController::repositoryChanged);
        repo.write("a", "2");
        const QByteArray id = repo.commit("two");
        QTRY_COMPARE(shell.view()->repository().refs().head.target.toHex(), id);
        QVERIFY(!moved.isEmpty());
        QTRY_VERIFY(!changed.isEmpty());
    }

    void foldersCanBeDroppedAndNothingElse()
    {
        Shell shell;
        QVERIFY(shell.show());
        auto drop = [&shell](const QList<QUrl> &urls) {
            QMimeData data;
            data.setUrls(urls);
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.setAccepted(false);
            QApplication::sendEvent(&shell.window, &enter);
            if (!enter.isAccepted())
                return false;
            QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&shell.window, &event);
            return true;
        };
        QVERIFY(!drop({QUrl(u"https://example.org/x.git"_s), QUrl(u"file://host/share"_s)}));
        QVERIFY(!shell.window.hasTabs());
        QVERIFY(drop({QUrl::fromLocalFile(m_repo->path())}));
        QTRY_COMPARE(shell.view()->repository().state(), PageState::Ready);
    }

    void theSessionComesBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"deep/window.json"_s);
        const QString other = cloneAs(*m_repo, u"again"_s);
        {
            Shell shell(file);
            QVERIFY(shell.show());
            QVERIFY(shell.open(m_repo->path()));
            QVERIFY(shell.open(other));
            shell.page()->state = {{u"splitter"_s, 42}};
            shell.press(Qt::Key_2, Qt::ControlModifier);
            shell.window.close();
        }
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        Shell shell(file);
        shell.window.restoreSession();
        QVERIFY(shell.show());
        QCOMPARE(shell.tabs()->count(), 2);
        QCOMPARE(shell.view()->repository().path(), other);
        QTRY_COMPARE(shell.view()->currentPageId(), u"two"_s);
        QTRY_VERIFY(shell.page());
        shell.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(shell.page()->state, (QJsonObject{{u"splitter"_s, 42}}));
        QCOMPARE(shell.state.value(u"recent"_s).toArray().size(), 2);
        // The other tab is not read before it is shown.
        shell.tabs()->setCurrentIndex(0);
        QTRY_COMPARE(shell.view()->repository().state(), PageState::Ready);
    }

    void aDamagedStateFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not JSON") << QByteArray("\x00{[", 3);
        QTest::newRow("another version") << QByteArray(R"({"version": 99, "tabs": []})");
        QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, ' ');
        QTest::newRow("an array") << QByteArray("[]");
    }
    void aDamagedStateFileIsPutAside()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"window.json"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
        file.close();
        StateFile state(path);
        QVERIFY(!state.load().isEmpty());
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::exists(path + u".unreadable"_s));
        QVERIFY(state.value(u"tabs"_s).isUndefined());
    }

    void wrongTypesInTheStateFileAreIgnored()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"window.json"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(
            R"({"version": 1, "tabs": [7, {"path": "../x"}, {"path": 3}], "currentTab": "x", "recent": {},
                       "geometry": "????"})");
        file.close();
        Shell shell(path);
        shell.window.restoreSession();
        QVERIFY(shell.show());
        QVERIFY(!shell.window.hasTabs());
    }

    void runningWorkIsShownAndCanBeCancelled()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        bool wasCancelled = false;
        auto work = shell.view()->context().work().add(u"Rendering <b>production</b>"_s,
                                                       [&wasCancelled] { wasCancelled = true; });
        QTRY_VERIFY(Tests::spokenTexts(&shell.window).contains(u"Rendering <b>production</b>"_s));
        work.setProgress(1, 4);
        QToolButton *cancel = nullptr;
        QTRY_VERIFY([&] {
            for (QToolButton *button : shell.window.findChildren<QToolButton *>())
                if (button->text() == "Cancel"_L1 && button->isVisible())
                    cancel = button;
            return cancel != nullptr;
        }());
        cancel->click();
        QVERIFY(wasCancelled);
        work.finish();
        QVERIFY(!Tests::spokenTexts(&shell.window).contains(u"Rendering <b>production</b>"_s));
    }

    void switchingPagesAndTabsNeverStalls()
    {
        Shell shell;
        QVERIFY(shell.show());
        QVERIFY(shell.open(m_repo->path()));
        QVERIFY(shell.open(cloneAs(*m_repo, u"swift"_s)));
        Tests::stallWatch().clear();
        for (int i = 0; i < 6; ++i) {
            shell.press(Qt::Key_2, Qt::ControlModifier);
            shell.press(Qt::Key_1, Qt::ControlModifier);
            shell.press(Qt::Key_Tab, Qt::ControlModifier);
        }
        VERIFY_NO_STALL();
    }
};

PLUMBLINE_UI_TEST_MAIN(ShellTest)
#include "tst_shell.moc"
