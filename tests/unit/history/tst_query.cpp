// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/dates.h"
#include "history/query.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using History::Field;
using History::Term;

namespace {

// A Wednesday afternoon, two hours ahead of UTC.
QDateTime now()
{
    return QDateTime(QDate(2024, 5, 15), QTime(14, 30), QTimeZone::fromSecondsAheadOfUtc(7200));
}

QString formatted(const History::Query &query)
{
    static const QMap<Field, QString> names = {
        {Field::Any, u"any"_s},       {Field::Message, u"message"_s},
        {Field::Author, u"author"_s}, {Field::Committer, u"committer"_s},
        {Field::Path, u"path"_s},     {Field::Content, u"content"_s},
        {Field::Before, u"before"_s}, {Field::After, u"after"_s},
        {Field::Id, u"id"_s},         {Field::Ref, u"ref"_s}};
    QStringList terms;
    for (const Term &term : query.terms)
        terms += QString((term.isNegated ? u"not "_s : QString()) + names[term.field] + u'=' + term.text +
                         (term.isPattern ? u" (pattern)"_s : QString()));
    return terms.join(u" & "_s);
}

Git::Commit commit(const QString &subject)
{
    Git::Commit made;
    made.id = *Git::ObjectId::fromHex("abcd1234abcd1234abcd1234abcd1234abcd1234");
    made.subject = subject;
    made.author = {u"Zoë Ünal"_s, u"zoe@example.org"_s};
    made.committer = {u"Robot"_s, u"robot@example.org"_s};
    made.committed = {1'714'521'600, 0}; // 2024-05-01T00:00:00Z
    return made;
}

bool matches(const QString &line, const QString &message = u"Fix the parser\n\nIt lost bytes.\n"_s)
{
    const auto query = History::parseQuery(line, now());
    if (!query)
        qFatal("%s: %s", qPrintable(line), qPrintable(query.error().sentence));
    return History::Matcher(*query).matches(commit(message.section(u'\n', 0, 0)), message);
}

} // namespace

class QueryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("terms");
        const auto row = [](const QString &line, const QString &terms) {
            QTest::newRow(qPrintable(line.isEmpty() ? u"nothing"_s : line)) << line << terms;
        };
        row(u""_s, u""_s);
        row(u"  \t "_s, u""_s);
        row(u"word"_s, u"any=word"_s);
        row(u" two  words "_s, u"any=two & any=words"_s);
        row(u"\"two words\""_s, u"any=two words"_s);
        row(u"author:Ada path:src/a.c"_s, u"author=Ada & path=src/a.c"_s);
        row(u"AUTHOR:\"Ada Example\" x"_s, u"author=Ada Example & any=x"_s);
        row(u"message:fix committer:robot"_s, u"message=fix & committer=robot"_s);
        row(u"-author:bot !path:vendor/"_s, u"not author=bot & not path=vendor"_s);
        row(u"-\"a b\""_s, u"not any=a b"_s);
        row(u"\"-x\""_s, u"any=-x"_s);
        row(u"\"author:x\""_s, u"any=author:x"_s);
        row(u"fix: http://x/y a:b"_s, u"any=fix: & any=http://x/y & any=a:b"_s);
        row(u"\"a \\\"b\\\" \\\\ \\n\""_s, u"any=a \"b\" \\ \\n"_s);
        row(u"don\"t"_s, u"any=don\"t"_s);
        row(u"fix:typo Feat:x feat(api):y \"auhtor:bob\" tag: std::sort nginx:1.2"_s,
            u"any=fix:typo & any=Feat:x & any=feat(api):y & any=auhtor:bob & any=tag: & any=std::sort & any=nginx:1.2"_s);
        row(u"content:/a+b/ content:/usr content:\"/x y/\" /z/"_s,
            u"content=a+b (pattern) & content=/usr & content=x y (pattern) & any=/z/"_s);
        row(u"id:AbC123 branch:main ref:v1.*"_s, u"id=AbC123 & ref=main & ref=v1.*"_s);
        row(u"before:2024-05-01 x"_s, u"before=2024-05-01 & any=x"_s);
        row(u"after:2 weeks ago x"_s, u"after=2 weeks ago & any=x"_s);
        row(u"after:\"last week\" before:yesterday"_s, u"after=last week & before=yesterday"_s);
        row(u"before:2024-05-01 17:30 y"_s, u"before=2024-05-01 17:30 & any=y"_s);
        row(u"after:1 May 2024 fix"_s, u"after=1 May 2024 & any=fix"_s);
        row(u"after:2.weeks.ago"_s, u"after=2.weeks.ago"_s);
        row(u"path:./a/b//"_s, u"path=a/b"_s);
    }

    void linesAreRead()
    {
        QFETCH(QString, line);
        const auto query = History::parseQuery(line, now());
        QVERIFY2(query, query ? "" : qPrintable(query.error().sentence));
        QTEST(formatted(*query), "terms");
        for (const Term &term : query->terms) {
            QVERIFY(term.position >= 0 && term.length > 0);
            QVERIFY(term.position + term.length <= line.size());
        }
    }

    void mistakesNameTheirPlace_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<qsizetype>("length");
        QTest::addColumn<QString>("word"); // of the sentence
        const auto row = [](const QString &line, qsizetype position, qsizetype length, const QString &word) {
            QTest::newRow(qPrintable(line)) << line << position << length << word;
        };
        row(u"a \"b c"_s, 2, 4, u"closing quote"_s);
        row(u"\"a\"b"_s, 3, 1, u"space"_s);
        row(u"x author:"_s, 9, 0, u"behind the colon"_s);
        row(u"author: x"_s, 7, 0, u"behind the colon"_s);
        row(u"author:\"\""_s, 7, 0, u"behind the colon"_s);
        row(u"a - b"_s, 3, 0, u"word"_s);
        row(u"!"_s, 1, 0, u"word"_s);
        row(u"x before:soon y"_s, 9, 4, u"date"_s);
        row(u"after:2024-13-01"_s, 6, 10, u"date"_s);
        row(u"id:xyz"_s, 3, 3, u"id"_s);
        row(u"path:../x"_s, 5, 4, u"path"_s);
        row(u"path:/etc"_s, 5, 4, u"path"_s);
        row(u"path:/"_s, 5, 1, u"path"_s);
        row(u"x auhtor:bob"_s, 2, 7, u"no field “auhtor:”; did you mean “author:”?"_s);
        row(u"-MESAGE:bob"_s, 1, 7, u"did you mean “message:”?"_s);
        row(u"tag:v1"_s, 0, 4, u"no field “tag:”, but message: author: committer: path: content: before:"_s);
        row(u"is:merge"_s, 0, 3, u"In quotes it is searched for as text."_s);
        row(u"fix content:/(/"_s, 12, 3, u"regular expression"_s);
        row(u"content:\"/[a b/\""_s, 8, 8, u"regular expression"_s);
    }

    void mistakesNameTheirPlace()
    {
        QFETCH(QString, line);
        const auto query = History::parseQuery(line, now());
        QVERIFY(!query);
        QTEST(query.error().position, "position");
        QTEST(query.error().length, "length");
        QFETCH(QString, word);
        QVERIFY2(query.error().sentence.contains(word), qPrintable(query.error().sentence));
    }

    void datesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment"); // empty: none
        const auto row = [](const char *text, const char *moment) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(moment);
        };
        row("2024-05-01", "2024-05-01T00:00:00+02:00");
        row("2024/5/1", "2024-05-01T00:00:00+02:00");
        row("2024-05", "2024-05-01T00:00:00+02:00");
        row("2023", "2023-01-01T00:00:00+02:00");
        row("2024-05-01 17:30", "2024-05-01T17:30:00+02:00");
        row("2024-05-01T17:30:15Z", "2024-05-01T17:30:15Z");
        row("2024-05-01T17:30:15.25-0330", "2024-05-01T17:30:15-03:30");
        row("2024-05-01 17:30:15 +01:00", "2024-05-01T17:30:15+01:00");
        row("1969-12-31", "1969-12-31T00:00:00+02:00");
        row("2199-01-01", "2199-01-01T00:00:00+02:00");
        row("@1714521600", "2024-05-01T00:00:00Z");
        row("@-1", "1969-12-31T23:59:59Z");
        row("1714521600", "2024-05-01T00:00:00Z");
        row("now", "2024-05-15T14:30:00+02:00");
        row("Today", "2024-05-15T00:00:00+02:00");
        row("yesterday", "2024-05-14T00:00:00+02:00");
        row("2 weeks ago", "2024-05-01T14:30:00+02:00");
        row("2.weeks.ago", "2024-05-01T14:30:00+02:00");
        row("a day ago", "2024-05-14T14:30:00+02:00");
        row("three hours ago", "2024-05-15T11:30:00+02:00");
        row("90 minutes ago", "2024-05-15T13:00:00+02:00");
        row("10 sec ago", "2024-05-15T14:29:50+02:00");
        row("1 year 2 months ago", "2023-03-15T14:30:00+02:00");
        row("last month", "2024-04-15T14:30:00+02:00");
        row("monday", "2024-05-13T00:00:00+02:00");
        row("last wed", "2024-05-08T00:00:00+02:00");
        row("wednesday", "2024-05-08T00:00:00+02:00");
        row("may", "2024-05-01T00:00:00+02:00");
        row("June", "2023-06-01T00:00:00+02:00");
        row("May 2023", "2023-05-01T00:00:00+02:00");
        row("3 may", "2024-05-03T00:00:00+02:00");
        row("dec 24, 2023", "2023-12-24T00:00:00+02:00");
        row("24 Dec 2023", "2023-12-24T00:00:00+02:00");
        for (const char *none :
             {"", "soon", "2024-02-30", "2024-05-01T25:00", "2 ago", "weeks ago", "-2 weeks ago",
              "2 fortnights ago", "ago", "last", "1 2 may", "may 1 2", "05-01", "24", "last may x",
              "2024-05-01 +99:00", "99999999999999 weeks ago"})
            row(none, "");
    }

    void datesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, moment);
        const auto seconds = History::parseDate(text, now());
        if (moment.isEmpty())
            QVERIFY(!seconds);
        else
            QCOMPARE(seconds, std::optional(QDateTime::fromString(moment, Qt::ISODate).toSecsSinceEpoch()));
    }

    void aDayStartsInTheReadersZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        if (!berlin.isValid())
            QSKIP("no time zone data here");
        const QDateTime there(QDate(2024, 3, 31), QTime(12, 0), berlin); // the clocks went forward that night
        QCOMPARE(
            History::parseDate(u"yesterday", there),
            std::optional(QDateTime(QDate(2024, 3, 29), QTime(23, 0), QTimeZone::utc()).toSecsSinceEpoch()));
        QCOMPARE(
            History::parseDate(u"2024-04-01", there),
            std::optional(QDateTime(QDate(2024, 3, 31), QTime(22, 0), QTimeZone::utc()).toSecsSinceEpoch()));
    }

    void commitsMatch_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isHit");
        const auto row = [](const QString &line, bool isHit) {
            QTest::newRow(qPrintable(line.isEmpty() ? u"nothing"_s : line)) << line << isHit;
        };
        row(u""_s, true);
        row(u"parser"_s, true);
        row(u"PARSER"_s, false); // an upper-case letter asks for the case as written
        row(u"Fix"_s, true);
        row(u"fIx"_s, false);
        row(u"bytes"_s, true); // of the body
        row(u"message:zoë"_s, false);
        row(u"zoë"_s, true);
        row(u"zoe@"_s, true);
        row(u"author:ünal"_s, true);
        row(u"author:Ünal"_s, true);
        row(u"author:robot"_s, false);
        row(u"committer:robot"_s, true);
        row(u"abcd"_s, true);
        row(u"abc"_s, false); // too short to be meant as an id
        row(u"id:ab"_s, true);
        row(u"id:ABCD1"_s, true);
        row(u"id:bcd"_s, false);
        row(u"parser author:zoe"_s, true);
        row(u"parser author:robot"_s, false);
        row(u"-parser"_s, false);
        row(u"-nothing !author:robot"_s, true);
        row(u"before:2024-05-01T00:00:00Z"_s, false);
        row(u"before:2024-05-01T00:00:01Z"_s, true);
        row(u"after:2024-05-01T00:00:00Z"_s, true);
        row(u"after:2024-05-01T00:00:01Z"_s, false);
        row(u"-after:yesterday"_s, true);
        row(u"\"the parser\""_s, true);
        row(u"path:x content:y branch:z"_s, true); // not for a commit alone to say
    }

    void commitsMatch()
    {
        QFETCH(QString, line);
        QTEST(matches(line), "isHit");
    }

    void onlyTextNeedsTheMessage()
    {
        const auto needs = [](const QString &line) {
            return History::Matcher(*History::parseQuery(line, now())).needsMessage();
        };
        QVERIFY(needs(u"word"_s));
        QVERIFY(needs(u"message:word"_s));
        QVERIFY(!needs(u"author:a id:ab before:today path:x"_s));
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "tst_query.moc"
