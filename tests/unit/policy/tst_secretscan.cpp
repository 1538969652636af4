// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "policy/secrets/names.h"
#include "policy/secrets/scan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecretSamples;
using Policy::Confidence;
using Policy::SecretFinding;

namespace {

const QByteArray kPassword = "Tr0ub" + QByteArray("4dor&3x");

QByteArray b64(const QByteArray &value)
{
    return value.toBase64();
}

/// "rule at line: value" of each finding that counts by default.
QByteArrayList told(const QByteArray &path, const QByteArray &content)
{
    QByteArrayList found;
    for (const SecretFinding &finding : Policy::scanFile(path, content).findings) {
        if (finding.confidence != Confidence::Low)
            found += finding.rule + " at " + QByteArray::number(finding.line) + ": " +
                     content.sliced(finding.start, finding.end - finding.start);
    }
    return found;
}

void addFile(const char *row, const QByteArray &path, const QByteArray &content,
             const QByteArray &expected = {})
{
    QTest::newRow(row) << path << content << expected;
}

} // namespace

/// Secrets by the keys of a file, and what is none though it looks like one.
class SecretScanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreFoundByTheirPlace_data();
    void secretsAreFoundByTheirPlace();
    void whatIsNoSecretIsSilent_data();
    void whatIsNoSecretIsSilent();
    void namesAreToldApart_data();
    void namesAreToldApart();
    void placesAreThoseOfTheValue();
    void noTextOfAFindingHoldsTheValue();
    void aFingerprintOutlivesMovedLines();
    void encodedTokensAreFound();
    void aTokenInAFileNameIsFoundAndNotShown();
    void plaintextThatSopsShouldEncryptIsFound();
    void keyStoresAreFound();
};

void SecretScanTest::secretsAreFoundByTheirPlace_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n";
    addFile("data", "a.yaml", secret + "data:\n  password: " + b64(kPassword) + "\n",
            "kubernetes-secret at 6: " + b64(kPassword));
    addFile("data of one byte", "a.yaml", secret + "data:\n  x: " + b64("7z") + "\n",
            "kubernetes-secret at 6: " + b64("7z"));
    addFile("data that is no base64", "a.yaml", secret + "data:\n  password: not*base64\n",
            "kubernetes-secret at 6: not*base64");
    addFile("T57 stringData of a plain word", "a.yaml", secret + "stringData:\n  password: sunflower\n",
            "kubernetes-secret at 6: sunflower");
    addFile("quoted", "a.yaml", secret + "stringData:\n  \"password\": \"sunflower\"\n",
            "kubernetes-secret at 6: sunflower");
    addFile("T57 kind behind long data", "a.yaml",
            "apiVersion: v1\ndata:\n  filler: " + b64(random(6000)) + "\n  password: " + b64(kPassword) +
                "\nkind: Secret\n",
            "kubernetes-secret at 4: " + b64(kPassword));
    addFile("T57 block scalar", "a.yaml", secret + "data:\n  password: |\n    " + b64(kPassword) + "\n",
            "kubernetes-secret at 7: " + b64(kPassword));
    addFile("T57 JSON", "a.json", "{\"kind\":\"Secret\",\n\"stringData\":{\"password\":\"sunflower\"}}",
            "kubernetes-secret at 2: sunflower");
    addFile("in a List", "a.yaml",
            "kind: List\nitems:\n- kind: ConfigMap\n  data: {a: b}\n- kind: Secret\n  stringData:\n    "
            "password: sunflower\n",
            "kubernetes-secret at 7: sunflower");
    addFile("second document", "a.yaml",
            "kind: ConfigMap\ndata:\n  a: b\n---\n" + secret + "stringData: {password: sunflower}\n",
            "kubernetes-secret at 9: sunflower");
    addFile(
        "Helm extraObjects", "values.yaml",
        "extraObjects:\n  - apiVersion: v1\n    kind: Secret\n    stringData:\n      password: sunflower\n",
        "kubernetes-secret at 5: sunflower");
    addFile("Windows line ends", "a.yaml", "kind: Secret\r\nstringData:\r\n  password: sunflower\r\n",
            "kubernetes-secret at 3: sunflower");
    addFile("broken YAML", "a.yaml", "kind: Secret\nstringData:\n  password: sunflower\n\tbroken: [\n",
            "kubernetes-secret at 3: sunflower");
    addFile("Kustomize literal", "kustomization.yaml",
            "secretGenerator:\n- name: db\n  literals:\n  - password=sunflower\n  - user=\"ada\"\n",
            "kustomize-literal at 4: sunflower");
    addFile("Helm value with symbols", "values.yaml", "auth:\n  password: " + kPassword + "\n",
            "password at 2: " + kPassword);
    addFile("Helm value, camel case, short", "values.yaml", "rootPassword: s3cr3t\n",
            "password at 1: s3cr3t");
    addFile("T62 a value that starts with true", "values.yaml", "password: true" + random(8) + "\n",
            "password at 1: true" + random(8));
    addFile("T62 a value with false in it", "values.yaml", "password: \"9false" + random(6) + "\"\n",
            "password at 1: 9false" + random(6));
    addFile("a secret that looks random", "values.yaml", "oauth:\n  clientSecret: " + random(32) + "\n",
            "secret-value at 2: " + random(32));
    addFile("environment, value below", "deploy.yaml",
            "env:\n- name: REDIS_PASSWORD\n\n  value: " + kPassword + "\n", "password at 4: " + kPassword);
    addFile("environment, value before", "deploy.yaml",
            "env:\n- value: " + kPassword + "\n  name: REDIS_PASSWORD\n", "password at 2: " + kPassword);
    addFile("postBuild", "ks.yaml",
            "kind: Kustomization\nspec:\n  postBuild:\n    substitute:\n      DB_PASSWORD: " + kPassword +
                "\n",
            "password at 5: " + kPassword);
    addFile("ConfigMap", "cm.yaml",
            "kind: ConfigMap\ndata:\n  app.properties: |\n    db.user=a\n    db.password=" + kPassword + "\n",
            "password at 5: " + kPassword);
    addFile("tfvars", "prod.tfvars", "region = \"x\"\ndb_password = \"" + kPassword + "\"\n",
            "password at 2: " + kPassword);
    addFile("default of a variable", "main.tf",
            "variable \"db_password\" {\n  type = string\n  default = \"" + kPassword + "\"\n}\n",
            "password at 3: " + kPassword);
    addFile("provider block", "main.tf",
            "provider \"x\" {\n  login = { user = \"a\", password = \"" + kPassword + "\" }\n}\n",
            "password at 2: " + kPassword);
    addFile("heredoc", "main.tf", "locals {\n  secret_key = <<EOT\n" + random(40) + "\nEOT\n}\n",
            "secret-value at 3: " + random(40));
    addFile("tfstate", "terraform.tfstate",
            "{\"resources\":[{\"instances\":[{\"attributes\":{\"id\":\"x\",\"result\":\"sunflower\"},\n"
            "\"sensitive_attributes\":[[{\"type\":\"get_attr\",\"value\":\"result\"}]]}]}]}",
            "terraform-state at 1: sunflower");
    addFile("tfstate output", "terraform.tfstate",
            "{\"outputs\":{\"db_password\":{\"value\":\"" + kPassword + "\",\"sensitive\":true}}}",
            "password at 1: " + kPassword);
    addFile(".env", ".env", "# db\nexport DB_PASSWORD=\"" + kPassword + "\"\n",
            "password at 2: " + kPassword);
    addFile(".env with a URL", ".env.production", "DATABASE_URL=postgres://app:" + random(9) + "@db/app\n",
            "url-password at 1: " + random(9));
    addFile("MONGO_URI", "values.yaml", "MONGO_URI: mongodb+srv://app:" + random(9) + "@c.mongodb.net/x\n",
            "url-password at 1: " + random(9));
    addFile("repoURL", "app.yaml",
            "spec:\n  source:\n    repoURL: https://ci:" + random(20) + "@git.acme.io/x.git\n",
            "url-password at 3: " + random(20));
    addFile("ADO.NET", "appsettings.json",
            "{\"Db\": \"Server=db;Database=a;User Id=sa;Password=" + kPassword.left(10) + ";\"}",
            "connection-string at 1: " + kPassword.left(10));
    addFile(
        "kubeconfig", "kubeconfig",
        "apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    client-key-data: " + b64(random(60)) +
            "\n    client-certificate-data: " + b64("-----BEGIN CERTIFICATE-----\n" + random(60)) + "\n",
        "password at 6: " + b64(random(60)));
    addFile("kubeconfig with a password", ".kube/config",
            "kind: Config\nusers:\n- user: {username: a, password: " + random(9) + "}\n",
            "password at 3: " + random(9));
    addFile("dockerconfig", ".docker/config.json",
            "{\"auths\":{\"ghcr.io\":{\"auth\":\"" + b64("ada:" + random(12)) + "\"}}}",
            "registry-login at 1: " + b64("ada:" + random(12)));
    addFile("htpasswd", ".htpasswd", "ada:" + QByteArray("$2") + "y$10$" + random(53) + "\n",
            "password-hash at 1: " + QByteArray("$2") + "y$10$" + random(53));
    addFile("netrc", ".netrc", "machine x.acme.io login ada\n  password " + random(9) + "\n",
            "password at 2: " + random(9));
    addFile("pgpass", ".pgpass", "db:5432:*:ada:" + random(9) + "\n", "password at 1: " + random(9));
    addFile(".npmrc", ".npmrc", "//r.acme.io/:_authToken=" + random(36) + "\n",
            "secret-value at 1: " + random(36));
    addFile(".git-credentials", ".git-credentials", "https://ada:" + random(20) + "@git.acme.io\n",
            "url-password at 1: " + random(20));
    addFile("Dockerfile", "Dockerfile", "FROM x\nENV DB_PASSWORD " + random(9) + "\n",
            "password at 2: " + random(9));
    addFile("CI", ".gitlab-ci.yml", "variables:\n  DEPLOY_PASSWORD: " + random(9) + "\n",
            "password at 2: " + random(9));
    addFile("docker login in CI", ".github/workflows/x.yml",
            "jobs:\n  a:\n    steps:\n    - run: docker login -u ci -p " + random(9) + "\n",
            "docker-login at 4: " + random(9));
    addFile("PEM in a Secret", "a.yaml",
            "kind: Secret\nstringData:\n  id: |\n    " +
                pem(QByteArray("RSA PRIVATE") + " KEY").replace("\n", "\n    ") + "\n",
            "private-key at 4: " + pem(QByteArray("RSA PRIVATE") + " KEY").replace("\n", "\n    "));
    addFile(".gitmodules", ".gitmodules",
            "[submodule \"x\"]\n\turl = https://ada:" + random(20) + "@git.acme.io/x\n",
            "url-password at 2: " + random(20));
    addFile("source code", "main.go", "const apiToken = \"" + random(32) + "\"\n",
            "secret-value at 1: " + random(32));
}

void SecretScanTest::secretsAreFoundByTheirPlace()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, expected);
    const QByteArrayList found = told(path, content);
    QVERIFY2(found.contains(expected), QByteArray("found: " + found.join(" | ")).constData());
    QVERIFY2(found.size() == 1 || found.join().contains("filler") || content.contains("filler"),
             found.join(" | ").constData());
}

void SecretScanTest::whatIsNoSecretIsSilent_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    addFile("T56 SealedSecret", "a.yaml",
            "kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB" + random(300) +
                "\n  template:\n    data:\n      a: " + random(20) + "\n");
    addFile("T56 ExternalSecret", "a.yaml",
            "kind: ExternalSecret\nspec:\n  target:\n    template:\n      kind: Secret\n      data:\n        "
            "password: \"{{ .password }}\"\n        pin_password: a1b2c3\n"
            "        url: https://x.acme.io\n  data:\n  - secretKey: password\n    remoteRef: {key: prod/db, "
            "property: password}\n");
    addFile("T56 SopsSecret and SOPS", "a.yaml",
            "kind: Secret\nstringData:\n  password: ENC[AES256_GCM,data:" + random(20) + ",iv:" + random(20) +
                ",type:str]\nsops:\n  age:\n  - recipient: age1" + random(58, kLower) +
                "\n    enc: |\n      -----BEGIN AGE ENCRYPTED FILE-----\n      " + random(64) +
                "\n      -----END AGE ENCRYPTED FILE-----\n  mac: ENC[" + random(40) + "]\n");
    addFile(
        "T58 references", "a.yaml",
        "secretName: db-credentials-v2\nexistingSecret: app-db-1a2b\nexistingSecretPasswordKey: password\n"
        "tls:\n- secretName: example-tls-2\nannotations:\n  nginx.ingress.kubernetes.io/auth-secret: "
        "basic-auth-7\n"
        "valueFrom:\n  secretKeyRef: {name: db, key: password}\nimagePullSecrets: [{name: "
        "registry-creds-1}]\n"
        "passwordSecretRef: {name: a, key: b}\n");
    addFile("T59 variables", "a.sops.yaml",
            "kind: Secret\nstringData:\n  a: ${VAR}\n  b: $VAR\n  c: \"%VAR%\"\n  d: \"@VAR@\"\n  e: \"{{ .x "
            "}}\"\n  f: <path:a/b#c>\n  g: op://v/i/f\n"
            "  h: ref+vault://a/b#c\n  i: vault:secret/data/a#b\n");
    addFile("T60 policies and annotations", "a.yaml",
            "password-policy: min-length-12-mixed\npassword_policy: excellent\nannotations:\n"
            "  vault.hashicorp.com/agent-inject-secret-db: database/creds/app1\n  checksum/secret: " +
                hex(64) + "\n");
    addFile("placeholders", "values.yaml",
            "a_password: \"\"\nb_password: null\nc_password: changeme\nd_password: <your "
            "password>\ne_password: xxxxxxxx\nf_password: ~\n"
            "g_password: \"********\"\nh_password: false\n");
    addFile("hashes, ids and digests", "a.yaml",
            "image: x@sha256:" + hex(64) + "\ncommit: " + hex(40) + "\nid: " + uuid() +
                "\nuses: actions/checkout@" + hex(40) +
                "\ncaBundle: " + b64("-----BEGIN CERTIFICATE-----\n" + random(200)) + "\n");
    addFile("public keys in a Secret", "a.yaml",
            "kind: Secret\ndata:\n  tls.crt: " + b64("-----BEGIN CERTIFICATE-----\n" + random(90)) +
                "\n  identity.pub: " + b64("ssh-ed25519 " + random(60)) + "\n");
    addFile("RBAC", "a.yaml",
            "kind: Role\nrules:\n- apiGroups: [\"\"]\n  resources: [\"secrets\"]\n  verbs: [get]\n");
    addFile("CRD", "a.yaml",
            "kind: CustomResourceDefinition\nspec:\n  password:\n    description: The password of the user\n "
            "   type: string\n  token: {type: string}\n");
    addFile("lock file", "package-lock.json",
            "{\"integrity\":\"sha512-" + random(86) + "==\",\"token\":\"" + random(40) + "\"}");
    addFile("Terraform references", "main.tf",
            "password = var.db_password\ntoken = data.x.y.token\nsecret = random_password.x.result\nkey = "
            "\"${var.key}\"\npassword = \"${local.p}\"\n");
    addFile("settings about tokens", "values.yaml",
            "max_tokens: 4096\ntokenTTL: 24h0m0s\ntoken_endpoint: "
            "https://x.acme.io/token\nautomountServiceAccountToken: true\n"
            "passwordFile: /run/secrets/db1\naccess_token_lifetime: 3600s\n");
    addFile("GitHub secrets", ".github/workflows/x.yml",
            "env:\n  TOKEN: ${{ secrets.TOKEN }}\n  PASSWORD: ${{ secrets.DB1 }}\n");
    addFile("git-crypt", "secret.env", QByteArray("\0GITCRYPT\0", 10) + "PASSWORD=" + random(20));
    addFile("Argo CD repository", "a.yaml",
            "kind: Secret\nstringData:\n  type: git\n  url: https://github.com/acme/x\n  project: default\n");
    addFile("Helm template", "templates/s.yaml",
            "kind: Secret\ndata:\n  {{- if .Values.a }}\n  password: {{ .Values.password | b64enc }}\n  x: "
            "{{ randAlphaNum 12 | quote }}\n  {{- end }}\n");
    addFile("a port behind a host", "a.yaml",
            "url: http://x.acme.io:8080/a@b\nssh: ssh://git@x.acme.io:22/y\n");
}

void SecretScanTest::whatIsNoSecretIsSilent()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, content);
    const QByteArrayList found = told(path, content);
    QVERIFY2(found.isEmpty(), found.join(" | ").constData());
}

void SecretScanTest::namesAreToldApart_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("kind");
    QTest::newRow("passwords")
        << u"password DB_PASSWORD dbPassword DBPassword rootpw userPasswd redis-password.prod PASSWORD_1"_s
        << int(Policy::NameClass::Password);
    QTest::newRow("secrets")
        << u"token clientSecret api_key apiKey APIKEY secretKey tls.key SECRET_KEY_BASE connectionString jwt"_s
        << int(Policy::NameClass::Secret);
    QTest::newRow("neither")
        << u"secretName existingSecret passwordKey password_file tokenUrl token_endpoint passwordPolicy "
           u"keyName key "
           "max_tokens publicKey imagePullSecrets author bypass compass checksum/secret monkey"_s
        << int(Policy::NameClass::Plain);
}

void SecretScanTest::namesAreToldApart()
{
    QFETCH(QString, names);
    QFETCH(int, kind);
    for (const QString &name : names.split(u' '))
        QVERIFY2(int(Policy::classifyName(name.toStdString())) == kind, qPrintable(name));
}

void SecretScanTest::placesAreThoseOfTheValue()
{
    const auto findings =
        Policy::scanFile("a.yaml", QByteArray("a: 1\nx:\n  password: \"" + kPassword + "\" # x\n")).findings;
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].line, 3);
    QCOMPARE(findings[0].endLine, 3);
    QCOMPARE(findings[0].column, 14);
    QCOMPARE(findings[0].start, 21);
    QCOMPARE(findings[0].end, 21 + kPassword.size());
    const QByteArray key = pem(QByteArray("RSA PRIVATE") + " KEY");
    const auto keys = Policy::scanFile("k", QByteArray("\n" + key + "\nmore\n")).findings;
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys[0].line, 2);
    QCOMPARE(keys[0].endLine, 5);
}

void SecretScanTest::noTextOfAFindingHoldsTheValue()
{
    const QByteArray token = QByteArray("gh") + "p_" + random(36);
    const QByteArray content = "password: " + kPassword + "\ntoken: " + token + "\n";
    for (const SecretFinding &finding : Policy::scanFile("a.yaml", content).findings) {
        const QByteArray value = content.sliced(finding.start, finding.end - finding.start);
        const QString texts = finding.masked + Policy::describe(finding) +
                              QString::fromLatin1(finding.fingerprint + finding.rule);
        for (qsizetype at = 4; at + 4 <= value.size(); ++at)
            QVERIFY(!texts.contains(QString::fromLatin1(value.sliced(at, 4))));
    }
    QVERIFY(!Policy::scanFile("a.yaml", QByteArray("password: ab1!x\n"))
                 .findings.value(0)
                 .masked.contains(u"ab"_s));
}

void SecretScanTest::aFingerprintOutlivesMovedLines()
{
    const auto of = [](const QByteArray &content) {
        return Policy::scanFile("a.yaml", content).findings.value(0).fingerprint;
    };
    const QByteArray first = of("password: " + kPassword + "\n");
    QCOMPARE(first.size(), 16);
    QCOMPARE(of("# more\n\npassword:   '" + kPassword + "'\n"), first);
    QVERIFY(of("password: " + random(12) + "\n") != first);
    QVERIFY(of("db:\n  password: " + kPassword + "\n") != first);
}

void SecretScanTest::encodedTokensAreFound()
{
    const QByteArray token = QByteArray("gh") + "p_" + random(36);
    const QByteArray once = b64(token), twice = b64(once);
    for (const QByteArray &value : {once, twice}) {
        const auto findings = Policy::scanFile("a.yaml", QByteArray("note: " + value + "\n")).findings;
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].rule, "github-token");
        QCOMPARE(findings[0].end - findings[0].start, value.size());
    }
}

void SecretScanTest::aTokenInAFileNameIsFoundAndNotShown()
{
    const QByteArray token = QByteArray("gh") + "p_" + random(36);
    const QByteArray path = "notes/" + token + ".txt";
    const auto findings = Policy::scanFile(path, "nothing\n").findings;
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].rule, "github-token");
    QCOMPARE(findings[0].line, 0);
    QCOMPARE(Policy::shownPath(path), u"notes/•••.txt"_s);
    QCOMPARE(Policy::shownPath("notes/a.txt"), u"notes/a.txt"_s);
}

void SecretScanTest::keyStoresAreFound()
{
    QCOMPARE(Policy::scanFile("certs/a.p12", QByteArray("\x30\x82\0\1", 4)).findings.value(0).rule,
             "key-store");
    QVERIFY(Policy::scanFile("a.jks", {}).findings.isEmpty());
}

void SecretScanTest::plaintextThatSopsShouldEncryptIsFound()
{
    Policy::ScanSetting setting = Policy::makeSettingOf(
        ".sops.yaml", "creation_rules:\n  - path_regex: secrets/.*\\.ya?ml$\n    age: age1x\n");
    const auto rulesOf = [&](const QByteArray &path, const QByteArray &content) {
        QByteArrayList rules;
        for (const SecretFinding &finding : Policy::scanFile(path, content, setting).findings)
            rules += finding.rule;
        return rules;
    };
    QCOMPARE(rulesOf("secrets/a.yaml", "a: b\n"), QByteArrayList{"sops-not-encrypted"});
    QCOMPARE(rulesOf("secrets/a.yaml", "a: ENC[AES256_GCM,data:x]\nsops: {}\n"), QByteArrayList());
    QCOMPARE(rulesOf("other/a.yaml", "a: b\n"), QByteArrayList());
}

QTEST_GUILESS_MAIN(SecretScanTest)
#include "tst_secretscan.moc"
