// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/value.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using Yaml::Kind;
using Yaml::Value;

class YamlTest final : public QObject
{
    Q_OBJECT

private:
    static Value read(const QByteArray &text, const QString &name = u"a.yaml"_s)
    {
        const auto documents = Yaml::parse(text, name);
        if (!documents || documents->isEmpty()) {
            qWarning("%s", qPrintable(documents ? u"empty"_s : documents.error().message));
            return {};
        }
        return documents->first().root;
    }

private Q_SLOTS:
    void kindsFollowTheCoreSchema_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *text, Kind kind) {
            QTest::addRow("%s", text) << QByteArray(text) << kind;
        };
        row("~", Kind::Null);
        row("null", Kind::Null);
        row("", Kind::Null);
        row("True", Kind::Bool);
        row("no", Kind::String);
        row("on", Kind::String);
        row("12", Kind::Integer);
        row("-3", Kind::Integer);
        row("0400", Kind::Integer);
        row("0o400", Kind::Integer);
        row("0x1F", Kind::Integer);
        row("0x", Kind::String);
        row("1_000", Kind::String);
        row("12:30:00", Kind::String);
        row("1e3", Kind::Float);
        row("1.", Kind::Float);
        row(".5", Kind::Float);
        row(".", Kind::String);
        row("-.inf", Kind::Float);
        row("+.nan", Kind::String);
        row("1.0.0", Kind::String);
        row("v1", Kind::String);
        row("'12'", Kind::String);
        row("\"true\"", Kind::String);
        row("!!str 12", Kind::String);
        row("!custom 12", Kind::String);
        row("!!int 12", Kind::Integer);
    }

    void kindsFollowTheCoreSchema()
    {
        QFETCH(QByteArray, text);
        QFETCH(Kind, kind);
        const Value root = read("key: " + text + "\n");
        QCOMPARE(root.entries.size(), 1);
        QCOMPARE(root.find("key")->kind, kind);
        QCOMPARE(root.find("key")->isQuoted, text.startsWith('\'') || text.startsWith('"'));
    }

    void textStaysAsWritten()
    {
        const Value root = read("mode: 0400\nversion: 1.10\nbig: 1e400\ntext: 'it''s'\nescaped: \"a\\tb\"\n");
        QCOMPARE(root.textAt({"mode"}), "0400"_ba);
        QCOMPARE(root.textAt({"version"}), "1.10"_ba);
        QCOMPARE(root.textAt({"big"}), "1e400"_ba);
        QCOMPARE(root.textAt({"text"}), "it's"_ba);
        QCOMPARE(root.textAt({"escaped"}), "a\tb"_ba);
    }

    void spansCutExactlyTheScalar_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addRow("plain") << "a: 1\nkey: v1.2.3 # note\n"_ba << "v1.2.3"_ba << 2 << 6;
        QTest::addRow("double quoted") << "key: \"v1\"\n"_ba << "\"v1\""_ba << 1 << 6;
        QTest::addRow("single quoted") << "key:   'v1'  \n"_ba << "'v1'"_ba << 1 << 8;
        QTest::addRow("empty quotes") << "key: ''\nb: 1\n"_ba << "''"_ba << 1 << 6;
        QTest::addRow("escapes") << "key: \"a\\tb\\\"\"\n"_ba << "\"a\\tb\\\"\""_ba << 1 << 6;
        QTest::addRow("flow") << "{a: [1, 2], key: v1}"_ba << "v1"_ba << 1 << 18;
        QTest::addRow("byte order mark") << "\xef\xbb\xbfkey: v1\n"_ba << "v1"_ba << 1 << 6;
        QTest::addRow("carriage returns") << "a: 1\r\nkey: v1\r\nb: 2\r\n"_ba << "v1"_ba << 2 << 6;
        QTest::addRow("after other letters") << "ä: \u00fc\nkey: v1\n"_ba << "v1"_ba << 2 << 6;
        QTest::addRow("anchored") << "key: &x v1\n"_ba << "v1"_ba << 1 << 9;
    }

    void spansCutExactlyTheScalar()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QFETCH(int, line);
        QFETCH(int, column);
        const Value root = read(text);
        const Value *value = root.find("key");
        QVERIFY(value);
        QCOMPARE(text.sliced(value->start, value->end - value->start), expected);
        QCOMPARE(value->line, line);
        QCOMPARE(value->column, column);
    }

    void documentsKnowTheirLines()
    {
        const auto documents =
            Yaml::parse("# top\na: 1\n---\n\n# only a remark\n---\nb:\n  c: 2\n", u"x.yaml"_s);
        QVERIFY(documents);
        QCOMPARE(documents->size(), 2);
        QCOMPARE(documents->at(0).root.find("a")->line, 2);
        QCOMPARE(documents->at(1).line, 6);
        QCOMPARE(documents->at(1).root.at({"b", "c"})->line, 8);
        QCOMPARE(documents->at(1).root.entries.first().line, 7);
    }

    void emptyFilesHaveNoDocuments()
    {
        for (const QByteArray &text : {""_ba, "\n\n"_ba, "# remark\n"_ba, "---\n"_ba, "---\n---\n"_ba}) {
            const auto documents = Yaml::parse(text, u"x.yaml"_s);
            QVERIFY(documents);
            QVERIFY(documents->isEmpty());
        }
    }

    void aliasesAndMergeKeysAreFollowed()
    {
        const Value root = read("base: &base\n  image: a\n  port: 80\nother: &other {port: 81, extra: x}\n"
                                "one:\n  <<: *base\n  image: b\ntwo:\n  <<: [*base, *other]\nthree: *base\n"
                                "four: {\"<<\": text}\n");
        QCOMPARE(root.textAt({"one", "image"}), "b"_ba);
        QCOMPARE(root.textAt({"one", "port"}), "80"_ba);
        QVERIFY(!root.at({"one", "<<"}));
        QCOMPARE(root.textAt({"two", "port"}), "80"_ba);
        QCOMPARE(root.textAt({"two", "extra"}), "x"_ba);
        QCOMPARE(root.textAt({"three", "image"}), "a"_ba);
        QCOMPARE(root.at({"three"})->line, 10);
        QCOMPARE(root.textAt({"four", "<<"}), "text"_ba);
    }

    void valuesOfAliasesHaveNoPlaceToWriteTo()
    {
        const Value root = read("a: &a {image: x}\nb: *a\nc: {<<: *a}\n");
        QVERIFY(root.at({"a", "image"})->start > 0);
        QCOMPARE(root.at({"b", "image"})->start, -1);
        QCOMPARE(root.at({"c", "image"})->start, -1);
    }

    void brokenFilesSayWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::addRow("duplicate key")
            << "a: 1\nb: 2\na: 3\n"_ba << u"x.yaml:3: the key a is there twice, first on line 1."_s;
        QTest::addRow("tab") << "a:\n\tb: 1\n"_ba << u"x.yaml:2: a tab stands where only spaces may."_s;
        QTest::addRow("not UTF-8") << "a: 1\nb: caf\xe9\n"_ba << u"x.yaml:2: the text is not UTF-8."_s;
        QTest::addRow("zero byte") << "a: 1\nb: x\0y\n"_ba << u"x.yaml:2: there is a control character."_s;
        QTest::addRow("unknown alias")
            << "a: *nowhere\n"_ba << u"x.yaml:1: there is no anchor named nowhere."_s;
        QTest::addRow("cycle") << "a: &x [*x]\n"_ba << u"x.yaml:1: x contains itself."_s;
        QTest::addRow("merge cycle") << "a: &self\n  <<: *self\n"_ba << u"x.yaml:2: self contains itself."_s;
        QTest::addRow("merge of a word")
            << "a:\n  <<: word\n"_ba << u"x.yaml:2: << can only bring in mappings."_s;
        QTest::addRow("template") << "a: 1\nb: {{ .Values.b }}\n"_ba
                                  << u"x.yaml:2: a key is a list or mapping instead of a plain word."_s;
        QTest::addRow("deep flow") << QByteArray(100'000, '[')
                                   << u"x.yaml:1: it is nested more than 64 levels deep."_s;
        QTest::addRow("open quote") << "a: 'b\n"_ba
                                    << u"x.yaml:1: a quoted text is not right or does not end."_s;
        QTest::addRow("open brace") << "a: {b: 1\nc: 2\n"_ba
                                    << u"x.yaml:2: a bracket, brace or comma is missing or too many."_s;
        QTest::addRow("two colons") << "a: 1\nb: c: d\n"_ba
                                    << u"x.yaml:2: a colon stands where no key can be."_s;
        QTest::addRow("indentation") << "a:\n    b: 1\n  c: 2\n"_ba
                                     << u"x.yaml:3: the indentation does not fit the lines before."_s;
    }

    void brokenFilesSayWhereAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto documents = Yaml::parse(text, u"x.yaml"_s);
        QVERIFY(!documents);
        if (documents.error().message != message)
            qWarning("%s", qPrintable(documents.error().detail));
        QCOMPARE(documents.error().message, message);
        QCOMPARE(documents.error().kind, ErrorKind::Invalid);
    }

    void aliasBombsEndEarly()
    {
        QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray one = "*a" + QByteArray::number(i - 1);
            const QByteArray name = "a" + QByteArray::number(i);
            text += name + ": &" + name + " [" + QByteArrayList(9, one).join(", ") + "]\n";
        }
        QElapsedTimer timer;
        timer.start();
        const auto documents = Yaml::parse(text, u"x.yaml"_s);
        QVERIFY(!documents);
        QVERIFY(documents.error().message.contains("too many values"_L1));
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }

    void chainsOfAliasesCannotGetDeep()
    {
        QByteArray text = "a0: &a0 [x]\n";
        for (int i = 1; i < 5000; ++i) {
            text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" +
                    QByteArray::number(i - 1) + "]\n";
        }
        const auto documents = Yaml::parse(text, u"x.yaml"_s);
        QVERIFY(!documents);
        QVERIFY(documents.error().message.contains("64 levels"_L1));
    }

    void limitsHold()
    {
        QVERIFY(!Yaml::parse("[1, 2, 3]", u"x.yaml"_s, {.nodes = 3}));
        QVERIFY(Yaml::parse("[1, 2, 3]", u"x.yaml"_s, {.nodes = 4}));
        QVERIFY(!Yaml::parse("[1, 2, 3]", u"x.yaml"_s, {.bytes = 8}));
    }

    void manyKeysTakeLinearTime()
    {
        QByteArray text;
        for (int i = 0; i < 100'000; ++i)
            text += "key" + QByteArray::number(i) + ": " + QByteArray::number(i) + "\n";
        QElapsedTimer timer;
        timer.start();
        const Value root = read(text);
        QCOMPARE(root.entries.size(), 100'000);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void jsonIsReadByItsOwnRules()
    {
        const Value root =
            read("{\n\t\"a\": [1, 2.5, true, null, \"\\ud83d\\ude00\"],\n\t\"b\": {\"c\": \"x\"}\n}\n",
                 u"a.json"_s);
        QCOMPARE(root.find("a")->items.size(), 5);
        QCOMPARE(root.find("a")->items.at(4).text, "\xf0\x9f\x98\x80"_ba);
        QCOMPARE(root.at({"b", "c"})->line, 3);
        for (const QByteArray &bad : {"{\"a\": NaN}"_ba, "{\"a\": 1,}"_ba, "{\"a\": 01}"_ba, "{a: 1}"_ba,
                                      "{\"a\": 1} x"_ba, "{\"a\": 1, \"a\": 2}"_ba, "{\"a\": 'x'}"_ba,
                                      "{\"a\": +1}"_ba, "{\"a\""_ba, "<html></html>"_ba})
            QVERIFY2(!Yaml::parse(bad, u"a.json"_s), bad.constData());
    }

    void placeAndQuotesDoNotMakeADifference()
    {
        QCOMPARE(read("a: 0400\nb: [x, ~]\nc: 1.0\n"), read("c: 1.00\nb:\n- 'x'\n- null\na: 256\n"));
        QVERIFY(!(read("a: '1'") == read("a: 1")));
        QVERIFY(!(read("a: [1, 2]") == read("a: [2, 1]")));
        QVERIFY(!(read("a: 1") == read("a: 1\nb: 1")));
    }

    void jsonValuesGoBothWays()
    {
        const QJsonObject object{{u"a"_s, 1},
                                 {u"b"_s, 1.5},
                                 {u"c"_s, true},
                                 {u"d"_s, u"x"_s},
                                 {u"e"_s, QJsonArray{QJsonValue::Null, 0}}};
        QCOMPARE(Yaml::toJson(Yaml::fromJson(object)), QJsonValue(object));
        QCOMPARE(Yaml::toJson(read("mode: 0400\nnan: .nan\n")),
                 QJsonValue(QJsonObject{{u"mode"_s, 256}, {u"nan"_s, u".nan"_s}}));
    }

    void templatesAreRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("expected");
        QTest::addRow("value") << "image: {{ .Values.image }}\n"_ba << true;
        QTest::addRow("control line") << "{{- if .Values.on }}\na: 1\n{{- end }}\n"_ba << true;
        QTest::addRow("in a word") << "name: web-{{ .Release.Name }}\n"_ba << true;
        QTest::addRow("after an apostrophe") << "a: don't\nb: {{ x }}\n"_ba << true;
        QTest::addRow("after a block") << "a: |\n  text\nb: {{ x }}\n"_ba << true;
        QTest::addRow("in quotes") << "a: \"{{ x }}\"\nb: '{{ y }}'\n"_ba << false;
        QTest::addRow("in a quoted text of two lines") << "a: \"first\n  {{ x }}\"\n"_ba << false;
        QTest::addRow("in a remark") << "a: 1 # {{ x }}\n"_ba << false;
        QTest::addRow("in a block") << "a: |-\n  {{ x }}\n\n  more {{ y }}\nb: 1\n"_ba << false;
        QTest::addRow("after a line of spaces") << "a: 1\n \n   \nb: {{ x }}\n"_ba << true;
        QTest::addRow("none") << "a: {b: {c: 1}}\n"_ba << false;
    }

    void templatesAreRecognised()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, expected);
        QCOMPARE(Yaml::isTemplate(text), expected);
    }
};

QTEST_GUILESS_MAIN(YamlTest)
#include "tst_yaml.moc"
