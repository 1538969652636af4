// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "ui/diff/diffview.h"
#include "ui/diff/filewords.h"
#include "ui/diff/headerpainter.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a difference view looks like. With PLUMBLINE_SHOTS=DIR each state is also written there as a picture.
class TestDiffViewLook : public QObject
{
    Q_OBJECT

    QThreadPool m_pool;

    static QPalette makePalette(bool isDark)
    {
        QPalette palette = isDark ? QPalette(QColor(0x2a, 0x2e, 0x32)) : QPalette(QColor(0xef, 0xf0, 0xf1));
        palette.setColor(QPalette::Base, isDark ? QColor(0x1b, 0x1e, 0x20) : QColor(Qt::white));
        palette.setColor(QPalette::Text, isDark ? QColor(0xfc, 0xfc, 0xfc) : QColor(0x23, 0x26, 0x29));
        palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
        return palette;
    }

    static void shoot(DiffView &view, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(
                view.grab().save(folder + u"/diff-"_s + name + u"-%1x.png"_s.arg(view.devicePixelRatioF())));
    }

    static void addActions(DiffView &view)
    {
        view.setActions({{.id = u"discard"_s,
                          .text = u"Discard hunk"_s,
                          .linesText = [](qsizetype count) { return u"Discard %1 lines"_s.arg(count); },
                          .fileText = u"Discard file"_s,
                          .isDestructive = true},
                         {.id = u"stage"_s,
                          .text = u"Stage hunk"_s,
                          .linesText = [](qsizetype count) { return u"Stage %1 lines"_s.arg(count); },
                          .fileText = u"Stage file"_s}});
    }

    static QColor pixel(const QImage &image, const DiffView &view, QPoint point)
    {
        const qreal ratio = view.devicePixelRatioF();
        return image.pixelColor((QPointF(point) * ratio).toPoint());
    }

private Q_SLOTS:
    void everyKindOfFile_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyKindOfFile()
    {
        QFETCH(bool, isDark);
        DiffView view(&m_pool);
        view.setPalette(makePalette(isDark));
        view.resize(1000, 760);
        addActions(view);
        view.setFiles(DiffFiles::showcase());
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(!view.content().spans({Diff::RowKind::Line, 0, 0, 0}).isEmpty());
        QTRY_VERIFY(!view.content().spans({Diff::RowKind::Line, 3, 0, 0}).isEmpty());
        view.setCurrentRow(6);
        shoot(view, isDark ? u"top-dark"_s : u"top-light"_s);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        view.verticalScrollBar()->setValue(60);
        shoot(view, isDark ? u"selected-dark"_s : u"selected-light"_s);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        shoot(view, isDark ? u"bottom-dark"_s : u"bottom-light"_s);
        view.openFind();
        QTest::keyClicks(view.focusWidget() ? view.focusWidget() : QApplication::focusWidget(), u"name"_s);
        QTRY_VERIFY(!view.content().matches().isEmpty());
        shoot(view, isDark ? u"find-dark"_s : u"find-light"_s);
    }

    void everyMode_data() { everyKindOfFile_data(); }
    void everyMode()
    {
        QFETCH(bool, isDark);
        DiffView view(&m_pool);
        view.setPalette(makePalette(isDark));
        view.resize(1000, 760);
        addActions(view);
        view.setOffersContext(true);
        QList<Diff::FileDiff> files = DiffFiles::showcase();
        files.insert(1,
                     DiffFiles::make("moved.yaml"_ba,
                                     {"@@ a"_ba, "-first: one"_ba, "-second: two"_ba, "-third: three"_ba,
                                      " keep: 1"_ba, "+first: one"_ba, "+second: two"_ba, "+third: three"_ba,
                                      "@@ b"_ba, "-a:\t1"_ba, "+  a: 1"_ba, " b"_ba, " c"_ba, " d"_ba}));
        view.setFiles(files);
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.isSettled());
        view.setCurrentRow(6);
        const QImage plain = view.grab().toImage();
        const QString tone = isDark ? u"-dark"_s : u"-light"_s;
        for (const auto &[name, look] :
             {std::pair(u"plain"_s, DiffLook()), std::pair(u"split"_s, DiffLook{.isSplit = true}),
              std::pair(u"wrapped"_s, DiffLook{.showsWhitespace = true, .wraps = true}),
              std::pair(u"both"_s, DiffLook{.showsWhitespace = true,
                                            .wraps = true,
                                            .isSplit = true,
                                            .ignoresWhitespace = true})}) {
            view.setLook(look);
            QCOMPARE(view.grab().toImage() == plain, look == DiffLook());
            shoot(view, name + tone);
            view.verticalScrollBar()->setValue(520);
            shoot(view, name + u"-below"_s + tone);
            view.verticalScrollBar()->setValue(0);
        }
    }

    void selectedTextStandsOutOfItsRows_data() { everyKindOfFile_data(); }
    void selectedTextStandsOutOfItsRows()
    {
        QFETCH(bool, isDark);
        DiffView view(&m_pool);
        view.setPalette(makePalette(isDark));
        view.resize(1000, 300);
        addActions(view);
        view.setFiles(
            {DiffFiles::make("a.cpp"_ba, {"@@ a"_ba, " int first = 1;"_ba, "-\tgone(\"two\");"_ba,
                                          "+\tcome(\"two\");"_ba, "+\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d x"_ba,
                                          "+\xe6\x97\xa5\xe6\x9c\xac end"_ba, " last"_ba})});
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTRY_VERIFY(view.isSettled());
        view.setCurrentRow(3);
        const QString tone = isDark ? u"-dark"_s : u"-light"_s;
        const DiffColors colors(view.palette(), true);
        for (const bool isSplit : {false, true}) {
            view.setLook({.isSplit = isSplit});
            view.setCurrentRow(2);
            for (int at = 0; at < 4; ++at)
                QTest::keyClick(&view, Qt::Key_Right);
            for (int row = 0; row < (isSplit ? 2 : 3); ++row)
                QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
            QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
            shoot(view, (isSplit ? u"text-split"_s : u"text"_s) + tone);
            const auto column = view.textSelection().column();
            const QPoint inside = view.placeOf({Diff::RowKind::Line, 0, 0, 0}, 11, column);
            const QImage image = view.grab().toImage();
            const int top = view.rowRect(2).top() + 1;
            QCOMPARE(pixel(image, view, {inside.x(), top}),
                     colors.marked(colors.selected(colors.row(Diff::LineOrigin::Context))));
        }
    }

    void aSubmoduleThatDidNotMoveIsNotSaidToHave()
    {
        Diff::FileDiff module;
        module.oldPath = module.newPath = "vendor/lib";
        module.status = Diff::FileStatus::Modified;
        module.oldMode = module.newMode = 0160000;
        module.oldId = module.newId = "1f3870be274f6c49b3e31a0c6728957f2d5e1b11";
        module.omission = Diff::Omission::Submodule;
        QVERIFY(FileWords::note(module, {}, false).contains(u"files in the submodule"_s));
        module.newId = "9a0364b9e99bb480dd25e1f0284c8555ab3e7d10";
        QVERIFY(FileWords::note(module, {}, false).contains(u"moved"_s));
    }

    void aLineFeedInANameIsSeenAndSpoken()
    {
        const auto fileNamed = [](const QByteArray &path) {
            Diff::FileDiff file;
            file.oldPath = file.newPath = path;
            file.status = Diff::FileStatus::Modified;
            return file;
        };
        const Diff::FileDiff odd = fileNamed("a\nb/c\td"), plain = fileNamed("a<U+000A>b/c<U+0009>d");
        QCOMPARE(FileWords::name(odd), u"a<U+000A>b/c<U+0009>d"_s);
        const QWidget view;
        const DiffMetrics metrics(view, 10);
        const DiffColors colors(view.palette(), true);
        const auto painted = [&](const Diff::FileDiff &file) {
            QImage image(600, 40, QImage::Format_RGB32);
            QPainter painter(&image);
            HeaderPainter(painter, metrics, colors)
                .paintFile(file, {}, QRectF(image.rect()), {.background = colors.header});
            return image;
        };
        QCOMPARE(painted(odd), painted(plain));
        QVERIFY(painted(odd) != painted(fileNamed("a")));
    }

    void addedAndRemovedRowsHaveTheirBackgrounds()
    {
        for (bool isDark : {false, true}) {
            DiffView view(&m_pool);
            view.setPalette(makePalette(isDark));
            view.resize(600, 300);
            view.setFiles({DiffFiles::make("a.txt"_ba, {" same"_ba, "-old"_ba, "+new"_ba})});
            const QImage image = view.grab().toImage();
            const DiffColors colors(view.palette(), false);
            const auto rowColor = [&](qsizetype row) {
                return pixel(image, view, view.rowRect(row).center() + QPoint(200, 0));
            };
            QCOMPARE(rowColor(2), colors.row(Diff::LineOrigin::Context));
            QCOMPARE(rowColor(3), colors.row(Diff::LineOrigin::Removed));
            QCOMPARE(rowColor(4), colors.row(Diff::LineOrigin::Added));
        }
    }

    void everyTextColorIsReadable()
    {
        for (bool isDark : {false, true}) {
            const DiffColors colors(makePalette(isDark), true);
            for (auto origin :
                 {Diff::LineOrigin::Context, Diff::LineOrigin::Added, Diff::LineOrigin::Removed}) {
                for (const QColor &plain : {colors.row(origin), colors.word(origin), colors.gutter(origin),
                                            colors.header, colors.hunk}) {
                    for (const QColor &background :
                         {plain, colors.selected(plain), colors.current(plain), colors.match(plain),
                          colors.marked(plain), colors.marked(colors.selected(plain))}) {
                        for (const QColor &text : {colors.text, colors.subdued, colors.good, colors.bad,
                                                   colors.warn, QColor(0x89, 0x88, 0x87)})
                            QVERIFY(contrastRatio(colors.readable(text, background), background) >= 4.5);
                    }
                }
            }
        }
    }

    void emptyViewSaysWhatIsMissing()
    {
        DiffView view(&m_pool);
        view.setPalette(makePalette(false));
        view.resize(500, 200);
        view.setEmptyText(u"Select a commit to see <b>its</b> files"_s);
        const QImage with = view.grab().toImage();
        shoot(view, u"empty"_s);
        view.setEmptyText({});
        QVERIFY(with != view.grab().toImage());
    }
};

QTEST_MAIN(TestDiffViewLook)
#include "tst_diffview_look.moc"
