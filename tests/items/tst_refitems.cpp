// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/refitems.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

Git::ObjectId id(int number)
{
    const QByteArray name = QByteArray::number(number);
    return *Git::ObjectId::fromHex(QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex());
}

Git::Ref ref(const QByteArray &name, Git::RefKind kind, int target = 1)
{
    return {.name = name, .kind = kind, .target = id(target)};
}

Git::Refs someRefs()
{
    using enum Git::RefKind;
    Git::Refs refs;
    refs.head = {Git::HeadState::Branch, "refs/heads/main", id(1)};
    refs.all = {ref("refs/heads/Alpha", LocalBranch),
                ref("refs/heads/main", LocalBranch),
                ref("refs/heads/topic/x", LocalBranch, 2),
                ref("refs/notes/x", Note),
                ref("refs/remotes/origin/main", RemoteBranch),
                ref("refs/remotes/origin/old", RemoteBranch, 3),
                ref("refs/tags/v1.0", Tag, 2)};
    return refs;
}

QStringList rowsOf(const RefItems &items)
{
    QStringList rows;
    for (int row = 0; row < items.rowCount(); ++row) {
        const QModelIndex index = items.index(row);
        rows +=
            (index.data(RefItems::IsHeadingRole).toBool() ? u"# "_s : QString()) + index.data().toString();
    }
    return rows;
}

QList<RefLabel> labels(const Git::Refs &refs, int commit, const RefSurroundings &around = {})
{
    return labelsOf(refs, around).value(id(commit));
}

} // namespace

class RefItemsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refsStandInSectionsAndHeadsBranchFirst()
    {
        RefItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setEntries(entriesOf(someRefs(), {{.path = "/work/other", .branch = "refs/heads/topic/x"}}));
        QCOMPARE(rowsOf(items), QStringList({u"# Local"_s, u"main"_s, u"Alpha"_s, u"topic/x"_s, u"# Remote"_s,
                                             u"origin/main"_s, u"origin/old"_s, u"# Tags"_s, u"v1.0"_s,
                                             u"# Work trees"_s, u"other"_s}));
        QVERIFY(items.index(1).data(RefItems::IsCurrentRole).toBool());
        QCOMPARE(items.index(10).data(RefItems::TargetRole).value<Git::ObjectId>(), id(2));
        QCOMPARE(items.index(10).data(RefItems::NoteRole).toString(), u"topic/x"_s);
        items.setCurrentNote(u"↑2"_s);
        QCOMPARE(items.index(1).data(Qt::AccessibleTextRole).toString(), u"main, checked out, ↑2"_s);
        items.setNotes({{"refs/heads/topic/x", u"↓1"_s}, {"refs/heads/main", u"↑9"_s}});
        QCOMPARE(items.index(3).data(Qt::AccessibleTextRole).toString(), u"topic/x, ↓1"_s);
        QCOMPARE(items.index(1).data(RefItems::NoteRole).toString(), u"↑2"_s); // HEAD's has its own
        items.setNotes({});
        QCOMPARE(items.index(3).data(RefItems::NoteRole).toString(), QString());
    }

    void tagsStandInTheOrderOfTheirVersions()
    {
        const QList<QByteArray> tags{"2024-9", "2024-10", "v1.2.0", "v1.2.0-rc1", "v1.10.0", "v1.10.1", "v2"};
        Git::Refs refs;
        for (const QByteArray &tag : tags)
            refs.all += Git::Ref{.name = "refs/tags/" + tag, .kind = Git::RefKind::Tag, .target = id(1)};
        std::ranges::sort(refs.all, {}, &Git::Ref::name); // as git has them
        QList<QByteArray> shown;
        for (const RefEntry &entry : entriesOf(refs, {}))
            shown += entry.name.sliced(10);
        QCOMPARE(shown, tags);
    }

    void aFilterKeepsNamesThatHoldEveryWord()
    {
        RefItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setEntries(entriesOf(someRefs(), {}));
        items.setFilter(u" ORIGIN ma "_s);
        QCOMPARE(rowsOf(items), QStringList({u"# Remote"_s, u"origin/main"_s}));
        items.setFilter(u"nothing"_s);
        QCOMPARE(items.rowCount(), 0);
        items.setFilter({});
        QCOMPARE(items.rowCount(), 9);
    }

    void aClosedSectionOpensForAFilter()
    {
        RefItems items;
        items.setEntries(entriesOf(someRefs(), {}));
        items.setOpen(RefSection::Remote, false);
        QVERIFY(!rowsOf(items).contains(u"origin/main"_s));
        QVERIFY(rowsOf(items).contains(u"# Remote"_s));
        QCOMPARE(items.rowOf("refs/remotes/origin/main"), -1);
        items.setFilter(u"main"_s);
        QVERIFY(items.rowOf("refs/remotes/origin/main") > 0);
    }

    void whatIsHiddenSaysSo()
    {
        RefItems items;
        items.setEntries(entriesOf(someRefs(), {}));
        items.setShown({"refs/heads/main", "refs/heads/Alpha"}, {});
        QVERIFY(items.index(2).data(RefItems::IsHiddenRole).toBool());
        QVERIFY(items.index(2).data(Qt::AccessibleTextRole).toString().contains(u"hidden"_s));
        QVERIFY(!items.index(1).data(RefItems::IsHiddenRole).toBool()); // history starts from HEAD
        QVERIFY(!items.index(1).data(RefItems::CanHideRole).toBool());
        items.setShown({"refs/heads/main"}, {"refs/heads/main"}); // alone, whatever else is hidden
        QVERIFY(!items.index(1).data(RefItems::IsHiddenRole).toBool());
        QVERIFY(items.index(2).data(RefItems::IsHiddenRole).toBool());
        QVERIFY(items.index(1).data(RefItems::CanHideRole).toBool());
    }

    void aRefThatLeadsToNoCommitSaysSo()
    {
        Git::Refs refs = someRefs();
        refs.all += {.name = "refs/tags/tree", .kind = Git::RefKind::Tag};
        RefItems items;
        items.setEntries(entriesOf(refs, {}));
        const QModelIndex tree = items.index(items.rowOf("refs/tags/tree"));
        QVERIFY(tree.isValid());
        QCOMPARE(tree.data(RefItems::NoteRole).toString(), u"no commit"_s);
        QVERIFY(tree.data(Qt::AccessibleTextRole).toString().contains(u"no commit"_s));
        QVERIFY(tree.data(RefItems::ExplanationRole).toString().contains(u"leads to no commit"_s));
        QVERIFY(!tree.data(RefItems::CanHideRole).toBool());
        QCOMPARE(items.index(items.rowOf("refs/tags/v1.0")).data(RefItems::ExplanationRole).toString(),
                 u"v1.0"_s);
    }

    void ofManyLabelsTheFirstAreNamedAndTheOthersCounted()
    {
        QList<RefLabel> many;
        for (int number = 0; number < 7; ++number)
            many += RefLabel{.text = QString::number(number), .kind = Git::RefKind::Tag};
        QCOMPARE(spokenLabels(many, 9).size(), 7);
        const QStringList few = spokenLabels(many, 2);
        QCOMPARE(few.size(), 3);
        QCOMPARE(few[1], u"tag 1"_s);
        QVERIFY2(few[2].contains(u"5"_s), qPrintable(few[2]));
    }

    void namesAreShownLiterally()
    {
        Git::Refs refs;
        refs.all = {ref("refs/heads/<b>x</b>\xe2\x80\xae\xff", Git::RefKind::LocalBranch)};
        RefItems items;
        items.setEntries(entriesOf(refs, {{.path = "/x/a\nb", .branch = "refs/heads/y"}}));
        QCOMPARE(items.index(1).data().toString(), u"<b>x</b><U+202E>\\xff"_s);
        QVERIFY(!items.index(3).data().toString().contains(u'\n'));
        QCOMPARE(items.index(1).data(RefItems::NameRole).toByteArray(), refs.all[0].name);
    }

    void aRemoteBranchAtTheSameCommitIsPartOfTheLocalOne()
    {
        const Git::Refs refs = someRefs();
        const QList<RefLabel> one = labels(refs, 1);
        QCOMPARE(one.size(), 2); // main with origin, Alpha
        QCOMPARE(one[0], (RefLabel{.text = u"main"_s,
                                   .kind = Git::RefKind::LocalBranch,
                                   .isCurrent = true,
                                   .remotes = u"origin"_s}));
        QCOMPARE(spokenLabel(one[0]), u"main, checked out, the same on origin"_s);
        QCOMPARE(labels(refs, 3), QList<RefLabel>({{u"origin/old"_s, Git::RefKind::RemoteBranch}}));
        Git::Refs moved = refs;
        moved.all[4].target = id(3); // origin/main is elsewhere: it says something
        QCOMPARE(labels(moved, 3).size(), 2);
        QCOMPARE(labels(moved, 1)[0].remotes, QString());
    }

    void otherMarksStandBesideRefs()
    {
        const RefSurroundings around{.worktrees = {{.path = "/w/fix", .branch = "refs/heads/topic/x"},
                                                   {.path = "/w/old", .target = id(3)}},
                                     .cutOff = {id(3)},
                                     .deployments = {{u"production"_s, id(2)}}};
        const QList<RefLabel> two = labels(someRefs(), 2, around);
        QCOMPARE(two.size(), 3);
        QCOMPARE(two[0].mark, LabelMark::Deployment);
        QCOMPARE(spokenLabel(two[0]), u"last change of production"_s);
        QCOMPARE(two[1].worktree, u"fix"_s);
        QCOMPARE(spokenLabel(two[1]), u"topic/x, checked out in fix"_s);
        QCOMPARE(spokenLabel(two[2]), u"tag v1.0"_s);
        const QList<RefLabel> three = labels(someRefs(), 3, around);
        QCOMPARE(three.size(), 3);
        QCOMPARE(three[0].worktree, u"old"_s);
        QCOMPARE(spokenLabel(three[2]), u"history is truncated here"_s);
    }

    void aKeyInTheFilterOfFiftyThousandRefsAsksForNoName()
    {
        Git::Refs refs;
        for (int number = 0; number < 50'000; ++number)
            refs.all += ref("refs/remotes/origin/feature/team-" + QByteArray::number(number % 97) +
                                "/change-" + QByteArray::number(number),
                            Git::RefKind::RemoteBranch, number + 1);
        RefItems items;
        items.setEntries(entriesOf(refs, {}));
        QSignalSpy resets(&items, &QAbstractItemModel::modelReset),
            changes(&items, &QAbstractItemModel::dataChanged);
        qint64 worst = 0;
        int keys = 0;
        QElapsedTimer timer;
        for (const auto &[words, rows] : {std::pair(u"c"_s, 50'001),
                                          {u"change-4"_s, 11'112},
                                          {u"team-7 change-49"_s, 123},
                                          {u"zzz"_s, 0},
                                          {u""_s, 50'001}}) {
            timer.restart();
            items.setFilter(words);
            worst = qMax(worst, timer.elapsed());
            QCOMPARE(items.rowCount(), rows);
            QCOMPARE(resets.count(), ++keys); // one pass over names that were made ready before
            items.setFilter(words);
            QCOMPARE(resets.count(), keys);
        }
        QCOMPARE(changes.count(), 0);
        QVERIFY(!labelsOf(refs, {}).isEmpty());
        qInfo("50,000 refs: slowest key %lld ms", worst);
    }
};

QTEST_GUILESS_MAIN(RefItemsTest)
#include "tst_refitems.moc"
