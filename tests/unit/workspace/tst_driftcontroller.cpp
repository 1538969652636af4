// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/driftcontroller.h"

#include "livefixture.h"
#include "tests/ui/gitopsfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

bool isCompared(const DriftController &drift, const QByteArray &environment)
{
    return std::ranges::any_of(drift.results(), [&](const DriftResult &result) {
        return result.environment == environment && result.report;
    });
}

qsizetype findingCount(const DriftController &drift)
{
    qsizetype count = 0;
    for (const DriftResult &result : drift.results())
        count += result.report ? result.report->findings.size() : 0;
    return count;
}

} // namespace

class DriftControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void driftIsComparedAgainWhenASnapshotChanges()
    {
        Tests::RepoBuilder repo;
        GitOpsFixture::make(repo);
        Tests::LiveServices services;
        services.trust = Git::Trust::Unknown; // no program is started
        RepositoryController controller(services.workspace(), repo.path());
        controller.refresh();
        DriftController drift(controller);
        QTRY_VERIFY(!drift.results().isEmpty() && !drift.isBusy() && controller.watcher().isSettled());
        QVERIFY(!isCompared(drift, "dev"));
        QSignalSpy compared(&drift, &DriftController::resultsChanged);
        repo.write(GitOpsFixture::snapshotPath("dev"), GitOpsFixture::snapshot("dev", "1.2.0", 5));
        QTRY_VERIFY_WITH_TIMEOUT(findingCount(drift) > 0, 5'000);
        repo.write(GitOpsFixture::snapshotPath("dev"), GitOpsFixture::snapshot("dev", "1.2.0"));
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(drift, "dev") && findingCount(drift) == 0, 5'000);
        repo.remove(GitOpsFixture::snapshotPath("dev"));
        QTRY_VERIFY_WITH_TIMEOUT(!isCompared(drift, "dev"), 5'000);
        QTRY_VERIFY(!drift.isBusy());

        // Any other file is none of its business.
        const qsizetype before = compared.size();
        QSignalSpy told(&controller, &RepositoryController::repositoryChanged);
        repo.write("notes", "x");
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 5'000);
        QTRY_VERIFY(!drift.isBusy());
        QCOMPARE(compared.size(), before);
    }

    void aChosenSnapshotIsReadAgainWhenItChanges()
    {
        Tests::RepoBuilder repo;
        GitOpsFixture::make(repo);
        const QString file = repo.folder() + u"/live.yaml"_s;
        const auto write = [&](const QByteArray &content) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
        };
        QVERIFY(write(GitOpsFixture::snapshot("dev", "1.2.0")));
        Tests::LiveServices services;
        services.trust = Git::Trust::Unknown;
        RepositoryController controller(services.workspace(), repo.path());
        controller.refresh();
        DriftController drift(controller);
        QTRY_VERIFY(!drift.results().isEmpty() && !drift.isBusy() && controller.watcher().isSettled());
        drift.compareWithSnapshot(file);
        QTRY_VERIFY(!drift.isBusy() && drift.currentResult()->report);
        QVERIFY(drift.currentResult()->report->findings.isEmpty());
        QSignalSpy compared(&drift, &DriftController::resultsChanged);
        controller.note(RepositoryChange::WorkTree); // nothing of it changed
        QSignalSpy told(&controller, &RepositoryController::repositoryChanged);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 5'000);
        QTRY_VERIFY(!drift.isBusy());
        QCOMPARE(compared.size(), 0);
        QVERIFY(write(GitOpsFixture::snapshot("dev", "1.2.0", 7)));
        controller.note(kEverything); // as the window's return does
        QTRY_VERIFY_WITH_TIMEOUT(
            drift.currentResult()->report && !drift.currentResult()->report->findings.isEmpty(), 5'000);
    }
};

QTEST_GUILESS_MAIN(DriftControllerTest)
#include "tst_driftcontroller.moc"
