// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/reversed.h"
#include "git/discard.h"
#include "git/stage.h"
#include "git/undo.h"
#include "git/work/workdiff.h"
#include "randomfiles.h"
#include "stagereference.h"
#include "support/rounds.h"
#include "writefixture.h"

#include <QCryptographicHash>

#include <sys/stat.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;
using Diff::FileDiff;
using Diff::FileStatus;
using Diff::PatchUse;
using Git::DiffSides;
using StageReference::From;

namespace {

constexpr std::array kContexts{0, 1, 3, 10};
constexpr int kFilesOfABatch = 1000;
constexpr quint32 kLink = 0120000;

using State = RandomFiles::State;
using File = RandomFiles::File;
using Lines = QSet<qsizetype>;

/// "MODE ID" of each staged path.
using Index = QHash<QByteArray, QByteArray>;

QByteArray entryOf(quint32 mode, const QByteArray &content)
{
    const QByteArray head = "blob " + QByteArray::number(content.size()) + '\0';
    return QByteArray::number(mode, 8) + ' ' +
           QCryptographicHash::hash(QByteArray(head + content), QCryptographicHash::Sha1).toHex();
}

Index readIndex(const WriteFixture &fixture)
{
    Index index;
    for (const QByteArray &line : fixture.repo.git({u"ls-files"_s, u"-s"_s, u"-z"_s}).split('\0')) {
        const qsizetype tab = line.indexOf('\t');
        if (tab > 0)
            index.insert(line.sliced(tab + 1), line.first(line.lastIndexOf(' ', tab)));
    }
    return index;
}

/// A commit of one side of the files, by a pack: thousands of loose objects would take minutes.
QByteArray commitStream(const QByteArray &branch, const QList<File> &files, State File::*side)
{
    QByteArray stream =
        "commit refs/heads/" + branch + "\ncommitter A <a@example.org> 1767603600 +0000\ndata 0\ndeleteall\n";
    for (const File &file : files) {
        const State &state = file.*side;
        if (state.mode != 0)
            stream += "M " + QByteArray::number(state.mode, 8) + " inline " + file.path + "\ndata " +
                      QByteArray::number(state.content.size()) + '\n' + state.content + '\n';
    }
    return stream;
}

/// What a choice of lines has to do to one path; nothing: it is to be refused.
std::optional<State> expectation(const FileDiff &file, const Lines &chosen, const State &before,
                                 const State &after, From from)
{
    constexpr quint32 typeMask = 0170000;
    const bool isThereOnBoth = before.mode != 0 && after.mode != 0;
    if (file.omission != Diff::Omission::None ||
        (isThereOnBoth && ((before.mode ^ after.mode) & typeMask) != 0))
        return std::nullopt;
    StageReference::LineNumbers changed, picked;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        const Diff::Line &line = file.lines[at];
        if (line.origin == Diff::LineOrigin::Context)
            continue;
        const bool isOld = line.origin == Diff::LineOrigin::Removed;
        (isOld ? changed.old : changed.fresh).insert(isOld ? line.oldNumber : line.newNumber);
        if (chosen.contains(at))
            (isOld ? picked.old : picked.fresh).insert(isOld ? line.oldNumber : line.newNumber);
    }
    const qsizetype changes = changed.old.size() + changed.fresh.size();
    const qsizetype picks = picked.old.size() + picked.fresh.size();
    const State &start = from == From::Old ? before : after;
    const State &end = from == From::Old ? after : before;
    if (picks == changes)
        return changes == 0 && isThereOnBoth && before.mode == after.mode ? std::nullopt : std::optional(end);
    if (picks == 0)
        return std::nullopt;
    const auto content = StageReference::splice(before.content, after.content, changed, picked, from);
    if (!content)
        qFatal("%s: what is shown as unchanged differs", file.path().constData());
    return State{start.mode != 0 ? start.mode : end.mode, *content};
}

bool needsNoContext(const FileDiff &file)
{
    return std::ranges::any_of(file.hunks, [&](const Diff::Hunk &hunk) {
        const auto isChange = [&](qsizetype at) {
            return file.lines[at].origin != Diff::LineOrigin::Context;
        };
        return isChange(hunk.firstLine) || isChange(hunk.firstLine + hunk.lineCount - 1);
    });
}

/// What the attributes make of stored content in the work tree.
QByteArray workForm(const QByteArray &path, QByteArray content)
{
    if (path.endsWith(".crlf"))
        return content.replace('\n', "\r\n");
    if (!path.endsWith(".utf16") || content.isEmpty())
        return content;
    const QString text = QString::fromUtf8(content);
    return QByteArray("\xff\xfe", 2) +
           QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

State workState(const WriteFixture &fixture, const QByteArray &path)
{
    struct stat info = {};
    const QByteArray whole = fixture.repo.bytePath(path);
    if (::lstat(whole.constData(), &info) != 0)
        return {};
    if (S_ISLNK(info.st_mode)) {
        QByteArray target(info.st_size, Qt::Uninitialized);
        const auto length = ::readlink(whole.constData(), target.data(), size_t(target.size()));
        return {kLink, target.first(qMax<qsizetype>(0, length))};
    }
    return {(info.st_mode & 0100) != 0 ? 0100755U : 0100644U, fixture.repo.read(path)};
}

} // namespace

class StagePropertyTest final : public QObject
{
    Q_OBJECT

    quint32 m_seed = 20260105;

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

    // 1,000 files at once: chosen lines of all of them in one patch.
    int checkBatch(RandomFiles &random, DiffSides sides, int context)
    {
        const bool isStaging = sides == DiffSides::IndexToWorkTree;
        WriteFixture fixture;
        const QList<File> made = random.files(kFilesOfABatch);
        const QHash<QByteArray, File> files = prepare(fixture, made, sides);
        const auto changes = Git::readDiff(fixture.where(), {.sides = sides, .contextLines = context}, {});
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));

        Index expected = readIndex(fixture);
        QHash<QByteArray, QByteArray> texts;
        QByteArray plain, bare, fresh;
        for (const FileDiff &file : *changes) {
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
        return static_cast<int>(changes->size());
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
            cases += checkBatch(random, sides, kContexts[size_t(batch / 2) % kContexts.size()]);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"batch %1"_s.arg(batch)));
        }
        qInfo("%d cases", cases);
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
