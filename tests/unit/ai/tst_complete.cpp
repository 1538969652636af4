// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/complete.h"
#include "ai/http.h"

#include "support/scriptedserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Ai::Ending;
using Ai::Kind;
using Ai::Trouble;

namespace {

const QByteArray kAnswer = "data: {\"choices\":[{\"delta\":{\"content\":\"fix: "
                           "it\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

QByteArray chunk(const QByteArray &text)
{
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

Script refusal(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return ScriptedServer::answer(status, body, "application/json", headers);
}

} // namespace

/// Asking a server that behaves, and servers that do not.
class CompleteTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_state;
    Ai::QuirkMemory m_memory;
    QStringList m_streamed;

    Ai::Asking asking(const ScriptedServer &server, Kind kind = Kind::OpenAi) const
    {
        return {
            .endpoint = *Ai::endpointOf(kind, server.address(), u"m"_s),
            .key = "CANARY-KEY",
            .prompt = {.system = u"be brief"_s, .user = u"a change"_s, .schema = {{u"type"_s, u"object"_s}}},
            .patience = {.connect = 2s, .idle = 1s, .total = 5s}};
    }

    std::expected<Ai::Completion, Ai::Failure> ask(const Ai::Asking &asking, const CancelToken &cancel = {})
    {
        m_streamed.clear();
        return Ai::complete(
            asking, m_memory, Ai::RateLimit(m_state.path(), 0),
            [this](const QString &text) { m_streamed += text; }, cancel);
    }

    std::optional<Trouble> troubleWith(const QList<Script> &scripts, int expectedRequests = 1)
    {
        ScriptedServer server(scripts);
        const auto answer = ask(asking(server));
        if (server.requests().size() != expectedRequests)
            qWarning() << server.requests().size() << "requests";
        if (answer || server.requests().size() != expectedRequests)
            return {};
        if (answer.error().toError().message.isEmpty() && answer.error().trouble != Trouble::Cancelled)
            return {};
        return answer.error().trouble;
    }

private Q_SLOTS:
    void init() { m_memory.learn(*Ai::endpointOf(Kind::OpenAi, {}, {}), {}); }

    void anAnswerStreams()
    {
        ScriptedServer plain({ScriptedServer::stream({chunk("a"), chunk("b"), kAnswer})});
        const auto answer = ask(asking(plain));
        QVERIFY(answer);
        QCOMPARE(answer->text, u"abfix: it"_s);
        QCOMPARE(answer->ending, Ending::Complete);
        QVERIFY(m_streamed.contains(u"ab"_s) || m_streamed.contains(u"a"_s));
        QCOMPARE(m_streamed.last(), u"abfix: it"_s);
        const QByteArray request = plain.requests().first();
        QVERIFY(request.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
        QVERIFY(request.contains("Authorization: Bearer CANARY-KEY\r\n"));
        QVERIFY(plain.body(0).contains("a change"));
    }

    void charactersMayBeCutAnywhere()
    {
        const QByteArray text = chunk("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x99\x82") + kAnswer;
        QList<QByteArray> bytes;
        for (qsizetype at = 0; at < text.size(); ++at)
            bytes += text.sliced(at, 1);
        ScriptedServer server({ScriptedServer::stream(bytes)});
        const auto answer = ask(asking(server));
        QVERIFY(answer);
        QCOMPARE(answer->text, u"ä€🙂fix: it"_s);
    }

    void aServerThatDoesNotStreamIsReadToo()
    {
        ScriptedServer server({ScriptedServer::answer(
            200, R"({"choices":[{"message":{"content":"fix: it"},"finish_reason":"stop"}]})")});
        const auto answer = ask(asking(server));
        QVERIFY(answer);
        QCOMPARE(answer->text, u"fix: it"_s);
    }

    void whatPassesIsTriedAgain()
    {
        ScriptedServer server(
            {refusal(429, R"({"error":{"code":"rate_limit_exceeded"}})", "retry-after-ms: 20\r\n"),
             refusal(503, "{}"), ScriptedServer::stream({kAnswer})});
        QVERIFY(ask(asking(server)));
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(troubleWith({refusal(500, "{}", "retry-after-ms: 10\r\n")}, 3), Trouble::Overloaded);
    }

    void whatDoesNotPassIsNot()
    {
        QCOMPARE(troubleWith({refusal(429, R"({"error":{"code":"insufficient_quota"}})")}), Trouble::Quota);
        QCOMPARE(troubleWith({refusal(401, "{}")}), Trouble::Unauthorised);
        QCOMPARE(troubleWith({refusal(429, "{}", "Retry-After: 7999\r\n")}), Trouble::RateLimited);
        QCOMPARE(troubleWith({refusal(400, R"({"error":{"code":"content_filter"}})")}), Trouble::Filtered);
        QCOMPARE(troubleWith({refusal(500, "{}", "x-should-retry: false\r\n")}), Trouble::Overloaded);
    }

    void whatIsNotUnderstoodIsLeftOutAndRemembered()
    {
        ScriptedServer server(
            {refusal(
                 400,
                 R"({"error":{"code":"unsupported_parameter","param":"max_completion_tokens","message":"x"}})"),
             refusal(400, R"({"error":{"message":"response_format is not supported"}})"),
             ScriptedServer::stream({kAnswer})});
        const Ai::Asking request = asking(server);
        QVERIFY(ask(request));
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(server.body(0).contains("max_completion_tokens") &&
                server.body(0).contains("response_format"));
        QVERIFY(server.body(2).contains("\"max_tokens\"") && !server.body(2).contains("response_format"));
        QVERIFY(ask(request));
        QCOMPARE(server.requests().size(), 4);
        QVERIFY(server.body(3).contains("\"max_tokens\"") && !server.body(3).contains("response_format"));
        QCOMPARE(troubleWith({refusal(400, R"({"error":{"code":"unsupported_parameter","param":"model"}})")}),
                 Trouble::Unsupported);
    }

    void anErrorInTheStreamIsOne()
    {
        const QByteArray overloaded = "data: {\"error\":{\"message\":\"Overloaded\",\"code\":503}}\n\n";
        QCOMPARE(troubleWith({ScriptedServer::stream({overloaded})}, 3), Trouble::Overloaded);
        QCOMPARE(troubleWith({ScriptedServer::stream({chunk("fix"), overloaded})}), Trouble::Overloaded);
        QCOMPARE(troubleWith({ScriptedServer::stream({"data: {\"choi\n\n"})}), Trouble::Malformed);
    }

    void halfAnAnswerIsSaidToBeHalf()
    {
        ScriptedServer server({ScriptedServer::stream({chunk("fix: ha")})});
        const auto answer = ask(asking(server));
        QVERIFY(answer);
        QCOMPARE(answer->ending, Ending::BrokenOff);
        QCOMPARE(troubleWith(
                     {{{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 900\r\n\r\n" +
                        chunk("x")}}}),
                 Trouble::BrokenOff);
    }

    void nothingIsNoAnswer()
    {
        QCOMPARE(troubleWith({ScriptedServer::stream({"data: {\"choices\":[{\"delta\":{\"content\":\" "
                                                      "\\n\"},\"finish_reason\":\"stop\"}]}\n\n"})}),
                 Trouble::Empty);
        QCOMPARE(troubleWith({ScriptedServer::answer(200, "<html>hello</html>", "text/html")}),
                 Trouble::Malformed);
        QCOMPARE(troubleWith({ScriptedServer::answer(200, "")}), Trouble::Malformed);
    }

    void redirectsAreNotFollowed()
    {
        ScriptedServer other({ScriptedServer::stream({kAnswer})});
        for (const int status : {301, 302, 307, 308})
            QCOMPARE(troubleWith({refusal(status, {},
                                          "Location: " + other.address(u"/v1/chat/completions"_s).toLatin1() +
                                              "\r\n")}),
                     Trouble::Untrusted);
        QCOMPARE(other.requests().size(), 0);
    }

    void silenceEnds()
    {
        ScriptedServer server(
            {{{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"}, {kAnswer, 20s}}});
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(asking(server));
        QVERIFY(!answer);
        QCOMPARE(answer.error().trouble, Trouble::Timeout);
        QVERIFY(timer.elapsed() < 4000);
    }

    void drippingEndsToo()
    {
        Script script{{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"}};
        for (int drop = 0; drop < 100; ++drop)
            script += {":\n", 100ms};
        ScriptedServer server({script});
        Ai::Asking request = asking(server);
        request.patience.total = 700ms;
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().trouble, Trouble::Timeout);
        QVERIFY(timer.elapsed() < 3000);
    }

    void cancellingIsQuick()
    {
        ScriptedServer server(
            {{{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + chunk("x")}, {kAnswer, 20s}}});
        CancelSource source;
        std::jthread canceller([&source, &server] {
            while (server.requests().isEmpty())
                std::this_thread::sleep_for(5ms);
            std::this_thread::sleep_for(100ms);
            source.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        Ai::Asking request = asking(server);
        request.patience.idle = 20s;
        const auto answer = ask(request, source.token());
        QVERIFY(!answer);
        QCOMPARE(answer.error().trouble, Trouble::Cancelled);
        QVERIFY(timer.elapsed() < 2000);
    }

    void hugeAnswersAreGivenUp()
    {
        Script script = ScriptedServer::stream({});
        const QByteArray megabyte = "data: {\"choices\":[]," + QByteArray(1 << 20, ' ') + "\"x\":1}\n\n";
        for (int at = 0; at < 40; ++at)
            script += {megabyte};
        QCOMPARE(troubleWith({script}), Trouble::Malformed);
        QByteArray headers;
        for (int at = 0; at < 20'000; ++at)
            headers += "X-Header: value\r\n";
        QVERIFY(troubleWith({refusal(200, "{}", headers)}).has_value());
    }

    void nobodyThereIsUnreachable()
    {
        Ai::Asking request;
        {
            const ScriptedServer gone({});
            request = asking(gone);
        }
        const auto answer = ask(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().trouble, Trouble::Unreachable);
    }

    void ollamaThatForgotIsNoAnswer()
    {
        const QByteArray line =
            R"({"message":{"content":"fix: it"},"done":true,"done_reason":"stop","prompt_eval_count":50,"eval_count":4})";
        ScriptedServer server({ScriptedServer::stream({line + '\n'}, "application/x-ndjson")});
        Ai::Asking request = asking(server, Kind::Ollama);
        QVERIFY(ask(request));
        request.prompt.user = QString(4000, u'x');
        const auto answer = ask(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().trouble, Trouble::TooLong);
    }

    void theKeyIsInNoError()
    {
        for (const int status : {400, 401, 403, 404, 500}) {
            ScriptedServer server({refusal(
                status,
                R"({"error":{"message":"Incorrect API key provided: CANARY-KEY. Authorization: Bearer CANARY-KEY"}})",
                "retry-after: 7999\r\n")});
            const auto answer = ask(asking(server));
            QVERIFY(!answer);
            const Error error = answer.error().toError();
            QVERIFY2(!QString(error.message + error.detail + error.hint).contains(u"CANARY-KEY"_s),
                     qPrintable(error.detail));
        }
    }

    void turnsAreTaken()
    {
        ScriptedServer server({ScriptedServer::stream({kAnswer})});
        const Ai::RateLimit limit(m_state.filePath(u"turns"_s), 1);
        const Ai::Asking request = asking(server);
        QVERIFY(Ai::complete(request, m_memory, limit, {}, {}));
        const auto second = Ai::complete(request, m_memory, limit, {}, {});
        QVERIFY(!second);
        QCOMPARE(second.error().trouble, Trouble::RateLimited);
        QVERIFY(second.error().retryAfter.has_value());
        QCOMPARE(server.requests().size(), 1);
    }

    void modelsAreListed()
    {
        ScriptedServer server({ScriptedServer::answer(200, R"({"data":[{"id":"a"},{"id":"b"}]})")});
        const auto models =
            Ai::listModels(asking(server).endpoint, "KEY", {.connect = 2s, .idle = 1s, .total = 2s}, {});
        QVERIFY(models);
        QCOMPARE(*models, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(server.requests().first().startsWith("GET /v1/models HTTP/1.1\r\n"));
    }
};

QTEST_GUILESS_MAIN(CompleteTest)
#include "tst_complete.moc"
