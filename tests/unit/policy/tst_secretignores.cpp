// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "policy/secrets/scan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecretSamples;

namespace {

const QByteArray kValue = "password: " + random(12);

Policy::ScanSetting ignoring(const QByteArray &list)
{
    return Policy::makeSettingOf(".gitleaksignore", list);
}

} // namespace

/// Ignores keep findings back and are told of themselves.
class SecretIgnoresTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkInTheLineIgnoresItsRule()
    {
        const auto scan =
            Policy::scanFile("a.yaml", QByteArray(kValue + " # ai-cli:allow password of the test bed\n"));
        QVERIFY(scan.findings.isEmpty());
        QCOMPARE(scan.suppressed.size(), 1);
        QCOMPARE(scan.suppressed[0].finding.rule, "password");
        QCOMPARE(scan.suppressed[0].reason, u"of the test bed"_s);
        QCOMPARE(scan.suppressed[0].line, 1);
        QCOMPARE(scan.suppressed[0].path, "a.yaml");
    }

    void aMarkForAnotherRuleOrLineDoesNot()
    {
        QCOMPARE(
            Policy::scanFile("a.yaml", QByteArray(kValue + " # ai-cli:allow github-token\n")).findings.size(),
            1);
        QCOMPARE(Policy::scanFile("a.yaml", QByteArray(kValue + " # ai-cli:allow\n")).findings.size(), 1);
        QCOMPARE(Policy::scanFile("a.yaml", QByteArray("# ai-cli:allow password\n" + kValue + "\n"))
                     .findings.size(),
                 1);
        QVERIFY(Policy::scanFile("a.yaml", QByteArray(kValue + " # ai-cli:allow github-token,password\n"))
                    .findings.isEmpty());
    }

    void marksOfOtherToolsCount()
    {
        for (const QByteArray &mark : {"gitleaks:allow"_ba, "pragma: allowlist secret"_ba}) {
            const auto scan = Policy::scanFile("a.yaml", QByteArray(kValue + " # " + mark + "\n"));
            QVERIFY(scan.findings.isEmpty());
            QCOMPARE(scan.suppressed.size(), 1);
        }
    }

    void theListIgnoresByFingerprintAndByPlace()
    {
        const QByteArray content = "a: b\n" + kValue + "\n";
        const QByteArray fingerprint = Policy::scanFile("a.yaml", content).findings.value(0).fingerprint;
        const QList<QByteArray> entries = {fingerprint, "a.yaml:password:2"_ba,
                                           QByteArray(40, 'a') + ":a.yaml:password:2"};
        for (const QByteArray &entry : entries) {
            const auto scan =
                Policy::scanFile("a.yaml", content, ignoring(QByteArray("# list\n" + entry + " # known\n")));
            QVERIFY2(scan.findings.isEmpty(), entry.constData());
            QCOMPARE(scan.suppressed.size(), 1);
            QCOMPARE(scan.suppressed[0].path, ".gitleaksignore");
            QCOMPARE(scan.suppressed[0].line, 2);
            QCOMPARE(scan.suppressed[0].reason, u"known"_s);
        }
        QCOMPARE(Policy::scanFile("a.yaml", content, ignoring("a.yaml:password:3\n")).findings.size(), 1);
        QCOMPARE(Policy::scanFile("b.yaml", content, ignoring(fingerprint)).findings.size(), 1);
    }

    void whatWasNotScannedCannotBeIgnored()
    {
        Policy::ScanSetting setting = ignoring(Policy::makeNotScanned("a", {}).fingerprint);
        setting.largestFile = 1;
        QCOMPARE(Policy::scanFile("a", "ai-cli:allow not-scanned", setting).findings.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SecretIgnoresTest)
#include "tst_secretignores.moc"
