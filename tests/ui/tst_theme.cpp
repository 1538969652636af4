// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "tests/ui/uitest.h"

#include <QCheckBox>
#include <QImage>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QTreeWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QPalette highContrast()
{
    QPalette palette(Qt::black, Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base})
        palette.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        palette.setColor(role, Qt::white);
    return palette;
}

void addSchemes()
{
    QTest::addColumn<Qt::ColorScheme>("scheme");
    QTest::newRow("light") << Qt::ColorScheme::Light;
    QTest::newRow("dark") << Qt::ColorScheme::Dark;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lightnessIsThePalettesOwn()
    {
        QVERIFY(!Theme::isDark(Theme::palette(Qt::ColorScheme::Light)));
        QVERIFY(Theme::isDark(Theme::palette(Qt::ColorScheme::Dark)));
        QVERIFY(Theme::isDark(highContrast()));
    }

    void statusTextIsReadableOnBothGrounds()
    {
        for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
            const QPalette palette = Theme::palette(scheme);
            for (const auto token : {Theme::Token::Good, Theme::Token::Warn, Theme::Token::Bad,
                                     Theme::Token::Info, Theme::Token::Unknown})
                for (const auto ground : {QPalette::Window, QPalette::Base})
                    QVERIFY2(contrast(Theme::color(token, palette), palette.color(ground)) >= 4.3,
                             qPrintable(Theme::color(token, palette).name()));
        }
    }

    void everyTextOfThePaletteIsReadable()
    {
        for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
            const QPalette palette = Theme::palette(scheme);
            const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
                {QPalette::WindowText, QPalette::Window},    {QPalette::Text, QPalette::Base},
                {QPalette::ButtonText, QPalette::Button},    {QPalette::HighlightedText, QPalette::Highlight},
                {QPalette::PlaceholderText, QPalette::Base}, {QPalette::Link, QPalette::Base}};
            for (const auto &[text, ground] : pairs)
                QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5,
                         qPrintable(QString::number(text)));
            QVERIFY(contrast(Theme::subdued(palette), palette.color(QPalette::Window)) >= 4.5);
        }
    }

    void changedLinesAreReadable()
    {
        for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
            const QPalette palette = Theme::palette(scheme);
            for (const auto token : {Theme::Token::Added, Theme::Token::AddedWord, Theme::Token::Removed,
                                     Theme::Token::RemovedWord, Theme::Token::Moved})
                QVERIFY(contrast(palette.color(QPalette::Text), Theme::color(token, palette)) >= 4.5);
        }
    }

    void highContrastPalettesWin()
    {
        const QPalette palette = highContrast();
        QCOMPARE(Theme::color(Theme::Token::Bad, palette), QColor(Qt::white));
        QCOMPARE(Theme::color(Theme::Token::Added, palette), QColor(Qt::black));
        QCOMPARE(Theme::laneColor(3, palette), QColor(Qt::white));
        QVERIFY(Theme::color(Theme::Token::Bad, Theme::palette(Qt::ColorScheme::Dark)) != QColor(Qt::white));
    }

    void anEmptyMarkHasAnEdgeThatIsSeen_data() { addSchemes(); }
    void anEmptyMarkHasAnEdgeThatIsSeen()
    {
        QFETCH(Qt::ColorScheme, scheme);
        const auto back = qScopeGuard([] { Theme::applyFixed(Qt::ColorScheme::Light); });
        Theme::applyFixed(scheme);
        QCheckBox box(u"Amend"_s);
        QRadioButton choice(u"All changes"_s);
        const std::array<std::pair<QAbstractButton *, QStyle::SubElement>, 2> buttons{
            {{&box, QStyle::SE_CheckBoxIndicator}, {&choice, QStyle::SE_RadioButtonIndicator}}};
        for (const auto &[button, indicator] : buttons) {
            button->setAutoFillBackground(true);
            button->resize(button->sizeHint());
            QStyleOptionButton option;
            option.initFrom(button);
            const QRect mark = button->style()->subElementRect(indicator, &option, button);
            const QImage image = button->grab().toImage();
            const QColor ground = button->palette().color(QPalette::Window);
            // From outside into the middle: the edge is the strongest on the way, on all four sides.
            const QPoint middle = mark.center();
            for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
                double best = 1;
                for (QPoint at = middle; mark.contains(at); at += step)
                    best = std::max(best, contrast(image.pixelColor(at), ground));
                QVERIFY2(best >= 3, qPrintable(button->text() + u' ' + QString::number(best)));
            }
            QVERIFY(contrast(image.pixelColor(middle), ground) < 1.5); // and it is empty
            button->setChecked(true);
            QVERIFY(button->grab(mark).toImage() != image.copy(mark));
        }
    }

    void aScrollBarIsSeenAndItsHandleFollows_data() { addSchemes(); }
    void aScrollBarIsSeenAndItsHandleFollows()
    {
        QFETCH(Qt::ColorScheme, scheme);
        const auto back = qScopeGuard([] { Theme::applyFixed(Qt::ColorScheme::Light); });
        Theme::applyFixed(scheme);
        for (const Qt::Orientation orientation : {Qt::Vertical, Qt::Horizontal}) {
            QScrollBar bar(orientation);
            bar.setRange(0, 1'000'000'000); // an own sum of range and page would overflow
            bar.setPageStep(1'500'000'000);
            bar.resize(orientation == Qt::Vertical ? QSize(14, 300) : QSize(300, 14));
            const bool isUpright = orientation == Qt::Vertical;
            int before = -1;
            for (const int value : {0, 500'000'000, 1'000'000'000}) {
                bar.setValue(value);
                const QImage image = bar.grab().toImage();
                const auto at = [&](int along) {
                    return isUpright ? image.pixelColor(7, along) : image.pixelColor(along, 7);
                };
                const QColor ground = image.pixelColor(0, 0);
                int first = 0;
                while (first < 300 && contrast(at(first), ground) < 3)
                    ++first;
                QVERIFY2(first < 300, qPrintable(QString::number(contrast(at(150), ground))));
                QVERIFY(first > before);
                before = first;
            }
            // A click into the groove goes on by a page, and one on the handle's end moves nothing.
            bar.setRange(0, 1000);
            bar.setPageStep(100);
            bar.setValue(0);
            QTest::mouseClick(&bar, Qt::LeftButton, {}, isUpright ? QPoint(7, 290) : QPoint(290, 7));
            QCOMPARE(bar.value(), 100);
        }
    }

    void theArrowOfATreeIsSeenOnEveryRow_data() { addSchemes(); }
    void theArrowOfATreeIsSeenOnEveryRow()
    {
        QFETCH(Qt::ColorScheme, scheme);
        const auto back = qScopeGuard([] { Theme::applyFixed(Qt::ColorScheme::Light); });
        Theme::applyFixed(scheme);
        QTreeWidget tree;
        for (const QString &text : {u"one"_s, u"two"_s})
            new QTreeWidgetItem(new QTreeWidgetItem(&tree, {text}), {u"child"_s});
        tree.resize(300, 200);
        tree.show();
        QVERIFY(QTest::qWaitForWindowActive(&tree));
        tree.setFocus();
        tree.topLevelItem(0)->setExpanded(true);
        for (const int chosen : {0, 1}) {
            tree.setCurrentItem(tree.topLevelItem(chosen));
            const QImage image = tree.viewport()->grab().toImage();
            for (const int row : {0, 1}) {
                const QRect item = tree.visualItemRect(tree.topLevelItem(row));
                const QRect branch(0, item.top() + 1, item.left(), item.height() - 2);
                const QColor ground = image.pixelColor(branch.left() + 1, branch.top());
                double best = 1;
                for (int y = branch.top(); y <= branch.bottom(); ++y)
                    for (int x = branch.left() + 1; x < branch.right(); ++x)
                        best = std::max(best, contrast(image.pixelColor(x, y), ground));
                QVERIFY2(best >= 3, qPrintable(u"row %1, chosen %2: %3"_s.arg(row).arg(chosen).arg(best)));
            }
        }
    }

    void lanesRepeatAfterTen()
    {
        const QPalette palette = Theme::palette(Qt::ColorScheme::Light);
        QSet<QRgb> colors;
        for (int lane = 0; lane < 10; ++lane)
            colors.insert(Theme::laneColor(lane, palette).rgb());
        QCOMPARE(colors.size(), 10);
        QCOMPARE(Theme::laneColor(13, palette), Theme::laneColor(3, palette));
    }

    void symbolsTakeThePalettesText()
    {
        for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
            const QPalette palette = Theme::palette(scheme);
            const QImage image = Theme::icon(u"view-refresh"_s, palette).pixmap(QSize(32, 32), 1).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            int painted = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixelColor(x, y).alpha() == 255) {
                        QCOMPARE(image.pixelColor(x, y), palette.color(QPalette::WindowText));
                        ++painted;
                    }
            QVERIFY(painted > 20);
        }
    }

    void aSymbolIsSharpAtTwiceTheScale()
    {
        const QPixmap pixmap =
            Theme::icon(u"view-refresh"_s, Theme::palette(Qt::ColorScheme::Light)).pixmap(QSize(16, 16), 2);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void anUnknownSymbolIsSaid()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no symbol named no-such-symbol");
        QVERIFY(Theme::icon(u"no-such-symbol"_s, QPalette()).isNull());
    }
};

PLUMBLINE_UI_TEST_MAIN(ThemeTest)
#include "tst_theme.moc"
