// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/literalwalk.h"
#include "tests/ui/programfixture.h"
#include "ui/changes/coauthordialog.h"
#include "ui/history/mergedialog.h"
#include "ui/history/newrefdialog.h"
#include "ui/history/picksdialog.h"
#include "ui/linked/worktreedialog.h"
#include "ui/remotes/remotedialog.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/preferencesdialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/stash/stashdialog.h"
#include "ui/theme/theme.h"
#include "ui/transfer/askdialog.h"
#include "ui/transfer/clonedialog.h"
#include "ui/transfer/targetdialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/namedialog.h"
#include "workspace/people.h"

#include "base/text.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// A name that tries everything: markup, what arg() replaces, a mnemonic, another direction, and length.
QByteArray hostile()
{
    return "<b>x</b>" + Tests::kPlaces + "&Yes<img src=file:///dev/zero>\xe2\x80\xae" + QByteArray(400, 'A');
}

QString shown()
{
    return displayPath(hostile());
}

/// What dialogs need to be about.
struct Setting
{
    explicit Setting(const RepoBuilder &repo)
        : program(repo)
        , isReady(program.go(u"history"_s))
        , people(program.view()->repository())
        , transfers(program.view()->repository())
        , remotes(program.view()->repository())
    {}

    Tests::Program program;
    bool isReady;
    People people;
    TransfersController transfers;
    RemotesController remotes;
};

Question question(Git::AskKind kind)
{
    Question asked;
    asked.prompt = {.kind = kind,
                    .host = hostile().left(60),
                    .isOtherHost = true,
                    .user = hostile(),
                    .key = "/home/" + hostile(),
                    .fingerprint = "SHA256:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG",
                    .words = hostile()};
    asked.address = displayPath(QByteArray("https://example.org/" + hostile()));
    asked.host = u"example.org"_s;
    return asked;
}

QList<Git::Commit> commits()
{
    Git::Commit commit;
    commit.subject = QString::fromUtf8(hostile());
    return QList<Git::Commit>(12, commit);
}

NameQuestion nameQuestion()
{
    return {.title = u"Rename branch"_s,
            .explanation = shown(),
            .name = u"New name"_s,
            .text = shown(),
            .action = u"Rename "_s + shown().left(40),
            .choices = {shown()},
            .problemOf = [](const QString &name) { return name == shown() ? QString() : shown(); }};
}

QDialog *tabOf(QDialog *dialog, int number)
{
    dialog->findChild<QTabWidget *>()->setCurrentIndex(number);
    return dialog;
}

using Make = std::function<QDialog *(Setting &, QWidget *)>;

const QList<std::pair<const char *, Make>> &dialogs()
{
    using Git::AskKind;
    const auto ask = [](AskKind kind) {
        return [kind](Setting &, QWidget *parent) { return new AskDialog(question(kind), shown(), parent); };
    };
    const auto preferences = [](int tab) {
        return [tab](Setting &setting, QWidget *parent) {
            return tabOf(new PreferencesDialog(setting.program.services.workspace(),
                                               setting.program.window.shortcutBook(), parent),
                         tab);
        };
    };
    const auto target = [](TransferKind kind) {
        return [kind](Setting &setting, QWidget *parent) {
            return new TargetDialog(kind, setting.transfers, parent);
        };
    };
    const auto newRef = [](NewRefDialog::Kind kind) {
        return [kind](Setting &, QWidget *parent) {
            return new NewRefDialog(kind, shown(), [](const QString &) { return shown(); }, parent);
        };
    };
    static const QList<std::pair<const char *, Make>> all{
        {"clone",
         [](Setting &setting, QWidget *parent) {
             return new CloneDialog(setting.program.services.workspace(), u"/home/"_s + shown(), parent);
         }},
        {"preferences-appearance", preferences(0)},
        {"preferences-programs", preferences(1)},
        {"preferences-shortcuts", preferences(2)},
        {"shortcuts",
         [](Setting &setting, QWidget *parent) {
             return new ShortcutsDialog(setting.program.window.shortcutBook(), parent);
         }},
        {"picks",
         [](Setting &, QWidget *parent) { return new PicksDialog(commits(), false, shown(), parent); }},
        {"reverts",
         [](Setting &, QWidget *parent) { return new PicksDialog(commits(), true, shown(), parent); }},
        {"ask-user", ask(AskKind::UserName)},
        {"ask-password", ask(AskKind::Password)},
        {"ask-passphrase", ask(AskKind::Passphrase)},
        {"ask-host-key", ask(AskKind::HostKey)},
        {"ask-confirm", ask(AskKind::Confirm)},
        {"ask-other", ask(AskKind::Other)},
        {"merge", [](Setting &, QWidget *parent) { return new MergeDialog(shown(), shown(), {}, parent); }},
        {"name", [](Setting &, QWidget *parent) { return new NameDialog(nameQuestion(), parent); }},
        {"confirm",
         [](Setting &, QWidget *parent) {
             return new ConfirmDialog(u"Delete branch"_s, shown(), u"Delete "_s + shown().left(40), parent);
         }},
        {"coauthor",
         [](Setting &setting, QWidget *parent) { return new CoAuthorDialog(setting.people, parent); }},
        {"new-branch", newRef(NewRefDialog::Kind::Branch)},
        {"new-tag", newRef(NewRefDialog::Kind::Tag)},
        {"stash",
         [](Setting &, QWidget *parent) {
             return new StashDialog({.paths = {hostile()}, .fileCount = 1, .hasUntracked = true}, parent);
         }},
        {"worktree",
         [](Setting &, QWidget *parent) {
             return new WorktreeDialog({.branches = {shown()},
                                        .start = shown(),
                                        .branchProblem = [](const QString &) { return shown(); },
                                        .suggestedFolder = [](const QString &) { return u"/"_s + shown(); }},
                                       parent);
         }},
        {"pull-from", target(TransferKind::Pull)},
        {"push-to", target(TransferKind::Push)},
        {"remote", [](Setting &setting,
                      QWidget *parent) { return new RemoteDialog(setting.remotes, nullptr, parent); }},
        {"about", [](Setting &, QWidget *parent) { return new AboutDialog(parent); }},
    };
    return all;
}

void addEveryDialog()
{
    QTest::addColumn<int>("number");
    for (int number = 0; const auto &[name, make] : dialogs())
        QTest::addRow("%s", name) << number++;
}

bool takesFocus(const QWidget *widget, const QWidget *root)
{
    return widget->isVisibleTo(root) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
           !widget->focusProxy();
}

} // namespace

/// What every dialog has to do, whatever the repository is called.
class DialogsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_repo;
    std::unique_ptr<Setting> m_setting;

    QPointer<QDialog> open(int number)
    {
        QDialog *dialog = dialogs()[number].second(*m_setting, &m_setting->program.window);
        dialog->open();
        return QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_repo = std::make_unique<RepoBuilder>();
        m_repo->config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        m_repo->write("a", "1\n").commit("first", {.author = "<b>x</b>%1&amp;\xe2\x80\xae"});
        m_repo->config(u"remote.<b>x.url"_s, u"https://example.org/%1&amp;<i>y"_s)
            .config(u"remote.<b>x.fetch"_s, u"+refs/heads/*:refs/remotes/<b>x/*"_s)
            .git({u"update-ref"_s, u"refs/remotes/<b>x/<i>%1&y"_s, u"HEAD"_s});
        m_setting = std::make_unique<Setting>(*m_repo);
        QVERIFY(m_setting->isReady);
        QTRY_VERIFY(!m_setting->transfers.isBusy() && !m_setting->remotes.isBusy());
    }
    void cleanupTestCase()
    {
        m_setting.reset();
        m_repo.reset();
    }
    void cleanup() { Theme::applyFixed(Qt::ColorScheme::Light); }

    void textIsLiteralAndControlsHaveNames_data() { addEveryDialog(); }
    void textIsLiteralAndControlsHaveNames()
    {
        QFETCH(int, number);
        const QPointer<QDialog> dialog = open(number);
        QVERIFY(dialog);
        QVERIFY(!dialog->windowTitle().isEmpty() && !Tests::isMarkup(dialog->windowTitle()));
        QStringList faults = Tests::faultsOfWidgets(dialog) + Tests::unnamedFocusable(dialog);
        for (QAbstractItemView *view : dialog->findChildren<QAbstractItemView *>()) {
            if (view->model())
                faults += Tests::faultsOfModel(*view->model());
            if (view->isVisible())
                faults += Tests::faultsOfToolTips(view);
        }
        for (const QComboBox *box : dialog->findChildren<QComboBox *>())
            faults += Tests::faultsOfModel(*box->model());
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            QAccessibleInterface *spoken =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            // Qt gives the field for keys none; the line in it has one.
            const bool hasRole = !qobject_cast<const QKeySequenceEdit *>(widget);
            if (takesFocus(widget, dialog) && hasRole &&
                (!spoken || spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client))
                faults += u"no role: "_s + QString::fromLatin1(widget->metaObject()->className());
        }
        // "&Yes" of a name must not be a key.
        for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->shortcut() == QKeySequence(Qt::ALT | Qt::Key_Y))
                faults += u"a name gives a button a key: "_s + button->text();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        const QSize least = dialog->minimumSizeHint();
        QVERIFY2(least.width() <= 1000 && least.height() <= 700,
                 qPrintable(u"it wants %1 by %2"_s.arg(least.width()).arg(least.height())));
        const auto *buttons = dialog->findChild<QDialogButtonBox *>();
        for (const QWidget *part : dialog->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            if (part != buttons && part->isVisible())
                QVERIFY2(!part->geometry().intersects(buttons->geometry()), "the buttons are covered");
        QVERIFY(dialog->rect().contains(buttons->geometry()));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        delete dialog;
    }

    void tabReachesEveryControl_data() { addEveryDialog(); }
    void tabReachesEveryControl()
    {
        QFETCH(int, number);
        const QPointer<QDialog> dialog = open(number);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget())); // before any key
        const auto *cancel = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
        const auto *first = qobject_cast<QPushButton *>(QApplication::focusWidget());
        if (cancel && cancel->isDefault()) // where Return must not do it, Space must not either
            QVERIFY2(!first || first == cancel, qPrintable(first->text()));
        QSet<QWidget *> reached;
        for (int step = 0; step < 40; ++step) {
            reached += QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            auto *button = qobject_cast<QAbstractButton *>(widget);
            // Of buttons that exclude each other one is reached by the key, the others by arrows.
            const bool isByArrows = button && button->autoExclusive() && !button->isChecked();
            if (takesFocus(widget, dialog) && !isByArrows)
                QVERIFY2(reached.contains(widget),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->accessibleName() + (button ? button->text() : QString())));
        }
        delete dialog;
    }

    // PLUMBLINE_TEST_GRABS names a folder that takes what is drawn.
    void bothThemesAreDrawn_data() { addEveryDialog(); }
    void bothThemesAreDrawn()
    {
        QFETCH(int, number);
        const QPointer<QDialog> dialog = open(number);
        QVERIFY(dialog);
        const QString folder = qEnvironmentVariable("PLUMBLINE_TEST_GRABS");
        QImage images[2];
        for (const bool isDark : {false, true}) {
            Theme::applyFixed(isDark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
            QTRY_COMPARE(Theme::isDark(dialog->palette()), isDark);
            QCoreApplication::processEvents();
            images[isDark] = dialog->grab().toImage();
            if (!folder.isEmpty())
                QVERIFY(images[isDark].save(folder + u'/' + QString::fromLatin1(dialogs()[number].first) +
                                            (isDark ? u"-dark.png"_s : u"-light.png"_s)));
        }
        QVERIFY(images[0] != images[1]);
        delete dialog;
    }
};

PLUMBLINE_UI_TEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
