// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/shellfixture.h"
#include "tests/ui/uitest.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowpainter.h"
#include "ui/widgets/statestack.h"
#include "ui/widgets/statuschip.h"

#include <QClipboard>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

const QString kHostile = u"<b>x</b><img src=file:///dev/zero>\u202Egnp.exe"_s;

QPushButton *button(QWidget *root, const QString &text)
{
    for (QPushButton *button : root->findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class WidgetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsShowMarkupLiterallyAndMarkHiddenCharacters()
    {
        PlainLabel label(kHostile);
        label.setElideMode(Qt::ElideNone);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(static_cast<QLabel &>(label).text(), u"<b>x</b><img src=file:///dev/zero><U+202E>gnp.exe"_s);
        QCOMPARE(label.text(), kHostile);
    }

    void aLabelThatFitsIsNotShortened_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {u"demo", u"main", u"a", u"feature/a-long-branch-name", u"WWWW.illi"})
            QTest::newRow(qPrintable(QString(text))) << QString(text);
    }
    void aLabelThatFitsIsNotShortened()
    {
        QFETCH(QString, text);
        for (const bool isTitle : {false, true}) {
            PlainLabel label(text);
            if (isTitle)
                label.setFont(Theme::title(label.font()));
            label.resize(label.sizeHint());
            label.show();
            QCOMPARE(static_cast<QLabel &>(label).text(), text);
            QVERIFY(label.toolTip().isEmpty());
        }
    }

    void aShortenedLabelTellsTheWholeOnHoverAndToReaders()
    {
        PlainLabel label(kHostile);
        label.resize(60, 20);
        label.show();
        QVERIFY(static_cast<QLabel &>(label).text().endsWith(u'…'));
        QVERIFY(!label.toolTip().contains("<img"_L1));
        QTextDocument shown;
        shown.setHtml(label.toolTip());
        QCOMPARE(shown.toPlainText(), u"<b>x</b><img src=file:///dev/zero><U+202E>gnp.exe"_s);
        QVERIFY(label.accessibleName().contains("gnp.exe"_L1));
    }

    void veryLongTextMakesNoWideWidget()
    {
        PlainLabel label(QString(10'000, u'x'));
        QVERIFY(label.sizeHint().width() < 3000);
        QVERIFY(label.minimumSizeHint().width() < 100);
    }

    void mnemonicsAreDoubled() { QCOMPARE(withoutMnemonic(u"a&b"_s), u"a&&b"_s); }

    void aStatusIsAWordToReadersAndAShapeToEyes()
    {
        StatusChip chip(StatusShape::NotEqual, Theme::Token::Bad, u"drifted"_s);
        QCOMPARE(chip.accessibleName(), u"drifted"_s);
        QSet<QByteArray> shapes;
        for (const auto shape :
             {StatusShape::Check, StatusShape::NotEqual, StatusShape::HollowCircle, StatusShape::Plus,
              StatusShape::Question, StatusShape::Hourglass, StatusShape::Bar}) {
            QImage image(32, 32, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintStatusShape(&painter, QRectF(0, 0, 32, 32), shape, Qt::black);
            shapes.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 7);
    }

    void onASelectedRowEveryColourIsTheTexts()
    {
        QStyleOptionViewItem option;
        option.palette = Theme::palette(Qt::ColorScheme::Dark);
        option.rect = QRect(0, 0, 200, 30);
        option.state = QStyle::State_Enabled | QStyle::State_Active;
        QImage image(200, 30, QImage::Format_RGB32);
        QPainter painter(&image);
        const QPen before = painter.pen();
        {
            RowPainter row(&painter, option);
            QCOMPARE(row.color(Theme::Token::Bad), Theme::color(Theme::Token::Bad, option.palette));
            QCOMPARE(row.quiet(), Theme::subdued(option.palette));
            const QFont font;
            QVERIFY(row.text(QRect(0, 0, 50, 30), QString(100, u'w'), row.strong(), font) <= 50);
        }
        QCOMPARE(painter.pen(), before);
        option.state |= QStyle::State_Selected;
        const RowPainter row(&painter, option);
        const QColor text = option.palette.color(QPalette::HighlightedText);
        QCOMPARE(row.color(Theme::Token::Bad), text);
        QCOMPARE(row.quiet(), text);
        QCOMPARE(row.strong(), text);
    }

    void anErrorIsPlainCopyableAndCanBeRetried()
    {
        ErrorBanner banner;
        banner.setCanRetry(true);
        banner.setError({ErrorKind::External, kHostile, u"fatal: <i>detail</i>"_s, u"Try again."_s});
        banner.show();
        QSignalSpy retried(&banner, &ErrorBanner::retryRequested);
        button(&banner, u"Retry"_s)->click();
        QCOMPARE(retried.size(), 1);
        button(&banner, u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), kHostile + u"\nTry again.\nfatal: <i>detail</i>"_s);
        auto *detail = banner.findChild<QPlainTextEdit *>();
        QVERIFY(!detail->isVisible());
        for (QToolButton *fold : banner.findChildren<QToolButton *>())
            if (fold->text() == "Details"_L1)
                fold->click();
        QVERIFY(detail->isVisible());
        QCOMPARE(detail->toPlainText(), u"fatal: <i>detail</i>"_s);
        QCOMPARE(Tests::unnamedFocusable(&banner), QStringList());
    }

    void exactlyOneOfTheFourStatesIsShown()
    {
        Tests::ProbeController controller;
        auto *content = new QWidget;
        StateStack stack(controller, content);
        stack.emptyState()->setTitle(u"Nothing here"_s);
        stack.show();
        QVERIFY(!content->isVisible());
        controller.beReady();
        QVERIFY(content->isVisible());
        controller.beEmpty();
        QVERIFY(!content->isVisible());
        QVERIFY(stack.emptyState()->isVisible());
        controller.fail({ErrorKind::NotFound, u"Gone."_s, {}, {}});
        QVERIFY(!stack.emptyState()->isVisible());
        QVERIFY(button(stack.currentWidget(), u"Retry"_s)->isVisible());
        button(stack.currentWidget(), u"Retry"_s)->click();
        QCOMPARE(controller.refreshes, 1);
    }

    void aFailedRefreshKeepsWhatIsShownAndSaysItIsOld()
    {
        Tests::ProbeController controller;
        auto *content = new QWidget;
        StateStack stack(controller, content);
        stack.show();
        controller.beReady();
        controller.fail({ErrorKind::Offline, u"No connection."_s, {}, {}});
        QVERIFY(content->isVisible());
        QVERIFY(controller.isStale());
        QVERIFY(Tests::spokenTexts(&stack).join(u'|').contains("What is shown is as of"_L1));
        controller.beReady();
        QVERIFY(!Tests::spokenTexts(&stack).join(u'|').contains("What is shown is as of"_L1));
    }

    void aCancelledJobChangesNothing()
    {
        Tests::ProbeController controller;
        controller.beReady();
        QSignalSpy changes(&controller, &PageController::stateChanged);
        controller.fail({ErrorKind::Cancelled, {}, {}, {}});
        QCOMPARE(controller.state(), PageState::Ready);
        QVERIFY(!controller.isStale());
        QCOMPARE(changes.size(), 0);
    }

    void returnPushesTheButtonThatHasTheFocusWhichFirstIsCancel_data()
    {
        QTest::addColumn<bool>("isMovedTo");
        QTest::newRow("cancel") << false;
        QTest::newRow("act") << true;
    }
    void returnPushesTheButtonThatHasTheFocusWhichFirstIsCancel()
    {
        QFETCH(bool, isMovedTo);
        QWidget window;
        ConfirmDialog dialog(u"Delete"_s, u"It goes."_s, u"Delete it"_s, &window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const QSignalSpy accepted(&dialog, &QDialog::accepted), rejected(&dialog, &QDialog::rejected);
        const auto *act = dialog.findChild<QPushButton *>(u"act"_s);
        QVERIFY(dialog.focusWidget() != act && !act->isDefault());
        for (int step = 0; isMovedTo && step < 3 && !act->hasFocus(); ++step)
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(act->hasFocus(), isMovedTo);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(accepted.size(), isMovedTo ? 1 : 0);
        QCOMPARE(rejected.size(), isMovedTo ? 0 : 1);
    }

    void nothingIsShownForWorkThatIsQuick()
    {
        BusyBar bar;
        bar.show();
        bar.start(u"Reading"_s, true);
        auto *progress = bar.findChild<QProgressBar *>();
        auto *text = bar.findChild<PlainLabel *>();
        QVERIFY(!text->isVisible());
        QTRY_VERIFY(text->isVisible());
        QVERIFY(!progress->isVisible());
        QTRY_VERIFY(progress->isVisible());
        QSignalSpy cancelled(&bar, &BusyBar::cancelRequested);
        bar.findChild<QToolButton *>()->click();
        QCOMPARE(cancelled.size(), 1);
        bar.stop();
        QVERIFY(!progress->isVisible());
    }
};

PLUMBLINE_UI_TEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
