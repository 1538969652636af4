// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/reversed.h"
#include "git/stage.h"
#include "stagecases.h"
#include "support/memoryfolder.h"
#include "support/rounds.h"

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Diff::PatchUse;
using Git::DiffSides;
using namespace StageCases;

class StagePropertyTest final : public QObject
{
    Q_OBJECT

    quint32 m_seed = 20260105;
    QMap<QByteArray, int> m_kinds;

    // The parts that need no repository, for every case.
    static void checkPureParts(const FileDiff &file, const Lines &chosen, const State &before,
                               const State &after)
    {
        for (const auto &[use, from] :
             {std::pair(PatchUse::Forward, From::Old), std::pair(PatchUse::Reverse, From::Fresh)}) {
            const auto expected = expectation(file, chosen, before, after, from);
            const State &start = from == From::Old ? before : after;
            QCOMPARE(Diff::makePatch(file, chosen, use).isEmpty(), !expected);
            if (!expected || file.omission != Diff::Omission::None)
                continue;
            const auto content = Diff::applyLines(file, chosen, use, start.content);
            if (content == expected->content)
                continue;
            const QByteArray text = describe(file, chosen, before, after) + "\nexpected " +
                                    Diff::quotePath(expected->content) + "\ngot " +
                                    Diff::quotePath(content.value_or("nothing"_ba));
            QFAIL(text.constData());
        }
    }

    // What came through the index, by what is special of it.
    void count(const FileDiff &file, const Lines &chosen, const State &before, const State &after)
    {
        const auto has = [&](const QByteArray &bytes) {
            return before.content.contains(bytes) || after.content.contains(bytes);
        };
        const auto isUnended = [](const State &state) {
            return !state.content.isEmpty() && !state.content.endsWith('\n');
        };
        const auto changed = std::ranges::count_if(
            file.lines, [](const Diff::Line &line) { return line.origin != Diff::LineOrigin::Context; });
        const bool isThereOnBoth = before.mode != 0 && after.mode != 0;
        for (const auto &[kind, is] : {std::pair("some of its lines", chosen.size() < changed),
                                       {"UTF-16 in the work tree", file.path().endsWith(".utf16")},
                                       {"CR LF in the work tree", file.path().endsWith(".crlf")},
                                       {"CR LF", has("\r\n")},
                                       {"a lone CR", has("e\rt")},
                                       {"no newline at the end", isUnended(before) || isUnended(after)},
                                       {"Latin-1", has("\xe9")},
                                       {"NUL", has(QByteArray(1, '\0'))},
                                       {"another mode", isThereOnBoth && before.mode != after.mode},
                                       {"a link", before.mode == kLink || after.mode == kLink},
                                       {"a rename", file.status == FileStatus::Renamed}})
            m_kinds[kind] += is ? 1 : 0;
    }

    // 1,000 files at once: chosen lines of all of them in one patch. How many came through the index.
    int checkBatch(RandomFiles &random, DiffSides sides, int context, RandomFiles::Kinds kinds)
    {
        const bool isStaging = sides == DiffSides::IndexToWorkTree;
        WriteFixture fixture;
        QList<File> made = random.files(kFilesOfABatch, kinds);
        for (int more = kFilesOfABatch / 10; more > 0; --more)
            made += random.plainText(made.size() + 1, more % 3 == 0 ? ".crlf" : ".utf16");
        const QHash<QByteArray, File> files = prepare(fixture, made, sides);
        const QList<FileDiff> changes = readAll(fixture, sides, context);
        int done = 0;

        Index expected = readIndex(fixture);
        QHash<QByteArray, QByteArray> texts;
        QByteArray plain, bare, fresh;
        for (const FileDiff &file : changes) {
            const auto [before, after] = statesOf(files, file);
            const Lines chosen = choose(random, file);
            checkPureParts(file, chosen, before, after);
            if (QTest::currentTestFailed())
                return 0;
            const auto end = expectation(file, chosen, before, after, isStaging ? From::Old : From::Fresh);
            if (end && end->mode != 0)
                expected.insert(file.path(), entryOf(end->mode, end->content));
            else if (end)
                expected.remove(file.path());
            if (end) {
                count(file, chosen, before, after);
                ++done;
            }
            texts.insert(file.path(), describe(file, chosen, before, after));
            // As unstageLines() does: git loses the mode of a deleted file in reverse.
            const bool comesBack = !isStaging && file.status == FileStatus::Deleted;
            (comesBack              ? fresh
             : needsNoContext(file) ? bare
                                    : plain) +=
                comesBack ? Diff::makePatch(Diff::reversed(file), chosen, PatchUse::Forward)
                          : Diff::makePatch(file, chosen, isStaging ? PatchUse::Forward : PatchUse::Reverse);
        }
        apply(fixture, fresh, true, true, texts);
        apply(fixture, plain, isStaging, false, texts);
        apply(fixture, bare, isStaging, true, texts);
        compareIndexes(readIndex(fixture), expected, texts);
        return done;
    }

    static void apply(const WriteFixture &fixture, const QByteArray &patch, bool isStaging, bool isBare,
                      const QHash<QByteArray, QByteArray> &texts)
    {
        QStringList arguments{u"-c"_s, u"apply.ignoreWhitespace=no"_s, u"apply"_s, u"--cached"_s,
                              u"--whitespace=nowarn"_s};
        if (!isStaging)
            arguments += u"--reverse"_s;
        if (isBare)
            arguments += u"--unidiff-zero"_s;
        if (patch.isEmpty())
            return;
        const auto result = fixture.repo.tryGit(arguments + QStringList{u"-"_s}, patch);
        const QByteArray first = result.errors.split(':').value(1).trimmed(); // "error: f970: …"
        const QByteArray text = result.errors + '\n' + texts.value(first);
        QVERIFY2(result.exitCode == 0, text.constData());
    }

    // Stages or unstages lines of one file at a time, by the functions that the window calls.
    void checkOneByOne(DiffSides sides)
    {
        const bool isStaging = sides == DiffSides::IndexToWorkTree;
        RandomFiles random(m_seed + (isStaging ? 1 : 2));
        WriteFixture fixture;
        const QList<File> made = someFiles(random);
        const QHash<QByteArray, File> files = prepare(fixture, made, sides);
        Index expected = readIndex(fixture);
        QHash<QByteArray, QByteArray> texts;
        int done = 0, refused = 0;
        for (const File &file : made) {
            const QList<FileDiff> changes = read(fixture, random, file.path, sides);
            QCOMPARE(changes.isEmpty(), file.before == file.after);
            if (changes.isEmpty())
                continue;
            const auto [before, after] = statesOf(files, changes.first());
            const Lines chosen = choose(random, changes.first());
            const auto end =
                expectation(changes.first(), chosen, before, after, isStaging ? From::Old : From::Fresh);
            const auto result = isStaging ? Git::stageLines(fixture.git(), changes.first(), chosen, {})
                                          : Git::unstageLines(fixture.git(), changes.first(), chosen, {});
            const QByteArray text = describe(changes.first(), chosen, before, after) + '\n' +
                                    (result ? "is done"_ba : result.error().detail.toUtf8());
            QVERIFY2(result.has_value() == end.has_value(), text.constData());
            texts.insert(file.path, text);
            if (end && end->mode != 0)
                expected.insert(file.path, entryOf(end->mode, end->content));
            else if (end)
                expected.remove(file.path);
            ++(end ? done : refused);
        }
        compareIndexes(readIndex(fixture), expected, texts);
        QVERIFY(done > refused && refused > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::keepFilesInMemory();
        bool isGiven = false;
        const quint32 seed = qEnvironmentVariable("PLUMBLINE_TEST_SEED").toUInt(&isGiven);
        if (isGiven)
            m_seed = seed;
        qInfo("seed %u (PLUMBLINE_TEST_SEED gives another one)", m_seed);
    }

    void anyLinesOfAnyFileAreStagedAndUnstagedByteForByte()
    {
        RandomFiles random(m_seed);
        int cases = 0;
        for (int batch = 0; cases < Tests::rounds(20'000); ++batch) {
            const auto sides = batch % 2 == 0 ? DiffSides::IndexToWorkTree : DiffSides::HeadToIndex;
            // Where the type of a staged file changed, no renames are looked for.
            const auto kinds = batch % 2 == 0 || batch % 3 == 0 ? RandomFiles::Kinds::All
                                                                : RandomFiles::Kinds::NoChangedTypes;
            cases += checkBatch(random, sides, kContexts[size_t(batch / 2) % kContexts.size()], kinds);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"batch %1"_s.arg(batch)));
        }
        qInfo("%d cases", cases);
        for (const auto &[kind, count] : m_kinds.asKeyValueRange()) {
            qInfo("%d with %s", count, kind.constData());
            QVERIFY2(count >= Tests::rounds(100), kind.constData());
        }
    }

    void linesOfOneFileAreStagedByteForByte() { checkOneByOne(DiffSides::IndexToWorkTree); }
    void linesOfOneFileAreUnstagedByteForByte() { checkOneByOne(DiffSides::HeadToIndex); }
};

QTEST_GUILESS_MAIN(StagePropertyTest)
#include "tst_stageproperty.moc"
