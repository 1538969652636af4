// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/bump.h"
#include "drafting/suggest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Drafting::Bump;
using Drafting::ReleaseCommit;

namespace {

ReleaseCommit commit(char id, const QString &message)
{
    return {*Git::ObjectId::fromHex(QByteArray(40, id)), message};
}

} // namespace

/// What commits move in a version, as semantic-release counts.
class BumpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMessageMovesItsPart_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<Bump>("bump");
        QTest::newRow("feature") << u"feat: x"_s << Bump::Minor;
        QTest::newRow("fix with scope") << u"fix(api): x\n\ntext"_s << Bump::Patch;
        QTest::newRow("speed") << u"perf: x"_s << Bump::Patch;
        QTest::newRow("chore") << u"chore: x"_s << Bump::None;
        QTest::newRow("another case") << u"Feat: x"_s << Bump::None;
        QTest::newRow("no space") << u"feat:x"_s << Bump::None;
        QTest::newRow("no type") << u"update things"_s << Bump::None;
        QTest::newRow("exclamation mark") << u"chore!: x"_s << Bump::Major;
        QTest::newRow("exclamation mark and scope") << u"feat(api)!: x"_s << Bump::Major;
        QTest::newRow("footer") << u"docs: x\n\nBREAKING CHANGE: y"_s << Bump::Major;
        QTest::newRow("footer with hyphen")
            << u"docs: x\n\ntext\n\nRefs: #1\nBREAKING-CHANGE: y"_s << Bump::Major;
        QTest::newRow("prose") << u"fix: x\n\nbreaking change of habits: none"_s << Bump::Patch;
        QTest::newRow("prose in capitals")
            << u"fix: x\n\nBREAKING CHANGE detection was wrong"_s << Bump::Patch;
        QTest::newRow("list") << u"fix: x\n\n- treat BREAKING CHANGE: as a token"_s << Bump::Patch;
        QTest::newRow("in the header") << u"BREAKING CHANGE: x"_s << Bump::None;
        QTest::newRow("revert by git")
            << u"Revert \"feat: x\"\n\nThis reverts commit aaaaaaaaaa."_s << Bump::Patch;
        QTest::newRow("revert without commit") << u"revert: feat: x"_s << Bump::None;
        QTest::newRow("squashed") << u"merge it (#1)\n\n* fix: a\n* feat: b"_s << Bump::None;
        QTest::newRow("empty") << QString() << Bump::None;
        QTest::newRow("lines before") << u"\n\nfeat: x"_s << Bump::Minor;
    }

    void eachMessageMovesItsPart()
    {
        QFETCH(QString, message);
        QFETCH(Bump, bump);
        QCOMPARE(Drafting::bumpOf(message, {}), bump);
    }

    void optionsChangeWhatCounts()
    {
        QCOMPARE(Drafting::bumpOf(u"feat!: x"_s, {.isPreMajor = true}), Bump::Minor);
        const QString squashed = u"merge it (#1)\n\n* fix: a\n* feat!: b"_s;
        QCOMPARE(Drafting::bumpOf(squashed, {.countsSquashBodies = true}), Bump::Major);
    }

    void whatIsRevertedDoesNotCount()
    {
        const QString revertA = u"Revert \"feat: a\"\n\nThis reverts commit aaaaaaa."_s;
        const QString revertRevert = u"Revert \"Revert \"feat: a\"\"\n\nThis reverts commit bbbbbbbb."_s;
        const auto analysed = [](const QList<ReleaseCommit> &commits) {
            return Drafting::analyseRelease(commits, {}).bump;
        };
        QCOMPARE(analysed({commit('b', revertA), commit('a', u"feat: a"_s)}), Bump::None);
        QCOMPARE(analysed({commit('c', revertRevert), commit('b', revertA), commit('a', u"feat: a"_s)}),
                 Bump::Minor);
        QCOMPARE(analysed({commit('b', revertA)}), Bump::Patch);
        QCOMPARE(analysed({commit('a', u"feat: a"_s), commit('b', revertA)}), Bump::Minor);
    }

    void theNewestReleaseAsIsTold()
    {
        const auto analysis = Drafting::analyseRelease({commit('b', u"chore: x\n\nRelease-As: 2.0.0"_s),
                                                        commit('a', u"chore: x\n\nrelease-as: 1.9.0"_s)},
                                                       {});
        QCOMPARE(analysis.releaseAs, u"2.0.0"_s);
    }

    void tagsAreVersionsOrNot()
    {
        using Drafting::versionOfTag;
        QCOMPARE(versionOfTag(u"v1.20.3"_s, u"v"_s), (Drafting::ReleaseVersion{1, 20, 3}));
        QCOMPARE(versionOfTag(u"api/v1.2.3"_s, u"api/v"_s), (Drafting::ReleaseVersion{1, 2, 3}));
        for (const QString &name : {u"1.2.3"_s, u"v1.2"_s, u"v1.2.3-rc.1"_s, u"v01.2.3"_s, u"v1.2.3.4"_s,
                                    u"v99999999999.0.0"_s, u"v"_s})
            QVERIFY2(!versionOfTag(name, u"v"_s), qPrintable(name));
        QVERIFY(*versionOfTag(u"v1.10.0"_s, u"v"_s) > *versionOfTag(u"v1.9.9"_s, u"v"_s));
        QCOMPARE((Drafting::ReleaseVersion{1, 2, 3}.after(Bump::Minor).text()), u"1.3.0"_s);
        QCOMPARE(Drafting::bumpBetween({1, 2, 3}, {1, 2, 3}), Bump::None);
        QCOMPARE(Drafting::bumpBetween({1, 2, 3}, {2, 0, 0}), Bump::Major);
        QCOMPARE(Drafting::bumpBetween({1, 2, 3}, {1, 1, 9}), Bump::None);
    }

    void suggestionsKeepTheAuthorsWords_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("suggested");
        QTest::newRow("no type") << u"Fixed the login.\n\nIt was broken.\n  code"_s
                                 << u"fix(web): fixed the login\n\nIt was broken.\n  code"_s;
        QTest::newRow("wrong type") << u"Bugfix: the login"_s << u"fix(web): the login"_s;
        QTest::newRow("an abbreviation") << u"API answers again"_s << u"fix(web): API answers again"_s;
        QTest::newRow("good already") << u"feat: the login\n\ntext"_s << u"feat: the login\n\ntext"_s;
        QTest::newRow("nothing") << u"\n# comment\n"_s << u"fix(web): drafted words"_s;
        QTest::newRow("a type alone") << u"fix:"_s << u"fix(web): drafted words"_s;
        QTest::newRow("too long") << u"x"_s.repeated(200) << u"fix(web): drafted words"_s;
        QTest::newRow("glued summary")
            << u"feat: z\nAI-Generated Summary: y"_s << u"feat: z\n\nAI-Generated Summary: y"_s;
        QTest::newRow("behind the scissors")
            << u"Oops\n# ------------------------ >8 ------------------------\ndiff"_s << u"fix(web): oops"_s;
    }

    void suggestionsKeepTheAuthorsWords()
    {
        QFETCH(QString, written);
        QFETCH(QString, suggested);
        const Drafting::Draft draft{.type = u"fix"_s, .scope = u"web"_s, .subject = u"drafted words"_s};
        QCOMPARE(Drafting::suggestMessage(written, draft, {}), suggested);
    }
};

QTEST_GUILESS_MAIN(BumpTest)
#include "tst_bump.moc"
