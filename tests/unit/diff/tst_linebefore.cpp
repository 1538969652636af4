// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linebefore.h"
#include "diff/parse.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// As git writes it, without the file's header.
Diff::FileDiff parsed(const QByteArray &hunks)
{
    const auto files = Diff::parseUnified(QByteArray("diff --git a/f b/f\n--- a/f\n+++ b/f\n" + hunks));
    if (!files || files->size() != 1)
        qFatal("The patch is none");
    return files->first();
}

} // namespace

class LineBeforeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreFollowed_data()
    {
        QTest::addColumn<QByteArray>("hunks");
        QTest::addColumn<qsizetype>("line"); // 1-based, as in the hunks
        QTest::addColumn<qsizetype>("before");
        const auto add = [](const char *name, const QByteArray &hunks, qsizetype line, qsizetype before) {
            QTest::addRow("%s", name) << hunks << line << before;
        };
        const QByteArray inserted = "@@ -2,0 +3,2 @@\n+x\n+y\n";
        add("above an insertion", inserted, 2, 2);
        add("below an insertion", inserted, 5, 3);
        add("far below it", inserted, 105, 103);
        add("put in: the line above", inserted, 3, 2);
        add("put in second: the same line", inserted, 4, 2);
        const QByteArray top = "@@ -0,0 +1,2 @@\n+x\n+y\n";
        add("put in at the top: the first line", top, 1, 1);
        add("below what is put in at the top", top, 3, 1);
        const QByteArray removed = "@@ -3,2 +2,0 @@\n-x\n-y\n";
        add("above a deletion", removed, 2, 2);
        add("below a deletion", removed, 3, 5);
        const QByteArray all = "@@ -1 +0,0 @@\n-x\n";
        add("below a deletion at the top", all, 1, 2);
        const QByteArray replaced = "@@ -4,2 +4,2 @@\n-a: 1\n-b: 1\n+a: 2\n+b: 2\n";
        add("the n-th for the n-th", replaced, 5, 5);
        add("below a replacement", replaced, 6, 6);
        const QByteArray grown = "@@ -4,2 +4,4 @@\n-image: shop:1\n-replicas: 1\n+# note\n+# note\n"
                                 "+image: shop:2\n+replicas: 2\n";
        add("the line it resembles, not the one at its place", grown, 6, 4);
        add("the next one", grown, 7, 5);
        add("one that resembles none", grown, 4, 4);
        add("below what grew", grown, 8, 6);
        const QByteArray shrunk = "@@ -4,3 +4,1 @@\n-a: 1\n-b: 1\n-port: 80\n+port: 81\n";
        add("out of more lines", shrunk, 4, 6);
        add("below what shrank", shrunk, 5, 7);
        const QByteArray two = "@@ -2,0 +3,1 @@\n+x\n@@ -10 +11 @@\n-key: 1\n+key: 2\n";
        add("between hunks", two, 7, 6);
        add("in the second", two, 11, 10);
        const QByteArray context = "@@ -1,5 +1,6 @@\n one\n+new\n two\n-key: 1\n+key: 2\n four\n five\n";
        add("context above", context, 1, 1);
        add("put in below context", context, 2, 1);
        add("context between", context, 3, 2);
        add("replaced in context", context, 4, 3);
        add("context below", context, 6, 5);
    }

    void linesAreFollowed()
    {
        QFETCH(QByteArray, hunks);
        QFETCH(qsizetype, line);
        QFETCH(qsizetype, before);
        QCOMPARE(Diff::lineBefore(parsed(hunks), line - 1), before - 1);
    }

    void withoutDifferencesEveryLineStays() { QCOMPARE(Diff::lineBefore({}, 41), 41); }
};

QTEST_GUILESS_MAIN(LineBeforeTest)
#include "tst_linebefore.moc"
