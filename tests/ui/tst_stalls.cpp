// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/history/historypage.h"

#include <QPlainTextEdit>
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

constexpr int kFiles = 3000;

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

QByteArray stallWhile(const char *doing)
{
    const QByteArray stall = Tests::stallsLongerThan(kLongest);
    return stall.isEmpty() ? stall : QByteArray(doing + stall);
}

/// What stalled while a page with one changed file opened and was scrolled through; empty: nothing.
template<class PageType> QByteArray openAndScroll(const RepoBuilder &repo)
{
    Tests::OpenPage<PageType> open(repo);
    auto *view = open->template findChild<DiffView *>();
    if (!QTest::qWaitFor([&] { return view->files().size() == 1 && open.isSettled(); }, 20'000))
        return "nothing was shown";
    if (const QByteArray stall = stallWhile("opening: "); !stall.isEmpty())
        return stall;
    if (view->verticalScrollBar()->maximum() == 0 && view->horizontalScrollBar()->maximum() == 0)
        return "there is nothing to scroll";
    scroll(view);
    return stallWhile("scrolling: ");
}

QByteArray stageManyFiles(const RepoBuilder &repo)
{
    repo.git({u"reset"_s, u"-q"_s});
    Tests::OpenPage<ChangesPage> open(repo);
    const auto isThere = [&](FileItems &files) {
        return QTest::qWaitFor([&] { return files.rowCount() == kFiles; }, 20'000) && open.settle();
    };
    if (!isThere(open->changes().unstaged()))
        return "the files are not listed";
    if (const QByteArray stall = stallWhile("opening: "); !stall.isEmpty())
        return stall;
    open->setFocus();
    open.press(Qt::Key_A, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return open->findChild<DiffView *>()->files().size() == kFiles; }, 20'000))
        return "the files are not shown";
    if (const QByteArray stall = stallWhile("choosing: "); !stall.isEmpty())
        return stall;
    open.press(Qt::Key_S);
    return isThere(open->changes().staged()) ? stallWhile("staging: ") : "the files are not staged"_ba;
}

QByteArray walkManyCommits(const RepoBuilder &repo)
{
    Tests::OpenPage<HistoryPage> open(repo);
    if (!open.settle())
        return "the commits are not shown";
    if (const QByteArray stall = stallWhile("opening: "); !stall.isEmpty())
        return stall;
    open->setFocus();
    open.press(Qt::Key_End);
    open.press(Qt::Key_PageUp);
    open->controller().refresh();
    return open.settle() ? stallWhile("moving and refreshing: ") : "the refresh did not end"_ba;
}

QByteArray readLongMessage(const RepoBuilder &repo)
{
    Tests::OpenPage<HistoryPage> open(repo);
    const auto isRead = [&] {
        return std::ranges::any_of(open->findChildren<QPlainTextEdit *>(), [](const QPlainTextEdit *text) {
            return text->accessibleName() == u"Message" && text->document()->characterCount() > 10'000;
        });
    };
    if (!QTest::qWaitFor(isRead, 20'000) || !open.settle())
        return "the message is not shown";
    return stallWhile("reading: ");
}

} // namespace

/// From opening a page until it was scrolled through, no event computes for longer than 50 ms. Judged is the
/// thread's own processor time, not the clock; but that grows too when other programs take the caches, the
/// memory's bandwidth or the other half of a core. So one long event may be the machine's, and what the
/// product does too much comes every time: only what stalls three times in a row is held to stall. That also
/// lets a stall pass that the product makes in less than every third opening; each one is printed with its
/// event, and the longest event of every run, to be looked at.
class StallsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_long, m_wide, m_many;

    template<class Work> static QByteArray stalling(Work work)
    {
        QByteArray stall;
        for (int time = 0; time < 3; ++time) {
            Tests::stallWatch().clear();
            stall = work();
            if (stall.isEmpty()) {
                const StallWatch::Stall worst = Tests::stallWatch().worst();
                qInfo("longest: event %d for a %s, %lld ms computing", int(worst.event),
                      worst.receiver.constData(), static_cast<long long>(worst.busy.count() / 1'000'000));
                return stall;
            }
            qInfo("a stall at attempt %d: %s", time + 1, stall.constData());
        }
        return stall;
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
        for (int file = 0; file < kFiles; ++file)
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

    void aHundredThousandLinesOnTheChangesPage()
    {
        QCOMPARE(stalling([this] { return openAndScroll<ChangesPage>(*m_long); }), QByteArray());
    }
    void aHundredThousandLinesOnTheHistoryPage()
    {
        QCOMPARE(stalling([this] { return openAndScroll<HistoryPage>(*m_long); }), QByteArray());
    }
    void aMessageOfTenMegabytesOnTheHistoryPage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("lines") << "some words of a line\n"_ba.repeated(500'000);
        QTest::newRow("one line") << "a\n\n" + "some words of a line "_ba.repeated(500'000);
    }
    void aMessageOfTenMegabytesOnTheHistoryPage()
    {
        QFETCH(const QByteArray, body);
        RepoBuilder repo;
        repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"--cleanup=verbatim"_s, u"-F"_s, u"-"_s},
                 "subject\n\n" + body);
        QCOMPARE(stalling([&repo] { return readLongMessage(repo); }), QByteArray());
    }
    void aLineOfFiveMegabytesOnTheChangesPage()
    {
        QCOMPARE(stalling([this] { return openAndScroll<ChangesPage>(*m_wide); }), QByteArray());
    }
    void aLineOfFiveMegabytesOnTheHistoryPage()
    {
        QCOMPARE(stalling([this] { return openAndScroll<HistoryPage>(*m_wide); }), QByteArray());
    }
    void threeThousandChangedFiles()
    {
        QCOMPARE(stalling([this] { return stageManyFiles(*m_many); }), QByteArray());
    }
    void fiftyThousandCommits()
    {
        QCOMPARE(stalling([this] { return walkManyCommits(*m_many); }), QByteArray());
    }
};

PLUMBLINE_UI_TEST_MAIN(StallsTest)
#include "tst_stalls.moc"
