// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/agreement.h"
#include "git/work/hooks.h"
#include "writefixture.h"

#include <QElapsedTimer>

#include <sys/stat.h>

#include <fcntl.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

QList<Git::Executable> programsOf(const Git::RepoLocation &where)
{
    const auto found = Git::readExecutables(where);
    if (!found)
        qFatal("%s", qPrintable(found.error().message));
    return *found;
}

QList<QByteArray> printsOf(const Git::RepoLocation &where)
{
    QList<QByteArray> prints;
    for (const Git::Executable &each : programsOf(where))
        prints += each.print();
    return prints;
}

QByteArrayList namesOf(const Git::RepoLocation &where)
{
    QByteArrayList names;
    for (const Git::Executable &each : programsOf(where))
        names += each.name;
    return names;
}

/// As long ago that its content is remembered by its times.
void age(const QByteArray &path)
{
    const struct timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, path.constData(), times, 0), 0);
}

} // namespace

/// What may run in a repository is what the user agreed to, also when it changes between two commands.
class AgreementTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WriteFixture>();
        m_repo = &m_fixture->repo;
        m_repo->write("a", "1\n").commit("one");
        m_asked = 0;
    }

    void cleanup() { Git::agreeTo(m_fixture->where(), std::nullopt); }

    void noHookHidesBehindOtherFiles()
    {
        for (int at = 0; at < 211; ++at)
            m_repo->hook("a" + QByteArray::number(at), "#!/bin/sh\n");
        m_repo->hook("pre-commit", "#!/bin/sh\n").hook("pre-push.sample", "#!/bin/sh\n");
        m_repo->write(".git/hooks/commit-msg", "not to be started\n");
        QCOMPARE(namesOf(m_fixture->where()), QByteArrayList{"hooks/pre-commit"});
    }

    void a15_aHookThatWasReplacedIsNew_data()
    {
        QTest::addColumn<bool>("inPlace");
        QTest::newRow("in place") << true;
        QTest::newRow("another file") << false;
    }

    void a15_aHookThatWasReplacedIsNew()
    {
        QFETCH(bool, inPlace);
        const QByteArray path = m_repo->bytePath(".git/hooks/pre-commit");
        const Git::RepoLocation where = m_fixture->where();
        m_repo->hook("pre-commit", "#!/bin/sh\n# one\n");
        age(path);
        const QList<QByteArray> known = printsOf(where);
        auto same = programsOf(where);
        QVERIFY(!Git::markNew(same, known));
        if (!inPlace)
            QVERIFY(QFile::remove(QFile::decodeName(path)));
        m_repo->hook("pre-commit", "#!/bin/sh\n# two\n"); // as long as the first, and as old
        age(path);
        auto other = programsOf(where);
        QVERIFY(Git::markNew(other, known));
        m_repo->hook("pre-commit", "#!/bin/sh\n# one\n");
        auto back = programsOf(where);
        QVERIFY(!Git::markNew(back, known)); // it is what was agreed to
    }

    void a15_gitIsNotStartedOnceSomethingNewCouldRun_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a hook that appeared") << "hooks/post-checkout"_ba;
        QTest::newRow("a hook that was replaced") << "hooks/pre-commit"_ba;
        QTest::newRow("a hook elsewhere") << "core.hooksPath"_ba;
        QTest::newRow("a setting") << "core.fsmonitor"_ba;
        QTest::newRow("a setting that is included") << "filter.evil.clean"_ba;
    }

    void a15_gitIsNotStartedOnceSomethingNewCouldRun()
    {
        QFETCH(QByteArray, name);
        const QByteArray canary = "touch '" + m_repo->folder().toUtf8() + "/ran'";
        m_repo->config(u"include.path"_s, u"../more"_s).hook("pre-commit", "#!/bin/sh\n");
        const Git::Program git = agreed();
        VERIFY_RESULT(git.run({.arguments = {u"checkout"_s, u"-q"_s, u"HEAD"_s}}, {}));
        if (name == "core.hooksPath")
            m_repo->write("hooks/post-checkout", "#!/bin/sh\n" + canary + '\n', 0755)
                .config(u"core.hooksPath"_s, u"hooks"_s);
        else if (name == "core.fsmonitor")
            m_repo->config(u"core.fsmonitor"_s, QString::fromUtf8(canary));
        else if (name == "filter.evil.clean")
            m_repo->write("more", "[filter \"evil\"]\n\tclean = " + canary + "\n");
        else
            m_repo->hook(name.sliced(6), "#!/bin/sh\n" + canary + '\n');
        for (const auto kind : {Git::Program::Kind::Read, Git::Program::Kind::Write,
                                Git::Program::Kind::Hooks, Git::Program::Kind::Network}) {
            const int before = m_asked;
            const auto run = git.run({.arguments = {u"checkout"_s, u"-q"_s, u"HEAD"_s}, .kind = kind}, {});
            VERIFY_FAILURE(run, ErrorKind::Denied);
            QVERIFY2(run.error().message.contains(QString::fromUtf8(name)), qPrintable(run.error().message));
            QVERIFY(!run.error().hint.isEmpty());
            QCOMPARE(m_asked, before + 1);
        }
        QVERIFY(!QFile::exists(m_repo->folder() + u"/ran"_s));
        agree(); // the user looked, and trusts it again
        VERIFY_RESULT(git.run({.arguments = {u"checkout"_s, u"-q"_s, u"HEAD"_s}}, {}));
    }

    void whatWasBegunIsNotedToItsEnd()
    {
        const Git::Program git = agreed();
        const Git::Program::Run note{
            .arguments = {u"update-ref"_s, u"refs/notes/x"_s, QString::fromUtf8(m_repo->resolve("HEAD"))}};
        m_repo->hook("post-checkout", "#!/bin/sh\n");
        VERIFY_RESULT(git.run(note, {}));
        m_repo->hook("reference-transaction", "#!/bin/sh\n");
        VERIFY_FAILURE(git.run(note, {}), ErrorKind::Denied);
    }

    void aFolderThatIsTrustedWithAllItHoldsIsAskedNothing()
    {
        const Git::Program git = agreed();
        Git::agreeTo(git.location(), std::nullopt);
        m_repo->hook("post-checkout", "#!/bin/sh\n");
        VERIFY_RESULT(git.run({.arguments = {u"checkout"_s, u"-q"_s, u"HEAD"_s}}, {}));
    }

    void lookingAgainCostsLittle()
    {
        for (const char *name : {"pre-commit", "commit-msg", "pre-push"}) {
            m_repo->hook(name, QByteArray(8'000'000, '#'));
            age(m_repo->bytePath(QByteArray(".git/hooks/") + name));
        }
        const Git::Program git = agreed();
        QTest::qWait(2100); // until then it could still change within the same time
        VERIFY_RESULT(Git::checkAgreement(git.location(), u"commit"_s));
        QElapsedTimer timer;
        timer.start();
        constexpr int kLooks = 20;
        for (int at = 0; at < kLooks; ++at)
            VERIFY_RESULT(Git::checkAgreement(git.location(), u"commit"_s));
        const qint64 each = timer.nsecsElapsed() / 1000 / kLooks;
        qInfo("%lld µs for a look", each);
        QVERIFY2(each < 10'000, "24 MB were read"); // which takes longer
    }

private:
    void agree()
    {
        const Git::RepoLocation where = m_fixture->where();
        Git::agreeTo(where, printsOf(where), [this] { ++m_asked; });
    }
    Git::Program agreed()
    {
        agree();
        return m_fixture->git();
    }

    std::unique_ptr<WriteFixture> m_fixture;
    RepoBuilder *m_repo = nullptr;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(AgreementTest)
#include "tst_agreement.moc"
