// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/diff/diffview.h"
#include "ui/filehistory/filehistorypage.h"
#include "ui/filehistory/revisionlist.h"
#include "ui/files/pathedit.h"
#include "ui/shell/pathactions.h"
#include "ui/widgets/plainlabel.h"

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<FileHistoryPage>
{
    explicit Opened(const RepoBuilder &repo, Git::Trust trust = Git::Trust::Trusted)
        : OpenPage(repo, trust)
        , requested(&context, &RepositoryContext::pageRequested)
    {}

    bool open(const QByteArray &path, const QByteArray &commit = {})
    {
        page().openArgument(
            PathPages::argument({path, Git::ObjectId::fromHex(commit).value_or(Git::ObjectId())}));
        list()->setFocus();
        return settle();
    }
    RevisionList *list() { return page().findChild<RevisionList *>(); }
    DiffView *diff() { return page().findChild<DiffView *>(); }
    QStringList subjects()
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all += list()->model()->index(row, 0).data().toString();
        return all;
    }
    QByteArray shown()
    {
        QByteArray all;
        for (const Diff::FileDiff &file : diff()->files())
            for (const Diff::Line &line : file.lines)
                if (line.origin != Diff::LineOrigin::Context)
                    all += (line.origin == Diff::LineOrigin::Added ? "+" : "-") +
                           file.content(line).toByteArray() + ' ';
        return all;
    }

    QSignalSpy requested;
};

/// A file that is made, changed, renamed and changed again; another one beside it.
struct Renamed
{
    Renamed()
    {
        repo.write("old.yaml", "1\n2\n3\n4\n5\n6\n").commit("made");
        changed = repo.write("old.yaml", "1\n2\n3\n4\n5\nsix\n").write("other", "o\n").commit("changed");
        repo.write("other", "p\n").commit("elsewhere");
        repo.git({u"mv"_s, u"old.yaml"_s, u"new.yaml"_s});
        repo.commit("renamed");
        repo.write("new.yaml", "one\n2\n3\n4\n5\nsix\n").commit("last");
    }
    RepoBuilder repo;
    QByteArray changed;
};

} // namespace

class FileHistoryViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsFollowedThroughItsRename()
    {
        Renamed fixture;
        Opened open(fixture.repo);
        QVERIFY(open.open("new.yaml"));
        QCOMPARE(open.subjects(), QStringList({u"last"_s, u"renamed"_s, u"changed"_s, u"made"_s}));
        QCOMPARE(open.list()->currentIndex().row(), 0);
        PAGE_TRY_EQUAL(open.shown(), "-1 +one "_ba);
        open.press(Qt::Key_J);
        QCOMPARE(open.list()->currentIndex().data(RevisionItems::RenameRole).toString(),
                 u"old.yaml → new.yaml"_s);
        QVERIFY(open.settle());
        QCOMPARE(open.diff()->files().size(), 1);
        QCOMPARE(open.diff()->files().first().status, Diff::FileStatus::Renamed);
        open.press(Qt::Key_J);
        PAGE_TRY_EQUAL(open.shown(), "-6 +six "_ba);
        QCOMPARE(open.diff()->files().size(), 1); // not what else the commit changed
        open.press(Qt::Key_K);
        QCOMPARE(open.list()->currentIndex().row(), 1);
    }

    void moreLinesComeAndWhitespaceGoes()
    {
        RepoBuilder repo;
        QByteArray lines;
        for (int at = 0; at < 60; ++at)
            lines += "line " + QByteArray::number(at) + '\n';
        repo.write("a.txt", lines).commit("first");
        repo.write("a.txt", lines.replace("line 30\n", "  line 30\nnew\n")).commit("second");
        Opened open(repo);
        QVERIFY(open.open("a.txt"));
        PAGE_TRY_EQUAL(open.shown(), "-line 30 +  line 30 +new "_ba);
        open.diff()->setFocus();
        open.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.diff()->files()[0].lines.size(), 62);
        open.command(u"filehistory.ignoreWhitespace"_s)->trigger();
        PAGE_TRY_EQUAL(open.shown(), "+new "_ba);
        open.list()->setCurrentIndex(open.list()->model()->index(1, 0));
        PAGE_TRY_EQUAL(open.diff()->files()[0].lines.size(), 60); // the wish was for the other commit
        open.list()->setCurrentIndex(open.list()->model()->index(0, 0));
        PAGE_TRY_EQUAL(open.diff()->files()[0].lines.size(), 7);
    }

    void enterGoesToTheCommitAndBlameToItsVersion()
    {
        Renamed fixture;
        Opened open(fixture.repo);
        QVERIFY(open.open("new.yaml"));
        open.press(Qt::Key_J);
        open.press(Qt::Key_J);
        QVERIFY(open.settle());
        open.press(Qt::Key_Return);
        QCOMPARE(open.requested.size(), 1);
        QCOMPARE(open.requested.last().at(0).toString(), u"history"_s);
        QCOMPARE(open.requested.last().at(1).toByteArray(), fixture.changed);
        open.press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.requested.last().at(0).toString(), PathPages::blame());
        const PathAt target = PathPages::target(open.requested.last().at(1));
        QCOMPARE(target.path, "old.yaml"_ba);
        QCOMPARE(target.commit.toHex(), fixture.changed);
        open.press(Qt::Key_Right);
        QVERIFY(open.diff()->hasFocus());
    }

    void aFolderHasAHistoryToo()
    {
        RepoBuilder repo;
        repo.write("dir/a", "1\n").commit("one");
        repo.write("x", "1\n").commit("two");
        repo.write("dir/b", "1\n").commit("three");
        Opened open(repo);
        QVERIFY(open.open("dir"));
        QCOMPARE(open.subjects(), QStringList({u"three"_s, u"one"_s}));
        PAGE_TRY_EQUAL(open.diff()->files().size(), 1);
        QCOMPARE(open.diff()->files().first().path(), "dir/b"_ba);
    }

    void withoutTrustLessIsShownAndSaid()
    {
        Renamed fixture;
        Opened open(fixture.repo, Git::Trust::Unknown);
        QVERIFY(open.open("new.yaml"));
        QCOMPARE(open.page().controller().state(), PageState::Ready);
        QCOMPARE(open.subjects(), QStringList({u"last"_s, u"renamed"_s}));
        auto &controller = static_cast<FileHistoryController &>(open.page().controller());
        QVERIFY(!controller.notes().isEmpty());
        QVERIFY(open.labels<PlainLabel>().contains(controller.notes().first()));
    }

    void aPathThatNeverWasFailsAndTheNextOneIsShown()
    {
        Renamed fixture;
        Opened open(fixture.repo);
        QVERIFY(open.open("new.yaml"));
        QVERIFY(open.open("never"));
        QCOMPARE(open.page().controller().state(), PageState::Failed);
        QVERIFY(open.subjects().isEmpty());
        QVERIFY(open.open("other"));
        QCOMPARE(open.subjects(), QStringList({u"elsewhere"_s, u"changed"_s}));
    }

    void emptyItAsksForAPath()
    {
        Renamed fixture;
        Opened open(fixture.repo);
        QCOMPARE(open.page().controller().state(), PageState::Empty);
        auto *edit = open.page().findChild<PathEdit *>();
        open.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(edit->hasFocus());
        edit->setText(u"other"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        PAGE_TRY_EQUAL(open.subjects(), QStringList({u"elsewhere"_s, u"changed"_s}));
    }

    void aNewCommitIsPutOnTopAndTheChoiceStays()
    {
        Renamed fixture;
        Opened open(fixture.repo);
        QVERIFY(open.open("new.yaml"));
        open.press(Qt::Key_J);
        QVERIFY(open.settle());
        fixture.repo.write("new.yaml", "eins\n2\n").commit("newest");
        open.repository.refresh();
        PAGE_TRY_EQUAL(open.subjects().value(0), u"newest"_s);
        QCOMPARE(open.list()->currentIndex().data().toString(), u"renamed"_s);
        QVERIFY(open.settle());
        open.press(Qt::Key_Return);
        QCOMPARE(open.requested.last().at(1).toByteArray(), fixture.repo.resolve("HEAD~2"));
    }

    void hostileTextIsShownAsItIs()
    {
        RepoBuilder repo;
        const QByteArray path = "<b>\xe2\x80\xae\xff.txt";
        repo.write(path, "x\n").commit("<b>s</b>\xe2\x80\xae", {.author = "<i>\xe2\x80\xae"});
        Opened open(repo);
        QVERIFY(open.open(path));
        QCOMPARE(open.page().controller().state(), PageState::Ready);
        QCOMPARE(open.subjects(), QStringList({u"<b>s</b><U+202E>"_s}));
        for (const QString &text : Tests::spokenTexts(&open.page()))
            QVERIFY(!text.contains(QChar(0x202e)));
        const QModelIndex first = open.list()->model()->index(0, 0);
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(RevisionItems::AuthorRole)})
            QVERIFY(!first.data(role).toString().contains(QChar(0x202e)));
    }
};

PLUMBLINE_UI_TEST_MAIN(FileHistoryViewTest)
#include "tst_filehistoryview.moc"
