// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/preparedmessage.h"

#include "sequence/sequencefixture.h"

using namespace Qt::StringLiterals;
using Git::MessageCleanup;

namespace {

QByteArray prepared(const SequenceFixture &fixture)
{
    const auto message = Git::readPreparedMessage(fixture.where(), {});
    return message ? *message : "failed: " + message.error().message.toUtf8();
}

} // namespace

class PreparedMessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofWhatWasBegunInATerminalItIsReadWithoutComments_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("message");
        QTest::addRow("merge") << QStringList{u"merge"_s, u"topic"_s} << "Merge branch 'topic'"_ba;
        QTest::addRow("pick") << QStringList{u"cherry-pick"_s, u"topic"_s} << "theirs"_ba;
        QTest::addRow("pick without commit")
            << QStringList{u"cherry-pick"_s, u"-n"_s, u"topic"_s} << "theirs"_ba;
        QTest::addRow("rebase") << QStringList{u"rebase"_s, u"topic"_s} << "ours"_ba;
        QTest::addRow("nothing") << QStringList{u"status"_s} << ""_ba;
    }
    void ofWhatWasBegunInATerminalItIsReadWithoutComments()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, message);
        SequenceFixture fixture;
        fixture.diverge();
        fixture.run(command);
        QCOMPARE(prepared(fixture), message);
    }

    void ofASquashItNamesTheCommits()
    {
        SequenceFixture fixture;
        fixture.repo.branch("topic").checkout("topic").write("new", "n\n").commit("theirs");
        fixture.repo.checkout("main");
        fixture.run({u"merge"_s, u"--squash"_s, u"topic"_s});
        const QByteArray message = prepared(fixture);
        QVERIFY2(message.startsWith("Squashed commit of the following:\n\ncommit "), message.constData());
        QVERIFY(message.endsWith("    theirs"));
        fixture.repo.git({u"commit"_s, u"-q"_s, u"-m"_s, u"all"_s});
        QCOMPARE(prepared(fixture), ""_ba);
    }

    void theConfigurationSaysWhatIsAComment()
    {
        SequenceFixture fixture;
        fixture.diverge();
        fixture.repo.config(u"core.commentChar"_s, u";"_s);
        fixture.run({u"merge"_s, u"topic"_s});
        QCOMPARE(prepared(fixture), "Merge branch 'topic'"_ba);
        fixture.repo.write(".git/MERGE_MSG", "Merge\n\n# kept\n; not kept\n");
        QCOMPARE(prepared(fixture), "Merge\n\n# kept"_ba);
        fixture.repo.config(u"commit.cleanup"_s, u"verbatim"_s);
        QCOMPARE(prepared(fixture), "Merge\n\n# kept\n; not kept"_ba);
    }

    void messagesAreCleanedAsGitDoes_data()
    {
        QTest::addColumn<MessageCleanup>("cleanup");
        QTest::addColumn<QByteArray>("argument");
        QTest::addRow("strip") << MessageCleanup::Strip << "strip"_ba;
        QTest::addRow("whitespace") << MessageCleanup::Whitespace << "whitespace"_ba;
        QTest::addRow("verbatim") << MessageCleanup::Verbatim << "verbatim"_ba;
    }
    void messagesAreCleanedAsGitDoes()
    {
        QFETCH(MessageCleanup, cleanup);
        QFETCH(QByteArray, argument);
        const QByteArray message = "\n\nsubject  \n\n\n# one\nbody\t\n#two\n\nend\n\n";
        SequenceFixture fixture;
        fixture.repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-F"_s, u"-"_s,
                          u"--cleanup="_s + QString::fromLatin1(argument)},
                         message);
        const QByteArray ofGit = fixture.repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        QByteArray ours = Git::cleanedMessage(message, {.cleanup = cleanup});
        if (!ours.endsWith('\n'))
            ours += '\n';
        QCOMPARE(ours, ofGit.sliced(ofGit.indexOf("\n\n") + 2));
    }

    void behindTheScissorsNothingCounts()
    {
        const QByteArray message =
            "subject\n\n# kept\n# ------------------------ >8 ------------------------\ndiff\n";
        QCOMPARE(Git::cleanedMessage(message, {.cleanup = MessageCleanup::Scissors}), "subject\n\n# kept"_ba);
    }
};

QTEST_GUILESS_MAIN(PreparedMessageTest)
#include "tst_preparedmessage.moc"
