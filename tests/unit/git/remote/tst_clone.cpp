// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/clone.h"

#include "git/refs.h"

#include "remotefixture.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class CloneTest final : public QObject
{
    Q_OBJECT

    RemoteFixture m_fixture;
    QTemporaryDir m_dir;
    int m_count = 0;

    /// An empty folder for a clone to be made in.
    QString freshFolder()
    {
        const QString path = m_dir.filePath(QString::number(++m_count));
        QDir().mkpath(path);
        return path;
    }
    Result<void> clone(const Git::CloneRequest &request) const
    {
        return Git::clone(m_fixture.local.runner, request, {}, {});
    }

private Q_SLOTS:
    void aCloneIsThereAsAWhole()
    {
        const QString folder = freshFolder();
        QList<Git::TransferProgress> heard;
        const auto cloned = Git::clone(
            m_fixture.local.runner, {.url = m_fixture.origin.bytePath(), .folder = folder.toUtf8() + "/x y"},
            [&](const Git::TransferProgress &progress) { heard += progress; }, {});
        VERIFY_RESULT(cloned);
        QCOMPARE(entries(folder), QStringList{u"x y"_s});
        QVERIFY(QFile::exists(folder + u"/x y/a"_s));
        QVERIFY(!heard.isEmpty());
        const auto info = Git::openRepository(folder + u"/x y"_s);
        VERIFY_RESULT(info);
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.target.toHex(), m_fixture.first);
        struct stat made = {}, ordinary = {};
        QVERIFY(::stat(QFile::encodeName(folder + u"/x y"_s).constData(), &made) == 0);
        QDir(folder).mkdir(u"ordinary"_s);
        QVERIFY(::stat(QFile::encodeName(folder + u"/ordinary"_s).constData(), &ordinary) == 0);
        QCOMPARE(made.st_mode, ordinary.st_mode);
    }

    void anEmptyFolderIsTakenAndAFullOneIsNot()
    {
        const QByteArray folder = freshFolder().toUtf8();
        QDir(QString::fromUtf8(folder)).mkdir(u"empty"_s);
        VERIFY_RESULT(clone({.url = m_fixture.origin.bytePath(), .folder = folder + "/empty/"}));
        QVERIFY(QFile::exists(QString::fromUtf8(folder + "/empty/a")));
        VERIFY_FAILURE(clone({.url = m_fixture.origin.bytePath(), .folder = folder + "/empty"}),
                       ErrorKind::Conflict);
        QVERIFY(QFile::link(u"nowhere"_s, QString::fromUtf8(folder + "/link")));
        VERIFY_FAILURE(clone({.url = m_fixture.origin.bytePath(), .folder = folder + "/link"}),
                       ErrorKind::Conflict);
        QCOMPARE(entries(QString::fromUtf8(folder)), (QStringList{u"empty"_s}));
    }

    void aFailedCloneLeavesNothing()
    {
        const QString folder = freshFolder();
        const auto failed = clone({.url = m_dir.path().toUtf8() + "/none", .folder = folder.toUtf8() + "/x"});
        VERIFY_FAILURE(failed, ErrorKind::NotFound);
        QVERIFY(entries(folder).isEmpty());
        VERIFY_FAILURE(
            clone({.url = m_fixture.origin.bytePath(), .folder = folder.toUtf8() + "/x", .branch = "none"}),
            ErrorKind::NotFound);
        QVERIFY(entries(folder).isEmpty());
    }

    void aBranchAndADepthAreTaken()
    {
        const QByteArray folder = freshFolder().toUtf8();
        m_fixture.commitThere("topic", "b\n");
        VERIFY_RESULT(clone({.url = "file://" + m_fixture.origin.bytePath(),
                             .folder = folder + "/x",
                             .branch = "topic",
                             .depth = 1}));
        const auto info = Git::openRepository(QString::fromUtf8(folder + "/x"));
        VERIFY_RESULT(info);
        QVERIFY(info->isShallow);
        const auto refs = Git::readRefs(info->location, {});
        VERIFY_RESULT(refs);
        QCOMPARE(refs->head.branch, "refs/heads/topic"_ba);
    }

    void ofALocalPathOnlyTheNewestCommitsComeToo()
    {
        RemoteFixture fixture;
        fixture.commitThere("main", "2\n");
        const QByteArray folder = freshFolder().toUtf8();
        VERIFY_RESULT(clone({.url = fixture.origin.bytePath(), .folder = folder + "/x", .depth = 1}));
        const auto info = Git::openRepository(QString::fromUtf8(folder + "/x"));
        VERIFY_RESULT(info);
        QVERIFY(info->isShallow);
    }

    void aCloneIsNamedAsGitNamesIt_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("https") << "https://example.org/team/project.git"_ba << "project"_ba;
        QTest::newRow("slashes") << "https://example.org/team/project.git//"_ba << "project"_ba;
        QTest::newRow("inner .git") << "/srv/project/.git/"_ba << "project"_ba;
        QTest::newRow("scp") << "git@example.org:project.git"_ba << "project"_ba;
        QTest::newRow("ssh") << "ssh://git@example.org:2222/~ada/a b"_ba << "a b"_ba;
        QTest::newRow("two") << "file:///srv/a.git.git"_ba << "a.git"_ba;
        QTest::newRow("none") << "https://example.org/"_ba << ""_ba;
        QTest::newRow("up") << "/srv/.."_ba << ""_ba;
        QTest::newRow("only .git") << "git@example.org:.git"_ba << ""_ba;
        QTest::newRow("refused") << "ext::sh -c x/y"_ba << ""_ba;
    }
    void aCloneIsNamedAsGitNamesIt()
    {
        QFETCH(const QByteArray, url);
        QTEST(Git::cloneNameOf(url), "name");
    }

    void b04_hostileAddressesAndFoldersNeverReachGit_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("folder");
        QTest::newRow("helper") << "ext::sh -c touch% CANARY"_ba << "x"_ba;
        QTest::newRow("option") << "--upload-pack=touch CANARY"_ba << "x"_ba;
        QTest::newRow("password") << "https://ada:hunter2@example.org/a"_ba << "x"_ba;
        QTest::newRow("relative") << "../a"_ba << "x"_ba;
        QTest::newRow("up") << "ORIGIN"_ba << ".."_ba;
    }

    void b04_hostileAddressesAndFoldersNeverReachGit()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, folder);
        const QString parent = freshFolder();
        url.replace("CANARY", QByteArray(parent.toUtf8() + "/canary"))
            .replace("ORIGIN", m_fixture.origin.bytePath());
        const auto declined = clone({.url = url, .folder = parent.toUtf8() + '/' + folder});
        VERIFY_FAILURE(declined, ErrorKind::Invalid);
        QVERIFY(entries(parent).isEmpty());
        VERIFY_FAILURE(clone({.url = m_fixture.origin.bytePath(), .folder = "relative"}), ErrorKind::Invalid);
    }

    void aCancelledCloneLeavesNothing()
    {
        const QString folder = freshFolder();
        // The remote's program reads nothing and never ends.
        const QString program = m_dir.filePath(u"git"_s);
        const QString pids = m_dir.filePath(u"pids"_s);
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nfor last; do :; done\nmkdir \"$last\"; echo x > \"$last/half\"\n"
                     "echo $$ >> '" +
                     pids.toUtf8() + "'\nsleep 600 & echo $! >> '" + pids.toUtf8() + "'; wait\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        CancelSource source;
        const auto ending = qScopeGuard([&] { source.cancel(); });
        auto running = QtConcurrent::run([&] {
            return Git::clone(m_fixture.local.runner,
                              {.url = m_fixture.origin.bytePath(), .folder = folder.toUtf8() + "/x"}, {},
                              source.token(), program);
        });
        QTRY_COMPARE(runningProcesses(pids), 2);
        QCOMPARE(entries(folder).size(), 1);
        source.cancel();
        const auto end = running.result();
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(runningProcesses(pids), 0);
        QVERIFY(entries(folder).isEmpty());
    }

    void aWholeCloneThatCannotGetItsNameStays()
    {
        const QString folder = freshFolder();
        const auto cloned =
            Git::clone(m_fixture.local.runner,
                       {.url = "file://" + m_fixture.origin.bytePath(), .folder = folder.toUtf8() + "/x"},
                       [&](const Git::TransferProgress &) { QDir(folder).mkpath(u"x/taken"_s); }, {});
        VERIFY_FAILURE(cloned, ErrorKind::Conflict);
        const QStringList kept = QDir(folder).entryList({u".plumbline-clone-*"_s}, QDir::Dirs | QDir::Hidden);
        QCOMPARE(kept.size(), 1);
        QVERIFY2(cloned.error().hint.contains(kept.first()), qPrintable(cloned.error().hint));
        QVERIFY(QFile::exists(folder + u'/' + kept.first() + u"/x/a"_s));
        VERIFY_FAILURE(clone({.url = m_fixture.origin.bytePath(), .folder = "/proc"}), ErrorKind::Conflict);
    }
};

QTEST_GUILESS_MAIN(CloneTest)
#include "tst_clone.moc"
