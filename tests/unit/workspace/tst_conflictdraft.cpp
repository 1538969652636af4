// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/conflictdraft.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kFile = "one\n<<<<<<< main\nours\n=======\ntheirs\n>>>>>>> topic\nthree\n"
                         "<<<<<<< main\n=======\nadded\n>>>>>>> topic\n";

} // namespace

/// What is chosen of a conflict is taken byte for byte, and what is not chosen stays.
class ConflictDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachConflictIsTakenByItself()
    {
        const auto draft = ConflictDraft::parse(kFile, 7);
        QVERIFY(draft);
        QCOMPARE(draft->count(), 2);
        QCOMPARE(draft->content({}), kFile);
        QCOMPARE(draft->content({ConflictChoice::Ours, ConflictChoice::Ours}), "one\nours\nthree\n"_ba);
        QCOMPARE(draft->content({ConflictChoice::Both, ConflictChoice::Theirs}),
                 "one\nours\ntheirs\nthree\nadded\n"_ba);
        const QByteArray half = draft->content({ConflictChoice::Theirs});
        QVERIFY(half.startsWith("one\ntheirs\nthree\n<<<<<<< main\n"));
    }

    void whatIsNotChosenStaysByteForByte()
    {
        const QList<QByteArray> lines{"a\n",
                                      "a\r\n",
                                      "\xff\r\n",
                                      "<<<<<<< x\n",
                                      "<<<<<<< x\r\n",
                                      "||||||| b\n",
                                      "=======\r\n",
                                      "=======\n",
                                      ">>>>>>> y\n",
                                      ">>>>>>> y\r\n",
                                      "\n",
                                      "=======",
                                      ">>>>>>> y",
                                      "b"};
        QRandomGenerator random(28);
        int taken = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray content;
            for (int line = random.bounded(12); line >= 0; --line)
                content += lines[random.bounded(lines.size())];
            const auto draft = ConflictDraft::parse(content, 7);
            if (!draft)
                continue;
            taken += draft->count() > 0 ? 1 : 0;
            QCOMPARE(draft->content({}), content);
        }
        QVERIFY2(taken > 100, qPrintable(QString::number(taken)));
    }

    void whatWasThereBeforeComesFromTheSides()
    {
        auto draft = ConflictDraft::parse(kFile, 7);
        draft->complete("one\nwas\nthree\n"_ba, "one\nours\nthree\n"_ba, "one\ntheirs\nthree\nadded\n"_ba);
        QVERIFY(draft->conflict(0).hasBase);
        QCOMPARE(draft->conflict(0).base, "was\n"_ba);
    }

    void aMissingLastLineFeedIsNotAdded()
    {
        const QByteArray file = "one\n<<<<<<< main\nours\n=======\ntheirs\n>>>>>>> topic\n";
        auto draft = ConflictDraft::parse(file, 7);
        draft->complete("one\nwas"_ba, "one\nours"_ba, "one\ntheirs\n"_ba);
        QCOMPARE(draft->content({ConflictChoice::Ours}), "one\nours"_ba);
        QCOMPARE(draft->content({ConflictChoice::Theirs}), "one\ntheirs\n"_ba);
        QCOMPARE(draft->content({ConflictChoice::Both}), "one\nours\ntheirs\n"_ba);
        QCOMPARE(draft->content({}), file);
    }

    void markersThatAreNotInOrderAreNoDraft()
    {
        QVERIFY(!ConflictDraft::parse("<<<<<<< a\nx\n>>>>>>> b\n", 7));
        QVERIFY(!ConflictDraft::parse("<<<<<<< a\nx\n", 7));
    }

    void aTextGoesThroughAnEditorUnchanged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isEditable");
        QTest::newRow("line feeds") << "a\nb\n"_ba << true;
        QTest::newRow("no last one") << "a\nb"_ba << true;
        QTest::newRow("CR LF") << "a\r\nb\r\n"_ba << true;
        QTest::newRow("CR LF, no last one") << "a\r\nb"_ba << true;
        QTest::newRow("mixed") << "a\r\nb\n"_ba << false;
        QTest::newRow("lone CR") << "a\rb\n"_ba << false;
        QTest::newRow("UTF-8") << "\xc3\xa4\n"_ba << true;
        QTest::newRow("with its mark") << "\xef\xbb\xbf\x61\n"_ba << true;
        QTest::newRow("no-break space") << "a\xc2\xa0\x62\n"_ba << true;
        QTest::newRow("Latin-1") << "\xe4\n"_ba << true;
        QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << false;
        QTest::newRow("line separator") << "a\xe2\x80\xa8\x62\n"_ba << false;
        QTest::newRow("hidden override") << "a\xe2\x80\xae\x62\n"_ba << false;
        QTest::newRow("empty") << ""_ba << true;
    }
    void aTextGoesThroughAnEditorUnchanged()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isEditable);
        const auto form = textFormOf(content);
        QCOMPARE(form.has_value(), isEditable);
        if (form)
            QCOMPARE(encodeText(decodeText(content, *form), *form), content);
    }

    void aCharacterThatTheEncodingLacksIsRefused()
    {
        const auto form = textFormOf("\xe4\n");
        QVERIFY(form && !form->isUtf8);
        QVERIFY(!encodeText(u"\u20ac"_s, *form));
        QCOMPARE(encodeText(u"\u00fc"_s, *form), "\xfc"_ba);
    }
};

QTEST_APPLESS_MAIN(ConflictDraftTest)
#include "tst_conflictdraft.moc"
