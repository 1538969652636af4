// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/answer.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject schema()
{
    const QJsonObject text{{u"type"_s, u"string"_s}, {u"maxLength"_s, 10}};
    const QJsonObject type{{u"type"_s, u"string"_s}, {u"enum"_s, QJsonArray{u"fix"_s, u"feat"_s}}};
    const QJsonObject scope{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}};
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{u"type"_s, type}, {u"scope"_s, scope}, {u"subject"_s, text}}},
            {u"required"_s, QJsonArray{u"type"_s, u"subject"_s}},
            {u"additionalProperties"_s, false}};
}

} // namespace

/// What a model says around its answer is not part of it.
class AnswerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheAnswerStays_data()
    {
        QTest::addColumn<QString>("text");
        const QString answer = u"fix: keep it\n\n    indented\n\n  - twice  spaced"_s;
        QTest::newRow("as it is") << answer;
        QTest::newRow("reasoning") << u"<think>\nfix: no\n</think>\n\n"_s + answer;
        QTest::newRow("reasoning without its beginning") << u"let me see\n</think>\n"_s + answer;
        QTest::newRow("another name") << u"<thinking>x</thinking>"_s + answer;
        QTest::newRow("a fence") << u"```text\n"_s + answer + u"\n```"_s;
        QTest::newRow("an open fence") << u"```\n"_s + answer;
        QTest::newRow("an introduction") << u"Here is your commit message:\n\n"_s + answer;
        QTest::newRow("an introduction and two fences")
            << u"Sure! Here is one:\n\n```\n"_s + answer + u"\n```\nor\n```\nfix: other\n```\n"_s;
        QTest::newRow("carriage returns") << QString(answer).replace(u"\n"_s, u"\r\n"_s) + u"\r\n\r\n"_s;
    }

    void onlyTheAnswerStays()
    {
        QFETCH(QString, text);
        QCOMPARE(Ai::plainAnswer(text), u"fix: keep it\n\n    indented\n\n  - twice  spaced"_s);
    }

    void reasoningAloneIsNoAnswer() { QCOMPARE(Ai::plainAnswer(u"<think>I wonder"_s), QString()); }

    void aHeaderWithAColonIsNoIntroduction()
    {
        QCOMPARE(Ai::plainAnswer(u"fix:\n\nbody"_s), u"fix:\n\nbody"_s);
    }

    void objectsAreFoundAndChecked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        const QString good = uR"({"type":"fix","scope":null,"subject":"x"})"_s;
        QTest::newRow("bare") << good << true;
        QTest::newRow("fenced") << u"```json\n"_s + good + u"\n```"_s << true;
        QTest::newRow("with words around") << u"The answer is "_s + good + u" as asked."_s << true;
        QTest::newRow("behind reasoning") << u"<think>{}</think>"_s + good << true;
        QTest::newRow("no object") << u"fix: x"_s << false;
        QTest::newRow("half an object") << good.chopped(4) << false;
        QTest::newRow("one key more") << uR"({"type":"fix","subject":"x","run":"rm"})"_s << false;
        QTest::newRow("one key less") << uR"({"type":"fix"})"_s << false;
        QTest::newRow("another type") << uR"({"type":"fix","subject":1})"_s << false;
        QTest::newRow("another word") << uR"({"type":"rm","subject":"x"})"_s << false;
        QTest::newRow("too long") << uR"({"type":"fix","subject":"01234567890"})"_s << false;
        QTest::newRow("two objects") << good + good << false;
    }

    void objectsAreFoundAndChecked()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        const auto object = Ai::objectIn(text, schema());
        QCOMPARE(object.has_value(), isGood);
        if (object)
            QCOMPARE(object->value(u"type"_s).toString(), u"fix"_s);
        else
            QVERIFY(!object.error().told.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AnswerTest)
#include "tst_aianswer.moc"
