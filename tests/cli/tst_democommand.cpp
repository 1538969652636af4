// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Demo;
using CliTest::Run;

namespace {

/// Runs the first programs, then fails.
class FailingRunner final : public ProcessRunner
{
public:
    explicit FailingRunner(int successes)
        : m_left(successes)
    {}
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        if (m_left-- > 0)
            return SystemProcessRunner().run(request, cancel);
        return ProcessResult{.exitCode = 128, .errors = "fatal: no space left on device\n"_ba};
    }

private:
    mutable int m_left;
};

} // namespace

class TestDemoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleIsAlwaysTheSame();
    void sampleHasAYearOfWork();
    void usersConfigurationDoesNotCount();
    void folderThatHoldsSomethingIsRefused();
    void emptyFolderIsTaken();
    void failureLeavesNothingBehind();
    void withoutGitItSaysWhatToInstall();
};

void TestDemoCommand::sampleIsAlwaysTheSame()
{
    const Demo one, two;
    const QStringList everything = {u"for-each-ref"_s, u"--format=%(objectname) %(refname)"_s};
    QCOMPARE(one.git(everything), two.git(everything));
    QCOMPARE(one.git({u"rev-parse"_s, u"HEAD"_s}), two.git({u"rev-parse"_s, u"HEAD"_s}));
    QCOMPARE(one.git({u"status"_s, u"--porcelain"_s}), two.git({u"status"_s, u"--porcelain"_s}));
    QCOMPARE(one.git({u"diff"_s, u"HEAD"_s}), two.git({u"diff"_s, u"HEAD"_s}));
    QCOMPARE(one.git({u"write-tree"_s}), two.git({u"write-tree"_s}));
}

void TestDemoCommand::sampleHasAYearOfWork()
{
    const Demo demo;
    const int commits = demo.git({u"rev-list"_s, u"--all"_s, u"--count"_s}).trimmed().toInt();
    QVERIFY2(commits >= 130 && commits <= 170, QByteArray::number(commits).constData());
    QVERIFY(demo.git({u"rev-list"_s, u"--all"_s, u"--merges"_s, u"--count"_s}).trimmed().toInt() >= 5);
    QVERIFY(demo.git({u"shortlog"_s, u"-sn"_s, u"--all"_s}).trimmed().split('\n').size() >= 4);
    const auto day = [&](const QString &revision) {
        return demo.git({u"log"_s, u"-1"_s, u"--format=%ct"_s, revision}).trimmed().toLongLong() / 86'400;
    };
    const QByteArray root = demo.git({u"rev-list"_s, u"--max-parents=0"_s, u"HEAD"_s}).trimmed();
    QVERIFY(day(u"HEAD"_s) - day(QString::fromLatin1(root)) >= 360);
    QCOMPARE(demo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}),
             "kubernetes/overlays/staging/api/kustomization.yaml\n"_ba);
    QVERIFY(demo.git({u"diff"_s, u"--name-only"_s}).contains("README.md"));
    demo.git({u"fsck"_s, u"--strict"_s});

    const Run status = demo.run({u"status"_s, u"--json"_s});
    VERIFY_EXIT(status, 0);
    QCOMPARE(status.json()["ahead"_L1].toInt(), 3);
    QCOMPARE(status.json()["staged"_L1].toArray().size(), 1);
    QVERIFY(status.json()["unstaged"_L1].toArray().size() >= 3);
}

void TestDemoCommand::usersConfigurationDoesNotCount()
{
    const QByteArray usual = Demo().git({u"rev-parse"_s, u"HEAD"_s});
    const QString home = Tests::isolatedHome();
    QFile file(home + u"/.gitconfig"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    const auto write = [&](const QByteArray &content) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
    };
    write(before + "[core]\n\tautocrlf = true\n\thooksPath = /nonexistent\n[init]\n\tdefaultBranch = trunk\n"
                   "\tdefaultObjectFormat = sha256\n[commit]\n\tgpgSign = true\n");
    const Demo demo;
    write(before);
    QCOMPARE(demo.git({u"rev-parse"_s, u"HEAD"_s}), usual);
    QCOMPARE(demo.git({u"symbolic-ref"_s, u"HEAD"_s}), "refs/heads/main\n"_ba);
}

void TestDemoCommand::folderThatHoldsSomethingIsRefused()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u".hidden"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Run run = CliTest::run({u"demo"_s, dir.path()});
    VERIFY_EXIT(run, 5);
    QVERIFY(run.messages.contains("not empty"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u".hidden"_s});
    VERIFY_EXIT(CliTest::run({u"demo"_s, file.fileName()}), 4); // a file where the folder should be
    VERIFY_EXIT(CliTest::run({u"demo"_s, u"/proc/nothing/here"_s}), 4);
}

void TestDemoCommand::emptyFolderIsTaken()
{
    const QTemporaryDir dir;
    const Run run = CliTest::run({u"demo"_s, dir.path()});
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.isEmpty());
    QVERIFY(run.messages.contains(dir.path().toUtf8()));
    VERIFY_EXIT(CliTest::run({u"status"_s, u"-C"_s, dir.path()}), 0);
}

void TestDemoCommand::failureLeavesNothingBehind()
{
    const QTemporaryDir dir;
    for (int successes = 0; successes < 4; ++successes) {
        const Run run = CliTest::run({u"demo"_s, dir.filePath(u"new"_s)}, FailingRunner(successes));
        VERIFY_EXIT(run, 7);
        QVERIFY(run.messages.contains("no space left"));
        QVERIFY(!QFile::exists(dir.filePath(u"new"_s)));
    }
}

void TestDemoCommand::withoutGitItSaysWhatToInstall()
{
    const QTemporaryDir dir;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", dir.path().toUtf8());
    const Run run = CliTest::run({u"demo"_s, dir.filePath(u"new"_s)});
    qputenv("PATH", path);
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("Install the package git"));
    QVERIFY(!QFile::exists(dir.filePath(u"new"_s)));
}

QTEST_GUILESS_MAIN(TestDemoCommand)
#include "tst_democommand.moc"
