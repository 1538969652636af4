// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/messagerules.h"
#include "drafting/people.h"
#include "drafting/trailers.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

using namespace Qt::StringLiterals;
using Drafting::Severity;

namespace {

Git::RepoLocation locate(const Tests::RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
{
    const auto info = Git::openRepository(repo.path());
    if (!info)
        qFatal("%s", qPrintable(info.error().message));
    Git::RepoLocation where = info->location;
    where.trust = trust;
    return where;
}

Drafting::MessageRules rulesOf(const Tests::RepoBuilder &repo)
{
    const auto rules = Drafting::readMessageRules(locate(repo), {});
    if (!rules)
        qFatal("%s", qPrintable(rules.error().message));
    return *rules;
}

/// "E type-enum 0:0+4", in order.
QStringList remarks(const QString &message, const Drafting::LintRules &rules)
{
    QStringList found;
    for (const Drafting::Validation &one : Drafting::lintMessage(message, rules, u"#"_s))
        found += u"%1 %2 %3:%4+%5"_s.arg(one.severity == Severity::Error ? u"E"_s : u"W"_s, one.rule)
                     .arg(one.line)
                     .arg(one.start)
                     .arg(one.length);
    return found;
}

Drafting::LintRules parsed(const QByteArray &yaml)
{
    const auto rules = Drafting::parseLintRules(yaml, u"test"_s, false);
    if (!rules)
        qFatal("%s", qPrintable(rules.error().message));
    return *rules;
}

} // namespace

class MessageRulesTest final : public QObject
{
    Q_OBJECT

    int m_count = 0;

private Q_SLOTS:
    void withoutConfigurationTheGeneralRulesHold()
    {
        Tests::RepoBuilder repo;
        repo.write("package.json", "{\"name\": \"x\"}").commit("c");
        const auto rules = rulesOf(repo);
        QVERIFY(!rules.lint);
        QVERIFY(rules.problems.isEmpty() && rules.notRead.isEmpty());
        QCOMPARE(Drafting::checkMessage(u"feat: x"_s, rules).size(), 0);
        QCOMPARE(Drafting::checkMessage(u"nonsense"_s, rules).first().rule, u"header-shape"_s);
    }

    void everyFormIsRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("json") << ".commitlintrc.json"_ba
                              << "{\"rules\": {\"type-enum\": [2, \"always\", [\"a\"]]}}"_ba;
        QTest::newRow("no ending") << ".commitlintrc"_ba << "rules:\n  type-enum: [2, always, [a]]\n"_ba;
        QTest::newRow("yaml") << ".commitlintrc.yaml"_ba
                              << "rules:\n  type-enum:\n  - 2\n  - always\n  - [a]\n"_ba;
        QTest::newRow("yml") << ".commitlintrc.yml"_ba << "rules: {type-enum: [2, always, [a]]}\n"_ba;
        QTest::newRow("package")
            << "package.json"_ba
            << "{\"commitlint\": {\"rules\": {\"type-enum\": [2, \"always\", [\"a\"]]}}}"_ba;
    }

    void everyFormIsRead()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, content);
        Tests::RepoBuilder repo;
        repo.write(path, content).commit("c");
        const auto rules = rulesOf(repo);
        QVERIFY(rules.lint);
        QCOMPARE(rules.source, path);
        QCOMPARE(Drafting::checkMessage(u"a: x"_s, rules).size(), 0);
        QCOMPARE(Drafting::checkMessage(u"feat: x"_s, rules).first().rule, u"type-enum"_s);
    }

    void programsAreNamedAndNeverRun()
    {
        Tests::RepoBuilder repo;
        const QByteArray canary = QFile::encodeName(repo.folder() + u"/canary"_s);
        repo.write("commitlint.config.js", "require('fs').writeFileSync('" + canary + "', '')");
        repo.write(".commitlintrc.ts", "export default {}").commit("c");
        const auto rules = rulesOf(repo);
        QCOMPARE(rules.notRead, (QList<QByteArray>{".commitlintrc.ts", "commitlint.config.js"}));
        QVERIFY(!rules.lint);
        QVERIFY(!QFile::exists(QFile::decodeName(canary)));
    }

    void whatCannotBeUsedIsSaid()
    {
        Tests::RepoBuilder repo;
        repo.write(".commitlintrc", "rules: [\n").link(".commitlintrc.json", "/etc/hostname");
        repo.write(".commitlintrc.yml", "- a list\n").commit("c");
        const auto rules = rulesOf(repo);
        QVERIFY(!rules.lint);
        QCOMPARE(rules.problems.size(), 3);
        QCOMPARE(parsed("extends: [\"@commitlint/config-angular\", other]\nrules: {odd-rule: [2, always], "
                        "type-enum: [7]}\n")
                     .notUnderstood,
                 (QStringList{u"@commitlint/config-angular"_s, u"other"_s, u"odd-rule"_s, u"type-enum"_s}));
    }

    void rulesAreKept_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QStringList>("found");
        const QByteArray conventional = "extends: '@commitlint/config-conventional'\n"_ba;
        const QString longLine = QString(101, u'x');
        QTest::newRow("fine") << conventional << u"feat(web)!: add x\n\ntext\n\nRefs: #1"_s << QStringList{};
        QTest::newRow("no type") << conventional << u"add x"_s
                                 << QStringList{u"E subject-empty 0:0+1"_s, u"E type-empty 0:0+1"_s};
        QTest::newRow("type") << conventional << u"Foo: add x"_s
                              << QStringList{u"E type-case 0:0+3"_s, u"E type-enum 0:0+3"_s};
        QTest::newRow("case") << conventional << u"feat: Add x"_s << QStringList{u"E subject-case 0:6+5"_s};
        QTest::newRow("acronym") << conventional << u"feat: YAML reader"_s
                                 << QStringList{u"E subject-case 0:6+11"_s};
        QTest::newRow("digit first") << conventional << u"feat: 2 things"_s << QStringList{};
        QTest::newRow("full stop") << conventional << u"feat: add x."_s
                                   << QStringList{u"E subject-full-stop 0:11+1"_s};
        QTest::newRow("blank line") << conventional << u"feat: x\ntext"_s
                                    << QStringList{u"W body-leading-blank 1:0+4"_s};
        QTest::newRow("long line") << conventional
                                   << QString(u"feat: x\n\n# "_s + longLine + u'\n' + longLine)
                                   << QStringList{u"E body-max-line-length 3:100+1"_s};
        QTest::newRow("off") << conventional + "rules: {type-enum: [0]}\n"
                             << u"foo: add x"_s << QStringList{};
        QTest::newRow("as a warning") << conventional + "rules: {type-enum: [1, always, [foo]]}\n"
                                      << u"feat: add x"_s << QStringList{u"W type-enum 0:0+4"_s};
        QTest::newRow("scopes") << "rules: {scope-enum: [2, always, [web, api]]}\n"_ba << u"feat(web,db): x"_s
                                << QStringList{u"E scope-enum 0:5+6"_s};
        QTest::newRow("scope is needed") << "rules: {scope-empty: [2, never]}\n"_ba << u"feat: x"_s
                                         << QStringList{u"E scope-empty 0:0+1"_s};
        QTest::newRow("header") << "rules: {header-max-length: [2, always, 8]}\n"_ba << u"feat: long"_s
                                << QStringList{u"E header-max-length 0:8+2"_s};
        QTest::newRow("trailer") << "rules: {trailer-exists: [2, always, 'Signed-off-by:']}\n"_ba
                                 << u"feat: x\n\ntext"_s << QStringList{u"E trailer-exists 2:0+4"_s};
        QTest::newRow("trailer is there") << "rules: {signed-off-by: [2, always, 'Signed-off-by:']}\n"_ba
                                          << u"feat: x\n\nSigned-off-by: A <a@b>"_s << QStringList{};
        QTest::newRow("made by git") << conventional << u"Merge branch 'x'"_s << QStringList{};
        QTest::newRow("empty") << conventional << u"# only\n"_s << QStringList{u"E header-empty 0:0+0"_s};
    }

    void rulesAreKept()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QString, message);
        QFETCH(QStringList, found);
        QCOMPARE(remarks(message, parsed(rules)), found);
    }

    void gitsOwnConfigurationIsRead()
    {
        Tests::RepoBuilder repo;
        repo.write("template", "# say why\n\nRefs: \n").commit("c");
        repo.config(u"commit.template"_s, u"template"_s).config(u"commit.cleanup"_s, u"scissors"_s);
        repo.config(u"core.commentChar"_s, u";"_s);
        const auto rules = rulesOf(repo);
        QCOMPARE(rules.config.templateText, "# say why\n\nRefs: \n"_ba);
        QCOMPARE(rules.config.cleanup, Git::MessageCleanup::Scissors);
        QCOMPARE(rules.commentPrefix(), u";"_s);
        QCOMPARE(Drafting::checkMessage(u"feat: x\n\n; "_s + QString(200, u'x') + u" y"_s, rules).size(), 0);
    }

    void aTemplateThatTheRepositoryNamesNeedsTrust()
    {
        Tests::RepoBuilder repo;
        repo.write("a", "1").commit("c");
        const QString secret = repo.folder() + u"/secret"_s;
        QFile file(secret);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("key\n") == 4);
        file.close();
        repo.config(u"commit.template"_s, secret);
        const auto rules = Drafting::readMessageRules(locate(repo, Git::Trust::Restricted), {});
        VERIFY_RESULT(rules);
        QVERIFY(rules->config.templateText.isEmpty());
        QVERIFY(!rules->config.templateProblem.isEmpty());
        QCOMPARE(rulesOf(repo).config.templateText, "key\n"_ba);
        repo.config(u"commit.template"_s, u"/nowhere"_s);
        QVERIFY(!rulesOf(repo).config.templateProblem.isEmpty());
    }

    void trailersStandTogetherAtTheEnd_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const QString line = u"Signed-off-by: A <a@x>"_s;
        QTest::newRow("nothing") << QString() << u"\n\n"_s + line;
        QTest::newRow("subject") << u"fix: x"_s << u"fix: x\n\n"_s + line;
        QTest::newRow("subject like a trailer") << u"fix: a\nRefs: b"_s << u"fix: a\nRefs: b\n\n"_s + line;
        QTest::newRow("body") << u"x\n\nSome text.\n\n"_s << u"x\n\nSome text.\n\n"_s + line;
        QTest::newRow("behind others") << u"x\n\nRefs: 1\n"_s << u"x\n\nRefs: 1\n"_s + line;
        QTest::newRow("continued") << u"x\n\nNote: 1\n  more"_s << u"x\n\nNote: 1\n  more\n"_s + line;
        QTest::newRow("picked") << u"x\n\n(cherry picked from commit 1)"_s
                                << u"x\n\n(cherry picked from commit 1)\n"_s + line;
        QTest::newRow("text among them")
            << u"x\n\nRefs: 1\nand so on"_s << u"x\n\nRefs: 1\nand so on\n\n"_s + line;
        QTest::newRow("there already")
            << u"x\n\nsigned-off-by: A <a@x>\nRefs: 1"_s << u"x\n\nsigned-off-by: A <a@x>\nRefs: 1"_s;
        QTest::newRow("comments") << u"x\n\n# one\n\n# two\n"_s
                                  << u"x\n\n"_s + line + u"\n\n# one\n\n# two\n"_s;
    }

    void trailersStandTogetherAtTheEnd()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QCOMPARE(Drafting::withTrailer(before, u"Signed-off-by"_s, u"A <a@x>"_s, u"#"_s), after);
    }

    void anIssueIsFoundInTheNameOfABranch_data()
    {
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<QString>("issue");
        QTest::newRow("key") << "refs/heads/feat/ABC-12-add"_ba << u"ABC-12"_s;
        QTest::newRow("key alone") << "refs/heads/OPS-7"_ba << u"OPS-7"_s;
        QTest::newRow("number") << "refs/heads/fix/42-crash"_ba << u"#42"_s;
        QTest::newRow("issue number") << "refs/heads/issue-9"_ba << u"#9"_s;
        QTest::newRow("a version") << "refs/heads/release/v1.2"_ba << QString();
        QTest::newRow("a year in a word") << "refs/heads/utf-8"_ba << QString();
        QTest::newRow("a number of three parts") << "refs/heads/1.2.3"_ba << QString();
        QTest::newRow("none") << "refs/heads/main"_ba << QString();
    }

    void anIssueIsFoundInTheNameOfABranch()
    {
        QFETCH(QByteArray, branch);
        QFETCH(QString, issue);
        QCOMPARE(Drafting::issueOf(branch), issue);
    }

    void whoWroteMostComesFirst()
    {
        Tests::RepoBuilder repo;
        const auto by = [&](const QByteArray &name, const QByteArray &email) {
            repo.write("f", name + email + QByteArray::number(++m_count));
            repo.commit("c", {.author = name, .email = email});
        };
        by("Old Name", "ada@example.org");
        by("Jo", "jo@example.org");
        by("Ada", "Ada@example.org");
        const auto head = Git::ObjectId::fromHex(repo.resolve("HEAD"));
        const auto people = Drafting::readPeople(locate(repo), *head, 100, {});
        VERIFY_RESULT(people);
        QCOMPARE(*people,
                 (QList<Git::Person>{{u"Ada"_s, u"Ada@example.org"_s}, {u"Jo"_s, u"jo@example.org"_s}}));
        QCOMPARE(Drafting::readPeople(locate(repo), *head, 1, {})->size(), 1);
        QVERIFY(Drafting::readPeople(locate(repo), {}, 100, {})->isEmpty());
    }

    void personsAndMomentsAreReadAsTheyAreWritten()
    {
        const Git::Person ada{u"Ada Example"_s, u"ada@example.org"_s};
        QCOMPARE(Drafting::parsePerson(u" Ada Example <ada@example.org> "_s), ada);
        QCOMPARE(Drafting::parsePerson(Drafting::personText(ada)), ada);
        for (const QString &bad : {u""_s, u"Ada"_s, u"<a@x>"_s, u"Ada <>"_s, u"Ada <a@x> b"_s, u"A <b <c>"_s})
            QVERIFY2(!Drafting::parsePerson(bad), qPrintable(bad));
        const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(3600);
        const auto moment = [&](const QString &text) { return Drafting::parseMoment(text, zone); };
        QCOMPARE(moment(u"1970-01-01 01:00"_s), (Git::Moment{0, 60}));
        QCOMPARE(moment(u"1970-01-01T00:00:05Z"_s), (Git::Moment{5, 0}));
        QCOMPARE(moment(u"1970-01-01 05:30 +05:30"_s), (Git::Moment{0, 330}));
        QCOMPARE(moment(u"1970-01-01 00:00 -0100"_s), (Git::Moment{3600, -60}));
        for (const QString &bad : {u"yesterday"_s, u"2026-02-30 10:00"_s, u"2026-01-01 25:00"_s,
                                   u"2026-01-01"_s, u"1969-01-01 00:00"_s, u"2026-01-01 10:00 +99:00"_s})
            QVERIFY2(!moment(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(MessageRulesTest)
#include "tst_messagerules.moc"
