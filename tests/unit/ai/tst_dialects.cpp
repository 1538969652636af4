// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/dialect.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Ai::Dialect;
using Ai::Ending;
using Ai::Kind;
using Ai::Prompt;
using Ai::Quirks;
using Ai::Reading;
using Ai::Trouble;

namespace {

const QList<Kind> kKinds = {Kind::OpenAi,    Kind::OpenAiResponses, Kind::Azure,
                            Kind::Anthropic, Kind::Ollama,          Kind::Gemini};

Prompt prompt()
{
    return {.system = u"SYSTEM"_s,
            .user = u"USER"_s,
            .mostTokens = 77,
            .temperature = 0.5,
            .schema = {{u"type"_s, u"object"_s}, {u"title"_s, u"SCHEMA"_s}},
            .schemaName = u"commit"_s};
}

QByteArray bodyOf(Kind kind, const Quirks &quirks = {})
{
    const auto endpoint =
        Ai::endpointOf(kind, kind == Kind::Azure ? u"https://r.openai.azure.com"_s : QString(), u"m"_s);
    return QJsonDocument(Ai::dialectOf(kind).request(*endpoint, prompt(), quirks))
        .toJson(QJsonDocument::Compact);
}

Reading readAll(Kind kind, const QList<std::pair<QByteArray, QByteArray>> &events)
{
    Reading reading;
    for (const auto &[name, data] : events)
        Ai::dialectOf(kind).read(name, QJsonDocument::fromJson(data).object(), reading);
    return reading;
}

Reading readWhole(Kind kind, const QByteArray &answer)
{
    Reading reading;
    Ai::dialectOf(kind).readWhole(QJsonDocument::fromJson(answer).object(), reading);
    return reading;
}

} // namespace

/// Each provider's requests and answers, as its own documentation writes them.
class DialectsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestHoldsWhatWasAsked()
    {
        for (const Kind kind : kKinds) {
            const QByteArray body = bodyOf(kind);
            for (const char *part : {"SYSTEM", "USER", "77", "0.5", "SCHEMA"})
                QVERIFY2(body.contains(part),
                         qPrintable(Ai::nameOf(kind) + u": "_s + QString::fromUtf8(body)));
        }
    }

    void whatIsNotUnderstoodIsLeftOut()
    {
        const Quirks quirks{.hasOldTokenLimit = true,
                            .takesNoTemperature = true,
                            .takesNoSchema = true,
                            .takesNoStreamOptions = true};
        for (const Kind kind : kKinds) {
            const QByteArray body = bodyOf(kind, quirks);
            QVERIFY2(!body.contains("0.5") && !body.contains("SCHEMA") && body.contains("USER"),
                     body.constData());
        }
        QVERIFY(bodyOf(Kind::OpenAi, quirks).contains("\"max_tokens\":77"));
        QVERIFY(!bodyOf(Kind::OpenAi, quirks).contains("stream_options"));
        QVERIFY(bodyOf(Kind::OpenAi).contains("\"max_completion_tokens\":77"));
    }

    void nothingIsKeptOrShortenedByTheProvider()
    {
        QVERIFY(bodyOf(Kind::OpenAiResponses).contains("\"store\":false"));
        QVERIFY(bodyOf(Kind::OpenAiResponses).contains("\"truncation\":\"disabled\""));
        QVERIFY(bodyOf(Kind::Ollama).contains("\"truncate\":false"));
        QVERIFY(bodyOf(Kind::Ollama).contains("\"shift\":false"));
        QVERIFY(bodyOf(Kind::Ollama).contains("\"num_ctx\""));
    }

    void keysTravelInTheirHeaders()
    {
        const auto names = [](Kind kind, const QByteArray &key) {
            QByteArrayList list;
            for (const auto &[name, value] : Ai::dialectOf(kind).keyHeaders(key)) {
                if (value.contains("KEY"))
                    list += name;
            }
            return list.join(',');
        };
        QCOMPARE(names(Kind::OpenAi, "KEY"), "Authorization");
        QCOMPARE(names(Kind::OpenAiResponses, "KEY"), "Authorization");
        QCOMPARE(names(Kind::Azure, "KEY"), "api-key");
        QCOMPARE(names(Kind::Anthropic, "KEY"), "x-api-key");
        QCOMPARE(names(Kind::Ollama, "KEY"), "Authorization");
        QCOMPARE(names(Kind::Gemini, "KEY"), "x-goog-api-key");
        for (const Kind kind : kKinds)
            QCOMPARE(names(kind, {}), QByteArray());
    }

    void chatStreams()
    {
        const Reading reading = readAll(
            Kind::Azure,
            {{{}, R"({"choices":[],"prompt_filter_results":[{}]})"},
             {{},
              R"({"model":"gpt-x","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null})"},
             {{}, R"({"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]})"},
             {{}, R"({"choices":[{"index":0,"delta":{"content":"fix: "},"content_filter_results":{}}]})"},
             {{},
              R"({"choices":[{"index":0,"delta":{"content":"it"},"finish_reason":"stop"}],"obfuscation":"x"})"},
             {{},
              R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13,"prompt_tokens_details":{"cached_tokens":3},"completion_tokens_details":{"reasoning_tokens":2}}})"}});
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.model, u"gpt-x"_s);
        QCOMPARE(reading.completion.ending, Ending::Complete);
        QCOMPARE(reading.completion.usage, (Ai::Usage{.input = 9, .output = 4, .cached = 3, .reasoning = 2}));
    }

    void responsesStream()
    {
        const Reading reading = readAll(
            Kind::OpenAiResponses,
            {{"response.created", R"({"type":"response.created","response":{"status":"in_progress"}})"},
             {"response.reasoning_summary_text.delta",
              R"({"type":"response.reasoning_summary_text.delta","delta":"hm"})"},
             {"response.output_text.delta", R"({"type":"response.output_text.delta","delta":"fix: "})"},
             {{}, R"({"type":"response.output_text.delta","delta":"it"})"},
             {{}, R"({"type":"response.output_text.done","text":"fix: it"})"},
             {{},
              R"({"type":"response.completed","response":{"model":"gpt-x","status":"completed","error":null,"usage":{"input_tokens":9,"output_tokens":4,"output_tokens_details":{"reasoning_tokens":2}}}})"}});
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.ending, Ending::Complete);
        QCOMPARE(reading.completion.usage, (Ai::Usage{.input = 9, .output = 4, .reasoning = 2}));
    }

    void anthropicStreams()
    {
        const Reading reading = readAll(
            Kind::Anthropic,
            {{"message_start",
              R"({"type":"message_start","message":{"model":"m-1","usage":{"input_tokens":5,"cache_read_input_tokens":3,"cache_creation_input_tokens":1,"output_tokens":1}}})"},
             {"ping", R"({"type":"ping"})"},
             {"content_block_delta",
              R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})"},
             {"content_block_delta",
              R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"fix: it"}})"},
             {"something_new", R"({"type":"something_new"})"},
             {"message_delta",
              R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":6}})"},
             {"message_stop", R"({"type":"message_stop"})"}});
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.ending, Ending::Complete);
        QCOMPARE(reading.completion.usage, (Ai::Usage{.input = 9, .output = 6, .cached = 3}));
    }

    void ollamaStreams()
    {
        const Reading reading = readAll(
            Kind::Ollama,
            {{{},
              R"({"model":"q","message":{"role":"assistant","content":"","thinking":"hm"},"done":false})"},
             {{}, R"({"model":"q","message":{"role":"assistant","content":"fix: "},"done":false})"},
             {{}, R"({"model":"q","message":{"role":"assistant","content":"it"},"done":false})"},
             {{},
              R"({"model":"q","message":{"content":""},"done":true,"done_reason":"length","prompt_eval_count":9,"eval_count":4})"}});
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.ending, Ending::Length);
        QCOMPARE(reading.completion.usage, (Ai::Usage{.input = 9, .output = 4}));
    }

    void geminiStreams()
    {
        const Reading reading = readAll(
            Kind::Gemini,
            {{{}, R"({"candidates":[{"content":{"parts":[{"text":"hm","thought":true}],"role":"model"}}]})"},
             {{}, R"({"candidates":[{"content":{"parts":[{"text":"fix: "}]}}],"modelVersion":"g-1"})"},
             {{},
              R"({"candidates":[{"content":{"parts":[{"text":"it"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":4,"thoughtsTokenCount":2}})"}});
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.ending, Ending::Complete);
        QCOMPARE(reading.completion.usage, (Ai::Usage{.input = 9, .output = 4, .reasoning = 2}));
    }

    void wholeAnswersSayTheSame_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("chat")
            << Kind::OpenAi
            << QByteArray(
                   R"({"model":"m","choices":[{"message":{"content":"fix: it"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":4}})");
        QTest::newRow("responses")
            << Kind::OpenAiResponses
            << QByteArray(
                   R"({"model":"m","status":"completed","output":[{"type":"reasoning","content":[]},{"type":"message","content":[{"type":"output_text","text":"fix: it"}]}],"usage":{"input_tokens":9,"output_tokens":4}})");
        QTest::newRow("Anthropic")
            << Kind::Anthropic
            << QByteArray(
                   R"({"model":"m","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"fix: it"}],"stop_reason":"end_turn","usage":{"input_tokens":9,"output_tokens":4}})");
        QTest::newRow("Gemini")
            << Kind::Gemini
            << QByteArray(
                   R"({"modelVersion":"m","candidates":[{"content":{"parts":[{"text":"fix: it"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":4}})");
    }

    void wholeAnswersSayTheSame()
    {
        QFETCH(Kind, kind);
        QFETCH(QByteArray, answer);
        const Reading reading = readWhole(kind, answer);
        QVERIFY(!reading.failure);
        QCOMPARE(reading.completion.text, u"fix: it"_s);
        QCOMPARE(reading.completion.model, u"m"_s);
        QCOMPARE(reading.completion.ending, Ending::Complete);
        QCOMPARE(reading.completion.usage.input, 9);
        QCOMPARE(reading.completion.usage.output, 4);
    }

    void refusalsAreNoText_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<Trouble>("trouble");
        QTest::newRow("chat") << Kind::OpenAi
                              << QByteArray(R"({"choices":[{"delta":{"refusal":"I cannot"}}]})")
                              << Trouble::Refused;
        QTest::newRow("chat, filter")
            << Kind::Azure << QByteArray(R"({"choices":[{"delta":{},"finish_reason":"content_filter"}]})")
            << Trouble::Filtered;
        QTest::newRow("chat, error") << Kind::OpenAi << QByteArray(R"({"error":{"message":"x","code":502}})")
                                     << Trouble::Overloaded;
        QTest::newRow("responses") << Kind::OpenAiResponses
                                   << QByteArray(R"({"type":"response.refusal.done","refusal":"no"})")
                                   << Trouble::Refused;
        QTest::newRow("responses, failed")
            << Kind::OpenAiResponses
            << QByteArray(
                   R"({"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"x"}}})")
            << Trouble::Overloaded;
        QTest::newRow("responses, error")
            << Kind::OpenAiResponses
            << QByteArray(R"({"type":"error","code":"rate_limit_exceeded","message":"x"})")
            << Trouble::RateLimited;
        QTest::newRow("Anthropic") << Kind::Anthropic
                                   << QByteArray(
                                          R"({"type":"message_delta","delta":{"stop_reason":"refusal"}})")
                                   << Trouble::Refused;
        QTest::newRow("Anthropic, window")
            << Kind::Anthropic
            << QByteArray(
                   R"({"type":"message_delta","delta":{"stop_reason":"model_context_window_exceeded"}})")
            << Trouble::TooLong;
        QTest::newRow("Anthropic, error")
            << Kind::Anthropic
            << QByteArray(R"({"type":"error","error":{"type":"overloaded_error","message":"x"}})")
            << Trouble::Overloaded;
        QTest::newRow("Ollama") << Kind::Ollama << QByteArray(R"({"error":"model runner has stopped"})")
                                << Trouble::Overloaded;
        QTest::newRow("Gemini, prompt")
            << Kind::Gemini << QByteArray(R"({"promptFeedback":{"blockReason":"SAFETY"}})")
            << Trouble::Filtered;
        QTest::newRow("Gemini, answer")
            << Kind::Gemini << QByteArray(R"({"candidates":[{"finishReason":"RECITATION"}]})")
            << Trouble::Filtered;
    }

    void refusalsAreNoText()
    {
        QFETCH(Kind, kind);
        QFETCH(QByteArray, event);
        QFETCH(Trouble, trouble);
        const Reading reading = readAll(kind, {{{}, event}});
        QVERIFY(reading.failure);
        QCOMPARE(reading.failure->trouble, trouble);
        QCOMPARE(reading.completion.text, QString());
    }

    void aStreamThatJustEndsIsBrokenOff()
    {
        for (const Kind kind : kKinds)
            QCOMPARE(readAll(kind, {{{}, "{}"}}).completion.ending, Ending::BrokenOff);
    }

    void modelsAreListed()
    {
        const auto listed = [](Kind kind, const QByteArray &answer) {
            return Ai::dialectOf(kind).models(QJsonDocument::fromJson(answer).object()).join(u',');
        };
        QCOMPARE(listed(Kind::OpenAi, R"({"data":[{"id":"a"},{"id":"b"}]})"), u"a,b"_s);
        QCOMPARE(listed(Kind::Anthropic, R"({"data":[{"id":"a"}]})"), u"a"_s);
        QCOMPARE(listed(Kind::Ollama, R"({"models":[{"name":"a:1b"}]})"), u"a:1b"_s);
        QCOMPARE(listed(Kind::Gemini, R"({"models":[{"name":"models/a"}]})"), u"a"_s);
        QCOMPARE(listed(Kind::OpenAi, R"({"data":"x"})"), QString());
    }
};

QTEST_GUILESS_MAIN(DialectsTest)
#include "tst_dialects.moc"
