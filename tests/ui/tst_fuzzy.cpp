// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

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
};

PLUMBLINE_UI_TEST_MAIN(FuzzyTest)
#include "tst_fuzzy.moc"
