// SPDX-License-Identifier: GPL-3.0-or-later
// How fast history is at any size, beside git in the same run: prints JSON, and with --markdown a table
// behind it. Makes the repositories it measures and keeps them. Never decides a
// test: it fails only when something could not be measured.
#include "historyrows.h"
#include "support/repobuilder.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &sentence)
{
    std::fprintf(stderr, "bench_history: %s\n", qUtf8Printable(sentence));
    std::exit(2);
}

quint32 countOf(const QString &text, quint32 least = 1000)
{
    bool isNumber = false;
    const quint32 count = text.toUInt(&isNumber);
    if (!isNumber || count < least)
        refuse(u"“%1” is no number of commits or branches"_s.arg(text));
    return count;
}

// 1000000=PATH or 1000000x2000=PATH
void useGiven(Histories &histories, const QString &text)
{
    const QString shape = text.section(u'=', 0, 0);
    histories.use(
        {.commits = countOf(shape.section(u'x', 0, 0)),
         .branches = shape.contains(u'x') ? countOf(shape.section(u'x', 1), 1) : HistoryStream::kBranches},
        QDir::current().absoluteFilePath(text.section(u'=', 1)));
}

void addOptions(QCommandLineParser *parser)
{
    parser->addHelpOption();
    parser->addOptions({
        {u"sizes"_s, u"Commits of the histories, with commas between them."_s, u"list"_s,
         u"100000,1000000,3000000"_s},
        {u"only"_s, u"Only these groups of rows: %1."_s.arg(HistoryRows::groups().join(u',')), u"groups"_s},
        {u"runs"_s, u"Runs of each program; what is slow runs three times at most."_s, u"number"_s, u"5"_s},
        {u"repository"_s,
         u"A bare repository to take instead of making one, SIZE=PATH or SIZExBRANCHES=PATH."_s, u"given"_s},
        {u"project"_s, u"A repository with files for blame and file history; default: the current folder."_s,
         u"path"_s, u"."_s},
        {u"histories"_s, u"Where histories are made and kept; default: plumbline/histories in the cache."_s,
         u"folder"_s,
         QString(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                 u"/plumbline/histories"_s)}, // a bare repository inside a work tree is not opened
        {u"markdown"_s, u"Print a table, too."_s},
    });
}

HistoryRows::Setup readSetup(const QCommandLineParser &parser)
{
    HistoryRows::Setup setup;
    for (const QString &size : parser.value(u"sizes"_s).split(u','))
        setup.sizes += countOf(size);
    std::ranges::sort(setup.sizes);
    setup.runs = std::clamp(parser.value(u"runs"_s).toInt(), 1, 101);
    setup.only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &group : std::as_const(setup.only)) {
        if (!HistoryRows::groups().contains(group))
            refuse(u"there are no rows “%1”"_s.arg(group));
    }
    setup.probes = QCoreApplication::applicationDirPath();
    setup.programs = QDir::cleanPath(setup.probes + u"/../bin"_s);
    setup.project = QDir::current().absoluteFilePath(parser.value(u"project"_s));
    return setup;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(&parser);
    parser.process(application);
    const QString folder = QDir::current().absoluteFilePath(parser.value(u"histories"_s));
    if (!QDir().mkpath(folder))
        refuse(u"cannot make "_s + folder);
    Histories histories(folder);
    for (const QString &given : parser.values(u"repository"_s))
        useGiven(histories, given);
    HistoryRows::Setup setup = readSetup(parser);
    Tests::isolatedHome(); // neither the user's configuration nor their cache
    const QTemporaryDir scratch(folder + u"/measured-XXXXXX"_s);
    setup.scratch = scratch.path();
    const QJsonObject on = machine();

    HistoryRows table(setup, histories);
    table.measure();
    return print(table.rows(), u"history"_s, on, setup.runs, parser.isSet(u"markdown"_s));
}
