// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/parse.h"
#include "diff/patch.h"

#include <QRandomGenerator>

#include <vector>

using namespace Qt::StringLiterals;
using Diff::LineOrigin;
using Diff::PatchUse;

namespace {

/// A file as lines that keep their line feed.
using Lines = QList<QByteArray>;

Lines split(const QByteArray &text)
{
    Lines lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.sliced(at, next - at));
        at = next;
    }
    return lines;
}

// Applies a patch as strictly as its headers allow: every hunk at the line it names, every line as it says.
// An empty answer stands for a patch that does not fit.
std::optional<QByteArray> apply(const QByteArray &base, const QByteArray &patch, PatchUse use)
{
    const auto files = Diff::parseUnified(patch);
    if (!files || files->size() != 1)
        return std::nullopt;
    const Diff::FileDiff &file = files->first();
    const bool isForward = use == PatchUse::Forward;
    const Lines from = split(base);
    Lines result;
    qsizetype at = 0;
    for (const Diff::Hunk &hunk : file.hunks) {
        const qsizetype start = isForward ? hunk.oldStart : hunk.newStart;
        const qsizetype count = isForward ? hunk.oldCount : hunk.newCount;
        const qsizetype position = count > 0 ? start - 1 : start;
        if (position < at || position > from.size())
            return std::nullopt;
        while (at < position)
            result.append(from[at++]);
        const qsizetype resultStart = isForward ? hunk.newStart : hunk.oldStart;
        const qsizetype resultCount = isForward ? hunk.newCount : hunk.oldCount;
        // Where nothing is put in place of a last line without line feed, the number may be that of the line.
        const bool isLast = !file.lines[hunk.firstLine + hunk.lineCount - 1].endsWithNewline;
        const qsizetype named = resultCount > 0 ? resultStart - 1 : resultStart;
        if (named != result.size() && !(resultCount == 0 && isLast && named == result.size() + 1))
            return std::nullopt;
        for (qsizetype line = hunk.firstLine; line < hunk.firstLine + hunk.lineCount; ++line) {
            const Diff::Line &entry = file.lines[line];
            const QByteArray text = file.content(entry) + (entry.endsWithNewline ? "\n"_ba : ""_ba);
            const LineOrigin gone = isForward ? LineOrigin::Removed : LineOrigin::Added;
            if (entry.origin == LineOrigin::Context || entry.origin == gone) {
                if (at >= from.size() || from[at] != text)
                    return std::nullopt;
                ++at;
            }
            if (entry.origin == LineOrigin::Context || entry.origin != gone)
                result.append(text);
        }
    }
    while (at < from.size())
        result.append(from[at++]);
    for (qsizetype line = 0; line + 1 < result.size(); ++line) {
        if (!result[line].endsWith('\n'))
            return std::nullopt;
    }
    return result.join();
}

struct Step
{
    LineOrigin origin;
    QByteArray text;
};

// Longest common subsequence, removals before additions.
QList<Step> steps(const Lines &left, const Lines &right)
{
    std::vector<std::vector<int>> best(static_cast<size_t>(left.size() + 1),
                                       std::vector<int>(static_cast<size_t>(right.size() + 1)));
    const auto cell = [&best](qsizetype row, qsizetype column) -> int & {
        return best[static_cast<size_t>(row)][static_cast<size_t>(column)];
    };
    for (qsizetype row = left.size() - 1; row >= 0; --row) {
        for (qsizetype column = right.size() - 1; column >= 0; --column)
            cell(row, column) = left[row] == right[column]
                                    ? cell(row + 1, column + 1) + 1
                                    : std::max(cell(row + 1, column), cell(row, column + 1));
    }
    QList<Step> result, added;
    qsizetype row = 0, column = 0;
    while (row < left.size() || column < right.size()) {
        if (row < left.size() && column < right.size() && left[row] == right[column]) {
            result += std::exchange(added, {});
            result.append({LineOrigin::Context, left[row++]});
            ++column;
        } else if (column >= right.size() ||
                   (row < left.size() && cell(row + 1, column) >= cell(row, column + 1))) {
            result.append({LineOrigin::Removed, left[row++]});
        } else {
            added.append({LineOrigin::Added, right[column++]});
        }
    }
    return result + added;
}

Diff::FileDiff makeDiff(const QByteArray &left, const QByteArray &right, qsizetype context)
{
    const QList<Step> all = steps(split(left), split(right));
    Diff::FileDiff file;
    file.oldPath = file.newPath = "file"_ba;
    file.oldMode = file.newMode = 0100644;
    QList<bool> shown(all.size(), false);
    for (qsizetype at = 0; at < all.size(); ++at) {
        for (qsizetype near = at - context; all[at].origin != LineOrigin::Context && near <= at + context;
             ++near) {
            if (near >= 0 && near < all.size())
                shown[near] = true;
        }
    }
    quint32 oldLine = 0, newLine = 0;
    for (qsizetype at = 0; at < all.size(); ++at) {
        const bool isOld = all[at].origin != LineOrigin::Added;
        const bool isNew = all[at].origin != LineOrigin::Removed;
        if (shown[at]) {
            if (at == 0 || !shown[at - 1])
                file.hunks.append({.oldStart = oldLine, .newStart = newLine, .firstLine = file.lines.size()});
            Diff::Hunk &hunk = file.hunks.last();
            ++hunk.lineCount;
            hunk.oldCount += isOld;
            hunk.newCount += isNew;
            const bool ends = all[at].text.endsWith('\n');
            file.lines.append({.origin = all[at].origin,
                               .endsWithNewline = ends,
                               .oldNumber = isOld ? oldLine + 1 : 0,
                               .newNumber = isNew ? newLine + 1 : 0,
                               .offset = static_cast<quint32>(file.text.size()),
                               .length = static_cast<quint32>(all[at].text.size() - ends)});
            file.text += all[at].text;
        }
        oldLine += isOld;
        newLine += isNew;
    }
    for (Diff::Hunk &hunk : file.hunks) {
        hunk.oldStart += hunk.oldCount > 0;
        hunk.newStart += hunk.newCount > 0;
    }
    return file;
}

QSet<qsizetype> changedLines(const Diff::FileDiff &file)
{
    QSet<qsizetype> lines;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (file.lines[at].origin != LineOrigin::Context)
            lines.insert(at);
    }
    return lines;
}

// Names lines by their mark and text: "-b", "+c".
QSet<qsizetype> pick(const Diff::FileDiff &file, const QByteArray &names)
{
    QSet<qsizetype> lines;
    for (const QByteArray &name : names.split(' ')) {
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            const Diff::Line &line = file.lines[at];
            const char mark = line.origin == LineOrigin::Added     ? '+'
                              : line.origin == LineOrigin::Removed ? '-'
                                                                   : ' ';
            if (mark + file.content(line).toByteArray() == name)
                lines.insert(at);
        }
    }
    return lines;
}

QByteArray randomText(QRandomGenerator &random)
{
    QByteArray text;
    for (int line = random.bounded(0, 9); line > 0; --line)
        text += QByteArray(1, static_cast<char>('a' + random.bounded(4))) + '\n';
    if (random.bounded(3) == 0 && !text.isEmpty())
        text.chop(1);
    return text;
}

} // namespace

class DiffPatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenLinesLandAtTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("staged");
        QTest::addColumn<QByteArray>("unstaged");
        QTest::addRow("first of a block")
            << "a\nb\nc\n"_ba << "A\nB\nC\n"_ba << "-a +A"_ba << "A\nb\nc\n"_ba << "a\nB\nC\n"_ba;
        QTest::addRow("middle of a block")
            << "a\nb\nc\n"_ba << "A\nB\nC\n"_ba << "-b +B"_ba << "a\nB\nc\n"_ba << "A\nb\nC\n"_ba;
        QTest::addRow("last of a block")
            << "a\nb\nc\n"_ba << "A\nB\nC\n"_ba << "-c +C"_ba << "a\nb\nC\n"_ba << "A\nB\nc\n"_ba;
        QTest::addRow("more removed than added")
            << "a\nb\nc\n"_ba << "X\n"_ba << "-b +X"_ba << "a\nX\nc\n"_ba << "b\n"_ba;
        QTest::addRow("more added than removed")
            << "a\n"_ba << "A\nB\nC\n"_ba << "-a +B"_ba << "B\n"_ba << "A\na\nC\n"_ba;
        QTest::addRow("only the addition")
            << "a\nb\n"_ba << "A\nB\n"_ba << "+A"_ba << "a\nA\nb\n"_ba << "B\n"_ba;
        QTest::addRow("only the removal")
            << "a\nb\n"_ba << "A\nB\n"_ba << "-b"_ba << "a\n"_ba << "A\nb\nB\n"_ba;
        QTest::addRow("line after one without newline")
            << "a\nb"_ba << "a\nb\nc\n"_ba << "+c"_ba << "a\nb\nc\n"_ba << "a\nb\n"_ba;
        QTest::addRow("line before one without newline")
            << "a\nb"_ba << "A\nb\n"_ba << "-a +A"_ba << "A\nb"_ba << "a\nb\n"_ba;
        QTest::addRow("newline alone") << "a\nb"_ba << "A\nb\n"_ba << "-b +b"_ba << "a\nb\n"_ba << "A\nb"_ba;
        QTest::addRow("newline taken away")
            << "a\nb\n"_ba << "A\nb"_ba << "-b +b"_ba << "a\nb"_ba << "A\nb\n"_ba;
        QTest::addRow("last line moves up")
            << "a\nb\nc\n"_ba << "A\nB"_ba << "-a +B"_ba << "B\nb\nc\n"_ba << "A\na\n"_ba;
    }

    void chosenLinesLandAtTheirPlace()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, staged);
        QFETCH(QByteArray, unstaged);
        for (const qsizetype context : {0, 1, 3}) {
            const Diff::FileDiff file = makeDiff(left, right, context);
            const QSet<qsizetype> chosen = pick(file, lines);
            QCOMPARE(chosen.size(), lines.count(' ') + 1);
            QCOMPARE(apply(left, Diff::makePatch(file, chosen, PatchUse::Forward), PatchUse::Forward),
                     staged);
            QCOMPARE(apply(right, Diff::makePatch(file, chosen, PatchUse::Reverse), PatchUse::Reverse),
                     unstaged);
        }
    }

    void headersAreExact()
    {
        const Diff::FileDiff file = makeDiff("a\nb\nc\nd\ne\nf\n"_ba, "a\nX\nY\nb\nc\nd\nE\nf\n"_ba, 1);
        QCOMPARE(Diff::makePatch(file, pick(file, "+Y -e +E"_ba), PatchUse::Forward),
                 "diff --git a/file b/file\n--- a/file\n+++ b/file\n"
                 "@@ -1,2 +1,3 @@\n a\n+Y\n b\n"
                 "@@ -4,3 +5,3 @@\n d\n-e\n+E\n f\n"_ba);
        QCOMPARE(Diff::makePatch(file, pick(file, "-e +E"_ba), PatchUse::Forward),
                 "diff --git a/file b/file\n--- a/file\n+++ b/file\n@@ -4,3 +4,3 @@\n d\n-e\n+E\n f\n"_ba);
        QCOMPARE(Diff::makePatch(file, pick(file, "+X +E"_ba), PatchUse::Reverse),
                 "diff --git a/file b/file\n--- a/file\n+++ b/file\n"
                 "@@ -1,3 +1,4 @@\n a\n+X\n Y\n b\n"
                 "@@ -5,2 +6,3 @@\n d\n+E\n f\n"_ba);
    }

    void anyChoiceFitsAndKeepsTheRest()
    {
        QRandomGenerator random(42);
        for (int round = 0; round < 30'000; ++round) {
            const QByteArray left = randomText(random), right = randomText(random);
            const Diff::FileDiff file = makeDiff(left, right, random.bounded(4));
            QSet<qsizetype> chosen;
            for (const qsizetype line : changedLines(file)) {
                if (random.bounded(2))
                    chosen.insert(line);
            }
            if (chosen.isEmpty())
                continue;
            for (const PatchUse use : {PatchUse::Forward, PatchUse::Reverse}) {
                const bool isForward = use == PatchUse::Forward;
                const QByteArray patch = Diff::makePatch(file, chosen, use);
                const auto result = apply(isForward ? left : right, patch, use);
                QVERIFY2(result, patch.constData());
                QMap<QByteArray, int> balance;
                for (const QByteArray &line : split(*result))
                    ++balance[line.trimmed()];
                for (const QByteArray &line : split(isForward ? left : right))
                    --balance[line.trimmed()];
                for (const qsizetype line : std::as_const(chosen)) {
                    const bool isAdded = file.lines[line].origin == LineOrigin::Added;
                    balance[file.content(file.lines[line]).toByteArray()] -= isAdded == isForward ? 1 : -1;
                }
                for (const int count : std::as_const(balance))
                    QCOMPARE(count, 0);
            }
            const QSet<qsizetype> all = changedLines(file);
            QCOMPARE(apply(left, Diff::makePatch(file, all, PatchUse::Forward), PatchUse::Forward), right);
            QCOMPARE(apply(right, Diff::makePatch(file, all, PatchUse::Reverse), PatchUse::Reverse), left);
            QCOMPARE(apply(left, Diff::makePatch(file), PatchUse::Forward), right);
        }
    }

    void nothingChosenMakesNoPatch()
    {
        const Diff::FileDiff file = makeDiff("a\n"_ba, "b\n"_ba, 3);
        QCOMPARE(Diff::makePatch(file, {}, PatchUse::Forward), QByteArray());
        QCOMPARE(Diff::makePatch(file, {99}, PatchUse::Forward), QByteArray());
    }

    void newFilesStayNewOnlyWhereNothingIsLeft()
    {
        Diff::FileDiff file = makeDiff({}, "a\nb\n"_ba, 3);
        file.status = Diff::FileStatus::Added;
        file.oldPath.clear();
        file.oldMode = 0;
        file.newMode = 0100755;
        QCOMPARE(
            Diff::makePatch(file, {0}, PatchUse::Forward),
            "diff --git a/file b/file\nnew file mode 100755\n--- /dev/null\n+++ b/file\n@@ -0,0 +1,1 @@\n+a\n"_ba);
        QCOMPARE(Diff::makePatch(file, {0}, PatchUse::Reverse),
                 "diff --git a/file b/file\n--- a/file\n+++ b/file\n@@ -1,1 +1,2 @@\n+a\n b\n"_ba);
        QVERIFY(Diff::makePatch(file, {0, 1}, PatchUse::Reverse).contains("new file mode 100755\n"));
    }

    void deletedFilesStayDeletedOnlyWhereNothingIsLeft()
    {
        Diff::FileDiff file = makeDiff("a\nb\n"_ba, {}, 3);
        file.status = Diff::FileStatus::Deleted;
        file.newPath.clear();
        file.newMode = 0;
        QCOMPARE(Diff::makePatch(file, {0}, PatchUse::Forward),
                 "diff --git a/file b/file\n--- a/file\n+++ b/file\n@@ -1,2 +1,1 @@\n-a\n b\n"_ba);
        QCOMPARE(
            Diff::makePatch(file, {0}, PatchUse::Reverse),
            "diff --git a/file b/file\ndeleted file mode 100644\n--- a/file\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n"_ba);
        QVERIFY(Diff::makePatch(file).contains("deleted file mode 100644\n"));
    }

    void modesGoWithTheWholeOnly()
    {
        Diff::FileDiff file = makeDiff("a\nb\n"_ba, "A\nB\n"_ba, 3);
        file.newMode = 0100755;
        QVERIFY(!Diff::makePatch(file, {0}, PatchUse::Forward).contains("mode"));
        QVERIFY(Diff::makePatch(file, changedLines(file), PatchUse::Forward)
                    .contains("\nold mode 100644\nnew mode 100755\n"));
        Diff::FileDiff bare = makeDiff("a\n"_ba, "a\n"_ba, 3);
        bare.newMode = 0100755;
        QCOMPARE(Diff::makePatch(bare, {}, PatchUse::Forward),
                 "diff --git a/file b/file\nold mode 100644\nnew mode 100755\n"_ba);
    }

    void renamesAreInTheWholePatchOnly()
    {
        Diff::FileDiff file = makeDiff("a\nb\n"_ba, "A\nb\n"_ba, 3);
        file.status = Diff::FileStatus::Renamed;
        file.oldPath = "old name"_ba;
        file.similarity = 60;
        QVERIFY(Diff::makePatch(file).startsWith(
            "diff --git a/old name b/file\nsimilarity index 60%\n"
            "rename from old name\nrename to file\n--- a/old name\t\n+++ b/file\n"));
        QVERIFY(Diff::makePatch(file, changedLines(file), PatchUse::Reverse)
                    .startsWith("diff --git a/file b/file\n--- a/file\n+++ b/file\n"));
    }

    void aChangeOfTypeIsADeletionAndACreation()
    {
        Diff::FileDiff file = makeDiff("text\n"_ba, "target"_ba, 3);
        file.status = Diff::FileStatus::TypeChanged;
        file.newMode = 0120000;
        QCOMPARE(Diff::makePatch(file), "diff --git a/file b/file\ndeleted file mode 100644\n--- a/file\n+++ "
                                        "/dev/null\n@@ -1,1 +0,0 @@\n-text\n"
                                        "diff --git a/file b/file\nnew file mode 120000\n--- /dev/null\n+++ "
                                        "b/file\n@@ -0,0 +1,1 @@\n+target\n"
                                        "\\ No newline at end of file\n"_ba);
        QVERIFY(Diff::makePatch(file, {0}, PatchUse::Forward).isEmpty());
    }

    void oddNamesAreQuoted_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("quoted");
        QTest::addRow("plain") << "a b/-c"_ba << "a b/-c"_ba;
        QTest::addRow("quote") << "\"q\""_ba << "\"\\\"q\\\"\""_ba;
        QTest::addRow("backslash") << "a\\b"_ba << "\"a\\\\b\""_ba;
        QTest::addRow("tab and feed") << "a\tb\nc"_ba << "\"a\\tb\\nc\""_ba;
        QTest::addRow("not utf-8") << "caf\xe9"_ba << "\"caf\\351\""_ba;
        QTest::addRow("low control") << "\x01"_ba << "\"\\001\""_ba;
        QTest::addRow("delete") << "\x7f"_ba << "\"\\177\""_ba;
    }

    void oddNamesAreQuoted()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, quoted);
        QCOMPARE(Diff::quotePath(path), quoted);
        Diff::FileDiff file = makeDiff("a\n"_ba, "b\n"_ba, 3);
        file.oldPath = file.newPath = path;
        const auto back = Diff::parseUnified(Diff::makePatch(file));
        QVERIFY(back);
        QCOMPARE(back->first().newPath, path);
    }
};

QTEST_GUILESS_MAIN(DiffPatchTest)
#include "tst_diffpatch.moc"
