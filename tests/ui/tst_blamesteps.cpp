// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/blamefixture.h"
#include "tests/ui/uitest.h"

using namespace Qt::StringLiterals;
using namespace BlameFixture;

/// From a line to what it was before, and back.
class BlameStepsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasThereBeforeIsOneKeyAwayAndBackReturns()
    {
        BlamedHistory history;
        Opened open(history.repo);
        QVERIFY(open.open("web.yaml", {}, 1));
        QCOMPARE(open.view()->currentLine(), 1);
        open.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(open.settle());
        QCOMPARE(open.page().blame().place().revision.toHex(), history.first);
        QCOMPARE(open.view()->currentLine(), 1);
        QCOMPARE(open.lines().bytes(1).toByteArray(), "b: 1"_ba);
        QVERIFY(!open.command(u"blame.parent"_s)->isEnabled()); // the file is new there
        open.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(open.settle());
        QVERIFY(open.page().blame().place().revision.isNull());
        QCOMPARE(open.view()->currentLine(), 1);
        QCOMPARE(open.lines().lineCount(), 4);
        QVERIFY(!open.command(u"blame.back"_s)->isEnabled());
    }

    void theParentIsFoundUnderItsOldName()
    {
        RepoBuilder repo;
        const QByteArray first = repo.write("old name", "1\n2\n3\n4\n5\n6\n7\n8\n").commit("first");
        repo.git({u"mv"_s, u"old name"_s, u"new"_s});
        repo.write("new", "1\n2\n3\nvier\n5\n6\n7\n8\n").commit("renamed");
        Opened open(repo);
        QVERIFY(open.open("new", {}, 3));
        open.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(open.settle());
        QCOMPARE(open.page().blame().place().path, "old name"_ba);
        QCOMPARE(open.lines().bytes(open.view()->currentLine()).toByteArray(), "4"_ba);
    }

    void theLineIsFollowedToTheParent_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("line");   // one stands on it
        QTest::addColumn<QByteArray>("parent"); // and then on this one
        const QByteArray text = "1\n2\n3\nkey: a\n5\n6\n7\n";
        QTest::newRow("lines put in above")
            << text << "x\ny\nz\n1\n2\n3\nkey: b\n5\n6\n7\n"_ba << "key: b"_ba << "key: a"_ba;
        QTest::newRow("lines taken away above")
            << text << "3\nkey: b\n5\n6\n7\n"_ba << "key: b"_ba << "key: a"_ba;
        QTest::newRow("lines put in just above")
            << text << "1\n2\n3\n# why\n# more\nkey: b\n5\n6\n7\n"_ba << "key: b"_ba << "key: a"_ba;
        QTest::newRow("a line put in: the one above it")
            << text << "0\n1\n2\n3\nkey: a\nnew\n5\n6\n7\n"_ba << "new"_ba << "key: a"_ba;
        QTest::newRow("a line that is nothing like the one before")
            << text << "0\n1\n2\n3\nkey: a\n5\nsix\n7\n"_ba << "six"_ba << "6"_ba;
    }

    void theLineIsFollowedToTheParent()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, parent);
        const QByteArray rest = QByteArray("and so on\n").repeated(30); // which makes it a renamed file
        // Committed under another name, or only in the work tree.
        for (const bool isCommitted : {true, false}) {
            RepoBuilder repo;
            const QByteArray first = repo.write("old.yaml", before + rest).commit("first");
            if (isCommitted)
                repo.git({u"mv"_s, u"old.yaml"_s, u"new.yaml"_s});
            const QByteArray name = isCommitted ? "new.yaml" : "old.yaml";
            repo.write(name, after + rest);
            if (isCommitted) {
                repo.commit("second");
                repo.write(name, "above\n" + after + rest)
                    .commit("third"); // so that the numbers differ from those
            }
            Opened open(repo);
            QVERIFY(open.open(name));
            qsizetype at = 0;
            while (open.lines().bytes(at) != line)
                ++at;
            open.view()->setCurrentLine(at);
            open.press(Qt::Key_Down, Qt::AltModifier);
            QVERIFY(open.settle());
            QCOMPARE(open.page().blame().place().revision.toHex(), first);
            QCOMPARE(open.page().blame().place().path, "old.yaml"_ba);
            QCOMPARE(open.lines().bytes(open.view()->currentLine()).toByteArray(), parent);
            QVERIFY(open.page().blame().notes().isEmpty());
        }
    }
};

PLUMBLINE_UI_TEST_MAIN(BlameStepsTest)
#include "tst_blamesteps.moc"
