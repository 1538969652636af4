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
};

QTEST_GUILESS_MAIN(DamagedHistoryTest)
#include "tst_damagedhistory.moc"
