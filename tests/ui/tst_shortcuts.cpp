// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "ui/changes/messageeditor.h"
#include "ui/diff/diffview.h"
#include "ui/diff/findbar.h"
#include "ui/shell/mnemonics.h"
#include "ui/shell/pathactions.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenuBar>

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
    // Some of the window's commands are on only now and then: pressed then, a key of both would do nothing.
    void noPageTakesAKeyOfTheWindow()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("first");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        QSet<QKeySequence> taken;
        for (const QAction *action : program.window.actions()) {
            for (const QKeySequence &keys : action->shortcuts())
                taken += keys;
        }
        QVERIFY(taken.contains(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)));
        for (const PageFactory &factory : makePageFactories()) {
            for (const PageCommand &command : factory.commands)
                QVERIFY2(command.shortcut.isEmpty() || !taken.contains(command.shortcut),
                         qPrintable(command.id));
        }
    }

    void initTestCase() { before = qInstallMessageHandler(countAmbiguities); }
    void init() { ambiguities = 0; }
    void cleanup() { QCOMPARE(ambiguities.load(), 0); }

    void everyShortcutActivatesExactlyOneCommand_data() { addPages(); }
    void everyShortcutActivatesExactlyOneCommand()
    {
        QFETCH(QString, id);
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("a.txt", "stashed\n").git({u"stash"_s, u"push"_s, u"-q"_s});
        repo.write("a.txt", "two\n");
        repo.git({u"remote"_s, u"add"_s, u"origin"_s, repo.folder()}); // so that pushing has its key
        Program program(repo);
        QVERIFY(program.go(id));
        QTRY_VERIFY(program.action(u"transfer.push"_s)->isEnabled());
        if (id == PathPages::blame() || id == PathPages::fileHistory()) { // else one writes a path there
            program.page()->openArgument(PathPages::argument({"a.txt", {}}));
            QTRY_VERIFY(program.page()->isSettled() &&
                        !qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        }
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

    void everyMenuAndEntryHasALetterOfItsOwn_data() { addPages(); }
    void everyMenuAndEntryHasALetterOfItsOwn()
    {
        QFETCH(QString, id);
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        Program program(repo);
        QVERIFY(program.go(id));
        QList<QList<QAction *>> levels{program.window.menuBar()->actions()};
        int letters = 0;
        for (qsizetype at = 0; at < levels.size(); ++at) {
            QHash<QKeySequence, QString> taken;
            for (const QAction *action : QList(levels[at])) {
                if (action->isSeparator() || !action->isVisible())
                    continue;
                const QKeySequence letter = QKeySequence::mnemonic(action->text());
                QVERIFY2(!letter.isEmpty(), qPrintable(action->text()));
                QVERIFY2(!taken.contains(letter), qPrintable(action->text() + u" / "_s + taken[letter]));
                taken.insert(letter, action->text());
                ++letters;
                if (action->menu())
                    levels += action->menu()->actions();
            }
        }
        QVERIFY(letters > 30);
    }

    void aMenuLetterIsTheMarkedOneOrTheFirstThatIsFree_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("marks win") << QStringList{u"Stage"_s, u"&Stop"_s}
                                   << QStringList{u"S&tage"_s, u"&Stop"_s};
        QTest::newRow("words first") << QStringList{u"Stage"_s, u"Stage all"_s}
                                     << QStringList{u"&Stage"_s, u"Stage &all"_s};
        QTest::newRow("two marks alike")
            << QStringList{u"&One"_s, u"&Other"_s} << QStringList{u"&One"_s, u"O&ther"_s};
        QTest::newRow("a literal ampersand") << QStringList{u"&& more"_s} << QStringList{u"&& &more"_s};
        QTest::newRow("none left") << QStringList{u"a"_s, u"a"_s} << QStringList{u"&a"_s, u"a"_s};
    }
    void aMenuLetterIsTheMarkedOneOrTheFirstThatIsFree()
    {
        QFETCH(QStringList, texts);
        QMenu menu;
        for (const QString &text : std::as_const(texts))
            menu.addAction(text);
        for (int time = 0; time < 2; ++time) { // the second time changes nothing
            giveMnemonics(menu.actions());
            QStringList marked;
            for (const QAction *action : menu.actions())
                marked += action->text();
            QTEST(marked, "expected");
        }
    }

    void whatAPageDeclaresIsWhatItHas()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        Program program(repo);
        for (const PageFactory &factory : makePageFactories()) {
            QVERIFY2(factory.isMadeEarly != !factory.commands.isEmpty(), qPrintable(factory.id));
            if (factory.isMadeEarly)
                continue;
            QVERIFY(program.go(factory.id));
            QStringList declared, made;
            for (const PageCommand &command : factory.commands)
                declared += command.id + u' ' + command.shortcut.toString();
            for (const QAction *action : program.page()->flatCommands())
                made += action->objectName() + u' ' + action->shortcut().toString();
            QCOMPARE(made, declared);
        }
    }

    void thePaletteListsTheCommandsOfAllPages()
    {
        RepoBuilder repo;
        repo.write("a.txt", "one\n").commit("first");
        Program program(repo);
        QVERIFY(program.go(u"environments"_s));
        const auto listed = [&] {
            program.action(u"view.palette"_s)->trigger();
            const auto *list = program.window.findChild<CommandPalette *>()->findChild<QListView *>();
            QStringList names;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                names += list->model()->index(row, 0).data().toString();
            program.press(Qt::Key_Escape);
            return names;
        };
        const QStringList wanted{u"Copy commit id"_s, u"Stage all"_s, u"Show the commit in History"_s,
                                 u"Compare with a snapshot file…"_s};
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const QStringList all = listed();
                return std::ranges::all_of(wanted, [&](const QString &name) { return all.contains(name); });
            }(),
            20'000);
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
        QTRY_VERIFY(program.changes().canUndo() && !program.changes().isBusy());
        QCOMPARE(repo.read("a.txt"), "one\n"_ba);
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
            program.page()->findChild<DiffView *>()->setFocus(); // in history else history is searched
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
        QTRY_VERIFY(program.changes().canUndo() && !program.changes().isBusy());
        QCOMPARE(repo.read("a.txt"), "one\n"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
