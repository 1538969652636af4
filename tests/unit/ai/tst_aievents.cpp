// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/events.h"

#include <QTest>

using Ai::Event;
using Ai::EventReader;
using Ai::Framing;

namespace {

QList<Event> readIn(const QByteArray &stream, qsizetype piece, Framing framing = Framing::ServerSent)
{
    EventReader reader(framing);
    QList<Event> events;
    for (qsizetype at = 0; at < stream.size(); at += piece)
        events += reader.take(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
    return events + reader.finish();
}

} // namespace

/// A stream says the same however it is cut and framed.
class EventsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFramingGivesTheSameEvents_data()
    {
        QTest::addColumn<QByteArray>("stream");
        const QByteArray text =
            "data: {\"a\":\"\xC3\xA4\xE2\x80\xA8\xC2\x85\"}\n\nevent: ping\ndata: 1\ndata: 2\n\n";
        QTest::newRow("line feeds") << text;
        QTest::newRow("carriage returns") << QByteArray(text).replace('\n', '\r');
        QTest::newRow("both") << QByteArray(text).replace("\n", "\r\n");
        QTest::newRow("no space behind the colon") << QByteArray(text).replace("data: ", "data:");
        QTest::newRow("comments and unknown fields") << ": keep-alive\n\nid: 7\nretry: 100\nnonsense\n" +
                                                            QByteArray(text).replace("event:", ": x\nevent:");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + text;
        QTest::newRow("no empty line at the end") << text.chopped(2);
    }

    void everyFramingGivesTheSameEvents()
    {
        QFETCH(QByteArray, stream);
        const QList<Event> expected{{{}, "{\"a\":\"\xC3\xA4\xE2\x80\xA8\xC2\x85\"}"}, {"ping", "1\n2"}};
        for (qsizetype piece = 1; piece <= stream.size(); ++piece)
            QCOMPARE(readIn(stream, piece), expected);
    }

    void linesAreEventsOfTheirOwn()
    {
        const QByteArray stream = "{\"a\":1}\r\n\n{\"b\":2}";
        const QList<Event> expected{{{}, "{\"a\":1}"}, {{}, "{\"b\":2}"}};
        for (qsizetype piece = 1; piece <= stream.size(); ++piece)
            QCOMPARE(readIn(stream, piece, Framing::Lines), expected);
    }

    void anEventWithoutEndIsGivenUp()
    {
        EventReader reader(Framing::ServerSent);
        const QByteArray piece(1 << 20, 'x');
        QVERIFY(reader.take("data: ").isEmpty());
        for (int megabyte = 0; megabyte < 6; ++megabyte)
            QVERIFY(reader.take(piece).isEmpty());
        QVERIFY(reader.isTooLong());
        QVERIFY(reader.take("\n\n").isEmpty());
        QVERIFY(reader.finish().isEmpty());
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_aievents.moc"
