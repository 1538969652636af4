// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "policy/secrets/keywords.h"
#include "policy/secrets/scan.h"

#include <QElapsedTimer>
#include <QTest>

using namespace SecretSamples;
using Policy::Confidence;

/// No bytes take for ever or fill the memory; what was not looked at for that is a finding.
class SecretLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTooLargeIsAFinding();
    void tooManyFindingsAreAFinding();
    void whatIsTooDeepIsAFinding();
    void i06_hostileBytesEndSoon_data();
    void i06_hostileBytesEndSoon();
    void keywordsAreFoundWhereverTheyStand();
};

void SecretLimitsTest::whatIsTooLargeIsAFinding()
{
    Policy::ScanSetting setting;
    setting.largestFile = 100;
    const auto findings = Policy::scanFile("a.yaml", QByteArray(101, 'a'), setting).findings;
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].kind, Policy::SecretKind::NotScanned);
    QCOMPARE(findings[0].confidence, Confidence::High);
}

void SecretLimitsTest::tooManyFindingsAreAFinding()
{
    Policy::ScanSetting setting;
    setting.mostFindings = 10;
    QByteArray content;
    for (int i = 0; i < 50; ++i)
        content += "p" + QByteArray::number(i) + "_password: " + random(10, kAlnum, quint32(i)) + "\n";
    const auto findings = Policy::scanFile("a.yaml", content, setting).findings;
    QVERIFY(findings.size() <= 11);
    QCOMPARE(findings.last().kind, Policy::SecretKind::NotScanned);
}

void SecretLimitsTest::whatIsTooDeepIsAFinding()
{
    for (const char *path : {"a.json", "a.yaml"}) {
        const auto findings = Policy::scanFile(path, QByteArray(100'000, '[')).findings;
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].kind, Policy::SecretKind::NotScanned);
    }
}

void SecretLimitsTest::i06_hostileBytesEndSoon_data()
{
    QTest::addColumn<QByteArray>("content");
    const qsizetype size = 2 * 1024 * 1024;
    QTest::newRow("T63 one line of letters") << QByteArray(size, 'a');
    QTest::newRow("keywords only") << QByteArray("curl -u ").repeated(size / 8);
    QTest::newRow("begin of keys")
        << QByteArray(QByteArray(5, '-') + "BEGIN RSA PRIVATE KEY" + QByteArray(5, '-')).repeated(size / 31);
    QTest::newRow("brackets") << QByteArray(size, '[');
    QTest::newRow("many keys") << [] {
        QByteArray text;
        for (int i = 0; i < 100'000; ++i)
            text += "key" + QByteArray::number(i) + ": v\n";
        return text;
    }();
    QTest::newRow("braces with keys") << QByteArray("{a: ").repeated(size / 4);
    QTest::newRow("quotes") << QByteArray("k: \"\\\"\n").repeated(size / 7);
    QTest::newRow("dashes") << QByteArray("- ").repeated(size / 2);
    QTest::newRow("addresses") << QByteArray("a://b:").repeated(size / 6);
    QTest::newRow("not UTF-8") << QByteArray("password: \xff\xfe\n").repeated(size / 13);
    QTest::newRow("deeper and deeper") << [] {
        QByteArray text;
        for (int i = 0; i < 3000; ++i)
            text += QByteArray(i, ' ') + "a:\n";
        return QByteArray(text + QByteArray(3000, ' ') + "password: " + random(9) + "\n");
    }();
}

void SecretLimitsTest::i06_hostileBytesEndSoon()
{
    QFETCH(QByteArray, content);
    const auto millisecondsFor = [](const QByteArray &bytes) {
        QElapsedTimer timer;
        timer.start();
        for (const char *path : {"a.yaml", "a.json", "a.tf", ".env", "a.go", "a"})
            std::ignore = Policy::scanFile(path, bytes);
        return timer.elapsed();
    };
    const qint64 quarter = millisecondsFor(content.first(content.size() / 4)), all = millisecondsFor(content);
    qInfo("%lld ms for six readings of %lld bytes, %lld ms for a quarter", all, qint64(content.size()),
          quarter);
    QVERIFY(all < 300 + 8 * quarter); // with the square of the size it would be 16 times
}

void SecretLimitsTest::keywordsAreFoundWhereverTheyStand()
{
    const Policy::KeywordFilter filter({{"abc", 1}, {"abcdef", 2}, {"x-y_z", 3}});
    QList<std::pair<size_t, int>> found;
    filter.scan("ABC..abcdefX-Y_Zabc", [&](size_t at, quint16 rule) {
        found.append({at, rule});
        return true;
    });
    std::ranges::sort(found);
    QCOMPARE(found, (QList<std::pair<size_t, int>>{{0, 1}, {5, 1}, {5, 2}, {11, 3}, {16, 1}}));
    filter.scan("ab", [](size_t, quint16) -> bool { qFatal("too short"); });
}

QTEST_GUILESS_MAIN(SecretLimitsTest)
#include "tst_secretlimits.moc"
