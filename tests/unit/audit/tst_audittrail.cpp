// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/format.h"
#include "audit/words.h"
#include "support/verify.h"
#include "trailfixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

/// The one record that heals, of a trail that has it.
Audit::Entry mendedIn(const Tests::Trail &trail)
{
    const auto found = Audit::readRecords(trail.folder(), {.operation = Audit::kMendedOperation}, 10, {});
    return found && found->records.size() == 1 ? found->records.first().entry : Audit::Entry();
}

qint64 timeOfAppends(const Tests::Trail &trail, int count)
{
    QElapsedTimer timer;
    timer.start();
    trail.fill(count);
    return timer.nsecsElapsed() / count;
}

} // namespace

class AuditTrailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordHasTheKeysOfTheSourceDocument();
    void whatIsWrittenIsReadBack();
    void k06_anyTextIsOneLine();
    void aRecordHasNoPlaceForPromptsAndLongTexts();
    void filesAreTheUsersAlone();
    void widerModesAreSetRight();
    void linksAndForeignPlacesAreRefused();
    void k03_aTornTailIsPutAsideAndNamed();
    void k03_whatIsCutOffIsSaidForGood();
    void aKillBetweenRecordAndHeadIsNoFlaw();
    void k04_twoProcessesMakeOneChain();
    void aHeldTrailIsAConflict();
    void anAppendCostsTheSameInALongTrail();
};

void AuditTrailTest::aRecordHasTheKeysOfTheSourceDocument()
{
    const Tests::Trail trail;
    VERIFY_RESULT(trail.add(Tests::Trail::entry(1)));
    const QByteArray line = trail.read().trimmed();
    const QJsonObject act = QJsonDocument::fromJson(line).object().value("ai_operations"_L1).toObject();
    QCOMPARE(act.value("timestamp"_L1).toString(), u"2026-01-02T03:00:46Z"_s);
    QCOMPARE(act.value("model"_L1).toString(), u"offline-rules/1"_s);
    QCOMPARE(act.value("operation"_L1).toString(), u"generate_commit_message"_s);
    QCOMPARE(act.value("user"_L1).toString(), u"ada"_s);
    QCOMPARE(act.value("result"_L1).toString(), u"drafted"_s);
    QCOMPARE(act.value("confidence"_L1).toDouble(), 0.75);
    VERIFY_RESULT(trail.add({.timestamp = QDateTime::currentDateTimeUtc(), .operation = u"scan"_s}));
    const QByteArray second = trail.read().split('\n').at(1);
    for (const char *key : {"timestamp", "model", "operation", "user", "result", "confidence"})
        QVERIFY2(second.contains(QByteArray('"' + QByteArray(key) + "\":")), key);
    QVERIFY(second.endsWith(QByteArray(",\"prev\":\"" + Audit::digestOf(line) + "\",\"seq\":2,\"v\":1}")));
}

void AuditTrailTest::whatIsWrittenIsReadBack()
{
    Audit::Entry entry = Tests::Trail::entry(1);
    entry.inputDigest = QString::fromLatin1(Audit::digestOf("in"));
    entry.outputDigest = QString::fromLatin1(Audit::digestOf("out"));
    entry.use = u"edited"_s;
    entry.survival = 0.5;
    entry.tokensIn = 1200;
    entry.tokensOut = 34;
    entry.cost = 0.0125;
    entry.redactions = 3;
    entry.lost = 1;
    const Tests::Trail trail;
    VERIFY_RESULT(trail.add(entry));
    const auto read = Audit::readRecords(trail.folder(), {}, 10, {});
    VERIFY_RESULT(read);
    QCOMPARE(read->records.size(), 1);
    QVERIFY(read->records.first().entry == entry);
    QCOMPARE(read->records.first().number, 1U);
}

void AuditTrailTest::k06_anyTextIsOneLine()
{
    const Tests::Trail trail;
    QDateTime when = QDateTime::currentDateTimeUtc();
    QStringList texts{u"two\nlines\r\n"_s,
                      QString(QChar(0)) + u"nul"_s,
                      u"\"quoted\",\"seq\":7,\"v\":1}"_s,
                      QString(QChar(0xD800)) + u"half"_s,
                      QString(1'000'000, u'x'),
                      u"\U0001F600 ümläut \u202E"_s};
    for (const QString &text : std::as_const(texts)) {
        when = when.addYears(-1); // the clock may go back
        VERIFY_RESULT(trail.add({.timestamp = when, .operation = text, .user = text, .repository = text}));
    }
    QCOMPARE(trail.read().count('\n'), texts.size());
    QVERIFY(trail.read().isValidUtf8());
    const auto found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
    const auto read = Audit::readRecords(trail.folder(), {}, 100, {});
    VERIFY_RESULT(read);
    QCOMPARE(read->unreadable, 0);
    QCOMPARE(read->records.at(5).entry.operation, texts.at(0));
    QCOMPARE(read->records.at(4).entry.operation, texts.at(1));
}

void AuditTrailTest::aRecordHasNoPlaceForPromptsAndLongTexts()
{
    Audit::Entry entry = Tests::Trail::entry(1);
    entry.operation = entry.result = entry.user = QString(5000, u'é');
    QVERIFY(Audit::formatLine(entry, 1, QByteArray(64, '0')).size() < 8000);
}

void AuditTrailTest::filesAreTheUsersAlone()
{
    const mode_t before = ::umask(0);
    const Tests::Trail trail;
    const auto added = trail.add(Tests::Trail::entry(1));
    ::umask(before);
    VERIFY_RESULT(added);
    QCOMPARE(modeOf(trail.path(u"trail.jsonl"_s)), 0600U);
    QCOMPARE(modeOf(trail.path(u"head"_s)), 0600U);
    QCOMPARE(modeOf(trail.folder()), 0700U);
}

void AuditTrailTest::widerModesAreSetRight()
{
    const Tests::Trail trail;
    trail.fill(1);
    for (const QString &path : {trail.path(u"trail.jsonl"_s), trail.path(u"head"_s)})
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0666), 0);
    QCOMPARE(::chmod(QFile::encodeName(trail.folder()).constData(), 0777), 0);
    const auto found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QVERIFY(found->isIntact() && found->isOpenToOthers);
    QVERIFY(!Audit::remarksOn(*found).isEmpty());
    VERIFY_RESULT(trail.add(Tests::Trail::entry(2)));
    QCOMPARE(modeOf(trail.path(u"trail.jsonl"_s)), 0600U);
    QCOMPARE(modeOf(trail.path(u"head"_s)), 0600U);
    QCOMPARE(modeOf(trail.folder()), 0700U);
}

void AuditTrailTest::linksAndForeignPlacesAreRefused()
{
    for (const QString &name : {u"trail.jsonl"_s, u"head"_s}) {
        const Tests::Trail trail;
        trail.fill(1);
        trail.write("elsewhere\n", u"target"_s);
        QVERIFY(QFile::remove(trail.path(name)));
        QVERIFY(QFile::link(trail.path(u"target"_s), trail.path(name)));
        const auto added = trail.add(Tests::Trail::entry(2));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::Denied);
        QCOMPARE(trail.read(u"target"_s), "elsewhere\n"_ba);
    }
    QTemporaryDir dir;
    QVERIFY(QFile::link(dir.path(), dir.path() + u"/audit"_s));
    QCOMPARE(Audit::append(dir.path() + u"/audit"_s, Tests::Trail::entry(1)).error().kind, ErrorKind::Denied);
    const auto blocked = Audit::append(u"/proc/plumbline/audit"_s, Tests::Trail::entry(1));
    QVERIFY(!blocked && !blocked.error().hint.isEmpty());
}

void AuditTrailTest::k03_aTornTailIsPutAsideAndNamed()
{
    const Tests::Trail trail;
    trail.fill(3);
    const QByteArray whole = trail.read(), torn = Audit::formatLine(Tests::Trail::entry(4), 4, {}).first(90);
    trail.write(whole + torn);
    auto found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QVERIFY(found->isIntact());
    QCOMPARE(found->torn, 90);

    VERIFY_RESULT(trail.add(Tests::Trail::entry(4)));
    const Audit::Entry mended = mendedIn(trail);
    QCOMPARE(mended.mended, Audit::kTornTail);
    QVERIFY(!mended.keptAs.isEmpty());
    QCOMPARE(trail.read(mended.keptAs), torn);
    QCOMPARE(modeOf(trail.path(mended.keptAs)), 0600U);
    QVERIFY(trail.read().startsWith(whole));
    found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
    QCOMPARE(found->records, 5U);
    QCOMPARE(found->healed, 1U);
}

void AuditTrailTest::k03_whatIsCutOffIsSaidForGood()
{
    const Tests::Trail trail;
    trail.fill(5);
    trail.write(trail.read().chopped(7)); // of a record that was told to be there
    auto found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QCOMPARE(found->flaw, Audit::Flaw::CutOff);
    QCOMPARE(found->line, 5U);
    VERIFY_RESULT(trail.add(Tests::Trail::entry(6)));
    VERIFY_RESULT(trail.add(Tests::Trail::entry(7)));
    const Audit::Entry mended = mendedIn(trail);
    QCOMPARE(mended.mended, u"cut_off"_s);
    QCOMPARE(mended.lost, 1);
    QVERIFY(!trail.read(mended.keptAs).isEmpty());
    found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QCOMPARE(found->flaw, Audit::Flaw::Mended);
    QCOMPARE(found->line, 5U);
    QCOMPARE(found->missing, 1U);
}

void AuditTrailTest::aKillBetweenRecordAndHeadIsNoFlaw()
{
    const Tests::Trail trail;
    for (int count : {0, 3}) {
        trail.fill(count);
        const QByteArray head = trail.read(u"head"_s);
        VERIFY_RESULT(trail.add(Tests::Trail::entry(count + 1)));
        trail.write(head, u"head"_s);
        auto found = Audit::verify(trail.folder(), {});
        VERIFY_RESULT(found);
        QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
        VERIFY_RESULT(trail.add(Tests::Trail::entry(count + 2)));
        found = Audit::verify(trail.folder(), {});
        VERIFY_RESULT(found);
        QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
        QCOMPARE(found->healed, 0U);
    }
}

void AuditTrailTest::k04_twoProcessesMakeOneChain()
{
    constexpr int each = 1000;
    const Tests::Trail trail;
    std::array<pid_t, 2> writers{};
    for (pid_t &writer : writers) {
        writer = ::fork();
        QVERIFY(writer >= 0);
        if (writer > 0)
            continue;
        bool isWritten = true;
        for (int number = 1; number <= each && isWritten; ++number)
            isWritten = trail.add(Tests::Trail::entry(number)).has_value();
        ::_exit(isWritten ? 0 : 1);
    }
    for (const pid_t writer : writers) {
        int status = -1;
        QCOMPARE(::waitpid(writer, &status, 0), writer);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    const auto found = Audit::verify(trail.folder(), {});
    VERIFY_RESULT(found);
    QVERIFY2(found->isIntact(), qPrintable(Audit::verdictText(*found)));
    QCOMPARE(found->records, quint64(2 * each));
    QCOMPARE(found->healed, 0U);
    const auto read = Audit::readRecords(trail.folder(), {}, 5000, {});
    VERIFY_RESULT(read);
    QHash<QString, int> times;
    for (const Audit::Record &record : read->records)
        ++times[record.entry.requestId];
    QCOMPARE(times.size(), each);
    QVERIFY(std::ranges::all_of(times, [](int count) { return count == 2; }));
}

// The lock is given back when the program that holds it ends, whatever ends it.
void AuditTrailTest::aHeldTrailIsAConflict()
{
    const Tests::Trail trail;
    trail.fill(1);
    std::array<int, 2> pipe{};
    QCOMPARE(::pipe(pipe.data()), 0);
    const pid_t holder = ::fork();
    if (holder == 0) {
        const QByteArray command = "exec 9<'" + QFile::encodeName(trail.path(u"trail.jsonl"_s)) +
                                   "'; flock 9; echo held; exec sleep 60";
        ::dup2(pipe[1], 1);
        ::execl("/bin/sh", "sh", "-c", command.constData(), nullptr);
        ::_exit(1);
    }
    char byte = 0;
    QCOMPARE(::read(pipe[0], &byte, 1), 1);
    const auto refused = trail.add(Tests::Trail::entry(2));
    ::kill(holder, SIGKILL);
    ::waitpid(holder, nullptr, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(trail.add(Tests::Trail::entry(2)).has_value());
}

void AuditTrailTest::anAppendCostsTheSameInALongTrail()
{
    const Tests::Trail trail;
    const qint64 shortTime = timeOfAppends(trail, 100);
    const QByteArray short100 = trail.read();
    QByteArray content = short100, previous = Audit::digestOf(content.trimmed().split('\n').last());
    for (int number = 101; content.size() < 40'000'000; ++number) {
        const QByteArray line = Audit::formatLine(Tests::Trail::entry(number), quint64(number), previous);
        previous = Audit::digestOf(line);
        content += line + '\n';
    }
    trail.write(content);
    QVERIFY(QFile::remove(trail.path(u"head"_s))); // a record about that is written, once
    trail.fill(1);
    const qint64 longTime = timeOfAppends(trail, 100);
    QElapsedTimer timer;
    timer.start();
    const auto found = Audit::verify(trail.folder(), {});
    const qint64 verifyTime = timer.elapsed();
    VERIFY_RESULT(found);
    QCOMPARE(found->flaw, Audit::Flaw::Mended);
    qInfo("append: %lld us with 100 records, %lld us behind %lld MB; verified %lld MB/s",
          static_cast<long long>(shortTime / 1000), static_cast<long long>(longTime / 1000),
          static_cast<long long>(content.size() / 1'000'000),
          static_cast<long long>(content.size() / 1000 / std::max<qint64>(1, verifyTime)));
    // Reading all of it would take a hundred times as long.
    QVERIFY2(longTime < 10 * shortTime + 5'000'000, "an append depends on the length of the trail");
}

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "tst_audittrail.moc"
