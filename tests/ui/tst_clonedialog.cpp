// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/programfixture.h"
#include "ui/transfer/clonedialog.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using Tests::Program;
using Tests::RepoBuilder;

namespace {

/// Runs nothing, until it is cancelled.
class StuckRunner final : public ProcessRunner
{
public:
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override
    {
        QFile half(request.arguments.last());
        std::ignore = half.open(QIODevice::WriteOnly);
        ++m_runs;
        while (!cancel.isCancelled())
            QThread::yieldCurrentThread();
        return failCancelled();
    }
    mutable std::atomic_int m_runs = 0;
};

/// The dialog and what a user sees of it.
struct Asked
{
    explicit Asked(CloneDialog *opened)
        : dialog(opened)
    {}

    QLineEdit *field(const QString &name) const
    {
        for (QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == name)
                return field;
        }
        qFatal("no such field");
        return nullptr;
    }
    QLineEdit *address() const { return field(u"Address of the repository"_s); }
    QLineEdit *folder() const { return field(u"Folder to clone into"_s); }
    QLineEdit *name() const { return field(u"Name of the clone"_s); }
    void choose(const QString &word) const
    {
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->text().remove(u'&').contains(word))
                box->click();
    }
    QPushButton *act() const { return dialog->findChild<QPushButton *>(u"act"_s); }
    QString labels() const
    {
        QStringList texts;
        for (const PlainLabel *label : dialog->findChildren<PlainLabel *>()) {
            if (label->isVisibleTo(dialog) && !label->text().isEmpty())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    CloneDialog *dialog;
};

QStringList entries(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class CloneDialogTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RepoBuilder> m_origin;

private Q_SLOTS:
    void initTestCase()
    {
        m_origin = std::make_unique<RepoBuilder>();
        m_origin->write("a", "1\n").commit("first");
        m_origin->write("a", "2\n").commit("second");
    }
    void cleanupTestCase() { m_origin.reset(); }

    void aCloneEndsInTheOpenedRepositoryThatNobodyTrustsYet()
    {
        const QTemporaryDir there;
        Program program(*m_origin);
        QVERIFY(program.go(u"history"_s));
        program.action(u"file.clone"_s)->trigger();
        auto *dialog = program.window.findChild<CloneDialog *>();
        QVERIFY(dialog);
        const Asked asked(dialog);
        QCOMPARE(Tests::unnamedFocusable(dialog), QStringList());
        QVERIFY(!asked.act()->isEnabled());
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(asked.address(), m_origin->path());
        QCOMPARE(asked.name()->text(), QDir(m_origin->path()).dirName());
        asked.name()->setText(u"copy"_s);
        asked.folder()->setText(there.path());
        dialog->findChild<QCheckBox *>()->click();
        QVERIFY(asked.labels().contains(QString(there.path() + u"/copy"_s)));
        QTest::keyClick(asked.address(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(program.view()->repository().path(), QString(there.path() + u"/copy"_s),
                                  20'000);
        QTRY_VERIFY(program.view()->repository().state() == PageState::Ready);
        QVERIFY(!program.view()->repository().isTrusted());
        QVERIFY(program.view()->repository().info().isShallow);
        QCOMPARE(program.state.value(u"cloneParent"_s).toString(), there.path());
        QTRY_VERIFY(!program.window.findChild<CloneDialog *>());
    }

    void whatIsAskedForIsTaken()
    {
        const QTemporaryDir there;
        RepoBuilder inner, outer;
        inner.write("f", "1\n").commit("inner");
        outer.write("a", "1\n").commit("one");
        outer.write("a", "2\n").git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        outer.commit("two");
        outer.config(u"uploadpack.allowFilter"_s, u"true"_s);
        Tests::ShellServices services;
        QWidget window;
        const Asked asked(new CloneDialog(services.workspace(), there.path(), &window));
        asked.dialog->show();
        asked.address()->setText(outer.path());
        asked.name()->setText(u"x"_s);
        asked.choose(u"submodules"_s);
        asked.choose(u"needed"_s);
        const QSignalSpy cloned(asked.dialog, &CloneDialog::cloned);
        asked.act()->click();
        QTRY_COMPARE_WITH_TIMEOUT(cloned.size(), 1, 20'000);
        QVERIFY(QFile::exists(there.path() + u"/x/sub/f"_s));
        const QByteArray objects = outer.git({u"-C"_s, QString(there.path() + u"/x"_s), u"rev-list"_s,
                                              u"--objects"_s, u"--missing=print"_s, u"HEAD"_s});
        QVERIFY(objects.contains("\n?"));
    }

    void aSubmoduleThatCannotBeHadIsSaidAndTheCloneStays()
    {
        const QTemporaryDir there;
        RepoBuilder inner, outer;
        inner.write("f", "1\n").commit("inner");
        outer.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        outer.git({u"config"_s, u"-f"_s, u".gitmodules"_s, u"submodule.sub.url"_s, u"ext::touch ran"_s});
        outer.commit("one");
        Tests::ShellServices services;
        QWidget window;
        const Asked asked(new CloneDialog(services.workspace(), there.path(), &window));
        asked.dialog->show();
        asked.address()->setText(outer.path());
        asked.name()->setText(u"x"_s);
        asked.choose(u"submodules"_s);
        const QSignalSpy cloned(asked.dialog, &CloneDialog::cloned);
        asked.act()->click();
        QTRY_COMPARE_WITH_TIMEOUT(cloned.size(), 1, 20'000);
        QVERIFY(asked.dialog->isVisible() && !asked.act()->isVisibleTo(asked.dialog));
        QVERIFY(
            asked.dialog->findChild<ErrorBanner *>()->copyText().contains(u"not all of its submodules"_s));
        QVERIFY(QFile::exists(there.path() + u"/x/.gitmodules"_s));
        asked.dialog->reject();
        QVERIFY(!asked.dialog->isVisible());
    }

    void whatIsWrongIsSaidWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name"); // of the clone; empty: it is refused
        QTest::newRow("https") << u"https://example.org/team/project.git"_s << u"/tmp"_s << u"project"_s;
        QTest::newRow("scp") << u"git@example.org:team/project/"_s << u"~/src"_s << u"project"_s;
        QTest::newRow("b04 helper") << u"ext::sh -c date"_s << u"/tmp"_s << QString();
        QTest::newRow("b04 option") << u"--upload-pack=date"_s << u"/tmp"_s << QString();
        QTest::newRow("password") << u"https://ada:hunter2@example.org/x"_s << u"/tmp"_s << QString();
        QTest::newRow("not encrypted") << u"http://example.org/x"_s << u"/tmp"_s << QString();
        QTest::newRow("relative") << u"../x"_s << u"/tmp"_s << QString();
        QTest::newRow("markup") << u"<b>x</b><img src=y>"_s << u"/tmp"_s << QString();
        QTest::newRow("no name") << u"https://example.org/"_s << u"/tmp"_s << QString();
        QTest::newRow("no folder") << u"https://example.org/x"_s << u"src"_s << QString();
    }
    void whatIsWrongIsSaidWhileItIsTyped()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, folder);
        QFETCH(const QString, name);
        Tests::ShellServices services;
        QWidget window;
        const Asked asked(new CloneDialog(services.workspace(), folder, &window));
        asked.dialog->show();
        QCOMPARE(asked.labels(), u"Folder"_s);
        asked.address()->setText(address);
        QCOMPARE(asked.act()->isEnabled(), !name.isEmpty());
        if (!name.isEmpty())
            QCOMPARE(asked.name()->text(), name);
        QVERIFY(asked.labels().size() > 10);
        QVERIFY(!asked.labels().contains(u"hunter2"_s));
    }

    void aFailureIsShownAndMayBeTriedAgain()
    {
        const QTemporaryDir there;
        Tests::ShellServices services;
        QWidget window;
        const Asked asked(new CloneDialog(services.workspace(), there.path(), &window));
        asked.dialog->show();
        asked.address()->setText(there.path() + u"/none"_s);
        asked.name()->setText(u"x"_s);
        asked.act()->click();
        auto *banner = asked.dialog->findChild<ErrorBanner *>();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisibleTo(asked.dialog), 20'000);
        QVERIFY(asked.address()->isEnabled() && entries(there.path()).isEmpty());
        const QSignalSpy cloned(asked.dialog, &CloneDialog::cloned);
        asked.address()->setText(m_origin->path());
        asked.name()->setText(u"x"_s);
        QTRY_VERIFY(asked.act()->isEnabled());
        asked.act()->click();
        QTRY_COMPARE_WITH_TIMEOUT(cloned.size(), 1, 20'000);
        QVERIFY(QFile::exists(there.path() + u"/x/a"_s));
    }

    void cancelStopsWhatRunsAndLeavesNothing()
    {
        const QTemporaryDir there;
        Tests::ShellServices services;
        const StuckRunner stuck;
        WorkspaceServices workspace = services.workspace();
        workspace.runner = &stuck;
        QWidget window;
        const Asked asked(new CloneDialog(workspace, there.path(), &window));
        asked.dialog->show();
        asked.address()->setText(m_origin->path());
        asked.act()->click();
        QTRY_COMPARE(stuck.m_runs.load(), 1);
        QVERIFY(!asked.address()->isEnabled() && !asked.act()->isEnabled());
        asked.dialog->reject();
        QTRY_VERIFY(asked.address()->isEnabled());
        QVERIFY(asked.dialog->isVisible() && asked.act()->isEnabled());
        QVERIFY(!asked.dialog->findChild<ErrorBanner *>()->isVisibleTo(asked.dialog));
        QVERIFY(entries(there.path()).isEmpty());
        asked.dialog->reject();
        QVERIFY(!asked.dialog->isVisible());
    }
};

PLUMBLINE_UI_TEST_MAIN(CloneDialogTest)
#include "tst_clonedialog.moc"
