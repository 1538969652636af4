// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run analyse(const QString &path, const QStringList &more = {})
{
    return CliTest::run(QStringList{u"analyze-commits"_s, u"--repo"_s, path} + more);
}

Run validate(const RepoBuilder &repo, const QByteArray &message, const QStringList &more = {})
{
    return CliTest::run(QStringList{u"validate-commit-message"_s, u"--repo"_s, repo.path(), u"-"_s} + more,
                        message);
}

void commitAll(RepoBuilder &repo, const QList<QByteArray> &messages)
{
    for (const QByteArray &message : messages)
        repo.write("a", (repo.exists("a") ? repo.read("a") : QByteArray()) + "x\n").commit(message);
}

} // namespace

/// analyze-commits, validate-commit-message and suggest-commit-message.
class MessageCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneWordIsPrinted()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        repo.tag("v1.9.0");
        commitAll(repo, {"fix: two"});
        repo.tag("v1.10.0", "annotated").tag("v2.0.0-rc.1").tag("other");
        QCOMPARE(analyse(repo.path()).results, "none\n"_ba);
        commitAll(repo, {"docs: three", "perf: four"});
        const Run run = analyse(repo.path(), {u"--since-last-release"_s, u"--suggest-version-bump"_s});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.results, "patch\n"_ba);
        QVERIFY(run.messages.isEmpty());
        QCOMPARE(analyse(repo.path(), {u"--since"_s, u"v1.9.0"_s}).results, "patch\n"_ba);
        commitAll(repo, {"chore!: five"});
        QCOMPARE(analyse(repo.path()).results, "major\n"_ba);
        QCOMPARE(analyse(repo.path(), {u"--pre-major"_s}).results, "minor\n"_ba);
        const QJsonObject json = analyse(repo.path(), {u"--json"_s}).json();
        QCOMPARE(json.value(u"since"_s), u"v1.10.0"_s);
        QCOMPARE(json.value(u"nextVersion"_s), u"2.0.0"_s);
        QCOMPARE(json.value(u"commitCount"_s), 3);
        QCOMPARE(json.value(u"commits"_s).toArray().size(), 2);
    }

    void aReleaseThatHeadLacksDoesNotCount()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        repo.tag("v1.0.0").branch("later").checkout("later");
        commitAll(repo, {"feat!: two"});
        repo.tag("v2.0.0").checkout("main");
        commitAll(repo, {"fix: three"});
        const QJsonObject json = analyse(repo.path(), {u"--json"_s}).json();
        QCOMPARE(json.value(u"since"_s), u"v1.0.0"_s);
        QCOMPARE(json.value(u"bump"_s), u"patch"_s);
    }

    void withoutAReleaseAllCommitsCount()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one", "fix: two"});
        QCOMPARE(analyse(repo.path()).results, "minor\n"_ba);
        repo.tag("api/v1.0.0");
        QCOMPARE(analyse(repo.path(), {u"--tag-prefix"_s, u"api/v"_s}).results, "none\n"_ba);
    }

    void releaseAsDecides()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        repo.tag("v1.0.0");
        commitAll(repo, {"chore: release\n\nRelease-As: 1.1.0"});
        QCOMPARE(analyse(repo.path()).results, "minor\n"_ba);
        QCOMPARE(analyse(repo.path(), {u"--json"_s}).json().value(u"nextVersion"_s), u"1.1.0"_s);
    }

    void aHistoryThatIsCutOffIsSaid()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one", "fix: two", "fix: three"});
        const QString clone = repo.folder() + u"/shallow"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repo.path(), clone});
        const Run run = analyse(clone);
        VERIFY_EXIT(run, 3);
        QVERIFY(run.messages.contains("fetch-depth: 0"));
    }

    void wrongUseIsSaid()
    {
        RepoBuilder repo;
        VERIFY_EXIT(analyse(repo.path()), 3);
        commitAll(repo, {"feat: one"});
        VERIFY_EXIT(analyse(repo.path(), {u"--since"_s, u"nothing"_s}), 3);
        VERIFY_EXIT(analyse(repo.path(), {u"--since"_s, u"HEAD"_s, u"--since-last-release"_s}), 2);
        VERIFY_EXIT(CliTest::run({u"validate-commit-message"_s, u"--repo"_s, repo.path()}), 2);
        VERIFY_EXIT(CliTest::run({u"validate-commit-message"_s, u"--repo"_s, repo.path(), u"/nowhere"_s}), 3);
    }

    void messagesAreValidated()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        VERIFY_EXIT(validate(repo, "fix(api): keep it\n"), 0);
        QCOMPARE(validate(repo, "fix(api): keep it\n").results, ""_ba);
        const Run bad = validate(repo, "Fixed it.\n\ntext\n");
        VERIFY_EXIT(bad, 1);
        QVERIFY2(bad.results.startsWith("-:1:1: error: "), bad.results.constData());
        QVERIFY(bad.results.contains("[header-shape]"));
        VERIFY_EXIT(validate(repo, "# only a comment\n"), 1);
        const Run json = validate(repo, "fix: x\ntext\n", {u"--json"_s});
        VERIFY_EXIT(json, 0);
        QCOMPARE(json.json().value(u"valid"_s), true);
        QCOMPARE(json.json().value(u"remarks"_s).toArray().first()[u"rule"_s], u"body-leading-blank"_s);
        VERIFY_EXIT(
            validate(repo, "fix: x\n# ------------------------ >8 ------------------------\nNot. A header\n"),
            0);
    }

    void theRepositorysRulesHold()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        repo.write(".commitlintrc.json", R"({"rules":{"type-enum":[2,"always",["ops"]]}})");
        VERIFY_EXIT(validate(repo, "feat: two\n"), 1);
        VERIFY_EXIT(validate(repo, "ops: two\n"), 0);
        repo.write(".commitlintrc.json", "{ nonsense");
        VERIFY_EXIT(validate(repo, "ops: two\n"), 3);
        repo.remove(".commitlintrc.json").write("commitlint.config.js", "module.exports = {}");
        const Run run = validate(repo, "feat: two\n");
        VERIFY_EXIT(run, 0);
        QVERIFY(run.messages.contains("commitlint.config.js"));
    }

    void suggestionsComeFromWhatIsBeingCommitted()
    {
        RepoBuilder repo;
        commitAll(repo, {"docs: one"});
        repo.write("README.md", "hello\n").stage();
        repo.write(".git/COMMIT_EDITMSG", "Wrote a readme.\n\nFor newcomers.\n# comment\n");
        const Run run = CliTest::run({u"suggest-commit-message"_s, u"--repo"_s, repo.path()});
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.results, "docs: wrote a readme\n\nFor newcomers.\n"_ba);
        const Run given =
            CliTest::run({u"suggest-commit-message"_s, u"--repo"_s, repo.path(), u"-"_s}, "Hello world\n");
        QCOMPARE(given.results, "docs: hello world\n"_ba);
    }

    void theHookOfTheSourceDocumentWorks()
    {
        RepoBuilder repo;
        commitAll(repo, {"feat: one"});
        VERIFY_EXIT(CliTest::run({u"validate-commit-message"_s, u"--repo"_s, repo.path(),
                                  QString::fromUtf8(repo.bytePath(".git/COMMIT_EDITMSG"))}),
                    0);
    }
};

QTEST_GUILESS_MAIN(MessageCommandsTest)
#include "tst_messagecommands.moc"
