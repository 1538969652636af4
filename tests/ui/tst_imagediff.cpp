// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/historypage.h"
#include "ui/image/imagediff.h"
#include "ui/image/imagepane.h"
#include "ui/widgets/plainlabel.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QSlider>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

QByteArray encoded(const QSize &size, const QColor &color, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("cannot write %s", format);
    return bytes;
}

/// The same file with another size in its header; the checksum is computed anew.
QByteArray withPngSize(QByteArray png, quint32 width, quint32 height)
{
    const auto put = [&png](qsizetype at, quint32 value) {
        for (int byte = 0; byte < 4; ++byte)
            png[at + byte] = static_cast<char>(value >> (24 - 8 * byte));
    };
    put(16, width);
    put(20, height);
    quint32 sum = 0xffffffff; // of kind and content, as the PNG specification has it
    for (qsizetype at = 12; at < 29; ++at) {
        sum ^= static_cast<quint8>(png[at]);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    put(29, sum ^ 0xffffffff);
    return png;
}

/// Of a picture of 65,535 × 65,535 in which nothing was drawn yet.
QByteArray hugeGif()
{
    return "GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x02L\x01\x00;"_ba;
}

/// As git-lfs keeps it; returns the pointer.
QByteArray keep(const RepoBuilder &repo, const QByteArray &content)
{
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    const QString folder = repo.gitDir() + u"/lfs/objects/"_s + QString::fromLatin1(hash.first(2)) + u'/' +
                           QString::fromLatin1(hash.sliced(2, 2));
    QFile file(folder + u'/' + QString::fromLatin1(hash));
    if (!QDir().mkpath(folder) || !file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" + hash + "\nsize " +
           QByteArray::number(content.size()) + '\n';
}

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    ImageDiff *images() { return page().findChild<ImageDiff *>(); }
    QColor colorAt(const QPointF &share)
    {
        const QRectF area = images()->canvas()->area();
        const QImage shot = images()->canvas()->grab().toImage();
        const QPointF at = area.topLeft() + QPointF(area.width() * share.x(), area.height() * share.y());
        return shot.pixelColor((at * shot.devicePixelRatio()).toPoint());
    }

    /// In the list, which is asked what is chosen after each refresh.
    void choose(ChangeSide side, const QByteArray &path)
    {
        const FileItems &items =
            side == ChangeSide::Staged ? page().changes().staged() : page().changes().unstaged();
        const auto row = std::ranges::find(items.files(), path, &FileItem::path) - items.files().cbegin();
        for (FileList *list : page().findChildren<FileList *>())
            if (list->model() == &items)
                list->setCurrentIndex(items.index(static_cast<int>(row)));
    }
};

} // namespace

class ImageDiffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c10_whatIsTooLargeOrDamagedIsSaidAndNotDecoded_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("problem");
        const QByteArray png = encoded({20, 20}, Qt::red);
        QTest::newRow("60,000² in PNG") << withPngSize(png, 60'000, 60'000) << u"too large"_s;
        QTest::newRow("sizes that overflow") << withPngSize(png, 0x7fffffff, 0x7fffffff) << QString();
        QTest::newRow("65,535² in GIF") << hugeGif() << u"too large"_s;
        QTest::newRow("cut PNG") << png.first(png.size() / 2) << u"damaged"_s;
        QTest::newRow("PNG of a header") << png.first(33) << u"damaged"_s;
        QTest::newRow("SVG") << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"_ba
                             << u"no image"_s;
        QTest::newRow("SVG with a file in it")
            << "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
               "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"_ba
            << u"no image"_s;
        QTest::newRow("text") << "hello"_ba << u"no image"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    }

    void c10_whatIsTooLargeOrDamagedIsSaidAndNotDecoded()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, problem);
        const DecodedImage decoded = ImageFiles::decode(content);
        QVERIFY(decoded.image.isNull());
        QVERIFY(!decoded.problem.isEmpty());
        QVERIFY2(decoded.problem.contains(problem), qPrintable(decoded.problem));
        QCOMPARE(decoded.bytes, content.size());
    }

    // libjpeg fills up what is missing: that is fine as long as it ends.
    void c10_aCutJpegEndsWell()
    {
        const QByteArray whole = encoded({300, 300}, Qt::blue, "JPEG");
        for (qsizetype size = 0; size < whole.size(); size += 37) {
            const DecodedImage decoded = ImageFiles::decode(whole.first(size));
            QCOMPARE(decoded.image.isNull(), !decoded.problem.isEmpty());
        }
        QCOMPARE(ImageFiles::decode(whole).size, QSize(300, 300));
    }

    void c10_anSvgIsText()
    {
        QVERIFY(!ImageFiles::isImage("a.svg") && !ImageFiles::isImage("png") &&
                !ImageFiles::isImage("a.png/b"));
        QVERIFY(ImageFiles::isImage("d/a.PNG") && ImageFiles::isImage("a.jpg"));
        RepoBuilder repo;
        repo.write("a.svg", "<svg/>\n").commit("first");
        repo.write("a.svg", "<svg><a/></svg>\n");
        Opened open(repo);
        PAGE_TRY(open->changes().diff().size() == 1);
        QVERIFY(open.settle());
        QVERIFY(!open.images()->isVisible());
        QCOMPARE(open->changes().diff().first().lines.size(), 2);
    }

    void c10_withoutTrustNothingIsDecoded()
    {
        RepoBuilder repo;
        repo.write("a.png", encoded({20, 20}, Qt::red)).commit("first");
        repo.write("a.png", encoded({20, 20}, Qt::blue));
        Opened open(repo, Git::Trust::Restricted);
        PAGE_TRY(open->changes().diff().size() == 1);
        QVERIFY(open.settle());
        QVERIFY(open.images()->isVisible());
        QVERIFY(!open.images()->canvas()->isVisible());
        QVERIFY(open.labels<PlainLabel>().contains(u"once the repository is trusted"_s));
    }

    void oneImageIsShownInThreeWays()
    {
        RepoBuilder repo;
        repo.write("a.png", encoded({200, 100}, Qt::red)).commit("first");
        repo.write("a.png", encoded({200, 100}, Qt::blue));
        Opened open(repo);
        PAGE_TRY(open->changes().diff().size() == 1);
        QVERIFY(open.settle());
        QVERIFY(open.images()->isVisible());
        QVERIFY(open.labels<PlainLabel>().contains(u"200 × 100"_s));
        auto *canvas = open.images()->canvas();
        auto *slider = open.images()->findChild<QSlider *>();
        QVERIFY(!slider->isVisible());
        canvas->setFocus();
        open.press(Qt::Key_2);
        QCOMPARE(Tests::unnamedFocusable(&open.page()), QStringList());
        QVERIFY(slider->isVisible());
        QCOMPARE(open.colorAt({0.2, 0.5}), QColor(Qt::red));
        QCOMPARE(open.colorAt({0.8, 0.5}), QColor(Qt::blue));
        for (int step = 0; step < 8; ++step)
            open.press(Qt::Key_Right);
        QCOMPARE(slider->value(), 90);
        QCOMPARE(open.colorAt({0.8, 0.5}), QColor(Qt::red));
        open.press(Qt::Key_3);
        slider->setValue(50);
        const QColor mixed = open.colorAt({0.5, 0.5});
        QVERIFY2(mixed.red() > 90 && mixed.red() < 165 && mixed.blue() > 90 && mixed.blue() < 165,
                 qPrintable(mixed.name()));
        slider->setValue(100);
        QCOMPARE(open.colorAt({0.5, 0.5}), QColor(Qt::blue));
        open.press(Qt::Key_1);
        QCOMPARE(canvas->mode(), ImageMode::SideBySide);
    }

    void theFileCanStillBeStagedAndTheNextOneIsShownAlone()
    {
        RepoBuilder repo;
        repo.write("a.png", encoded({20, 20}, Qt::red)).write("b.txt", "b\n").commit("first");
        repo.write("a.png", encoded({30, 20}, Qt::blue))
            .write("b.txt", "c\n")
            .write("c.png", "no image\0"_ba);
        Opened open(repo);
        PAGE_TRY(open->changes().diff().size() == 1);
        QVERIFY(open.settle());
        auto *diff = open->findChild<DiffView *>();
        QVERIFY(diff->height() < open.images()->height());
        diff->setFocus();
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), "a.png\n"_ba);
        PAGE_TRY(open->changes().diff().size() == 1 && open->changes().diff().first().path() == "b.txt");
        QVERIFY(open.settle());
        QVERIFY(!open.images()->isVisible());
        QVERIFY(diff->height() > 300);
        open.choose(ChangeSide::Unstaged, "c.png");
        PAGE_TRY(open->changes().diff().size() == 1 && open->changes().diff().first().path() == "c.png");
        QVERIFY(open.settle());
        QVERIFY(open.labels<PlainLabel>().contains(u"no image"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"no file"_s)); // before
        open.choose(ChangeSide::Staged, "a.png");
        PAGE_TRY(open.labels<PlainLabel>().contains(u"30 × 20"_s));
    }

    void ofACommitTheChosenImageIsShown()
    {
        RepoBuilder repo;
        repo.write("a.png", encoded({20, 10}, Qt::red)).write("b.txt", "b\n").commit("first");
        repo.write("a.png", encoded({40, 10}, Qt::blue)).write("b.txt", "c\n").commit("second");
        Tests::OpenPage<HistoryPage> open(repo);
        auto *images = open->findChild<ImageDiff *>();
        auto *files = open->findChild<FileList *>();
        PAGE_TRY_EQUAL(files->model()->rowCount(), 2);
        QVERIFY(open.settle());
        files->setCurrentIndex(files->model()->index(0, 0));
        QVERIFY(open.settle());
        QVERIFY(images->isVisible());
        QVERIFY(open.labels<PlainLabel>().contains(u"20 × 10"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"40 × 10"_s));
        files->setCurrentIndex(files->model()->index(1, 0));
        QVERIFY(open.settle());
        QVERIFY(!images->isVisible());
    }

    void whatGitLfsKeepsIsShownInsteadOfItsPointers()
    {
        RepoBuilder repo;
        repo.write("a.png", keep(repo, encoded({20, 10}, Qt::red)))
            .write("b.txt", keep(repo, "one\ntwo\n"))
            .commit("first");
        repo.write("a.png", keep(repo, encoded({40, 10}, Qt::blue)))
            .write("b.txt", keep(repo, "one\nthree\n"))
            .commit("second");
        Tests::OpenPage<HistoryPage> open(repo);
        auto *pane = open->findChild<ImagePane *>();
        auto *files = open->findChild<FileList *>();
        PAGE_TRY_EQUAL(files->model()->rowCount(), 2);
        QVERIFY(open.settle());
        files->setCurrentIndex(files->model()->index(0, 0));
        PAGE_TRY(open.labels<PlainLabel>().contains(u"40 × 10"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"20 × 10"_s));
        QVERIFY(open.labels<PlainLabel>().contains(u"What Git LFS keeps"_s));
        QVERIFY(pane->images()->canvas()->isVisible() && !pane->lines());
        files->setCurrentIndex(files->model()->index(1, 0));
        PAGE_TRY(pane->lines() && pane->lines()->isVisible());
        QVERIFY(open.settle() && !pane->images()->isVisible());
        QCOMPARE(pane->lines()->files().value(0).text, "one\ntwo\nthree\n"_ba);
    }

    void whatGitLfsHasNotDownloadedIsSaid()
    {
        RepoBuilder repo;
        const QByteArray there = keep(repo, encoded({20, 10}, Qt::red));
        const QByteArray gone =
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a') + "\nsize 5\n";
        repo.write("a.png", there).commit("first");
        repo.write("a.png", gone).commit("second");
        Tests::OpenPage<HistoryPage> open(repo);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"is not downloaded. “git lfs fetch”"_s));
        QVERIFY(!open->findChild<ImageDiff *>()->canvas()->isVisible());
    }
};

PLUMBLINE_UI_TEST_MAIN(ImageDiffTest)
#include "tst_imagediff.moc"
