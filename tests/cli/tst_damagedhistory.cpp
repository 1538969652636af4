// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"
#include "tests/unit/git/graphfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

/// What `ai-cli log` says when Git's graph file is damaged in a way that only its checksum shows.
class DamagedHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedGraphFileIsToldAndAShortHistoryIsRightNevertheless_data()
    {
        QTest::addColumn<int>("count");
        QTest::addRow("short") << 300;
        QTest::addRow("long") << 21'000; // its rows go out before its checksum is known
    }

    void aDamagedGraphFileIsToldAndAShortHistoryIsRightNevertheless()
    {
        QFETCH(const int, count);
        const RepoBuilder repo;
        QByteArray stream;
        for (int at = 1; at <= count; ++at)
            stream += "commit refs/heads/main\ncommitter A <a@b> " + QByteArray::number(1'700'000'000 + at) +
                      " +0000\ndata 1\nx\n";
        repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
        repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
        const QByteArray expected = repo.git({u"rev-list"_s, u"HEAD"_s});
        const QStringList words{u"log"_s, u"--repo"_s, repo.path(), u"--format"_s, u"id"_s};
        const Run good = CliTest::run(words);
        VERIFY_EXIT(good, 0);
        QCOMPARE(good.results, expected);
        QCOMPARE(good.messages, QByteArray());
        GraphFixture::bendParent(GraphFixture::graphFile(repo), GraphFixture::idOf(repo.resolve("HEAD")));
        const Run bad = CliTest::run(words);
        VERIFY_EXIT(bad, 0);
        QVERIFY2(bad.messages.contains("commit-graph write --reachable"), bad.messages.constData());
        QCOMPARE(bad.results == expected, count == 300);
    }

    void whereNothingCanBeReadItIsNotSaidThatThereIsNoCommit_data()
    {
        QTest::addColumn<bool>("isBorrowing");
        QTest::addColumn<bool>("showsAll");
        for (const bool isBorrowing : {false, true}) {
            for (const bool showsAll : {false, true}) {
                QTest::addRow("%s, %s", isBorrowing ? "no alternate" : "no object",
                              showsAll ? "--all" : "HEAD")
                    << isBorrowing << showsAll;
            }
        }
    }

    void whereNothingCanBeReadItIsNotSaidThatThereIsNoCommit()
    {
        QFETCH(const bool, isBorrowing);
        QFETCH(const bool, showsAll);
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        QString path = repo.path();
        if (isBorrowing) {
            path = repo.folder() + u"/borrower"_s;
            repo.git({u"clone"_s, u"-q"_s, u"--shared"_s, repo.path(), path});
            QVERIFY(QFile::rename(repo.gitDir() + u"/objects"_s, repo.folder() + u"/gone"_s));
        } else {
            QVERIFY(QDir(repo.gitDir() + u"/objects"_s).removeRecursively());
            QVERIFY(QDir().mkpath(repo.gitDir() + u"/objects/info"_s));
        }
        QStringList words{u"log"_s, u"--repo"_s, path};
        if (showsAll)
            words += u"--all"_s;
        const Run run = CliTest::run(words);
        VERIFY_EXIT(run, 3);
        QVERIFY2(!run.messages.contains("no commit yet"), run.messages.constData());
        QVERIFY2(run.messages.contains("missing or damaged"), run.messages.constData());
        if (isBorrowing)
            QVERIFY2(run.messages.contains(QByteArray(repo.gitDir().toUtf8() + "/objects")),
                     run.messages.constData());
    }
};

QTEST_GUILESS_MAIN(DamagedHistoryTest)
#include "tst_damagedhistory.moc"
