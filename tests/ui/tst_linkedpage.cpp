// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefixture.h"

#include "ui/files/keyedlist.h"
#include "ui/linked/linkedpage.h"
#include "ui/linked/submoduledialog.h"
#include "ui/linked/worktreedialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

const QStringList kLocal{u"-c"_s, u"protocol.file.allow=always"_s};

/// A repository with a second branch and, in its clone, a submodule that is not initialised.
struct Linked
{
    Linked()
    {
        inner.write("f", "1\n").commit("inner");
        outer.git(kLocal + QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        outer.commit("outer");
        clone = outer.folder() + u"/clone"_s;
        outer.git({u"clone"_s, u"-q"_s, outer.path(), clone});
        outer.git({u"-C"_s, clone, u"branch"_s, u"topic"_s});
    }

    RepoBuilder inner, outer;
    QString clone;
};

template<class Dialog> Dialog *shownDialog(QWidget *page)
{
    Dialog *found = nullptr;
    const bool isThere = QTest::qWaitFor(
        [&] {
            for (Dialog *dialog : page->findChildren<Dialog *>())
                found = dialog->isVisible() ? dialog : found;
            return found != nullptr;
        },
        20'000);
    return isThere ? found : nullptr;
}

QStringList texts(const QAbstractItemModel &model, int role)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, 0).data(role).toString();
    return all;
}

} // namespace

class LinkedPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkTreeIsAddedOpenedLockedAndRemovedByKeyboard()
    {
        const Linked linked;
        Tests::OpenPage<LinkedPage> page(linked.clone);
        QVERIFY(page.settle());
        auto *list = page.named<KeyedList>(u"Work trees"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(!page.command(u"linked.openWorktree"_s)->isEnabled()); // it is this one
        list->setFocus();
        page.press(Qt::Key_Insert);
        auto *dialog = shownDialog<WorktreeDialog>(&page.page());
        QVERIFY(dialog);
        QCOMPARE(dialog->branch(), u"topic"_s);
        QCOMPARE(dialog->folder(), QString(linked.clone + u"-topic"_s));
        dialog->findChild<QPushButton *>(u"make"_s)->click();
        PAGE_TRY(page.isSettled() && list->model()->rowCount() == 2);
        page->activateWindow(); // the dialog took that
        QVERIFY(QTest::qWaitForWindowActive(&page.page()));
        list->setCurrentIndex(list->model()->index(1, 0));
        QSignalSpy opened(&page.context, &RepositoryContext::repositoryRequested);
        list->setFocus();
        page.press(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), QString(linked.clone + u"-topic"_s));
        page.press(Qt::Key_L);
        PAGE_TRY(page.isSettled() && texts(*list->model(), LinkedItems::StateRole).contains(u"locked"_s));
        QVERIFY(!page.command(u"linked.removeWorktree"_s)->isEnabled());
        page.press(Qt::Key_L);
        PAGE_TRY(page.isSettled() && page.command(u"linked.removeWorktree"_s)->isEnabled());
        page.press(Qt::Key_Delete);
        auto *asked = shownDialog<ConfirmDialog>(&page.page());
        QVERIFY(asked);
        Q_EMIT asked->accepted();
        asked->close();
        PAGE_TRY(page.isSettled() && list->model()->rowCount() == 1);
        QVERIFY(!QFile::exists(linked.clone + u"-topic"_s));
    }

    void aWorkTreeWithChangesIsNotRemovedAndThePageSaysWhy()
    {
        const Linked linked;
        linked.outer.git(
            {u"-C"_s, linked.clone, u"worktree"_s, u"add"_s, u"-q"_s, linked.clone + u"2"_s, u"topic"_s});
        QFile file(linked.clone + u"2/new"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        Tests::OpenPage<LinkedPage> page(linked.clone);
        QVERIFY(page.settle());
        auto *list = page.named<KeyedList>(u"Work trees"_s);
        list->setCurrentIndex(list->model()->index(1, 0));
        page.command(u"linked.removeWorktree"_s)->trigger();
        auto *banner = page->findChild<ErrorBanner *>();
        PAGE_TRY(page.isSettled() && banner->isVisible());
        QVERIFY(banner->copyText().contains(u"1 file"_s));
        QVERIFY(file.exists());
        QVERIFY(page->findChildren<ConfirmDialog *>().isEmpty());
    }

    void aNewBranchGetsAFolderOfItsName()
    {
        WorktreeDialog dialog(
            {.branches = {},
             .start = u"12345678"_s,
             .branchProblem =
                 [](const QString &name) { return name == u"bad"_s ? u"It is taken"_s : QString(); },
             .suggestedFolder = [](const QString &branch) { return QString(u"/x/"_s + branch); }},
            nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *make = dialog.findChild<QPushButton *>(u"make"_s);
        QVERIFY(dialog.isNewBranch() && !make->isEnabled());
        QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
        const auto field = [&](const QString &name) {
            return *std::ranges::find(fields, name, &QWidget::accessibleName);
        };
        field(u"Name of the new branch"_s)->setText(u"bad"_s);
        QVERIFY(!make->isEnabled());
        field(u"Name of the new branch"_s)->setText(u"fresh"_s);
        QCOMPARE(dialog.folder(), u"/x/fresh"_s);
        QVERIFY(make->isEnabled());
        QTest::keyClicks(field(u"Folder of the work tree"_s), u"2"_s);
        field(u"Name of the new branch"_s)->setText(u"other"_s);
        QCOMPARE(dialog.folder(), u"/x/fresh2"_s); // what was typed stays
        field(u"Folder of the work tree"_s)->setText(u"relative"_s);
        QVERIFY(!make->isEnabled());
    }

    void aSubmoduleIsUpdatedAndOpened()
    {
        const Linked linked;
        Tests::OpenPage<LinkedPage> page(linked.clone);
        QVERIFY(page.settle());
        auto *list = page.named<KeyedList>(u"Submodules"_s);
        QCOMPARE(texts(*list->model(), LinkedItems::StateRole), QStringList{u"not initialised"_s});
        QVERIFY(!page.command(u"linked.openSubmodule"_s)->isEnabled());
        list->setFocus();
        page.press(Qt::Key_U);
        QVERIFY(page->updates().isRunning());
        QVERIFY(page.command(u"linked.cancel"_s)->isEnabled());
        QCOMPARE(page.context.work().entries().size(), 1);
        PAGE_TRY(page.isSettled() &&
                 texts(*list->model(), LinkedItems::StateRole) == QStringList{u"up to date"_s});
        QVERIFY(page.context.work().entries().isEmpty());
        QSignalSpy opened(&page.context, &RepositoryContext::repositoryRequested);
        page.command(u"linked.openSubmodule"_s)->trigger();
        QCOMPARE(opened.value(0).value(0).toString(), QString(linked.clone + u"/sub"_s));
        QFile file(linked.clone + u"/sub/f"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("2\n") == 2);
        file.close();
        page->controller().refresh();
        PAGE_TRY(page.isSettled() &&
                 texts(*list->model(), LinkedItems::StateRole) == QStringList{u"changed content"_s});
    }

    void aSubmoduleIsAddedAndDeinitialised()
    {
        const Linked linked;
        Tests::OpenPage<LinkedPage> page(linked.clone);
        QVERIFY(page.settle());
        auto *list = page.named<KeyedList>(u"Submodules"_s);
        page.command(u"linked.addSubmodule"_s)->trigger();
        auto *dialog = shownDialog<SubmoduleDialog>(&page.page());
        QVERIFY(dialog);
        auto *add = dialog->findChild<QPushButton *>(u"add"_s);
        QVERIFY(!add->isEnabled());
        const auto fields = dialog->findChildren<QLineEdit *>();
        const auto field = [&](const QString &name) {
            return *std::ranges::find(fields, name, &QWidget::accessibleName);
        };
        field(u"Address of the submodule"_s)->setText(u"ext::touch canary"_s);
        QVERIFY(!add->isEnabled());
        field(u"Address of the submodule"_s)->setText(linked.inner.path());
        QVERIFY(!dialog->path().isEmpty());
        field(u"Path in the work tree"_s)->setText(u"more"_s);
        add->click();
        PAGE_TRY(page.isSettled() && list->model()->rowCount() == 2);
        QVERIFY(QFile::exists(linked.clone + u"/more/f"_s));
        QFile file(linked.clone + u"/more/new"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        file.close();
        page->controller().refresh();
        PAGE_TRY(page.isSettled() &&
                 texts(*list->model(), LinkedItems::StateRole).contains(u"untracked content"_s));
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(page.command(u"linked.syncSubmodule"_s)->isEnabled());
        page.command(u"linked.deinit"_s)->trigger();
        auto *asked = shownDialog<ConfirmDialog>(&page.page());
        QVERIFY(asked && asked->findChild<PlainLabel *>()->text().contains(u"untracked content"_s));
        Q_EMIT asked->accepted();
        asked->close();
        PAGE_TRY(page.isSettled() &&
                 texts(*list->model(), LinkedItems::StateRole).count(u"not initialised"_s) == 2);
        QVERIFY(!file.exists());
    }

    void anAddressThatRunsSomethingIsRefusedAndNamed()
    {
        const Linked linked;
        QFile file(linked.clone + u"/.gitmodules"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[submodule \"sub\"]\n\tpath = sub\n\turl = \"ext::touch canary\"\n");
        file.close();
        Tests::OpenPage<LinkedPage> page(linked.clone);
        QVERIFY(page.settle());
        QVERIFY(!page.command(u"linked.update"_s)->isEnabled());
        page.command(u"linked.updateAll"_s)->trigger();
        auto *banner = page->findChild<ErrorBanner *>();
        PAGE_TRY(page.isSettled() && banner->isVisible());
        QVERIFY(!QFile::exists(linked.clone + u"/canary"_s));
    }

    void withoutTrustNothingCanBeDoneAndThePageSaysWhy()
    {
        const Linked linked;
        Tests::OpenPage<LinkedPage> page(linked.clone, Git::Trust::Restricted);
        QVERIFY(page.settle());
        QCOMPARE(page.named<KeyedList>(u"Submodules"_s)->model()->rowCount(), 1);
        for (const QString &id :
             {u"linked.addWorktree"_s, u"linked.removeWorktree"_s, u"linked.lockWorktree"_s,
              u"linked.prune"_s, u"linked.update"_s, u"linked.updateAll"_s, u"linked.addSubmodule"_s,
              u"linked.deinit"_s, u"linked.syncSubmodule"_s})
            QVERIFY2(!page.command(id)->isEnabled(), qPrintable(id));
        QVERIFY(page.labels<PlainLabel>().contains(u"not trusted"_s));
    }
};

QTEST_MAIN(LinkedPageTest)
#include "tst_linkedpage.moc"
