// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/describe.h"
#include "drafting/draft.h"
#include "drafting/secrets.h"

#include "changes.h"

using namespace Qt::StringLiterals;
using Sample::change;

/// No value that may be secret is in any field of a draft, whichever way it was written down.
class SecretSafetyTest final : public QObject
{
    Q_OBJECT

    static QString allTextOf(const Drafting::Draft &draft)
    {
        QStringList all = {draft.message(), draft.type, draft.scope, draft.subject};
        all += draft.body + draft.footers + draft.reasons;
        return all.join(u'\n');
    }

    static QByteArray env(const QByteArray &name, const QByteArray &value)
    {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: api\nspec:\n  template:\n    "
               "spec:\n      containers:\n"
               "        - name: api\n          env:\n            - name: " +
               name + "\n              value: " + value + "\n";
    }

    static QByteArray wrapped(const QByteArray &form, const QByteArray &name, const QByteArray &value)
    {
        QByteArray text = form;
        return text.replace("NAME", name).replace("VALUE", value);
    }

private Q_SLOTS:
    void secretsNeverAppear_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("name");
        const std::pair<const char *, QByteArray> forms[] = {
            {"overlays/dev/api.yaml", env("NAME", "VALUE")},
            {"apps/api/config.yaml",
             "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api\ndata:\n  NAME: VALUE\n"},
            {"apps/api/secret.yaml",
             "apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\nstringData:\n  NAME: VALUE\n"},
            {"apps/api/any.yaml",
             "apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\ndata:\n  NAME: VALUE\n"},
            {"charts/api/values.yaml", "api:\n  NAME: VALUE\n"},
            {"apps/api/kustomization.yaml",
             "secretGenerator:\n  - name: api\n    literals:\n      - NAME=VALUE\n"},
            {"apps/api/list.yaml", "items:\n  - one\n  - VALUE\n"},
            {"production.tfvars", "NAME = \"VALUE\"\n"},
            {"main.tf", "resource \"x\" \"y\" {\n  NAME = \"VALUE\"\n}\n"},
            {"charts/api/templates/x.yaml", "a: {{ .Values.a }}\nNAME: VALUE\n"},
            {"docs/a.md", "# VALUE\n\ntext\n"},
            {"tests/a_test.py", "def test_VALUE():\n    pass\n"},
            {"apps/api/.env", "NAME=VALUE\n"},
            {".github/workflows/ci.yml", "env:\n  NAME: VALUE\nsteps:\n  - uses: a/b@VALUE\n"},
            {"package.json", "{\n  \"NAME\": \"VALUE\"\n}\n"},
            {"Dockerfile", "FROM x\nENV NAME=VALUE\n"},
        };
        for (const auto &[path, form] : forms) {
            for (const QByteArray &name : {QByteArray("DB_PASSWORD"), QByteArray("apiToken")})
                QTest::addRow("%s %s", path, name.constData()) << QByteArray(path) << form << name;
        }
    }

    void secretsNeverAppear()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, form);
        QFETCH(QByteArray, name);
        const QByteArray values[] = {
            "AKIAIOSFODNN7EXAMPLX",
            "wJalrXUtnFEMIK7MDENGbPxRfiCYzEXAMPLEKEY",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
            "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            "Tr0ub4dor&3xQ",
            "c3VwZXItc2VjcmV0LXBhc3N3b3Jk",
            "xoxb-2345678901-abcdefABCDEF123456",
        };
        for (const QByteArray &value : values) {
            const QByteArray before = wrapped(form, name, "before");
            const QByteArray after = wrapped(form, name, value);
            const QList<Drafting::Change> ways = {change(path, before, after), change(path, after, before),
                                                  change(path, {}, after), change(path, after, {}),
                                                  Sample::withoutContent(change(path, before, after))};
            for (const Drafting::Change &way : ways) {
                const QString text =
                    allTextOf(Drafting::makeDraft({way}, {})) + Drafting::describeChanges({way});
                QVERIFY2(!text.contains(QString::fromUtf8(value)), qUtf8Printable(text));
                QVERIFY2(!text.contains(QString::fromUtf8(value.first(12))), qUtf8Printable(text));
            }
        }
    }

    void simpleWordsBehindSecretNamesDoNotAppearEither()
    {
        for (const QByteArray &name :
             {QByteArray("DB_PASSWORD"), QByteArray("sessionToken"), QByteArray("PRIVATE_KEY")}) {
            const QList<Drafting::Change> ways = {
                change("overlays/dev/api.yaml", env(name, "correcthorse"), env(name, "batterystaple")),
                Sample::withoutContent(
                    change("overlays/dev/api.yaml", env(name, "correcthorse"), env(name, "batterystaple"))),
                change("charts/api/values.yaml", "api:\n  " + name + ": correcthorse\n",
                       "api:\n  " + name + ": batterystaple\n"),
                change("dev.tfvars", name + " = \"correcthorse\"\n", name + " = \"batterystaple\"\n"),
                change("apps/x.yaml", "kind: Secret\nmetadata:\n  name: a\ndata:\n  plain: correcthorse\n",
                       "kind: Secret\nmetadata:\n  name: a\ndata:\n  plain: batterystaple\n"),
            };
            for (const Drafting::Change &way : ways) {
                const QString text =
                    allTextOf(Drafting::makeDraft({way}, {})) + Drafting::describeChanges({way});
                QVERIFY2(!text.contains("correcthorse"_L1) && !text.contains("batterystaple"_L1),
                         qUtf8Printable(text));
            }
        }
    }

    void privateKeysInConfigurationAreNotRead()
    {
        const QByteArray head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  conf: |\n";
        const QByteArray key = "    -----BEGIN RSA PRIVATE KEY-----\n    MIIEpAIBAAKCAQEA75vYdUbkwQ\n    "
                               "-----END RSA PRIVATE KEY-----\n";
        const auto way = change("apps/a/config.yaml", head + "    old\n", head + key);
        const QString text = allTextOf(Drafting::makeDraft({way}, {})) + Drafting::describeChanges({way});
        QVERIFY(!text.contains("BEGIN"_L1) && !text.contains("MIIEp"_L1));
    }

    void theNameOfAChangedSecretIsSaid()
    {
        const auto way =
            change("overlays/dev/api.yaml", env("DB_PASSWORD", "one"), env("DB_PASSWORD", "two"));
        QCOMPARE(Drafting::makeDraft({way}, {}).subject, u"set DB_PASSWORD for api in dev"_s);
    }

    void ordinaryValuesAreNotTakenForSecrets_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value :
             {"debug", "1.4.2", "v1.30.0-rc.1", "512Mi", "b.example", "api.staging.example.org", "m6i.large",
              "ghcr.io/acme/web", "10/50/100", "*/5 * * * *", "main-2026-01-05", "https://example.org/path",
              "PodDisruptionBudgetMaxUnavailable2", "horizontalPodAutoscalerBehavior",
              "arn:aws:iam::123456789012:role/reader", "true"})
            QTest::newRow(value) << QString::fromLatin1(value);
    }

    void ordinaryValuesAreNotTakenForSecrets()
    {
        QFETCH(QString, value);
        QVERIFY(!Drafting::looksSecret(value));
        QVERIFY(!Drafting::containsSecret(value));
    }

    void secretNamesAreKnown()
    {
        for (const QString &name : {u"DB_PASSWORD"_s, u"dbPassword"_s, u"api-key"_s, u"tls.key"_s, u"AUTH"_s,
                                    u"DATABASE_URL"_s, u"clientSecret"_s})
            QVERIFY2(Drafting::isSecretName(name), qUtf8Printable(name));
        for (const QString &name :
             {u"LOG_LEVEL"_s, u"author"_s, u"monkey"_s, u"replicas"_s, u"compass"_s, u"host"_s})
            QVERIFY2(!Drafting::isSecretName(name), qUtf8Printable(name));
    }
};

QTEST_GUILESS_MAIN(SecretSafetyTest)
#include "tst_secretsafety.moc"
