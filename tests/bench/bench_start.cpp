// SPDX-License-Identifier: GPL-3.0-or-later
// What starting costs: processor time (user and system, all threads and children) of `ai-cli status` from
// start to end, of the window up to its first paint, and of `git status` for comparison. Every run is a new
// process; the files are in the cache of the system. Arguments: more repositories to measure in.
#include "cost.h"
#include "support/repobuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 11;

/// With a target the named figure has to stay below it.
struct Case
{
    QString name, repository, folder;
    QStringList command;
    double target = 0;
};

QJsonObject measure(const Case &each)
{
    QJsonObject result{{u"name"_s, each.name}, {u"repository"_s, each.repository}, {u"runs"_s, kRuns}};
    QList<double> cpu, wall, painted;
    long peak = 0;
    for (int run = -1; run < kRuns; ++run) { // the first one only warms up
        const Cost cost = runOnce({.words = each.command, .folder = each.folder});
        if (cost.code != 0) {
            result.insert(u"failed"_s, u"exit %1"_s.arg(cost.code));
            return result;
        }
        if (run < 0)
            continue;
        cpu += cost.cpu;
        wall += cost.wall;
        peak = std::max(peak, cost.peak);
        const QJsonObject told = QJsonDocument::fromJson(cost.output).object();
        if (told.contains("cpuMilliseconds"_L1))
            painted += told["cpuMilliseconds"_L1].toDouble();
    }
    result.insert(u"cpuMilliseconds"_s, middle(cpu));
    result.insert(u"cpuMillisecondsWorst"_s, *std::ranges::max_element(cpu));
    result.insert(u"wallMilliseconds"_s, middle(wall));
    result.insert(u"peakKiB"_s, qint64(peak));
    if (!painted.isEmpty())
        result.insert(u"cpuMillisecondsToFirstPaint"_s, middle(painted));
    if (each.target > 0) {
        result.insert(u"targetMilliseconds"_s, each.target);
        result.insert(u"holds"_s, (painted.isEmpty() ? middle(cpu) : middle(painted)) < each.target);
    }
    return result;
}

/// In a large work tree status grows with its files, for git too; then it has no target of its own.
QList<Case> casesFor(const QString &name, const QString &folder, double statusTarget)
{
    const QDir programs(QCoreApplication::applicationDirPath() + u"/../bin"_s);
    const QString cli = QDir::cleanPath(programs.filePath(u"ai-cli"_s));
    const QString window = QDir::cleanPath(programs.filePath(u"plumbline"_s));
    const QString git = QStandardPaths::findExecutable(u"git"_s);
    return {
        {u"ai-cli status"_s, name, folder, {cli, u"status"_s}, statusTarget},
        {u"git status"_s, name, folder, {git, u"status"_s}},
        {u"ai-cli log -n 20"_s, name, folder, {cli, u"log"_s, u"--graph"_s, u"-n"_s, u"20"_s}},
        {u"plumbline to first paint"_s,
         name,
         folder,
         {window, u"--new-window"_s, u"--measure-start"_s, folder},
         500},
    };
}

QString makeSample(const QString &folder)
{
    const QString cli = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../bin/ai-cli"_s);
    return runOnce({.words = {cli, u"demo"_s, folder}, .folder = u"/"_s}).code == 0 ? folder : QString();
}

/// As many files and commits as a large platform team's repository has.
QString makeLarge(const Tests::RepoBuilder &repo)
{
    QByteArray stream;
    for (int at = 0; at < 20'000; ++at) {
        const QByteArray file = "apps/team-" + QByteArray::number(at % 50) + "/service-" +
                                QByteArray::number(at % 4000) + "/values.yaml";
        const QByteArray content = "replicas: " + QByteArray::number(at) + "\n";
        stream += "commit refs/heads/main\ncommitter Ada Example <ada@example.org> " +
                  QByteArray::number(1'700'000'000 + at * 600) + " +0000\ndata 6\nchange\nM 100644 inline " +
                  file + "\ndata " + QByteArray::number(content.size()) + "\n" + content + "\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
    repo.git({u"reset"_s, u"-q"_s, u"--hard"_s});
    return repo.path();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const QStringList given = QCoreApplication::arguments().sliced(1);
    const QString start = QDir::currentPath();
    QByteArray runtime = QFile::encodeName(dir.filePath(u"runtime"_s));
    QDir().mkpath(QFile::decodeName(runtime));
    QFile::setPermissions(QFile::decodeName(runtime), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", runtime);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    const Tests::RepoBuilder large;
    QList<Case> cases = casesFor(u"sample"_s, makeSample(dir.filePath(u"sample"_s)), 60);
    cases += casesFor(u"20,000 commits, 4,000 files"_s, makeLarge(large), 0);
    for (const QString &path : given)
        cases += casesFor(QFileInfo(path).fileName(), QDir(start).absoluteFilePath(path), 0);

    QJsonArray results;
    bool hasFailed = false;
    for (const Case &each : std::as_const(cases)) {
        const QJsonObject result = measure(each);
        hasFailed = hasFailed || result.contains("failed"_L1);
        results += result;
    }
    const QJsonObject all{{u"benchmark"_s, u"start"_s}, {u"results"_s, results}};
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return hasFailed ? 1 : 0;
}
