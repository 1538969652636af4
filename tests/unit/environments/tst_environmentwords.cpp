// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/words.h"

using namespace Qt::StringLiterals;
using Environments::findEnvironment;
using Environments::WeakWords;

class EnvironmentWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSayTheirEnvironment_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("canonical");
        QTest::addColumn<int>("rank");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("variant");
        QTest::addRow("whole") << "staging"_ba << "staging"_ba << 50 << ""_ba << ""_ba;
        QTest::addRow("short") << "prd"_ba << "production"_ba << 70 << ""_ba << ""_ba;
        QTest::addRow("capital") << "Prod"_ba << "production"_ba << 70 << ""_ba << ""_ba;
        QTest::addRow("region") << "prod-us-east-1"_ba << "production"_ba << 70 << ""_ba << "us-east-1"_ba;
        QTest::addRow("unit before") << "api_dev"_ba << "development"_ba << 10 << "api"_ba << ""_ba;
        QTest::addRow("both sides") << "values.prod.eu"_ba << "production"_ba << 70 << "values"_ba << "eu"_ba;
        QTest::addRow("two words are one") << "non-prod"_ba << "non-production"_ba << 50 << ""_ba << ""_ba;
        QTest::addRow("two words with more")
            << "pre_prod-eu"_ba << "pre-production"_ba << 50 << ""_ba << "eu"_ba;
        QTest::addRow("weak alone") << "test"_ba << "test"_ba << 30 << ""_ba << ""_ba;
    }

    void namesSayTheirEnvironment()
    {
        QFETCH(QByteArray, name);
        const auto found = findEnvironment(name);
        QVERIFY(found);
        QTEST(found->canonical, "canonical");
        QTEST(found->rank, "rank");
        QTEST(found->prefix, "prefix");
        QTEST(found->variant, "variant");
    }

    void otherNamesSayNothing_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"", "api", "product", "developer-guide", "load-gpu", "unit-test",
                                 "live-view", "dev-prod", "staging_to_production", "src", "-", "preview"})
            QTest::addRow("'%s'", name) << QByteArray(name);
    }

    void otherNamesSayNothing()
    {
        QFETCH(QByteArray, name);
        QVERIFY(!findEnvironment(name));
    }

    void weakWordsCountInsideWhenAskedFor()
    {
        const auto found = findEnvironment("load-gpu", WeakWords::Inside);
        QVERIFY(found);
        QCOMPARE(found->rank, 45);
        QCOMPARE(found->variant, "gpu"_ba);
    }

    void regionsAreKnown()
    {
        for (const char *name : {"eu", "us-east-1", "asia", "ap-southeast-2"})
            QVERIFY2(Environments::isRegion(name), name);
        QVERIFY(!Environments::isRegion("api"));
        QVERIFY(!Environments::isRegion("eu-api"));
        QVERIFY(!Environments::isRegion(""));
    }

    void whatIsLeftWithoutTheWord()
    {
        QCOMPARE(Environments::withoutEnvironment("api-production"), "api"_ba);
        QCOMPARE(Environments::withoutEnvironment("dev-web"), "web"_ba);
        QCOMPARE(Environments::withoutEnvironment("production"), "production"_ba);
        QCOMPARE(Environments::withoutEnvironment("api"), "api"_ba);
    }
};

QTEST_GUILESS_MAIN(EnvironmentWordsTest)
#include "tst_environmentwords.moc"
