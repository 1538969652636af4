// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"
#include "git/open.h"

#include "support/repobuilder.h"
#include "support/verify.h"

#include <QFile>

using namespace Qt::StringLiterals;

/// Drafts of what is staged in real repositories.
class StagedDraftTest final : public QObject
{
    Q_OBJECT

    static QByteArray overlay(const QByteArray &tag)
    {
        return "images:\n  - name: acme/api\n    newTag: " + tag + "\n";
    }

    static Git::RepoLocation locate(const Tests::RepoBuilder &repo)
    {
        const auto info = Git::openRepository(repo.path());
        return info ? info->location : Git::RepoLocation();
    }

    static void fill(Tests::RepoBuilder &repo)
    {
        repo.write("overlays/staging/kustomization.yaml", overlay("1.0.0"));
        repo.write("overlays/production/kustomization.yaml", overlay("1.0.0"));
        repo.commit("feat(api): deploy api");
        repo.write("overlays/staging/kustomization.yaml", overlay("1.1.0"));
        repo.commit("feat(api): bump api to 1.1.0 in staging");
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        Git::initializeLibrary();
    }

    void onlyWhatIsStagedIsDrafted()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        repo.write("overlays/production/kustomization.yaml", overlay("1.1.0"));
        repo.stage();
        repo.write("README.md", "# Later\n");
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QCOMPARE(draft->header(), u"chore(api): promote api 1.1.0 to production"_s);
    }

    void nothingStagedIsNotFound()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        repo.write("README.md", "# Not staged\n");
        VERIFY_FAILS(Drafting::draftStaged(locate(repo), {}), ErrorKind::NotFound);
    }

    void aBareRepositoryHasNothingStaged()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        Git::RepoLocation bare = locate(repo);
        QVERIFY(QFile::remove(QFile::decodeName(bare.gitDir + "/index")));
        bare.workTree.clear();
        VERIFY_FAILS(Drafting::readStagedChanges(bare, {}), ErrorKind::Invalid);
        VERIFY_FAILS(Drafting::draftStaged(bare, {}), ErrorKind::Invalid);
    }

    void theFirstCommitIsDrafted()
    {
        Tests::RepoBuilder repo;
        repo.write("README.md", "# Rollback\n\nHow to.\n").stage();
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QCOMPARE(draft->header(), u"docs: document rollback"_s);
    }

    void goingBackToTheCommitBeforeIsARevert()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        const QByteArray head = repo.resolve("HEAD");
        repo.write("overlays/staging/kustomization.yaml", overlay("1.0.0")).stage();
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QCOMPARE(draft->header(), u"revert: feat(api): bump api to 1.1.0 in staging"_s);
        QVERIFY(draft->message().contains(u"This reverts commit "_s + QString::fromLatin1(head) + u'.'));
    }

    void anotherIndexFileIsHonoured()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        const QString other = repo.folder() + u"/index"_s;
        QVERIFY(QFile::copy(repo.gitDir() + u"/index"_s, other));
        repo.write("README.md", "# Hello\n").stage();
        Git::RepoLocation where = locate(repo);
        VERIFY_RESULT(Drafting::draftStaged(where, {}));
        where.indexFile = QFile::encodeName(other);
        VERIFY_FAILS(Drafting::draftStaged(where, {}), ErrorKind::NotFound);
    }

    void aRenameIsOneMove()
    {
        Tests::RepoBuilder repo;
        repo.write("notes/plan.cpp", "int one;\nint two;\nint three;\nint four;\n").commit("chore: start");
        repo.git({u"mv"_s, u"notes/plan.cpp"_s, u"notes/design.cpp"_s});
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QCOMPARE(draft->header(), u"refactor: rename plan.cpp to design.cpp"_s);
    }

    void theRulesOfTheRepositoryHold()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        repo.write(
            ".commitlintrc.json",
            R"({"rules": {"type-enum": [2, "always", ["ops"]], "header-max-length": [2, "always", 30]}})");
        repo.write("overlays/production/kustomization.yaml", overlay("1.1.0"));
        repo.stage();
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QCOMPARE(draft->type, u"ops"_s);
        QVERIFY2(draft->header().size() <= 30, qPrintable(draft->header()));
    }

    void whereEveryoneSignsOffTheDraftIsSignedOff()
    {
        Tests::RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada Example"_s).config(u"user.email"_s, u"ada@example.org"_s);
        for (int i = 0; i < 12; ++i)
            repo.write("a.txt", QByteArray::number(i))
                .commit("fix: step\n\nSigned-off-by: Bob Example <bob@example.org>");
        repo.write("a.txt", "last\n").stage();
        const auto draft = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(draft);
        QVERIFY(draft->footers.contains(u"Signed-off-by: Ada Example <ada@example.org>"_s));
        repo.write("a.txt", "more\n").commit("fix: a\n");
        for (int i = 0; i < 5; ++i)
            repo.write("a.txt", QByteArray::number(i)).commit("fix: step");
        repo.write("a.txt", "last\n").stage();
        const auto unsigned_ = Drafting::draftStaged(locate(repo), {});
        VERIFY_RESULT(unsigned_);
        QVERIFY(!unsigned_->message().contains(u"Signed-off-by"_s));
    }

    void aCancelledDraftSaysSo()
    {
        Tests::RepoBuilder repo;
        fill(repo);
        repo.write("README.md", "x\n").stage();
        CancelSource source;
        source.cancel();
        VERIFY_FAILS(Drafting::draftStaged(locate(repo), source.token()), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(StagedDraftTest)
#include "tst_stageddraft.moc"
