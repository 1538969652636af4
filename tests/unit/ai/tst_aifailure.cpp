// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/failure.h"
#include "ai/retry.h"

#include <QTest>

using namespace std::chrono_literals;
using Ai::Failure;
using Ai::failureOf;
using Ai::Headers;
using Ai::pauseAfter;
using Ai::Trouble;

/// Every provider's way to say no, and what is done about it.
class FailureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFormIsUnderstood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<bool>("isPassing");
        QTest::newRow("OpenAI, limit")
            << 429
            << QByteArray(
                   R"({"error":{"message":"Slow down","type":"requests","code":"rate_limit_exceeded"}})")
            << Trouble::RateLimited << true;
        QTest::newRow("OpenAI, quota")
            << 429
            << QByteArray(
                   R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})")
            << Trouble::Quota << false;
        QTest::newRow("OpenAI, key")
            << 401 << QByteArray(R"({"error":{"message":"Incorrect API key","code":"invalid_api_key"}})")
            << Trouble::Unauthorised << false;
        QTest::newRow("OpenAI, context")
            << 400
            << QByteArray(
                   R"({"error":{"message":"maximum context length is 8192","code":"context_length_exceeded"}})")
            << Trouble::TooLong << false;
        QTest::newRow("Azure, filter")
            << 400
            << QByteArray(
                   R"({"error":{"code":"content_filter","message":"filtered","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}})")
            << Trouble::Filtered << false;
        QTest::newRow("Anthropic, overloaded")
            << 529
            << QByteArray(
                   R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"})")
            << Trouble::Overloaded << true;
        QTest::newRow("Anthropic, in a stream")
            << 200
            << QByteArray(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})")
            << Trouble::Overloaded << true;
        QTest::newRow("Anthropic, billing")
            << 402 << QByteArray(R"({"type":"error","error":{"type":"billing_error","message":"no credit"}})")
            << Trouble::Quota << false;
        QTest::newRow("Gemini, in a list")
            << 429
            << QByteArray(
                   R"([{"error":{"code":429,"message":"Resource exhausted","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}}])")
            << Trouble::RateLimited << true;
        QTest::newRow("Ollama, model")
            << 404 << QByteArray(R"({"error":"model 'x' not found"})") << Trouble::NotFound << false;
        QTest::newRow("Ollama, context")
            << 400 << QByteArray(R"({"error":"the input exceeds the context length"})") << Trouble::TooLong
            << false;
        QTest::newRow("llama.cpp, loading")
            << 503
            << QByteArray(R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})")
            << Trouble::Overloaded << true;
        QTest::newRow("llama.cpp, context")
            << 400
            << QByteArray(
                   R"({"error":{"code":400,"message":"request (9000 tokens) exceeds","type":"exceed_context_size_error","n_ctx":4096}})")
            << Trouble::TooLong << false;
        QTest::newRow("OpenRouter, with status 200")
            << 200 << QByteArray(R"({"error":{"code":502,"message":"upstream"}})") << Trouble::Overloaded
            << true;
        QTest::newRow("OpenRouter, credits")
            << 200 << QByteArray(R"({"error":{"code":402,"message":"credits"}})") << Trouble::Quota << false;
        QTest::newRow("a page") << 502 << QByteArray("<html>Bad gateway</html>") << Trouble::Overloaded
                                << true;
        QTest::newRow("nothing at all") << 500 << QByteArray() << Trouble::Overloaded << true;
        QTest::newRow("conflict") << 409 << QByteArray("{}") << Trouble::Overloaded << true;
        QTest::newRow("too late") << 408 << QByteArray("{}") << Trouble::Timeout << true;
        QTest::newRow("elsewhere") << 307 << QByteArray() << Trouble::Untrusted << false;
        QTest::newRow("wrong") << 422 << QByteArray(R"({"detail":"field required"})") << Trouble::Invalid
                               << false;
    }

    void eachFormIsUnderstood()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Trouble, trouble);
        QFETCH(bool, isPassing);
        const Failure failure = failureOf(status, {}, body);
        QCOMPARE(failure.trouble, trouble);
        QCOMPARE(failure.isPassing(), isPassing);
        QVERIFY(!failure.toError().message.isEmpty());
        QCOMPARE(pauseAfter(1, failure, 0).has_value(), isPassing);
        QVERIFY(!pauseAfter(3, failure, 0));
    }

    void whatIsNotSupportedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("parameter");
        QTest::newRow("by code")
            << QByteArray(
                   R"({"error":{"message":"Unsupported parameter: 'max_tokens'","code":"unsupported_parameter","param":"max_tokens"}})")
            << QStringLiteral("max_tokens");
        QTest::newRow("a value")
            << QByteArray(
                   R"({"error":{"message":"does not support 0.2","code":"unsupported_value","param":"temperature"}})")
            << QStringLiteral("temperature");
        QTest::newRow("by words")
            << QByteArray(
                   R"({"error":{"message":"This model does not support response_format json_schema"}})")
            << QStringLiteral("response_format");
        QTest::newRow("old server") << QByteArray(
                                           R"({"detail":"stream_options: extra fields are not supported"})")
                                    << QStringLiteral("stream_options");
    }

    void whatIsNotSupportedIsNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, parameter);
        const Failure failure = failureOf(400, {}, body);
        QCOMPARE(failure.trouble, Trouble::Unsupported);
        QCOMPARE(failure.parameter, parameter);
    }

    void theProvidersWaitIsKept()
    {
        const auto wait = [](const Headers &headers) {
            return pauseAfter(1, failureOf(429, headers, "{}"), 0);
        };
        QCOMPARE(wait({{"Retry-After", "7"}}), 7000ms);
        QCOMPARE(wait({{"retry-after", "1.5"}}), 1500ms);
        QCOMPARE(wait({{"retry-after-ms", "250"}, {"retry-after", "9"}}), 250ms);
        QCOMPARE(wait({{"retry-after", "7999"}}), std::nullopt);
        QCOMPARE(wait({{"retry-after", "-1"}}), 500ms);
        QCOMPARE(wait({{"retry-after", "0"}}), 500ms);
        QCOMPARE(wait({{"x-should-retry", "false"}}), std::nullopt);
        const QByteArray soon =
            QDateTime::currentDateTimeUtc().addSecs(20).toString(Qt::RFC2822Date).toLatin1();
        const auto dated = wait({{"retry-after", soon}});
        QVERIFY(dated && *dated > 15s && *dated <= 20s);
        QVERIFY(
            failureOf(429, {{"retry-after", "7999"}}, "{}").toError().hint.contains(QStringLiteral("wait")));
    }

    void pausesGrowAndDiffer()
    {
        const Failure failure = failureOf(500, {}, {});
        QCOMPARE(pauseAfter(1, failure, 0), 500ms);
        QCOMPARE(pauseAfter(2, failure, 0), 1000ms);
        QCOMPARE(pauseAfter(1, failure, 1), 375ms);
    }

    void strangersWordsAreTamed()
    {
        const QByteArray body =
            "{\"error\":{\"message\":\"<b>no</b> \\u202e \\u001b[31m Bearer sk-abcdefghijklmnop0123456789 " +
            QByteArray(2000, 'x') + "\"}}";
        const Failure failure = failureOf(400, {{"x-request-id", "req_9"}}, body);
        QVERIFY(failure.told.size() <= 520);
        QVERIFY(!failure.told.contains(QChar(0x202e)) && !failure.told.contains(QChar(0x1b)));
        QVERIFY(!failure.told.contains(QStringLiteral("sk-abcdefghijklmnop0123456789")));
        QVERIFY(failure.toError().detail.contains(QStringLiteral("req_9")));
    }
};

QTEST_GUILESS_MAIN(FailureTest)
#include "tst_aifailure.moc"
