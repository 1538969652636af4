// SPDX-License-Identifier: GPL-3.0-or-later
// How fast secrets are looked for: bytes a second on manifests, in this thread and warm, and the processor
// time of `ai-cli security-scan --staged` with 50 staged files, from start to end. Arguments: folders with
// files of one's own.
#include "cost.h"
#include "policy/secrets/scan.h"
#include "support/repobuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 21;
constexpr double kLeastMegabytes = 100, kMostMilliseconds = 30;

double cpuSeconds()
{
    timespec now = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

struct Corpus
{
    QString name;
    QList<std::pair<QByteArray, QByteArray>> files;
};

QByteArray deployment(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: service-" + n +
           "\n  labels:\n    app.kubernetes.io/name: service\nspec:\n  replicas: 3\n  template:\n    spec:\n "
           "     containers:\n"
           "        - name: main\n          image: registry.example.io/team/service:1." +
           n +
           "\n          env:\n            - name: LOG_LEVEL\n              value: info\n            - name: "
           "DB_PASSWORD\n"
           "              valueFrom:\n                secretKeyRef: {name: db, key: password}\n          "
           "resources:\n"
           "            limits: {cpu: 500m, memory: 256Mi}\n          ports:\n            - containerPort: "
           "8080\n---\n"
           "apiVersion: v1\nkind: ConfigMap\ndata:\n  config.yaml: |\n    url: "
           "https://service.example.io/api\n    retries: 3\n";
}

Corpus manifests()
{
    Corpus corpus{.name = u"manifests"_s};
    for (int file = 0; file < 40; ++file) {
        QByteArray content;
        while (content.size() < 256 * 1024)
            content += deployment(file) + "---\n";
        corpus.files.append({"apps/" + QByteArray::number(file) + ".yaml", content});
    }
    return corpus;
}

Corpus secretsOnly()
{
    Corpus corpus{.name = u"manifests full of secrets that are references"_s};
    QByteArray content;
    while (content.size() < 1024 * 1024)
        content += "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: "
                   "${PASSWORD}\n  token: ${TOKEN}\n---\n";
    corpus.files.append({"secrets.yaml", content});
    return corpus;
}

Corpus folderCorpus(const QString &path)
{
    Corpus corpus{.name = QFileInfo(path).fileName()};
    QDirIterator each(path, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly))
            corpus.files.append(
                {QFile::encodeName(QDir(path).relativeFilePath(file.fileName())), file.readAll()});
    }
    return corpus;
}

QJsonObject measureSpeed(const Corpus &corpus)
{
    qint64 bytes = 0, findings = 0;
    for (const auto &[path, content] : corpus.files)
        bytes += content.size();
    QList<double> speeds;
    for (int run = 0; run < 7; ++run) {
        findings = 0;
        const double start = cpuSeconds();
        for (const auto &[path, content] : corpus.files)
            findings += Policy::scanFile(path, content).findings.size();
        speeds += double(bytes) / 1e6 / std::max(1e-9, cpuSeconds() - start);
    }
    return {{u"name"_s, corpus.name},
            {u"files"_s, qint64(corpus.files.size())},
            {u"megabytes"_s, double(bytes) / 1e6},
            {u"findings"_s, findings},
            {u"megabytesPerSecond"_s, middle(speeds)},
            {u"targetMegabytesPerSecond"_s, kLeastMegabytes},
            {u"holds"_s, middle(speeds) >= kLeastMegabytes}};
}

QJsonObject measureStaged()
{
    Tests::RepoBuilder repo;
    for (int file = 0; file < 50; ++file)
        repo.write("apps/" + QByteArray::number(file) + "/deployment.yaml", deployment(file).repeated(4));
    repo.commit("one");
    for (int file = 0; file < 50; ++file)
        repo.write("apps/" + QByteArray::number(file) + "/deployment.yaml", deployment(file + 1).repeated(4));
    repo.stage();
    const QString cli = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../bin/ai-cli"_s);
    QList<double> cpu, wall;
    for (int run = -1; run < kRuns; ++run) {
        const Cost cost = runOnce({.words = {cli, u"security-scan"_s, u"--staged"_s}, .folder = repo.path()});
        if (cost.code != 0)
            return {{u"name"_s, u"50 staged files"_s}, {u"failed"_s, u"exit %1"_s.arg(cost.code)}};
        if (run < 0)
            continue;
        cpu += cost.cpu;
        wall += cost.wall;
    }
    return {{u"name"_s, u"50 staged files"_s},
            {u"runs"_s, kRuns},
            {u"cpuMilliseconds"_s, middle(cpu)},
            {u"cpuMillisecondsWorst"_s, *std::ranges::max_element(cpu)},
            {u"wallMilliseconds"_s, middle(wall)},
            {u"targetMilliseconds"_s, kMostMilliseconds},
            {u"holds"_s, middle(cpu) <= kMostMilliseconds}};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QJsonArray results = {measureSpeed(manifests()), measureSpeed(secretsOnly())};
    for (const QString &path : QCoreApplication::arguments().sliced(1))
        results += measureSpeed(folderCorpus(path));
    results += measureStaged();
    const QJsonObject all{{u"benchmark"_s, u"secrets"_s}, {u"results"_s, results}};
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return std::ranges::any_of(results,
                               [](const QJsonValue &each) { return each.toObject().contains("failed"_L1); })
               ? 1
               : 0;
}
