// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "policy/secrets/redactor.h"

#include <QTest>

#include <random>

using namespace SecretSamples;

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size);

namespace {

const QByteArray kToken = QByteArray("gh") + "p_" + random(36);
const QByteArray kSecretFile = "kind: Secret\nstringData:\n  login: sunflower7\n  other: |\n    first line "
                               "of it\n    second line of it\n";

} // namespace

/// What is sent to a model holds no secret.
class RedactorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t49_aValueHasOnePlaceholderEverywhere()
    {
        Policy::Redactor redactor;
        const QByteArray first =
            redactor.redact(QByteArray("+token: " + kToken + "\n-again " + kToken + "\n"));
        QCOMPARE(first, "+token: «secret:github-token:1»\n-again «secret:github-token:1»\n");
        const QByteArray other = QByteArray("gh") + "p_" + random(36, kAlnum, 3);
        QCOMPARE(redactor.redact(QByteArray(other + ' ' + kToken)),
                 "«secret:github-token:2» «secret:github-token:1»");
        const QList<Policy::Redaction> told = redactor.redactions();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[0], (Policy::Redaction{"github-token", "«secret:github-token:1»", 3}));
        QCOMPARE(told[1].count, 1);
    }

    void i08_whatTheWholeFileShowsIsTakenOutOfAPart()
    {
        Policy::Redactor redactor;
        redactor.learn("a.yaml", kSecretFile);
        const QByteArray diff = "@@ -3 +3 @@ stringData:\n+  login: sunflower7\n+    second line of it\n";
        const QByteArray redacted = redactor.redact(diff);
        QVERIFY2(!redacted.contains("sunflower7") && !redacted.contains("second line"), redacted.constData());
        QVERIFY(redacted.startsWith("@@ -3 +3 @@ stringData:\n+  login: «secret:kubernetes-secret:"));
    }

    void linesOfADiffAreReadAsWhatTheyChange()
    {
        Policy::Redactor redactor;
        const QByteArray value = random(12);
        const QByteArray redacted =
            redactor.redact(QByteArray("diff --git a/.env b/.env\n+DB_PASSWORD=" + value + "\n context\n"));
        QVERIFY2(!redacted.contains(value), redacted.constData());
        QVERIFY(redacted.endsWith("\n context\n"));
    }

    void t50_anAnswerThatRepeatsASecretIsSeen()
    {
        Policy::Redactor redactor;
        redactor.learn("a.yaml", kSecretFile);
        QVERIFY(redactor.repeats("feat: set login to sunflower7"));
        QVERIFY(!redactor.repeats("feat: set a login"));
    }

    void whatIsIgnoredIsTakenOutAllTheSame()
    {
        Policy::Redactor redactor;
        redactor.learn("a.yaml", QByteArray("password: " + random(12) + " # gitleaks:allow\n"));
        QVERIFY(!redactor.redact(QByteArray("text " + random(12))).contains(random(12)));
    }

    void aPasswordThatIsPartOfThePlaceholderIsTakenOut()
    {
        Policy::Redactor redactor;
        redactor.learn("a.yaml", "kind: Secret\nstringData:\n  a: secret\n");
        const QByteArray redacted = redactor.redact("the secret is out");
        QVERIFY2(!redacted.contains("secret"), redacted.constData());
    }

    void textWithoutSecretsStays()
    {
        Policy::Redactor redactor;
        QCOMPARE(redactor.redact("feat: add a page\n\xff\xfe"), "feat: add a page\n\xff\xfe");
        QVERIFY(redactor.redactions().isEmpty());
    }

    void mutatedFilesKeepTheirPromises()
    {
        const QList<QByteArray> seeds = {kSecretFile,
                                         "a: {password: \"" + random(9) + "\", b: [1, 2]}\n",
                                         "{\"kind\":\"Secret\",\"data\":{\"a\":\"" + random(12).toBase64() +
                                             "\"}}",
                                         "password = <<EOT\n" + random(40) + "\nEOT\n",
                                         pem(QByteArray("RSA PRIVATE") + " KEY"),
                                         "x: postgres://a:" + random(9) + "@b/c\n",
                                         "machine a login b password " + random(9) + "\n",
                                         "export TOKEN=" + kToken + "\n"};
        std::mt19937 generator(1);
        const QByteArray bytes = "\n :-{}[]\"'|>#=\\@/$&!a0";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray input = seeds[qsizetype(generator() % quint32(seeds.size()))];
            for (quint32 change = generator() % 6; change > 0; --change) {
                const qsizetype at = qsizetype(generator() % quint32(input.size()));
                if (generator() % 3 == 0)
                    input.remove(at, qsizetype(generator() % 8));
                else
                    input.insert(at, bytes[qsizetype(generator() % quint32(bytes.size()))]);
                if (input.isEmpty())
                    input = "x";
            }
            LLVMFuzzerTestOneInput(reinterpret_cast<const uchar *>(input.constData()), size_t(input.size()));
        }
    }
};

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
