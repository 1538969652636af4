// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    FileList *list(ChangeSide side)
    {
        const FileItems &items =
            side == ChangeSide::Staged ? page().changes().staged() : page().changes().unstaged();
        for (FileList *list : page().findChildren<FileList *>())
            if (list->model() == &items)
                return list;
        return nullptr;
    }
    DiffView *diff() { return page().findChild<DiffView *>(); }

    /// What the open question says, and its button; empty: nothing is asked.
    QString question()
    {
        const auto *dialog = page().findChild<ConfirmDialog *>();
        return dialog ? QString(dialog->findChild<PlainLabel *>()->text() + u" | " + yes()->text())
                      : QString();
    }
    QPushButton *yes() { return page().findChild<ConfirmDialog *>()->findChild<QPushButton *>(u"act"_s); }
    bool answer(bool isYes)
    {
        auto *dialog = page().findChild<ConfirmDialog *>();
        isYes ? yes()->click() : dialog->reject();
        return QTest::qWaitFor([this] { return !page().findChild<ConfirmDialog *>(); });
    }

    /// Walks the difference by keys to the line that reads so; false when there is none.
    bool walkTo(QByteArrayView text)
    {
        diff()->setFocus();
        press(Qt::Key_Home);
        for (qsizetype row = 0; row < diff()->content().rows().count(); ++row) {
            const Diff::Row current = diff()->cursor().current();
            if (current.kind == Diff::RowKind::Line && diff()->content().bytes(current) == text)
                return true;
            press(Qt::Key_J);
        }
        return false;
    }
};

void startWithTwoChangedLines(RepoBuilder &repo)
{
    repo.write("a.txt", "one\ntwo\nthree\nfour\n").commit("first");
    repo.write("a.txt", "one\nnew A\ntwo\nnew B\nthree\nfour\n");
}

QByteArray addedLines(const QByteArray &diff)
{
    QByteArrayList lines;
    for (const QByteArray &line : diff.split('\n'))
        if ((line.startsWith('+') && !line.startsWith("+++")) ||
            (line.startsWith('-') && !line.startsWith("---")))
            lines += line;
    return lines.join('\n');
}

} // namespace

class ChangesPageTest final : public QObject
{
    Q_OBJECT

    static QByteArray staged(const RepoBuilder &repo) { return repo.git({u"diff"_s, u"--cached"_s}); }
    static QByteArray unstaged(const RepoBuilder &repo) { return repo.git({u"diff"_s}); }

private Q_SLOTS:
    void oneLineIsStagedAndUnstagedByKeyboard()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.walkTo("new B"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+new B"_ba);
        QCOMPARE(addedLines(unstaged(repo)), "+new A"_ba);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());

        open.list(ChangeSide::Staged)->setFocus();
        PAGE_TRY(open->changes().side() == ChangeSide::Staged && open.isSettled());
        QVERIFY(open.walkTo("new B"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_U);
        PAGE_TRY(staged(repo).isEmpty());
        QCOMPARE(addedLines(unstaged(repo)), "+new A\n+new B"_ba);
    }

    void aFileIsStagedAndUnstagedFromItsList()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        repo.write("b.txt", "b\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 2);
        QVERIFY(open.settle());
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_J);
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), "b.txt\n"_ba);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.list(ChangeSide::Staged)->setFocus();
        open.press(Qt::Key_U);
        PAGE_TRY(staged(repo).isEmpty());
        QCOMPARE(repo.read("b.txt"), "b\n"_ba);
    }

    void aDiscardedFileComesBackByteForByte()
    {
        RepoBuilder repo;
        repo.write("a.bin", "first\n").commit("first");
        const QByteArray bytes = "se\0cond\r\n\xff\xfe no line feed"_ba;
        repo.write("a.bin", bytes);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        QVERIFY(!open.command(u"changes.undoDiscard"_s)->isEnabled());
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_Delete);
        PAGE_TRY_EQUAL(repo.read("a.bin"), "first\n"_ba);
        PAGE_TRY(open.command(u"changes.undoDiscard"_s)->isEnabled());
        open->undo();
        PAGE_TRY_EQUAL(repo.read("a.bin"), bytes);
        PAGE_TRY(open.settle());
        QVERIFY(!open.command(u"changes.undoDiscard"_s)->isEnabled());
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
    }

    void aFailedUndoMayBeTriedAgain()
    {
        RepoBuilder repo;
        repo.write("a.txt", "first\n").commit("first");
        repo.write("a.txt", "second\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_Delete);
        PAGE_TRY(open.command(u"changes.undoDiscard"_s)->isEnabled());
        repo.write("a.txt", "third\n"); // undoing would lose this
        QSignalSpy failed(&open.repository.undo(), &UndoController::failed);
        open.command(u"changes.undoDiscard"_s)->trigger();
        open.command(u"changes.undoDiscard"_s)->trigger(); // a second press in haste is none
        PAGE_TRY_EQUAL(failed.count(), 1);
        QCOMPARE(repo.read("a.txt"), "third\n"_ba);
        QVERIFY(open.command(u"changes.undoDiscard"_s)->isEnabled());
        repo.write("a.txt", "first\n");
        open.command(u"changes.undoDiscard"_s)->trigger();
        PAGE_TRY_EQUAL(repo.read("a.txt"), "second\n"_ba);
        QCOMPARE(failed.count(), 1);
    }

    // What is selected in the staged difference must never be staged or thrown away by the other side's keys.
    void keysOfTheOtherSideDoNothing()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        repo.stage({"a.txt"});
        repo.write("a.txt", "one\nnew A\ntwo\nnew B\nthree\nfour\nnew C\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.list(ChangeSide::Staged)->setFocus();
        PAGE_TRY(open->changes().side() == ChangeSide::Staged && open.isSettled());
        QVERIFY(open.walkTo("new B"));
        const QByteArray before = staged(repo), content = repo.read("a.txt");
        open.press(Qt::Key_S);
        open.press(Qt::Key_Delete);
        QVERIFY(!open.repository.writes().isBusy());
        QCOMPARE(staged(repo), before);
        QCOMPARE(repo.read("a.txt"), content);
    }

    void whatCannotBeActedOnIsSaid()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        QSignalSpy said(&open.context, &RepositoryContext::messageShown);
        QVERIFY(open.walkTo("two"));
        open.press(Qt::Key_Space); // an unchanged line, chosen alone
        open.press(Qt::Key_S);
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(u"unchanged"_s));
        open.press(Qt::Key_Delete);
        QCOMPARE(said.count(), 2);
        open.press(Qt::Key_U);
        QCOMPARE(said.count(), 3);
        QVERIFY(!open.repository.writes().isBusy());
        open.press(Qt::Key_Escape);
        open.press(Qt::Key_S); // the hunk
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+new A\n+new B"_ba);
        QCOMPARE(said.count(), 3);
        PAGE_TRY(open->changes().side() == ChangeSide::Staged && open.isSettled());
        open.diff()->setFocus();
        open.press(Qt::Key_S);
        QCOMPARE(said.count(), 4);
        QVERIFY(said.last().first().toString().contains(u"staged already"_s));
    }

    void anEmptyListNeverHasTheFocus()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        FileList *unstaged = open.list(ChangeSide::Unstaged), *staged = open.list(ChangeSide::Staged);
        unstaged->setFocus();
        QSet<QWidget *> stops;
        for (QWidget *at = unstaged; !stops.contains(at); at = open->focusWidget()) {
            stops += at;
            open.press(Qt::Key_Tab);
        }
        QVERIFY(stops.contains(unstaged) && stops.contains(open.diff()));
        QVERIFY(!stops.contains(staged));
        unstaged->setFocus();
        open.press(Qt::Key_S); // the list is empty now
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 0);
        PAGE_TRY(staged->hasFocus());
        QCOMPARE(unstaged->focusPolicy(), Qt::NoFocus);
        open.press(Qt::Key_U);
        PAGE_TRY(unstaged->hasFocus());
        open.press(Qt::Key_Delete);
        PAGE_TRY(open.diff()->hasFocus());
        open->undo();
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        open->setFocus();
        QVERIFY(unstaged->hasFocus());
    }

    void theBadgeCountsAPartlyStagedFileOnce()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        repo.stage({"a.txt"}).write("a.txt", "other\n").write("b.txt", "b\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 2);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QCOMPARE(open->badge(), 2);
    }

    void aDiscardIsNamed()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        QVERIFY(open.walkTo("new A"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_Delete);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Discarded 1 line(s) of a.txt"_s));
        QVERIFY(open.settle());
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_Delete);
        PAGE_TRY(open.labels<PlainLabel>().split(u'\n').contains(u"Discarded a.txt"_s));
    }

    void withoutTrustNothingIsWrittenAndTrustIsAskedFor()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo, Git::Trust::Unknown);
        QSignalSpy asked(&open.context, &RepositoryContext::trustRequested);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        int times = 0;
        for (QWidget *focused :
             {static_cast<QWidget *>(open.list(ChangeSide::Unstaged)), static_cast<QWidget *>(open.diff())}) {
            for (const Qt::Key key : {Qt::Key_S, Qt::Key_Delete}) {
                focused->setFocus();
                open.press(key);
                QCOMPARE(asked.count(), ++times);
                QVERIFY(!open.repository.writes().isBusy());
            }
        }
        QVERIFY(staged(repo).isEmpty());
        QVERIFY(repo.read("a.txt").contains("new A"));
    }

    void aBareRepositoryHasNothingToChange()
    {
        RepoBuilder repo({u"--bare"_s});
        Opened open(repo);
        PAGE_TRY_EQUAL(open->controller().state(), PageState::Empty);
        PAGE_TRY(open.labels<PlainLabel>().contains(u"No work tree"_s));
    }

    void theFirstCommitOfARepositoryCanBeStaged()
    {
        RepoBuilder repo;
        repo.write("a.txt", "a\n").write("sub/b.txt", "b\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 2);
        QVERIFY(open.settle());
        open.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(repo.git({u"ls-files"_s}), "a.txt\nsub/b.txt\n"_ba);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 2);
        open.press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY(repo.git({u"ls-files"_s}).isEmpty());
        QCOMPARE(repo.read("a.txt"), "a\n"_ba);
    }

    void t03_theWayOnIsOffered()
    {
        RepoBuilder repo;
        repo.write("b.txt", "b\n").commit("first");
        repo.config(u"core.autocrlf"_s, u"true"_s).config(u"core.safecrlf"_s, u"true"_s);
        repo.write("a.txt", "a\nb\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_S);
        PAGE_TRY(open.question().contains(u"core.safecrlf"_s));
        QVERIFY(open.answer(false));
        QVERIFY(open.settle());
        QVERIFY(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}).isEmpty());
        open.command(u"changes.stageAll"_s)->trigger();
        PAGE_TRY(!open.question().isEmpty());
        QVERIFY(open.answer(true));
        PAGE_TRY_EQUAL(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), "a.txt\n"_ba);
        QCOMPARE(repo.read("a.txt"), "a\nb\n"_ba);
    }

    void t17_aLargeFileIsAskedAboutBeforeStaging()
    {
        RepoBuilder repo;
        repo.write("b.txt", "b\n").commit("first");
        repo.write("big.bin", QByteArray(10 * 1024 * 1024 + 1, '\0')).write("b.txt", "c\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 2);
        QVERIFY(open.settle());
        open.command(u"changes.stageAll"_s)->trigger();
        PAGE_TRY(open.question().contains(u"big.bin"_s));
        QVERIFY(!open.question().contains(u"b.txt"_s));
        QVERIFY(open.yes()->text().startsWith(u"Stage 1 large file"_s));
        QVERIFY(!open.yes()->isDefault());
        PAGE_TRY(open->findChild<ConfirmDialog *>()->isActiveWindow());
        PAGE_TRY(qobject_cast<QPushButton *>(QApplication::focusWidget()));
        QVERIFY(!open.yes()->hasFocus());
        QVERIFY(open.answer(false));
        QVERIFY(open.settle());
        QVERIFY(staged(repo).isEmpty());
        open.command(u"changes.stageAll"_s)->trigger();
        PAGE_TRY(!open.question().isEmpty());
        QVERIFY(open.answer(true));
        PAGE_TRY_EQUAL(repo.git({u"diff"_s, u"--cached"_s, u"--name-only"_s}), "b.txt\nbig.bin\n"_ba);
    }

    void t20_discardAllNamesBothNumbers()
    {
        RepoBuilder repo;
        repo.write("a.txt", "a\n").write(".gitignore", "*.log\n").commit("first");
        repo.write("a.txt", "b\n").write("new/one", "1\n").write("new/two", "2\n").write("x.log", "kept\n");
        repo.git({u"init"_s, u"-q"_s, u"inner"_s});
        repo.write("inner/x", "x\n");
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 3);
        QVERIFY(open.settle());
        open.command(u"changes.discardAll"_s)->trigger();
        PAGE_TRY(!open.question().isEmpty());
        const QString asked = open.question();
        QVERIFY2(asked.contains(u"1 tracked file"_s), qPrintable(asked));
        QVERIFY2(asked.contains(u"2 untracked file"_s), qPrintable(asked));
        QVERIFY2(asked.contains(u"inner/"_s), qPrintable(asked));
        QVERIFY2(asked.contains(u"| Discard 3 file"_s), qPrintable(asked));
        QVERIFY(open.answer(false));
        QCOMPARE(repo.read("a.txt"), "b\n"_ba);
        open.command(u"changes.discardAll"_s)->trigger();
        PAGE_TRY(!open.question().isEmpty());
        repo.write("late.txt", "came while it was asked\n");
        QVERIFY(open.answer(true));
        PAGE_TRY_EQUAL(repo.read("a.txt"), "a\n"_ba);
        QVERIFY(!repo.exists("new/one") && repo.exists("x.log") && repo.exists("late.txt"));
        QCOMPARE(repo.read("inner/x"), "x\n"_ba);
        PAGE_TRY(open.command(u"changes.undoDiscard"_s)->isEnabled());
        open->undo();
        PAGE_TRY(repo.exists("new/two"));
        QCOMPARE(repo.read("a.txt"), "b\n"_ba);
    }

    void whatChangesOutsideIsSeen()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        QSignalSpy badge(&open.page(), &Page::badgeChanged);
        PAGE_TRY_EQUAL(open->badge(), 1);
        repo.stage({"a.txt"});
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 0);
        PAGE_TRY(open.settle() && open.diff()->files().size() == 1);
        QCOMPARE(open->changes().side(), ChangeSide::Staged);
        QVERIFY(badge.count() > 0);
    }

    void withoutTheGitProgramReadingWorksAndWritingSaysWhatIsMissing()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([path] { qputenv("PATH", path); });
        qputenv("PATH", repo.folder().toUtf8());
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        QCOMPARE(open.diff()->files().size(), 1);
        QSignalSpy failed(&open->changes(), &ChangesController::actionFailed);
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(failed.count(), 1);
        const auto error = failed.first().first().value<Error>();
        QVERIFY2(QString(error.message + error.hint).contains(u"git"_s, Qt::CaseInsensitive),
                 qPrintable(error.message));
        PAGE_TRY(open.labels<PlainLabel>().contains(error.message));
    }

    void aWriteThatFailsSaysSoOnThePage()
    {
        RepoBuilder repo;
        startWithTwoChangedLines(repo);
        Opened open(repo);
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 1);
        QVERIFY(open.settle());
        QFile lock(repo.gitDir() + u"/index.lock"_s);
        QVERIFY(lock.open(QIODevice::WriteOnly));
        open.list(ChangeSide::Unstaged)->setFocus();
        open.press(Qt::Key_S);
        PAGE_TRY(std::ranges::any_of(open->findChildren<ErrorBanner *>(),
                                     [](const ErrorBanner *banner) { return banner->isVisible(); }));
        QVERIFY(lock.remove());
        QVERIFY(staged(repo).isEmpty());
    }
};

PLUMBLINE_UI_TEST_MAIN(ChangesPageTest)
#include "tst_changespage.moc"
