// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/merge3.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using Diff::MergeKind;

namespace {

using Lines = QList<QByteArray>;

QByteArray sliceOf(const QList<QByteArrayView> &lines, const Diff::LineRange &range)
{
    QByteArray text;
    for (const QByteArrayView line : lines.sliced(range.first, range.count))
        text += line;
    return text;
}

void endLine(QByteArray &text)
{
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
}

/// The merged text as `git merge-file -p --diff3 -L o -L b -L t` prints it.
QByteArray render(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs)
{
    const auto baseLines = Diff::splitLines(base), ourLines = Diff::splitLines(ours),
               theirLines = Diff::splitLines(theirs);
    QByteArray text;
    for (const Diff::MergeChunk &chunk : Diff::merge3(baseLines, ourLines, theirLines)) {
        const QByteArray left = sliceOf(ourLines, chunk.ours), right = sliceOf(theirLines, chunk.theirs);
        if (chunk.kind != MergeKind::Conflict) {
            text += chunk.kind == MergeKind::Theirs ? right : left;
            continue;
        }
        endLine(text += "<<<<<<< o\n" + left);
        endLine(text += "||||||| b\n" + sliceOf(baseLines, chunk.base));
        endLine(text += "=======\n" + right);
        text += ">>>>>>> t\n";
    }
    return text;
}

/// Changes some stretches: taken away, replaced or put in between. New lines are of a pool that both sides
/// share, so that they sometimes do the same.
Lines edit(const Lines &base, QRandomGenerator &random, QList<int> places)
{
    Lines result = base;
    std::ranges::sort(places, std::ranges::greater{});
    for (const int place : std::as_const(places)) {
        const qsizetype at = std::min<qsizetype>(place, result.size());
        const qsizetype count = std::min<qsizetype>(random.bounded(3), result.size() - at);
        result.remove(at, count);
        const int added = int(random.bounded(3U));
        for (int number = 0; number < added; ++number)
            result.insert(at, "new " + QByteArray::number(place) + '.' + QByteArray::number(number) + '.' +
                                  QByteArray::number(random.bounded(2)) + '\n');
    }
    return result;
}

QByteArray joined(const Lines &lines, bool endsWithFeed)
{
    QByteArray text = lines.join();
    if (!endsWithFeed && text.endsWith('\n'))
        text.chop(1);
    return text;
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("a test file cannot be written");
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("a test file cannot be read");
    return file.readAll();
}

struct Triple
{
    QByteArray base, ours, theirs;
};

Triple makeTriple(QRandomGenerator &random)
{
    Lines base;
    const int count = int(random.bounded(25U));
    for (int at = 0; at < count; ++at)
        base.append("line " + QByteArray::number(at) + '\n');
    const auto places = [&] {
        QList<int> found;
        for (int at = int(random.bounded(4U)); at > 0; --at)
            found.append(int(random.bounded(quint32(count + 1))));
        return found;
    };
    const QList<int> first = places();
    const QList<int> second = random.bounded(3) == 0 ? first : places();
    const Lines ours = edit(base, random, first), theirs = edit(base, random, second);
    return {joined(base, random.bounded(8) != 0), joined(ours, random.bounded(8) != 0),
            joined(theirs, random.bounded(8) != 0)};
}

} // namespace

class Merge3Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesAsGitDoes()
    {
        constexpr int triples = 1'100;
        const QTemporaryDir folder;
        QRandomGenerator random(2026);
        QList<Triple> made;
        for (int at = 0; at < triples; ++at) {
            made.append(makeTriple(random));
            writeFile(folder.filePath(u"%1.b"_s.arg(at)), made.last().base);
            writeFile(folder.filePath(u"%1.o"_s.arg(at)), made.last().ours);
            writeFile(folder.filePath(u"%1.t"_s.arg(at)), made.last().theirs);
        }
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, u"i=0; while [ $i -lt %1 ]; do git merge-file -p --diff3 -L o -L b -L t $i.o $i.b "
                      "$i.t >$i.m 2>/dev/null; [ $? -lt 128 ] || exit 1; i=$((i+1)); done"_s.arg(triples)});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitCode(), 0);
        int conflicts = 0;
        for (int at = 0; at < triples; ++at) {
            const QByteArray git = readFile(folder.filePath(u"%1.m"_s.arg(at)));
            const QByteArray merged = render(made[at].base, made[at].ours, made[at].theirs);
            const QByteArray shown = "triple " + QByteArray::number(at) + "\n--- base\n" + made[at].base +
                                     "--- ours\n" + made[at].ours + "--- theirs\n" + made[at].theirs +
                                     "--- git\n" + git + "--- merged\n" + merged;
            QVERIFY2(merged == git, shown.constData());
            conflicts += git.contains("<<<<<<<") ? 1 : 0;
        }
        QVERIFY(conflicts > triples / 10);
        QVERIFY(conflicts < triples * 9 / 10);
    }

    void chunksCoverTheThreeTextsAndSayTheTruth()
    {
        QRandomGenerator random(7);
        const auto text = [&random] {
            QByteArray made;
            for (int at = int(random.bounded(40U)); at > 0; --at)
                made += QByteArray(1, char('a' + random.bounded(4))) + '\n';
            return made;
        };
        for (int round = 0; round < 2'000; ++round) {
            const QByteArray base = text(), ours = text(), theirs = text();
            const auto b = Diff::splitLines(base), o = Diff::splitLines(ours), t = Diff::splitLines(theirs);
            QByteArray baseSeen, oursSeen, theirsSeen;
            for (const Diff::MergeChunk &chunk : Diff::merge3(b, o, t)) {
                const QByteArray was = sliceOf(b, chunk.base), left = sliceOf(o, chunk.ours),
                                 right = sliceOf(t, chunk.theirs);
                baseSeen += was;
                oursSeen += left;
                theirsSeen += right;
                QVERIFY((left == right) || chunk.kind != MergeKind::Both);
                QVERIFY((was == left && was == right) || chunk.kind != MergeKind::Same);
                QVERIFY((was == right && was != left) || chunk.kind != MergeKind::Ours);
                QVERIFY((was == left && was != right) || chunk.kind != MergeKind::Theirs);
            }
            QCOMPARE(baseSeen, base);
            QCOMPARE(oursSeen, ours);
            QCOMPARE(theirsSeen, theirs);
        }
    }

    void aLargeTextMergesInTime()
    {
        QByteArray base, ours, theirs;
        for (int at = 0; at < 100'000; ++at) {
            const QByteArray line = "line " + QByteArray::number(at) + '\n';
            base += line;
            ours += at % 100 == 0 ? "ours\n"_ba : line;
            theirs += at % 100 == 50 ? "theirs\n"_ba : line;
        }
        QElapsedTimer watch;
        watch.start();
        const auto chunks =
            Diff::merge3(Diff::splitLines(base), Diff::splitLines(ours), Diff::splitLines(theirs));
        QCOMPARE(chunks.size(), 4'000);
        QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
    }

    void textsWithNothingInCommonMergeInTime()
    {
        QByteArray base, ours;
        for (int at = 0; at < 60'000; ++at) {
            base += "base " + QByteArray::number(at) + '\n';
            ours += "ours " + QByteArray::number(at) + '\n';
        }
        QElapsedTimer watch;
        watch.start();
        const auto chunks =
            Diff::merge3(Diff::splitLines(base), Diff::splitLines(ours), Diff::splitLines(base));
        QCOMPARE(chunks.size(), 1);
        QCOMPARE(chunks.first().kind, MergeKind::Ours);
        QVERIFY2(watch.elapsed() < 5'000, qPrintable(QString::number(watch.elapsed())));
    }

    void conflictsAreTakenApart()
    {
        const QByteArray content =
            "before\n<<<<<<< HEAD\nours\n||||||| 1234567\nbase\n=======\ntheirs\n>>>>>>> "
            "topic of mine\nbetween\n=======\n<<<<<<< HEAD\r\n=======\r\nx\r\n>>>>>>> t\r\n"_ba;
        const auto parts = Diff::parseConflict(content);
        QVERIFY(parts);
        QCOMPARE(parts->size(), 4);
        QCOMPARE(parts->at(0), (Diff::ConflictPart{.text = "before\n"_ba}));
        QCOMPARE(parts->at(1), (Diff::ConflictPart{.isConflict = true,
                                                   .ours = "ours\n"_ba,
                                                   .base = "base\n"_ba,
                                                   .theirs = "theirs\n"_ba,
                                                   .hasBase = true,
                                                   .oursLabel = "HEAD"_ba,
                                                   .theirsLabel = "topic of mine"_ba,
                                                   .raw = content.sliced(7, 76)}));
        QCOMPARE(parts->at(2), (Diff::ConflictPart{.text = "between\n=======\n"_ba}));
        QCOMPARE(parts->at(3).theirs, "x\r\n"_ba);
        QVERIFY(parts->at(3).ours.isEmpty());
        QVERIFY(Diff::hasConflictMarkers(content));
    }

    void whatGitPrintsIsTakenApartAgain()
    {
        QRandomGenerator random(9);
        int conflicts = 0;
        for (int round = 0; round < 500; ++round) {
            const Triple made = makeTriple(random);
            const auto parts = Diff::parseConflict(render(made.base, made.ours, made.theirs));
            QVERIFY(parts);
            const auto b = Diff::splitLines(made.base), o = Diff::splitLines(made.ours),
                       t = Diff::splitLines(made.theirs);
            QList<QByteArray> wanted, found;
            for (const Diff::MergeChunk &chunk : Diff::merge3(b, o, t)) {
                QByteArray left = sliceOf(o, chunk.ours);
                endLine(left);
                if (chunk.kind == MergeKind::Conflict)
                    wanted.append(left);
            }
            for (const Diff::ConflictPart &part : *parts) {
                if (part.isConflict)
                    found.append(part.ours);
            }
            QCOMPARE(found, wanted);
            conflicts += int(found.size());
        }
        QVERIFY(conflicts > 100);
    }

    void markersOutOfOrderAreNoConflict_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no end") << "<<<<<<< a\nx\n=======\ny\n"_ba;
        QTest::newRow("no middle") << "<<<<<<< a\nx\n>>>>>>> b\n"_ba;
        QTest::newRow("no start") << "x\n>>>>>>> b\n"_ba;
        QTest::newRow("twice begun") << "<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n"_ba;
        QTest::newRow("two middles") << "<<<<<<< a\n=======\n=======\n>>>>>>> b\n"_ba;
        QTest::newRow("base behind the middle") << "<<<<<<< a\n=======\n||||||| c\n>>>>>>> b\n"_ba;
    }

    void markersOutOfOrderAreNoConflict()
    {
        QFETCH(QByteArray, content);
        QVERIFY(!Diff::parseConflict(content));
        QVERIFY(Diff::hasConflictMarkers(content));
    }

    void whatOnlyLooksLikeAMarkerIsText_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("heading") << "Title\n=======\n"_ba;
        QTest::newRow("longer") << "<<<<<<<< a\n>>>>>>>>\n"_ba;
        QTest::newRow("shorter") << "<<<<<< a\n"_ba;
        QTest::newRow("indented") << " <<<<<<< a\n"_ba;
        QTest::newRow("table") << "||||||| a\n"_ba;
        QTest::newRow("nothing") << ""_ba;
    }

    void whatOnlyLooksLikeAMarkerIsText()
    {
        QFETCH(QByteArray, content);
        const auto parts = Diff::parseConflict(content);
        QVERIFY(parts);
        QVERIFY(!Diff::hasConflictMarkers(content));
        QCOMPARE(parts->isEmpty() ? QByteArray() : parts->first().text, content);
    }

    void theSizeOfMarkersMayDiffer()
    {
        const auto parts =
            Diff::parseConflict("<<<<<<<<< a\nx\n<<<<<<< in\n=========\ny\n>>>>>>>>> b\n"_ba, 9);
        QVERIFY(parts);
        QCOMPARE(parts->first().ours, "x\n<<<<<<< in\n"_ba);
    }
};

QTEST_GUILESS_MAIN(Merge3Test)
#include "tst_merge3.moc"
