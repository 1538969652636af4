// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"
#include "drafting/fit.h"

#include "changes.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Drafting;
using Sample::change;
using Sample::contextOf;

/// Several drafts of one change, and drafts that keep to a repository's rules.
class CandidatesTest final : public QObject
{
    Q_OBJECT

    static Change bump()
    {
        return change("overlays/production/kustomization.yaml",
                      "images:\n  - name: acme/api\n    newTag: 1.0.0\n",
                      "images:\n  - name: acme/api\n    newTag: 1.0.1\n");
    }

    static QList<Change> manyKinds()
    {
        return {bump(), change("docs/page.md", "# A\n", "# A\n\n## New way\n"),
                change("src/main.cpp", "int a;\n", "int a;\nint b;\n"),
                change("a/very/long/path/to/some/folder/that/goes/on/and/on/and/does/not/end/file.yaml",
                       "a: 1\n", "a: 2\n")};
    }

    static DraftContext under(const QList<LintRule> &rules)
    {
        LintRules lint = conventionalRules();
        for (const LintRule &rule : rules)
            lint.rules.removeIf([&](const LintRule &other) { return other.name == rule.name; });
        lint.rules += rules;
        DraftContext context;
        context.lint = std::make_shared<const LintRules>(lint);
        context.rules = withLint({}, lint);
        return context;
    }

private Q_SLOTS:
    void candidatesHaveDistinctTypesByLikelihood()
    {
        const QList<Draft> drafts = draftCandidates({bump()}, {}, 4);
        QVERIFY(drafts.size() >= 3);
        QCOMPARE(drafts.first(), makeDraft({bump()}, {}));
        QSet<QString> types;
        double before = 1;
        for (const Draft &draft : drafts) {
            types.insert(draft.type);
            QVERIFY(draft.confidence <= before);
            before = draft.confidence;
            QVERIFY(!draft.reasons.isEmpty());
        }
        QCOMPARE(types.size(), drafts.size());
        QVERIFY(draftCandidates({}, {}, 3).isEmpty());
        QVERIFY(draftCandidates({bump()}, {}, 0).isEmpty());
        QVERIFY(draftCandidates({bump()}, {}, 1000).size() <= 11);
    }

    // Copilot #1212, ai.md 2.2 statement 17
    void whoWritesNoTypesGetsNone()
    {
        QStringList subjects;
        for (int i = 0; i < 20; ++i)
            subjects.append(u"Correct port number %1"_s.arg(i));
        const Draft draft = makeDraft({bump()}, contextOf(subjects));
        QCOMPARE(draft.header(), u"Bump api to 1.0.1 in production"_s);
        QVERIFY(!draft.alternatives.isEmpty()); // still there for who asks
    }

    // vscode #270135, statement 18
    void aChangelogNeverLeads()
    {
        const Draft draft = makeDraft(
            {change("CHANGELOG.md", "# Log\n", "# Log\n\n## Much was done in 2.0\n\nIt was long.\n\nVery.\n"),
             change("docs/rollback.md", "# A\n", "# A\n\n## Rollback\n")},
            {});
        QCOMPARE(draft.header(), u"docs: document rollback"_s);
    }

    // Statement 14
    void whatDoesNotFitGoesToTheBodyWhole_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {100, 72, 50, 40, 30, 24})
            QTest::addRow("%d", limit) << limit;
    }

    void whatDoesNotFitGoesToTheBodyWhole()
    {
        QFETCH(int, limit);
        const QByteArray name = "component-with-a-name-that-is-much-too-long";
        const Change one = change("apps/" + name + "/kustomization.yaml",
                                  "images:\n  - name: " + name + "\n    newTag: 1.0.0\n",
                                  "images:\n  - name: " + name + "\n    newTag: 1.0.1\n");
        const DraftContext context = under({{.name = u"header-max-length"_s, .limit = limit}});
        const Draft draft = makeDraft({one}, context);
        QVERIFY2(draft.header().size() <= limit, qPrintable(draft.header()));
        QVERIFY2(!draft.message().contains(u'…'), qPrintable(draft.message()));
        QVERIFY2(draft.message().contains(QString::fromLatin1(name)) || limit > 72,
                 qPrintable(draft.message()));
    }

    // Statement 20
    void everyCandidateKeepsToTheRules_data()
    {
        QTest::addColumn<QList<LintRule>>("rules");
        using Rules = QList<LintRule>;
        QTest::newRow("conventional") << Rules();
        QTest::newRow("types") << Rules{{.name = u"type-enum"_s, .values = {u"change"_s, u"fix"_s}}};
        QTest::newRow("scopes") << Rules{{.name = u"scope-enum"_s, .values = {u"web"_s, u"infra"_s}}};
        QTest::newRow("scope wanted") << Rules{{.name = u"scope-empty"_s, .isNever = true}};
        QTest::newRow("scope of a list wanted")
            << Rules{{.name = u"scope-empty"_s, .isNever = true},
                     {.name = u"scope-enum"_s, .values = {u"web"_s, u"infra"_s}}};
        QTest::newRow("no scope") << Rules{{.name = u"scope-empty"_s}};
        QTest::newRow("sentence case") << Rules{{.name = u"subject-case"_s, .values = {u"sentence-case"_s}}};
        QTest::newRow("upper-case types")
            << Rules{{.name = u"type-case"_s, .values = {u"upper-case"_s}},
                     {.name = u"type-enum"_s, .values = {u"FEAT"_s, u"FIX"_s, u"CHORE"_s}}};
        QTest::newRow("full stop") << Rules{{.name = u"subject-full-stop"_s, .values = {u"."_s}}};
        QTest::newRow("short header") << Rules{{.name = u"header-max-length"_s, .limit = 30}};
        QTest::newRow("short body lines") << Rules{{.name = u"body-max-line-length"_s, .limit = 40}};
        QTest::newRow("body wanted") << Rules{{.name = u"body-empty"_s, .isNever = true}};
        QTest::newRow("no body") << Rules{{.name = u"body-empty"_s}};
    }

    void everyCandidateKeepsToTheRules()
    {
        QFETCH(QList<LintRule>, rules);
        const DraftContext context = under(rules);
        for (const QList<Change> &changes : {QList<Change>{bump()}, manyKinds()}) {
            const QList<Draft> drafts = draftCandidates(changes, context, 5);
            QVERIFY(!drafts.isEmpty());
            for (const Draft &draft : drafts) {
                const auto remarks = lintMessage(draft.message(), *context.lint, u"#"_s);
                QVERIFY2(remarks.isEmpty(), qPrintable(draft.message() + u"\n=> "_s + remarks.value(0).rule));
            }
        }
    }

    void signOffIsATrailer()
    {
        DraftContext context;
        context.branch = "feature/ABC-12-api";
        context.signOff = u"Ada Example <ada@example.org>"_s;
        const Draft draft = makeDraft({bump()}, context);
        QCOMPARE(draft.footers,
                 (QStringList{u"Refs: ABC-12"_s, u"Signed-off-by: Ada Example <ada@example.org>"_s}));
    }
};

QTEST_GUILESS_MAIN(CandidatesTest)
#include "tst_candidates.moc"
