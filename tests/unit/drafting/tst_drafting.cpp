// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/describe.h"
#include "drafting/draft.h"
#include "drafting/validate.h"

#include "changes.h"

#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using Drafting::Change;
using Drafting::Draft;
using Sample::change;
using Sample::contextOf;

class DraftingTest final : public QObject
{
    Q_OBJECT

    static QByteArray overlay(const QByteArray &tag)
    {
        return "images:\n  - name: acme/api\n    newTag: " + tag + "\n";
    }
    static Change bump(const QByteArray &environment, const QByteArray &before, const QByteArray &after)
    {
        return change("overlays/" + environment + "/kustomization.yaml", overlay(before), overlay(after));
    }
    static QStringList repeated(const QString &subject, int times) { return QStringList(times, subject); }

private Q_SLOTS:
    void nothingChangedGivesNothing()
    {
        QCOMPARE(Drafting::makeDraft({}, {}), Draft());
        QCOMPARE(Drafting::describeChanges({}), QString());
    }

    void theTypeOfVersionsFollowsTheRepository()
    {
        const Draft own = Drafting::makeDraft({bump("production", "1.0.0", "1.1.0")}, {});
        QCOMPARE(own.type, u"feat"_s);
        const auto context = contextOf(repeated(u"chore(api): bump api to 1.2.3"_s, 12));
        QCOMPARE(Drafting::makeDraft({bump("production", "1.0.0", "1.1.0")}, context).type, u"chore"_s);
    }

    void pathsTeachTypesBetterThanRulesAboutPaths()
    {
        const Change page = change("docs/manual.md", "# One\n", "# One\n\n## Two\n");
        QCOMPARE(Drafting::makeDraft({page}, {}).type, u"docs"_s);
        Drafting::DraftContext context;
        for (int i = 0; i < 60; ++i) {
            const bool isPage = i % 2 == 0;
            const QByteArray path = isPage ? QByteArray("docs/manual.md") : QByteArray("src/main.cpp");
            context.history.append({.subject = isPage ? u"chore: tidy"_s : u"feat: grow"_s,
                                    .changes = {{path, {}, Diff::FileStatus::Modified, {}, {}}}});
        }
        const Draft draft = Drafting::makeDraft({page}, context);
        QCOMPARE(draft.type, u"chore"_s);
        QCOMPARE(draft.alternatives.value(1).type, u"docs"_s);
    }

    void scopesAreLeftOutWhereTheRepositoryHasNone()
    {
        const auto without = contextOf(repeated(u"fix: correct the port"_s, 12));
        QCOMPARE(Drafting::makeDraft({bump("production", "1.0.0", "1.0.1")}, without).header(),
                 u"fix: bump api to 1.0.1 in production"_s);
        const auto with = contextOf(repeated(u"fix(api): correct the port"_s, 12));
        QCOMPARE(Drafting::makeDraft({bump("production", "1.0.0", "1.0.1")}, with).scope, u"api"_s);
    }

    void moodAndCaseFollowTheRepository()
    {
        QStringList subjects;
        for (const QString &word :
             {u"Added"_s, u"Updated"_s, u"Removed"_s, u"Changed"_s, u"Moved"_s, u"Added"_s})
            subjects += {u"fix: "_s + word + u" the port"_s, u"fix: "_s + word + u" a host"_s};
        QCOMPARE(Drafting::makeDraft({bump("production", "1.0.0", "1.0.1")}, contextOf(subjects)).subject,
                 u"Bumped api to 1.0.1 in production"_s);
    }

    void workflowsAreChoresWhereCiIsNoType()
    {
        const Change workflow = change(".github/workflows/ci.yml", {}, "on: push\n");
        QCOMPARE(Drafting::makeDraft({workflow}, {}).type, u"ci"_s);
        QCOMPARE(Drafting::makeDraft({workflow}, contextOf(repeated(u"chore: tidy up"_s, 20))).type,
                 u"chore"_s);
    }

    void aChangeOfSeveralEnvironmentsNamesThem()
    {
        const Draft draft = Drafting::makeDraft(
            {bump("production", "1.0.0", "1.0.1"), bump("staging", "1.0.0", "1.0.1")}, {});
        QCOMPARE(draft.header(), u"fix(api): bump api to 1.0.1 in staging and production"_s);
        QVERIFY(draft.footers.contains(u"Environments: staging, production"_s));
    }

    void severalImagesShareASubject()
    {
        const QByteArray before =
            "images:\n  - name: acme/api\n    newTag: 1.0.0\n  - name: acme/web\n    newTag: 1.0.0\n";
        const QByteArray after =
            "images:\n  - name: acme/api\n    newTag: 1.0.1\n  - name: acme/web\n    newTag: 1.0.2\n";
        const Draft draft =
            Drafting::makeDraft({change("overlays/staging/kustomization.yaml", before, after)}, {});
        QCOMPARE(draft.subject, u"bump api and web in staging"_s);
        QCOMPARE(draft.body.size(), 2);
    }

    void aVersionThatNoLowerEnvironmentHasIsNoPromotion()
    {
        const auto context = contextOf({}, {{"overlays/staging/kustomization.yaml", overlay("1.0.11")},
                                            {"overlays/production/kustomization.yaml", overlay("1.0.0")}});
        QCOMPARE(Drafting::makeDraft({bump("production", "1.0.0", "1.0.1")}, context).subject,
                 u"bump api to 1.0.1 in production"_s);
    }

    void oneRegionMayGetTheVersionOfAnother()
    {
        const auto context = contextOf({}, {{"overlays/prod-asia/kustomization.yaml", overlay("3.0")},
                                            {"overlays/prod-eu/kustomization.yaml", overlay("2.0")}});
        QCOMPARE(Drafting::makeDraft({bump("prod-eu", "2.0", "3.0")}, context).subject,
                 u"promote api 3.0 to prod-eu"_s);
    }

    void includesAreNoComments()
    {
        const Draft draft =
            Drafting::makeDraft({change("src/main.cpp", "#include <a>\n", "#include <b>\n")}, {});
        QVERIFY(draft.type != "docs"_L1);
    }

    void kindsAreSpelledAsWords()
    {
        const QByteArray object =
            "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nmetadata:\n  name: podinfo\n";
        QCOMPARE(Drafting::makeDraft({change("infra/podinfo.yaml", {}, object)}, {}).subject,
                 u"add podinfo OCI repository"_s);
    }

    void theSameFieldInManyEnvironmentsIsSaidOnce()
    {
        QList<Change> changes;
        for (const QByteArray &name : {QByteArray("dev"), QByteArray("qa"), QByteArray("production")})
            changes.append(change("overlays/" + name + "/kustomization.yaml", "a: 1\n",
                                  "a: 1\nnamePrefix: " + name + "-\n"));
        QCOMPARE(Drafting::makeDraft(changes, {}).subject, u"set namePrefix in 3 environments"_s);
    }

    void unknownNamesLeaveNoGap()
    {
        const QByteArray head = "spec:\n  syncPolicy:\n    automated:\n      prune: ";
        const Draft policy = Drafting::makeDraft({change("x.yaml", head + "true\n", head + "false\n")}, {});
        QCOMPARE(policy.subject, u"change sync policy"_s);
        const Draft revision =
            Drafting::makeDraft({change("x.yaml", "targetRevision: one\n", "targetRevision: two\n")}, {});
        QCOMPARE(revision.subject, u"point target revision at two"_s);
    }

    void linesOfSpacesAreNoTrouble()
    {
        const QByteArray text = "a: 1\n \nimage: acme/web:";
        QCOMPARE(
            Drafting::makeDraft({change("apps/web/a.yaml", text + "1.0.0\n", text + "1.0.1\n")}, {}).subject,
            u"bump web image to 1.0.1"_s);
    }

    void aTicketOfTheBranchIsAFooter()
    {
        Drafting::DraftContext context;
        context.branch = "feature/OPS-421-raise-limits";
        QCOMPARE(Drafting::makeDraft({bump("dev", "1.0.0", "1.0.1")}, context).footers,
                 QStringList{u"Refs: OPS-421"_s});
        context.branch = "main";
        QVERIFY(Drafting::makeDraft({bump("dev", "1.0.0", "1.0.1")}, context).footers.isEmpty());
    }

    void tooLongSubjectsLoseTheirQualifiers()
    {
        const QByteArray name = "an-application-with-a-name-that-says-far-too-much";
        const QByteArray before = "images:\n  - name: acme/" + name + "\n    newTag: 1.0.0\n";
        const QByteArray after = "images:\n  - name: acme/" + name + "\n    newTag: 1.0.1\n";
        const Draft draft =
            Drafting::makeDraft({change("overlays/production/kustomization.yaml", before, after)}, {});
        QVERIFY2(draft.header().size() <= 72, qUtf8Printable(draft.header()));
        QVERIFY(Drafting::validateMessage(draft.message()).isEmpty());
    }

    void hostileNamesStayVisibleAndOnOneLine()
    {
        const QByteArray name = "a\n\nSigned-off-by: x <x@example.org>\xE2\x80\xAE"
                                "b";
        QList<Change> changes = {change("docs/" + name + ".md", {}, "text\n"),
                                 change("apps/" + name + "/x.yaml", {}, "a: 1\n")};
        for (const Change &one : std::as_const(changes)) {
            const Draft draft = Drafting::makeDraft({one}, {});
            QVERIFY(!draft.header().contains(u'\n'));
            QVERIFY(!draft.message().contains(QChar(0x202e)));
            QVERIFY(!draft.message().contains("\nSigned-off-by"_L1));
            QVERIFY(!Drafting::describeChanges({one}).contains(QChar(0x202e)));
        }
    }

    void brokenYamlIsReadByLines()
    {
        const Draft draft = Drafting::makeDraft(
            {change("apps/web/app.yaml", "image: acme/web:1.0.0\na: [\n", "image: acme/web:1.0.1\na: [\n")},
            {});
        QCOMPARE(draft.header(), u"fix(web): bump web image to 1.0.1"_s);
    }

    void commentsAloneAreDocumentation()
    {
        const Draft draft =
            Drafting::makeDraft({change("apps/web/app.yaml", "# old\na: 1\n", "# new\na: 1\n")}, {});
        QCOMPARE(draft.type, u"docs"_s);
    }

    void indentationThatChangesMeaningIsNoStyle()
    {
        const Draft draft = Drafting::makeDraft(
            {change("apps/web/app.yaml", "a:\n  b: 1\n  c: 2\n", "a:\n  b: 1\nc: 2\n")}, {});
        QVERIFY(draft.type != "style"_L1);
    }

    void aHugeLockfileIsOnlyNamed()
    {
        QByteArray before, after;
        for (int i = 0; i < 100'000; ++i) {
            before += "entry" + QByteArray::number(i) + " one\n";
            after += "entry" + QByteArray::number(i) + " two\n";
        }
        Change lock;
        lock.file = {.oldPath = "yarn.lock", .newPath = "yarn.lock", .oldMode = 0100644, .newMode = 0100644};
        lock.oldContent = before;
        lock.newContent = after;
        lock.file.text = before + after;
        QCOMPARE(Drafting::makeDraft({lock}, {}).header(), u"chore(deps): refresh yarn.lock"_s);
        QVERIFY(Drafting::makeDraft({lock}, {}).message().size() < 100);
    }

    void timeGrowsWithTheFilesOnly()
    {
        QList<qint64> took; // of this thread's own time, the least of three
        for (const int files : {500, 5'000}) {
            QList<Change> changes;
            for (int i = 0; i < files; ++i) {
                const QByteArray path =
                    "apps/app" + QByteArray::number(i) + "/overlays/production/kustomization.yaml";
                changes.append(change(path, overlay("1.0.0"), overlay("1.0.1")));
            }
            Drafting::DraftContext context;
            for (const Change &one : std::as_const(changes))
                context.headPaths.append(one.file.path());
            qint64 least = std::numeric_limits<qint64>::max();
            for (int time = 0; time < 3; ++time) {
                const std::clock_t start = std::clock();
                const Draft draft = Drafting::makeDraft(changes, context);
                least = std::min<qint64>(least, std::clock() - start);
                QVERIFY(Drafting::validateMessage(draft.message()).isEmpty());
                QVERIFY(draft.message().size() < 1'000);
            }
            took += least;
        }
        qInfo("500 files: %lld us, 5,000: %lld us", took[0], took[1]);
        QVERIFY(took[1] < took[0] * 10 * 4);
    }

    void aDiffAsTextIsDrafted()
    {
        const QByteArray diff =
            "diff --git a/overlays/dev/kustomization.yaml b/overlays/dev/kustomization.yaml\n"
            "--- a/overlays/dev/kustomization.yaml\n+++ b/overlays/dev/kustomization.yaml\n"
            "@@ -1,3 +1,3 @@\n images:\n   - name: acme/api\n-    newTag: 1.0.0\n+    newTag: 1.0.1\n";
        const auto draft = Drafting::draftFromDiff(diff, {});
        QVERIFY(draft.has_value());
        QCOMPARE(draft->header(), u"fix(api): bump api to 1.0.1 in dev"_s);
        const auto description = Drafting::describeDiff(diff);
        QVERIFY(description.has_value());
        QVERIFY2(description->contains(u"dev\n- api: api image 1.0.0 → 1.0.1"_s),
                 qUtf8Printable(*description));
        QVERIFY(description->contains("1 file, 1 line added, 1 removed"_L1));
    }

    void textThatIsNoDiffIsRefused()
    {
        for (const QByteArray &text : {QByteArray(), QByteArray("hello\n")}) {
            const auto draft = Drafting::draftFromDiff(text, {});
            QVERIFY(!draft.has_value());
            QCOMPARE(draft.error().kind, ErrorKind::Invalid);
        }
    }

    void removalsInDescriptionsSayRemoved()
    {
        const QString text =
            Drafting::describeChanges({change("apps/web/a.txt", "x\n", {}),
                                       bump("production", "1.0.0", "1.0.1"), bump("dev", "1.0.0", "1.0.2")});
        const qsizetype dev = text.indexOf("dev\n"_L1);
        const qsizetype production = text.indexOf("production\n"_L1);
        QVERIFY2(dev >= 0 && production > dev && text.indexOf("Other\n"_L1) > production,
                 qUtf8Printable(text));
        QVERIFY(text.contains("- remove apps/web/a.txt"_L1));
    }
};

QTEST_GUILESS_MAIN(DraftingTest)
#include "tst_drafting.moc"
