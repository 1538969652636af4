// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsamples.h"

#include "git/open.h"
#include "git/refs.h"
#include "policy/secrets/changes.h"
#include "support/repobuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecretSamples;
using Git::DiffSides;
using Tests::RepoBuilder;

namespace {

const QByteArray kOne = random(12), kTwo = random(12, kAlnum, 8);

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    const auto info = Git::openRepository(repo.path(), {});
    return info ? info->location : Git::RepoLocation();
}

Policy::SecretScan changesOf(const RepoBuilder &repo, DiffSides sides)
{
    const auto scan = Policy::scanChanges(locationOf(repo), {.sides = sides}, {});
    if (!scan)
        qFatal("%s", qPrintable(scan.error().message));
    return *scan;
}

/// "path:line" of each.
QByteArrayList placesOf(const QList<Policy::SecretFinding> &findings)
{
    QByteArrayList places;
    for (const Policy::SecretFinding &finding : findings)
        places += finding.path + ':' + QByteArray::number(finding.line);
    return places;
}

} // namespace

/// What changes bring, by both sides of them.
class SecretChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t61_onlyWhatIsStagedIsFound()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "password: " + kOne + "\n").stage();
        repo.write("a.yaml", "password: " + kOne + "\nother_password: " + kTwo + "\n")
            .write("b.yaml", "password: " + kTwo + "\n");
        QCOMPARE(placesOf(changesOf(repo, DiffSides::HeadToIndex).findings),
                 QByteArrayList{"a.yaml:1"}); // no commit yet
        QCOMPARE(placesOf(changesOf(repo, DiffSides::IndexToWorkTree).findings),
                 (QByteArrayList{"a.yaml:2", "b.yaml:1"}));
    }

    void onlyValuesThatAreNewCount()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "a: 1\npassword: " + kOne + "\n").commit("one");
        repo.write("a.yaml", "b: 2\na: 1\npassword: " + kOne + "\n").stage();
        const auto moved = changesOf(repo, DiffSides::HeadToIndex);
        QVERIFY(moved.findings.isEmpty() && moved.removed.isEmpty());
        QCOMPARE(moved.files, 1);
        repo.write("a.yaml", "a: 1\npassword: " + kTwo + "\n").stage();
        const auto changed = changesOf(repo, DiffSides::HeadToIndex);
        QCOMPARE(placesOf(changed.findings), QByteArrayList{"a.yaml:2"});
        QCOMPARE(placesOf(changed.removed), QByteArrayList{"a.yaml:2"});
    }

    void i05_whatIsTakenOutIsTold()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "a: 1\npassword: " + kOne + "\n")
            .write("b.yaml", "password: " + kTwo + "\n")
            .commit("one");
        repo.write("a.yaml", "a: 1\n").remove("b.yaml").stage();
        const auto scan = changesOf(repo, DiffSides::HeadToIndex);
        QVERIFY(scan.findings.isEmpty());
        QCOMPARE(placesOf(scan.removed), (QByteArrayList{"a.yaml:2", "b.yaml:1"}));
    }

    void aRenameBringsNothing()
    {
        RepoBuilder repo;
        const QByteArray content = "password: " + kOne + "\n" + QByteArray("x: y\n").repeated(30);
        repo.write("a.yaml", content).commit("one");
        repo.remove("a.yaml").write("b.yaml", content).stage();
        QVERIFY(changesOf(repo, DiffSides::HeadToIndex).findings.isEmpty());
    }

    void aKindThatChangesMakesItsValuesFindings()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "kind: ConfigMap\ndata:\n  greeting: aGVsbG8=\n").commit("one");
        repo.write("a.yaml", "kind: Secret\ndata:\n  greeting: aGVsbG8=\n").stage();
        QCOMPARE(placesOf(changesOf(repo, DiffSides::HeadToIndex).findings), QByteArrayList{"a.yaml:3"});
    }

    void i07_newIgnoresAreToldApart()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "password: " + kOne + " # ai-cli:allow password old\n").commit("one");
        repo.write("a.yaml", "x: 1\npassword: " + kOne + " # ai-cli:allow password old\nb_password: " + kTwo +
                                 " # gitleaks:allow\n")
            .stage();
        const auto scan = changesOf(repo, DiffSides::HeadToIndex);
        QVERIFY(scan.findings.isEmpty());
        QCOMPARE(scan.suppressed.size(), 2);
        QVERIFY(!scan.suppressed[0].isNew);
        QVERIFY(scan.suppressed[1].isNew);
    }

    void i07_aLineThatCameToTheListIsNew()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "password: " + kOne + "\n").commit("one");
        repo.write("a.yaml", "password: " + kTwo + "\n")
            .write(".gitleaksignore", "a.yaml:password:1\n")
            .stage();
        const auto scan = changesOf(repo, DiffSides::HeadToIndex);
        QVERIFY(scan.findings.isEmpty());
        QCOMPARE(scan.suppressed.size(), 1);
        QVERIFY(scan.suppressed[0].isNew);
        repo.remove(".gitleaksignore"); // the staged one counts
        QVERIFY(changesOf(repo, DiffSides::HeadToIndex).findings.isEmpty());
    }

    void anIgnoreThatGoesMakesAFinding()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "password: " + kOne + " # gitleaks:allow\n").commit("one");
        repo.write("a.yaml", "password: " + kOne + "\n").stage();
        QCOMPARE(changesOf(repo, DiffSides::HeadToIndex).findings.size(), 1);
    }

    void theStagedSopsRulesCount()
    {
        RepoBuilder repo;
        repo.write(".sops.yaml", "creation_rules:\n- path_regex: secrets/\n")
            .write("secrets/a.yaml", "a: b\n")
            .stage();
        const auto scan = changesOf(repo, DiffSides::HeadToIndex);
        QCOMPARE(scan.findings.size(), 1);
        QCOMPARE(scan.findings[0].rule, "sops-not-encrypted");
    }

    void aFileThatCannotBeReadIsAFinding()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "a: 1\n").stage();
        const QByteArray id = repo.git({u"rev-parse"_s, u":a.yaml"_s}).trimmed();
        QVERIFY(QFile::remove(repo.gitDir() + u"/objects/"_s +
                              QString::fromLatin1(id.first(2) + '/' + id.sliced(2))));
        const auto scan = changesOf(repo, DiffSides::HeadToIndex);
        QCOMPARE(scan.findings.size(), 1);
        QCOMPARE(scan.findings[0].kind, Policy::SecretKind::NotScanned);
    }

    void e05_linksAreNotFollowed()
    {
        RepoBuilder repo;
        QFile outside(repo.folder() + u"/x.env"_s);
        QVERIFY(outside.open(QIODevice::WriteOnly) && outside.write("password: " + kOne + "\n") > 0);
        outside.close();
        repo.write("a", "1\n").commit("one");
        repo.link("l.env", QFile::encodeName(outside.fileName())).stage();
        QVERIFY(changesOf(repo, DiffSides::HeadToIndex).findings.isEmpty());
        const auto all = Policy::scanWorkTree(locationOf(repo), {}, {});
        QVERIFY(all && all->findings.isEmpty());
    }

    void aRangeFindsWhatALaterCommitTookAway()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a.yaml", "a: 1\n").commit("one");
        const QByteArray second = repo.write("a.yaml", "password: " + kOne + "\n").commit("two");
        const QByteArray third = repo.write("a.yaml", "a: 1\n").commit("three");
        const auto scan = Policy::scanRange(locationOf(repo), *Git::ObjectId::fromHex(first),
                                            *Git::ObjectId::fromHex(third), {});
        QVERIFY(scan);
        QCOMPARE(placesOf(scan->findings), QByteArrayList{"a.yaml:1"});
        QCOMPARE(scan->findings[0].commit, second);
        const auto all =
            Policy::scanCommit(locationOf(repo), *Git::ObjectId::fromHex(second), {"a.yaml"}, {});
        QVERIFY(all);
        QCOMPARE(placesOf(all->findings), QByteArrayList{"a.yaml:1"});
        QCOMPARE(Policy::scanCommit(locationOf(repo), *Git::ObjectId::fromHex(second), {"nowhere"}, {})
                     .error()
                     .kind,
                 ErrorKind::NotFound);
    }

    void pathsChooseFilesOfTheWorkTree()
    {
        RepoBuilder repo;
        repo.write("a/x.yaml", "password: " + kOne + "\n")
            .write("b/x.yaml", "password: " + kTwo + "\n")
            .commit("one");
        repo.write("a/new.yaml", "password: " + kTwo + "\n")
            .write(".gitignore", "ignored\n")
            .write("ignored", "password: " + kTwo + "\n");
        const auto scan = Policy::scanWorkTree(locationOf(repo), {"a"}, {});
        QVERIFY(scan);
        QCOMPARE(placesOf(scan->findings), (QByteArrayList{"a/new.yaml:1", "a/x.yaml:1"}));
        QCOMPARE(Policy::scanWorkTree(locationOf(repo), {}, {})->findings.size(), 3);
    }

    void cancellingEndsIt()
    {
        RepoBuilder repo;
        repo.write("a.yaml", "a: 1\n").stage();
        CancelSource source;
        source.cancel();
        const auto scan =
            Policy::scanChanges(locationOf(repo), {.sides = DiffSides::HeadToIndex}, source.token());
        QVERIFY(!scan && scan.error().kind == ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(SecretChangesTest)
#include "tst_secretchanges.moc"
