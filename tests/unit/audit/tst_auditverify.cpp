// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/format.h"
#include "audit/head.h"
#include "audit/words.h"
#include "support/verify.h"
#include "trailfixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRecords = 20;

QByteArray joined(const QList<QByteArray> &lines)
{
    return lines.join('\n') + '\n';
}

/// Written from the description in trail.h, with nothing of ours.
constexpr QByteArrayView kOtherVerifier = R"(
import hashlib, json, sys
folder = sys.argv[1]
prev, seq = '0' * 64, 0
for line in open(folder + '/trail.jsonl', 'rb').read().split(b'\n')[:-1]:
    record = json.loads(line)
    seq += 1
    again = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(',', ':')).encode()
    if record['prev'] != prev or record['seq'] != seq or again != line:
        sys.exit('line %d' % seq)
    prev = hashlib.sha256(line).hexdigest()
if open(folder + '/head').read() != '%020d %s\n' % (seq, prev):
    sys.exit('head')
)";

} // namespace

class AuditVerifyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void k01_anyByteThatIsChangedIsFoundAndItsLineNamed();
    void k01_anyByteThatIsTakenOutOrAddedIsFound();
    void k01_linesThatAreMovedRemovedOrAddedAreNamed_data();
    void k01_linesThatAreMovedRemovedOrAddedAreNamed();
    void k02_whatIsCutOffIsFound();
    void k02_aKeptHeadThatIsChangedOrRemovedIsFound();
    void k02_anotherTrailIsFoundByAnEndThatWasNotedDown();
    void k07_anotherProgramAgrees();
    void whatIsAddedMeanwhileIsNotLookedAt();
    void linesOfAnyLengthAreRead();

private:
    Audit::Verification verifyNow(const Audit::Head &expected = {}) const
    {
        const auto found = Audit::verify(m_trail->folder(), {}, expected);
        if (!found)
            qFatal("not verified: %s", qPrintable(found.error().message));
        return *found;
    }

    std::unique_ptr<Tests::Trail> m_trail;
    QByteArray m_content;
};

void AuditVerifyTest::init()
{
    m_trail = std::make_unique<Tests::Trail>();
    m_trail->fill(kRecords);
    m_content = m_trail->read();
    const Audit::Verification found = verifyNow();
    QVERIFY(found.isIntact());
    QCOMPARE(found.records, quint64(kRecords));
    QCOMPARE(found.bytes, m_content.size());
}

void AuditVerifyTest::k01_anyByteThatIsChangedIsFoundAndItsLineNamed()
{
    quint64 line = 1;
    for (qsizetype at = 0; at < m_content.size(); ++at) {
        QByteArray changed = m_content;
        changed[at] = char(changed[at] ^ 1);
        m_trail->write(changed);
        const Audit::Verification found = verifyNow();
        const QByteArray told = "byte " + QByteArray::number(at) + " of line " + QByteArray::number(line) +
                                ": line " + QByteArray::number(found.line) + ", " +
                                Audit::verdictText(found).toUtf8();
        QVERIFY2(!found.isIntact(), told.constData());
        QVERIFY2(found.line == line, told.constData());
        QCOMPARE(found.records, line - 1);
        line += m_content[at] == '\n' ? 1 : 0;
    }
}

void AuditVerifyTest::k01_anyByteThatIsTakenOutOrAddedIsFound()
{
    quint64 line = 1;
    for (qsizetype at = 0; at < m_content.size(); ++at) {
        m_trail->write(QByteArray(m_content).remove(at, 1));
        Audit::Verification found = verifyNow();
        QVERIFY2(!found.isIntact(), qPrintable(QString::number(at)));
        QCOMPARE(found.line, line);
        m_trail->write(QByteArray(m_content).insert(at, '\n'));
        found = verifyNow();
        QVERIFY2(!found.isIntact(), qPrintable(QString::number(at)));
        const bool isEnd = m_content[at] == '\n'; // an empty line behind it
        QCOMPARE(found.line, isEnd ? line + 1 : line);
        line += isEnd ? 1 : 0;
    }
}

void AuditVerifyTest::k01_linesThatAreMovedRemovedOrAddedAreNamed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<quint64>("line");
    QTest::addColumn<Audit::Flaw>("flaw");
    QTest::newRow("first removed") << u"remove 0"_s << quint64(1) << Audit::Flaw::Gap;
    QTest::newRow("one removed") << u"remove 7"_s << quint64(8) << Audit::Flaw::Gap;
    QTest::newRow("last removed") << u"remove 19"_s << quint64(20) << Audit::Flaw::CutOff;
    QTest::newRow("two swapped") << u"swap 4"_s << quint64(5) << Audit::Flaw::Gap;
    QTest::newRow("one repeated") << u"repeat 9"_s << quint64(11) << Audit::Flaw::OutOfOrder;
    QTest::newRow("last repeated") << u"repeat 19"_s << quint64(21) << Audit::Flaw::OutOfOrder;
    QTest::newRow("one made up") << u"forge 9"_s << quint64(10) << Audit::Flaw::Altered;
    QTest::newRow("one made up at the end") << u"forge 19"_s << quint64(20) << Audit::Flaw::Altered;
    QTest::newRow("something else") << u"noise 3"_s << quint64(4) << Audit::Flaw::NoRecord;
    QTest::newRow("all removed") << u"clear 0"_s << quint64(1) << Audit::Flaw::CutOff;
}

void AuditVerifyTest::k01_linesThatAreMovedRemovedOrAddedAreNamed()
{
    QFETCH(QString, what);
    QFETCH(quint64, line);
    QFETCH(Audit::Flaw, flaw);
    QList<QByteArray> lines = m_content.chopped(1).split('\n');
    const qsizetype at = what.section(u' ', 1).toLongLong();
    if (what.startsWith("remove"_L1)) {
        lines.removeAt(at);
    } else if (what.startsWith("swap"_L1)) {
        lines.swapItemsAt(at, at + 1);
    } else if (what.startsWith("repeat"_L1)) {
        lines.insert(at, lines.at(at));
    } else if (what.startsWith("forge"_L1)) { // right in itself, with another act
        Audit::Entry other = Tests::Trail::entry(500);
        lines[at] = Audit::formatLine(other, quint64(at) + 1, Audit::linkOf(lines[at])->previous);
    } else if (what.startsWith("noise"_L1)) {
        lines.insert(at, "{}");
    }
    m_trail->write(what.startsWith("clear"_L1) ? QByteArray() : joined(lines));
    const Audit::Verification found = verifyNow();
    QCOMPARE(found.line, line);
    QVERIFY2(found.flaw == flaw, qPrintable(Audit::verdictText(found)));
    QVERIFY(!Audit::verdictText(found).isEmpty());
}

void AuditVerifyTest::k02_whatIsCutOffIsFound()
{
    const QList<QByteArray> lines = m_content.chopped(1).split('\n');
    for (int kept = kRecords - 1; kept > 0; --kept) {
        m_trail->write(joined(lines.first(kept)));
        const Audit::Verification found = verifyNow();
        QVERIFY(found.flaw == Audit::Flaw::CutOff);
        QCOMPARE(found.line, quint64(kept) + 1);
        QCOMPARE(found.missing, quint64(kRecords - kept));
    }
    QVERIFY(QFile::remove(m_trail->path(u"trail.jsonl"_s)));
    QVERIFY(verifyNow().flaw == Audit::Flaw::CutOff);
}

void AuditVerifyTest::k02_aKeptHeadThatIsChangedOrRemovedIsFound()
{
    const QByteArray head = m_trail->read(u"head"_s);
    for (qsizetype at = 0; at < head.size(); ++at) {
        QByteArray changed = head;
        changed[at] = char(changed[at] ^ 1);
        m_trail->write(changed, u"head"_s);
        QVERIFY2(!verifyNow().isIntact(), qPrintable(QString::number(at)));
    }
    QVERIFY(QFile::remove(m_trail->path(u"head"_s)));
    QVERIFY(verifyNow().flaw == Audit::Flaw::NoHead);
    // Going on does not cover it up.
    VERIFY_RESULT(m_trail->add(Tests::Trail::entry(21)));
    const Audit::Verification found = verifyNow();
    QVERIFY(found.flaw == Audit::Flaw::Mended);
    QCOMPARE(found.line, 21U);
}

void AuditVerifyTest::k02_anotherTrailIsFoundByAnEndThatWasNotedDown()
{
    const Audit::Head noted = verifyNow().head;
    QCOMPARE(Audit::parseHead(noted.text().toLatin1()), noted);
    m_trail->fill(2);
    QVERIFY(verifyNow(noted).isIntact());
    QVERIFY(verifyNow(noted).isAnchored);

    Tests::Trail other;
    for (int number = 1; number <= kRecords + 5; ++number)
        VERIFY_RESULT(other.add(Tests::Trail::entry(number + 100)));
    for (const QString &name : {u"trail.jsonl"_s, u"head"_s})
        m_trail->write(other.read(name), name);
    const Audit::Verification unknown = verifyNow();
    QVERIFY(unknown.isIntact()); // and it says that this is all it can know
    QVERIFY(!unknown.isAnchored && !Audit::remarksOn(unknown).isEmpty());
    QVERIFY(verifyNow(noted).flaw == Audit::Flaw::OtherHistory);
    QCOMPARE(verifyNow(noted).line, quint64(kRecords));

    Tests::Trail older; // which is right in itself
    older.fill(5);
    for (const QString &name : {u"trail.jsonl"_s, u"head"_s})
        m_trail->write(older.read(name), name);
    QVERIFY(verifyNow().isIntact());
    QVERIFY(verifyNow(noted).flaw == Audit::Flaw::CutOff);
}

void AuditVerifyTest::k07_anotherProgramAgrees()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    Audit::Entry odd = Tests::Trail::entry(21);
    odd.operation = u"line\nfeed, \"quotes\", \\ and ümläut"_s;
    VERIFY_RESULT(m_trail->add(odd));
    const auto agrees = [&] {
        QProcess other;
        other.start(python, {u"-c"_s, QString::fromLatin1(kOtherVerifier), m_trail->folder()});
        other.waitForFinished(30'000);
        return other.exitCode() == 0;
    };
    QVERIFY(agrees());
    QByteArray changed = m_trail->read();
    changed[changed.size() / 2] = char(changed[changed.size() / 2] ^ 1);
    m_trail->write(changed);
    QVERIFY(!agrees());
}

void AuditVerifyTest::whatIsAddedMeanwhileIsNotLookedAt()
{
    const QByteArray head = m_trail->read(u"head"_s);
    QCOMPARE(Audit::parseHead(head)->number, quint64(kRecords));
    CancelSource source;
    source.cancel();
    const auto cancelled = Audit::verify(m_trail->folder(), source.token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    QTemporaryDir empty;
    QCOMPARE(Audit::verify(empty.path(), {}).error().kind, ErrorKind::NotFound);
}

void AuditVerifyTest::linesOfAnyLengthAreRead()
{
    for (const qsizetype length : {1, 200'000, 262'144, 262'145, 700'000}) {
        QList<QByteArray> lines = m_content.chopped(1).split('\n');
        lines.insert(3, QByteArray(length, 'x'));
        m_trail->write(joined(lines));
        const Audit::Verification found = verifyNow();
        QVERIFY(found.flaw == Audit::Flaw::NoRecord);
        QCOMPARE(found.line, 4U);
        const auto read = Audit::readRecords(m_trail->folder(), {}, 100, {});
        VERIFY_RESULT(read);
        QCOMPARE(read->records.size(), kRecords);
        QCOMPARE(read->unreadable, 1);
        QCOMPARE(read->records.last().number, 1U);
    }
}

QTEST_GUILESS_MAIN(AuditVerifyTest)
#include "tst_auditverify.moc"
