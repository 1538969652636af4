// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include "ui/shell/palettesearch.h"

#include "tests/ui/uitest.h"

using namespace Qt::StringLiterals;

class FuzzyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersMustOccurInOrder()
    {
        QVERIFY(fuzzyMatch(u"cr", u"Close repository"));
        QVERIFY(!fuzzyMatch(u"rc", u"Close"));
        QVERIFY(!fuzzyMatch(u"closex", u"Close"));
        QVERIFY(fuzzyMatch(u"", u"anything"));
        QVERIFY(fuzzyMatch(u" CLOSE rep ", u"close repository"));
    }

    void startsOfWordsWeighMoreThanLettersInside()
    {
        QVERIFY(fuzzyMatch(u"or", u"Open repository")->score > fuzzyMatch(u"or", u"History")->score);
        QVERIFY(fuzzyMatch(u"stage", u"Stage file")->score >
                fuzzyMatch(u"stage", u"Show the large pane")->score);
    }

    void theBestOfSeveralPlacesIsMarked()
    {
        const auto match = fuzzyMatch(u"page", u"p a g, Next page");
        QVERIFY(match);
        QCOMPARE(match->positions, (QList<qsizetype>{12, 13, 14, 15}));
    }

    // No turn of the event loop looks at more than a piece, however many there are.
    void theBestOfVeryManyAreFoundInPieces()
    {
        constexpr qsizetype many = 50'000;
        qsizetype asked = 0, most = 0;
        const PaletteGroup files{.area = u"File"_s, .count = many, .name = [&](qsizetype at) {
                                     ++asked;
                                     return at == many - 7 ? u"deep/values.yaml"_s
                                                           : u"v/a/lues/%1.yaml"_s.arg(at);
                                 }};
        PaletteSearch search;
        search.setGroups({files, files});
        search.start(u"values"_s);
        QCOMPARE(asked, 0);
        while (search.isRunning()) {
            const qsizetype before = asked;
            QCoreApplication::processEvents();
            most = std::max(most, asked - before);
        }
        QCOMPARE(asked, 2 * many);
        QVERIFY2(most <= 2 * PaletteSearch::kPiece, qPrintable(QString::number(most)));
        QCOMPARE(search.hits().size(), 2 * PaletteSearch::kMost);
        QCOMPARE(search.hits().first().index, many - 7);
        QCOMPARE(search.hits().first().positions, (QList<qsizetype>{5, 6, 7, 8, 9, 10}));
        QCOMPARE(search.hits().at(PaletteSearch::kMost).group, 1);

        search.start(u"val"_s); // the next letter makes the one before moot
        QCoreApplication::processEvents();
        search.start({});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.looked(), 2 * PaletteSearch::kMost);
    }
};

PLUMBLINE_UI_TEST_MAIN(FuzzyTest)
#include "tst_fuzzy.moc"
