// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/programfixture.h"
#include "ui/shell/preferencesdialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/usershortcut.h"
#include "ui/theme/theme.h"

#include "settings/diffsettings.h"
#include "settings/programsettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

namespace {

/// One of the dialogs of a window, as somebody uses it.
struct Editor
{
    explicit Editor(QDialog *dialog)
        : dialog(dialog)
    {}
    QTreeWidget *tree() const { return dialog->findChild<QTreeWidget *>(); }
    bool choose(const QString &id) const
    {
        for (QTreeWidgetItemIterator item(tree()); *item; ++item) {
            if ((*item)->data(0, Qt::UserRole) == id)
                tree()->setCurrentItem(*item);
        }
        return tree()->currentItem()->data(0, Qt::UserRole) == id;
    }
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto *keys = dialog->findChild<QKeySequenceEdit *>();
        keys->setFocus();
        QTest::keyClick(keys, key, modifiers);
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    QString said() const { return Tests::spokenTexts(dialog).join(u'|'); }

    QDialog *dialog;
};

template<class Dialog> Editor openDialog(Program &program, const QString &command)
{
    program.action(command)->trigger();
    auto *dialog = program.window.findChild<Dialog *>();
    return Editor(QTest::qWaitForWindowActive(dialog) ? dialog : nullptr);
}

QKeySequence key(QKeyCombination keys)
{
    return QKeySequence(keys);
}

void gather(const QMenu *menu, QStringList *ids)
{
    for (QAction *action : menu->actions()) {
        if (action->menu())
            gather(action->menu(), ids);
        else
            *ids += action->objectName();
    }
}

} // namespace

class PreferencesTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_repo;

private Q_SLOTS:
    void initTestCase()
    {
        m_repo = std::make_unique<RepoBuilder>();
        m_repo->write("a.txt", "a\n").commit("first");
    }
    void cleanupTestCase() { m_repo.reset(); }

    void keysThatWereChosenAreKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            Settings settings(path);
            settings.setShortcut(u"a.comma"_s, u"Ctrl+,; F9"_s);
            settings.setShortcut(u"a.none"_s, QString());
            settings.setShortcut(u"a.again"_s, u"F8"_s);
            settings.setShortcut(u"a.again"_s, std::nullopt);
            settings.setShortcut(u"a.nonsense"_s, u"not a key at all"_s);
        }
        const Settings settings(path);
        QCOMPARE(userShortcuts(u"a.comma"_s, &settings),
                 (QList{key(Qt::CTRL | Qt::Key_Comma), key(QKeyCombination(Qt::Key_F9))}));
        QCOMPARE(userShortcuts(u"a.none"_s, &settings), QList<QKeySequence>());
        QVERIFY(!userShortcuts(u"a.again"_s, &settings));
        QVERIFY(!userShortcuts(u"a.nonsense"_s, &settings));
        QStringList changed = settings.changedShortcuts();
        changed.sort();
        QCOMPARE(changed, (QStringList{u"a.comma"_s, u"a.none"_s, u"a.nonsense"_s}));
    }

    void onlyCommandsThatCanMeetConflict()
    {
        Settings settings{{}};
        const QKeySequence s(Qt::Key_S), chord(Qt::CTRL | Qt::Key_K, QKeyCombination(Qt::Key_S)),
            start(Qt::CTRL | Qt::Key_K);
        ShortcutBook book({{u"everywhere"_s, {}, {}, {}, {start}},
                           {u"one.stage"_s, {}, {}, u"one"_s, {s}},
                           {u"two.show"_s, {}, {}, u"two"_s, {s}},
                           {u"two.other"_s, {}, {}, u"two"_s, {}}},
                          settings);
        QCOMPARE(book.conflicts(u"one.stage"_s, {s}), QStringList()); // never on the same page
        QCOMPARE(book.conflicts(u"two.other"_s, {s}), QStringList{u"two.show"_s});
        QCOMPARE(book.conflicts(u"everywhere"_s, {s}), (QStringList{u"one.stage"_s, u"two.show"_s}));
        QCOMPARE(book.conflicts(u"two.other"_s, {chord}), QStringList{u"everywhere"_s}); // it begins it
        book.takeOver(u"everywhere"_s, {s});
        QCOMPARE(book.keys(u"one.stage"_s), QList<QKeySequence>());
        QCOMPARE(book.keys(u"everywhere"_s), QList{s});
        const auto before = book.choices();
        book.restore({});
        QCOMPARE(book.keys(u"one.stage"_s), QList{s});
        QVERIFY(settings.changedShortcuts().isEmpty());
        book.restore(before);
        QCOMPARE(book.keys(u"two.show"_s), QList<QKeySequence>());
    }

    void theProgramsOwnKeysDoNotConflict()
    {
        Program program(*m_repo);
        QVERIFY(program.go(u"changes"_s));
        const ShortcutBook book = program.window.shortcutBook();
        QVERIFY(book.commands().size() > 100);
        for (const ShortcutCommand &command : book.commands()) {
            QVERIFY2(!command.name.isEmpty() && !command.area.isEmpty(), qPrintable(command.id));
            QVERIFY2(book.conflicts(command.id, command.own).isEmpty(),
                     qPrintable(command.id + u' ' + book.conflicts(command.id, command.own).join(u' ')));
        }
    }

    void aChangedKeyHoldsAtOnce()
    {
        Program program(*m_repo);
        QVERIFY(program.go(u"changes"_s));
        {
            const Editor editor = openDialog<ShortcutsDialog>(program, u"help.shortcuts"_s);
            QVERIFY(editor.dialog && editor.choose(u"view.drift"_s));
            editor.type(Qt::Key_F8);
            QCOMPARE(program.action(u"view.drift"_s)->shortcut(),
                     key(QKeyCombination(Qt::Key_F8))); // and so in the menu
            QVERIFY(editor.choose(u"changes.stage"_s));
            QVERIFY(editor.button(u"No keys"_s)->isEnabled());
            editor.button(u"No keys"_s)->click();
            editor.dialog->close();
        }
        const auto buttons = program.view()->findChildren<QWidget *>(u"drift"_s);
        QVERIFY(
            std::ranges::any_of(buttons, [](QWidget *each) { return each->toolTip().contains("F8"_L1); }));
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        program.page()->setFocus();
        program.press(Qt::Key_F8);
        QTRY_COMPARE(program.view()->currentPageId(), u"drift"_s);
        program.press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(program.view()->currentPageId(), u"changes"_s);
        QVERIFY(std::ranges::none_of(program.page()->flatCommands(), [](const QAction *action) {
            return action->shortcut() == QKeySequence(Qt::Key_S);
        }));
    }

    void aKeyInUseIsNamedBeforeItIsTaken()
    {
        Program program(*m_repo);
        QVERIFY(program.go(u"changes"_s));
        const Editor editor = openDialog<ShortcutsDialog>(program, u"help.shortcuts"_s);
        QVERIFY(editor.dialog && editor.choose(u"view.refresh"_s));
        QAction *refresh = program.action(u"view.refresh"_s), *palette = program.action(u"view.palette"_s);
        const QKeySequence wanted = palette->shortcut();
        const QList<QKeySequence> before = refresh->shortcuts();
        editor.type(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(editor.said().contains(u"is used by “Commands…” (View)"_s), qPrintable(editor.said()));
        QCOMPARE(refresh->shortcuts(), before);
        editor.button(u"Leave it"_s)->click();
        QCOMPARE(palette->shortcut(), wanted);
        editor.type(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        editor.button(u"Take it over"_s)->click();
        QCOMPARE(refresh->shortcuts(), QList{wanted});
        QVERIFY(palette->shortcuts().isEmpty());
        editor.button(u"Reset"_s)->click(); // its own are free
        QCOMPARE(refresh->shortcuts(), before);
        QVERIFY(editor.choose(u"view.palette"_s));
        editor.button(u"Reset"_s)->click();
        QCOMPARE(palette->shortcut(), wanted);
        QVERIFY(program.services.settings.changedShortcuts().isEmpty());
    }

    void allKeysAreResetAndThatIsTakenBack()
    {
        Program program(*m_repo);
        program.services.settings.setShortcut(u"view.refresh"_s, u"F9"_s);
        program.services.settings.setShortcut(u"of.another"_s, u"F9"_s); // not among the commands of today
        const Editor editor = openDialog<ShortcutsDialog>(program, u"help.shortcuts"_s);
        QAction *refresh = program.action(u"view.refresh"_s);
        QCOMPARE(refresh->shortcut(), key(QKeyCombination(Qt::Key_F9)));
        editor.button(u"Reset all"_s)->click();
        QCOMPARE(refresh->shortcut(), key(QKeyCombination(Qt::Key_F5)));
        QVERIFY(program.services.settings.changedShortcuts().isEmpty());
        editor.button(u"Undo"_s)->click();
        QCOMPARE(refresh->shortcut(), key(QKeyCombination(Qt::Key_F9)));
        QCOMPARE(program.services.settings.changedShortcuts().size(), 2);
    }

    void commandsAreFoundByNameAndKey()
    {
        Program program(*m_repo);
        const Editor editor = openDialog<ShortcutsDialog>(program, u"help.shortcuts"_s);
        const auto shown = [&] {
            QStringList names;
            for (int at = 0; at < editor.tree()->topLevelItemCount(); ++at) {
                const QTreeWidgetItem *area = editor.tree()->topLevelItem(at);
                for (int row = 0; row < area->childCount(); ++row)
                    if (!area->isHidden() && !area->child(row)->isHidden())
                        names += area->child(row)->text(0);
            }
            return names;
        };
        auto *filter = editor.dialog->findChild<QLineEdit *>();
        filter->setText(u"view fresh"_s);
        QCOMPARE(shown(), QStringList{u"Refresh"_s});
        filter->setText(u"ctrl+shift+p"_s);
        QCOMPARE(shown(), QStringList{u"Commands…"_s});
        filter->setText(u"nothing of that name"_s);
        QVERIFY(shown().isEmpty() && editor.said().contains("No command fits"_L1));
        QVERIFY(!editor.tree()->isVisible());
    }

    void everyPageIsInAMenu()
    {
        Program program(*m_repo);
        QVERIFY(program.go(u"changes"_s));
        QStringList entries;
        for (const QAction *top : program.window.menuBar()->actions())
            gather(top->menu(), &entries);
        QSet<QString> reached;
        for (const QString &id : std::as_const(entries)) {
            const bool isPage = id.endsWith(".list"_L1) ||
                                (id.startsWith("view."_L1) &&
                                 std::ranges::contains(makePageFactories(), id.sliced(5), &PageFactory::id));
            if (!isPage)
                continue;
            program.action(id)->trigger();
            reached += program.view()->currentPageId();
        }
        for (const PageFactory &factory : makePageFactories())
            QVERIFY2(reached.contains(factory.id), qPrintable(factory.id));
    }

    void thePaletteGoesToBranchesTagsAndFiles()
    {
        RepoBuilder repo;
        repo.write("deep/values.yaml", "1\n").commit("first");
        repo.git({u"tag"_s, u"v1.0"_s});
        repo.git({u"branch"_s, u"<b>side"_s});
        repo.write("deep/values.yaml", "2\n").commit("second");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        const auto *palette = program.window.findChild<CommandPalette *>();
        auto *filter = palette->findChild<QLineEdit *>();
        const QAbstractItemModel *rows = palette->findChild<QListView *>()->model();
        const auto firstIs = [&](const QString &whole) {
            return rows->index(0, 0).data(Qt::AccessibleTextRole).toString().trimmed() == whole;
        };
        program.action(u"go.file"_s)->trigger();
        QTest::keyClicks(filter, u"vaya"_s);
        QTRY_VERIFY(firstIs(u"File: deep/values.yaml"_s));
        QCOMPARE(rows->rowCount(), 1);
        program.press(Qt::Key_Return);
        QTRY_COMPARE(program.view()->currentPageId(), u"filehistory"_s);
        QTRY_COMPARE(program.page()->findChild<QLineEdit *>()->text(), u"deep/values.yaml"_s);
        program.action(u"view.palette"_s)->trigger();
        QTest::keyClicks(filter, u"v1.0"_s);
        QTRY_VERIFY(firstIs(u"Tag: v1.0"_s));
        program.press(Qt::Key_Return);
        QTRY_COMPARE(program.view()->currentPageId(), u"history"_s);
        program.action(u"view.palette"_s)->trigger();
        QTest::keyClicks(filter, u"<b>side"_s);
        QTRY_VERIFY(firstIs(u"Branch: <b>side"_s));
        program.press(Qt::Key_Escape);
    }

    void preferencesHoldAtOnce()
    {
        Program program(*m_repo);
        const Editor dialog = openDialog<PreferencesDialog>(program, u"edit.preferences"_s);
        QVERIFY(dialog.dialog);
        auto *theme = dialog.dialog->findChild<QComboBox *>();
        theme->setCurrentIndex(2);
        Q_EMIT theme->activated(2);
        QCOMPARE(program.services.settings.theme(), ThemeChoice::Dark);
        QVERIFY(program.action(u"view.themeDark"_s)->isChecked());
        QTRY_VERIFY(Theme::isDark(program.window.palette()));
        program.action(u"view.themeLight"_s)->trigger();
        QCOMPARE(theme->currentIndex(), 1);
        for (QCheckBox *box : dialog.dialog->findChildren<QCheckBox *>())
            if (box->text().contains("long lines"_L1))
                box->click();
        QVERIFY(program.services.settings.value(SettingKeys::diffWraps));
    }

    void theCommandThatBecomesOfATemplateIsShown()
    {
        qunsetenv("VISUAL");
        qputenv("EDITOR", "sh -u");
        Program program(*m_repo);
        const Editor dialog = openDialog<PreferencesDialog>(program, u"edit.preferences"_s);
        dialog.dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        const auto line = [&](const QString &name) {
            const auto all = dialog.dialog->findChildren<QLineEdit *>();
            return *std::ranges::find(all, name, &QWidget::accessibleName);
        };
        const QString sample = u"\"/home/ada/my platform/values.yaml\""_s;
        QVERIFY2(dialog.said().contains(u"sh -u "_s + sample), qPrintable(dialog.said()));
        line(u"Editor"_s)->setText(u"sh +{line} --at={file}"_s);
        QVERIFY(dialog.said().contains("sh +12 \"--at=/home/ada/my platform/values.yaml\""_L1));
        QCOMPARE(program.services.settings.value(SettingKeys::editor), u"sh +{line} --at={file}"_s);
        line(u"Editor"_s)->setText(u"sh {what}"_s);
        QVERIFY(dialog.said().contains("{what} stands for nothing"_L1));
        line(u"Editor"_s)->setText(u"vi"_s);
        line(u"Terminal"_s)->setText(u"sh --in {repo}"_s);
        QVERIFY(dialog.said().contains(u"sh --in \"/home/ada/my platform\" -e vi "_s + sample));
        QTRY_VERIFY(dialog.said().contains("diff.tool NAME"_L1) ||
                    dialog.said().contains("configuration says"_L1));
    }

    void theDialogsAreNamedAndFollowTheTheme_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("shortcuts") << u"help.shortcuts"_s;
        QTest::newRow("preferences") << u"edit.preferences"_s;
    }
    void theDialogsAreNamedAndFollowTheTheme()
    {
        QFETCH(QString, command);
        Program program(*m_repo);
        QVERIFY(program.go(u"changes"_s));
        const Editor editor = openDialog<QDialog>(program, command);
        QVERIFY(editor.dialog);
        auto *tabs = editor.dialog->findChild<QTabWidget *>();
        for (int tab = 0; tab < (tabs ? tabs->count() : 1); ++tab) {
            if (tabs)
                tabs->setCurrentIndex(tab);
            QCOMPARE(Tests::unnamedFocusable(editor.dialog).join(u'\n'), QString());
            Theme::applyFixed(Qt::ColorScheme::Light);
            QTRY_VERIFY(!Theme::isDark(editor.dialog->palette()));
            const QImage light = editor.dialog->grab().toImage();
            Theme::applyFixed(Qt::ColorScheme::Dark);
            QTRY_VERIFY(Theme::isDark(editor.dialog->palette()));
            const QImage dark = editor.dialog->grab().toImage();
            QVERIFY(light != dark);
        }
        Theme::applyFixed(Qt::ColorScheme::Light);
        const QSize least = editor.dialog->minimumSizeHint();
        QVERIFY2(least.width() <= 900 && least.height() <= 700, qPrintable(QString::number(least.width())));
    }
};

PLUMBLINE_UI_TEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
