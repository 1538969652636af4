// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"
#include "ui/history/commitdetails.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

class CommitDetailsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfACommitIsCut()
    {
        CommitDetailsView view;
        view.resize(260, 150);
        Git::CommitDetails details;
        details.commit.parents = {*Git::ObjectId::fromHex(QByteArray(40, '1'))};
        details.commit.subject = u"Why "_s.repeated(70).trimmed();
        details.commit.author = {u"Ada"_s, QString(u"a"_s.repeated(120) + u"@example.org"_s)};
        details.commit.committer = {u"Robot"_s, u"robot@example.org"_s};
        details.message = details.commit.subject + u"\n\n"_s + u"body "_s.repeated(300);
        view.setCommit(details);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const auto *area = view.findChild<QScrollArea *>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
        const auto texts = view.findChildren<WrappedText *>();
        for (const WrappedText *text : texts) {
            if (!text->isVisible())
                continue;
            const QByteArray name = text->accessibleName().toUtf8();
            QVERIFY2(area->widget()->rect().contains(text->geometry()), name.constData());
            QVERIFY2(text->height() >= text->heightForWidth(text->width()), name.constData());
            QVERIFY2(text->verticalScrollBar()->maximum() == 0, name.constData());
            QVERIFY2(text->textInteractionFlags() & Qt::TextSelectableByKeyboard, name.constData());
        }
        details.message = u"Why\n\n"_s + u"line\n"_s.repeated(2'000'000); // 10 MB
        details.commit.subject = u"Why"_s;
        view.setCommit(details);
        QTRY_VERIFY(area->widget()->height() < 100 * view.fontMetrics().height());
    }

    void theTimeOfTheCommitIsSaidWhenItIsAnother()
    {
        CommitDetailsView view;
        Git::CommitDetails details;
        details.commit.author = details.commit.committer = {u"Ada"_s, u"ada@example.org"_s};
        details.commit.authored = details.commit.committed = {1'700'000'000, 0};
        const auto committed = [&] {
            view.setCommit(details);
            QStringList said;
            for (const PlainLabel *label : view.findChildren<PlainLabel *>())
                if (label->isVisibleTo(&view) && label->text().startsWith("Committed"_L1))
                    said += label->text();
            return said.join(u'\n');
        };
        QCOMPARE(committed(), QString());
        details.commit.committed.seconds += 86'400;
        QVERIFY2(committed().contains(u"2023"_s), qPrintable(committed())); // amended by its author
    }
};

PLUMBLINE_UI_TEST_MAIN(CommitDetailsTest)
#include "tst_commitdetails.moc"
