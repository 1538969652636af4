// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "app/cli/graphtext.h"
#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using History::StrokeKind;
using Tests::RepoBuilder;

namespace {

Run log(const RepoBuilder &repo, const QStringList &more = {})
{
    return CliTest::run(QStringList{u"log"_s, u"--repo"_s, repo.path()} + more);
}

QStringList subjectsOf(const Run &run)
{
    QStringList subjects;
    for (const QJsonValue &commit : run.json()["commits"_L1].toArray())
        subjects += commit["subject"_L1].toString();
    return subjects;
}

} // namespace

class TestLogCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_repo.reset(); }
    void historyIsToldNewestFirst();
    void graphIsDrawnBesideTheCommits();
    void numberLimitsTheCommits();
    void wrongNumberIsExit2_data();
    void wrongNumberIsExit2();
    void allStartsFromEveryRef();
    void firstParentLeavesOutTheBranch();
    void revisionIsWhereItStarts();
    void unknownRevisionIsExit3();
    void jsonHasWhatScriptsNeed();
    void noCommitIsExit3_data();
    void noCommitIsExit3();
    void graphTextDrawsJoints_data();
    void graphTextDrawsJoints();

private:
    std::unique_ptr<RepoBuilder> m_repo;
};

// one - two - Merge ; side from one ; lost from one, on a branch of its own
void TestLogCommand::initTestCase()
{
    m_repo = std::make_unique<RepoBuilder>();
    m_repo->write("a", "1\n").commit("one");
    m_repo->branch("side").branch("lost").write("a", "2\n").commit("two");
    m_repo->checkout("side").write("b", "1\n").commit("side");
    m_repo->checkout("main").merge("side");
    m_repo->checkout("lost").write("c", "1\n").commit("lost");
    m_repo->checkout("main");
}

void TestLogCommand::historyIsToldNewestFirst()
{
    const Run run = log(*m_repo);
    VERIFY_EXIT(run, 0);
    const QList<QByteArray> lines = run.results.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.first(),
             m_repo->resolve("HEAD").first(8) + " (HEAD, main) Merge \xe2\x80\x94 Ada Example, 2026-01-05");
    QVERIFY(lines.last().contains(" one "));
}

void TestLogCommand::graphIsDrawnBesideTheCommits()
{
    const Run run = log(*m_repo, {u"--graph"_s});
    VERIFY_EXIT(run, 0);
    const QStringList lines = QString::fromUtf8(run.results).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(u"●─╮ "));
    QVERIFY(lines[1].startsWith(u"│ ● "));
    QVERIFY(lines[2].startsWith(u"● │ "));
    QVERIFY(lines[3].startsWith(u"●─╯ "));
}

void TestLogCommand::numberLimitsTheCommits()
{
    const Run run = log(*m_repo, {u"-n"_s, u"2"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results.count('\n'), 2);
    QCOMPARE(log(*m_repo, {u"-n2"_s}).results, run.results);
}

void TestLogCommand::wrongNumberIsExit2_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number : {"0", "-1", "x", "", "1.5", "99999999999", "3x"})
        QTest::newRow(number) << QString::fromLatin1(number);
}

void TestLogCommand::wrongNumberIsExit2()
{
    QFETCH(QString, number);
    VERIFY_EXIT(log(*m_repo, {u"-n"_s, number}), 2);
}

void TestLogCommand::allStartsFromEveryRef()
{
    const Run all = log(*m_repo, {u"--all"_s, u"--json"_s});
    VERIFY_EXIT(all, 0);
    QCOMPARE(subjectsOf(all).size(), 5);
    QVERIFY(subjectsOf(all).contains(u"lost"_s));
    QVERIFY(!subjectsOf(log(*m_repo, {u"--json"_s})).contains(u"lost"_s));
    VERIFY_EXIT(log(*m_repo, {u"--all"_s, u"main"_s}), 2);
}

void TestLogCommand::firstParentLeavesOutTheBranch()
{
    const Run run = log(*m_repo, {u"--first-parent"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(subjectsOf(run), (QStringList{u"Merge"_s, u"two"_s, u"one"_s}));
}

void TestLogCommand::revisionIsWhereItStarts()
{
    const Run run = log(*m_repo, {u"lost"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(subjectsOf(run), (QStringList{u"lost"_s, u"one"_s}));
}

void TestLogCommand::unknownRevisionIsExit3()
{
    VERIFY_EXIT(log(*m_repo, {u"nowhere"_s}), 3);
    VERIFY_EXIT(log(*m_repo, {u"--"_s, u"--output=/tmp/x"_s}), 3);
}

void TestLogCommand::jsonHasWhatScriptsNeed()
{
    const Run run = log(*m_repo, {u"-n"_s, u"1"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    const QJsonValue commit = run.json()["commits"_L1].toArray().first();
    QCOMPARE(commit["id"_L1].toString().toLatin1(), m_repo->resolve("HEAD"));
    QCOMPARE(commit["parents"_L1][0].toString().toLatin1(), m_repo->resolve("HEAD^1"));
    QCOMPARE(commit["parents"_L1][1].toString().toLatin1(), m_repo->resolve("HEAD^2"));
    QCOMPARE(commit["author"_L1]["email"_L1].toString(), u"ada@example.org"_s);
    QCOMPARE(commit["refs"_L1].toArray(), (QJsonArray{u"HEAD"_s, u"main"_s}));
    QVERIFY(QDateTime::fromString(commit["committed"_L1].toString(), Qt::ISODate).isValid());
}

void TestLogCommand::noCommitIsExit3_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("HEAD") << QStringList{};
    QTest::newRow("--all") << QStringList{u"--all"_s};
    QTest::newRow("--json") << QStringList{u"--json"_s};
}

void TestLogCommand::noCommitIsExit3()
{
    QFETCH(QStringList, more);
    const RepoBuilder empty;
    const Run run = log(empty, more);
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("no commit yet"));
}

void TestLogCommand::graphTextDrawsJoints_data()
{
    QTest::addColumn<History::GraphRow>("row");
    QTest::addColumn<QString>("text");
    using Row = History::GraphRow;
    const auto stroke = [](StrokeKind kind, int column) { return History::Stroke{kind, column, 0}; };
    QTest::newRow("a dot alone") << Row{} << u"● "_s;
    QTest::newRow("a lane passes") << Row{0, 0, 2, {stroke(StrokeKind::Through, 1)}} << u"● │ "_s;
    QTest::newRow("a lane opens")
        << Row{0, 0, 2, {stroke(StrokeKind::OutOf, 0), stroke(StrokeKind::OutOf, 1)}} << u"●─╮ "_s;
    QTest::newRow("a lane ends") << Row{0, 0, 2, {stroke(StrokeKind::Into, 0), stroke(StrokeKind::Into, 1)}}
                                 << u"●─╯ "_s;
    QTest::newRow("a lane opens to the left") << Row{1, 0, 2, {stroke(StrokeKind::OutOf, 0)}} << u"╭─● "_s;
    QTest::newRow("a joint crosses a lane")
        << Row{0, 0, 3, {stroke(StrokeKind::Through, 1), stroke(StrokeKind::OutOf, 2)}} << u"●─┼─╮ "_s;
    QTest::newRow("two lanes end") << Row{0, 0, 3, {stroke(StrokeKind::Into, 1), stroke(StrokeKind::Into, 2)}}
                                   << u"●─┴─╯ "_s;
    QTest::newRow("an empty column") << Row{0, 0, 3, {stroke(StrokeKind::Through, 2)}} << u"●   │ "_s;
}

void TestLogCommand::graphTextDrawsJoints()
{
    QFETCH(History::GraphRow, row);
    QFETCH(QString, text);
    QCOMPARE(Cli::graphText(row), text);
}

QTEST_GUILESS_MAIN(TestLogCommand)
#include "tst_logcommand.moc"
