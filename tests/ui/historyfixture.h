// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/pagefixture.h"
#include "ui/diff/diffview.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/history/queryline.h"

/// The History page of a repository, and small histories for it.
namespace HistoryFixture {

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

struct Opened : Tests::OpenPage<HistoryPage>
{
    using OpenPage::OpenPage;

    CommitList *list() { return page().findChild<CommitList *>(); }
    DiffView *diff() { return page().findChild<DiffView *>(); }
    HistoryController &history() { return static_cast<HistoryController &>(page().controller()); }
    QLineEdit *query() { return page().findChild<QueryLine *>()->findChild<QLineEdit *>(); }
    void ask(const QString &line)
    {
        query()->setFocus();
        query()->selectAll();
        QTest::keyClicks(query(), line);
        QTest::keyClick(query(), Qt::Key_Return);
    }
    QString selected() { return list()->currentIndex().data().toString(); }
    QStringList subjects()
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all += list()->model()->index(row, 0).data().toString();
        return all;
    }
    QStringList deployed() // environments with a chip
    {
        QStringList found;
        for (int row = 0; row < list()->model()->rowCount(); ++row) {
            const QVariant refs = list()->model()->index(row, 0).data(CommitItems::RefsRole);
            for (const RefLabel &label : refs.value<QList<RefLabel>>())
                if (label.mark == LabelMark::Deployment)
                    found += label.text;
        }
        return found;
    }
    QList<QByteArray> shownFiles()
    {
        QList<QByteArray> paths;
        for (const Diff::FileDiff &file : diff()->files())
            paths += file.path();
        return paths;
    }
};

inline void threeCommits(RepoBuilder &repo)
{
    repo.write("a.txt", "1\n").commit("first");
    repo.write("b.txt", "2\n")
        .commit("second\n\nWhy it was done.", {.author = "Mara", .email = "m@example.org"});
    repo.write("c.txt", "3\n").write("d.txt", "4\n").commit("third");
}

inline void manyCommits(RepoBuilder &repo, int count)
{
    QByteArray stream;
    for (int number = 0; number < count; ++number) {
        const QByteArray subject = "c" + QByteArray::number(number);
        stream += "commit refs/heads/main\ncommitter Ada <a@example.org> " +
                  QByteArray::number(1700000000 + number) + " +0000\ndata " +
                  QByteArray::number(subject.size()) + "\n" + subject + "\n";
    }
    repo.git({u"fast-import"_s, u"--quiet"_s}, stream);
}

} // namespace HistoryFixture
