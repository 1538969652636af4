// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/findingitems.h"
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/drift/driftpage.h"
#include "ui/drift/environmentbutton.h"
#include "ui/drift/objectoverview.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuschip.h"

#include <QComboBox>
#include <QTreeView>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<DriftPage>
{
    // Without trust no program is started, so that the result is the same on every machine.
    explicit Opened(const RepoBuilder &repo)
        : OpenPage(repo, Git::Trust::Unknown)
    {}

    DriftController &drift() { return static_cast<DriftController &>(page().controller()); }
    EnvironmentButton *button(const QString &environment)
    {
        for (EnvironmentButton *button : page().findChildren<EnvironmentButton *>())
            if (button->accessibleName().startsWith(environment + u','))
                return button;
        return nullptr;
    }
    QString verdict(const QString &environment)
    {
        const EnvironmentButton *found = button(environment);
        return found ? found->accessibleName().sliced(environment.size() + 2) : QString();
    }
    void choose(const QString &environment)
    {
        button(environment)->setFocus();
        press(Qt::Key_Space);
    }
    QComboBox *comparison() { return page().findChild<QComboBox *>(); }
    void compareWith(const QString &text)
    {
        comparison()->setFocus();
        for (int row = 0; row < comparison()->count() && comparison()->currentText() != text; ++row)
            press(row == 0 ? Qt::Key_Home : Qt::Key_Down);
    }
    QTreeView *tree() { return page().findChild<QTreeView *>(); }
    QStringList findings()
    {
        QStringList all;
        const QAbstractItemModel &model = *tree()->model();
        for (int object = 0; object < model.rowCount(); ++object) {
            const QModelIndex parent = model.index(object, 0);
            for (int row = 0; row < model.rowCount(parent); ++row)
                all += model.index(row, 0, parent).data().toString() + u' ' +
                       model.index(row, 1, parent).data().toString();
        }
        return all;
    }
    bool isErrorShown()
    {
        return std::ranges::any_of(page().findChildren<ErrorBanner *>(),
                                   [](const ErrorBanner *banner) { return banner->isVisible(); });
    }
};

} // namespace

class DriftPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachEnvironmentStandsWithItsVerdict()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::snapshotPath("staging"), GitOpsFixture::snapshot("staging", "1.1.0"));
        repo.write(GitOpsFixture::snapshotPath("production"),
                   GitOpsFixture::snapshot("production", "1.0.0", 5));
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Ready);
        QCOMPARE(open.verdict(u"dev"_s), u"unknown"_s);
        QCOMPARE(open.verdict(u"staging"_s), u"in sync"_s);
        QVERIFY2(open.verdict(u"production"_s).startsWith(u'1'), qPrintable(open.verdict(u"production"_s)));
        QCOMPARE(open->badge(), 1);
    }

    void aFindingShowsDesiredAndLiveSideBySide()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::snapshotPath("production"),
                   GitOpsFixture::snapshot("production", "1.0.0", 5));
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open.findings(),
                 QStringList({u"spec.replicas changed"_s})); // the only one compared is chosen
        QCOMPARE(open.tree()->currentIndex().data().toString(), u"spec.replicas"_s);
        QCOMPARE(open.named<QPlainTextEdit>(u"Desired"_s)->toPlainText(), u"2"_s);
        QCOMPARE(open.named<QPlainTextEdit>(u"Live"_s)->toPlainText(), u"5"_s);
        open.tree()->setFocus();
        open.press(Qt::Key_Up);
        QVERIFY(!open.named<QPlainTextEdit>(u"Live"_s)->isVisible());
        QVERIFY(open.labels<PlainLabel>().contains(u"Deployment/shop-production/api"_s));
    }

    void manyEnvironmentsWrapInsteadOfWideningTheWindow()
    {
        RepoBuilder repo;
        for (const char *zone : {"eu", "us", "asia", "africa"}) {
            for (const char *stage : {"dev", "qa", "staging", "production"}) {
                repo.write(QByteArray("overlays/") + stage + '-' + zone + "/kustomization.yaml",
                           "resources: [../../base]\nimages: [{name: api, newTag: 1.0.0}]\n");
            }
        }
        repo.write("base/kustomization.yaml", "resources: []\n").commit("many");
        Opened open(repo);
        QVERIFY(open.settle());
        const QList<EnvironmentButton *> buttons = open->findChildren<EnvironmentButton *>();
        QCOMPARE(buttons.size(), 16);
        QVERIFY(open->minimumSizeHint().width() < 800);
        for (const EnvironmentButton *button : buttons) {
            QVERIFY(open->rect().contains(QRect(button->mapTo(&open.page(), QPoint()), button->size())));
            QVERIFY(button->width() >= button->sizeHint().width());
        }
        QVERIFY(buttons.last()->y() > buttons.first()->y());
    }

    void anObjectIsShownAsWhatItIsAndHowItStands()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::snapshotPath("production"),
                   GitOpsFixture::snapshot("production", "1.0.0", 5));
        Opened open(repo);
        QVERIFY(open.settle());
        const auto *overview = open->findChild<ObjectOverview *>();
        QVERIFY(!overview->isVisible()); // a field is chosen
        open.tree()->setFocus();
        open.press(Qt::Key_Up);
        QVERIFY(overview->isVisible());
        const auto value = [&](const QString &name) {
            for (const PlainLabel *title : overview->findChildren<PlainLabel *>()) {
                const auto *label = static_cast<const PlainLabel *>(title->buddy());
                if (label && title->text() == name)
                    return label->isVisible() ? label->text() : u"(hidden)"_s;
            }
            return u"(no such row)"_s;
        };
        QCOMPARE(value(u"Kind"_s), u"Deployment (apps)"_s);
        QCOMPARE(value(u"Name"_s), u"api"_s);
        QCOMPARE(value(u"Namespace"_s), u"shop-production"_s);
        QVERIFY(value(u"Differing"_s).startsWith(u'1'));
        QVERIFY(value(u"In Git"_s).startsWith(u"base/deployment.yaml"_s));
        QCOMPARE(value(u"Tolerated"_s), u"(hidden)"_s);
        QCOMPARE(value(u"In the snapshot"_s), u"(hidden)"_s);
        const auto *state = overview->findChild<StatusChip *>();
        QVERIFY(state->isVisible());
        QCOMPARE(state->word(), u"drifted"_s);
        open.press(Qt::Key_Down);
        QVERIFY(!overview->isVisible());
    }

    void withoutASnapshotNothingIsCalledInSync()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        for (const QString &environment : {u"dev"_s, u"staging"_s, u"production"_s}) {
            open.choose(environment);
            QCOMPARE(open.verdict(environment), u"unknown"_s);
            const QString said = open.labels<PlainLabel>();
            QVERIFY2(said.contains(u"No snapshot of "_s + environment), qPrintable(said));
            QVERIFY2(said.contains(u".plumbline/snapshots/"_s + environment + u".yaml"_s), qPrintable(said));
            QVERIFY(!open.isErrorShown());
        }
        QCOMPARE(open->badge(), 0);
    }

    void anUnreadableSnapshotIsAnErrorAndNeverInSync_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("empty") << ""_ba;
        QTest::addRow("broken") << "a: [1\nb: }"_ba;
        QTest::addRow("not Kubernetes") << "just: text\n"_ba;
    }

    void anUnreadableSnapshotIsAnErrorAndNeverInSync()
    {
        QFETCH(QByteArray, content);
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::snapshotPath("production"), content);
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"production"_s);
        QCOMPARE(open.verdict(u"production"_s), u"unknown"_s);
        QVERIFY(open.isErrorShown());
        QVERIFY(!open.tree()->isVisible());
        open.choose(u"dev"_s); // and it is gone where it does not belong
        QVERIFY(!open.isErrorShown());
    }

    void anotherEnvironmentCanBeComparedAndStaysChosenAfterARefresh()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::overlayPath("production"),
                   GitOpsFixture::overlay("production", "1.0.0") +
                       "patches:\n- patch: |-\n    - op: replace\n"
                       "      path: /spec/selector/matchLabels/app\n      value: other\n  target: {kind: "
                       "Deployment}\n");
        repo.commit("patch production");
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"production"_s);
        open.compareWith(u"staging"_s);
        PAGE_TRY(open.drift().currentResult()->report.has_value());
        QVERIFY(open.settle());
        const QString said = open.labels<PlainLabel>();
        QVERIFY2(said.contains(u"staging"_s), qPrintable(said));
        QVERIFY2(open.findings().join(u'\n').contains(u"version"_s), qPrintable(open.findings().join(u'\n')));
        QCOMPARE(open->badge(), 0); // environments that differ are no drift of a cluster
        open->controller().refresh();
        QVERIFY(open.settle());
        QCOMPARE(open.drift().currentResult()->environment, "production"_ba);
        QCOMPARE(open.drift().currentResult()->against, "staging"_ba);
        QCOMPARE(open.comparison()->currentText(), u"staging"_s);
        open.compareWith(u"Recorded snapshot"_s);
        PAGE_TRY(!open.drift().currentResult()->report.has_value());
        QCOMPARE(open.verdict(u"production"_s), u"unknown"_s);
    }

    void comparingWithAnEnvironmentDoesNotHideTheDrift()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::snapshotPath("production"),
                   GitOpsFixture::snapshot("production", "1.0.0", 5));
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"production"_s);
        const QString verdict = open.verdict(u"production"_s);
        QCOMPARE(open->badge(), 1);
        open.compareWith(u"staging"_s);
        PAGE_TRY(open.drift().currentResult()->against == "staging");
        QVERIFY(open.settle());
        QCOMPARE(open.verdict(u"production"_s), verdict);
        QCOMPARE(open->badge(), 1);
    }

    void aChosenSnapshotFileIsNamed()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        QFile file(repo.folder() + u"/other.yaml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(GitOpsFixture::snapshot("dev", "1.1.9"));
        file.close();
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"dev"_s);
        open.drift().compareWithSnapshot(file.fileName());
        PAGE_TRY(open.drift().currentResult()->report.has_value());
        QVERIFY(open.settle());
        QCOMPARE(open.comparison()->currentText(), u"Snapshot other.yaml"_s);
        QVERIFY2(open.findings().join(u'\n').contains(u"image"_s), qPrintable(open.findings().join(u'\n')));
    }

    void brokenYamlIsNamedWithItsLineAndIsNotInSync()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write("base/deployment.yaml", GitOpsFixture::deployment() + "---\nkind: [\n");
        repo.commit("break the base");
        repo.write(GitOpsFixture::snapshotPath("production"), GitOpsFixture::snapshot("production", "1.0.0"));
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"production"_s);
        QCOMPARE(open.verdict(u"production"_s), u"unknown"_s);
        const QString said = open.labels<PlainLabel>();
        QVERIFY2(said.contains(u"base/deployment.yaml:1"_s), qPrintable(said));
        QVERIFY(open.button(u"dev"_s) && open.button(u"staging"_s));
    }

    void arrowsWalkTheEnvironments()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"dev"_s);
        open.press(Qt::Key_Right);
        QVERIFY(open.button(u"staging"_s)->hasFocus());
        QCOMPARE(open.drift().currentResult()->environment, "staging"_ba);
        open.press(Qt::Key_Tab);
        QVERIFY(open.comparison()->hasFocus());
        open.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(open.button(u"staging"_s)->hasFocus());
    }

    void theFocusStaysOnTheEnvironmentThroughARefresh()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.choose(u"staging"_s);
        QSignalSpy results(&open.drift(), &DriftController::resultsChanged);
        open->controller().refresh();
        PAGE_TRY(results.count() > 0);
        QVERIFY(open.button(u"staging"_s)->hasFocus());
        QVERIFY(open.button(u"staging"_s)->isChecked());
    }
};

PLUMBLINE_UI_TEST_MAIN(DriftPageTest)
#include "tst_driftpage.moc"
