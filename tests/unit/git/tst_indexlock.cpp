// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/indexlock.h"
#include "git/work/lockfile.h"
#include "git/work/lockwait.h"
#include "writefixture.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

class IndexLockTest final : public QObject
{
    Q_OBJECT

    static QByteArray lockOf(const WriteFixture &fixture)
    {
        return Git::indexPath(fixture.where()) + ".lock";
    }
    static bool isThere(const QByteArray &path) { return ::access(path.constData(), F_OK) == 0; }
    static Result<ProcessResult> add(Git::IndexLock &held, const QString &path)
    {
        return held.run({.arguments = {u"add"_s, u"--"_s, path}}, {});
    }

private Q_SLOTS:
    void whatIsPutBecomesTheIndex()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "first\n").commit("First");
        fixture.repo.write("f", "second\n");
        const Git::Program git = fixture.git();
        for (const bool isPut : {false, true}) {
            {
                auto held = Git::IndexLock::take(git, {});
                VERIFY_RESULT(held);
                QVERIFY(isThere(lockOf(fixture)));
                VERIFY_RESULT(add(*held, u"f"_s));
                QCOMPARE(fixture.staged("f"), "first\n"_ba);
                if (isPut)
                    VERIFY_RESULT(held->put());
            }
            QVERIFY(!isThere(lockOf(fixture)));
            QCOMPARE(fixture.staged("f"), isPut ? "second\n"_ba : "first\n"_ba);
        }
        auto unchanged = Git::IndexLock::take(git, {});
        VERIFY_RESULT(unchanged);
        VERIFY_RESULT(unchanged->put());
        QVERIFY(!isThere(lockOf(fixture)));
    }

    void othersSayThatItIsLockedAndSeeByWhom()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "first\n").commit("First");
        fixture.repo.write("f", "second\n");
        const Git::Program git = fixture.git();
        auto held = Git::IndexLock::take(git, {});
        VERIFY_RESULT(held);
        const auto seen = [&] {
            const auto lock = Git::lookAtLock(fixture.where(), lockOf(fixture));
            return lock && lock->holder ? lock->holder->process : 0;
        };
        QCOMPARE(seen(), qint64(::getpid()));
        VERIFY_RESULT(add(*held, u"f"_s));
        QCOMPARE(seen(), qint64(::getpid())); // though it is another file by now
        QVERIFY(fixture.repo.tryGit({u"add"_s, u"f"_s}).errors.contains("index.lock"));
        VERIFY_FAILURE(Git::IndexLock::take(git, {}), ErrorKind::Conflict);
        VERIFY_RESULT(held->put());
        VERIFY_RESULT(Git::IndexLock::take(git, {}));
    }

    void whatAKilledGitLeftIsRemoved()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "first\n").commit("First");
        const Git::Program git = fixture.git();
        {
            const auto held = Git::IndexLock::take(git, {});
            VERIFY_RESULT(held);
            fixture.repo.write(".git/index.lock.lock", "half an index");
        }
        QVERIFY(!fixture.repo.exists(".git/index.lock.lock"));
        QVERIFY(!isThere(lockOf(fixture)));
        QCOMPARE(fixture.staged("f"), "first\n"_ba);
    }

    void withoutAnIndexOrTrustNothingIsHeld()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "first\n");
        const Git::Program git = fixture.git();
        auto held = Git::IndexLock::take(git, {});
        VERIFY_RESULT(held);
        QVERIFY(!isThere(lockOf(fixture)));
        VERIFY_RESULT(add(*held, u"f"_s));
        VERIFY_RESULT(held->put());
        QCOMPARE(fixture.staged("f"), "first\n"_ba);

        Git::RepoLocation where = fixture.where();
        where.trust = Git::Trust::Restricted;
        const Git::Program restricted(fixture.runner, where);
        auto none = Git::IndexLock::take(restricted, {});
        VERIFY_RESULT(none);
        QVERIFY(!isThere(lockOf(fixture)));
        VERIFY_FAILURE(add(*none, u"f"_s), ErrorKind::Denied);
    }

    // Git tells by the time of the index which files it has to look into.
    void aFileOfTheSameTimeIsStillLookedInto()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "one\n").write("other", "o\n").commit("First");
        for (int round = 0; round < 5; ++round) {
            fixture.repo.write("f", "two\n").git({u"add"_s, u"f"_s});
            fixture.repo.write("f", "six\n").write("other", QByteArray::number(round));
            const Git::Program git = fixture.git();
            auto held = Git::IndexLock::take(git, {});
            VERIFY_RESULT(held);
            VERIFY_RESULT(add(*held, u"other"_s));
            VERIFY_RESULT(held->put());
            QCOMPARE(fixture.repo.git({u"diff"_s, u"--name-only"_s}), "f\n"_ba);
        }
    }
};

QTEST_GUILESS_MAIN(IndexLockTest)
#include "tst_indexlock.moc"
