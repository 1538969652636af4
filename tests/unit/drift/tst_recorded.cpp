// SPDX-License-Identifier: GPL-3.0-or-later
#include "drift/detect.h"
#include "drift/recorded.h"
#include "git/open.h"

#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kNamespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"_ba;

} // namespace

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

    void aLinkPutThereBetweenFindingAndReadingIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("swapped");
        QTest::addRow("file") << ".plumbline/snapshots/production.yaml"_ba;
        QTest::addRow("folder") << ".plumbline/snapshots"_ba;
        QTest::addRow("folder above") << ".plumbline"_ba;
    }

    void aLinkPutThereBetweenFindingAndReadingIsNotFollowed()
    {
        QFETCH(QByteArray, swapped);
        const QByteArray path = ".plumbline/snapshots/production.yaml"_ba;
        Tests::RepoBuilder repo, outside;
        repo.write(path, kNamespace);
        outside.write(path, kNamespace);
        const auto where = locate(repo);
        const auto found = Drift::recordedSnapshot(where, "production");
        VERIFY_RESULT(found);
        VERIFY_RESULT(Drift::readSnapshotFor(where, *found, {}));

        QVERIFY(QFile::rename(under(where, QFile::decodeName(swapped)), repo.folder() + u"/away"_s));
        repo.link(swapped, outside.bytePath(swapped));
        VERIFY_RESULT(Drift::readSnapshot(*found, {})); // the link leads to a whole snapshot
        const auto read = Drift::readSnapshotFor(where, *found, {});
        VERIFY_FAILS(read, ErrorKind::NotFound);
        QVERIFY2(read.error().message.contains(u"symbolic link"_s), qPrintable(read.error().message));
        const auto report =
            Drift::detectAgainstSnapshot({.where = where}, {.name = u"production"_s}, *found, {}, {});
        VERIFY_FAILS(report, ErrorKind::NotFound);
    }

    void aChosenFileElsewhereIsReadAsItIs()
    {
        Tests::RepoBuilder repo;
        repo.write("mine.yaml", kNamespace).link("link.yaml", "mine.yaml");
        const auto where = locate(repo);
        const auto read = Drift::readSnapshotFor(where, under(where, u"link.yaml"_s), {});
        VERIFY_RESULT(read);
        QCOMPARE(read->objects.size(), 1);
    }

    void aRecordedSnapshotSaysWhenItWasWritten()
    {
        Tests::RepoBuilder repo;
        repo.write(".plumbline/snapshots/production.yaml", kNamespace);
        const auto where = locate(repo);
        const QString file = under(where, u".plumbline/snapshots/production.yaml"_s);
        const auto read = Drift::readSnapshotFor(where, file, {});
        VERIFY_RESULT(read);
        QCOMPARE(read->written.toSecsSinceEpoch(), QFileInfo(file).lastModified().toSecsSinceEpoch());
        QCOMPARE(read->file, file);
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "tst_recorded.moc"
