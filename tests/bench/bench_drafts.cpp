// SPDX-License-Identifier: GPL-3.0-or-later
// How fast drafts are, behind 10,000 commits and with 20 files staged: the first of a process, which reads
// and learns the history, and those after it. Prints JSON. Never decides a test.
#include "drafting/draft.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCommits = 10'000;
constexpr int kApplications = 200;
constexpr int kStaged = 20;
constexpr int kRuns = 9;

QByteArray manifest(int application, int revision)
{
    const QByteArray name = "service-" + QByteArray::number(application);
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\nspec:\n  replicas: " + QByteArray::number(1 + revision % 9) +
           "\n  template:\n    spec:\n      containers:\n        - name: main\n          image: "
           "example.org/" +
           name + ":1." + QByteArray::number(revision) +
           ".0\n          env:\n            - name: LOG_LEVEL\n              value: info\n";
}

QByteArray pathOf(int application)
{
    return "apps/service-" + QByteArray::number(application) + "/deployment.yaml";
}

// What git fast-import reads: each commit changes one application, a page or a program.
QByteArray importStream()
{
    static const QByteArrayList types = {"feat(api)", "fix(web)", "chore", "docs", "fix", "feat"};
    QByteArray stream;
    const auto file = [&](const QByteArray &path, const QByteArray &content) {
        stream += "M 100644 inline " + path + "\ndata " + QByteArray::number(content.size()) + '\n' +
                  content + '\n';
    };
    for (int i = 0; i < kCommits; ++i) {
        const QByteArray &type = types[i % types.size()];
        const QByteArray message = type + ": change number " + QByteArray::number(i);
        stream += "commit refs/heads/main\ncommitter Ada <ada@example.org> " +
                  QByteArray::number(1'700'000'000 + i * 60) + " +0000\ndata " +
                  QByteArray::number(message.size()) + '\n' + message + '\n';
        if (type == "docs")
            file("docs/page-" + QByteArray::number(i % 50) + ".md", "# " + message + '\n');
        else if (type == "feat")
            file("src/part-" + QByteArray::number(i % 80) + "/main.go", "// " + message + '\n');
        else
            file(pathOf(i % kApplications), manifest(i % kApplications, i));
        if (i == 0) {
            for (int application = 0; application < kApplications; ++application)
                file(pathOf(application), manifest(application, 0));
        }
    }
    return stream + "done\n";
}

double middleOf(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// The milliseconds of one draft; negative: it failed.
double draftOnce(const QString &folder)
{
    QElapsedTimer timer;
    timer.start();
    const auto info = Git::openRepository(folder);
    const auto draft = info ? Drafting::draftStaged(info->location, {})
                            : Result<Drafting::Draft>(std::unexpected(info.error()));
    return draft && !draft->subject.isEmpty() ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

int printOnce(const QString &folder)
{
    Git::initializeLibrary();
    std::printf("%.3f\n", draftOnce(folder));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words[1] == "--once"_L1)
        return printOnce(words[2]);
    Tests::isolatedHome();
    Git::initializeLibrary();
    Tests::RepoBuilder repo;
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--done"_s}, importStream());
    repo.git({u"reset"_s, u"--hard"_s, u"--quiet"_s, u"main"_s});
    for (int i = 0; i < kStaged; ++i)
        repo.write(pathOf(i), manifest(i, kCommits + i));
    repo.stage();

    QList<double> cold, warm;
    for (int i = 0; i < kRuns; ++i) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--once"_s, repo.path()});
        process.waitForFinished(60'000);
        cold.append(process.readAllStandardOutput().trimmed().toDouble());
    }
    draftOnce(repo.path());
    for (int i = 0; i < kRuns; ++i)
        warm.append(draftOnce(repo.path()));
    if (std::ranges::min(cold) <= 0 || std::ranges::min(warm) <= 0) {
        std::fprintf(stderr, "bench_drafts: a draft failed\n");
        return 1;
    }
    const QJsonObject row{{u"commits"_s, kCommits},
                          {u"stagedFiles"_s, kStaged},
                          {u"coldMs"_s, middleOf(cold)},
                          {u"coldMostMs"_s, std::ranges::max(cold)},
                          {u"coldBarMs"_s, 1500},
                          {u"warmMs"_s, middleOf(warm)},
                          {u"warmMostMs"_s, std::ranges::max(warm)},
                          {u"warmBarMs"_s, 150}};
    std::printf("%s", QJsonDocument(row).toJson().constData());
    return 0;
}
