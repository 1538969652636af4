// SPDX-License-Identifier: GPL-3.0-or-later
#include "../writefixture.h"
#include "git/stash/stashactions.h"

using namespace Qt::StringLiterals;

namespace {

/// One commit with two files and a folder.
struct Fixture : WriteFixture
{
    Fixture()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("ten", "0\n").write("a", "1\n").write("d/b", "1\n").commit("first");
    }
    QList<Git::StashEntry> entries() const
    {
        return Git::readStashes(where(), {}).value_or(QList{Git::StashEntry()});
    }
    Result<Git::StashEntry> push(const Git::StashRequest &request = {}) const
    {
        return Git::stashPush(git(), request, {});
    }
};

} // namespace

class StashPlacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTookThePlaceOfOthersIsNotLost_data()
    {
        QTest::addColumn<QByteArrayList>("gone");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<bool>("isStaged");
        QTest::addColumn<Git::StashRequest>("request");
        const QByteArrayList folder{"d/b"}, file{"a"};
        const Git::StashRequest all, untracked{.untracked = Git::Untracked::Too};
        QTest::newRow("a folder") << file << "a/u"_ba << false << all;
        QTest::newRow("a folder, untracked too") << file << "a/u"_ba << false << untracked;
        QTest::newRow("an ignored file in a folder") << file << "a/x.o"_ba << false << untracked;
        QTest::newRow("a folder, the file named")
            << file << "a/u"_ba << false << Git::StashRequest{.paths = {"a"_ba}};
        QTest::newRow("a folder, its file named")
            << file << "a/u"_ba << false
            << Git::StashRequest{.untracked = Git::Untracked::Too, .paths = {"a/u"_ba}};
        QTest::newRow("a folder, the deletion staged") << file << "a/u"_ba << true << all;
        QTest::newRow("a file") << folder << "d"_ba << false << all;
        QTest::newRow("a file, the deletion staged") << folder << "d"_ba << true << all;
        QTest::newRow("a file, the folder named")
            << folder << "d"_ba << false << Git::StashRequest{.paths = {"d/"_ba}};
    }
    void whatTookThePlaceOfOthersIsNotLost()
    {
        QFETCH(const QByteArrayList, gone);
        QFETCH(const QByteArray, mine);
        QFETCH(const bool, isStaged);
        QFETCH(const Git::StashRequest, request);
        Fixture fixture;
        fixture.repo.write(".gitignore", "*.o\n").commit("ignore");
        for (const QByteArray &path : gone)
            fixture.repo.git({u"rm"_s, u"-q"_s, QString::fromUtf8(path)});
        if (!isStaged)
            fixture.repo.git({u"reset"_s, u"-q"_s});
        fixture.repo.write(mine, "mine\n").write("ten", "changed\n");
        const auto pushed = fixture.push(request);
        VERIFY_FAILURE(pushed, ErrorKind::Conflict);
        QCOMPARE(pushed.error().detail, QString::fromUtf8(mine));
        QVERIFY(!pushed.error().hint.isEmpty());
        QCOMPARE(fixture.repo.read(mine), "mine\n"_ba);
        QVERIFY(fixture.entries().isEmpty());
        // Other files can be put away.
        VERIFY_RESULT(fixture.push({.paths = {"ten"_ba}}));
        QCOMPARE(fixture.repo.read(mine), "mine\n"_ba);
        QCOMPARE(fixture.repo.read("ten"), "0\n"_ba);
    }

    void anEmptyFolderInTheirPlaceIsNoLoss()
    {
        Fixture fixture;
        fixture.repo.remove("a").write("a/u", "x").remove("a/u");
        VERIFY_RESULT(fixture.push());
        QCOMPARE(fixture.repo.read("a"), "1\n"_ba);
    }

    void anAnnouncedFileIsNamed()
    {
        Fixture fixture;
        fixture.repo.write("n", "n\n").write("a", "2\n").git({u"add"_s, u"-N"_s, u"n"_s});
        for (const Git::StashRequest &request : {Git::StashRequest(), Git::StashRequest{.paths = {"a"_ba}}}) {
            const auto pushed = fixture.push(request);
            VERIFY_FAILURE(pushed, ErrorKind::Invalid);
            QVERIFY2(pushed.error().message.contains(u"n is announced"_s),
                     qPrintable(pushed.error().message));
            QVERIFY(!pushed.error().hint.isEmpty());
        }
        QVERIFY(fixture.entries().isEmpty());
        fixture.repo.stage({"n"});
        VERIFY_RESULT(fixture.push());
    }
};

QTEST_GUILESS_MAIN(StashPlacesTest)
#include "tst_stashplaces.moc"
