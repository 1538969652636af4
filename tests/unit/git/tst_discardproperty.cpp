// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/discard.h"
#include "git/repository.h"
#include "git/shown.h"
#include "git/undo.h"
#include "git/work/discardcontent.h"
#include "git/work/recordedwrite.h"
#include "stagecases.h"
#include "support/memoryfolder.h"

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Git::DiffSides;
using namespace StageCases;

/// Random files of which lines or everything is discarded and brought back.
class DiscardPropertyTest final : public QObject
{
    Q_OBJECT

    quint32 m_seed = 20260106;

    /// A batch of files in one work tree, and what is to become of them.
    struct Batch
    {
        QHash<QByteArray, QByteArray> texts;
        QHash<QByteArray, State> shown, expected;
        QList<Git::NewContent> contents; ///< of those that lose some of their lines
        QList<QByteArray> whole;
    };

    /// As discardLines() does with one.
    static void plan(const Git::Program &git, const FileDiff &file, const Lines &chosen,
                     const QHash<QByteArray, File> &files, Batch &batch)
    {
        const auto [before, after] = statesOf(files, file);
        const QByteArray &path = file.path();
        const auto end = expectation(file, chosen, before, after, From::Fresh);
        const bool isLink = before.mode == kLink || after.mode == kLink;
        batch.texts.insert(path, describe(file, chosen, before, after));
        batch.shown.insert(path, {after.mode, workForm(path, after.content)});
        if (isLink || !end || Git::selectsAll(file, chosen)) {
            batch.whole += path;
            batch.expected.insert(path, {before.mode, workForm(path, before.content)});
            return;
        }
        const auto content = Git::contentWithoutLines(git, file, chosen, {});
        QVERIFY2(content.has_value(), batch.texts[path].constData());
        batch.contents.append({.path = path, .content = *content, .modeOfNew = file.oldMode});
        batch.expected.insert(path, {end->mode, workForm(path, end->content)});
    }

    static void compareFiles(const WriteFixture &fixture, const QHash<QByteArray, State> &expected,
                             const Batch &batch)
    {
        for (const auto &[path, state] : expected.asKeyValueRange())
            QVERIFY2(workState(fixture, path) == state, batch.texts[path].constData());
    }

    /// How many were discarded and brought back, some lines and as a whole.
    std::pair<qsizetype, qsizetype> checkBatch(RandomFiles &random, int context)
    {
        WriteFixture fixture;
        QList<File> made = random.files(kFilesOfABatch);
        for (int more = kFilesOfABatch / 20; more > 0; --more)
            made += random.plainText(made.size() + 1, more % 3 == 0 ? ".crlf" : ".utf16");
        const QHash<QByteArray, File> files = prepare(fixture, made, DiffSides::IndexToWorkTree);
        const Index index = readIndex(fixture);
        const Git::Program git = fixture.git();
        const Git::KeptHandle kept(git.location());
        Batch batch;
        for (const FileDiff &file : readAll(fixture, DiffSides::IndexToWorkTree, context, false)) {
            plan(git, file, choose(random, file), files, batch);
            if (QTest::currentTestFailed())
                return {};
        }
        const auto lines = Git::writeRecorded(git, {.action = Git::UndoAction::DiscardLines, .files = {}},
                                              batch.contents, {});
        const auto whole = Git::discardPaths(git, batch.whole, {});
        for (const auto &record : {lines, whole})
            if (!record)
                qFatal("%s", qPrintable(record.error().message));
        compareFiles(fixture, batch.expected, batch);
        for (const auto &record : {lines, whole}) {
            const auto undone = Git::undo(git, *record, Git::UndoExtent::Everything, {});
            if (!undone)
                qFatal("%s", qPrintable(undone.error().message));
        }
        compareFiles(fixture, batch.shown, batch);
        compareIndexes(readIndex(fixture), index);
        return {batch.contents.size(), batch.whole.size()};
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

    void anyLinesOfAnyFileAreDiscardedAndBroughtBackByteForByte()
    {
        RandomFiles random(m_seed);
        qsizetype lines = 0, whole = 0;
        for (int batch = 0; lines < Tests::rounds(2'000); ++batch) {
            const auto [some, all] = checkBatch(random, kContexts[size_t(batch) % kContexts.size()]);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"batch %1"_s.arg(batch)));
            lines += some;
            whole += all;
        }
        qInfo("lines of %lld files, %lld files as a whole", static_cast<long long>(lines),
              static_cast<long long>(whole));
        QVERIFY(whole > Tests::rounds(500));
    }

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

QTEST_GUILESS_MAIN(DiscardPropertyTest)
#include "tst_discardproperty.moc"
