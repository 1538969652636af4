// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "ui/changes/messageeditor.h"
#include "ui/diff/diffview.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QScreen>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

/// The pages of the program in its window: focus, first sight, running work.
class PagesInWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabGoesThroughChangesAsTheEyeDoes()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").write("b.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n").stage({"a.txt"}).write("b.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_VERIFY(program.changes().staged().rowCount() == 1 &&
                    program.changes().unstaged().rowCount() == 1);
        QTRY_VERIFY(!program.changes().isBusy());
        program.page()->findChild<MessageEditor *>()->setPlainText(u"fix: it"_s);
        const auto named = [&](const QString &text) -> QWidget * {
            for (QAbstractButton *button : program.page()->findChildren<QAbstractButton *>())
                if (button->isVisible() && button->text().startsWith(text))
                    return button;
            return nullptr;
        };
        QList<QWidget *> wanted{named(u"Stage all"_s),
                                program.list(program.changes().unstaged()),
                                named(u"Unstage all"_s),
                                program.list(program.changes().staged()),
                                program.page()->findChild<DiffView *>(),
                                program.page()->findChild<MessageEditor *>(),
                                named(u"Why"_s),
                                named(u"Use draft"_s),
                                named(u"Options"_s),
                                named(u"Amend"_s),
                                named(u"Commit"_s)};
        wanted.removeAll(nullptr); // the draft's buttons, when there is no draft
        QVERIFY(wanted.size() >= 8);
        wanted.first()->setFocus();
        const auto textOf = [](const QWidget *widget) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            return !widget ? u"nothing"_s : button ? button->text() : widget->accessibleName();
        };
        for (QWidget *widget : std::as_const(wanted)) {
            QVERIFY2(QApplication::focusWidget() == widget,
                     qPrintable(u"%1 has the focus, %2 should"_s.arg(textOf(QApplication::focusWidget()),
                                                                     textOf(widget))));
            program.press(Qt::Key_Tab);
        }
    }

    void onlyTheFocusedListShowsItsChoiceInFullColour_data()
    {
        QTest::addColumn<Qt::ColorScheme>("scheme");
        QTest::newRow("light") << Qt::ColorScheme::Light;
        QTest::newRow("dark") << Qt::ColorScheme::Dark;
    }
    void onlyTheFocusedListShowsItsChoiceInFullColour()
    {
        QFETCH(Qt::ColorScheme, scheme);
        const auto back = qScopeGuard([] { Theme::applyFixed(Qt::ColorScheme::Light); });
        Theme::applyFixed(scheme);
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.isShown && program.go(u"changes"_s));
        FileList *list = program.list(program.changes().unstaged());
        QTRY_COMPARE(list->selectedPaths().size(), 1);
        const auto ground = [list] {
            const QRect row = list->visualRect(list->currentIndex());
            return list->viewport()->grab(row).toImage().pixelColor(row.width() - 2, row.height() / 2);
        };
        QVERIFY(list->hasFocus());
        const QColor full = list->palette().color(QPalette::Highlight),
                     text = list->palette().color(QPalette::Text);
        QCOMPARE(ground().rgb(), full.rgb());
        program.page()->findChild<DiffView *>()->setFocus();
        const QColor quiet = ground();
        QVERIFY(quiet.rgb() != full.rgb() && quiet.rgb() != list->palette().color(QPalette::Base).rgb());
        const auto light = [](const QColor &color) { // relative luminance, WCAG 2
            const auto part = [](float c) {
                return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
            };
            return 0.2126F * part(color.redF()) + 0.7152F * part(color.greenF()) +
                   0.0722F * part(color.blueF());
        };
        const auto [low, high] = std::minmax({light(quiet), light(text)});
        QVERIFY((high + 0.05F) / (low + 0.05F) >= 7.0F);
    }

    void historyStartsAtHeadAlsoWhenAnotherBranchIsNewer()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n");
        const QByteArray head = repo.commit("first");
        repo.branch("topic").checkout("topic").write("a.txt", "two\n").commit("newer");
        repo.checkout("main");
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        auto &history = static_cast<HistoryController &>(program.page()->controller());
        QCOMPARE(history.commits().rowCount(), 2);
        QCOMPARE(history.selected().toHex(), head);
    }

    void copyInTheListCopiesTheIdsOfTheChosenCommits()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a.txt", "one\n").commit("first");
        const QByteArray second = repo.write("a.txt", "two\n").commit("second");
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        auto *list = program.page()->findChild<CommitList *>();
        list->setFocus();
        program.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), second);
        list->selectAll();
        program.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toLatin1(), second + '\n' + first);
    }

    void theFirstWindowFitsTheScreen()
    {
        RepoBuilder repo;
        Tests::ShellServices services;
        StateFile state({});
        const MainWindow window(services.workspace(), state, makePageFactories());
        const QSize screen = window.screen()->availableSize();
        QVERIFY(window.width() <= screen.width() && window.height() <= screen.height());
    }

    void aCommitIsListedAsWorkAndClosingItsTabNeitherWaitsNorLeavesItsHook()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n").stage();
        const QByteArray pidFile = QFile::encodeName(repo.folder()) + "/pid";
        repo.hook("pre-commit", "#!/bin/sh\necho $$ >'" + pidFile + ".new'\nmv '" + pidFile + ".new' '" +
                                    pidFile + "'\ntrap '' TERM\nsleep 60\nsleep 60\n");
        const QByteArray head = repo.resolve("HEAD");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().staged().rowCount(), 1);
        WorkList &work = program.view()->context().work();
        program.changes().commit(u"second"_s, false);
        QCOMPARE(work.entries().size(), 1);
        QCOMPARE(work.entries().first().text, u"Committing"_s);
        QVERIFY(work.entries().first().cancel);
        QTRY_VERIFY(QFile::exists(QFile::decodeName(pidFile)));
        QFile file(QFile::decodeName(pidFile));
        QVERIFY(file.open(QFile::ReadOnly));
        const auto isAlive = [pid = file.readAll().trimmed()] {
            QFile process(u"/proc/"_s + QLatin1StringView(pid) + u"/stat"_s);
            return process.open(QFile::ReadOnly) && !process.readAll().contains(") Z");
        };
        QVERIFY(isAlive());
        const QPointer<RepositoryView> view = program.view();
        Tests::stallWatch().clear();
        program.window.closeTab(0);
        QVERIFY(!program.window.hasTabs() && !view->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!view, 20'000);
        QTRY_VERIFY(!isAlive());
        VERIFY_NO_STALL();
        QCOMPARE(repo.resolve("HEAD"), head);
    }

    void closingTheWindowEndsTheCommitWithoutWaiting()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n").stage();
        repo.hook("pre-commit", "#!/bin/sh\nsleep 60\n");
        const QByteArray head = repo.resolve("HEAD");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().staged().rowCount(), 1);
        ChangesController &changes = program.changes();
        changes.commit(u"second"_s, false);
        Tests::stallWatch().clear();
        program.window.close();
        QVERIFY(!program.window.isVisible());
        QTRY_VERIFY(!changes.isCommitting());
        VERIFY_NO_STALL();
        QCOMPARE(repo.resolve("HEAD"), head);
    }

    void cancellingInTheStripEndsTheCommit()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n").stage();
        repo.hook("pre-commit", "#!/bin/sh\nsleep 60\n");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().staged().rowCount(), 1);
        program.changes().commit(u"second"_s, false);
        QToolButton *cancel = nullptr;
        QTRY_VERIFY([&] {
            for (QToolButton *button : program.window.findChildren<QToolButton *>())
                if (button->text() == "Cancel"_L1 && button->isVisible())
                    cancel = button;
            return cancel != nullptr;
        }());
        cancel->click();
        QTRY_VERIFY(!program.changes().isCommitting());
        QVERIFY(program.view()->context().work().entries().isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(PagesInWindowTest)
#include "tst_pagesinwindow.moc"
