// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/describe.h"
#include "drafting/draft.h"
#include "drafting/validate.h"

#include "examples.h"

using namespace Qt::StringLiterals;

/// The examples that the drafter is measured by, one row each.
class ExamplesTest final : public QObject
{
    Q_OBJECT

    const QList<Sample::Example> m_examples = Sample::clusterExamples() + Sample::repositoryExamples();

    void addRows() const
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_examples.size(); ++i)
            QTest::newRow(m_examples[i].name) << i;
    }

private Q_SLOTS:
    void allThirtyEightAreHere() { QCOMPARE(m_examples.size(), 38); }

    void changeBecomesTheExpectedMessage_data() { addRows(); }
    void changeBecomesTheExpectedMessage()
    {
        QFETCH(qsizetype, index);
        const Sample::Example &example = m_examples[index];
        const Drafting::Draft draft = Drafting::makeDraft(example.changes, example.context);
        if (example.notYet)
            QEXPECT_FAIL("", example.notYet, Abort);
        QCOMPARE(draft.header(), example.header);
        for (const QString &part : example.alsoSays)
            QVERIFY2(draft.message().contains(part), qUtf8Printable(draft.message()));
    }

    void everyMessageIsValid_data() { addRows(); }
    void everyMessageIsValid()
    {
        QFETCH(qsizetype, index);
        const Sample::Example &example = m_examples[index];
        const Drafting::Draft draft = Drafting::makeDraft(example.changes, example.context);
        const auto remarks = Drafting::validateMessage(draft.message());
        QVERIFY2(remarks.isEmpty(),
                 remarks.isEmpty() ? "" : qUtf8Printable(remarks.first().text + u" | "_s + draft.message()));
    }

    void everyDraftSaysWhy_data() { addRows(); }
    void everyDraftSaysWhy()
    {
        QFETCH(qsizetype, index);
        const Drafting::Draft draft =
            Drafting::makeDraft(m_examples[index].changes, m_examples[index].context);
        QVERIFY(!draft.reasons.isEmpty());
        QCOMPARE(draft.alternatives.size(), 3);
        QCOMPARE(draft.alternatives.first().type, draft.type);
        QVERIFY(draft.confidence > 0.2 && draft.confidence <= 1.0);
    }

    void theOrderOfTheFilesDoesNotCount_data() { addRows(); }
    void theOrderOfTheFilesDoesNotCount()
    {
        QFETCH(qsizetype, index);
        QList<Drafting::Change> changes = m_examples[index].changes;
        const Drafting::Draft draft = Drafting::makeDraft(changes, m_examples[index].context);
        const QString description = Drafting::describeChanges(changes);
        QVERIFY(!description.isEmpty());
        std::ranges::reverse(changes);
        QCOMPARE(Drafting::makeDraft(changes, m_examples[index].context), draft);
        QCOMPARE(Drafting::describeChanges(changes), description);
    }

    void aBareDiffStillGivesAValidMessage_data() { addRows(); }
    void aBareDiffStillGivesAValidMessage()
    {
        QFETCH(qsizetype, index);
        QList<Drafting::Change> changes;
        for (const Drafting::Change &change : m_examples[index].changes)
            changes.append(Sample::withoutContent(change));
        const Drafting::Draft draft = Drafting::makeDraft(changes, {});
        QVERIFY2(Drafting::validateMessage(draft.message()).isEmpty(), qUtf8Printable(draft.message()));
        QVERIFY(!draft.message().contains("hunter2"_L1));
    }
};

QTEST_GUILESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
