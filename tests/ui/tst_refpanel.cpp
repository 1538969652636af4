// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/uitest.h"
#include "ui/history/refpanel.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

Git::ObjectId id(int number)
{
    return *Git::ObjectId::fromHex(QByteArray::number(number, 16).rightJustified(40, '0'));
}

QList<RefEntry> entries(const QList<QByteArray> &names)
{
    Git::Refs refs;
    refs.head = {Git::HeadState::Branch, "refs/heads/main", id(1)};
    for (const QByteArray &name : names)
        refs.all += Git::Ref{.name = name,
                             .kind = name.startsWith("refs/heads/") ? Git::RefKind::LocalBranch
                                                                    : Git::RefKind::RemoteBranch,
                             .target = id(static_cast<int>(refs.all.size()) + 1)};
    return entriesOf(refs, {});
}

struct Shown
{
    RefItems items;
    RefPanel panel{items};
    QLineEdit *edit = panel.findChild<QLineEdit *>();
    QListView *list = panel.findChild<QListView *>();
    QSignalSpy chosen{&panel, &RefPanel::refChosen};
    HistoryFilter filter;

    explicit Shown(const QList<QByteArray> &names = {"refs/heads/main", "refs/heads/topic",
                                                     "refs/remotes/origin/main"})
    {
        QObject::connect(&panel, &RefPanel::filterWanted, &panel, [this](const HistoryFilter &wanted) {
            filter = wanted;
            items.setShown(filter.hidden, filter.solo);
            panel.setFilter(filter);
        });
        items.setEntries(entries(names));
        panel.resize(260, 400);
        panel.show();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("The window did not become active");
        list->setFocus();
    }
    void goTo(const QByteArray &name) { list->setCurrentIndex(items.index(items.rowOf(name))); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(list, key, modifiers); }
};

} // namespace

class RefPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterAndAClickGoToTheCommit()
    {
        Shown shown;
        shown.goTo("refs/heads/topic");
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.chosen.count(), 1);
        QCOMPARE(shown.chosen[0][0].toByteArray(), "refs/heads/topic"_ba);
        QCOMPARE(shown.chosen[0][1].value<Git::ObjectId>(), id(2));
        const QRect row = shown.list->visualRect(shown.items.index(shown.items.rowOf("refs/heads/main")));
        QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(shown.chosen.count(), 2);
    }

    void spaceHidesAndShows()
    {
        Shown shown;
        shown.goTo("refs/heads/topic");
        shown.press(Qt::Key_Space);
        QCOMPARE(shown.filter.hidden, QSet<QByteArray>{"refs/heads/topic"});
        QVERIFY(shown.list->currentIndex().data(RefItems::IsHiddenRole).toBool());
        shown.press(Qt::Key_Space);
        QVERIFY(shown.filter.isEmpty());
    }

    void oneAloneCanBeShownAndOthersAdded()
    {
        Shown shown;
        shown.goTo("refs/heads/topic");
        shown.press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(shown.filter.solo, QSet<QByteArray>{"refs/heads/topic"});
        shown.goTo("refs/remotes/origin/main");
        QVERIFY(shown.list->currentIndex().data(RefItems::IsHiddenRole).toBool());
        shown.press(Qt::Key_Space); // shown as well
        QCOMPARE(shown.filter.solo.size(), 2);
        shown.press(Qt::Key_Space);
        shown.goTo("refs/heads/topic");
        shown.press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(shown.filter.isEmpty());
    }

    void headsBranchCannotBeHiddenButOthersShownAlone()
    {
        Shown shown;
        shown.goTo("refs/heads/main");
        shown.press(Qt::Key_Space);
        QVERIFY(shown.filter.isEmpty());
        const QRect row = shown.list->visualRect(shown.list->currentIndex());
        QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {},
                          QPoint(row.right() - 4, row.center().y()));
        QVERIFY(shown.filter.isEmpty()); // there is no mark
        shown.goTo("refs/heads/topic");
        shown.press(Qt::Key_Space, Qt::ControlModifier);
        shown.goTo("refs/heads/main");
        QVERIFY(shown.list->currentIndex().data(RefItems::IsHiddenRole).toBool());
        shown.press(Qt::Key_Space);
        QCOMPARE(shown.filter.solo.size(), 2);
    }

    void theMarkAtTheEndOfARowHides()
    {
        Shown shown;
        const QRect row = shown.list->visualRect(shown.items.index(shown.items.rowOf("refs/heads/topic")));
        QTest::mouseClick(shown.list->viewport(), Qt::LeftButton, {},
                          QPoint(row.right() - 4, row.center().y()));
        QCOMPARE(shown.filter.hidden, QSet<QByteArray>{"refs/heads/topic"});
        QCOMPARE(shown.chosen.count(), 0);
    }

    void theMenuOffersTheSame()
    {
        Shown shown;
        shown.goTo("refs/heads/topic");
        const auto run = [&](const QString &text) {
            Q_EMIT shown.list->customContextMenuRequested(
                shown.list->visualRect(shown.list->currentIndex()).center());
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return false;
            bool isDone = false;
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == text && action->isEnabled()) {
                    action->trigger();
                    isDone = true;
                }
            }
            menu->close();
            return isDone;
        };
        QVERIFY(run(u"Hide from history"_s));
        QCOMPARE(shown.filter.hidden.size(), 1);
        QVERIFY(run(u"Show only this"_s));
        QCOMPARE(shown.filter.solo.size(), 1);
        QVERIFY(run(u"Show all"_s));
        QVERIFY(shown.filter.isEmpty());
        QVERIFY(!run(u"Show all"_s)); // nothing is hidden
    }

    void sectionsCloseAndKeepTheFocus()
    {
        Shown shown;
        QSignalSpy changed(&shown.panel, &RefPanel::sectionsChanged);
        shown.list->setCurrentIndex(shown.items.index(0));
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.items.rowOf("refs/heads/main"), -1);
        QCOMPARE(shown.list->currentIndex().row(), 0);
        QCOMPARE(shown.panel.closedSections(), QStringList{u"local"_s});
        shown.press(Qt::Key_Left); // is closed already
        shown.press(Qt::Key_Right);
        QVERIFY(shown.items.rowOf("refs/heads/main") > 0);
        QCOMPARE(changed.count(), 2);
        shown.panel.setClosedSections({u"remote"_s, u"what was once"_s});
        QCOMPARE(shown.panel.closedSections(), QStringList{u"remote"_s});
    }

    void theFilterLeadsToTheFirstThatItFinds()
    {
        Shown shown;
        shown.panel.startFilter();
        QTest::keyClicks(shown.edit, u"OPIC"_s);
        QCOMPARE(shown.items.rowCount(), 2);
        QTest::keyClick(shown.edit, Qt::Key_Return);
        QCOMPARE(shown.chosen.count(), 1);
        QCOMPARE(shown.chosen[0][0].toByteArray(), "refs/heads/topic"_ba);
        QVERIFY(shown.list->hasFocus());
        QTest::keyClick(shown.edit, Qt::Key_Escape);
        QCOMPARE(shown.items.rowCount(), 5);
    }

    void aKeyInTheFilterOfFiftyThousandRefsTakesTheRowsAnewOnce()
    {
        QList<QByteArray> names;
        for (int number = 0; number < 50'000; ++number)
            names += "refs/remotes/origin/feature/" + QByteArray::number(number);
        Shown shown(names);
        shown.panel.startFilter();
        QSignalSpy resets(&shown.items, &QAbstractItemModel::modelReset),
            changes(&shown.items, &QAbstractItemModel::dataChanged);
        qint64 worst = 0;
        for (const Qt::Key key : {Qt::Key_4, Qt::Key_9, Qt::Key_1, Qt::Key_Backspace, Qt::Key_Backspace}) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(shown.edit, key);
            shown.list->viewport()->repaint();
            worst = qMax(worst, timer.elapsed());
        }
        qInfo("slowest key among 50,000 refs, painted: %lld ms", worst);
        QCOMPARE(resets.count(), 5);
        QCOMPARE(changes.count(), 0);
    }

    void everythingHasANameAndNothingReorders()
    {
        Shown shown({"refs/heads/main", "refs/heads/<b>x</b>\xe2\x80\xae" + QByteArray(3000, 'A')});
        shown.goTo("refs/heads/main");
        shown.list->viewport()->repaint();
        for (const QString &text : Tests::spokenTexts(&shown.panel))
            QVERIFY2(!text.contains(QChar(0x202e)), qPrintable(text.left(80)));
        QCOMPARE(shown.list->accessibleName(), u"Refs"_s);
        QCOMPARE(shown.edit->accessibleName(), u"Filter refs"_s);
    }
};

PLUMBLINE_UI_TEST_MAIN(RefPanelTest)
#include "tst_refpanel.moc"
