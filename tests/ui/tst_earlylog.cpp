// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/earlylog.h"
#include "git/open.h"
#include "git/refs.h"
#include "history/log.h"
#include "support/repobuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

class EarlyLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasBegunIsGivenOnceAndForItsPathOnly()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        repo.write("a", "2").commit("second");
        EarlyLog early;
        QVERIFY(!early.take(repo.path()));
        early.begin(repo.path(), {});
        early.begin(repo.folder(), {}); // only the first counts
        QVERIFY(!early.take(repo.folder()));
        const auto log = early.take(repo.path());
        QVERIFY(log);
        QVERIFY(!early.take(repo.path()));
        const auto where = Git::openRepository(repo.path())->location;
        const auto tips = History::tipsOf(*Git::readRefs(where, {}), true);
        const auto end = log->load(where, {.tips = tips}, {}, {});
        QVERIFY(end);
        QCOMPARE(end->commits, 2);
        QCOMPARE(log->view().rowCount(), 2);
    }

    void whereThereIsNothingToReadItSaysNothing()
    {
        EarlyLog early;
        early.begin({}, {});
        QVERIFY(!early.take({}));
        early.begin(u"/no/such/place"_s, {});
        QVERIFY(early.take(u"/no/such/place"_s));
    }
};

QTEST_GUILESS_MAIN(EarlyLogTest)
#include "tst_earlylog.moc"
