// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/quantity.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAmountsAreEqual_data();
    void sameAmountsAreEqual();
    void otherAmountsDiffer_data();
    void otherAmountsDiffer();
    void textThatIsNoQuantityIsRefused_data();
    void textThatIsNoQuantityIsRefused();
};

void TestQuantity::sameAmountsAreEqual_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::newRow("milli") << "1000m"_ba << "1"_ba;
    QTest::newRow("fraction") << "0.5"_ba << "500m"_ba;
    QTest::newRow("point last") << "2."_ba << "2"_ba;
    QTest::newRow("point first") << ".25"_ba << "250m"_ba;
    QTest::newRow("decimal") << "1000M"_ba << "1G"_ba;
    QTest::newRow("binary") << "3072Mi"_ba << "3Gi"_ba;
    QTest::newRow("binary fraction") << "0.5Gi"_ba << "512Mi"_ba;
    QTest::newRow("exponent") << "12e6"_ba << "12M"_ba;
    QTest::newRow("exa is no exponent") << "1E"_ba << "1000P"_ba;
    QTest::newRow("huge") << "8Ei"_ba << "9223372036854775808"_ba;
    QTest::newRow("zero") << "0"_ba << "0.000"_ba;
    QTest::newRow("negative zero") << "-0"_ba << "0"_ba;
    QTest::newRow("rounded up") << "0.0001"_ba << "1m"_ba;
    QTest::newRow("rounded up at a carry") << "999.9999m"_ba << "1"_ba;
    QTest::newRow("micro") << "1500000u"_ba << "1.5"_ba;
}

void TestQuantity::sameAmountsAreEqual()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QVERIFY(Drift::isSameQuantity(a, b));
    QVERIFY(Drift::isSameQuantity(b, a));
}

void TestQuantity::otherAmountsDiffer_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::newRow("giga is not gibi") << "1G"_ba << "1Gi"_ba;
    QTest::newRow("beyond double precision") << "9007199254740993"_ba << "9007199254740992"_ba;
    QTest::newRow("sign") << "1"_ba << "-1"_ba;
    QTest::newRow("milli is not mega") << "1m"_ba << "1M"_ba;
}

void TestQuantity::otherAmountsDiffer()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QVERIFY(Drift::parseQuantity(a) && Drift::parseQuantity(b));
    QVERIFY(!Drift::isSameQuantity(a, b));
}

void TestQuantity::textThatIsNoQuantityIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "m", "1.2.3", "1 Gi", "1gi", "1e", "1e9999", "Gi", "--1", "0x10", "1Mib"})
        QTest::addRow("'%s'", text) << QByteArray(text);
    QTest::newRow("endless") << QByteArray(10'000, '9');
}

void TestQuantity::textThatIsNoQuantityIsRefused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!Drift::parseQuantity(text));
}

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
