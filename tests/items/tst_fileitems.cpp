// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fileitems.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

class FileItemsTest final : public QObject
{
    Q_OBJECT

    static QList<FileItem> files(const QList<QByteArray> &paths)
    {
        QList<FileItem> list;
        for (const QByteArray &path : paths)
            list += FileItem{.path = path};
        return list;
    }

private Q_SLOTS:
    void aRefreshKeepsTheRowsThatStay()
    {
        FileItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        items.setFiles(files({"a", "b", "c"}));
        const QPersistentModelIndex kept = items.index(2);
        items.setFiles(files({"a", "c"}));
        QCOMPARE(kept.row(), 1);
        items.setFiles(files({"a", "aa", "c", "d"}));
        QCOMPARE(kept.row(), 2);
    }

    void ofManyRowsAsManyStay()
    {
        FileItems items;
        QList<QByteArray> paths;
        for (int number = 0; number < 30'000; ++number)
            paths += QByteArray::number(number);
        items.setFiles(files(paths));
        QSignalSpy resets(&items, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = items.index(29'000);
        const QByteArray path = kept.data(FileItems::PathRole).toByteArray();
        paths.removeFirst();
        paths += {"a", "15000b", "15000c"};
        items.setFiles(files(paths));
        QCOMPARE(items.rowCount(), 30'002);
        QCOMPARE(kept.data(FileItems::PathRole).toByteArray(), path);
        QCOMPARE(resets.count(), 0);
        items.setFiles({});
        QCOMPARE(items.rowCount(), 0);
        QVERIFY(!kept.isValid());
    }

    void whatIsSharedIsNotCopied()
    {
        FileItems items;
        const QList<FileItem> first = files({"a", "b"}), second = files({"a", "b", "c"});
        items.setFiles(first);
        QCOMPARE(items.files().constData(), first.constData());
        items.setFiles(second);
        QCOMPARE(items.files().constData(), second.constData());
    }

    void anyListBecomesAnyOther()
    {
        QRandomGenerator random(7);
        const auto some = [&] {
            QList<QByteArray> paths;
            for (char name = 'a'; name <= 'p'; ++name)
                if (random.bounded(2) == 1)
                    paths += QByteArray(1, name);
            return files(paths);
        };
        FileItems items;
        QAbstractItemModelTester tester(&items, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int turn = 0; turn < 500; ++turn) {
            const QList<FileItem> wanted = some();
            items.setFiles(wanted);
            QCOMPARE(items.files(), wanted);
        }
    }

    void aChangedStatusIsAnnounced()
    {
        FileItems items;
        items.setFiles(files({"a"}));
        QSignalSpy changes(&items, &QAbstractItemModel::dataChanged);
        items.setFiles(files({"a"}));
        QCOMPARE(changes.count(), 0);
        auto conflicted = files({"a"});
        conflicted[0].status = Diff::FileStatus::Conflicted;
        items.setFiles(conflicted);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(items.index(0).data(Qt::AccessibleTextRole).toString(), u"a, conflicted"_s);
    }

    void namesAreShownLiterallyAndKeptAsBytes()
    {
        FileItems items;
        items.setFiles(files({"<b>\xff\n"}));
        QCOMPARE(items.index(0).data().toString(), u"<b>\\xff<U+000A>"_s);
        QCOMPARE(items.index(0).data(FileItems::PathRole).toByteArray(), "<b>\xff\n"_ba);
    }
};

QTEST_GUILESS_MAIN(FileItemsTest)
#include "tst_fileitems.moc"
