// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pagefixture.h"
#include "tests/ui/uitest.h"
#include "tests/unit/git/sequence/sequencefixture.h"
#include "ui/changes/changespage.h"
#include "ui/changes/draftbar.h"
#include "ui/changes/messageeditor.h"
#include "ui/shell/repositorycontext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Opened : Tests::OpenPage<ChangesPage>
{
    using OpenPage::OpenPage;

    MessageEditor *editor() { return page().findChild<MessageEditor *>(); }
    DraftBar *bar() { return page().findChild<DraftBar *>(); }
    void type(const QString &text)
    {
        editor()->setFocus();
        QTest::keyClicks(editor(), text);
    }
    QString button()
    {
        for (const QPushButton *button : page().findChildren<QPushButton *>()) {
            if (button->text().startsWith("Commit"_L1))
                return button->text();
        }
        return {};
    }
};

/// A repository whose branches collide.
struct Colliding : SequenceFixture
{
    Colliding()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        diverge();
    }
    void mergeInATerminal() const { run({u"merge"_s, u"topic"_s}); }
};

} // namespace

class MessageEditorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMergeOfATerminalIsConcludedWithItsMessage()
    {
        Colliding fixture;
        fixture.mergeInATerminal();
        Opened open(fixture.repo);
        PAGE_TRY_EQUAL(open.editor()->message(), u"Merge branch 'topic'"_s);
        QVERIFY(open.settle());
        QVERIFY(open.bar()->isHidden());                          // nothing is drafted for it
        QVERIFY(!open.command(u"changes.commit"_s)->isEnabled()); // a file is in conflict
        fixture.repo.write("f", "one\nBOTH\nthree\n").stage();
        PAGE_TRY(open.command(u"changes.commit"_s)->isEnabled());
        QCOMPARE(open.button(), u"Commit merge"_s);
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY(!fixture.repo.exists(".git/MERGE_HEAD"));
        QCOMPARE(fixture.message(), "Merge branch 'topic'"_ba);
        QCOMPARE(fixture.repo.resolve("HEAD^1"), fixture.ours);
        QCOMPARE(fixture.repo.resolve("HEAD^2"), fixture.theirs);
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
    }

    void aMergeThatChangesNothingCanBeCommitted()
    {
        Colliding fixture;
        fixture.run({u"merge"_s, u"--no-commit"_s, u"-s"_s, u"ours"_s, u"topic"_s});
        Opened open(fixture.repo);
        PAGE_TRY(open.command(u"changes.commit"_s)->isEnabled());
        QCOMPARE(open->changes().staged().rowCount(), 0);
    }

    void whatIsTypedIsOnlyReplacedOnDemandAndWithUndo()
    {
        Colliding fixture;
        Opened open(fixture.repo);
        QVERIFY(open.settle());
        open.type(u"mine"_s);
        fixture.mergeInATerminal();
        PAGE_TRY(!open->changes().preparedMessage().isEmpty());
        QCOMPARE(open.editor()->message(), u"mine"_s);
        PAGE_TRY(open.bar()->isVisible());
        open.press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(open.editor()->message(), u"Merge branch 'topic'"_s);
        QVERIFY(open.bar()->isHidden());
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(open.editor()->message(), u"mine"_s);
        fixture.repo.git({u"merge"_s, u"--abort"_s});
        PAGE_TRY(open->changes().preparedMessage().isEmpty());
        QCOMPARE(open.editor()->message(), u"mine"_s);
    }

    void aPreparedMessageGoesWithWhatItIsOf()
    {
        Colliding fixture;
        Opened open(fixture.repo);
        QVERIFY(open.settle());
        fixture.mergeInATerminal();
        PAGE_TRY_EQUAL(open.editor()->message(), u"Merge branch 'topic'"_s);
        fixture.repo.git({u"merge"_s, u"--abort"_s});
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
    }

    void aCommitThatIsTakenBackGivesItsMessageBack()
    {
        Colliding fixture;
        fixture.repo.write("other", "new\n").stage();
        Opened open(fixture.repo);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
        QVERIFY(open.settle());
        open.type(u"feat: a thing"_s);
        PAGE_TRY(open.command(u"changes.commit"_s)->isEnabled());
        open.press(Qt::Key_Return, Qt::ControlModifier);
        PAGE_TRY_EQUAL(open.editor()->message(), QString());
        PAGE_TRY_EQUAL(open->changes().undoMeaning(), u"Committed “feat: a thing”"_s);
        open->undo();
        PAGE_TRY_EQUAL(open.editor()->message(), u"feat: a thing"_s);
        QCOMPARE(fixture.head(), fixture.ours);
        PAGE_TRY_EQUAL(open->changes().staged().rowCount(), 1);
    }

    void trailersListsAndCommentsStayWholeAsTheyAreTyped()
    {
        Colliding fixture;
        fixture.repo.config(u"core.commentChar"_s, u";"_s);
        Opened open(fixture.repo);
        QVERIFY(open.settle());
        const QString words = u"word "_s.repeated(20);
        for (const QString &start : {u"- "_s, u"; "_s, u"Signed-off-by: "_s}) {
            open.editor()->setPlainText(u"fix: a\n\n"_s);
            open.editor()->moveCursor(QTextCursor::End);
            open.type(start + words);
            QCOMPARE(open.editor()->document()->blockCount(), 3);
        }
        open.editor()->setPlainText(u"fix: a\n\n"_s);
        open.editor()->moveCursor(QTextCursor::End);
        open.type(words);
        QVERIFY(open.editor()->document()->blockCount() > 3);
    }
};

PLUMBLINE_UI_TEST_MAIN(MessageEditorTest)
#include "tst_messageeditor.moc"
