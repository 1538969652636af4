// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfixture.h"

#include "git/commitgraph.h"

using namespace Tests;

namespace {

const QByteArray kPeople = "author A <a@example.org> 1700000000 +0000\ncommitter A <a@example.org> ";
const QByteArray kEmptyTree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";

QString loosePath(const RepoBuilder &repo, const QByteArray &id)
{
    return repo.gitDir() + u"/objects/"_s + QString::fromLatin1(id.first(2) + '/' + id.sliced(2));
}

} // namespace

class TestOddHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAgainWhatWasMissing()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a", "1").commit("first");
        const QByteArray second = repo.write("a", "2").commit("second");
        const QByteArray third = repo.write("a", "3").commit("third");
        QVERIFY(QFile::rename(loosePath(repo, second), repo.folder() + u"/aside"_s));
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids(), QList<QByteArray>{third});
        QVERIFY(QFile::rename(repo.folder() + u"/aside"_s, loosePath(repo, second)));
        QVERIFY(opened.store->position(idOf(second)) != kNoCommit);
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids(), (QList<QByteArray>{third, second, first}));
    }

    void endsAtTheEdgeOfAShallowClone()
    {
        RepoBuilder repo;
        for (int i = 0; i < 8; ++i)
            repo.write("a", QByteArray::number(i)).commit("c");
        const QString clone = repo.folder() + u"/shallow"_s;
        repo.git({u"clone"_s, u"-q"_s, u"--depth=3"_s, u"file://"_s + repo.path(), clone});
        OpenedStore opened = openStore(clone);
        QCOMPARE(opened.ids().size(), 3);
        QCOMPARE(opened.store->problems(), QStringList());
        QCOMPARE(opened.store->shallowEnds(), 1);
        QVERIFY(!opened.store->isOutdated());
        repo.git({u"-C"_s, clone, u"fetch"_s, u"-q"_s, u"--unshallow"_s});
        QVERIFY(opened.store->isOutdated());
        QCOMPARE(openStore(clone).ids().size(), 8);
    }

    void obeysGraftsAndReplacementsOverTheGraphFile()
    {
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 500);
        writeGraph(repo);
        const auto all = revisions(repo, kTopological);
        QVERIFY(openStore(repo.path()).store->hasGenerations());
        const QString grafts = repo.gitDir() + u"/info/grafts"_s;
        QDir().mkpath(repo.gitDir() + u"/info"_s);
        QFile file(grafts);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(all[50] + ' ' + all[300] + ' ' + all[400] + '\n' + all[200] + '\n');
        file.close();
        OpenedStore grafted = openStore(repo.path());
        QCOMPARE(grafted.ids(), revisions(repo, kTopological));
        QVERIFY(grafted.ids() != all);
        QVERIFY(!grafted.store->hasGenerations());
        QVERIFY(QFile::remove(grafts));

        repo.git({u"replace"_s, u"--graft"_s, QString::fromLatin1(all[100]), QString::fromLatin1(all[490])});
        OpenedStore replaced = openStore(repo.path());
        auto expected = revisions(repo, kTopological);
        const QByteArray stand = repo.resolve(QByteArray("refs/replace/") + all[100]);
        QCOMPARE(replaced.ids(), expected); // refs/replace is among the refs, so the stand-in shows as well
        QVERIFY(expected.contains(stand));
        QCOMPARE(replaced.store->replacements().value(idOf(all[100])), idOf(stand));
        repo.config(u"core.useReplaceRefs"_s, u"false"_s);
        QVERIFY(openStore(repo.path()).store->replacements().isEmpty());
    }

    void readsGraftsAsGit_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a comment") << "# note\nCHILD PARENT\n"_ba;
        QTest::newRow("a comment at the end") << "CHILD PARENT\n#"_ba;
        QTest::newRow("blank lines") << "\n\nCHILD PARENT\n \t\n"_ba;
        QTest::newRow("space at the end") << "CHILD PARENT \n"_ba;
        QTest::newRow("CRLF") << "CHILD PARENT\r\n"_ba;
        QTest::newRow("a tab") << "CHILD\tPARENT"_ba;
        QTest::newRow("no parent") << "CHILD  \n"_ba;
        QTest::newRow("two spaces") << "CHILD  PARENT\n"_ba;
        QTest::newRow("space at the start") << " CHILD PARENT\n"_ba;
        QTest::newRow("no ids") << "hello\nCHILD PARENT\n"_ba;
        QTest::newRow("half an id") << "CHILD 1234\n"_ba;
        QTest::newRow("too much") << "CHILD PARENT0\n"_ba;
        QTest::newRow("twice") << "CHILD PARENT\nCHILD OTHER\n"_ba;
        QTest::newRow("nothing wrong") << "CHILD PARENT OTHER\n"_ba;
    }

    void readsGraftsAsGit()
    {
        QFETCH(QByteArray, content);
        RepoBuilder repo;
        QList<QByteArray> ids;
        for (int i = 0; i < 5; ++i)
            ids += repo.write("a", QByteArray::number(i)).commit("c");
        const bool isCommented = content.contains('#');
        content.replace("CHILD", ids[4]).replace("PARENT", ids[1]).replace("OTHER", ids[0]);
        QVERIFY(QDir().mkpath(repo.gitDir() + u"/info"_s));
        QFile file(repo.gitDir() + u"/info/grafts"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
        file.close();
        OpenedStore opened = openStore(repo.path());
        QCOMPARE(opened.ids(), revisions(repo, kTopological));
        if (isCommented)
            QCOMPARE(opened.store->problems(), QStringList());
        const auto commit = Git::resolveRevision(locationAt(repo.path()), "HEAD");
        QVERIFY(commit && commit->toHex() == ids[4]);
        QVERIFY(Git::readAheadBehind(locationAt(repo.path()), idOf(ids[4]), idOf(ids[3])));
    }

    void namesTheLineThatIsNoGraft()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("c");
        QVERIFY(QDir().mkpath(repo.gitDir() + u"/info"_s));
        QFile file(repo.gitDir() + u"/info/grafts"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("# note\n\nhello\n") > 0);
        file.close();
        const QStringList problems = openStore(repo.path()).store->problems();
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems[0].contains(u"Line 3 of"_s) && problems[0].contains(u"info/grafts"_s),
                 qPrintable(problems[0]));
    }

    void endsInACircleOfReplacements()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a", "1").commit("first");
        const QByteArray second = repo.write("a", "2").commit("second");
        const QByteArray third = repo.write("a", "3").commit("third");
        const QByteArray circle =
            writeCommit(repo, kEmptyTree + "parent " + second + "\n" + kPeople + "1 +0000\n\nx\n");
        repo.git(
            {u"update-ref"_s, QString::fromLatin1("refs/replace/" + first), QString::fromLatin1(circle)});
        OpenedStore opened = openStore(repo.path());
        const auto ids = opened.ids();
        QVERIFY(ids.contains(third));
        QCOMPARE(opened.leftOver, 2U); // first and second lead to each other
    }

    void namesWhatIsMissingOrDamagedAndGoesOn()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("a", "1").commit("first");
        const QByteArray second = repo.write("a", "2").commit("second");
        const QByteArray third = repo.write("a", "3").commit("third");
        QVERIFY(QFile::remove(loosePath(repo, first)));
        OpenedStore opened = openStore(repo.path());
        QCOMPARE(opened.ids(), (QList<QByteArray>{third, second}));
        QCOMPARE(opened.store->problems().size(), 1);
        QVERIFY(opened.store->problems().first().contains(QString::fromLatin1(first.first(8))));
        QFile file(loosePath(repo, second));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("garbage");
        file.close();
        OpenedStore damaged = openStore(repo.path());
        QCOMPARE(damaged.ids(), QList<QByteArray>{third});
        QVERIFY(damaged.store->problems().first().contains(u"damaged"_s));
    }

    void manyEndsOfAShallowCloneHideNoMissingCommit()
    {
        RepoBuilder repo({u"--bare"_s});
        QByteArray ends;
        const QByteArray root = writeCommit(repo, kEmptyTree + kPeople + "1 +0000\n\nroot\n");
        for (int at = 0; at < 30; ++at) {
            const QByteArray end = writeCommit(repo, kEmptyTree + "parent " + root + '\n' + kPeople +
                                                         QByteArray::number(at + 2) + " +0000\n\nend\n");
            repo.git({u"update-ref"_s, u"refs/heads/b%1"_s.arg(at), QString::fromLatin1(end)});
            ends += end + '\n';
        }
        QByteArray tip = root;
        for (int at = 0; at < 24; ++at) { // each names one that is not there
            const QByteArray lost =
                QByteArray::number(at + 10) + QByteArray(38, 'a'); // told apart by 8 digits
            tip = writeCommit(repo, kEmptyTree + "parent " + tip + "\nparent " + lost + '\n' + kPeople +
                                        "99 +0000\n\nx\n");
        }
        repo.git({u"update-ref"_s, u"refs/heads/z"_s, QString::fromLatin1(tip)});
        QFile file(repo.gitDir() + u"/shallow"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ends) > 0);
        file.close();
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids().size(), 30 + 1 + 24);
        QCOMPARE(opened.store->shallowEnds(), 30);
        const QStringList problems = opened.store->problems();
        QCOMPARE(problems.size(), 21);
        QVERIFY2(problems.first().contains(u"aaaaaa"_s), qPrintable(problems.first()));
        QVERIFY2(problems.last().contains(u"4 more"_s), qPrintable(problems.last()));
    }

    void takesNothingButCommits()
    {
        RepoBuilder repo;
        repo.write("a", "1").commit("first");
        const QByteArray tree = repo.resolve("HEAD^{tree}");
        repo.git({u"update-ref"_s, u"refs/tags/tree"_s, QString::fromLatin1(tree)});
        OpenedStore opened = openStore(repo.path());
        QCOMPARE(opened.ids().size(), 1);
        QCOMPARE(opened.store->problems(), QStringList());
        QCOMPARE(opened.store->position(idOf(tree)), kNoCommit);
        QCOMPARE(opened.store->position({}), kNoCommit);
        QCOMPARE(opened.store->problems().size(), 1);
    }

    // What follows the header is cut off: whoever unpacked it would call it damaged.
    void unpacksNoParentThatIsNoCommitOrFillsTheMemory()
    {
        RepoBuilder repo;
        QByteArray content = kEmptyTree;
        const QList<QByteArray> headers = {"blob 3221225472"_ba, "commit 99999999999"_ba};
        for (qsizetype at = 0; at < headers.size(); ++at) {
            const QByteArray id(40, char('a' + at));
            const QString path = loosePath(repo, id);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(qCompress(headers[at] + '\0' + QByteArray(1000, 'x')).sliced(4));
            content += "parent " + id + '\n';
        }
        const QByteArray tip = writeCommit(repo, content + kPeople + "1700000000 +0000\n\ntip\n");
        repo.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(tip)});
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids(), QList<QByteArray>{tip});
        const QString problems = opened.store->problems().join(u'|');
        QVERIFY2(problems.contains(u"of another kind"_s), qPrintable(problems));
        QVERIFY2(problems.contains(u"too large"_s), qPrintable(problems));
        QVERIFY2(!problems.contains(u"damaged"_s), qPrintable(problems));
    }

    void takesDatesOfAnyAgeAndLongMessages()
    {
        RepoBuilder repo;
        const QByteArray old = writeCommit(repo, kEmptyTree + kPeople + "-1000000000 +0000\n\nold\n");
        const QByteArray late = writeCommit(repo, kEmptyTree + "parent " + old + "\n" + kPeople +
                                                      "5000000000 +0000\n\n" + QByteArray(10 << 20, 'x'));
        const QByteArray odd =
            writeCommit(repo, kEmptyTree + "parent " + late + "\nauthor A\ncommitter A\n\nodd\n");
        const QByteArray last =
            writeCommit(repo, kEmptyTree + "parent " + odd + "\n" + kPeople + "1800000000 +0000\n\nlast\n");
        repo.git({u"update-ref"_s, u"refs/heads/main"_s, QString::fromLatin1(last)});
        OpenedStore opened = openStore(repo.path());
        QCOMPARE(opened.ids(), (QList<QByteArray>{last, odd, late, old}));
        QCOMPARE(opened.store->date(opened.store->find(idOf(old))), quint64(0) - 1'000'000'000);
        QCOMPARE(opened.store->date(opened.store->find(idOf(late))), 5'000'000'000U);
        QCOMPARE(opened.store->date(opened.store->find(idOf(odd))), 0U);
    }

    void takesAHundredThousandParents()
    {
        RepoBuilder repo({u"--bare"_s});
        QByteArray input;
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray name = QByteArray::number(i);
            input += "reset refs/heads/w\n\ncommit refs/heads/w\ncommitter A <a@example.org> " + name +
                     " +0000\ndata " + QByteArray::number(name.size()) + '\n' + name + '\n';
        }
        repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, input);
        const QByteArray listed = repo.git(
            {u"cat-file"_s, u"--batch-all-objects"_s, u"--batch-check=%(objecttype) %(objectname)"_s});
        QByteArray content = kEmptyTree;
        for (const QByteArray &line : listed.split('\n')) {
            if (line.startsWith("commit "))
                content += "parent " + line.sliced(7) + "\nparent " + line.sliced(7) + '\n'; // each twice
        }
        const QByteArray octopus = writeCommit(repo, content + kPeople + "200000 +0000\n\noctopus\n");
        repo.git({u"update-ref"_s, u"refs/heads/w"_s, QString::fromLatin1(octopus)});
        repo.git({u"symbolic-ref"_s, u"HEAD"_s, u"refs/heads/w"_s});
        OpenedStore opened = openStore(repo.path());
        QVERIFY(opened.store->readAll({}));
        QCOMPARE(opened.ids().size(), 100'001);
        Git::ParentPositions parents;
        opened.store->parents(opened.store->position(idOf(octopus)), parents);
        QCOMPARE(parents.size(), 100'000);
    }

    void goesOnWithoutADamagedGraphFile_data()
    {
        QTest::addColumn<int>("share");
        QTest::newRow("half of it") << 2;
        QTest::newRow("nothing of it") << 1'000'000;
    }
    void goesOnWithoutADamagedGraphFile()
    {
        QFETCH(const int, share);
        RepoBuilder repo({u"--bare"_s});
        addHistory(repo, 200);
        const auto expected = revisions(repo, kTopological);
        writeGraph(repo);
        QFile file(repo.gitDir() + u"/objects/info/commit-graph"_s);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.resize(file.size() / share));
        OpenedStore opened = openStore(repo.path());
        QVERIFY(!opened.store->graph());
        QCOMPARE(opened.store->problems().size(), 1);
        QVERIFY2(opened.store->problems()[0].contains(u"damaged and was not used"),
                 qPrintable(opened.store->problems()[0]));
        QCOMPARE(opened.ids(), expected);
    }
};

QTEST_GUILESS_MAIN(TestOddHistory)

#include "tst_oddhistory.moc"
