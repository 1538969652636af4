// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefixture.h"

#include "workspace/changescontroller.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

const QStringList kLocal{u"-c"_s, u"protocol.file.allow=always"_s};

/// A repository with submodules, and what Changes shows of it.
struct Changes
{
    explicit Changes(int count = 1)
    {
        inner.write("f", "1\n").commit("inner");
        for (int at = 0; at < count; ++at)
            outer.git(kLocal + QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), name(at)});
        outer.commit("outer");
    }
    static QString name(int at) { return u"sub%1"_s.arg(at, 2, 10, QLatin1Char('0')); }
    void open()
    {
        live = std::make_unique<Tests::LiveRepository>(outer);
        changes = std::make_unique<ChangesController>(live->controller);
    }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return !changes->isBusy() && !changes->isWriting() && !live->controller.writes().isBusy() &&
                       live->controller.watcher().isSettled() && changes->state() == PageState::Ready;
            },
            20'000);
    }
    bool look()
    {
        changes->refresh();
        return settle();
    }
    void commitInside()
    {
        outer.git({u"-C"_s, name(0), u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@example.org"_s,
                   u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"two"_s});
    }
    /// "path note" of each row.
    static QStringList rows(const FileItems &items)
    {
        QStringList all;
        for (const FileItem &file : items.files())
            all += QString(QString::fromUtf8(file.path) + u' ' + file.note).trimmed();
        return all;
    }

    RepoBuilder inner, outer;
    std::unique_ptr<Tests::LiveRepository> live;
    std::unique_ptr<ChangesController> changes;
};

} // namespace

class ChangedSubmodulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void t14_dirtyContentAloneIsNotStageable()
    {
        Changes test;
        test.outer.write("sub00/f", "2\n");
        test.open();
        QVERIFY(test.settle());
        QCOMPARE(Changes::rows(test.changes->unstaged()), QStringList{u"sub00 changed content"_s});
        QVERIFY(!test.changes->isStageable("sub00"));
        QSignalSpy failed(test.changes.get(), &ChangesController::actionFailed);
        test.changes->stage({"sub00"});
        QCOMPARE(failed.size(), 1);
        QVERIFY(!test.changes->isWriting());
        test.outer.write("other", "x");
        QVERIFY(test.look());
        test.changes->stageAll(); // takes what can be taken, without a word about the rest
        QVERIFY(test.settle());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(Changes::rows(test.changes->staged()), QStringList{u"other"_s});
    }

    void t14_newCommitAndDirtIsStagedAndUnstaged()
    {
        Changes test;
        test.commitInside();
        test.outer.write("sub00/new", "x");
        test.open();
        QVERIFY(test.settle());
        QCOMPARE(Changes::rows(test.changes->unstaged()),
                 QStringList{u"sub00 new commit, untracked content"_s});
        QVERIFY(test.changes->isStageable("sub00"));
        test.changes->stage({"sub00"});
        QVERIFY(test.settle());
        QCOMPARE(Changes::rows(test.changes->staged()), QStringList{u"sub00"_s});
        QCOMPARE(Changes::rows(test.changes->unstaged()), QStringList{u"sub00 untracked content"_s});
        QCOMPARE(test.outer.git({u"rev-parse"_s, u":sub00"_s}),
                 test.outer.git({u"-C"_s, u"sub00"_s, u"rev-parse"_s, u"HEAD"_s}));
        test.changes->unstage({"sub00"});
        QVERIFY(test.settle());
        QCOMPARE(Changes::rows(test.changes->staged()), QStringList());
        QCOMPARE(Changes::rows(test.changes->unstaged()),
                 QStringList{u"sub00 new commit, untracked content"_s});
    }

    // The place where submodules are looked at is taken, and the lists come all the same.
    void t14_twentySubmodulesDoNotHoldTheStatus()
    {
        Changes test(20);
        test.outer.write("sub07/f", "2\n").write("file", "x");
        test.live = std::make_unique<Tests::LiveRepository>(test.outer);
        QSemaphore hold;
        test.live->services.longReads.setMaxThreadCount(1);
        test.live->services.longReads.start([&hold] { hold.acquire(); });
        test.changes = std::make_unique<ChangesController>(test.live->controller);
        const bool isListed = QTest::qWaitFor(
            [&] { return Changes::rows(test.changes->unstaged()) == QStringList{u"file"_s}; }, 20'000);
        hold.release();
        QVERIFY(isListed);
        QVERIFY(test.settle());
        QCOMPARE(Changes::rows(test.changes->unstaged()),
                 (QStringList{u"file"_s, u"sub07 changed content"_s}));
    }
};

QTEST_GUILESS_MAIN(ChangedSubmodulesTest)
#include "tst_changedsubmodules.moc"
