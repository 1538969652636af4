// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "git/discard.h"
#include "git/open.h"
#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run undo(const RepoBuilder &repo, const QStringList &words)
{
    return CliTest::run(QStringList{u"undo"_s, u"--repo"_s, repo.path()} + words);
}

Git::UndoRecord discard(const RepoBuilder &repo, const QByteArray &path)
{
    const SystemProcessRunner runner;
    Git::RepoLocation where = Git::openRepository(repo.path())->location;
    where.trust = Git::Trust::Trusted;
    const auto record = Git::discardPaths(Git::Program(runner, where), {path}, {});
    if (!record)
        qFatal("%s", qPrintable(record.error().message));
    return *record;
}

} // namespace

class TestUndoCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreListedNewestFirst();
    void whatARecordHoldsIsShownAsAPatch();
    void aDiscardIsTakenBackAfterwards();
    void withoutTrustNothingIsTakenBack();
    void wrongUseIsExit2_data();
    void wrongUseIsExit2();
};

void TestUndoCommand::recordsAreListedNewestFirst()
{
    RepoBuilder repo;
    repo.write("web.yaml", "1\n").commit("one");
    const Run none = undo(repo, {u"list"_s});
    VERIFY_EXIT(none, 0);
    QVERIFY(none.results.isEmpty());
    QVERIFY(none.messages.contains("nothing to undo"));
    repo.write("web.yaml", "2\n").write("odd \x1b[31m", "x\n");
    const Git::UndoRecord first = discard(repo, "web.yaml"), second = discard(repo, "odd \x1b[31m");
    const Run text = undo(repo, {u"list"_s});
    VERIFY_EXIT(text, 0);
    const QList<QByteArray> lines = text.results.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(second.ref.sliced(20)));
    QVERIFY(lines[1].endsWith("Discarded web.yaml"));
    const Run json = undo(repo, {u"list"_s, u"--json"_s});
    VERIFY_EXIT(json, 0);
    const QJsonArray records = json.json()["records"_L1].toArray();
    QCOMPARE(records.size(), 2);
    QCOMPARE(records[1]["ref"_L1].toString().toUtf8(), first.ref);
    QCOMPARE(records[1]["paths"_L1][0].toString(), u"web.yaml"_s);
    QCOMPARE(QDateTime::fromString(records[1]["when"_L1].toString(), Qt::ISODate), first.when);
}

void TestUndoCommand::whatARecordHoldsIsShownAsAPatch()
{
    RepoBuilder repo;
    repo.write("web.yaml", "1\n").commit("one");
    repo.write("web.yaml", "mine \x1b[31m\n");
    const Git::UndoRecord record = discard(repo, "web.yaml");
    const Run text = undo(repo, {u"show"_s, QString::fromLatin1(record.ref)});
    VERIFY_EXIT(text, 0);
    QVERIFY2(text.results.contains("Discarded web.yaml\n"), text.results.constData());
    QVERIFY2(text.results.contains("\n-1\n+mine <U+001B>[31m\n"), text.results.constData());
    const Run json = undo(repo, {u"show"_s, u"last"_s, u"--json"_s});
    VERIFY_EXIT(json, 0);
    QCOMPARE(json.json()["changes"_L1][0]["added"_L1].toInt(), 1);
    VERIFY_EXIT(undo(repo, {u"show"_s, u"refs/heads/main"_s}), 3);
}

void TestUndoCommand::aDiscardIsTakenBackAfterwards()
{
    RepoBuilder repo;
    repo.write("web.yaml", "1\n").commit("one");
    repo.write("web.yaml", "mine\n");
    const Git::UndoRecord record = discard(repo, "web.yaml");
    repo.write("web.yaml", "in the way\n");
    VERIFY_EXIT(undo(repo, {u"apply"_s, u"last"_s, u"--trust"_s}), 5);
    QCOMPARE(repo.read("web.yaml"), "in the way\n"_ba);
    repo.write("web.yaml", "1\n");
    const Run done = undo(repo, {u"apply"_s, QString::fromLatin1(record.ref.sliced(20)), u"--trust"_s});
    VERIFY_EXIT(done, 0);
    QCOMPARE(done.results, "Undone: Discarded web.yaml\n"_ba);
    QCOMPARE(repo.read("web.yaml"), "mine\n"_ba);
    VERIFY_EXIT(undo(repo, {u"apply"_s, u"last"_s, u"--trust"_s}), 3);
}

void TestUndoCommand::withoutTrustNothingIsTakenBack()
{
    RepoBuilder repo;
    repo.write("web.yaml", "1\n").commit("one");
    repo.write("web.yaml", "mine\n");
    discard(repo, "web.yaml");
    VERIFY_EXIT(undo(repo, {u"list"_s}), 0);
    VERIFY_EXIT(undo(repo, {u"apply"_s, u"last"_s}), 4);
    QCOMPARE(repo.read("web.yaml"), "1\n"_ba);
}

void TestUndoCommand::wrongUseIsExit2_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown") << QStringList{u"drop"_s};
    QTest::newRow("no name") << QStringList{u"apply"_s};
    QTest::newRow("a name too many") << QStringList{u"list"_s, u"last"_s};
    QTest::newRow("option of apply") << QStringList{u"list"_s, u"--files-only"_s};
}

void TestUndoCommand::wrongUseIsExit2()
{
    QFETCH(QStringList, words);
    RepoBuilder repo;
    VERIFY_EXIT(undo(repo, words), 2);
}

QTEST_GUILESS_MAIN(TestUndoCommand)
#include "tst_undocommand.moc"
