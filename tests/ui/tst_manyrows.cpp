// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/changes/messageeditor.h"
#include "ui/files/filelist.h"
#include "ui/history/historypage.h"
#include "ui/history/reflist.h"
#include "ui/history/refpanel.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// Paints as the list's own delegate does and counts how often it is asked for anything.
class Counting final : public QAbstractItemDelegate
{
public:
    explicit Counting(QAbstractItemView *view)
        : QAbstractItemDelegate(view)
        , m_own(view->itemDelegate())
    {
        view->setItemDelegate(this);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++rows;
        m_own->paint(painter, option, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++rows;
        return m_own->sizeHint(option, index);
    }
    mutable int rows = 0;

private:
    QAbstractItemDelegate *m_own;
};

int rowsInSight(const QAbstractItemView *view)
{
    return view->viewport()->height() / std::max(1, view->visualRect(view->model()->index(0, 0)).height()) +
           2;
}

FileList *listOf(Tests::OpenPage<ChangesPage> &open, FileItems &files)
{
    for (FileList *list : open->findChildren<FileList *>())
        if (list->model() == &files)
            return list;
    return nullptr;
}

/// Files of one content, by one call of the system each.
void linkFiles(const RepoBuilder &repo, const QByteArray &folder, int count)
{
    const QByteArray one = repo.bytePath("a.txt");
    for (int number = 0; number < count; ++number) {
        const QByteArray name = repo.bytePath(folder + QByteArray::number(number));
        if (::link(one.constData(), name.constData()) != 0)
            qFatal("cannot link %s", name.constData());
    }
}

void writePackedRefs(const RepoBuilder &repo, int count)
{
    QByteArray names = "# pack-refs with: peeled fully-peeled sorted \n";
    const QByteArray id = repo.resolve("HEAD~1");
    for (int number = 0; number < count; ++number)
        names += id + " refs/remotes/origin/team/" + QByteArray::number(number).rightJustified(6, '0') + '\n';
    QFile file(repo.gitDir() + u"/packed-refs"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(names) != names.size())
        qFatal("cannot write packed-refs");
}

} // namespace

/// However many rows there are, what is done is done for those in sight.
class ManyRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untrackedFilesOfAFolderAreOneRow()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("new/deep/x", "1");
        linkFiles(repo, "new/", 5'000);
        Tests::OpenPage<ChangesPage> open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open->changes().unstaged().files().first().isFolder);
    }

    void thirtyThousandUntrackedFilesCostWhatIsInSight()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        linkFiles(repo, {}, 30'000);
        Tests::OpenPage<ChangesPage> open(repo);
        QElapsedTimer timer;
        timer.start();
        FileItems &files = open->changes().unstaged();
        PAGE_TRY_EQUAL(files.rowCount(), 30'000);
        QVERIFY(open.settle());
        qInfo("30,000 untracked files listed and settled after %lld ms", timer.elapsed());
        FileList *list = listOf(open, files);
        const Counting counting(list);
        list->setFocus();
        const int most = 6 * rowsInSight(list);
        timer.restart();
        for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp}) {
            counting.rows = 0;
            QTest::keyClick(list, key);
            QTest::qWait(0);
            list->viewport()->repaint();
            QVERIFY2(counting.rows > 0 && counting.rows < most,
                     QByteArray::number(counting.rows).constData());
        }
        QCOMPARE(list->currentIndex().row() > 29'000, true);
        qInfo("four pages painted in %lld ms, %d rows in sight", timer.elapsed(), rowsInSight(list));
        repo.write("00", "x"); // one more
        PAGE_TRY_EQUAL(files.rowCount(), 30'001);
        QVERIFY(open.settle());
    }

    void aKeyInTheFilterOfAHundredThousandRefsReadsNothing()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n").commit("second");
        writePackedRefs(repo, 110'000);
        repo.config(u"remote.origin.url"_s, u"."_s)
            .config(u"remote.origin.fetch"_s, u"+refs/heads/*:refs/remotes/origin/*"_s)
            .config(u"branch.main.remote"_s, u"origin"_s)
            .config(u"branch.main.merge"_s, u"refs/heads/team/000042"_s);
        QElapsedTimer timer;
        timer.start();
        Tests::OpenPage<HistoryPage> open(repo);
        QVERIFY(open.settle());
        auto &history = static_cast<HistoryController &>(open->controller());
        PAGE_TRY(history.refs().entries().size() == 110'001);
        qInfo("110,000 refs listed after %lld ms", timer.elapsed());
        // How far branches are apart: of HEAD's alone.
        PAGE_TRY_EQUAL(open.repository.aheadBehind(), (Git::AheadBehind{.ahead = 1, .behind = 0}));

        auto *panel = open->findChild<RefPanel *>();
        panel->show();
        auto *list = panel->findChild<RefList *>();
        auto *edit = panel->findChild<QLineEdit *>();
        const Counting counting(list);
        QSignalSpy read(&open.repository, &PageController::busyChanged),
            busy(&history, &PageController::busyChanged);
        edit->setFocus();
        qint64 slowest = 0;
        for (const Qt::Key key : {Qt::Key_0, Qt::Key_4, Qt::Key_2, Qt::Key_4, Qt::Key_2}) {
            counting.rows = 0;
            timer.restart();
            QTest::keyClick(edit, key);
            list->viewport()->repaint();
            slowest = std::max(slowest, timer.elapsed());
            const int most = 6 * rowsInSight(list);
            QVERIFY2(counting.rows > 0 && counting.rows < most,
                     QByteArray::number(counting.rows).constData());
        }
        qInfo("slowest key among 110,000 refs, painted: %lld ms", slowest);
        QCOMPARE(edit->text(), u"04242"_s);
        QVERIFY(history.refs().rowOf("refs/remotes/origin/team/004242") >= 0);
        QVERIFY(history.refs().rowOf("refs/remotes/origin/team/000001") < 0);
        QCOMPARE(read.count(), 0);
        QCOMPARE(busy.count(), 0);
    }

    void aLongMessageIsAmendedAsItIs()
    {
        RepoBuilder repo;
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"a@example.org"_s);
        repo.write("a.txt", "one\n").commit("first");
        const QByteArray body = QByteArray("* one of the squashed commits said this\n").repeated(2'600);
        repo.write("a.txt", "two\n").commit("squashed\n\n" + body);
        repo.write("a.txt", "three\n").stage();
        Tests::OpenPage<ChangesPage> open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        Tests::stallWatch().clear();
        auto *editor = open->findChild<MessageEditor *>();
        open->findChild<QCheckBox *>()->setFocus();
        open.press(Qt::Key_Space);
        PAGE_TRY(editor->message().size() > body.size());
        editor->setFocus();
        editor->moveCursor(QTextCursor::Start);
        QTest::keyClicks(editor, u"re"_s);
        QTest::qWait(0);
        const StallWatch::Stall worst = Tests::stallWatch().worst();
        qInfo("100 KB taken up and typed into: longest event %lld ms computing",
              static_cast<long long>(worst.busy.count() / 1'000'000));
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(repo.git({u"show"_s, u"HEAD:a.txt"_s}), "three\n"_ba);
        QCOMPARE(repo.git({u"log"_s, u"-1"_s, u"--format=%B"_s}).trimmed(),
                 QByteArray("resquashed\n\n" + body).trimmed());
        QCOMPARE(repo.git({u"rev-list"_s, u"--count"_s, u"HEAD"_s}), "2\n"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(ManyRowsTest)
#include "tst_manyrows.moc"
