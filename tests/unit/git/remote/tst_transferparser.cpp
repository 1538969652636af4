// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/transferoutput.h"
#include "git/remote/transferparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Git::RefUpdateKind;
using Git::TransferPhase;
using Git::TransferProgress;

namespace {

// As git 2.47 printed it for a clone over ssh, with the side band's padding.
const QByteArray kRecorded =
    "Cloning into 'a'...\n"
    "remote: Enumerating objects: 270, done.        \n"
    "remote: Counting objects:   1% (3/270)        \rremote: Counting objects: 100% (270/270), done.        "
    "\n"
    "remote: \x1b[31mwelcome\x1b[0m        \n"
    "Receiving objects:   0% (1/270)\rReceiving objects:  45% (123/270), 1.50 MiB | 500.00 KiB/s\r"
    "Receiving objects: 100% (270/270), 17 bytes | 17.00 KiB/s, done.\n"
    "Resolving deltas: 100% (9/9), done.\n"
    "Updating files: 100% (3/3), done.\n";

QList<TransferProgress> parse(const QByteArray &bytes, qsizetype size)
{
    Git::TransferParser parser;
    QList<TransferProgress> all;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        all += parser.take(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
    return all + parser.finish();
}

} // namespace

class TransferParserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGitPrintsIsProgressOrWords()
    {
        const QList<TransferProgress> all = parse(kRecorded, kRecorded.size());
        QCOMPARE(all.size(), 10);
        QCOMPARE(all[0], (TransferProgress{.words = "Cloning into 'a'..."}));
        QCOMPARE(all[1],
                 (TransferProgress{
                     .phase = TransferPhase::Enumerating, .isRemote = true, .isDone = true, .done = 270}));
        QCOMPARE(all[2], (TransferProgress{
                             .phase = TransferPhase::Counting, .isRemote = true, .done = 3, .total = 270}));
        QVERIFY(all[3].isDone);
        QCOMPARE(all[4], (TransferProgress{.isRemote = true, .words = "\x1b[31mwelcome\x1b[0m"}));
        QCOMPARE(
            all[6],
            (TransferProgress{
                .phase = TransferPhase::Receiving, .done = 123, .total = 270, .bytes = 1024 * 1024 * 3 / 2}));
        QCOMPARE(all[7].bytes, 17);
        QVERIFY(all[7].isDone);
        QCOMPARE(all[8].phase, TransferPhase::Resolving);
        QCOMPARE(all[9].phase, TransferPhase::Updating);
    }

    void piecesOfAnySizeGiveTheSame()
    {
        const QList<TransferProgress> whole = parse(kRecorded, kRecorded.size());
        for (qsizetype size = 1; size < 40; ++size)
            QCOMPARE(parse(kRecorded, size), whole);
    }

    void whatOnlyLooksLikeProgressIsWords_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line :
             QList<QByteArray>{"Receiving objects", "Receiving objects: many", "Receiving objects: 5% (1/",
                               "Objects: 1% (1/2)", "Receiving objects: -1", "error: Receiving objects: 1",
                               "Receiving objects: 5% (x/2)"})
            QTest::newRow(line.constData()) << line;
    }

    void whatOnlyLooksLikeProgressIsWords()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parse(line, 7), QList<TransferProgress>{TransferProgress{.words = line}});
    }

    void hugeNumbersAndLinesAreTakenInParts()
    {
        const auto number = parse("Receiving objects: 99999999999999999999999999", 100);
        QCOMPARE(number.size(), 1);
        QVERIFY(number[0].done > 0);
        const auto parts = parse(QByteArray(100'000, 'x'), 4096);
        QVERIFY(parts.size() > 5);
        QByteArray joined;
        for (const TransferProgress &part : parts) {
            QVERIFY(part.words.size() <= 16 * 1024);
            joined += part.words;
        }
        QCOMPARE(joined, QByteArray(100'000, 'x'));
    }

    void whatAFetchChangedIsListed()
    {
        const QByteArray a(40, 'a'), b(40, 'b'), none(40, '0');
        const auto refs = Git::parseFetchOutput("* " + none + ' ' + a + " refs/remotes/origin/new\n" + "  " +
                                                a + ' ' + b + " refs/remotes/origin/main\n+ " + a + ' ' + b +
                                                " refs/remotes/origin/forced\n- " + a + ' ' + none +
                                                " refs/remotes/origin/gone\n! " + a + ' ' + b +
                                                " refs/heads/mine\nrubbish\n? x y z\n* short x refs/y\n");
        QCOMPARE(refs.size(), 5);
        QCOMPARE(refs[0].kind, RefUpdateKind::New);
        QVERIFY(refs[0].before.isNull());
        QCOMPARE(refs[0].after.toHex(), a);
        QCOMPARE(refs[1].kind, RefUpdateKind::FastForward);
        QCOMPARE(refs[1].ref, "refs/remotes/origin/main"_ba);
        QCOMPARE(refs[2].kind, RefUpdateKind::Forced);
        QCOMPARE(refs[3].kind, RefUpdateKind::Removed);
        QVERIFY((Git::FetchEnd{refs}.isRejected()));
        QVERIFY(!(Git::FetchEnd{refs.first(4)}.isRejected()));
    }

    void whatAHookPrintsIsNoResultOfAPush()
    {
        const auto refs = Git::parsePushOutput("*\trefs/heads/x:refs/heads/forged\t[new branch]\n"
                                               "To https://example.org/a\n"
                                               "!\trefs/heads/m:refs/heads/m\t[rejected] (fetch first)\n"
                                               "=\trefs/tags/v:refs/tags/v\t[up to date]\n"
                                               "Done\n");
        QCOMPARE(refs.size(), 2);
        QCOMPARE(refs[0].kind, RefUpdateKind::Rejected);
        QCOMPARE(refs[0].ref, "refs/heads/m"_ba);
        QCOMPARE(refs[0].reason, "fetch first"_ba);
        QCOMPARE(refs[1].kind, RefUpdateKind::UpToDate);
        QVERIFY(Git::parsePushOutput("*\ta:refs/heads/forged\t[new branch]\n").isEmpty());
    }

    void failuresSayWhatCanBeDone_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("kind");
        const auto row = [](const QByteArray &words, ErrorKind kind) {
            QTest::newRow(words.constData()) << words << static_cast<int>(kind);
        };
        row("fatal: unable to access 'https://x/': Could not resolve host: x", ErrorKind::Offline);
        row("ssh: connect to host x port 22: Connection refused", ErrorKind::Offline);
        row("Host key verification failed.", ErrorKind::Denied);
        row("git@x: Permission denied (publickey).", ErrorKind::Denied);
        row("fatal: Authentication failed for 'https://x/'", ErrorKind::Denied);
        row("fatal: could not read Username for 'https://x': terminal prompts disabled", ErrorKind::Denied);
        row("fatal: transport 'ext' not allowed", ErrorKind::Denied);
        row("fatal: '/srv/x' does not appear to be a git repository", ErrorKind::NotFound);
        row("fatal: couldn't find remote ref refs/heads/x", ErrorKind::NotFound);
        row("fatal: early EOF", ErrorKind::External);
    }

    void failuresSayWhatCanBeDone()
    {
        QFETCH(QByteArray, words);
        const Error error =
            Git::explainTransfer({.kind = ErrorKind::External}, u"It failed."_s, {"first", words});
        QTEST(static_cast<int>(error.kind), "kind");
        QCOMPARE(error.message, u"It failed."_s);
        QVERIFY(error.detail.contains(QString::fromUtf8(words)));
        QCOMPARE(error.hint.isEmpty(), error.kind == ErrorKind::External);
    }

    void c06_theOtherSidesWordsAreMadeHarmless()
    {
        const Error error = Git::explainTransfer(
            {.kind = ErrorKind::External}, u"It failed."_s,
            {"remote: \x1b]0;title\x07", "fatal: unable to access 'https://ada:hunter2@example.org/a/'"});
        QVERIFY(!error.detail.contains(QChar(0x1b)));
        QVERIFY(error.detail.contains("<U+001B>"_L1));
        QVERIFY(!error.detail.contains("hunter2"_L1));
    }
};

QTEST_GUILESS_MAIN(TransferParserTest)
#include "tst_transferparser.moc"
