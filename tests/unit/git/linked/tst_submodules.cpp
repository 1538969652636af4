// SPDX-License-Identifier: GPL-3.0-or-later
#include "../writefixture.h"

#include "git/linked/configtext.h"
#include "git/linked/gitmodules.h"
#include "git/linked/submodules.h"
#include "git/linked/submoduleupdate.h"
#include "git/status.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

const QStringList kLocal{u"-c"_s, u"protocol.file.allow=always"_s};

/// A repository with one submodule at "sub", and a clone of it in which that is not initialised.
struct Nested
{
    Nested()
    {
        inner.write("f", "1\n").commit("inner one");
        fixture.repo.git(kLocal +
                         QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        fixture.repo.commit("with sub");
        cloned = fixture.repo.folder() + u"/clone"_s;
        fixture.repo.git({u"clone"_s, u"-q"_s, fixture.repo.path(), cloned});
    }
    Git::RepoLocation where() const
    {
        auto location = Git::openRepository(cloned)->location;
        location.trust = Git::Trust::Trusted;
        return location;
    }
    Git::Submodule module(Git::SubmoduleDepth depth = Git::SubmoduleDepth::Contents) const
    {
        const auto all = Git::readSubmodules(where(), depth, {});
        return all && all->size() == 1 ? all->first() : Git::Submodule();
    }
    Result<QList<QByteArray>> update(bool initialises = true) const
    {
        return Git::updateSubmodules(fixture.runner, where(), {.paths = {"sub"}, .initialises = initialises},
                                     {}, {});
    }
    void inClone(const QStringList &arguments) const
    {
        fixture.repo.git(QStringList{u"-C"_s, cloned} + arguments);
    }
    void writeInClone(const QString &path, const QByteArray &content) const
    {
        QFile file(cloned + u'/' + path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("cannot write %s", qPrintable(path));
    }

    RepoBuilder inner;
    WriteFixture fixture;
    QString cloned;
};

} // namespace

class SubmodulesTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Nested> m_refused;

private Q_SLOTS:
    // As it is where nobody said anything.
    void init()
    {
        RepoBuilder().tryGit({u"config"_s, u"--global"_s, u"--unset-all"_s, u"protocol.file.allow"_s});
    }
    void cleanupTestCase() { m_refused.reset(); }

    void ignoredFilesInOneAreNotOverwritten()
    {
        Nested nested;
        const QString sub = nested.cloned + u"/sub"_s;
        nested.inner.write(".gitignore", "secret\n").commit("ignore");
        nested.inner.write("secret", "theirs\n").git({u"add"_s, u"-f"_s, u"secret"_s});
        nested.inner.commit("tracks", {.stagesAll = false});
        nested.fixture.repo.git(kLocal + QStringList{u"submodule"_s, u"update"_s, u"--remote"_s, u"sub"_s});
        nested.fixture.repo.commit("newer");
        nested.inClone({u"pull"_s, u"-q"_s, u"--no-recurse-submodules"_s});
        VERIFY_RESULT(nested.update());
        nested.inClone({u"-C"_s, u"sub"_s, u"checkout"_s, u"-q"_s, u"--detach"_s, u"HEAD~1"_s});
        nested.writeInClone(u"sub/secret"_s, "mine\n");
        const auto updated = nested.update();
        VERIFY_FAILURE(updated, ErrorKind::Conflict);
        QVERIFY(updated.error().detail.contains(u"secret"_s));
        QFile file(sub + u"/secret"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "mine\n");
    }

    void eachStateIsTold()
    {
        const Nested nested;
        Git::Submodule module = nested.module();
        QCOMPARE(module.path, "sub");
        QCOMPARE(module.name, "sub");
        QVERIFY(!module.isInitialised && !module.isPopulated && module.problem.isEmpty());
        QCOMPARE(module.recorded.toHex(), nested.inner.resolve("HEAD"));
        VERIFY_FAILURE(nested.update(false), ErrorKind::Invalid);
        const auto updated = nested.update();
        VERIFY_RESULT(updated);
        QCOMPARE(*updated, QList<QByteArray>{"sub"});
        module = nested.module();
        QVERIFY(module.isInitialised && module.isClean());
        QCOMPARE(module.checkedOut, module.recorded);
        nested.writeInClone(u"sub/new"_s, "x");
        QVERIFY(nested.module().hasUntracked && !nested.module().hasChanges);
        nested.writeInClone(u"sub/f"_s, "2\n");
        QVERIFY(nested.module().hasChanges && !nested.module().hasNewCommit);
        nested.inClone({u"-C"_s, u"sub"_s, u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@example.org"_s,
                        u"commit"_s, u"-qam"_s, u"two"_s});
        module = nested.module();
        QVERIFY(module.hasNewCommit && !module.hasChanges && module.hasUntracked);
    }

    void aCommitOnNoBranchIsNotLeft()
    {
        const Nested nested;
        VERIFY_RESULT(nested.update());
        nested.inClone({u"-C"_s, u"sub"_s, u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@example.org"_s,
                        u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"mine"_s});
        const Git::ObjectId mine = nested.module().checkedOut;
        VERIFY_FAILURE(nested.update(), ErrorKind::Conflict);
        QCOMPARE(nested.module().checkedOut, mine);
        nested.inClone({u"-C"_s, u"sub"_s, u"branch"_s, u"kept"_s});
        VERIFY_RESULT(nested.update());
        QVERIFY(nested.module().isClean());
    }

    void changesAreNotOverwritten()
    {
        Nested nested;
        VERIFY_RESULT(nested.update());
        nested.inner.write("f", "theirs\n").commit("inner two");
        nested.inClone({u"-C"_s, u"sub"_s, u"fetch"_s, u"-q"_s});
        nested.inClone({u"-C"_s, u"sub"_s, u"checkout"_s, u"-q"_s, u"origin/main"_s});
        nested.writeInClone(u"sub/f"_s, "mine\n");
        VERIFY_FAILURE(nested.update(), ErrorKind::Conflict);
        QFile file(nested.cloned + u"/sub/f"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "mine\n");
    }

    void submodulesInSubmodulesAreUpdatedWhenWanted()
    {
        Nested nested;
        RepoBuilder deepest;
        deepest.write("d", "1\n").commit("deepest");
        nested.inner.git(kLocal +
                         QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, deepest.path(), u"deep"_s});
        nested.inner.commit("with deep");
        nested.fixture.repo.git({u"-C"_s, u"sub"_s, u"pull"_s, u"-q"_s});
        nested.fixture.repo.commit("newer sub");
        nested.inClone({u"pull"_s, u"-q"_s});
        VERIFY_RESULT(nested.update());
        QVERIFY(!QFile::exists(nested.cloned + u"/sub/deep/d"_s));
        const auto all =
            Git::updateSubmodules(nested.fixture.runner, nested.where(),
                                  {.paths = {}, .initialises = true, .isRecursive = true}, {}, {});
        VERIFY_RESULT(all);
        QCOMPARE(*all, (QList<QByteArray>{"sub", "sub/deep"}));
        QVERIFY(QFile::exists(nested.cloned + u"/sub/deep/d"_s));
    }

    void aPathIsTakenLiterally()
    {
        RepoBuilder inner;
        inner.write("f", "1\n").commit("one");
        WriteFixture fixture;
        for (const QString &path : {u"a*"_s, u"ab"_s})
            fixture.repo.git(kLocal + QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, u"--name"_s,
                                                  path == u"ab" ? u"other"_s : u"star"_s, inner.path(),
                                                  path});
        fixture.repo.commit("subs");
        fixture.repo.git({u"submodule"_s, u"--quiet"_s, u"deinit"_s, u"--all"_s});
        VERIFY_RESULT(Git::updateSubmodules(fixture.runner, fixture.where(),
                                            {.paths = {"a*"}, .initialises = true}, {}, {}));
        QVERIFY(fixture.repo.exists("a*/f"));
        QVERIFY(!fixture.repo.exists("ab/f"));
    }

    void whatGitmodulesMustNotSayIsRefusedBeforeGitHearsOfIt_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("a remote helper") << "sub"_ba << "ext::touch canary"_ba;
        QTest::newRow("any helper") << "sub"_ba << "fd::17"_ba;
        QTest::newRow("an option") << "sub"_ba << "--upload-pack=touch canary"_ba;
        QTest::newRow("an option as a host") << "sub"_ba << "ssh://-oProxyCommand=touch/x"_ba;
        QTest::newRow("a line feed") << "sub"_ba << "https://example.org/a\\nb"_ba;
        QTest::newRow("an encoded one") << "sub"_ba << "https://example.org/%0ahost=evil"_ba;
        QTest::newRow("in a relative one") << "sub"_ba << "../x%0ahost=evil"_ba;
        QTest::newRow("a relative helper") << "sub"_ba << "../ext::touch canary"_ba;
        QTest::newRow("another scheme") << "sub"_ba << "git://example.org/x"_ba;
        QTest::newRow("no address") << "sub"_ba << ""_ba;
        QTest::newRow("a name that climbs") << "../../hooks"_ba << "https://example.org/x"_ba;
        QTest::newRow("in its middle") << "a/../../../x"_ba << "https://example.org/x"_ba;
        QTest::newRow("with the other slash") << "a\\\\..\\\\x"_ba << "https://example.org/x"_ba;
        QTest::newRow("a name that is an option") << "-x"_ba << "https://example.org/x"_ba;
        QTest::newRow("unencrypted") << "sub"_ba << "http://example.org/x"_ba;
    }

    void whatGitmodulesMustNotSayIsRefusedBeforeGitHearsOfIt()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, url);
        if (!m_refused)
            m_refused = std::make_unique<Nested>();
        const Nested &nested = *m_refused; // nothing happens to it
        nested.writeInClone(u".gitmodules"_s,
                            "[submodule \"" + name + "\"]\n\tpath = sub\n\turl = \"" + url + "\"\n");
        const auto updated = nested.update();
        QVERIFY(!updated);
        const bool isUnencrypted = url.startsWith("http:");
        QCOMPARE(updated.error().kind, isUnencrypted ? ErrorKind::Denied : ErrorKind::Invalid);
        QVERIFY(isUnencrypted || !nested.module().problem.isEmpty());
        QVERIFY(!QFile::exists(nested.cloned + u"/canary"_s));
        QVERIFY(!QFile::exists(nested.cloned + u"/.git/modules"_s));
        if (!isUnencrypted)
            QVERIFY(!nested.module().isInitialised);
    }

    void anAddressInTheConfigurationIsLookedAtToo()
    {
        const Nested nested;
        nested.inClone({u"config"_s, u"submodule.sub.url"_s, u"ext::touch canary"_s});
        VERIFY_FAILURE(nested.update(), ErrorKind::Invalid);
        QVERIFY(!QFile::exists(nested.cloned + u"/canary"_s));
    }

    void aFolderOfThisMachineIsNotForARepositoryFromElsewhere()
    {
        const Nested nested;
        nested.inClone({u"remote"_s, u"set-url"_s, u"origin"_s, u"https://example.org/outer"_s});
        VERIFY_FAILURE(nested.update(), ErrorKind::Denied);
        QVERIFY(!QFile::exists(nested.cloned + u"/sub/f"_s));
        nested.inClone({u"config"_s, u"--global"_s, u"protocol.file.allow"_s, u"always"_s});
        VERIFY_RESULT(nested.update());
    }

    void aFolderThatGitMayNotTakeIsNotTaken()
    {
        const Nested nested;
        nested.inClone({u"config"_s, u"--global"_s, u"protocol.file.allow"_s, u"user"_s});
        VERIFY_FAILURE(nested.update(), ErrorKind::Denied);
    }

    void aLinkInItsPlaceIsNotFollowed()
    {
        const Nested nested;
        QVERIFY(QDir(nested.cloned).rmdir(u"sub"_s));
        QVERIFY(QFile::link(nested.inner.path(), nested.cloned + u"/sub"_s));
        QVERIFY(!nested.module().isPopulated);
        QVERIFY(!nested.module().problem.isEmpty());
        VERIFY_FAILURE(nested.update(), ErrorKind::Invalid);
    }

    void aForgedGitmodulesIsNoFile()
    {
        const Nested nested;
        QVERIFY(QFile::remove(nested.cloned + u"/.gitmodules"_s));
        QVERIFY(QFile::link(u"/etc/passwd"_s, nested.cloned + u"/.gitmodules"_s));
        QVERIFY(!nested.module().problem.isEmpty());
        QVERIFY(QFile::remove(nested.cloned + u"/.gitmodules"_s));
        QCOMPARE(nested.module().name, "sub"); // the index has it
        nested.writeInClone(u".gitmodules"_s, "[submodule \"sub\"\n");
        QVERIFY(!nested.module().problem.isEmpty());
        nested.writeInClone(u".gitmodules"_s,
                            "[include]\n\tpath = /etc/passwd\n[submodule \"sub\"]\n\tpath = sub\n");
        QVERIFY(nested.module().problem.contains(u"address"_s));
    }

    void aConfigurationIsTakenApartAsGitDoesIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << "[submodule \"a\"]\n\tpath = x\n\turl = ../x\n"_ba;
        QTest::newRow("escapes") << "[Submodule \"a\\\"b\\\\c\"] PATH = \"x\\ty\" z \t ; c\nurl=a\\\\b\n"_ba;
        QTest::newRow("continued") << "[submodule \"a\"]\r\npath = one \\\r\n  two\r\nurl = x # y\r\n"_ba;
        QTest::newRow("old form") << "[submodule.Old]\nurl = \" kept \"  \n# c\n;c\n[x]\nflag\n"_ba;
        QTest::newRow("carriage return in it") << "[submodule \"a\"]\npath = \"x\r\"\nurl = y\r z\r\n"_ba;
        QTest::newRow("no end") << "[submodule \"a\"]\npath = x"_ba;
        QTest::newRow("open quote") << "[submodule \"a\"]\npath = \"x\n"_ba;
        QTest::newRow("open header") << "[submodule \"a\"\npath = x\n"_ba;
        QTest::newRow("unknown escape") << "[submodule \"a\"]\npath = x\\q\n"_ba;
        QTest::newRow("no section") << "path = x\n"_ba;
        QTest::newRow("odd name") << "[submodule \"a\"]\npa_th = x\n"_ba;
    }

    void aConfigurationIsTakenApartAsGitDoesIt()
    {
        QFETCH(QByteArray, text);
        if (!m_refused)
            m_refused = std::make_unique<Nested>();
        RepoBuilder &repo = m_refused->inner;
        repo.write("config", text);
        const auto listed = repo.tryGit({u"config"_s, u"-z"_s, u"--list"_s, u"--file"_s, u"config"_s});
        const auto parsed = Git::parseConfigText(text);
        QCOMPARE(parsed.has_value(), listed.exitCode == 0);
        QByteArray ours;
        for (const Git::ConfigSetting &setting : parsed.value_or(QList<Git::ConfigSetting>())) {
            if (!setting.section.isEmpty())
                ours += setting.section + '.';
            if (!setting.subsection.isEmpty())
                ours += setting.subsection + '.';
            ours += setting.name;
            if (setting.name != "flag")
                ours += '\n' + setting.value;
            ours += '\0';
        }
        if (listed.exitCode == 0)
            QCOMPARE(ours, listed.output);
    }

    void pathsThatLeadElsewhereAreNamed_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"../x", "a/../b", ".git/x", "a/.GIT", "/abs", "", "-x", "a\nb", "a\r"})
            QTest::newRow(path) << QByteArray(path);
    }
    void pathsThatLeadElsewhereAreNamed()
    {
        QFETCH(QByteArray, path);
        QVERIFY(!Git::submodulePathProblem(path).isEmpty());
    }

    void withoutTrustItIsListedAndNothingRuns()
    {
        const Nested nested;
        auto where = nested.where();
        where.trust = Git::Trust::Unknown;
        const auto all = Git::readSubmodules(where, Git::SubmoduleDepth::Contents, {});
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1);
        VERIFY_FAILURE(
            Git::updateSubmodules(nested.fixture.runner, where, {.paths = {}, .initialises = true}, {}, {}),
            ErrorKind::Denied);
        QVERIFY(!nested.module().isInitialised);
    }

    // Cancelled with the first words of git and with later ones, when the clone is there.
    void aCancelledUpdateIsDoneAnew()
    {
        for (const int at : {1, 3}) {
            const Nested nested;
            CancelSource cancel;
            int heard = 0;
            const auto stopped = Git::updateSubmodules(
                nested.fixture.runner, nested.where(), {.paths = {"sub"}, .initialises = true},
                [&](const Git::TransferProgress &) {
                    if (++heard == at)
                        cancel.cancel();
                },
                cancel.token());
            if (!stopped) // else it was faster
                QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
            QVERIFY(stopped || !nested.module().isPopulated);
            VERIFY_RESULT(nested.update());
            QVERIFY(nested.module().isClean());
        }
    }
};

QTEST_GUILESS_MAIN(SubmodulesTest)
#include "tst_submodules.moc"
