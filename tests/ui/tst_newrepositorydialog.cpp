// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/programfixture.h"
#include "ui/transfer/newrepositorydialog.h"
#include "ui/widgets/errorbanner.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

namespace {

QLineEdit *lineNamed(const QDialog *dialog, const QString &name)
{
    const auto fields = dialog->findChildren<QLineEdit *>();
    const auto found = std::ranges::find(fields, name, &QWidget::accessibleName);
    return found == fields.end() ? nullptr : *found;
}

} // namespace

class NewRepositoryDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsMadeAndOpenedOnTheConfiguredBranch()
    {
        const QTemporaryDir there;
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        Program program(repo);
        QVERIFY(program.go(u"changes"_s));
        program.action(u"file.new"_s)->trigger();
        auto *dialog = program.window.findChild<NewRepositoryDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        QCOMPARE(Tests::unnamedFocusable(dialog), QStringList());
        QCOMPARE(lineNamed(dialog, u"Name of the first branch"_s)->text(), u"main"_s);
        QLineEdit *folder = lineNamed(dialog, u"Folder of the repository"_s);
        folder->setText(there.path() + u"/made"_s);
        QTest::keyClick(folder, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(program.view()->repository().path(), QString(there.path() + u"/made"_s),
                                  20'000);
        QTRY_VERIFY(program.view()->repository().state() == PageState::Ready);
        QVERIFY(program.view()->repository().isTrusted());
        QCOMPARE(program.view()->repository().refs().head.branch, "refs/heads/main");
        QTRY_VERIFY(!program.window.findChild<NewRepositoryDialog *>());
    }

    void aRepositoryIsNotMadeAgainButOpened()
    {
        const RepoBuilder repo;
        Tests::ShellServices services;
        QWidget window;
        auto *dialog = new NewRepositoryDialog(services.workspace(), u"/tmp"_s, &window);
        dialog->show();
        lineNamed(dialog, u"Folder of the repository"_s)->setText(repo.path());
        dialog->findChild<QPushButton *>(u"act"_s)->click();
        auto *banner = dialog->findChild<ErrorBanner *>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisibleTo(dialog), 20'000);
        QVERIFY(banner->copyText().contains(u"is a repository already"_s));
        const QSignalSpy wanted(dialog, &NewRepositoryDialog::openWanted);
        auto *open = dialog->findChild<QPushButton *>(u"open"_s);
        QVERIFY(open->isVisibleTo(dialog));
        open->click();
        QCOMPARE(wanted.value(0).value(0).toString(), repo.path());
    }

    void whatIsWrongIsSaidWhileItIsTyped()
    {
        Tests::ShellServices services;
        QWidget window;
        auto *dialog = new NewRepositoryDialog(services.workspace(), u"/tmp"_s, &window);
        auto *act = dialog->findChild<QPushButton *>(u"act"_s);
        QVERIFY(act->isEnabled());
        lineNamed(dialog, u"Folder of the repository"_s)->setText(u"relative"_s);
        QVERIFY(!act->isEnabled());
        lineNamed(dialog, u"Folder of the repository"_s)->setText(u"~/new"_s);
        QVERIFY(act->isEnabled());
        for (const QString &branch : {u""_s, u"a..b"_s, u"-q"_s, u"x y"_s}) {
            lineNamed(dialog, u"Name of the first branch"_s)->setText(branch);
            QVERIFY2(!act->isEnabled(), qPrintable(branch));
        }
    }
};

PLUMBLINE_UI_TEST_MAIN(NewRepositoryDialogTest)
#include "tst_newrepositorydialog.moc"
