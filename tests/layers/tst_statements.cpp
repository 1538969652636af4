// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString root()
{
    return qEnvironmentVariable("PLUMBLINE_SOURCE") + u"/tests"_s;
}

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Row
{
    QString statement; ///< T-34, or what stands in the first column
    QStringList tests; ///< program::function
    QString text;      ///< of the last column
};

/// The rows of all tables whose last column names tests or says why there is none.
QList<Row> rowsOf(const QString &markdown)
{
    static const QRegularExpression test(u"`(tst_\\w+::\\w+)`"_s);
    QList<Row> rows;
    for (const QString &line : markdown.split(u'\n')) {
        if (!line.startsWith(u"| "_s) || line.startsWith(u"| ---"_s))
            continue;
        const QStringList cells = line.split(u'|');
        Row row{.statement = cells.value(1).trimmed(), .tests = {}, .text = cells.value(3).trimmed()};
        auto names = test.globalMatch(row.text);
        while (names.hasNext())
            row.tests += names.next().captured(1);
        rows += row;
    }
    return rows;
}

/// "tst_open::aFolderOpens" of every test function in these sources, when the program is built at all.
QSet<QString> testsIn(const QString &name, const QString &code, const QString &buildFiles)
{
    static const QRegularExpression slot(u"^(?:    void |void \\w+::)(\\w+)\\(\\)"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression end(u"\\W"_s);
    QSet<QString> found;
    const qsizetype built = buildFiles.indexOf(u"plumbline_test("_s + name);
    if (built < 0 || !end.match(buildFiles, built + 15 + name.size()).hasMatch())
        return found;
    auto names = slot.globalMatch(code);
    while (names.hasNext())
        found += name + u"::"_s + names.next().captured(1);
    return found;
}

QSet<QString> allTests()
{
    QString buildFiles;
    QDirIterator lists(root(), {u"CMakeLists.txt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (lists.hasNext())
        buildFiles += readText(lists.next());
    QSet<QString> found;
    QDirIterator each(root(), {u"tst_*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo file(each.next());
        found += testsIn(file.completeBaseName(), readText(file.filePath()), buildFiles);
    }
    return found;
}

} // namespace

/// tests/README.md names tests that are there.
class StatementsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckItselfSeesWhatIsMissing()
    {
        const QList<Row> rows = rowsOf(u"| statement | meaning | tests |\n| --- | --- | --- |\n"
                                       "| T-1 | x | `tst_a::b`, `tst_a::c` |\n| T-2 | y | none: why |\n"_s);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].statement, u"T-1"_s);
        QCOMPARE(rows[1].tests, QStringList({u"tst_a::b"_s, u"tst_a::c"_s}));
        QVERIFY(rows[2].tests.isEmpty() && rows[2].text == "none: why"_L1);
        const QString code = u"    void b()\n    {}\nvoid Test::c()\n{}\n        void inner()\n"_s;
        const QString build = u"plumbline_test(tst_a LINK X)\nplumbline_test(tst_long)\n"_s;
        QCOMPARE(testsIn(u"tst_a"_s, code, build), (QSet<QString>{u"tst_a::b"_s, u"tst_a::c"_s}));
        QVERIFY(testsIn(u"tst_other"_s, code, build).isEmpty());
    }

    void everyNamedTestIsThere()
    {
        const QSet<QString> tests = allTests();
        QVERIFY(tests.contains(u"tst_statements::everyNamedTestIsThere"_s));
        QStringList missing;
        for (const Row &row : rowsOf(readText(root() + u"/README.md"_s)))
            for (const QString &test : row.tests)
                if (!tests.contains(test))
                    missing += row.statement + u": "_s + test;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyStatementHasOneRowWithATestOrAReason()
    {
        QHash<QString, QList<Row>> rows;
        for (const Row &row : rowsOf(readText(root() + u"/README.md"_s)))
            rows[row.statement] += row;
        for (int number = 1; number <= 55; ++number) {
            const QList<Row> found = rows.value(u"T-%1"_s.arg(number, 2, 10, QChar(u'0')));
            QVERIFY2(found.size() == 1, qPrintable(u"T-%1"_s.arg(number)));
            QVERIFY2(!found[0].tests.isEmpty() || found[0].text.startsWith(u"none: "_s),
                     qPrintable(found[0].text));
        }
    }
};

QTEST_GUILESS_MAIN(StatementsTest)
#include "tst_statements.moc"
