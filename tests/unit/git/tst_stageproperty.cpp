// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/parse.h"
#include "diff/reversed.h"
#include "git/discard.h"
#include "git/stage.h"
#include "git/undo.h"
#include "git/work/workdiff.h"
#include "stagecases.h"
#include "support/memoryfolder.h"
#include "support/rounds.h"

#include <array>

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Diff::PatchUse;
using Git::DiffSides;
using namespace StageCases;

namespace {

constexpr std::array kContexts{0, 1, 3, 10};
constexpr int kFilesOfABatch = 1000;

} // namespace

class StagePropertyTest final : public QObject
{
    Q_OBJECT

    quint32 m_seed = 20260105;
    QMap<QByteArray, int> m_kinds;

    static Lines choose(RandomFiles &random, const FileDiff &file)
    {
        Lines chosen;
        const int share = random.below(10); // of ten; 9 is all, 0 is none
        for (qsizetype line = 0; line < file.lines.size(); ++line) {
            const bool isChange = file.lines[line].origin != Diff::LineOrigin::Context;
            if (isChange && (share == 9 || random.below(9) < share))
                chosen.insert(line);
        }
        return chosen;
    }

    /// The two states that a difference is between.
    static std::pair<State, State> statesOf(const QHash<QByteArray, File> &files, const FileDiff &file)
    {
        return {file.oldPath.isEmpty() ? State() : files[file.oldPath].before,
                file.newPath.isEmpty() ? State() : files[file.newPath].after};
    }

    static QByteArray describe(const FileDiff &file, const Lines &chosen, const State &before,
                               const State &after)
    {
        QByteArray text = file.path() + "\nbefore " + QByteArray::number(before.mode, 8) + ' ' +
                          Diff::quotePath(before.content) + "\nafter " + QByteArray::number(after.mode, 8) +
                          ' ' + Diff::quotePath(after.content) + "\nchosen";
        for (qsizetype at = 0; at < file.lines.size(); ++at) {
            if (chosen.contains(at))
                text += ' ' + QByteArray::number(at);
        }
        return text + "\npatch " + Diff::makePatch(file);
    }

    // HEAD holds what was before, and the index or the work tree what came after.
    static QHash<QByteArray, File> prepare(WriteFixture &fixture, const QList<File> &made, DiffSides sides)
    {
        const bool isStaged = sides == DiffSides::HeadToIndex;
        QHash<QByteArray, File> files;
        fixture.repo.config(u"core.fsync"_s, u"none"_s);
        fixture.repo.write(".git/info/attributes",
                           "*.utf16 text working-tree-encoding=UTF-16\n*.crlf text eol=crlf\n");
        fixture.repo.git({u"fast-import"_s, u"--quiet"_s}, commitStream("main", made, &File::before) +
                                                               commitStream("other", made, &File::after));
        fixture.repo.git({u"read-tree"_s, isStaged ? u"other"_s : u"main"_s});
        for (const File &file : made) {
            files.insert(file.path, file);
            if (!isStaged && file.after.mode == kLink)
                fixture.repo.link(file.path, file.after.content);
            else if (!isStaged && file.after.mode != 0)
                fixture.repo.write(file.path, workForm(file.path, file.after.content),
                                   file.after.mode & 0777);
        }
        return files;
    }

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

    // What readWorkDiff() tells of all, with one run of git instead of one for each file that is converted.
    static QList<FileDiff> readAll(const WriteFixture &fixture, DiffSides sides, int context)
    {
        auto changes = Git::readDiff(fixture.where(), {.sides = sides, .contextLines = context}, {});
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        if (sides == DiffSides::IndexToWorkTree) {
            changes->removeIf([](const FileDiff &file) { return file.path().endsWith(".utf16"); });
            const auto converted =
                Diff::parseUnified(fixture.repo.git({u"diff"_s, u"--full-index"_s, u"--no-renames"_s,
                                                     u"-U%1"_s.arg(context), u"--"_s, u"*.utf16"_s}));
            if (!converted)
                qFatal("%s", qPrintable(converted.error().message));
            *changes += *converted;
        }
        return *changes;
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

    static void compareIndexes(const Index &present, const Index &expected,
                               const QHash<QByteArray, QByteArray> &texts = {})
    {
        QSet<QByteArray> paths(present.keyBegin(), present.keyEnd());
        paths.unite(QSet<QByteArray>(expected.keyBegin(), expected.keyEnd()));
        for (const QByteArray &path : std::as_const(paths)) {
            const QByteArray text = path + ": " + present.value(path) + " is staged, not " +
                                    expected.value(path) + '\n' + texts.value(path);
            QVERIFY2(present.value(path) == expected.value(path), text.constData());
        }
    }

    // Some files of each kind, for what is done to one at a time.
    static QList<File> someFiles(RandomFiles &random)
    {
        QList<File> made = random.files(Tests::rounds(100));
        for (int count = Tests::rounds(30); count > 0; --count)
            made += random.plainText(made.size() + 1, count % 3 == 0 ? ".crlf" : ".utf16");
        return made;
    }

    static QList<FileDiff> read(const WriteFixture &fixture, RandomFiles &random, const QByteArray &path,
                                DiffSides sides = DiffSides::IndexToWorkTree)
    {
        const Git::DiffRequest request{.sides = sides,
                                       .paths = {path},
                                       .contextLines = kContexts[size_t(random.below(4))],
                                       .findsRenames = false};
        const auto files = sides == DiffSides::IndexToWorkTree ? Git::readWorkDiff(fixture.git(), request, {})
                                                               : Git::readDiff(fixture.where(), request, {});
        return files ? *files : QList<FileDiff>();
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

    void linesOfOneFileAreDiscardedAndBroughtBackByteForByte()
    {
        RandomFiles random(m_seed + 3);
        WriteFixture fixture;
        const QList<File> made = someFiles(random);
        const QHash<QByteArray, File> files = prepare(fixture, made, DiffSides::IndexToWorkTree);
        const Index index = readIndex(fixture);
        for (const File &file : made) {
            const QList<FileDiff> changes = read(fixture, random, file.path);
            if (changes.isEmpty() || changes.first().status == FileStatus::TypeChanged)
                continue;
            const auto [before, after] = statesOf(files, changes.first());
            const Lines chosen = choose(random, changes.first());
            auto end = expectation(changes.first(), chosen, before, after, From::Fresh);
            if (end && *end != before && (before.mode == kLink || after.mode == kLink))
                end.reset(); // a link is discarded as a whole
            const State shown{after.mode, workForm(file.path, after.content)};
            const auto record = Git::discardLines(fixture.git(), changes.first(), chosen, {});
            const QByteArray text = describe(changes.first(), chosen, before, after) + '\n' +
                                    (record ? "is done"_ba : record.error().detail.toUtf8());
            QVERIFY2(record.has_value() == end.has_value(), text.constData());
            QVERIFY2(workState(fixture, file.path) ==
                         (end ? State{end->mode, workForm(file.path, end->content)} : shown),
                     text.constData());
            if (record)
                VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
            QVERIFY2(workState(fixture, file.path) == shown, text.constData());
        }
        compareIndexes(readIndex(fixture), index);
    }
};

QTEST_GUILESS_MAIN(StagePropertyTest)
#include "tst_stageproperty.moc"
