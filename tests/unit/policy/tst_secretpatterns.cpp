// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "policy/secrets/patterns.h"
#include "policy/secrets/providers.h"
#include "policy/secrets/scan.h"

#include <QSet>
#include <QTest>

#include <re2/re2.h>

using namespace SecretSamples;
using Policy::SecretFinding;

namespace {

/// A text with a secret of the rule in it; `bad` is like it, but is none.
struct Sample
{
    QByteArray rule, good, bad;
};

QByteArray join(const char *start, const char *rest)
{
    return QByteArray(start) + rest;
}

QByteArray assigned(const QByteArray &name, const QByteArray &value)
{
    return name + " = \"" + value + "\"";
}

/// A prefix, and so many bytes behind it; without the last three it is none.
Sample prefixed(const char *rule, const QByteArray &prefix, int length, const char *alphabet = kAlnum)
{
    return {rule, "x: " + prefix + random(length, alphabet), "x: " + prefix + random(length - 3, alphabet)};
}

/// Named for the provider; the value alone is none.
Sample named(const char *rule, const QByteArray &name, const QByteArray &value)
{
    return {rule, assigned(name, value), assigned("something", value)};
}

QList<Sample> cloudSamples()
{
    return {
        prefixed("aws-access-key", join("AK", "IA"), 16, kBase32),
        prefixed("aws-access-key", join("AS", "IA"), 16, kBase32),
        named("aws-secret-key", "aws_secret_access_key", random(40)),
        named("aws-secret-key", "secretAccessKey", random(40)),
        prefixed("aws-bedrock-key", join("AB", "SK"), 110),
        prefixed("aws-appsync-key", join("da", "2-"), 26, kLower),
        prefixed("google-api-key", join("AI", "za"), 35),
        {"google-oauth-token", join("ya", "29.") + random(60), join("ya", "29.") + random(10)},
        prefixed("google-client-secret", join("GOC", "SPX-"), 28),
        {"azure-storage-key",
         "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=" + random(86) + "==;x=y",
         "AccountKey=" + random(20)},
        {"azure-shared-access-key",
         "Endpoint=sb://a/;SharedAccessKeyName=n;SharedAccessKey=" + random(43) + "=",
         "SharedAccessKey=" + random(12)},
        {"azure-sas", "https://a.blob.core.windows.net/c?sv=2022&sig=" + random(43) + "%3D",
         "?sig=" + random(12)},
        {"azure-client-secret", "x: " + random(3) + join("8", "Q~") + random(34),
         "x: " + random(3) + join("8", "Q~") + random(9)},
        named("azure-devops-token", "AZURE_DEVOPS_PAT", random(52, "abcdefghijklmnopqrstuvwxyz234567")),
        prefixed("digitalocean-token", join("dop", "_v1_"), 64, kHex),
        prefixed("heroku-key", join("HR", "KU-"), 38),
        prefixed("flyio-token", join("fo", "1_"), 43),
        named("cloudflare-token", "CLOUDFLARE_API_TOKEN", random(40)),
        {"cloudflare-origin-key", "k: " + join("v1", ".0-") + hex(24) + '-' + hex(146), "k: v1.0-" + hex(24)},
        prefixed("netlify-token", join("nf", "p_"), 36),
        named("vercel-token", "VERCEL_TOKEN", random(24)),
        prefixed("render-key", join("rn", "d_"), 32),
        named("scaleway-key", "SCW_SECRET_KEY", uuid()),
        prefixed("alibaba-access-key", join("LT", "AI"), 20),
        prefixed("tencent-secret-id", join("AK", "ID"), 32),
        prefixed("yandex-key", join("AQ", "VN"), 36),
        named("ibm-cloud-key", "IBMCLOUD_API_KEY", random(44)),
        named("hetzner-token", "HCLOUD_TOKEN", random(64)),
        named("linode-token", "LINODE_TOKEN", hex(64)),
        named("vultr-key", "VULTR_API_KEY", random(36, kUpper)),
        prefixed("supabase-token", join("sb", "p_"), 40, kHex),
        {"planetscale-token", "x: " + join("pscale", "_tkn_") + random(43), "x: pscale_tkn_" + random(9)},
        prefixed("neon-key", join("na", "pi_"), 64, kLower),
        prefixed("databricks-token", join("da", "pi"), 32, kHex),
        named("confluent-secret", "CONFLUENT_API_SECRET", random(64)),
        prefixed("mongodb-atlas-key", join("mdb_sa", "_sk_"), 40),
        {"tailscale-key", "x: " + join("tskey", "-auth-") + random(17) + '-' + random(32),
         "x: tskey-auth-" + random(3)},
        named("ngrok-token", "NGROK_AUTHTOKEN", random(27) + '_' + random(21, kAlnum, 3)),
        {"vault-token", "x: " + join("hv", "s.") + random(90), "x: hvs." + random(9)},
        {"terraform-cloud-token", "x: " + random(14) + join(".atlas", "v1.") + random(66),
         "x: " + random(14) + ".atlasv1." + random(9)},
        prefixed("pulumi-token", join("pu", "l-"), 40, kHex),
        prefixed("doppler-token", join("dp.", "pt."), 42),
        {"onepassword-token", "x: " + join("ops", "_eyJ") + random(240), "x: ops_eyJ" + random(40)},
        {"infisical-token", "x: " + join("s", "t.") + uuid() + '.' + hex(32) + '.' + hex(32, 3),
         "x: st." + uuid()},
        {"kubernetes-bootstrap-token",
         "kubeadm join 10.0.0.1:6443 --token " + random(6, kLower) + '.' + random(16, kLower),
         "kubeadm join 10.0.0.1:6443 --token ${TOKEN}"},
    };
}

QList<Sample> codeSamples()
{
    return {
        prefixed("github-token", join("gh", "p_"), 36),
        prefixed("github-token", join("gh", "s_"), 36),
        prefixed("github-fine-grained-token", join("github", "_pat_"), 82),
        prefixed("gitlab-token", join("glp", "at-"), 20),
        prefixed("gitlab-token", join("gld", "t-"), 20),
        prefixed("gitlab-runner-token", join("GR13", "48941"), 20),
        prefixed("bitbucket-token", join("AT", "BB"), 32),
        {"atlassian-token",
         "x: " + join("ATATT", "3xFfGF0") + random(180) + '=' + random(8, "ABCDEF0123456789"),
         "x: ATATT3xFfGF0" + random(20)},
        prefixed("npm-token", join("np", "m_"), 36),
        {"pypi-token", "x: " + join("pypi-", "AgEIcHlwaS5vcmc") + random(80),
         "x: pypi-AgEIcHlwaS5vcmc" + random(9)},
        prefixed("rubygems-token", join("ruby", "gems_"), 48, kHex),
        prefixed("crates-token", join("ci", "o"), 32),
        prefixed("nuget-key", join("oy", "2"), 43, kLower),
        prefixed("clojars-token", join("CLO", "JARS_"), 60, kLower),
        prefixed("docker-hub-token", join("dckr", "_pat_"), 27),
        prefixed("artifactory-token", join("AK", "Cp"), 69),
        prefixed("buildkite-token", join("bk", "ua_"), 40, kLower),
        {"circleci-token", "x: " + join("CCI", "PAT_") + random(22) + '_' + hex(40),
         "x: CCIPAT_" + random(22)},
        prefixed("sonarqube-token", join("sq", "u_"), 40, kHex),
        named("snyk-token", "SNYK_TOKEN", uuid()),
        named("codecov-token", "CODECOV_TOKEN", uuid()),
        prefixed("octopus-key", join("AP", "I-"), 26, kUpper),
        {"postman-key", "x: " + join("PM", "AK-") + hex(24) + '-' + hex(34), "x: PMAK-" + hex(24)},
        prefixed("prefect-key", join("pn", "u_"), 36),
        prefixed("linear-key", join("lin", "_api_"), 40),
        prefixed("figma-token", join("fi", "gd_"), 40),
        {"notion-token", "x: " + join("nt", "n_") + random(11, kDigits) + random(35),
         "x: ntn_" + random(11, kDigits)},
        named("airtable-token", "AIRTABLE_PAT", "pat" + random(14) + '.' + hex(64)),
        prefixed("contentful-token", join("CF", "PAT-"), 43),
        prefixed("readme-key", join("rd", "me_"), 70, kLower),
        prefixed("typeform-token", join("tf", "p_"), 59),
        {"dropbox-token", "x: " + join("s", "l.") + random(140), "x: sl." + random(40)},
        {"openai-key", "x: " + join("sk", "-proj-") + random(120), "x: sk-proj-" + random(12)},
        {"openai-key", "x: " + join("s", "k-") + random(20) + "T3Blb" + "kFJ" + random(20, kAlnum, 3),
         "x: sk-" + random(40)},
        {"anthropic-key", "x: " + join("sk-", "ant-api03-") + random(93) + "AA",
         "x: sk-ant-api03-" + random(20)},
        {"openrouter-key", "x: " + join("sk-", "or-v1-") + hex(64), "x: sk-or-v1-" + hex(30)},
        named("deepseek-key", "DEEPSEEK_API_KEY", join("s", "k-") + hex(32)),
        prefixed("hugging-face-token", join("h", "f_"), 34, kLetters),
        prefixed("groq-key", join("gs", "k_"), 52),
        {"xai-key", "x: " + join("xa", "i-") + random(80), "x: xai-" + random(30)},
        prefixed("perplexity-key", join("ppl", "x-"), 48),
        prefixed("replicate-token", join("r", "8_"), 37),
        {"langsmith-key", "x: " + join("lsv2", "_pt_") + hex(32) + '_' + hex(10), "x: lsv2_pt_" + hex(32)},
        {"nvidia-key", "x: " + join("nv", "api-") + random(64), "x: nvapi-" + random(20)},
        {"pinecone-key", "x: " + join("pc", "sk_") + random(6) + '_' + random(60), "x: pcsk_" + random(6)},
        named("mistral-key", "MISTRAL_API_KEY", random(32)),
        named("cohere-key", "COHERE_API_KEY", random(40)),
    };
}

QList<Sample> serviceSamples()
{
    return {
        {"slack-token", "x: " + join("xo", "xb-") + random(12, kDigits) + '-' + random(24),
         "x: xoxb-" + random(5)},
        {"slack-app-token",
         "x: " + join("xa", "pp-1-") + random(11, kUpper) + '-' + random(13, kDigits) + '-' + hex(64),
         "x: xapp-1-" + random(11, kUpper)},
        {"slack-webhook",
         "https://" + join("hooks.", "slack.com/services/T") + random(10, kUpper) + "/B" +
             random(10, kUpper) + '/' + random(24),
         "https://hooks.slack.com/services/${HOOK}"},
        {"discord-webhook",
         "https://" + join("discord", ".com/api/webhooks/") + random(18, kDigits) + '/' + random(68),
         "https://discord.com/api/webhooks/1/x"},
        named("discord-token", "DISCORD_TOKEN", 'M' + random(25) + '.' + random(6) + '.' + random(38)),
        {"teams-webhook",
         "https://acme" + join(".webhook.", "office.com/webhookb2/") + uuid() + '@' + uuid() +
             "/IncomingWebhook/" + hex(32) + '/' + uuid(),
         "https://acme.webhook.office.com/webhookb2/"},
        named("telegram-token", "TELEGRAM_BOT_TOKEN", random(9, kDigits) + join(":A", "A") + random(33)),
        prefixed("stripe-key", join("sk", "_live_"), 18),
        {"stripe-webhook-secret", "x: " + join("wh", "sec_") + random(32), "x: whsec_" + random(9)},
        prefixed("square-token", join("sq0", "atp-"), 22),
        {"paypal-braintree-token",
         "x: " + join("access_token", "$production$") + random(16, kLower) + '$' + hex(32),
         "x: access_token$production$" + random(9, kLower)},
        prefixed("shopify-token", join("shp", "at_"), 32, kHex),
        prefixed("razorpay-key", join("rzp", "_live_"), 14),
        {"flutterwave-key", "x: " + join("FLW", "SECK-") + hex(32) + "-X", "x: FLWSECK-" + hex(5)},
        prefixed("shippo-token", join("shippo", "_live_"), 40, kHex),
        prefixed("easypost-key", join("EZ", "AK"), 54),
        {"sendgrid-key", "x: " + join("S", "G.") + random(22) + '.' + random(43), "x: SG." + random(22)},
        {"mailgun-key", "x: " + join("ke", "y-") + hex(32), "x: key-" + hex(20)},
        {"mailchimp-key", "x: " + hex(32) + join("-u", "s12"), "x: " + hex(12) + "-us12"},
        {"brevo-key", "x: " + join("xkey", "sib-") + hex(64) + '-' + random(16), "x: xkeysib-" + hex(20)},
        {"resend-key", "x: " + join("r", "e_") + random(8) + '_' + random(24), "x: re_" + random(8)},
        named("twilio-key", "TWILIO_AUTH_TOKEN", hex(32)),
        named("datadog-key", "DD_API_KEY", hex(32)),
        prefixed("new-relic-key", join("NR", "AK-"), 27, kUpper),
        {"grafana-token", "x: " + join("gl", "sa_") + random(32) + '_' + hex(8), "x: glsa_" + random(32)},
        prefixed("sentry-token", join("sntry", "u_"), 64, kHex),
        {"dynatrace-token", "x: " + join("dt0", "c01.") + random(24, kUpper) + '.' + random(64, kUpper),
         "x: dt0c01." + random(24, kUpper)},
        prefixed("honeycomb-key", join("hca", "ik_"), 58, kLower),
        named("splunk-hec-token", "SPLUNK_HEC_TOKEN", uuid()),
        named("pagerduty-key", "PAGERDUTY_KEY", hex(32)),
        named("opsgenie-key", "OPSGENIE_API_KEY", uuid()),
        {"launchdarkly-key", "x: " + join("sd", "k-") + uuid(), "x: sdk-" + hex(8)},
        named("okta-token", "OKTA_TOKEN", "00" + random(40)),
        named("auth0-secret", "AUTH0_CLIENT_SECRET", random(64)),
        named("algolia-key", "ALGOLIA_KEY", hex(32)),
        {"maxmind-key", "x: " + random(6) + '_' + random(29) + join("_m", "mk"), "x: " + random(6) + "_mmk"},
        {"mapbox-token", "x: " + join("sk", ".eyJ") + random(80) + '.' + random(22), "x: sk.eyJ" + random(9)},
        {"facebook-token", "x: " + join("EA", "AC") + random(120), "x: EAAC" + random(20)},
        {"twitter-token", "x: " + QByteArray(21, 'A') + random(90), "x: " + QByteArray(60, 'A')},
        named("intercom-token", "INTERCOM_TOKEN", join("dG", "9r") + random(56)),
        named("asana-token", "ASANA_TOKEN", hex(32)),
        prefixed("duffel-token", join("duffel", "_live_"), 43),
        prefixed("frameio-token", join("fio", "-u-"), 64),
        named("coinbase-key", "COINBASE_SECRET", random(64)),
    };
}

QList<Sample> keySamples()
{
    return {
        {"jwt", "x: " + jwt(), "x: eyJ" + random(12) + ".eyJ" + random(12)},
        {"private-key", pem(join("RSA PRIVATE", " KEY")), pem("CERTIFICATE")},
        {"private-key", pem(join("OPENSSH PRIVATE", " KEY")), pem("RSA PUBLIC KEY")},
        {"private-key", pem(join("ENCRYPTED PRIVATE", " KEY")), "begin a PRIVATE KEY with -----BEGIN"},
        {"pgp-private-key", pem(join("PGP PRIVATE", " KEY BLOCK")), pem("PGP PUBLIC KEY BLOCK")},
        {"putty-private-key",
         join("PuTTY-User-", "Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPrivate-Lines: 1\n") +
             random(48) + "\nPrivate-MAC: " + hex(64) + '\n',
         "see PuTTY-User-Key-File-3 in the manual"},
        prefixed("age-secret-key", join("AGE-SECRET", "-KEY-1"), 58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
        {"password-hash", "admin:" + join("$2", "y$10$") + random(53), "admin:$2y$10$"},
        {"password-hash", "root:" + join("$", "6$") + random(16) + '$' + random(86), "root:$6$x"},
        {"docker-login", "run: docker login -u ci -p " + random(12) + " registry.example.io",
         "docker login -u ci -p ${PW}"},
        {"curl-user", "curl -s -u admin:" + random(12) + " https://x.example.io",
         "curl -u \"admin:$PW\" https://x"},
        {"authorization-header", "Authorization: Basic " + random(24), "Authorization: Basic ${AUTH}"},
        {"connection-string", "Server=db;User Id=sa;Password=" + random(12) + ";",
         "Server=db;User Id=sa;Password=${PW};"},
        {"url-password", "postgres://app:" + random(12) + "@db:5432/app", "postgres://app:${PW}@db:5432/app"},
        {"url-token", "https://" + random(40) + "@git.acme.io/x.git", "https://ci-user@git.acme.io/x.git"},
    };
}

QSet<QByteArray> rulesIn(const QByteArray &text)
{
    QSet<QByteArray> rules;
    for (const SecretFinding &finding : Policy::scanText(text).findings)
        rules.insert(finding.rule);
    return rules;
}

} // namespace

/// Every pattern has samples that are found, and others like them that are not.
class SecretPatternsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPatternCompiles()
    {
        for (const auto rules :
             {Policy::cloudRules(), Policy::codeRules(), Policy::serviceRules(), Policy::keyRules()}) {
            for (const Policy::ProviderRule &rule : rules) {
                const RE2 pattern(rule.pattern, RE2::Latin1);
                QVERIFY2(pattern.ok(), rule.id);
            }
        }
    }

    void everyRuleHasASample()
    {
        QSet<QByteArray> tested;
        for (const Sample &sample : cloudSamples() + codeSamples() + serviceSamples() + keySamples())
            tested.insert(sample.rule);
        for (const std::string_view rule : Policy::shapeRules())
            QVERIFY2(tested.contains(QByteArray(rule.data(), qsizetype(rule.size()))),
                     std::string(rule).c_str());
    }

    void whatASampleHoldsIsFound_data() { addSamples(); }
    void whatASampleHoldsIsFound()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, good);
        const QSet<QByteArray> found = rulesIn(good);
        QVERIFY2(found.contains(rule),
                 QByteArray(rule + ", but found: " + QByteArrayList(found.values()).join(' ')).constData());
    }

    void whatIsOnlyLikeItIsNot_data() { addSamples(); }
    void whatIsOnlyLikeItIsNot()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, bad);
        QVERIFY2(!rulesIn(bad).contains(rule), bad.constData());
    }

    void aTokenIsFoundInsideOfOtherText()
    {
        const QByteArray token = join("gh", "p_") + random(36);
        const QList<QByteArray> texts = {"\"" + token + "\"", "a\n" + token + "\n", "x=" + token + "&y=1",
                                         '(' + token + ')'};
        for (const QByteArray &text : texts) {
            const auto findings = Policy::scanText(text).findings;
            QCOMPARE(findings.size(), 1);
            QCOMPARE(text.sliced(findings[0].start, findings[0].end - findings[0].start), token);
        }
        QVERIFY(Policy::scanText(QByteArray("x" + token)).findings.isEmpty());
    }

    void documentedExamplesAreNotFound()
    {
        QVERIFY(Policy::scanText(QByteArray("key: " + join("AKIA", "IOSFODNN7EXAMPLE"))).findings.isEmpty());
        QVERIFY(Policy::scanText(QByteArray("key: " + join("gh", "p_") + QByteArray(36, 'x')))
                    .findings.isEmpty());
        QVERIFY(Policy::scanText("see https://user:password@example.com/").findings.isEmpty());
    }

private:
    static void addSamples()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        int number = 0;
        for (const Sample &sample : cloudSamples() + codeSamples() + serviceSamples() + keySamples())
            QTest::addRow("%s %d", sample.rule.constData(), ++number)
                << sample.rule << sample.good << sample.bad;
    }
};

QTEST_GUILESS_MAIN(SecretPatternsTest)
#include "tst_secretpatterns.moc"
