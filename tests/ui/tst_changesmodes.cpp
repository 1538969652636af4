// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/shell/commandpalette.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    DiffView *diff() { return page().findChild<DiffView *>(); }
    qint64 lineCount() { return diff()->files().isEmpty() ? 0 : diff()->files()[0].lines.size(); }

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

/// A file of 200 lines in which two far from each other and from its ends are put in; some are long.
void startWithTwoHunks(RepoBuilder &repo)
{
    QByteArray before, after;
    for (int at = 1; at <= 200; ++at) {
        QByteArray line = "line " + QByteArray::number(at);
        if (at % 10 == 0)
            line += QByteArray(" word").repeated(100);
        before += line + '\n';
        after += line + '\n';
        if (at == 61 || at == 121)
            after += "new " + QByteArray::number(at) + '\n';
    }
    repo.write("a.txt", before).commit("first");
    repo.write("a.txt", after);
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

/// Staging from the changes page, however the differences are shown.
class ChangesModesTest final : public QObject
{
    Q_OBJECT

    static QByteArray staged(const RepoBuilder &repo) { return repo.git({u"diff"_s, u"--cached"_s}); }
    static QByteArray unstaged(const RepoBuilder &repo) { return repo.git({u"diff"_s}); }

private Q_SLOTS:
    void linesAreStagedByKeyboardInEveryMode_data()
    {
        QTest::addColumn<QStringList>("commands");
        QTest::newRow("wrapped") << QStringList{u"changes.wrapLines"_s};
        QTest::newRow("split") << QStringList{u"changes.sideBySide"_s};
        QTest::newRow("split and wrapped") << QStringList{u"changes.sideBySide"_s, u"changes.wrapLines"_s};
        QTest::newRow("with whitespace") << QStringList{u"changes.showWhitespace"_s};
        QTest::newRow("more lines") << QStringList{u"changes.moreContext"_s};
        QTest::newRow("whole file") << QStringList{u"changes.wholeFile"_s};
        QTest::newRow("all") << QStringList{u"changes.sideBySide"_s, u"changes.wrapLines"_s,
                                            u"changes.showWhitespace"_s, u"changes.moreContext"_s};
    }

    void linesAreStagedByKeyboardInEveryMode()
    {
        QFETCH(QStringList, commands);
        RepoBuilder repo;
        startWithTwoHunks(repo);
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        const qint64 before = open.lineCount();
        for (const QString &id : commands)
            open.command(id)->trigger();
        const bool asksForMore =
            commands.last() == u"changes.moreContext"_s || commands[0] == u"changes.wholeFile"_s;
        if (asksForMore)
            PAGE_TRY(open.lineCount() > before);
        QVERIFY(open.settle());

        QVERIFY(open.walkTo("new 121"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+new 121"_ba);
        QCOMPARE(addedLines(unstaged(repo)), "+new 61"_ba);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());

        QVERIFY(open.walkTo("new 61")); // without a choice: the hunk
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+new 61\n+new 121"_ba);
        QVERIFY(unstaged(repo).isEmpty());
    }

    void moreLinesComeAndTheWholeFileGoesAgain()
    {
        RepoBuilder repo;
        startWithTwoHunks(repo);
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        QCOMPARE(open.lineCount(), 14);
        QVERIFY(open.walkTo("new 61"));
        open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.lineCount(), 54);
        open.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.lineCount(), 202);
        QCOMPARE(open.diff()->content().bytes(open.diff()->cursor().current()), "new 61"_ba);
        open.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        PAGE_TRY_EQUAL(open.lineCount(), 54);
        repo.write("b.txt", "b\n"); // a refresh keeps what was asked for
        PAGE_TRY_EQUAL(open->changes().unstaged().rowCount(), 2);
        QVERIFY(open.settle());
        QCOMPARE(open.lineCount(), 54);
    }

    // Its lines are not those of the files, so a patch of them would be a guess.
    void withoutWhitespaceNoLinesAreStaged()
    {
        RepoBuilder repo;
        repo.write("a.txt", "a: 1\nb: 2\nc: 3\n").commit("first");
        repo.write("a.txt", "  a: 1\nb: 2\nc: 4\n");
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        open.command(u"changes.ignoreWhitespace"_s)->trigger();
        PAGE_TRY(open->changes().isWhitespaceIgnored());
        QVERIFY(open.settle());
        QCOMPARE(Diff::countLines(open.diff()->files()[0]).added, 1);
        QSignalSpy said(&open.context, &RepositoryContext::messageShown);
        QVERIFY(open.walkTo("c: 4"));
        open.press(Qt::Key_S);
        QCOMPARE(said.count(), 1);
        QVERIFY(!open.repository.writes().isBusy());
        QVERIFY(staged(repo).isEmpty());
        open.command(u"changes.ignoreWhitespace"_s)->trigger();
        PAGE_TRY(!open->changes().isWhitespaceIgnored());
        QVERIFY(open.settle());
        QVERIFY(open.walkTo("c: 4"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+c: 4"_ba);
    }

    void t08_aUtf16FileIsShownReadableAndStagedByKeyboard()
    {
        const auto utf16 = [](const QString &text) {
            return QByteArray("\xff\xfe", 2) +
                   QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        };
        RepoBuilder repo;
        repo.write(".gitattributes", "*.txt text working-tree-encoding=UTF-16\n");
        repo.write("a.txt", utf16(u"one\ntwo\nthree\n"_s)).commit("first");
        repo.write("a.txt", utf16(u"one\nzwei\nthree\nvier\n"_s));
        Opened open(repo);
        PAGE_TRY(open.diff()->files().size() == 1);
        QVERIFY(open.settle());
        open.command(u"changes.wholeFile"_s)->trigger();
        QVERIFY(open.settle());
        QCOMPARE(open.lineCount(), 5);
        QVERIFY(open.walkTo("vier"));
        open.press(Qt::Key_Space);
        open.press(Qt::Key_S);
        PAGE_TRY_EQUAL(addedLines(staged(repo)), "+vier"_ba);
        QCOMPARE(addedLines(unstaged(repo)), "-two\n+zwei"_ba);
        QCOMPARE(repo.git({u"cat-file"_s, u"blob"_s, u":a.txt"_s}), "one\ntwo\nthree\nvier\n"_ba);
    }

    void theMenuNamesWhatWouldBeIgnoredAndUndoTakesItBack()
    {
        RepoBuilder repo;
        repo.write("d/kept", "1\n").write("tracked.log", "1\n").commit("first");
        repo.write("d/a&b.log", "new\n").write("tracked.log", "2\n");
        Opened open(repo);
        QVERIFY(open.settle());
        auto *list = open.named<FileList>(u"Unstaged"_s);
        list->selectPath("d/a&b.log");
        auto *menu = qobject_cast<QMenu *>(open.command(u"changes.ignoreFile"_s)->associatedObjects().last());
        QVERIFY(menu && list->actions().contains(menu->menuAction()));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(commandName(open.command(u"changes.ignoreEnding"_s)->text()), u"Files ending in .log"_s);
        QCOMPARE(commandName(open.command(u"changes.ignoreFolder"_s)->text()), u"The folder d/"_s);
        QSignalSpy messages(&open.context, &RepositoryContext::messageShown);
        open.command(u"changes.ignoreEnding"_s)->trigger();
        PAGE_TRY(repo.exists(".gitignore"));
        QCOMPARE(repo.read(".gitignore"), "*.log\n"_ba);
        PAGE_TRY(!messages.isEmpty());
        QCOMPARE(messages.first().first().toString(), u"Added *.log to .gitignore."_s);
        QVERIFY(open.settle());
        QCOMPARE(open.repository.undoMeaning(), u"Ignored more in .gitignore"_s);
        open->undo();
        PAGE_TRY(!repo.exists(".gitignore"));
        QVERIFY(open.settle());

        list->selectPath("tracked.log");
        open.command(u"changes.ignoreFile"_s)->trigger();
        PAGE_TRY(open.labels<PlainLabel>().contains(u"Git tracks tracked.log"_s));
        QVERIFY(!repo.exists(".gitignore"));
    }

    void withoutTrustWhatWouldWriteIsOffAndSaysWhy()
    {
        RepoBuilder repo;
        startWithTwoHunks(repo);
        repo.write("b.txt", "staged\n").stage({"b.txt"});
        Opened open(repo, Git::Trust::Restricted);
        QVERIFY(open.settle());
        PAGE_TRY_EQUAL(open.diff()->files().size(), 1);
        const QStringList writing{u"stage"_s,      u"unstage"_s,   u"discard"_s,    u"stageAll"_s,
                                  u"unstageAll"_s, u"stash"_s,     u"discardAll"_s, u"commit"_s,
                                  u"ignoreFile"_s, u"ignoreHere"_s};
        for (const QString &id : writing) {
            const QAction *action = open.command(u"changes."_s + id);
            QVERIFY2(!action->isEnabled(), qPrintable(id));
            QVERIFY2(action->toolTip().contains(u"not trusted"_s), qPrintable(id));
        }
        const QSignalSpy acted(open.diff(), &DiffView::actionTriggered);
        const auto pressButton = [&] { // the first from the right in the file's header
            const QRect header = open.diff()->rowRect(0);
            QPoint at(header.right() - 4, header.center().y());
            QMouseEvent move(QEvent::MouseMove, at, open.diff()->viewport()->mapToGlobal(at), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(open.diff()->viewport(), &move);
            for (; at.x() > header.center().x(); at.rx() -= 4) {
                QHelpEvent help(QEvent::ToolTip, at, open.diff()->viewport()->mapToGlobal(at));
                QApplication::sendEvent(open.diff()->viewport(), &help);
                if (QToolTip::text().contains(u"not trusted"_s))
                    break;
            }
            QTest::mouseClick(open.diff()->viewport(), Qt::LeftButton, {}, at);
            return at.x() > header.center().x();
        };
        QVERIFY(pressButton());
        QVERIFY(acted.isEmpty());
        QVERIFY(!open.diff()->content().rows().isCollapsed(0)); // nor is it the header that was pressed
        open.repository.setTrust(Git::Trust::Trusted);
        PAGE_TRY(open.repository.isTrusted());
        for (const QString &id : {u"stage"_s, u"unstageAll"_s, u"stash"_s, u"ignoreHere"_s}) {
            const QAction *action = open.command(u"changes."_s + id);
            QVERIFY2(action->isEnabled(), qPrintable(id));
            QVERIFY2(!action->toolTip().contains(u"not trusted"_s), qPrintable(id));
        }
        QVERIFY(!open.command(u"changes.commit"_s)->isEnabled()); // there is no message
        QVERIFY(!pressButton());
    }
};

PLUMBLINE_UI_TEST_MAIN(ChangesModesTest)
#include "tst_changesmodes.moc"
