// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/options.h"
#include "app/gui/pages.h"
#include "app/gui/programicon.h"
#include "app/gui/singleinstance.h"
#include "support/repobuilder.h"
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/runwindow.h"
#include "tests/ui/shellfixture.h"
#include "tests/ui/uitest.h"
#include "ui/shell/repositoryview.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>

#include <csignal>

using namespace Qt::StringLiterals;
using Tests::Run;
using Tests::runWindow;

namespace {

QJsonObject report(const QString &folder)
{
    QFile file(folder + u"/capture.json"_s);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

/// The program as a whole: its command line, captures, and one instance per user.
class WindowTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
    }

    void wrongUsageIsOneSentenceAndExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--no-such"_s};
        QTest::newRow("theme") << QStringList{u"--capture"_s, u"x"_s, u"--theme"_s, u"pink"_s};
        QTest::newRow("scale") << QStringList{u"--scale"_s, u"9"_s};
        QTest::newRow("size") << QStringList{u"--capture"_s, u"x"_s, u"--size"_s, u"10x"_s};
        QTest::newRow("page without capture") << QStringList{u"--page"_s, u"history"_s};
    }
    void wrongUsageIsOneSentenceAndExitsWith2()
    {
        QFETCH(QStringList, arguments);
        const Run run = runWindow(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.startsWith("plumbline: "));
        QCOMPARE(run.errors.count('\n'), 1);
        QVERIFY(run.output.isEmpty());
    }

    void pathsBecomeAbsolute()
    {
        const auto options =
            parseOptions({u"plumbline"_s, u"a/../b"_s, u"/c"_s, u"--"_s, u"--odd"_s}, u"/work"_s);
        QVERIFY(options);
        QCOMPARE(options->paths, (QStringList{u"/work/b"_s, u"/c"_s, u"/work/--odd"_s}));
    }

    void helpAndVersionNeedNoDisplay()
    {
        QVERIFY(runWindow({u"--version"_s}).output.startsWith("plumbline "));
        QVERIFY(runWindow({u"--help"_s, u"-platform"_s, u"none"_s}).exitCode == 2);
        const Run help = runWindow({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains("--capture"));
    }

    void aCaptureShowsEveryPage()
    {
        Tests::RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        QTemporaryDir out;
        const Run run = runWindow(
            {u"--capture"_s, out.path(), u"--size"_s, u"900x600"_s, u"--scale"_s, u"2"_s, repo.path()});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const QJsonArray pages = report(out.path()).value("pages"_L1).toArray();
        QVERIFY(pages.size() >= 2);
        for (const QJsonValue &page : pages) {
            QVERIFY(
                QStringList({u"ready"_s, u"empty"_s}).contains(page.toObject().value("state"_L1).toString()));
            QVERIFY(page.toObject().contains("loadMilliseconds"_L1));
            const QImage image(out.filePath(page.toObject().value("file"_L1).toString()));
            QCOMPARE(image.size(), QSize(1800, 1200));
        }
        QVERIFY(report(out.path()).value("start"_L1).toObject().value("cpuMilliseconds"_L1).toInt() > 0);
    }

    void aCaptureCanBeOfOnePageAndDark()
    {
        Tests::RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        QTemporaryDir out;
        const Run run = runWindow(
            {u"--capture"_s, out.path(), u"--page"_s, u"history"_s, u"--theme"_s, u"dark"_s, repo.path()});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(QDir(out.path()).entryList({u"*.png"_s}), QStringList{u"history.png"_s});
        QVERIFY(QImage(out.filePath(u"history.png"_s)).pixelColor(2, 2).lightness() < 80);
        QCOMPARE(runWindow({u"--capture"_s, out.path(), u"--page"_s, u"nonsense"_s, repo.path()}).exitCode,
                 2);
    }

    void aCaptureOfWhatIsNoRepositoryFails()
    {
        QTemporaryDir out, empty;
        const Run run = runWindow({u"--capture"_s, out.path(), empty.path()});
        QCOMPARE(run.exitCode, 1);
        const QJsonObject page = report(out.path()).value("pages"_L1).toArray().first().toObject();
        QCOMPARE(page.value("state"_L1).toString(), u"failed"_s);
        QVERIFY(!page.value("error"_L1).toString().isEmpty());
    }

    void aCaptureLeavesNoTraceInTheUsersState()
    {
        Tests::RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        QTemporaryDir out;
        QCOMPARE(runWindow({u"--capture"_s, out.path(), repo.path()}).exitCode, 0);
        QVERIFY(!QFile::exists(qEnvironmentVariable("XDG_STATE_HOME") + u"/plumbline/window.json"_s));
        QVERIFY(!QFile::exists(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/plumbline/settings.ini"_s));
        QVERIFY(!QFile::exists(m_runtime.filePath(u"plumbline/window.socket"_s)));
    }

    void theProgramHasAnIconOfEverySize()
    {
        const QIcon icon = programIcon();
        for (const int side : {16, 32, 48, 128}) {
            const QImage image = icon.pixmap(QSize(side, side), 1).toImage();
            QCOMPARE(image.size(), QSize(side, side));
            QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
            QCOMPARE(image.pixelColor(side / 8 + 2, side / 2).alpha(), 255);
        }
    }

    void theFirstPaintIsCheap()
    {
        const Run run = runWindow({u"--measure-start"_s});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const int cost = QJsonDocument::fromJson(run.output).object().value("cpuMilliseconds"_L1).toInt();
        QVERIFY2(cost > 0 && cost < 500, run.output.constData());
    }

    void everyFocusableWidgetOfEveryPageHasAName_data()
    {
        QTest::addColumn<Git::Trust>("trust");
        QTest::newRow("unknown") << Git::Trust::Unknown;
        QTest::newRow("trusted") << Git::Trust::Trusted;
    }
    void everyFocusableWidgetOfEveryPageHasAName()
    {
        QFETCH(Git::Trust, trust);
        Tests::RepoBuilder repo;
        for (const char *environment : {"dev", "production"})
            repo.write(QByteArray("apps/api/overlays/") + environment + "/kustomization.yaml",
                       "images:\n- name: api\n  newTag: 1.0.0\n");
        repo.commit("feat(api): <b>deploy</b>");
        repo.write("apps/api/overlays/dev/kustomization.yaml", "images:\n- name: api\n  newTag: 1.1.0\n");
        repo.write("new.txt", "new\n");
        Tests::ShellServices services;
        services.trust.insert(QFile::encodeName(QFileInfo(repo.gitDir()).canonicalFilePath()), trust);
        StateFile state({});
        MainWindow window(services.workspace(), state, makePageFactories());
        window.resize(1200, 800);
        window.show();
        window.openRepository(repo.path());
        QTRY_COMPARE(window.currentView()->repository().state(), PageState::Ready);
        QCOMPARE(window.currentView()->repository().location().trust, trust);
        for (const PageFactory &factory : makePageFactories()) {
            window.currentView()->showPage(factory.id);
            QTRY_VERIFY(window.currentView()->currentPage()->isSettled());
            QCOMPARE(Tests::unnamedFocusable(&window).join(u'\n'), QString());
        }
    }

    void aSecondStartHandsItsPathsOver()
    {
        SingleInstance first(SingleInstance::defaultFolder());
        QVERIFY(first.listen());
        QSignalSpy arrived(&first, &SingleInstance::pathsArrived);
        QProcess second;
        second.setWorkingDirectory(QDir::tempPath());
        second.start(qEnvironmentVariable("PLUMBLINE"), {u"some/where"_s, u"/else"_s});
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().toStringList(),
                 (QStringList{QDir(QDir::tempPath()).filePath(u"some/where"_s), u"/else"_s}));
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        QCOMPARE(second.exitCode(), 0);
    }

    void aHungInstanceIsNotWaitedForLong()
    {
        QTemporaryDir folder;
        QLocalServer hung; // accepts in the kernel, never answers
        QVERIFY(hung.listen(folder.filePath(u"window.socket"_s)));
        SingleInstance second(folder.path());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!second.handOver({u"/x"_s}, std::chrono::milliseconds(300)));
        QVERIFY(timer.elapsed() < 2000);
    }

    void whatAKilledInstanceLeftIsTakenAway()
    {
        QTemporaryDir folder;
        {
            // A socket file without a listener, and the lock of a process that is no more.
            QLocalServer gone;
            QVERIFY(gone.listen(folder.filePath(u"other"_s)));
            QVERIFY(QFile::rename(folder.filePath(u"other"_s), folder.filePath(u"window.socket"_s)));
        }
        QVERIFY(QFile::exists(folder.filePath(u"window.socket"_s)));
        SingleInstance next(folder.path());
        QVERIFY(!next.handOver({u"/x"_s}, std::chrono::milliseconds(500)));
        QVERIFY(next.listen());
        QVERIFY(!SingleInstance(folder.path()).listen()); // one at a time
    }

    void nonsenseOnTheSocketIsHarmless_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("no JSON") << QByteArray("hello\n");
        QTest::newRow("another version") << QByteArray(R"({"version":9,"paths":["/x"]})") + '\n';
        QTest::newRow("relative paths") << QByteArray(R"({"version":1,"paths":["x", 5, "-y"]})") + '\n';
        QTest::newRow("endless") << QByteArray(1024 * 1024, 'x');
    }
    void nonsenseOnTheSocketIsHarmless()
    {
        QFETCH(QByteArray, message);
        QTemporaryDir folder;
        SingleInstance instance(folder.path());
        QVERIFY(instance.listen());
        QStringList seen;
        connect(&instance, &SingleInstance::pathsArrived, this,
                [&seen](const QStringList &paths) { seen += paths; });
        QLocalSocket socket;
        socket.connectToServer(folder.filePath(u"window.socket"_s));
        socket.write(message);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(seen, QStringList());
    }
};

PLUMBLINE_UI_TEST_MAIN(WindowTest)
#include "tst_window.moc"
