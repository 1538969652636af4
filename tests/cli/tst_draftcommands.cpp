// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "drafting/validate.h"
#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run generate(const RepoBuilder &repo, const QStringList &more = {}, const QByteArray &input = {})
{
    return CliTest::run(QStringList{u"generate-commit-message"_s, u"--repo"_s, repo.path()} + more, input);
}

Run describe(const RepoBuilder &repo, const QStringList &more = {}, const QByteArray &input = {})
{
    return CliTest::run(QStringList{u"describe-changes"_s, u"--repo"_s, repo.path()} + more, input);
}

} // namespace

/// generate-commit-message and describe-changes.
class TestDraftCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagedPromotionOfTheSampleGetsOneValidMessage();
    void nothingStagedIsExit2();
    void diffComesFromTheArgumentOrStandardInput();
    void emptyDiffIsExit2_data();
    void emptyDiffIsExit2();
    void textThatIsNoDiffIsExit2_data();
    void textThatIsNoDiffIsExit2();
    void theNameOfAFileIsNoDiff();
    void givenDiffNeedsNoRepository();
    void hugeDiffIsDrafted();
    void jsonSaysWhatTheWindowShows();
    void changesAreDescribed();
    void noRepositoryIsExit3();
    void secretsAreNotPrinted();
    void severalCandidatesHaveDistinctTypes();
    void anExplanationLeavesStandardOutputAlone();
    void aCountIsANumber();
};

void TestDraftCommands::stagedPromotionOfTheSampleGetsOneValidMessage()
{
    const CliTest::Demo demo;
    const Run run = demo.run({u"generate-commit-message"_s, u"--staged"_s});
    VERIFY_EXIT(run, 0);
    QVERIFY2(run.messages.isEmpty(), run.messages.constData());
    const QString message = QString::fromUtf8(run.results);
    QVERIFY(Drafting::isValidMessage(message));
    QVERIFY2(Drafting::validateMessage(message).isEmpty(), run.results.constData());
    QCOMPARE(run.results, "chore(api): promote api 1.11.0 to staging\n"_ba);
    QCOMPARE(demo.run({u"generate-commit-message"_s}).results, run.results);
    QCOMPARE(demo.run({u"generate-commit-message"_s, u"--quiet"_s}).results, run.results);

    const Run described = demo.run({u"describe-changes"_s, u"--diff"_s});
    VERIFY_EXIT(described, 0);
    QVERIFY(described.results.startsWith("staging\n"));
    QVERIFY(described.results.contains("1.10.0 → 1.11.0"));

    demo.git({u"reset"_s, u"-q"_s});
    VERIFY_EXIT(demo.run({u"generate-commit-message"_s, u"--staged"_s}), 2);
    VERIFY_EXIT(demo.run({u"describe-changes"_s, u"--diff"_s}), 2);
}

void TestDraftCommands::nothingStagedIsExit2()
{
    RepoBuilder repo;
    VERIFY_EXIT(generate(repo), 2); // unborn
    repo.write("a", "1\n").commit("one");
    repo.write("a", "2\n");
    for (const QStringList &more : {QStringList{}, QStringList{u"--staged"_s}, QStringList{u"--json"_s}}) {
        const Run run = generate(repo, more);
        VERIFY_EXIT(run, 2);
        QVERIFY(run.messages.contains("Nothing is staged"));
        QVERIFY(run.messages.contains("git add"));
    }
    VERIFY_EXIT(describe(repo), 2);
}

void TestDraftCommands::diffComesFromTheArgumentOrStandardInput()
{
    RepoBuilder repo;
    repo.write("docs/guide.md", "one\n").commit("docs: start");
    repo.write("docs/guide.md", "one\ntwo\n");
    const QByteArray diff = repo.git({u"diff"_s});
    const Run positional = generate(repo, {QString::fromUtf8(diff)});
    const Run piped = generate(repo, {u"-"_s}, diff);
    VERIFY_EXIT(positional, 0);
    VERIFY_EXIT(piped, 0);
    QVERIFY(piped.results.startsWith("docs"));
    QVERIFY(Drafting::isValidMessage(QString::fromUtf8(piped.results)));
    QCOMPARE(piped.results, positional.results);

    VERIFY_EXIT(describe(repo, {u"--diff"_s, u"-"_s}, diff), 0);
    QCOMPARE(describe(repo, {u"--diff"_s, u"-"_s}, diff).results,
             describe(repo, {u"--diff"_s, QString::fromUtf8(diff)}).results);
    VERIFY_EXIT(generate(repo), 2); // what is not staged was not asked for
}

void TestDraftCommands::emptyDiffIsExit2_data()
{
    QTest::addColumn<QString>("positional");
    QTest::newRow("positional") << QString();
    QTest::newRow("blank") << u" \n\n"_s;
    QTest::newRow("standard input") << u"-"_s;
}

void TestDraftCommands::emptyDiffIsExit2()
{
    QFETCH(QString, positional);
    const RepoBuilder repo;
    for (const Run &run : {generate(repo, {positional}), describe(repo, {positional})}) {
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.messages.contains("diff is empty"), run.messages.constData());
    }
}

void TestDraftCommands::textThatIsNoDiffIsExit2_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("prose") << "Please write something nice.\n"_ba;
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x00\x01", 5);
    QTest::newRow("header only") << "diff --git a/x b/x\n"_ba.first(5);
}

void TestDraftCommands::textThatIsNoDiffIsExit2()
{
    QFETCH(QByteArray, text);
    const RepoBuilder repo;
    VERIFY_EXIT(generate(repo, {u"-"_s}, text), 2);
    VERIFY_EXIT(describe(repo, {u"-"_s}, text), 2);
    QVERIFY(!describe(repo, {u"-"_s}, text).messages.contains("is empty"));
}

void TestDraftCommands::theNameOfAFileIsNoDiff()
{
    RepoBuilder repo;
    repo.write("d.diff", "text\n");
    const QString path = QString::fromUtf8(repo.bytePath("d.diff"));
    for (const Run &run : {generate(repo, {path}), describe(repo, {path})}) {
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.messages.contains("- < FILE"), run.messages.constData());
    }
    QVERIFY(describe(repo, {u"nosuch.diff"_s}).messages.contains("no change in this text"));
}

void TestDraftCommands::givenDiffNeedsNoRepository()
{
    const RepoBuilder repo;
    const QByteArray diff = "diff --git a/README.md b/README.md\n--- a/README.md\n+++ b/README.md\n"
                            "@@ -1 +1,2 @@\n one\n+two\n";
    const Run run = CliTest::run({u"generate-commit-message"_s, u"-"_s, u"--repo"_s, repo.folder()}, diff);
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.startsWith("docs"));
}

void TestDraftCommands::hugeDiffIsDrafted()
{
    QByteArray diff =
        "diff --git a/data.txt b/data.txt\nnew file mode 100644\n--- /dev/null\n+++ b/data.txt\n"
        "@@ -0,0 +1,200000 @@\n";
    diff += QByteArray("+a line of some length, to be many megabytes in all\n").repeated(200'000);
    const RepoBuilder repo;
    const Run run = generate(repo, {QString::fromUtf8(diff)});
    VERIFY_EXIT(run, 0);
    QCOMPARE(run.results.count('\n'), 1);
    QVERIFY(Drafting::isValidMessage(QString::fromUtf8(run.results)));
}

void TestDraftCommands::jsonSaysWhatTheWindowShows()
{
    RepoBuilder repo;
    repo.write("docs/guide.md", "one\n").commit("docs: start");
    repo.write("docs/guide.md", "one\ntwo\n").stage();
    const Run run = generate(repo, {u"--json"_s});
    VERIFY_EXIT(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json["type"_L1].toString(), u"docs"_s);
    QVERIFY(json["confidence"_L1].toDouble() > 0 && json["confidence"_L1].toDouble() <= 1);
    QVERIFY(!json["reasons"_L1].toArray().isEmpty());
    QVERIFY(json["message"_L1].toString().startsWith(json["header"_L1].toString()));
    QCOMPARE(json["message"_L1].toString().trimmed().toUtf8(), generate(repo).results.trimmed());
    QCOMPARE(describe(repo, {u"--json"_s}).json()["description"_L1].toString().trimmed().toUtf8(),
             describe(repo).results.trimmed());
}

void TestDraftCommands::changesAreDescribed()
{
    RepoBuilder repo;
    repo.write("apps/web/deployment.yaml", "kind: Deployment\nspec:\n  replicas: 2\n").commit("one");
    repo.write("apps/web/deployment.yaml", "kind: Deployment\nspec:\n  replicas: 5\n").stage();
    const Run run = describe(repo, {u"--diff"_s});
    VERIFY_EXIT(run, 0);
    QVERIFY(run.results.contains("2 → 5"));
    QVERIFY(run.results.contains("1 file, 1 line added, 1 removed"));
}

void TestDraftCommands::noRepositoryIsExit3()
{
    const RepoBuilder repo;
    VERIFY_EXIT(CliTest::run({u"generate-commit-message"_s, u"--repo"_s, repo.folder()}), 3);
    VERIFY_EXIT(CliTest::run({u"describe-changes"_s, u"--repo"_s, repo.folder()}), 3);
}

void TestDraftCommands::secretsAreNotPrinted()
{
    const QByteArray secret = "hunter2Xq81bvPz";
    RepoBuilder repo;
    repo.write("app/config.yaml", "kind: ConfigMap\ndata:\n  DB_PASSWORD: old-" + secret + "\n")
        .commit("one");
    repo.write("app/config.yaml", "kind: ConfigMap\ndata:\n  DB_PASSWORD: " + secret + "\n").stage();
    for (const Run &run : {generate(repo), generate(repo, {u"--json"_s}), describe(repo)}) {
        VERIFY_EXIT(run, 0);
        QVERIFY2(!run.results.contains(secret), run.results.constData());
        QVERIFY(!run.messages.contains(secret));
    }
}

void TestDraftCommands::severalCandidatesHaveDistinctTypes()
{
    const CliTest::Demo demo;
    const Run one = demo.run({u"generate-commit-message"_s});
    const Run several = demo.run({u"generate-commit-message"_s, u"--count"_s, u"3"_s});
    VERIFY_EXIT(several, 0);
    QVERIFY(several.results.startsWith(one.results.chopped(1)));
    QCOMPARE(several.results.count("\n---\n"), 2);
    const Run json = demo.run({u"generate-commit-message"_s, u"--count"_s, u"3"_s, u"--json"_s});
    VERIFY_EXIT(json, 0);
    QSet<QString> types;
    for (const QJsonValue candidate : json.json()["candidates"_L1].toArray())
        types.insert(candidate["type"_L1].toString());
    QCOMPARE(types.size(), 3);
}

void TestDraftCommands::anExplanationLeavesStandardOutputAlone()
{
    const CliTest::Demo demo;
    const Run plain = demo.run({u"generate-commit-message"_s});
    const Run explained = demo.run({u"generate-commit-message"_s, u"--explain"_s});
    VERIFY_EXIT(explained, 0);
    QCOMPARE(explained.results, plain.results);
    QVERIFY2(explained.messages.contains("chore "), explained.messages.constData());
    QVERIFY(explained.messages.count('\n') >= 3);
}

void TestDraftCommands::aCountIsANumber()
{
    const CliTest::Demo demo;
    for (const QString &count : {u"0"_s, u"-1"_s, u"x"_s, u"11"_s})
        VERIFY_EXIT(demo.run({u"generate-commit-message"_s, u"--count=%1"_s.arg(count)}), 2);
}

QTEST_GUILESS_MAIN(TestDraftCommands)
#include "tst_draftcommands.moc"
