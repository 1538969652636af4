// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blame.h"
#include "git/blamestep.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

struct Utf16Blame
{
    Utf16Blame(const RepoBuilder &repo, const QByteArray &path, const QByteArray &revision = {})
        : where(Git::openRepository(repo.path())->location)
    {
        where.trust = Git::Trust::Trusted;
        const SystemProcessRunner runner;
        const Git::ObjectId commit = Git::ObjectId::fromHex(revision).value_or(Git::ObjectId());
        end = Git::readBlame(Git::Program(runner, where), {.path = path, .revision = commit},
                             {.text = [this](const Git::BlameText &shown) { text = shown; },
                              .batch =
                                  [this](const Git::BlameBatch &batch) {
                                      for (const Git::BlameCommit &known : batch.commits)
                                          subjects.insert(known.commit.id, known.commit.subject);
                                      hunks += batch.hunks;
                                  }},
                             {});
    }

    // "subject: text" of each line.
    QStringList lines() const
    {
        QStringList lines(text.lineCount());
        for (const Git::BlameHunk &hunk : hunks) {
            for (qsizetype at = hunk.line; at < hunk.line + hunk.count; ++at)
                lines[at] = subjects.value(hunk.commit) + u": "_s + QString::fromUtf8(text.line(at));
        }
        return lines;
    }
    const Git::BlameHunk *hunkOf(qsizetype line) const
    {
        const Git::BlameHunk *found = nullptr;
        for (const Git::BlameHunk &hunk : hunks)
            if (hunk.line <= line && line < hunk.line + hunk.count)
                found = &hunk;
        return found;
    }

    Git::RepoLocation where;
    Result<Git::BlameEnd> end;
    Git::BlameText text;
    QHash<Git::ObjectId, QString> subjects;
    QList<Git::BlameHunk> hunks;
};

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode(text);
}

} // namespace

/// Of a file in UTF-16 git blames lines that are cut at every byte 0x0A.
class BlameUtf16Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineHasItsCommit_data()
    {
        QTest::addColumn<QStringConverter::Encoding>("encoding");
        QTest::addColumn<QByteArray>("name");
        QTest::addRow("little") << QStringConverter::Utf16LE << "UTF-16 LE"_ba;
        QTest::addRow("big") << QStringConverter::Utf16BE << "UTF-16 BE"_ba;
    }

    void eachLineHasItsCommit()
    {
        QFETCH(const QStringConverter::Encoding, encoding);
        QFETCH(const QByteArray, name);
        RepoBuilder repo;
        repo.write("a.txt", encoded(u"one\nzwölf\nthree\n"_s, encoding)).commit("first");
        const QByteArray second =
            repo.write("a.txt", encoded(u"one\nzwölf!\nthree\n"_s, encoding)).commit("second");
        repo.write("a.txt", encoded(u"one\nzwölf!\nthree\nfour"_s, encoding));
        const Utf16Blame committed(repo, "a.txt", second);
        VERIFY_RESULT(committed.end);
        QVERIFY(committed.text.encoding().startsWith(name));
        QCOMPARE(committed.lines(), (QStringList{u"first: one"_s, u"second: zwölf!"_s, u"first: three"_s}));
        const Utf16Blame now(repo, "a.txt");
        VERIFY_RESULT(now.end);
        QCOMPARE(now.lines(),
                 (QStringList{u"first: one"_s, u"second: zwölf!"_s, u"first: three"_s, u": four"_s}));
        QVERIFY(now.hunkOf(3)->commit.isNull());
    }

    // U+300A and U+0A05 have the byte of a line feed.
    void aLineThatGitCutsIsOfTheNewestOfItsParts()
    {
        RepoBuilder repo;
        const auto write = [&](const QString &text) -> RepoBuilder & {
            return repo.write("a.txt", encoded(text, QStringConverter::Utf16LE));
        };
        write(u"《a》 1 ਅ\nplain\n《b》\nend\n"_s).commit("first");
        write(u"《a》 1 ਅ\nplain\n《b》 2\nend\n"_s).commit("second");
        const QByteArray third = write(u"《a》 3 ਅ\nplain\n《b》 2\nend\n"_s).commit("third");
        const Utf16Blame blame(repo, "a.txt", third);
        VERIFY_RESULT(blame.end);
        QCOMPARE(blame.lines(), (QStringList{u"third: 《a》 3 ਅ"_s, u"first: plain"_s, u"second: 《b》 2"_s,
                                             u"first: end"_s}));
        const Git::BlameHunk *hunk = blame.hunkOf(2);
        const SystemProcessRunner runner;
        const auto before = Git::readLineBefore(Git::Program(runner, blame.where),
                                                {.commit = hunk->commit,
                                                 .path = hunk->sourcePath,
                                                 .line = hunk->sourceLine + 2 - hunk->line,
                                                 .previous = hunk->previous,
                                                 .previousPath = hunk->previousPath},
                                                {});
        VERIFY_RESULT(before);
        QCOMPARE(*before, 2);
    }

    void whatGitKeepsInUtf8HasGitsLines()
    {
        RepoBuilder repo;
        repo.write(".gitattributes", "*.txt working-tree-encoding=UTF-16\n").commit("attributes");
        repo.write("a.txt", encoded(u"《one》\ntwo\n"_s, QStringConverter::Utf16LE)).commit("first");
        repo.write("a.txt", encoded(u"《one》\ntwo\n《three》\n"_s, QStringConverter::Utf16LE));
        const Utf16Blame now(repo, "a.txt");
        VERIFY_RESULT(now.end);
        QCOMPARE(now.lines(), (QStringList{u"first: 《one》"_s, u"first: two"_s, u": 《three》"_s}));
        const Utf16Blame committed(repo, "a.txt", repo.resolve("HEAD"));
        VERIFY_RESULT(committed.end);
        QVERIFY(committed.text.encoding().isEmpty());
        QCOMPARE(committed.lines(), (QStringList{u"first: 《one》"_s, u"first: two"_s}));
    }
};

QTEST_GUILESS_MAIN(BlameUtf16Test)
#include "tst_blameutf16.moc"
