// SPDX-License-Identifier: GPL-3.0-or-later
#include "difffiles.h"

#include "ui/highlight/codedefinitions.h"
#include "ui/highlight/codehighlighter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Syntax colours of differences.
class TestCodeHighlighter : public QObject
{
    Q_OBJECT

    static QList<LineSpans> highlight(const Diff::FileDiff &file, bool isDark = false)
    {
        const auto definitions = makeCodeDefinitions();
        QList<LineSpans> lines;
        const auto sink = [&](const CodeBatch &batch) {
            QCOMPARE(batch.firstLine, lines.size());
            lines += batch.lines;
        };
        const Result<> result = highlightCode(*definitions, {file}, 0, isDark, sink, {});
        return result ? lines : QList<LineSpans>{};
    }

    static QRgb colorAt(const LineSpans &spans, quint32 byte)
    {
        for (const CodeSpan &span : spans) {
            if (byte >= span.start && byte < span.start + span.length)
                return span.color;
        }
        return 0;
    }

private Q_SLOTS:
    void theKindOfFileFollowsItsName_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("yaml") << "a/values.yaml"_ba << "key: \"value\""_ba;
        QTest::newRow("wrapped yaml") << "a/values.yaml.gotmpl"_ba << "key: \"value\""_ba;
        QTest::newRow("lock of a chart") << "Chart.lock"_ba << "key: \"value\""_ba;
        QTest::newRow("dockerfile") << "images/Dockerfile.api"_ba << "RUN apt-get install -y \"curl\""_ba;
        QTest::newRow("terraform") << "modules/main.tf"_ba << "resource \"aws_vpc\" \"main\" {"_ba;
        QTest::newRow("json") << "a.json"_ba << "{\"key\": 1}"_ba;
        QTest::newRow("shell") << "hack/run.sh"_ba << "echo \"$HOME\""_ba;
    }

    void theKindOfFileFollowsItsName()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, line);
        const QList<LineSpans> lines = highlight(DiffFiles::make(path, {"+" + line}));
        QCOMPARE(lines.size(), 1);
        QVERIFY(!lines[0].isEmpty());
        QVERIFY(colorAt(lines[0], quint32(line.indexOf('"'))) != 0);
    }

    // Their braces stand in pairs, so they leave no flow mapping open for the lines below.
    void aTemplateOfHelmKeepsTheColoursOfItsYaml()
    {
        const QByteArrayList text{"{{- if .Values.enabled }}",
                                  "kind: Deployment",
                                  "  image: \"{{ .Values.image }}:{{ .Values.tag }}\"",
                                  "  replicas: {{ .Values.replicas | default 2 }}",
                                  "{{- end }}",
                                  "{{- with .Values.more }}",
                                  "  {{- toYaml . | nindent 4 }}",
                                  "{{- end }}",
                                  "metadata: {}"};
        QByteArrayList lines;
        for (const QByteArray &line : text)
            lines += '+' + line;
        const QList<LineSpans> spans = highlight(DiffFiles::make("chart/templates/api.yaml"_ba, lines));
        QCOMPARE(spans.size(), text.size());
        const QRgb key = colorAt(highlight(DiffFiles::make("a.yaml"_ba, {"+kind: Deployment"}))[0], 0);
        QVERIFY(key != 0);
        for (const qsizetype at : {1, 2, 3, 8}) {
            const auto first = quint32(text[at].size() - text[at].trimmed().size());
            QVERIFY2(colorAt(spans[at], first) == key, text[at].constData());
        }
    }

    void unknownKindsStayPlain()
    {
        QVERIFY(highlight(DiffFiles::make("a.unknown-kind"_ba, {"+key: 1"_ba})).isEmpty());
    }

    void theTwoSidesDoNotMixTheirStates()
    {
        // The removed line opens a comment that the new side never had.
        const auto lines = highlight(DiffFiles::make("a.c"_ba, {"-/* open"_ba, "+int a;"_ba, " int b;"_ba}));
        QCOMPARE(lines.size(), 3);
        const auto plain = highlight(DiffFiles::make("a.c"_ba, {"+int a;"_ba}));
        QCOMPARE(lines[1], plain[0]);
        QVERIFY(lines[0] != lines[1]);
    }

    void spansCountBytes()
    {
        const QByteArray line = "\"\xe6\x97\xa5\xff\" : \"x\""_ba;
        const auto lines = highlight(DiffFiles::make("a.json"_ba, {"+{" + line + "}"}));
        QCOMPARE(lines.size(), 1);
        for (const CodeSpan &span : lines[0])
            QVERIFY(qsizetype(span.start) + span.length <= line.size() + 2);
        QCOMPARE(colorAt(lines[0], quint32(line.lastIndexOf('x') + 1)) != 0, true);
    }

    void colorsFollowTheLightnessOfThePalette()
    {
        const Diff::FileDiff file = DiffFiles::make("a.yaml"_ba, {"+# note"_ba, "+key: \"v\""_ba});
        QVERIFY(highlight(file, false) != highlight(file, true));
    }

    void batchesArriveOnTheOwnersThreadAndOnlyForTheNewestFiles()
    {
        QThreadPool pool;
        CodeHighlighter highlighter(&pool);
        qsizetype lines = 0;
        bool isStale = false;
        connect(&highlighter, &CodeHighlighter::batchReady, this, [&](const CodeBatch &batch) {
            QCOMPARE(QThread::currentThread(), thread());
            isStale = isStale || batch.file != 0;
            lines += batch.lines.size();
        });
        highlighter.setFiles(
            {DiffFiles::make("x.yaml"_ba, {"+a: 1"_ba}), DiffFiles::makeLong("old.yaml"_ba, 5'000)}, false);
        highlighter.request({1});
        highlighter.setFiles({DiffFiles::makeLong("new.yaml"_ba, 1'000)}, false);
        highlighter.request({0});
        QTRY_COMPARE(lines, 1'000);
        QVERIFY(!isStale);
        highlighter.request({0});
        QVERIFY(!highlighter.isRunning());
    }

    void hugeFilesAndLinesStayPlain()
    {
        const QByteArray large(5 * 1'024 * 1'024, 'x');
        QVERIFY(highlight(DiffFiles::make("a.yaml"_ba, {"+a: " + large})).isEmpty());
        const auto lines =
            highlight(DiffFiles::make("a.yaml"_ba, {"+a: " + large.first(5'000), "+b: \"x\""_ba}));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].isEmpty());
        QVERIFY(!lines[1].isEmpty());
    }

    void aCancelledJobEnds()
    {
        const auto definitions = makeCodeDefinitions();
        CancelSource source;
        source.cancel();
        const auto result = highlightCode(
            *definitions, {DiffFiles::makeLong("a.yaml"_ba, 100)}, 0, false, [](const CodeBatch &) {},
            source.token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_MAIN(TestCodeHighlighter)
#include "tst_codehighlighter.moc"
