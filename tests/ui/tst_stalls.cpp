// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/history/historypage.h"

#include <QScrollBar>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::chrono::milliseconds kLongest(250);
#else
constexpr std::chrono::milliseconds kLongest(50);
#endif

QByteArray manyLines(const QByteArray &word)
{
    QByteArray text;
    for (int line = 0; line < 100'000; ++line)
        text += "key" + QByteArray::number(line) + ": " + (line % 5 ? "same"_ba : word) + "\n";
    return text;
}

QByteArray manyCommits()
{
    QByteArray stream;
    for (int number = 1; number <= 50'000; ++number)
        stream += "commit refs/heads/main\ncommitter Ada <a@example.org> " +
                  QByteArray::number(1'700'000'000 + number) + " +0000\ndata 8\nsubject\n\n";
    return stream;
}

void roll(DiffView *view, QPoint angle)
{
    const QPointF at = view->viewport()->rect().center();
    QWheelEvent event(at, view->viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view->viewport(), &event);
    QTest::qWait(0); // paints
}

void press(DiffView *view, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(view, key, modifiers);
    QTest::qWait(0);
}

void scroll(DiffView *view)
{
    view->setFocus();
    for (int time = 0; time < 30; ++time)
        press(view, Qt::Key_PageDown);
    for (const Qt::Key key : {Qt::Key_End, Qt::Key_K, Qt::Key_PageUp, Qt::Key_P, Qt::Key_N, Qt::Key_Home,
                              Qt::Key_J, Qt::Key_Space, Qt::Key_Escape})
        press(view, key);
    press(view, Qt::Key_Right, Qt::ControlModifier);
    for (int time = 0; time < 10; ++time)
        press(view, Qt::Key_Left);
    press(view, Qt::Key_Left, Qt::ControlModifier);
    for (int time = 0; time < 40; ++time)
        roll(view, {0, -360});
    for (int time = 0; time < 40; ++time)
        roll(view, {-360, 0});
    press(view, Qt::Key_End, Qt::ControlModifier);
}

} // namespace

/// From opening a page until it was scrolled through, no event computes for longer than 50 ms.
class StallsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_long, m_wide, m_many;

    static void verify(Page &page)
    {
        auto *view = page.findChild<DiffView *>();
        PAGE_TRY(view->files().size() == 1 && page.isSettled());
        const QByteArray opening = Tests::stallsLongerThan(kLongest);
        QVERIFY2(opening.isEmpty(), QByteArray("opening: " + opening).constData());
        QVERIFY(view->verticalScrollBar()->maximum() > 0 || view->horizontalScrollBar()->maximum() > 0);
        scroll(view);
        const QByteArray scrolling = Tests::stallsLongerThan(kLongest);
        QVERIFY2(scrolling.isEmpty(), QByteArray("scrolling: " + scrolling).constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_long = std::make_unique<RepoBuilder>();
        m_long->write("deploy.yaml", manyLines("before")).commit("first");
        m_long->write("deploy.yaml", manyLines("after")).commit("second");
        m_long->write("deploy.yaml", manyLines("later"));
        m_wide = std::make_unique<RepoBuilder>();
        const QByteArray line = "var a=function(b){return b+1};"_ba.repeated(5 * 1024 * 1024 / 30);
        m_wide->write("app.min.js", line + "\n").commit("first");
        m_wide->write("app.min.js", line + "var c;\n").commit("second");
        m_wide->write("app.min.js", line + "var d;\n");
        m_many = std::make_unique<RepoBuilder>();
        m_many->git({u"fast-import"_s, u"--quiet"_s}, manyCommits());
        m_many->git({u"reset"_s, u"-q"_s, u"--hard"_s});
        for (int file = 0; file < 3000; ++file)
            m_many->write("file" + QByteArray::number(file), "content\n");
        // What is done once for the whole program is not a page's.
        Tests::OpenPage<ChangesPage> warm(*m_wide);
        QVERIFY(warm.settle());
    }
    void cleanupTestCase()
    {
        m_long.reset();
        m_wide.reset();
        m_many.reset();
    }
    void init() { Tests::stallWatch().clear(); }

    void aHundredThousandLinesOnTheChangesPage()
    {
        Tests::OpenPage<ChangesPage> open(*m_long);
        verify(open.page());
    }
    void aHundredThousandLinesOnTheHistoryPage()
    {
        Tests::OpenPage<HistoryPage> open(*m_long);
        verify(open.page());
    }
    void aLineOfFiveMegabytesOnTheChangesPage()
    {
        Tests::OpenPage<ChangesPage> open(*m_wide);
        verify(open.page());
    }
    void aLineOfFiveMegabytesOnTheHistoryPage()
    {
        Tests::OpenPage<HistoryPage> open(*m_wide);
        verify(open.page());
    }

    void threeThousandChangedFiles()
    {
        Tests::OpenPage<ChangesPage> open(*m_many);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 3000);
        QVERIFY(open.settle());
        const QByteArray opening = Tests::stallsLongerThan(kLongest);
        QVERIFY2(opening.isEmpty(), QByteArray("opening: " + opening).constData());
        open->setFocus();
        open.press(Qt::Key_A, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open->findChild<DiffView *>()->files().size(), 3000);
        QVERIFY(open.settle());
        const QByteArray choosing = Tests::stallsLongerThan(kLongest);
        QVERIFY2(choosing.isEmpty(), QByteArray("choosing: " + choosing).constData());
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 3000);
        QVERIFY(open.settle());
        const QByteArray staging = Tests::stallsLongerThan(kLongest);
        QVERIFY2(staging.isEmpty(), QByteArray("staging: " + staging).constData());
    }

    void fiftyThousandCommits()
    {
        Tests::OpenPage<HistoryPage> open(*m_many);
        QVERIFY(open.settle());
        const QByteArray opening = Tests::stallsLongerThan(kLongest);
        QVERIFY2(opening.isEmpty(), QByteArray("opening: " + opening).constData());
        open->setFocus();
        open.press(Qt::Key_End);
        open.press(Qt::Key_PageUp);
        open.repository.refresh();
        open->controller().refresh();
        QVERIFY(open.settle());
        const QByteArray later = Tests::stallsLongerThan(kLongest);
        QVERIFY2(later.isEmpty(), QByteArray("moving and refreshing: " + later).constData());
    }
};

PLUMBLINE_UI_TEST_MAIN(StallsTest)
#include "tst_stalls.moc"
