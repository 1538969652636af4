// SPDX-License-Identifier: GPL-3.0-or-later
// How fast reviewing and committing are, beside git in the same run: prints JSON, and with --markdown a table
// behind it. Makes the repositories it measures and keeps them. Never decides a test: it fails only when
// something could not be measured.
#include "changesrows.h"
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
    std::fprintf(stderr, "bench_changes: %s\n", qUtf8Printable(sentence));
    std::exit(2);
}

void addOptions(QCommandLineParser *parser)
{
    parser->addHelpOption();
    parser->addOptions({
        {u"only"_s, u"Only these groups of rows: %1."_s.arg(ChangesRows::groups().join(u',')), u"groups"_s},
        {u"runs"_s, u"Runs of each program; what uses the window runs three times at most."_s, u"number"_s,
         u"7"_s},
        {u"trees"_s, u"Where repositories are made and kept; default: plumbline/changes in the cache."_s,
         u"folder"_s,
         QString(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                 u"/plumbline/changes"_s)},
        {u"markdown"_s, u"Print a table, too."_s},
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(&parser);
    parser.process(application);
    const QString folder = QDir::current().absoluteFilePath(parser.value(u"trees"_s));
    if (!QDir().mkpath(folder))
        refuse(u"cannot make "_s + folder);
    ChangesRows::Setup setup{.probes = QCoreApplication::applicationDirPath(),
                             .runs = std::clamp(parser.value(u"runs"_s).toInt(), 1, 101),
                             .only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts)};
    for (const QString &group : std::as_const(setup.only)) {
        if (!ChangesRows::groups().contains(group))
            refuse(u"there are no rows “%1”"_s.arg(group));
    }
    Tests::isolatedHome(); // neither the user's configuration nor their state
    const QJsonObject on = machine();
    const ChangedTrees trees(folder);
    ChangesRows table(setup, trees);
    table.measure();
    return print(table.rows(), u"changes"_s, on, setup.runs, parser.isSet(u"markdown"_s));
}
