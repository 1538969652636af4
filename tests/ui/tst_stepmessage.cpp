// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/programfixture.h"
#include "tests/unit/git/sequence/operationfixture.h"
#include "ui/changes/messageeditor.h"
#include "ui/operation/operationbanner.h"

using namespace Qt::StringLiterals;
using Tests::Program;

namespace {

/// The program's window at the Changes page, with one operation in progress.
struct Stepping : OperationFixture
{
    bool open()
    {
        program = std::make_unique<Program>(repo);
        return program->go(u"changes"_s) && settle();
    }
    OperationBanner *banner() { return program->view()->operationBanner(); }
    MessageEditor *editor() { return program->page()->findChild<MessageEditor *>(); }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                RepositoryController &repository = program->view()->repository();
                return repository.watcher().isSettled() && !repository.isBusy() &&
                       !repository.writes().isBusy() && !banner()->operation().isBusy() &&
                       program->page()->isSettled();
            },
            30'000);
    }
    bool look()
    {
        program->view()->repository().note(kEverything);
        program->view()->repository().refresh();
        return settle();
    }
    bool goOn()
    {
        QAction *action = program->action(u"operation.continue"_s);
        if (!QTest::qWaitFor([&] { return action->isEnabled(); }, 20'000))
            return false;
        action->trigger();
        return QTest::qWaitFor([this] { return banner()->isHidden(); }, 20'000) && settle();
    }

    std::unique_ptr<Program> program;
};

} // namespace

/// Which message the commit gets that Continue makes.
class StepMessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasEditedIsTaken_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"merge", "cherry-pick", "revert", "rebase"})
            QTest::addRow("%s", name) << QByteArray(name);
    }
    void whatWasEditedIsTaken()
    {
        QFETCH(const QByteArray, name);
        Stepping window;
        start(window, name);
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QTRY_VERIFY(!window.editor()->message().isEmpty()); // git's
        window.editor()->replaceText(u"fix: both\n\nBecause of it.\n"_s);
        QVERIFY(window.program->go(u"history"_s));
        QVERIFY(window.goOn());
        QCOMPARE(window.message(), "fix: both\n\nBecause of it."_ba);
        const QByteArray author = window.repo.git({u"log"_s, u"-1"_s, u"--format=%an"_s}).trimmed();
        QVERIFY2(!author.isEmpty() && window.status().isEmpty(), author.constData());
        QVERIFY(window.program->go(u"changes"_s));
        QVERIFY(window.editor()->message().isEmpty()); // it is used up
    }

    void nothingEditedLeavesGitsMessage()
    {
        Stepping window;
        start(window, "merge");
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QTRY_VERIFY(!window.editor()->message().isEmpty());
        QVERIFY(window.goOn());
        QCOMPARE(window.message(), "Merge branch 'topic'"_ba);
    }

    void whatWasWrittenBeforeIsOfSomethingElse()
    {
        Stepping window;
        window.diverge();
        QVERIFY(window.open());
        window.editor()->replaceText(u"feat: a draft"_s);
        window.run({u"merge"_s, u"topic"_s});
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.look());
        QVERIFY(window.goOn());
        QCOMPARE(window.message(), "Merge branch 'topic'"_ba);
        QCOMPARE(window.editor()->message(), u"feat: a draft"_s);
    }

    void severalStepsGoOnBehindIt()
    {
        Stepping window;
        window.diverge();
        window.repo.checkout("topic");
        window.repo.write("later", "1\n").commit("later");
        window.repo.checkout("main");
        window.run({u"cherry-pick"_s, u"main..topic"_s});
        window.resolve("one\nBOTH\nthree\n");
        QVERIFY(window.open());
        QTRY_VERIFY(!window.editor()->message().isEmpty());
        window.editor()->replaceText(u"# 1: picked"_s);
        QVERIFY(window.goOn());
        QCOMPARE(window.message("HEAD~1"), "# 1: picked"_ba);
        QCOMPARE(window.message(), "later"_ba);
    }
};

PLUMBLINE_UI_TEST_MAIN(StepMessageTest)
#include "tst_stepmessage.moc"
