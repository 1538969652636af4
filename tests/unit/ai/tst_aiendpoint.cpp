// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"
#include "ai/peer.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using Ai::Kind;

namespace {

Ai::Peer peerOf(const QByteArray &text)
{
    sockaddr_storage storage{};
    if (text.contains(':')) {
        auto &six = reinterpret_cast<sockaddr_in6 &>(storage);
        six.sin6_family = AF_INET6;
        if (::inet_pton(AF_INET6, text.constData(), &six.sin6_addr) != 1)
            qFatal("no address");
    } else {
        auto &four = reinterpret_cast<sockaddr_in &>(storage);
        four.sin_family = AF_INET;
        if (::inet_pton(AF_INET, text.constData(), &four.sin_addr) != 1)
            qFatal("no address");
    }
    return Ai::peerOf(reinterpret_cast<const sockaddr &>(storage));
}

} // namespace

/// Where a request goes, whatever way the address is written.
class EndpointTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWayToWriteItLeadsToTheSameAddress_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("request");
        const QString chat = u"http://127.0.0.1:8080/v1/chat/completions"_s;
        for (const QString &given :
             {u"http://127.0.0.1:8080"_s, u"http://127.0.0.1:8080/"_s, u"http://127.0.0.1:8080/v1"_s,
              u"http://127.0.0.1:8080/v1/"_s, chat, QString(chat + u'/')})
            QTest::addRow("chat %s", qPrintable(given))
                << u"openai"_s << given << u"m"_s << QString() << chat;
        QTest::newRow("a gateway's path") << u"openai"_s << u"https://openrouter.ai/api/v1"_s << u"m"_s
                                          << QString() << u"https://openrouter.ai/api/v1/chat/completions"_s;
        const QString ollama = u"http://localhost:11434/api/chat"_s;
        for (const QString &given : {u"http://localhost:11434"_s, ollama, u"http://localhost:11434/api"_s,
                                     u"http://localhost:11434/v1/"_s})
            QTest::addRow("ollama %s", qPrintable(given))
                << u"ollama"_s << given << u"m"_s << QString() << ollama;
        for (const QString &given :
             {u""_s, u"https://api.anthropic.com/"_s, u"https://api.anthropic.com/v1"_s,
              u"https://api.anthropic.com/v1/messages"_s})
            QTest::addRow("anthropic %s", qPrintable(given)) << u"anthropic"_s << given << u"m"_s << QString()
                                                             << u"https://api.anthropic.com/v1/messages"_s;
        QTest::newRow("responses") << u"openai-responses"_s << QString() << u"m"_s << QString()
                                   << u"https://api.openai.com/v1/responses"_s;
        const QString dated =
            u"https://r.openai.azure.com/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21"_s;
        QTest::newRow("Azure, dated")
            << u"azure"_s << u"https://r.openai.azure.com/"_s << u"gpt 4"_s << u"2024-10-21"_s << dated;
        QTest::newRow("Azure, whole") << u"azure"_s << dated << QString() << QString() << dated;
        QTest::newRow("Azure, v1") << u"azure"_s << u"https://r.openai.azure.com/openai/v1/"_s << u"gpt"_s
                                   << QString() << u"https://r.openai.azure.com/openai/v1/chat/completions"_s;
        QTest::newRow("Gemini") << u"gemini"_s << QString() << u"gemini-x"_s << QString()
                                << u"https://generativelanguage.googleapis.com/v1beta/models/"
                                   "gemini-x:streamGenerateContent?alt=sse"_s;
    }

    void everyWayToWriteItLeadsToTheSameAddress()
    {
        QFETCH(QString, kind);
        QFETCH(QString, given);
        QFETCH(QString, model);
        QFETCH(QString, version);
        QFETCH(QString, request);
        const auto endpoint = Ai::endpointOf(*Ai::kindOf(kind), given, model, version);
        QVERIFY(endpoint);
        QCOMPARE(QString::fromLatin1(Ai::dialectOf(endpoint->kind).address(*endpoint).toEncoded()), request);
    }

    void whatMustNotBeIsRefused_data()
    {
        QTest::addColumn<QString>("given");
        QTest::newRow("not encrypted") << u"http://models.example.org/v1"_s;
        QTest::newRow("a name that only begins so") << u"http://127.0.0.1.example.org/v1"_s;
        QTest::newRow("a name and password") << u"https://me:secret@models.example.org/v1"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("an option") << u"--proxy=x"_s;
        QTest::newRow("no host") << u"https:///v1"_s;
    }

    void whatMustNotBeIsRefused()
    {
        QFETCH(QString, given);
        const auto endpoint = Ai::endpointOf(Kind::OpenAi, given, u"m"_s);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().kind, ErrorKind::Invalid);
        QVERIFY(!endpoint.error().message.contains(u"secret"_s));
    }

    void azureHasNoAddressOfItsOwn() { QVERIFY(!Ai::endpointOf(Kind::Azure, {}, u"m"_s)); }

    void aKeyBelongsToSchemeHostAndPort()
    {
        const auto origin = [](const QString &address) {
            return Ai::endpointOf(Kind::OpenAi, address, {})->origin();
        };
        QCOMPARE(origin(u"https://Models.Example.org/v1"_s),
                 origin(u"https://models.example.org:443/other"_s));
        QVERIFY(origin(u"https://models.example.org:444"_s) != origin(u"https://models.example.org"_s));
    }

    void namesOfThisComputer()
    {
        for (const QString &host : {u"localhost"_s, u"LOCALHOST"_s, u"a.localhost"_s, u"127.0.0.1"_s,
                                    u"127.9.9.9"_s, u"::1"_s, u"[::1]"_s, u"::ffff:127.0.0.1"_s})
            QVERIFY2(Ai::isLoopbackName(host), qPrintable(host));
        for (const QString &host : {u"localhost.example.org"_s, u"127.0.0.1.nip.io"_s, u"128.0.0.1"_s,
                                    u"0.0.0.0"_s, u"::2"_s, u""_s, u"127.1"_s})
            QVERIFY2(!Ai::isLoopbackName(host), qPrintable(host));
    }

    void networksOfAddresses()
    {
        QCOMPARE(peerOf("127.0.0.1"), Ai::Peer::Loopback);
        QCOMPARE(peerOf("::ffff:127.0.0.1"), Ai::Peer::Loopback);
        QCOMPARE(peerOf("169.254.169.254"), Ai::Peer::LinkLocal);
        QCOMPARE(peerOf("::ffff:169.254.169.254"), Ai::Peer::LinkLocal);
        QCOMPARE(peerOf("fe80::1"), Ai::Peer::LinkLocal);
        QCOMPARE(peerOf("0.0.0.0"), Ai::Peer::None);
        QCOMPARE(peerOf("::"), Ai::Peer::None);
        QCOMPARE(peerOf("224.0.0.1"), Ai::Peer::None);
        QCOMPARE(peerOf("255.255.255.255"), Ai::Peer::None);
        QCOMPARE(peerOf("10.1.2.3"), Ai::Peer::Ordinary);
        QCOMPARE(peerOf("2001:db8::1"), Ai::Peer::Ordinary);
    }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_aiendpoint.moc"
