// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/context.h"
#include "diff/findings.h"
#include "diff/parse.h"
#include "diff/patch.h"
#include "diff/split.h"
#include "diff/wrap.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using Diff::LineOrigin;
using Diff::RowKind;

namespace {

void store(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a file could not be written");
}

Diff::FileDiff differenceOf(const QByteArray &before, const QByteArray &after, int context)
{
    const QTemporaryDir folder;
    store(folder.filePath(u"old"_s), before);
    store(folder.filePath(u"new"_s), after);
    QProcess git;
    git.setWorkingDirectory(folder.path());
    git.start(u"git"_s, {u"diff"_s, u"--no-index"_s, u"-U%1"_s.arg(context), u"old"_s, u"new"_s});
    if (!git.waitForFinished())
        qFatal("git did not run");
    // Two files of different names are no difference that a repository could have.
    const QByteArray printed = git.readAllStandardOutput().replace("b/new", "b/old");
    const auto files = Diff::parseUnified(printed);
    if (!files || files->size() > 1)
        qFatal("what git printed could not be read");
    return files->isEmpty() ? Diff::FileDiff() : files->first();
}

/// All that a reader sees of it.
QByteArray shown(const Diff::FileDiff &file)
{
    QByteArray text;
    for (const Diff::Hunk &hunk : file.hunks) {
        text += "@@ " + QByteArray::number(hunk.oldStart) + ',' + QByteArray::number(hunk.oldCount) + ' ' +
                QByteArray::number(hunk.newStart) + ',' + QByteArray::number(hunk.newCount) + ' ' +
                hunk.section.trimmed() + '\n';
        for (qsizetype at = hunk.firstLine; at < hunk.firstLine + hunk.lineCount; ++at)
            text += " +-"[int(file.lines[at].origin)] + file.content(file.lines[at]).toByteArray() +
                    (file.lines[at].endsWithNewline ? "\n" : "\\\n");
    }
    return text;
}

QByteArray randomText(QRandomGenerator &random, const QByteArray &from)
{
    QByteArrayList lines = from.isEmpty() ? QByteArrayList() : from.split('\n');
    if (lines.isEmpty()) {
        for (int at = 0; at < 60; ++at)
            lines.append((random.bounded(6) == 0 ? "name_" : "    value ") + QByteArray::number(at));
    }
    for (int change = 0; change < 5; ++change) {
        const auto at = random.bounded(int(lines.size()));
        if (random.bounded(2) == 0)
            lines.insert(at, "put in " + QByteArray::number(random.bounded(1000)));
        else
            lines.removeAt(at);
    }
    return lines.join('\n');
}

Diff::FileDiff wideFile(QRandomGenerator &random)
{
    const QByteArrayList units{"word "_ba,        "\t"_ba, "\xe6\x97\xa5"_ba, "e\xcc\x81"_ba, "\xff"_ba,
                               "\xe2\x80\xae"_ba, "x"_ba};
    QByteArray before, after;
    for (int line = 0; line < 12; ++line) {
        QByteArray text;
        for (int at = 0, count = random.bounded(60); at < count; ++at)
            text += units[random.bounded(int(units.size()))];
        before += text + '\n';
        after += random.bounded(3) == 0 ? text + "!\n" : QByteArray(text + '\n');
    }
    return differenceOf(before, after, 2);
}

} // namespace

class DiffLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAroundChangesAreThoseThatGitShows()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 40; ++round) {
            const QByteArray before = randomText(random, {}), after = randomText(random, before);
            const Diff::FileDiff whole = differenceOf(before, after, 1000);
            const int context = round % 4;
            QCOMPARE(shown(Diff::withContext(whole, context, {})),
                     shown(differenceOf(before, after, context)));
            QCOMPARE(shown(Diff::withContext(whole, context, {.isWhole = true, .spans = {}})), shown(whole));
        }
    }

    void chosenLinesJoinTheirHunkAndCanBeStaged()
    {
        QByteArray before, after;
        for (int at = 1; at <= 100; ++at) {
            before += "line " + QByteArray::number(at) + '\n';
            after +=
                at == 50 || at == 80 ? "changed\n"_ba : QByteArray("line " + QByteArray::number(at) + '\n');
        }
        const Diff::FileDiff whole = differenceOf(before, after, 1000);
        const auto above = Diff::withContext(whole, 3, {.isWhole = false, .spans = {{40, 46}, {10, 12}}});
        QCOMPARE(above.hunks.size(), 2);
        QCOMPARE(above.hunks[0].newStart, 40u);
        QCOMPARE(above.hunks[0].newCount, 14u); // what was chosen far from any change does not float about
        QCOMPARE(Diff::hiddenAbove(above, 0), 39);
        QCOMPARE(Diff::hiddenAbove(above, 1), 23);
        const auto joined = Diff::withContext(whole, 3, {.isWhole = false, .spans = {{54, 76}}});
        QCOMPARE(joined.hunks.size(), 1);
        for (const Diff::FileDiff &file : {above, joined}) {
            QSet<qsizetype> all;
            for (qsizetype at = 0; at < file.lines.size(); ++at)
                all.insert(at);
            QCOMPARE(Diff::applyLines(file, all, Diff::PatchUse::Forward, before), std::optional(after));
        }
        QVERIFY(Diff::mayContinue(above));
        QVERIFY(!Diff::mayContinue(differenceOf("a\nb\nc"_ba, "a\nb\nc\nd"_ba, 3)));
    }

    void wrappedLinesKeepAllTheirCharactersWhole()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 60; ++round) {
            const Diff::FileDiff file = wideFile(random);
            const Diff::Wrapping wrapping{.width = 9 + random.bounded(40), .tabWidth = 4, .endMark = 5};
            for (const Diff::Line &line : file.lines) {
                const QByteArrayView bytes = file.content(line);
                const auto starts = Diff::wrapStarts(bytes, line.endsWithNewline, wrapping);
                QCOMPARE(starts.first().byte, 0);
                QSet<qsizetype> borders;
                Diff::walkCells(bytes, 0, 0, 4, [&](const Diff::CellRun &run) {
                    for (qsizetype at = 0; at < (run.kind == Diff::CellKind::Ascii ? run.length : 1); ++at)
                        borders.insert(run.start + at);
                    return true;
                });
                for (qsizetype at = 1; at < starts.size(); ++at) {
                    QVERIFY(borders.contains(starts[at].byte) || starts[at].byte == bytes.size());
                    QVERIFY(starts[at].column - starts[at - 1].column <= wrapping.width);
                    QVERIFY(starts[at].column > starts[at - 1].column);
                }
            }
        }
        const QByteArray plain(95, 'x');
        QCOMPARE(Diff::wrapStarts(plain, true, {.width = 10}).size(), 10);
        QCOMPARE(Diff::wrapStarts(plain, true, {.width = 95}).size(), 1);
        QCOMPARE(Diff::wrapStarts(plain, false, {.width = 95, .endMark = 5}).size(), 2);
        QCOMPARE(Diff::wrapStarts(QByteArray(Diff::kLongestWrapped + 1, 'x'), true, {.width = 10}).size(), 1);
    }

    void highRowsLieBelowEachOtherWithoutGaps()
    {
        QRandomGenerator random(13);
        for (int round = 0; round < 40; ++round) {
            const QList<Diff::FileDiff> files{wideFile(random), wideFile(random)};
            QSet<qsizetype> collapsed;
            if (round % 5 == 0)
                collapsed.insert(0);
            const Diff::RowHeights heights{.gap = 3, .file = 9, .note = 11, .hunk = 7, .line = 5};
            const Diff::RowExtras extras{.noted = {1}, .continued = {0, 1}};
            std::unique_ptr<const Diff::RowLayout> base;
            if (round % 2 == 0)
                base = std::make_unique<Diff::RowIndex>(files, collapsed, heights, extras);
            else
                base = std::make_unique<Diff::SplitIndex>(files, collapsed, heights, extras);
            const Diff::WrapIndex rows(std::move(base), files, heights.line,
                                       {.width = 12 + random.bounded(60), .tabWidth = 4, .endMark = 0});
            checkStack(rows, heights.gap);
        }
    }

    void whatLinesHoldIsFound()
    {
        const QByteArray pointer =
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') +
            "\nsize 12345\n";
        const auto swapped = QByteArray(pointer).replace("12345", "99");
        const auto caf = "caf\xe9 1\n"_ba, cafe = "caf\xc3\xa9 2\n"_ba;
        const QList<Diff::FileDiff> files{differenceOf(pointer, swapped, 3), differenceOf(caf, cafe, 3),
                                          differenceOf("a\n"_ba,
                                                       "a\xe2\x80\xae"
                                                       "b\xe2\x80\xae\nok\xe2\x80\x8b\n"_ba,
                                                       3),
                                          differenceOf("a: 1\nb: 2\n"_ba, "  a: 1\nb:   2\n"_ba, 3),
                                          differenceOf("x\n"_ba, "y\n"_ba, 3)};
        const auto found = Diff::readFindings(files, {});
        QVERIFY(found);
        QCOMPARE(found->files[0].oldPointer->size, 12345);
        QCOMPARE(found->files[0].newPointer->size, 99);
        QCOMPARE(found->files[1].oldEncoding, Diff::TextEncoding::Latin1);
        QCOMPARE(found->files[1].newEncoding, Diff::TextEncoding::Utf8);
        QCOMPARE(found->files[2].hidden.value(0x202e), 2);
        QCOMPARE(found->files[2].hidden.value(0x200b), 1);
        QCOMPARE(found->files[3].whitespaceHunks, QSet<qsizetype>{0});
        QCOMPARE(found->files[4], Diff::FileFindings());
        CancelSource source;
        source.cancel();
        QVERIFY(!Diff::readFindings(files, source.token()));
    }

private:
    static void checkStack(const Diff::RowLayout &rows, int gap)
    {
        qint64 bottom = -gap;
        for (qsizetype position = 0; position < rows.count(); ++position) {
            const Diff::Row row = rows.at(position);
            QCOMPARE(rows.positionOf(row), position);
            bottom += row.kind == RowKind::File ? gap : 0;
            QCOMPARE(rows.topOf(position), bottom);
            for (const int inside : {0, rows.heightOf(position) - 1})
                QCOMPARE(rows.positionAt(bottom + inside), position);
            bottom += rows.heightOf(position);
        }
        QCOMPARE(rows.height(), bottom + gap);
    }
};

QTEST_GUILESS_MAIN(DiffLayoutTest)
#include "tst_difflayout.moc"
