// SPDX-License-Identifier: GPL-3.0-or-later
// Does one thing with changes, as the window would on a worker, and prints as JSON what that took.
//   status REPOSITORY       what is staged and what is not
//   stage REPOSITORY PATH   the first hunk of a file
//   diff REPOSITORY PATH    what is not staged of a file
//   names REPOSITORY        the files of the commit that is checked out, without their lines
#include "base/process.h"
#include "git/diff.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/stage.h"
#include "git/work/workdiff.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

double milliseconds(const timeval &time)
{
    return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
}

/// Computed by this process and by what it started and waited for.
double computed()
{
    double sum = 0;
    for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        getrusage(who, &usage);
        sum += milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    }
    return sum;
}

[[noreturn]] void give(const QString &reason)
{
    std::fprintf(stderr, "changesprobe: %s\n", qUtf8Printable(reason));
    std::exit(1);
}

template<class Value> Value valueOf(Result<Value> result)
{
    if (!result)
        give(result.error().message + u' ' + result.error().detail);
    if constexpr (!std::is_void_v<Value>)
        return std::move(*result);
}

/// What it took, and what it gave.
template<class Work> void measure(Work work)
{
    using Clock = std::chrono::steady_clock;
    const double before = computed();
    const Clock::time_point start = Clock::now();
    QJsonObject told = work();
    told.insert(u"milliseconds"_s, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    told.insert(u"cpuMilliseconds"_s, computed() - before);
    std::fputs(QJsonDocument(told).toJson(QJsonDocument::Compact).constData(), stdout);
}

void readStatus(const Git::RepoLocation &where)
{
    measure([&] {
        const Git::Status status = valueOf(Git::readStatus(where, {}, {}));
        return QJsonObject{{u"entries"_s, status.staged.size() + status.unstaged.size()}};
    });
}

void stageHunk(const Git::RepoLocation &where, const QByteArray &path)
{
    const SystemProcessRunner runner;
    const Git::Program git(runner, where);
    const QList<Diff::FileDiff> files =
        valueOf(Git::readDiff(where, {.sides = Git::DiffSides::IndexToWorkTree, .paths = {path}}, {}));
    if (files.size() != 1 || files[0].hunks.isEmpty())
        give(u"the file has no hunk"_s);
    QSet<qsizetype> lines;
    const Diff::Hunk &hunk = files[0].hunks.first();
    for (qsizetype line = hunk.firstLine; line < hunk.firstLine + hunk.lineCount; ++line) {
        if (files[0].lines[line].origin != Diff::LineOrigin::Context)
            lines.insert(line);
    }
    measure([&] {
        valueOf(Git::stageLines(git, files[0], lines, {}));
        return QJsonObject{{u"lines"_s, lines.size()}};
    });
}

void readFile(const Git::RepoLocation &where, const Git::DiffRequest &request)
{
    const SystemProcessRunner runner;
    const Git::Program git(runner, where);
    measure([&] {
        const bool isOfFiles = request.sides == Git::DiffSides::IndexToWorkTree;
        const auto files =
            valueOf(isOfFiles ? Git::readWorkDiff(git, request, {}) : Git::readDiff(where, request, {}));
        return QJsonObject{{u"files"_s, files.size()}};
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Git::RepoLocation where = valueOf(Git::openRepository(arguments.value(2))).location;
    where.trust = Git::Trust::Trusted; // the reader's own, given on the command line
    if (arguments.value(1) == "status"_L1)
        readStatus(where);
    else if (arguments.value(1) == "stage"_L1)
        stageHunk(where, QFile::encodeName(arguments.value(3)));
    else if (arguments.value(1) == "diff"_L1)
        readFile(where, {.paths = {QFile::encodeName(arguments.value(3))}});
    else if (arguments.value(1) == "names"_L1)
        readFile(where, {.sides = Git::DiffSides::CommitToParent,
                         .commit = valueOf(Git::readRefs(where, {})).head.target,
                         .withLines = false});
    else
        give(u"status or names REPOSITORY, stage or diff REPOSITORY PATH"_s);
    return 0;
}
