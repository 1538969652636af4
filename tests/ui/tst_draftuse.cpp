// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/format.h"
#include "audit/trail.h"
#include "support/repobuilder.h"
#include "support/verify.h"
#include "tests/ui/shellfixture.h"
#include "workspace/audit/auditcontroller.h"
#include "workspace/changescontroller.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

#define AUDIT_TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)

namespace {

/// A repository with a staged change, and a trail of its own.
class Scene
{
public:
    Scene()
        : m_services(kept(*this))
        , repository(m_services, start(repo))
        , changes(repository)
    {
        repository.refresh();
        if (!QTest::qWaitFor([this] { return !changes.draft().subject.isEmpty(); }, 20'000))
            qFatal("no draft");
    }

    QString folder() const { return state.path() + u"/plumbline/audit"_s; }
    QList<Audit::Record> records() const
    {
        const auto read = Audit::readRecords(folder(), {}, 100, {});
        return read ? read->records : QList<Audit::Record>();
    }

    QTemporaryDir state;
    RepoBuilder repo;
    Tests::ShellServices services;

private:
    WorkspaceServices m_services;
    static WorkspaceServices kept(Scene &scene)
    {
        Tests::isolatedHome(); // which would set it later
        qputenv("XDG_STATE_HOME", QFile::encodeName(scene.state.path()));
        WorkspaceServices services = scene.services.workspace();
        services.cacheFolder = QFile::encodeName(scene.state.path());
        services.readTrust = [](const Git::RepoLocation &) { return Git::Trust::Trusted; };
        return services;
    }
    static QString start(RepoBuilder &repo)
    {
        repo.write("a.txt", "one\n").commit("feat: first");
        repo.write("a.txt", "CANARY-7391\n").git({u"add"_s, u"a.txt"_s});
        return repo.path();
    }

public:
    RepositoryController repository;
    ChangesController changes;
};

} // namespace

class DraftUseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftThatIsTakenIsRecordedFirst();
    void d06_aDraftThatCannotBeRecordedIsNotGiven();
    void whatIsLeftOfADraftIsRecordedAtTheCommit_data();
    void whatIsLeftOfADraftIsRecordedAtTheCommit();
    void aCommitWithoutADraftIsNoRecord();
    void recordsAreReadFilteredAndVerified();
    void aBrokenTrailIsSaidAndShownAllTheSame();
    void whatFitsIsExported();
};

void DraftUseTest::aDraftThatIsTakenIsRecordedFirst()
{
    Scene scene;
    QSignalSpy taken(&scene.changes, &ChangesController::draftTaken);
    scene.changes.takeDraft();
    AUDIT_TRY(taken.size() == 1);
    const QString message = taken.first().first().toString();
    QCOMPARE(message, scene.changes.draft().message());
    QCOMPARE(scene.records().size(), 1);
    const Audit::Entry entry = scene.records().first().entry;
    QCOMPARE(entry.model, Audit::kOfflineModel);
    QCOMPARE(entry.operation, u"generate_commit_message"_s);
    QCOMPARE(entry.use, u"taken"_s);
    QCOMPARE(entry.confidence, scene.changes.draft().confidence);
    QCOMPARE(entry.outputDigest.toLatin1(), Audit::digestOf(message.toUtf8()));
    QCOMPARE(entry.inputDigest.size(), 64);
    QCOMPARE(QDir(entry.repository).canonicalPath(), QDir(scene.repo.path()).canonicalPath());
    QVERIFY(!scene.records().first().line.contains("CANARY"));
}

void DraftUseTest::d06_aDraftThatCannotBeRecordedIsNotGiven()
{
    Scene scene;
    QDir().mkpath(QFileInfo(scene.folder()).path());
    QFile blocker(scene.folder()); // a file where the folder belongs
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QSignalSpy taken(&scene.changes, &ChangesController::draftTaken);
    QSignalSpy failed(&scene.changes, &ChangesController::actionFailed);
    scene.changes.takeDraft();
    AUDIT_TRY(failed.size() == 1);
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Denied);
    QCOMPARE(taken.size(), 0);
    blocker.remove();
    scene.changes.takeDraft();
    AUDIT_TRY(taken.size() == 1);
}

void DraftUseTest::whatIsLeftOfADraftIsRecordedAtTheCommit_data()
{
    QTest::addColumn<QString>("extra");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("use");
    QTest::newRow("kept") << QString() << u"accepted"_s << u"kept"_s;
    QTest::newRow("more was written") << u"\n\nand why"_s << u"accepted"_s << u"edited"_s;
    QTest::newRow("another message") << u"fix: something else entirely here"_s << u"replaced"_s
                                     << u"edited"_s;
}

void DraftUseTest::whatIsLeftOfADraftIsRecordedAtTheCommit()
{
    QFETCH(QString, extra);
    QFETCH(QString, result);
    QFETCH(QString, use);
    Scene scene;
    QSignalSpy taken(&scene.changes, &ChangesController::draftTaken);
    scene.changes.takeDraft();
    AUDIT_TRY(taken.size() == 1);
    const QString draft = taken.first().first().toString();
    const QString message = extra.startsWith(u"fix"_s) ? extra : QString(draft + extra);
    AUDIT_TRY(!scene.changes.isBusy());
    scene.changes.commit(message, CommitOptions());
    AUDIT_TRY(scene.records().size() == 2);
    const Audit::Entry entry = scene.records().first().entry;
    QCOMPARE(entry.operation, u"use_draft"_s);
    QCOMPARE(entry.result, result);
    QCOMPARE(entry.use, use);
    QCOMPARE(entry.requestId, scene.records().at(1).entry.requestId);
    QCOMPARE(entry.survival.value_or(-1) > 0, result == "accepted"_L1);
    QCOMPARE(entry.outputDigest.toLatin1(), Audit::digestOf(message.toUtf8()));
    AUDIT_TRY(!scene.changes.isBusy());
}

void DraftUseTest::aCommitWithoutADraftIsNoRecord()
{
    Scene scene;
    QSignalSpy committed(&scene.changes, &ChangesController::committed);
    scene.changes.commit(u"fix: by hand"_s, CommitOptions());
    AUDIT_TRY(committed.size() == 1);
    AUDIT_TRY(!scene.changes.isBusy());
    QVERIFY(scene.records().isEmpty());
}

void DraftUseTest::recordsAreReadFilteredAndVerified()
{
    Scene scene;
    AuditController audit(scene.repository);
    AUDIT_TRY(!audit.isBusy());
    QVERIFY(audit.state() == PageState::Empty);
    QVERIFY(!audit.verification() && audit.verificationProblem().isEmpty());
    for (const QString &place : {u"/srv/other"_s, recordedPlace(scene.repository.location())}) {
        for (const int days : {40, 0})
            VERIFY_RESULT(
                Audit::append(scene.folder(), {.timestamp = QDateTime::currentDateTimeUtc().addDays(-days),
                                               .operation = u"scan"_s,
                                               .user = u"ada"_s,
                                               .repository = place}));
    }
    audit.refresh();
    AUDIT_TRY(audit.state() == PageState::Ready && !audit.isBusy());
    QCOMPARE(audit.items().rowCount(), 2);
    QVERIFY(audit.verification() && audit.verification()->isIntact());
    audit.setChoice({.isEverywhere = true});
    AUDIT_TRY(audit.items().rowCount() == 4);
    audit.setChoice({.isEverywhere = true, .days = 7});
    AUDIT_TRY(audit.items().rowCount() == 2);
    audit.setChoice({.words = {u"other"_s}, .isEverywhere = true});
    AUDIT_TRY(audit.items().rowCount() == 2 && audit.items().record(0)->entry.repository == u"/srv/other"_s);
    audit.setChoice({.words = {u"nothing"_s}});
    AUDIT_TRY(audit.state() == PageState::Empty);
}

void DraftUseTest::aBrokenTrailIsSaidAndShownAllTheSame()
{
    Scene scene;
    for (int count = 0; count < 3; ++count)
        VERIFY_RESULT(
            Audit::append(scene.folder(), {.timestamp = QDateTime::currentDateTimeUtc(),
                                           .operation = u"scan"_s,
                                           .repository = recordedPlace(scene.repository.location())}));
    QFile trail(Audit::trailPath(scene.folder()));
    QVERIFY(trail.open(QIODevice::ReadWrite));
    QByteArray content = trail.readAll();
    content.replace(content.indexOf("scan"), 4, "scam");
    QVERIFY(trail.seek(0) && trail.write(content) == content.size());
    trail.close();
    AuditController audit(scene.repository);
    AUDIT_TRY(!audit.isBusy());
    QCOMPARE(audit.items().rowCount(), 3);
    QVERIFY(audit.verification() && !audit.verification()->isIntact());
    QCOMPARE(audit.verification()->line, 1U);
    QVERIFY(audit.verdict().contains(u"1"_s));
    QVERIFY(trail.remove() && QDir().mkpath(trail.fileName())); // a folder where the file belongs
    audit.refresh();
    AUDIT_TRY(!audit.isBusy());
    QVERIFY(audit.isStale()); // what was read stays, with the reason
    QVERIFY(!audit.verification() && !audit.verificationProblem().isEmpty());
    AuditController fresh(scene.repository);
    AUDIT_TRY(fresh.state() == PageState::Failed);
}

void DraftUseTest::whatFitsIsExported()
{
    Scene scene;
    for (const QString &user : {u"ada"_s, u"grace"_s})
        VERIFY_RESULT(
            Audit::append(scene.folder(), {.timestamp = QDateTime::currentDateTimeUtc(),
                                           .operation = u"scan"_s,
                                           .user = user,
                                           .repository = recordedPlace(scene.repository.location())}));
    AuditController audit(scene.repository);
    audit.setChoice({.words = {u"grace"_s}});
    QSignalSpy exported(&audit, &AuditController::exported), failed(&audit, &AuditController::exportFailed);
    audit.exportTo(scene.state.filePath(u"acts.csv"_s));
    AUDIT_TRY(exported.size() == 1);
    QCOMPARE(exported.first().at(1).toInt(), 1);
    QFile csv(scene.state.filePath(u"acts.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly) && csv.readAll().contains(",grace,"));
    audit.exportTo(scene.state.filePath(u"acts.json"_s));
    AUDIT_TRY(exported.size() == 2);
    QFile json(scene.state.filePath(u"acts.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(json.readAll()).isObject());
    audit.exportTo(scene.state.filePath(u"none/acts.csv"_s));
    AUDIT_TRY(failed.size() == 1);
}

QTEST_MAIN(DraftUseTest)
#include "tst_draftuse.moc"
