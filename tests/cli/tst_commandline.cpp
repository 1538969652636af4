// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "app/cli/command.h"
#include "support/repobuilder.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::run;
using Tests::RepoBuilder;

namespace {

/// Takes this much, then is full.
class FullDevice final : public QIODevice
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = qMin(size, std::exchange(m_room, 0));
        return taken > 0 ? taken : -1;
    }

private:
    qint64 m_room;
};

} // namespace

/// What holds for every command: parsing, streams, exit codes.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsAResult_data();
    void helpIsAResult();
    void everyCommandExplainsItself();
    void versionIsAResult();
    void wrongUsageIsExit2_data();
    void wrongUsageIsExit2();
    void repositoryIsNamedBeforeOrAfterTheCommand();
    void quietLeavesOutNotesOnly();
    void resultThatCannotBeWrittenFails_data();
    void resultThatCannotBeWrittenFails();
    void everyErrorKindHasItsExitCode();
    void coloursAreOnlyOurs();
    void controlCharactersAreShownOrEscaped();
};

void TestCommandLine::helpIsAResult_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("--help") << QStringList{u"--help"_s};
    QTest::newRow("-h") << QStringList{u"-h"_s};
    QTest::newRow("help") << QStringList{u"help"_s};
}

void TestCommandLine::helpIsAResult()
{
    QFETCH(QStringList, words);
    const auto help = run(words);
    VERIFY_EXIT(help, 0);
    QVERIFY(help.messages.isEmpty());
    for (const char *name :
         {"status", "log", "generate-commit-message", "describe-changes", "environments", "detect-drift",
          "undo", "reflog", "clone", "init", "remote", "worktree", "submodule", "demo"})
        QVERIFY2(help.results.contains(name), name);
}

void TestCommandLine::everyCommandExplainsItself()
{
    for (const auto &command : Cli::makeCommands()) {
        const QString name = command->spec().name;
        const auto help = run({name, u"--help"_s});
        VERIFY_EXIT(help, 0);
        QVERIFY(help.results.startsWith(QByteArray("Usage: ai-cli " + name.toUtf8())));
        for (const Cli::Option &option : command->spec().options)
            QVERIFY2(help.results.contains(option.name.toUtf8()), qPrintable(option.name));
        QVERIFY(help.results.contains("-C, --repo DIR"));
        QCOMPARE(run({u"help"_s, name}).results, help.results);
    }
}

void TestCommandLine::versionIsAResult()
{
    const auto version = run({u"--version"_s});
    VERIFY_EXIT(version, 0);
    QCOMPARE(version.results, QByteArray("ai-cli " PLUMBLINE_VERSION "\n"));
}

void TestCommandLine::wrongUsageIsExit2_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("no command") << QStringList{} << "No command"_ba;
    QTest::newRow("unknown command") << QStringList{u"fly"_s} << "“fly”"_ba;
    QTest::newRow("hostile command") << QStringList{u"fly\u001b[2J\u202e"_s} << "<U+001B>[2J<U+202E>"_ba;
    QTest::newRow("option for a command") << QStringList{u"--json"_s, u"status"_s} << "after the command"_ba;
    QTest::newRow("unknown option") << QStringList{u"status"_s, u"--frobnicate"_s} << "frobnicate"_ba;
    QTest::newRow("unknown letters") << QStringList{u"status"_s, u"-xyz"_s} << "There is no option “-xyz”"_ba;
    QTest::newRow("value missing") << QStringList{u"status"_s, u"--repo"_s}
                                   << "A value is missing behind “--repo”"_ba;
    QTest::newRow("value of a letter missing")
        << QStringList{u"status"_s, u"-C"_s} << "A value is missing behind “-C”"_ba;
    QTest::newRow("empty folder") << QStringList{u"status"_s, u"--repo"_s, QString()} << "--repo"_ba;
    QTest::newRow("value too many") << QStringList{u"status"_s, u"--json=yes"_s}
                                    << "--json takes no value"_ba;
    QTest::newRow("positional too many") << QStringList{u"status"_s, u"here"_s} << "“here”"_ba;
    QTest::newRow("colour") << QStringList{u"status"_s, u"--color"_s, u"green"_s} << "“green”"_ba;
    QTest::newRow("demo without a folder") << QStringList{u"demo"_s} << "folder"_ba;
    QTest::newRow("drift of nothing") << QStringList{u"detect-drift"_s} << "--environment"_ba;
    QTest::newRow("drift against two") << QStringList{u"detect-drift"_s,
                                                      u"--environment"_s,
                                                      u"a"_s,
                                                      u"--snapshot"_s,
                                                      u"b"_s,
                                                      u"--against"_s,
                                                      u"c"_s}
                                       << "exclude"_ba;
    QTest::newRow("staged and a diff")
        << QStringList{u"generate-commit-message"_s, u"--staged"_s, u"-"_s} << "exclude"_ba;
}

void TestCommandLine::wrongUsageIsExit2()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, told);
    const auto wrong = run(words);
    VERIFY_EXIT(wrong, 2);
    QVERIFY2(wrong.messages.contains(told), wrong.messages.constData());
}

void TestCommandLine::repositoryIsNamedBeforeOrAfterTheCommand()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    const auto whole = run({u"log"_s, u"--repo"_s, repo.path()});
    VERIFY_EXIT(whole, 0);
    QVERIFY(whole.results.contains("one"));
    QCOMPARE(run({u"log"_s, u"-C"_s, repo.path()}).results, whole.results);
    QCOMPARE(run({u"-C"_s, repo.path(), u"log"_s}).results, whole.results);
}

void TestCommandLine::quietLeavesOutNotesOnly()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    const auto loud = run({u"environments"_s, u"-C"_s, repo.path()});
    const auto quiet = run({u"environments"_s, u"--quiet"_s, u"-C"_s, repo.path()});
    VERIFY_EXIT(loud, 0);
    VERIFY_EXIT(quiet, 0);
    QVERIFY(loud.messages.contains("No environments found"));
    QVERIFY(quiet.messages.isEmpty());
    QCOMPARE(quiet.results, loud.results);
    VERIFY_EXIT(run({u"status"_s, u"--quiet"_s, u"-C"_s, repo.folder() + u"/none"_s}), 3);
}

void TestCommandLine::resultThatCannotBeWrittenFails_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("closed") << qint64(0);
    QTest::newRow("full after a while") << qint64(5);
}

void TestCommandLine::resultThatCannotBeWrittenFails()
{
    QFETCH(qint64, room);
    FullDevice results(room);
    QBuffer in, messages;
    in.open(QIODevice::ReadOnly);
    messages.open(QIODevice::WriteOnly);
    const SystemProcessRunner processes;
    const SystemClock clock;
    const Cli::Services services{.processes = processes, .clock = clock, .input = in};
    QCOMPARE(Cli::runCommandLine({u"--version"_s}, services, results, messages), 7);
    QVERIFY(messages.data().contains("could not be written"));
}

void TestCommandLine::everyErrorKindHasItsExitCode()
{
    const QList<std::pair<ErrorKind, int>> table = {
        {ErrorKind::Cancelled, 130}, {ErrorKind::Invalid, 2},  {ErrorKind::NotFound, 3},
        {ErrorKind::Denied, 4},      {ErrorKind::Conflict, 5}, {ErrorKind::Offline, 6},
        {ErrorKind::Timeout, 6},     {ErrorKind::External, 7}, {ErrorKind::Internal, 70}};
    for (const auto &[kind, code] : table)
        QCOMPARE(int(Cli::exitCodeOf(kind)), code);
}

void TestCommandLine::coloursAreOnlyOurs()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("red \x1b[31m alert");
    repo.write("a", "2\n");
    for (const QString &command : {u"log"_s, u"status"_s}) {
        const auto plain = run({command, u"-C"_s, repo.path()});
        VERIFY_EXIT(plain, 0);
        VERIFY_EXIT(run({command, u"--color=never"_s, u"-C"_s, repo.path()}), 0);
        VERIFY_EXIT(run({command, u"--color=always"_s, u"--json"_s, u"-C"_s, repo.path()}), 0);
        QByteArray colored = run({command, u"--color=always"_s, u"-C"_s, repo.path()}).results;
        QVERIFY(colored.contains("\x1b[0m"));
        for (const char *code : {"\x1b[0m", "\x1b[31m", "\x1b[33m", "\x1b[36m"})
            colored.replace(code, "");
        QCOMPARE(colored, plain.results);
    }
}

void TestCommandLine::controlCharactersAreShownOrEscaped()
{
    const QByteArray hostile = "\x1b]52;c;aGk=\x07 \xc2\x9b"
                               "2J \xe2\x80\xae"
                               "evil \xf3\xa0\x81\x81";
    RepoBuilder repo;
    repo.write("x\n  deleted      y" + hostile.left(8), "1\n");
    repo.commit(hostile, {.author = "Ada \xe2\x80\xae"
                                    "Example"});
    repo.write("x\n  deleted      y" + hostile.left(8), "2\n").write("z\xff", "3\n");

    for (const QStringList &words :
         {QStringList{u"log"_s}, QStringList{u"log"_s, u"--json"_s}, QStringList{u"status"_s},
          QStringList{u"status"_s, u"--json"_s}, QStringList{u"environments"_s, u"--json"_s}}) {
        VERIFY_EXIT(run(words + QStringList{u"-C"_s, repo.path()}), 0);
    }
    // JSON gives the text back as it is.
    const auto log = run({u"log"_s, u"--json"_s, u"-C"_s, repo.path()}).json();
    QCOMPARE(log.value("subject"_L1).toString().toUtf8(), hostile);
    // A file name cannot pass for another entry.
    const auto status = run({u"status"_s, u"-C"_s, repo.path()});
    QVERIFY(status.results.contains("x<U+000A>  deleted      y<U+001B>"));
    QVERIFY(!status.results.contains("\n  deleted "));
    QVERIFY(status.results.contains("z\\xff"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
