// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "app/cli/graphtext.h"
#include "app/cli/queryline.h"
#include "app/cli/rowtext.h"
#include "history/queryfields.h"
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
    for (const QJsonObject &commit : run.jsonLines())
        subjects += commit["subject"_L1].toString();
    return subjects;
}

QList<QByteArray> linesOf(const QByteArray &output)
{
    QList<QByteArray> lines = output.split('\n');
    lines.removeLast();
    return lines;
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
    void unknownWordIsExit2_data();
    void unknownWordIsExit2();
    void ordersAreThoseOfGit_data();
    void ordersAreThoseOfGit();
    void parentsAndRefsAreThoseOfGit();
    void lanesLeadFromChildToParent();
    void idsAloneNeedNoTexts();
    void queryPrintsWhatItFinds_data();
    void queryPrintsWhatItFinds();
    void wordsOfTheShellStayTogether_data();
    void wordsOfTheShellStayTogether();
    void wrongQueryNamesItsPlace();
    void dashesThatAreNoOptionsAreExplained_data();
    void dashesThatAreNoOptionsAreExplained();
    void nothingFoundIsSaid_data();
    void nothingFoundIsSaid();
    void aCommitElsewhereIsSaidToBeThere();
    void helpNamesAllFields();
    void whatIsKeptForUndoIsNoHistory();
    void branchesAreWhatTheyLeadTo();
    void allStartsFromWorkTreesAndEveryRef();
    void endsOfAShallowCloneAreOneSentence();
    void controlCharactersAreVisible();
    void datesAreThoseOfTheWriter_data();
    void datesAreThoseOfTheWriter();
    void coloursAreForTerminals();
    void wideGraphsFold();
    void longHistoriesAreWhole();
    void jsonHasWhatScriptsNeed();
    void refsOfCommitsAboveTheGraphFileAreNamed();
    void aLostCommitIsARowThatSaysSo();
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
    const Run run = log(*m_repo, {u"-n"_s, number});
    VERIFY_EXIT(run, 2);
    QVERIFY2(run.messages.contains("-n takes a number from 1 to 2147483647"), run.messages.constData());
}

void TestLogCommand::allStartsFromEveryRef()
{
    const Run all = log(*m_repo, {u"--all"_s, u"--json"_s});
    VERIFY_EXIT(all, 0);
    QCOMPARE(subjectsOf(all).size(), 5);
    QVERIFY(subjectsOf(all).contains(u"lost"_s));
    QVERIFY(!subjectsOf(log(*m_repo, {u"--json"_s})).contains(u"lost"_s));
    VERIFY_EXIT(log(*m_repo, {u"--all"_s, u"--from"_s, u"main"_s}), 2);
}

void TestLogCommand::firstParentLeavesOutTheBranch()
{
    const Run run = log(*m_repo, {u"--first-parent"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(subjectsOf(run), (QStringList{u"Merge"_s, u"two"_s, u"one"_s}));
}

void TestLogCommand::revisionIsWhereItStarts()
{
    const Run run = log(*m_repo, {u"--from"_s, u"lost"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(subjectsOf(run), (QStringList{u"lost"_s, u"one"_s}));
}

void TestLogCommand::unknownRevisionIsExit3()
{
    VERIFY_EXIT(log(*m_repo, {u"--from"_s, u"nowhere"_s}), 3);
    VERIFY_EXIT(log(*m_repo, {u"--from"_s, u"--output=/tmp/x"_s}), 3);
}

void TestLogCommand::unknownWordIsExit2_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("order") << QStringList{u"--order"_s, u"author"_s};
    QTest::newRow("format") << QStringList{u"--format"_s, u"%H"_s};
    QTest::newRow("columns") << QStringList{u"--columns"_s, u"x"_s};
    QTest::newRow("negative columns") << QStringList{u"--columns"_s, u"-1"_s};
}

void TestLogCommand::unknownWordIsExit2()
{
    QFETCH(QStringList, more);
    VERIFY_EXIT(log(*m_repo, more), 2);
}

void TestLogCommand::ordersAreThoseOfGit_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("option");
    QTest::newRow("default") << u""_s << u"--topo-order"_s;
    QTest::newRow("topo") << u"topo"_s << u"--topo-order"_s;
    QTest::newRow("date") << u"date"_s << u"--date-order"_s;
}

void TestLogCommand::ordersAreThoseOfGit()
{
    QFETCH(QString, order);
    QFETCH(QString, option);
    const QStringList ordered = order.isEmpty() ? QStringList{} : QStringList{u"--order"_s, order};
    for (const QStringList &scope :
         {QStringList{}, QStringList{u"--all"_s}, QStringList{u"--first-parent"_s}}) {
        const Run run = log(*m_repo, ordered + scope + QStringList{u"--format"_s, u"id"_s});
        VERIFY_EXIT(run, 0);
        const QStringList from = scope.contains(u"--all"_s) ? QStringList{} : QStringList{u"HEAD"_s};
        QCOMPARE(run.results, m_repo->git(QStringList{u"rev-list"_s, option} + scope + from));
    }
}

void TestLogCommand::parentsAndRefsAreThoseOfGit()
{
    const Run run = log(*m_repo, {u"--all"_s, u"--json"_s, u"--format"_s, u"id"_s});
    VERIFY_EXIT(run, 0);
    const auto told = linesOf(
        m_repo->git({u"log"_s, u"--all"_s, u"--topo-order"_s, u"--decorate=full"_s, u"--format=%H|%P|%D"_s}));
    const QList<QJsonObject> commits = run.jsonLines();
    QCOMPARE(commits.size(), told.size());
    for (qsizetype at = 0; at < told.size(); ++at) {
        QStringList parents, refs;
        for (const QJsonValue &parent : commits[at]["parents"_L1].toArray())
            parents += parent.toString();
        for (const QJsonValue &ref : commits[at]["refs"_L1].toArray())
            refs += ref.toString();
        const QList<QByteArray> fields = told[at].split('|');
        QCOMPARE(commits[at]["id"_L1].toString().toLatin1(), fields[0]);
        QCOMPARE(parents.join(u' ').toLatin1(), fields[1]);
        QStringList expected = QString::fromUtf8(fields[2])
                                   .replace(u"HEAD -> "_s, u"HEAD, "_s)
                                   .split(u", "_s, Qt::SkipEmptyParts);
        expected.sort();
        refs.sort();
        QCOMPARE(refs, expected);
        QVERIFY(!commits[at].contains("subject"_L1));
    }
}

void TestLogCommand::lanesLeadFromChildToParent()
{
    const Run run = log(*m_repo, {u"--all"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QSet<int> open; // columns that lead into the next row
    for (const QJsonObject &commit : run.jsonLines()) {
        const int column = commit["column"_L1].toInt();
        QSet<int> above, below;
        qsizetype leaving = 0;
        for (const QJsonValue &lane : commit["lanes"_L1].toArray()) {
            const QString kind = lane["kind"_L1].toString();
            if (kind != "outOf"_L1)
                above.insert(lane["column"_L1].toInt());
            if (kind != "into"_L1)
                below.insert(lane["column"_L1].toInt());
            leaving += kind == "outOf"_L1 ? 1 : 0;
            QVERIFY(kind != "through"_L1 || lane["column"_L1].toInt() != column);
        }
        QCOMPARE(above, open);
        QCOMPARE(leaving, commit["parents"_L1].toArray().size());
        open = below;
    }
    QVERIFY(open.isEmpty());
}

void TestLogCommand::idsAloneNeedNoTexts()
{
    const Run run = log(*m_repo, {u"--graph"_s, u"--format"_s, u"id"_s});
    VERIFY_EXIT(run, 0);
    const QList<QByteArray> lines = linesOf(run.results);
    QCOMPARE(lines.first(), "●─╮ " + m_repo->resolve("HEAD"));
    QVERIFY(!run.results.contains("Merge"));
}

void TestLogCommand::queryPrintsWhatItFinds_data()
{
    QTest::addColumn<QStringList>("query");
    QTest::addColumn<QStringList>("subjects");
    QTest::newRow("word") << QStringList{u"side"_s} << QStringList{u"side"_s};
    QTest::newRow("not") << QStringList{u"--"_s, u"-message:o"_s} << QStringList{u"Merge"_s, u"side"_s};
    QTest::newRow("path") << QStringList{u"path:b"_s} << QStringList{u"side"_s};
    QTest::newRow("content") << QStringList{u"--trust"_s, u"content:2"_s} << QStringList{u"two"_s};
    QTest::newRow("branch") << QStringList{u"branch:side"_s} << QStringList{u"side"_s, u"one"_s};
    QTest::newRow("HEAD") << QStringList{u"--all"_s, u"ref:HEAD"_s, u"author:ada"_s}
                          << QStringList{u"Merge"_s, u"side"_s, u"two"_s, u"one"_s};
    QTest::newRow("limit") << QStringList{u"-n"_s, u"1"_s, u"author:ada"_s} << QStringList{u"Merge"_s};
    QTest::newRow("nothing") << QStringList{u"nowhere"_s} << QStringList{};
}

void TestLogCommand::queryPrintsWhatItFinds()
{
    QFETCH(QStringList, query);
    const Run run = log(*m_repo, QStringList{u"--json"_s} + query);
    VERIFY_EXIT(run, 0);
    QTEST(subjectsOf(run), "subjects");
    const Run text = log(*m_repo, QStringList{u"--graph"_s} + query);
    VERIFY_EXIT(text, 0);
    QCOMPARE(text.results.count('\n'), subjectsOf(run).size());
}

void TestLogCommand::wordsOfTheShellStayTogether_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("line");
    QTest::newRow("words") << QStringList{u"a"_s, u"b"_s} << u"a b"_s;
    QTest::newRow("phrase") << QStringList{u"a b"_s} << u"\"a b\""_s;
    QTest::newRow("field") << QStringList{u"author:Ada Example"_s, u"-committer:X Y"_s}
                           << u"author:\"Ada Example\" -committer:\"X Y\""_s;
    QTest::newRow("line") << QStringList{u"author:ada path:src fix"_s} << u"author:ada path:src fix"_s;
    QTest::newRow("quotes") << QStringList{u"author:\"A B\" c"_s} << u"author:\"A B\" c"_s;
    QTest::newRow("date") << QStringList{u"after:2 weeks ago"_s} << u"after:\"2 weeks ago\""_s;
    QTest::newRow("backslash") << QStringList{u"content:a \\b"_s} << u"content:\"a \\\\b\""_s;
}

void TestLogCommand::wordsOfTheShellStayTogether()
{
    QFETCH(QStringList, words);
    QTEST(Cli::queryLine(words), "line");
}

void TestLogCommand::wrongQueryNamesItsPlace()
{
    const Run run = log(*m_repo, {u"fix"_s, u"before:soon"_s});
    VERIFY_EXIT(run, 2);
    QVERIFY(run.messages.contains("fix before:"));
    QVERIFY(run.messages.contains("date"));
    VERIFY_EXIT(log(*m_repo, {u"content:x"_s}), 4); // not trusted
    VERIFY_EXIT(log(*m_repo, {u"branch:nowhere"_s}), 3);
    const Run pattern = log(*m_repo, {u"--trust"_s, u"fix"_s, u"content:/(/"_s});
    VERIFY_EXIT(pattern, 2);
    QVERIFY2(pattern.messages.contains("fix content:”: Expected a regular expression"),
             pattern.messages.constData());
    VERIFY_EXIT(log(*m_repo, {u"--trust"_s, u"content:/a{9,1}/"_s}), 2); // as git finds out
}

void TestLogCommand::dashesThatAreNoOptionsAreExplained_data()
{
    QTest::addColumn<QString>("word");
    for (const QString &word : {u"-message:c"_s, u"-5"_s, u"-branch:main"_s})
        QTest::newRow(qPrintable(word)) << word;
}

void TestLogCommand::dashesThatAreNoOptionsAreExplained()
{
    QFETCH(QString, word);
    const Run run = log(*m_repo, {word});
    VERIFY_EXIT(run, 2);
    for (const QByteArray &told :
         QList<QByteArray>{"There is no option “" + word.toUtf8() + "”", "log -- -message:", "-n 5"})
        QVERIFY2(run.messages.contains(told), run.messages.constData());
}

void TestLogCommand::nothingFoundIsSaid_data()
{
    QTest::addColumn<QStringList>("query");
    QTest::addColumn<QByteArray>("hint");
    QTest::newRow("word") << QStringList{u"nowhere"_s} << ""_ba;
    QTest::newRow("range") << QStringList{u"main..lost"_s} << "ai-cli log --from lost -- -branch:main"_ba;
    QTest::newRow("range of no refs") << QStringList{u"main~1..lost"_s} << ""_ba;
    QTest::newRow("revision") << QStringList{u"fix"_s, u"HEAD~1"_s} << "ai-cli log --from HEAD~1"_ba;
}

void TestLogCommand::nothingFoundIsSaid()
{
    QFETCH(QStringList, query);
    QFETCH(QByteArray, hint);
    const Run run = log(*m_repo, query);
    VERIFY_EXIT(run, 0);
    QVERIFY2(run.messages.contains("Nothing was found."), run.messages.constData());
    QCOMPARE(run.messages.contains("was searched for as text"), !hint.isEmpty());
    QVERIFY2(run.messages.contains(hint), run.messages.constData());
    QVERIFY(log(*m_repo, QStringList{u"--quiet"_s} + query).messages.isEmpty());
    const Run found = log(*m_repo, {u"side"_s}); // what is found is told from what a branch leads to, too
    QVERIFY(!found.messages.contains("Nothing"));
    QVERIFY2(found.messages.contains("“side” was searched for as text"), found.messages.constData());
    QVERIFY(log(*m_repo, {u"\"side\""_s}).messages.isEmpty());
}

void TestLogCommand::whatIsKeptForUndoIsNoHistory()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    repo.write("a", "2\n").commit("two");
    repo.git({u"update-ref"_s, u"refs/plumbline/undo/1"_s, u"HEAD"_s});
    repo.git({u"update-ref"_s, u"refs/pull/1"_s, u"HEAD~1"_s});
    repo.git({u"update-ref"_s, u"refs/heads/main"_s, u"HEAD~1"_s});
    QCOMPARE(subjectsOf(log(repo, {u"--all"_s, u"--json"_s})), QStringList{u"one"_s});
    repo.git({u"update-ref"_s, u"refs/pull/1"_s, u"refs/plumbline/undo/1"_s});
    QCOMPARE(subjectsOf(log(repo, {u"--all"_s, u"--json"_s})), QStringList({u"two"_s, u"one"_s}));
}

void TestLogCommand::helpNamesAllFields()
{
    const Run run = log(*m_repo, {u"--help"_s});
    VERIFY_EXIT(run, 0);
    for (const History::QueryField &field : History::queryFields())
        QVERIFY2(run.results.contains(QByteArray(QByteArray(field.name.data(), field.name.size()) + ':')),
                 run.results.constData());
}

void TestLogCommand::aCommitElsewhereIsSaidToBeThere()
{
    const QString elsewhere = QString::fromLatin1(m_repo->resolve("lost")).first(12);
    const Run run = log(*m_repo, {elsewhere});
    VERIFY_EXIT(run, 0);
    QVERIFY2(run.messages.contains(QByteArray("There is a commit " + elsewhere.toUtf8())),
             run.messages.constData());
    QVERIFY2(run.messages.contains(QByteArray("log --from " + elsewhere.toUtf8())), run.messages.constData());
    const QString below = QString::fromLatin1(m_repo->resolve("HEAD")).first(12);
    QVERIFY(log(*m_repo, {below}).messages.isEmpty());
}

void TestLogCommand::branchesAreWhatTheyLeadTo()
{
    QCOMPARE(subjectsOf(log(*m_repo, {u"--json"_s, u"branch:lost"_s})), QStringList{u"one"_s});
    const Run run = log(*m_repo, {u"--json"_s, u"--from"_s, u"lost"_s, u"--"_s, u"-branch:main"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(subjectsOf(run), QStringList{u"lost"_s});
    QCOMPARE(log(*m_repo, {u"--format"_s, u"id"_s, u"--"_s, u"-branch:lost"_s}).results,
             m_repo->git({u"rev-list"_s, u"--topo-order"_s, u"lost..main"_s}));
}

void TestLogCommand::allStartsFromWorkTreesAndEveryRef()
{
    RepoBuilder repo;
    repo.commit("one");
    const QString other = repo.folder() + u"/other"_s;
    repo.git({u"worktree"_s, u"add"_s, u"-q"_s, u"--detach"_s, other});
    repo.git({u"-C"_s, other, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"on no branch"_s});
    const QByteArray pull = repo.commit("pull request");
    repo.git({u"update-ref"_s, u"refs/pull/1/head"_s, QString::fromLatin1(pull)});
    repo.git({u"reset"_s, u"-q"_s, u"--hard"_s, u"HEAD~1"_s});
    repo.commit("two");
    const Run run = log(repo, {u"--all"_s, u"--format"_s, u"id"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results.count('\n'), 4);
    QCOMPARE(run.results, repo.git({u"rev-list"_s, u"--topo-order"_s, u"--all"_s}));
}

void TestLogCommand::endsOfAShallowCloneAreOneSentence()
{
    RepoBuilder repo;
    for (int at = 0; at < 3; ++at)
        repo.commit("base");
    repo.branch("side").commit("main");
    repo.checkout("side").commit("side");
    const QString clone = repo.folder() + u"/shallow"_s;
    repo.git(
        {u"clone"_s, u"-q"_s, u"--depth=1"_s, u"--no-single-branch"_s, u"file://"_s + repo.path(), clone});
    const Run run = CliTest::run({u"log"_s, u"--repo"_s, clone, u"--all"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results.count('\n'), 2);
    QCOMPARE(run.messages.count('\n'), 1);
    QVERIFY2(run.messages.contains("shallow clone"), run.messages.constData());
}

void TestLogCommand::controlCharactersAreVisible()
{
    RepoBuilder repo;
    const QByteArray subject = "a\x1b[31mred\xe2\x80\xae \"quote\" \\ \xf0\x9f\x98\x80 caf\xc3\xa9";
    repo.commit(subject, {.author = "B\x9d"
                                    "d\xc2\x9b"});
    const Run text = log(repo);
    VERIFY_EXIT(text, 0);
    QVERIFY(text.results.contains("a<U+001B>[31mred<U+202E> \"quote\" \\ \xf0\x9f\x98\x80 caf\xc3\xa9"));
    const Run json = log(repo, {u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.jsonLines().first()["subject"_L1].toString(), QString::fromUtf8(subject));
    QVERIFY(json.results.contains("\\u001b") && json.results.contains("\\u202e"));
}

void TestLogCommand::datesAreThoseOfTheWriter_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("offsetMinutes");
    for (const qint64 seconds : {0LL, 951'782'399LL, 951'782'400LL, 1'767'603'600LL, -1LL, -2'208'988'800LL,
                                 4'102'444'799LL, 253'402'300'799LL}) {
        for (const int offset : {0, 120, -570, 840})
            QTest::addRow("%lld %d", seconds, offset) << seconds << offset;
    }
}

void TestLogCommand::datesAreThoseOfTheWriter()
{
    QFETCH(qint64, seconds);
    QFETCH(int, offsetMinutes);
    const Git::Moment moment{seconds, offsetMinutes};
    QByteArray date, whole;
    Cli::appendDate(date, moment);
    Cli::appendMoment(whole, moment);
    if (moment.toDateTime().date().year() > 9999)
        return;
    QCOMPARE(date, moment.toDateTime().date().toString(Qt::ISODate).toLatin1());
    const QDateTime read = QDateTime::fromString(QString::fromLatin1(whole), Qt::ISODate);
    QCOMPARE(read.toSecsSinceEpoch(), seconds);
    QCOMPARE(read.offsetFromUtc(), offsetMinutes * 60);
}

void TestLogCommand::coloursAreForTerminals()
{
    const Run run = log(*m_repo, {u"--color"_s, u"always"_s, u"-n"_s, u"1"_s});
    QCOMPARE(run.code, 0);
    const QByteArray start = "\x1b[33m" + m_repo->resolve("HEAD").first(8) + "\x1b[0m\x1b[36m (HEAD, main)";
    QVERIFY(run.results.startsWith(start));
}

void TestLogCommand::wideGraphsFold()
{
    RepoBuilder repo;
    repo.commit("base");
    for (int at = 0; at < 30; ++at) {
        repo.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"b%1"_s.arg(at), u"main"_s});
        repo.commit("tip");
    }
    const Run folded = log(repo, {u"--all"_s, u"--graph"_s, u"--format"_s, u"id"_s});
    VERIFY_EXIT(folded, 0);
    QVERIFY(folded.results.contains("+7 "));
    const Run whole = log(repo, {u"--all"_s, u"--graph"_s, u"--format"_s, u"id"_s, u"--columns"_s, u"0"_s});
    VERIFY_EXIT(whole, 0);
    QVERIFY(!whole.results.contains('+'));
    const auto widest = [](const Run &run) {
        qsizetype widest = 0;
        for (const QByteArray &line : linesOf(run.results))
            widest = std::max(widest, QString::fromUtf8(line).size());
        return widest;
    };
    QCOMPARE(widest(whole), 30 * 2 + 40);
    QVERIFY(widest(folded) <= 24 * 2 + 4 + 40);
}

void TestLogCommand::longHistoriesAreWhole()
{
    RepoBuilder repo;
    QByteArray stream;
    constexpr int kCommits = 12'000;
    for (int at = 1; at <= kCommits; ++at) {
        const QByteArray message = "number " + QByteArray::number(at);
        stream += "commit refs/heads/main\nmark :" + QByteArray::number(at) + "\ncommitter A <a@b> " +
                  QByteArray::number(1'700'000'000 + at) + " +0000\ndata " +
                  QByteArray::number(message.size()) + "\n" + message + "\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
    const Run text = log(repo, {u"--graph"_s});
    VERIFY_EXIT(text, 0);
    const QList<QByteArray> lines = linesOf(text.results);
    QCOMPARE(lines.size(), kCommits);
    for (int at = 0; at < kCommits; ++at) {
        const QByteArray subject = " number " + QByteArray::number(kCommits - at) + ' ';
        QVERIFY(lines[at].contains(subject));
    }
    const Run ids = log(repo, {u"--format"_s, u"id"_s});
    VERIFY_EXIT(ids, 0);
    QCOMPARE(ids.results, repo.git({u"rev-list"_s, u"HEAD"_s}));
    QCOMPARE(log(repo, {u"-n"_s, u"5000"_s}).results.count('\n'), 5000);
}

void TestLogCommand::jsonHasWhatScriptsNeed()
{
    const Run run = log(*m_repo, {u"-n"_s, u"1"_s, u"--json"_s});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.jsonLines().size(), 1);
    const QJsonObject commit = run.jsonLines().first();
    QCOMPARE(commit["id"_L1].toString().toLatin1(), m_repo->resolve("HEAD"));
    QCOMPARE(commit["parents"_L1].toArray()[0].toString().toLatin1(), m_repo->resolve("HEAD^1"));
    QCOMPARE(commit["parents"_L1].toArray()[1].toString().toLatin1(), m_repo->resolve("HEAD^2"));
    QCOMPARE(commit["author"_L1].toObject()["email"_L1].toString(), u"ada@example.org"_s);
    QCOMPARE(commit["refs"_L1].toArray(), (QJsonArray{u"HEAD"_s, u"refs/heads/main"_s}));
    QVERIFY(QDateTime::fromString(commit["committed"_L1].toString(), Qt::ISODate).isValid());
}

void TestLogCommand::refsOfCommitsAboveTheGraphFileAreNamed()
{
    Tests::RepoBuilder repo;
    repo.write("f", "1").commit("one");
    repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
    repo.write("f", "2").commit("two");
    repo.branch("second");
    repo.write("f", "3").commit("three");
    const Run run = log(repo, {u"--json"_s}); // nothing but HEAD is looked up before the walk
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.jsonLines().size(), 3);
    QCOMPARE(run.jsonLines()[1]["refs"_L1].toArray(), (QJsonArray{u"refs/heads/second"_s}));
    const Run nothing = log(repo, {u"--trust"_s, u"path:nowhere"_s}); // ends before the walk begins
    QVERIFY2(!nothing.messages.contains("circle"), nothing.messages.constData());
}

void TestLogCommand::aLostCommitIsARowThatSaysSo()
{
    RepoBuilder repo;
    repo.write("a", "1\n").commit("one");
    const QByteArray two = repo.write("a", "2\n").commit("two");
    repo.write("a", "3\n").commit("three");
    repo.git({u"commit-graph"_s, u"write"_s, u"--reachable"_s});
    repo.remove(".git/objects/" + two.first(2) + '/' + two.sliced(2));
    const Run text = log(repo);
    VERIFY_EXIT(text, 0);
    QCOMPARE(linesOf(text.results)[1], two.first(8) + " (cannot be read)");
    QVERIFY(text.messages.contains("cannot be read; git fsck"));
    const Run json = log(repo, {u"--json"_s});
    QVERIFY(json.jsonLines()[1]["unreadable"_L1].toBool());
    QVERIFY(!json.jsonLines()[0].contains("unreadable"_L1));
    const Run found = log(repo, {u"message:o"_s}); // "one" has it, "two" might
    VERIFY_EXIT(found, 0);
    QCOMPARE(linesOf(found.results).size(), 1);
    QVERIFY2(found.messages.contains("not searched"), found.messages.constData());
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
    RepoBuilder repo;
    const Run run = log(repo, more);
    VERIFY_EXIT(run, 3);
    QVERIFY(run.messages.contains("no commit yet"));
    repo.write("a", "1").commit("one");
    repo.git({u"checkout"_s, u"-q"_s, u"--orphan"_s, u"fresh"_s});
    const Run orphan = log(repo, more);
    const bool isAll = more.contains(u"--all"_s);
    VERIFY_EXIT(orphan, isAll ? 0 : 3);
    QCOMPARE(orphan.messages.contains("fresh") && orphan.messages.contains("--all"), !isAll);
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
    QTest::newRow("lanes are folded away")
        << Row{0, 0, 2, {stroke(StrokeKind::Through, 1)}, 1, 3, 2} << u"● │ +3 "_s;
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
