// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/recorded.h"
#include "git/open.h"

#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

/// Which file is the recorded snapshot of an environment; a link never is.
class RecordedTest final : public QObject
{
    Q_OBJECT

    static Git::RepoLocation locate(const Tests::RepoBuilder &repo)
    {
        const auto info = Git::openRepository(repo.path());
        return info ? info->location : Git::RepoLocation();
    }

    static QString under(const Git::RepoLocation &where, const QString &path)
    {
        return QFile::decodeName(where.workTree) + u'/' + path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::isolatedHome();
        Git::initializeLibrary();
    }

    void aFileIsFound()
    {
        Tests::RepoBuilder repo;
        const auto where = locate(repo);
        VERIFY_FAILS(Drift::recordedSnapshot(where, "production"), ErrorKind::NotFound);
        repo.write(".plumbline/snapshots/production.json", "{}");
        QCOMPARE(Drift::recordedSnapshot(where, "production"),
                 under(where, u".plumbline/snapshots/production.json"_s));
        repo.write(".plumbline/snapshots/production.yaml", "a: 1\n");
        QCOMPARE(Drift::recordedSnapshot(where, "production"),
                 under(where, u".plumbline/snapshots/production.yaml"_s));
        VERIFY_FAILS(Drift::recordedSnapshot(where, "staging"), ErrorKind::NotFound);
    }

    void aNameLeadsNowhereElse()
    {
        Tests::RepoBuilder repo;
        repo.write(".plumbline/snapshots/a.yaml", "a: 1\n").write("other.yaml", "a: 1\n");
        VERIFY_FAILS(Drift::recordedSnapshot(locate(repo), "../../other"), ErrorKind::NotFound);
        VERIFY_FAILS(Drift::recordedSnapshot(locate(repo), ""), ErrorKind::NotFound);
    }

    void aLinkIsDenied_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("target");
        QTest::addRow("file") << u".plumbline/snapshots/production.yaml"_s << u"/production.yaml"_s;
        QTest::addRow("dangling") << u".plumbline/snapshots/production.yaml"_s << u"/none"_s;
        QTest::addRow("folder") << u".plumbline/snapshots"_s << u""_s;
        QTest::addRow("folder above") << u".plumbline"_s << u""_s;
    }

    void aLinkIsDenied()
    {
        QFETCH(QString, link);
        QFETCH(QString, target);
        Tests::RepoBuilder repo, outside;
        outside.write("production.yaml", "a: 1\n").write("snapshots/production.yaml", "a: 1\n");
        const auto where = locate(repo);
        const QString place = under(where, link);
        QVERIFY(QDir().mkpath(place.first(place.lastIndexOf(u'/'))));
        QVERIFY(QFile::link(QFile::decodeName(locate(outside).workTree) + target, place));
        VERIFY_FAILS(Drift::recordedSnapshot(where, "production"), ErrorKind::Denied);
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "tst_recorded.moc"
