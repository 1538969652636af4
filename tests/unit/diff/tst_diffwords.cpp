// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/words.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

// The line with its changed ranges in brackets.
QByteArray marked(QByteArrayView line, const QList<Diff::WordRange> &ranges)
{
    QByteArray text;
    quint32 at = 0;
    for (const Diff::WordRange &range : ranges) {
        text += line.sliced(at, range.start - at);
        text += '[' + line.sliced(range.start, range.length).toByteArray() + ']';
        at = range.start + range.length;
    }
    return text + line.sliced(at).toByteArray();
}

} // namespace

class DiffWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedWordsAreMarked_data()
    {
        QTest::addColumn<QByteArray>("removed");
        QTest::addColumn<QByteArray>("added");
        QTest::addRow("one value") << "replicas: [3]"_ba << "replicas: [5]"_ba;
        QTest::addRow("tag") << "image: shop/api:1.[4].0"_ba << "image: shop/api:1.[5].0"_ba;
        QTest::addRow("gap of one dot") << "image: shop/api:1.[4.0]"_ba << "image: shop/api:1.[5.2]"_ba;
        QTest::addRow("insertion") << "call(first)"_ba << "call(first[, second])"_ba;
        QTest::addRow("insertion into little") << "a"_ba << "a[ much longer than before]"_ba;
        QTest::addRow("deletion") << "keep [this ]word"_ba << "keep word"_ba;
        QTest::addRow("indentation") << "  key: value"_ba << "  [  ]key: value"_ba;
        QTest::addRow("whole utf-8") << "name: [café]"_ba << "name: [cafe]"_ba;
        QTest::addRow("ideographs") << "名前は[太]郎"_ba << "名前は[次]郎"_ba;
        QTest::addRow("not utf-8") << "name: caf[\xe9]"_ba << "name: caf[\xe8]"_ba;
        QTest::addRow("carriage return") << "a: b[\r]"_ba << "a: b"_ba;
        QTest::addRow("far apart") << "[one] two three [four]"_ba << "[1] two three [4]"_ba;
        QTest::addRow("nothing alike") << "the quick brown fox"_ba << "lorem ipsum dolor sit"_ba;
        QTest::addRow("same") << "same"_ba << "same"_ba;
        QTest::addRow("empty") << ""_ba << "[x]"_ba;
    }

    void changedWordsAreMarked()
    {
        QFETCH(QByteArray, removed);
        QFETCH(QByteArray, added);
        const auto plain = [](QByteArray text) { return text.replace('[', "").replace(']', ""); };
        const QByteArray left = plain(removed), right = plain(added);
        const Diff::WordChange change = Diff::compareWords(left, right);
        QCOMPARE(marked(left, change.removed), removed);
        QCOMPARE(marked(right, change.added), added);
    }

    void longLinesAreComparedByTheirEnds()
    {
        const QByteArray head(2'500'000, 'x'), tail(2'500'000, 'y');
        QElapsedTimer timer;
        timer.start();
        const QByteArray left = head + "ä" + tail, right = head + "ö" + tail;
        const Diff::WordChange change = Diff::compareWords(left, right);
        QVERIFY(timer.elapsed() < 500);
        const QList<Diff::WordRange> expected{{.start = 2'500'000, .length = 2}};
        QCOMPARE(change.removed, expected);
        QCOMPARE(change.added, expected);
        QCOMPARE(Diff::compareWords(head, tail).removed.size(), 0);
        QCOMPARE(Diff::compareWords(head, QByteArray(head + "z")).added,
                 (QList<Diff::WordRange>{{2'500'000, 1}}));
    }

    void manyShortWordsAreBounded()
    {
        QByteArray left, right;
        for (int word = 0; word < 990; ++word) {
            left += QByteArray(1, static_cast<char>('a' + word % 7)) + ' ';
            right += QByteArray(1, static_cast<char>('a' + word % 5)) + ' ';
        }
        QElapsedTimer timer;
        timer.start();
        Diff::compareWords(left, right);
        QVERIFY(timer.elapsed() < 500);
    }

    void whatIsNotMarkedIsTheSameOnBothSides()
    {
        QRandomGenerator random(3);
        const QByteArray letters = "ab .(\xc3\xa9\xff"_ba;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray lines[2];
            for (QByteArray &line : lines) {
                for (int length = random.bounded(0, 14); length > 0; --length)
                    line += letters[random.bounded(static_cast<int>(letters.size()))];
            }
            const Diff::WordChange change = Diff::compareWords(lines[0], lines[1]);
            if (change.removed.isEmpty() && change.added.isEmpty())
                continue;
            const auto rest = [](QByteArray line, const QList<Diff::WordRange> &ranges) {
                for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
                    line.remove(range->start, range->length);
                return line;
            };
            QCOMPARE(rest(lines[0], change.removed), rest(lines[1], change.added));
        }
    }
};

QTEST_GUILESS_MAIN(DiffWordsTest)
#include "tst_diffwords.moc"
