// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"
#include "workspace/toolstarter.h"

#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

/// Starts a program of ours in place of nothing and remembers what would have been started.
struct Started
{
    explicit Started(Tests::RepoBuilder &repo)
        : live(repo)
        , starter(live.controller, [this](const ExternalCommand &command) {
            commands += command;
            return !refuses;
        })
    {}

    Tests::LiveRepository live;
    QList<ExternalCommand> commands;
    bool refuses = false;
    ToolStarter starter;
};

/// A program that writes each of its arguments in a line of the file "arguments" beside it.
QString makeDumper(const Tests::RepoBuilder &repo)
{
    const QString path = repo.folder() + u"/dumper"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no dumper");
    file.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + repo.folder().toUtf8() + "/arguments'\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

class ExternalProgramTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreSplitAsAShellWouldAndNothingElseIs_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"code --wait  -n"_s << QStringList{u"code"_s, u"--wait"_s, u"-n"_s};
        QTest::newRow("quotes") << u"'a b' \"c d\"e \"\""_s << QStringList{u"a b"_s, u"c de"_s, QString()};
        QTest::newRow("backslash") << u"a\\ b '\\' \"\\\"\""_s << QStringList{u"a b"_s, u"\\"_s, u"\""_s};
        QTest::newRow("shell") << u"x; rm -rf $HOME `id` > f | g & ~ *"_s
                               << QStringList{u"x;"_s, u"rm"_s, u"-rf"_s, u"$HOME"_s, u"`id`"_s, u">"_s,
                                              u"f"_s,  u"|"_s,  u"g"_s,   u"&"_s,     u"~"_s,    u"*"_s};
        QTest::newRow("open quote") << u"a 'b"_s << QStringList();
        QTest::newRow("nothing") << u"  "_s << QStringList();
        QTest::newRow("empty program") << u"'' a"_s << QStringList();
    }

    void wordsAreSplitAsAShellWouldAndNothingElseIs()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        const auto split = ExternalPrograms::splitWords(line);
        QCOMPARE(split.has_value(), !words.isEmpty());
        QCOMPARE(split.value_or(QStringList()), words);
    }

    void b06_aTokenIsOneArgumentAndIsNotExpandedAgain()
    {
        Tests::RepoBuilder repo;
        const QStringList hostile{u"; rm -rf ~"_s, u"$(id)"_s, u"a 'b\" c"_s, u"{ref}"_s,
                                  u"{file}"_s,     u"\\"_s,    u""_s};
        for (const QString &value : hostile) {
            const auto words =
                ExternalPrograms::fill(u"xterm -e 'v {file}' {ref}{ref} {line}"_s,
                                       {{u"file"_s, value}, {u"ref"_s, u"-x"_s}, {u"line"_s, u"3"_s}});
            QVERIFY(words);
            QCOMPARE(*words, (QStringList{u"xterm"_s, u"-e"_s, u"v "_s + value, u"-x-x"_s, u"3"_s}));
        }
        QVERIFY(!ExternalPrograms::fill(u"a {nothing}"_s, {}));
        QVERIFY(!ExternalPrograms::fill(u"{file}x'"_s, {{u"file"_s, u"'"_s}}));

        // And so it reaches the program.
        const QString dumper = makeDumper(repo);
        const auto words =
            ExternalPrograms::fill(dumper + u" {file} -- '{file}'"_s, {{u"file"_s, u"; touch x"_s}});
        const auto command = ExternalPrograms::commandOf(*words, repo.folder());
        QVERIFY(command);
        QCOMPARE(QProcess::execute(command->program, command->arguments), 0);
        QFile arguments(repo.folder() + u"/arguments"_s);
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QCOMPARE(arguments.readAll(), "; touch x\n--\n; touch x\n"_ba);
    }

    void nothingOfTheRepositoryIsTakenForAProgram()
    {
        Tests::RepoBuilder repo;
        repo.write("evil", "#!/bin/sh\n", 0755);
        QVERIFY(!ExternalPrograms::commandOf({u"evil"_s}, repo.path()));
        QVERIFY(!ExternalPrograms::commandOf({u"./evil"_s}, repo.path()));
        QVERIFY(!ExternalPrograms::commandOf({}, repo.path()));
        QVERIFY(ExternalPrograms::commandOf({u"git"_s}, repo.path())->program.startsWith(u'/'));
    }

    void theEditorOpensTheFileWhereItIs()
    {
        Tests::RepoBuilder repo;
        repo.write("d/a b.txt", "1\n").commit("first");
        Started started(repo);
        qputenv("EDITOR", "sh -c 'x {file}'");
        qunsetenv("VISUAL");
        const QString file = repo.path() + u"/d/a b.txt"_s;
        QVERIFY(started.starter.openEditor({.path = "d/a b.txt"}));
        QCOMPARE(started.commands.last().arguments, (QStringList{u"-c"_s, u"x {file}"_s, file}));
        QCOMPARE(started.commands.last().folder, repo.path());
        qputenv("EDITOR", "vi");
        qputenv("TERMINAL", "sh");
        QVERIFY(started.starter.openEditor({.path = "d/a b.txt"}));
        QCOMPARE(started.commands.last().arguments, (QStringList{u"-e"_s, u"vi"_s, file}));
        qputenv("EDITOR", "sh 'x");
        QCOMPARE(started.starter.openEditor({.path = "d/a b.txt"}).error().kind, ErrorKind::Invalid);
        qputenv("EDITOR", "sh");
        QCOMPARE(started.starter.openEditor({.path = "gone"}).error().kind, ErrorKind::NotFound);
        started.refuses = true;
        QVERIFY(!started.starter.openEditor({.path = "d/a b.txt"}));
    }

    void howAToolOfGitEndedIsTold()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        repo.write("a", "2\n").config(u"diff.tool"_s, u"nosuch"_s).config(u"merge.tool"_s, u"nosuch"_s);
        Tests::LiveRepository live(repo);
        ToolStarter starter(live.controller);
        QSignalSpy failed(&starter, &ToolStarter::failed), ran(&starter, &ToolStarter::ran);
        QVERIFY(starter.openDifference({.path = "a"}));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        const Error error = failed.first().first().value<Error>();
        QVERIFY2(error.message.contains(u"git difftool"_s), qPrintable(error.message));
        QVERIFY2(error.detail.contains(u"nosuch"_s), qPrintable(error.detail));
        QCOMPARE(ran.count(), 0);
        repo.config(u"diff.tool"_s, u"mine"_s).config(u"difftool.mine.cmd"_s, u"cp \"$LOCAL\" seen"_s);
        QVERIFY(starter.openDifference({.path = "a"}));
        QTRY_COMPARE_WITH_TIMEOUT(ran.count(), 1, 20'000);
        QCOMPARE(repo.read("seen"), "1\n"_ba);
        repo.config(u"difftool.mine.cmd"_s, u"sleep 3"_s);
        QVERIFY(starter.openDifference({.path = "a"}));
        QTRY_COMPARE_WITH_TIMEOUT(ran.count(), 2, 2'500); // it is not waited for
        QCOMPARE(failed.count(), 1);
    }

    // B06: what a repository configures is never started.
    void b06_anEditorThatNobodyNamedIsGitsOfTheUserThenTheDesktops()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        repo.config(u"core.editor"_s, u"sh evil"_s);
        QTemporaryDir home;
        const auto restore = qScopeGuard([home = qgetenv("HOME"), config = qgetenv("XDG_CONFIG_HOME"),
                                          global = qgetenv("GIT_CONFIG_GLOBAL"), path = qgetenv("PATH"),
                                          data = qgetenv("XDG_DATA_HOME")] {
            qputenv("HOME", home);
            qputenv("PATH", path);
            config.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", config);
            global.isNull() ? qunsetenv("GIT_CONFIG_GLOBAL") : qputenv("GIT_CONFIG_GLOBAL", global);
            data.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", data);
        });
        for (const char *name : {"VISUAL", "EDITOR", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL"})
            qunsetenv(name);
        qputenv("HOME", home.path().toUtf8());
        qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(home.filePath(name));
            return QDir().mkpath(QFileInfo(file).path()) && file.open(QFile::WriteOnly) &&
                   file.write(text) == text.size() &&
                   file.setPermissions(file.permissions() | QFile::ExeOwner);
        };
        // The desktop's answer comes from a program of that name.
        QVERIFY(write(u"bin/xdg-mime"_s, "#!/bin/sh\ncat \"$HOME/id\"\n"));
        qputenv("PATH", QByteArray(QFile::encodeName(home.filePath(u"bin"_s)) + ":" + qgetenv("PATH")));
        QVERIFY(write(u"id"_s, ""));
        Started started(repo);
        QList<Error> failures;
        connect(&started.starter, &ToolStarter::failed, this, [&](const Error &error) { failures += error; });
        const auto open = [&] {
            const qsizetype before = started.commands.size() + failures.size();
            return started.starter.openEditor({.path = "a"}) &&
                   QTest::qWaitFor([&] { return started.commands.size() + failures.size() > before; },
                                   20'000);
        };
        QVERIFY(open());
        QCOMPARE(failures.size(), 1);
        QVERIFY(failures.first().hint.contains("Preferences"_L1));
        QVERIFY(write(u"id"_s, "some-editor.desktop\n"));
        QVERIFY(write(u"data/applications/some/editor.desktop"_s,
                      "[Desktop Action new]\nExec=false\n[Desktop Entry]\nExec=sh -n --at=%f %i %%\n"));
        QVERIFY(open());
        const QString file = repo.path() + u"/a"_s;
        QCOMPARE(started.commands.last().arguments, (QStringList{u"-n"_s, u"--at="_s + file, u"%"_s}));
        QVERIFY(write(u".gitconfig"_s, "[core]\n\teditor = sh -u\n"));
        QVERIFY(open());
        QCOMPARE(started.commands.last().arguments, (QStringList{u"-u"_s, file}));
        QCOMPARE(failures.size(), 1);
    }

    void theDifferenceToolIsGitsAndGetsThePathBehindTheDashes()
    {
        Tests::RepoBuilder repo;
        const QByteArray head = repo.write("--cached", "1\n").commit("first");
        Started started(repo);
        QVERIFY(started.starter.openDifference({.path = "--cached", .isStaged = true}));
        const QStringList common{u"--literal-pathspecs"_s, u"difftool"_s, u"--no-prompt"_s};
        QCOMPARE(started.commands.last().arguments,
                 common + QStringList({u"--cached"_s, u"--"_s, u"--cached"_s}));
        QVERIFY(
            started.starter.openDifference({.path = "--cached", .commit = *Git::ObjectId::fromHex(head)}));
        QCOMPARE(started.commands.last().arguments,
                 common +
                     QStringList({QString(QString::fromLatin1(head) + u"^!"_s), u"--"_s, u"--cached"_s}));
        const auto id = *Git::ObjectId::fromHex(head);
        QVERIFY(started.starter.openDifference({.path = "a", .commit = id, .older = id}));
        QCOMPARE(started.commands.last().arguments,
                 common + QStringList({id.text(), id.text(), u"--"_s, u"a"_s}));
        QVERIFY(started.starter.openDifference({.path = "a", .older = id}));
        QCOMPARE(started.commands.last().arguments, common + QStringList({id.text(), u"--"_s, u"a"_s}));
        qputenv("TERMINAL", "sh");
        QVERIFY(started.starter.openTerminal());
        QVERIFY(started.commands.last().arguments.isEmpty());
        QCOMPARE(started.commands.last().folder, repo.path());
    }

    void theMergeToolIsGitsAndGetsThePathBehindTheDashes()
    {
        Tests::RepoBuilder repo;
        repo.write("--abort", "1\n").commit("first");
        Started started(repo);
        QVERIFY(started.starter.openMergeTool("--abort"));
        QCOMPARE(started.commands.last().arguments, (QStringList{u"--literal-pathspecs"_s, u"mergetool"_s,
                                                                 u"--no-prompt"_s, u"--"_s, u"--abort"_s}));
        QCOMPARE(started.starter.openMergeTool({}).error().kind, ErrorKind::Invalid);
    }

    void withoutTrustNothingIsStarted()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        Started started(repo);
        started.live.services.trust = Git::Trust::Restricted;
        started.live.controller.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!started.live.controller.isTrusted(), 20'000);
        qputenv("EDITOR", "sh");
        qputenv("TERMINAL", "sh");
        QCOMPARE(started.starter.openEditor({.path = "a"}).error().kind, ErrorKind::Denied);
        QCOMPARE(started.starter.openDifference({.path = "a"}).error().kind, ErrorKind::Denied);
        QCOMPARE(started.starter.openMergeTool("a").error().kind, ErrorKind::Denied);
        QCOMPARE(started.starter.openTerminal().error().kind, ErrorKind::Denied);
        QVERIFY(started.commands.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExternalProgramTest)
#include "tst_externalprogram.moc"
