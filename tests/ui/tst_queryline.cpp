// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"
#include "ui/history/gotoline.h"
#include "ui/history/queryline.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    QueryLine line;
    QLineEdit *edit = line.findChild<QLineEdit *>();
    QSignalSpy said{&line, &QueryLine::queryChanged};

    Shown()
    {
        line.resize(900, 80);
        line.show();
        if (!QTest::qWaitForWindowActive(&line))
            qFatal("The window did not become active");
        line.start();
    }
    QString labels()
    {
        QStringList texts;
        for (const PlainLabel *label : line.findChildren<PlainLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                texts += label->text();
        return texts.join(u'\n');
    }
    QAbstractItemView *popup() { return line.findChild<QCompleter *>()->popup(); }
};

} // namespace

class QueryLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSearchRunsOnceAfterTheLastKey()
    {
        Shown shown;
        QTest::keyClicks(shown.edit, u"fix api"_s);
        QCOMPARE(shown.said.count(), 0);
        QTRY_COMPARE(shown.said.count(), 1);
        QCOMPARE(shown.said[0][0].toString(), u"fix api"_s);
    }

    void enterRunsItAtOnceAndLeadsIntoTheList()
    {
        Shown shown;
        QSignalSpy list(&shown.line, &QueryLine::listWanted);
        QTest::keyClicks(shown.edit, u" fix "_s);
        QTest::keyClick(shown.edit, Qt::Key_Return);
        QCOMPARE(shown.said.count(), 1);
        QCOMPARE(shown.said[0][0].toString(), u"fix"_s);
        QCOMPARE(list.count(), 1);
        QTest::keyClicks(shown.edit, u"x"_s);
        QTRY_COMPARE(shown.said.count(), 2); // and not once more for the keys before Enter
        QCOMPARE(shown.said[1][0].toString(), u"fix x"_s);
    }

    void escapeClearsAndThenLeaves()
    {
        Shown shown;
        QSignalSpy cleared(&shown.line, &QueryLine::cleared), list(&shown.line, &QueryLine::listWanted);
        shown.line.setText(u"fix"_s);
        QTest::keyClick(shown.edit, Qt::Key_Escape);
        QCOMPARE(cleared.count(), 1);
        shown.line.setText({});
        QTest::keyClick(shown.edit, Qt::Key_Escape);
        QCOMPARE(list.count(), 1);
        QCOMPARE(cleared.count(), 1);
    }

    void fieldNamesAreCompletedWhereTheyAreWritten()
    {
        Shown shown;
        QTest::keyClicks(shown.edit, u"api -au"_s);
        QTRY_VERIFY(shown.popup()->isVisible());
        QTest::keyClick(shown.popup(), Qt::Key_Down);
        QTest::keyClick(shown.popup(), Qt::Key_Return);
        QCOMPARE(shown.line.text(), u"api -author:"_s);
        QTest::keyClicks(shown.edit, u"ma"_s); // a value is no field
        QVERIFY(!shown.popup()->isVisible());
    }

    void aMistakeIsMarkedAndSaidBelow()
    {
        Shown shown;
        shown.line.setText(u"fix before:never"_s);
        const QImage before = shown.edit->grab().toImage();
        shown.line.setProblem(u"A <b>date</b> is expected."_s, 4, 12);
        QCOMPARE(shown.labels(), u"A <b>date</b> is expected."_s);
        QVERIFY(shown.edit->grab().toImage() != before);
        QCOMPARE(shown.line.text(), u"fix before:never"_s);
        shown.line.setProblem({});
        QCOMPARE(shown.labels(), QString());
    }

    void aPlaceBeyondTheTextIsNoProblem()
    {
        Shown shown;
        for (const QString &text : {u""_s, u"x"_s}) {
            shown.line.setText(text);
            shown.line.setProblem(u"More is expected."_s, 50, 0);
            QCOMPARE(shown.labels(), u"More is expected."_s);
        }
    }

    void progressIsCountedAndCanBeStopped()
    {
        Shown shown;
        QSignalSpy stopped(&shown.line, &QueryLine::searchCancelled);
        shown.line.setProgress({.hits = 12, .searched = 37, .all = 120'000, .isRunning = true});
        const QString said = shown.labels();
        QVERIFY2(said.contains(u"12 found"_s) && said.contains(u"37 of "_s), qPrintable(said));
        QToolButton *cancel = nullptr;
        for (QToolButton *button : shown.line.findChildren<QToolButton *>())
            if (button->text().contains(u"Cancel"_s) || button->accessibleName().contains(u"Cancel"_s))
                cancel = button;
        QVERIFY(cancel);
        QTRY_VERIFY(cancel->isVisible());
        cancel->click();
        QCOMPARE(stopped.count(), 1);
        shown.line.setProgress({.hits = 12, .searched = 120'000, .all = 120'000});
        QVERIFY(!cancel->isVisible());
        QCOMPARE(shown.labels(), u"12 found"_s);
    }

    void goingToANameSaysWhatWasTyped()
    {
        GoToLine line;
        line.resize(600, 40);
        line.open({{.text = u"topic/long"_s, .lowered = u"topic/long"_s}});
        QVERIFY(QTest::qWaitForWindowActive(&line));
        auto *edit = line.findChild<QLineEdit *>();
        edit->setFocus();
        QSignalSpy wanted(&line, &GoToLine::wanted), closed(&line, &GoToLine::closed);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(wanted.count(), 0); // nothing is no name
        QTest::keyClicks(edit, u"HEAD~3"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(wanted.value(0).value(0).toString(), u"HEAD~3"_s);
        line.setProblem(u"No such <i>commit</i>"_s);
        QCOMPARE(line.findChild<PlainLabel *>()->text(), u"No such <i>commit</i>"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }
};

PLUMBLINE_UI_TEST_MAIN(QueryLineTest)
#include "tst_queryline.moc"
