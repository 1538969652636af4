// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "ui/changes/messageeditor.h"
#include "ui/diff/diffview.h"
#include "ui/diff/findbar.h"

#include <QCheckBox>

#include <atomic>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

namespace {

std::atomic_int ambiguities = 0;
QtMessageHandler before = nullptr;

void countAmbiguities(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message.contains("mbiguous shortcut"_L1))
        ++ambiguities;
    if (before)
        before(type, context, message);
}

/// Sees every shortcut that is pressed and lets none do anything.
class ShortcutTrap final : public QObject
{
public:
    ShortcutTrap() { qApp->installEventFilter(this); }
    QList<QObject *> hit;
    bool isAmbiguous = false;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return false;
        hit += watched;
        isAmbiguous |= static_cast<QShortcutEvent *>(event)->isAmbiguous();
        return true;
    }
};

bool isReachable(const QAction &action, const QWidget &page)
{
    if (!action.isEnabled())
        return false;
    if (action.shortcutContext() != Qt::WidgetWithChildrenShortcut)
        return action.shortcutContext() != Qt::WidgetShortcut;
    return action.associatedObjects().contains(&page);
}

void addPages()
{
    QTest::addColumn<QString>("id");
    for (const PageFactory &factory : makePageFactories())
        QTest::newRow(qPrintable(factory.id)) << factory.id;
}

} // namespace

/// The pages of the program in its window: every key goes to one place.
class ShortcutsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { before = qInstallMessageHandler(countAmbiguities); }
    void init() { ambiguities = 0; }
    void cleanup() { QCOMPARE(ambiguities.load(), 0); }

    void everyShortcutActivatesExactlyOneCommand_data() { addPages(); }
    void everyShortcutActivatesExactlyOneCommand()
    {
        QFETCH(QString, id);
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(id));
        QHash<QKeySequence, QAction *> owners;
        for (QAction *action : program.window.findChildren<QAction *>()) {
            if (!isReachable(*action, *program.page()))
                continue;
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!owners.contains(keys), qPrintable(action->objectName() + u' ' + keys.toString()));
                owners.insert(keys, action);
            }
        }
        QVERIFY(owners.size() > 15);
        QVERIFY(program.isFocusIn(program.page()));
        for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner) {
            ShortcutTrap trap;
            QTest::keySequence(QApplication::focusWidget(), owner.key());
            QVERIFY2(trap.hit == QList<QObject *>{owner.value()} && !trap.isAmbiguous,
                     qPrintable(owner.value()->objectName() + u' ' + owner.key().toString()));
        }
    }

    void aPageHasTheFocusAtTheStartAndAfterItsCommand()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(u"history"_s));
        QVERIFY(program.isFocusIn(program.page()));
        for (const Qt::Key key : {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_1, Qt::Key_2}) {
            program.press(key, Qt::ControlModifier);
            QVERIFY(program.isFocusIn(program.page()));
            program.action(u"go.pageBar"_s)->trigger();
            QVERIFY(!program.isFocusIn(program.page()));
            program.press(key, Qt::ControlModifier);
            QVERIFY(program.isFocusIn(program.page()));
        }
        QVERIFY(program.go(u"changes"_s));
        program.press(Qt::Key_S); // without a click before it
        QTRY_VERIFY(!repo.git({u"diff"_s, u"--cached"_s}).isEmpty());
        auto *editor = program.page()->findChild<MessageEditor *>();
        editor->setFocus();
        program.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(editor->hasFocus());
    }

    void undoTakesBackADiscardOutsideOfTextAndWordsInIt()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().unstaged().rowCount(), 1);
        program.press(Qt::Key_Delete);
        QTRY_COMPARE(repo.read("a.txt"), "one\n"_ba);
        QTRY_VERIFY(program.changes().canUndo() && !program.changes().isBusy());
        auto *editor = program.page()->findChild<MessageEditor *>();
        editor->setFocus();
        QTest::keyClicks(editor, u"words"_s);
        program.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->toPlainText(), QString());
        QVERIFY(program.changes().canUndo());
        program.list(program.changes().unstaged())->setFocus();
        program.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(repo.read("a.txt"), "two\n"_ba);
    }

    void findOpensInTheDifferences()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        for (const QString &id : {u"changes"_s, u"history"_s}) {
            QVERIFY(program.go(id));
            auto *bar = program.page()->findChild<FindBar *>();
            QVERIFY(bar && !bar->isVisible());
            program.press(Qt::Key_F, Qt::ControlModifier);
            QVERIFY(bar->isVisible());
            QVERIFY(program.isFocusIn(bar));
        }
    }

    void keysOnFilesActOnlyWhereFilesHaveTheFocus()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.write("a.txt", "two\n");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QTRY_COMPARE(program.changes().unstaged().rowCount(), 1);
        QCOMPARE(program.list(program.changes().unstaged())->selectedPaths().size(), 1);
        program.page()->findChild<QCheckBox *>()->setFocus();
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_S, Qt::Key_U}) {
            program.press(key);
            QVERIFY(!program.view()->repository().writes().isBusy());
        }
        QCOMPARE(repo.read("a.txt"), "two\n"_ba);
        program.page()->findChild<DiffView *>()->setFocus();
        program.press(Qt::Key_Delete);
        QTRY_COMPARE(repo.read("a.txt"), "one\n"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
