// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/matrixitems.h"
#include "tests/ui/gitopsfixture.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/environments/environmentspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<EnvironmentsPage>
{
    using OpenPage::OpenPage;

    QTableView *table() { return page().findChild<QTableView *>(); }
    QStringList headers()
    {
        QStringList all;
        for (int column = 0; column < table()->model()->columnCount(); ++column)
            all += table()->model()->headerData(column, Qt::Horizontal).toString();
        return all;
    }
    QString cell(int column, int role = Qt::DisplayRole, int row = 0)
    {
        return table()->model()->index(row, column).data(role).toString();
    }
};

} // namespace

class EnvironmentsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMatrixSaysWhatRunsWhereAndHowItStands()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Ready);
        QCOMPARE(open.headers(), QStringList({u"Unit"_s, u"dev"_s, u"staging"_s, u"production"_s}));
        QCOMPARE(open.table()->model()->rowCount(), 1);
        QCOMPARE(open.cell(0), u"api"_s);
        QCOMPARE(QStringList({open.cell(1), open.cell(2), open.cell(3)}),
                 QStringList({u"1.2.0"_s, u"1.1.0"_s, u"1.0.0"_s}));
        QCOMPARE(open.cell(1, MatrixItems::StandingTextRole), QString());
        QCOMPARE(open.cell(2, MatrixItems::StandingRole).toInt(), int(Environments::Standing::Behind));
        QVERIFY(open.cell(1, MatrixItems::DetailRole).contains(u"Mara Example"_s));
        QVERIFY(open.cell(3, MatrixItems::DetailRole).contains(u"Ada Example"_s));
    }

    void wordsKeepTheMarginOfThePageAndStandBelowTheirHeadings()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        QTableView *table = open.table();
        table->setCurrentIndex(table->model()->index(0, 3));
        const int unit = Theme::unit(table->font());
        const auto firstInk = [](const QImage &image) { // in pixels from the left
            for (int x = 0; x < image.width(); ++x)
                for (int y = 2; y < image.height() - 2; ++y)
                    if (image.pixelColor(x, y) != image.pixelColor(0, 2))
                        return x;
            return image.width();
        };
        for (const int column : {0, 1, 2}) {
            const QRect cell = table->visualRect(table->model()->index(0, column));
            const int ink = firstInk(table->viewport()->grab(cell).toImage());
            const int wanted = (column == 0 ? 4 : 2) * unit;
            QVERIFY2(std::abs(ink - wanted) <= 3, qPrintable(QString::number(ink)));
            QWidget *header = table->horizontalHeader()->viewport();
            const QRect heading(table->horizontalHeader()->sectionViewportPosition(column), 0, cell.width(),
                                header->height() - 2);
            QVERIFY(std::abs(firstInk(header->grab(heading).toImage()) - ink) <= 3);
        }
    }

    void theChosenCellNamesFileAndCommitAndLeadsToIt()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        const QByteArray commit = repo.resolve("HEAD~1");
        Opened open(repo);
        QVERIFY(open.settle());
        open.table()->setFocus();
        open.press(Qt::Key_Home);
        open.press(Qt::Key_Right);
        open.press(Qt::Key_Right);
        QCOMPARE(open.table()->currentIndex().column(), 2);
        const QString said = open.labels<PlainLabel>();
        QVERIFY2(said.contains(u"api in staging: 1.1.0"_s), qPrintable(said));
        QVERIFY2(said.contains(u"overlays/staging/kustomization.yaml:5"_s), qPrintable(said));
        QVERIFY2(said.contains(u"Mara Example: chore(staging): promote api to 1.1.0"_s), qPrintable(said));

        QSignalSpy asked(&open.context, &RepositoryContext::pageRequested);
        open.press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.last().at(0).toString(), u"history"_s);
        QCOMPARE(asked.last().at(1).toByteArray(), commit);
        open.press(Qt::Key_Return);
        QCOMPARE(asked.count(), 2);
        QToolButton *link = nullptr;
        for (QToolButton *button : open->findChildren<QToolButton *>())
            if (button->isVisible() && commit.startsWith(button->text().toLatin1()))
                link = button;
        QVERIFY(link);
        link->setFocus();
        open.press(Qt::Key_Space);
        QCOMPARE(asked.count(), 3);
        QCOMPARE(asked.last().at(1).toByteArray(), commit);
    }

    void aPromotionShowsAndTheChosenCellStays()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        Opened open(repo);
        QVERIFY(open.settle());
        open.table()->setCurrentIndex(open.table()->model()->index(0, 2));
        GitOpsFixture::promote(repo, "staging", "1.2.0");
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.cell(2), u"1.2.0"_s);
        QVERIFY(open.settle());
        QCOMPARE(open.cell(2, MatrixItems::StandingRole).toInt(), int(Environments::Standing::Same));
        QCOMPARE(open.table()->currentIndex().column(), 2);
        QVERIFY(open.labels<PlainLabel>().contains(u"api in staging: 1.2.0"_s));
    }

    void brokenYamlIsNamedWithItsLineAndTheRestIsThere()
    {
        RepoBuilder repo;
        GitOpsFixture::make(repo);
        repo.write(GitOpsFixture::overlayPath("staging"),
                   "resources: [../../base]\nimages:\n- name: [shop/api\n");
        repo.commit("break staging");
        Opened open(repo);
        QVERIFY(open.settle());
        QCOMPARE(open->controller().state(), PageState::Ready);
        const QString said = open.labels<PlainLabel>();
        QVERIFY2(QRegularExpression(u"overlays/staging/kustomization.yaml:[34]: "_s).match(said).hasMatch(),
                 qPrintable(said));
        QVERIFY(open.headers().contains(u"production"_s));
        QCOMPARE(open.cell(int(open.headers().indexOf(u"production"_s))), u"1.0.0"_s);
        QCOMPARE(open.cell(int(open.headers().indexOf(u"dev"_s))), u"1.2.0"_s);
    }

    void aRepositoryWithoutEnvironmentsSaysWhatTheyLookLike_data()
    {
        QTest::addColumn<bool>("hasCommit");
        QTest::addRow("plain") << true;
        QTest::addRow("no commit") << false;
    }

    void aRepositoryWithoutEnvironmentsSaysWhatTheyLookLike()
    {
        QFETCH(bool, hasCommit);
        RepoBuilder repo;
        if (hasCommit)
            repo.write("main.c", "int main;\n").commit("first");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Empty);
        QVERIFY(open.labels<PlainLabel>().contains(u"overlays/staging"_s));
    }
};

PLUMBLINE_UI_TEST_MAIN(EnvironmentsPageTest)
#include "tst_environmentspage.moc"
