// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/truststore.h"
#include "support/verify.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include <thread>

using namespace Qt::StringLiterals;

class TrustStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->filePath(u"state/plumbline"_s);
        m_where = locationAt("repository.git");
    }

    void nobodySaidAnythingIsUnknown()
    {
        const TrustStore store(m_folder);
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
        QVERIFY(!QFile::exists(store.path()));
    }

    void whatWasSaidIsRememberedByAnotherStore()
    {
        const Git::RepoLocation other = locationAt("other.git");
        VERIFY_RESULT(TrustStore(m_folder).setTrust(m_where, Git::Trust::Trusted));
        VERIFY_RESULT(TrustStore(m_folder).setTrust(other, Git::Trust::Restricted));
        const TrustStore store(m_folder);
        QCOMPARE(store.trustOf(m_where), Git::Trust::Trusted);
        QCOMPARE(store.trustOf(other), Git::Trust::Restricted);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Restricted));
        QCOMPARE(store.trustOf(m_where), Git::Trust::Restricted);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Unknown));
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
        QCOMPARE(store.trustOf(other), Git::Trust::Restricted);
    }

    void anotherRepositoryInTheSamePlaceIsUnknown()
    {
        const TrustStore store(m_folder);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Trusted));
        const QByteArray moved = m_where.gitDir + ".moved";
        QCOMPARE(::rename(m_where.gitDir.constData(), moved.constData()), 0);
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
        QCOMPARE(::mkdir(m_where.gitDir.constData(), 0755), 0);
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
        Git::RepoLocation there = m_where;
        there.gitDir = moved;
        QCOMPARE(store.trustOf(there), Git::Trust::Unknown);
    }

    void pathsAreBytes()
    {
        const TrustStore store(m_folder);
        const Git::RepoLocation odd = locationAt("caf\xe9 %41\n\".git");
        VERIFY_RESULT(store.setTrust(odd, Git::Trust::Trusted));
        QCOMPARE(store.trustOf(odd), Git::Trust::Trusted);
        ::rmdir(odd.gitDir.constData());
    }

    void onlyTheOwnerMayReadIt()
    {
        const TrustStore store(m_folder);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Trusted));
        QCOMPARE(modeOf(store.path()), 0600u);
        QCOMPARE(modeOf(m_folder), 0700u);
    }

    void aDamagedFileIsPutAsideWithANotice_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("mode");
        QTest::addRow("garbage") << QByteArray("{{{") << 0600;
        QTest::addRow("empty") << QByteArray() << 0600;
        QTest::addRow("no list") << QByteArray("{\"version\":1,\"repositories\":3}") << 0600;
        QTest::addRow("later version") << QByteArray("{\"version\":2,\"repositories\":[]}") << 0600;
        QTest::addRow("writable by others") << QByteArray("{\"version\":1,\"repositories\":[]}") << 0666;
    }

    void aDamagedFileIsPutAsideWithANotice()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, mode);
        const TrustStore store(m_folder);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Trusted));
        QVERIFY(store.takeNotice().isEmpty());
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(store.path()).constData(), static_cast<mode_t>(mode)), 0);
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
        const QString notice = store.takeNotice();
        QVERIFY(notice.contains(store.path() + u".unreadable"_s));
        QVERIFY(store.takeNotice().isEmpty());
        QFile kept(store.path() + u".unreadable"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Restricted));
        QCOMPARE(store.trustOf(m_where), Git::Trust::Restricted);
    }

    void anUnknownWordIsNotTrust()
    {
        const TrustStore store(m_folder);
        VERIFY_RESULT(store.setTrust(m_where, Git::Trust::Trusted));
        QFile file(store.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray content = file.readAll().replace("\"trusted\"", "\"yes\"");
        file.resize(0);
        file.seek(0);
        file.write(content);
        file.close();
        QCOMPARE(store.trustOf(m_where), Git::Trust::Unknown);
    }

    void aFolderThatCannotBeMadeIsDenied()
    {
        const TrustStore store(u"/proc/nowhere/plumbline"_s);
        VERIFY_FAILS(store.setTrust(m_where, Git::Trust::Trusted), ErrorKind::Denied);
    }

    void aRepositoryThatIsGoneCannotBeTrusted()
    {
        Git::RepoLocation gone = m_where;
        gone.gitDir += "-gone";
        VERIFY_FAILS(TrustStore(m_folder).setTrust(gone, Git::Trust::Trusted), ErrorKind::NotFound);
        QCOMPARE(TrustStore(m_folder).trustOf(gone), Git::Trust::Unknown);
    }

    void twoStoresAtOnceLoseNothing()
    {
        QList<Git::RepoLocation> places;
        for (int at = 0; at < 20; ++at)
            places.append(locationAt("r" + QByteArray::number(at)));
        const auto record = [&](qsizetype first) {
            const TrustStore store(m_folder);
            for (qsizetype at = first; at < places.size(); at += 2) {
                if (!store.setTrust(places[at], Git::Trust::Trusted))
                    qWarning("not recorded");
            }
        };
        std::thread other([&] { record(1); });
        record(0);
        other.join();
        const TrustStore store(m_folder);
        for (const Git::RepoLocation &place : places)
            QCOMPARE(store.trustOf(place), Git::Trust::Trusted);
    }

    void theStateFolderFollowsTheDesktopRules()
    {
        const QByteArray before = qgetenv("XDG_STATE_HOME");
        qputenv("XDG_STATE_HOME", "/var/state/me");
        QCOMPARE(userStateFolder(), u"/var/state/me/plumbline"_s);
        const QString fallback = QDir::homePath() + u"/.local/state/plumbline"_s;
        qputenv("XDG_STATE_HOME", "relative");
        QCOMPARE(userStateFolder(), fallback);
        qunsetenv("XDG_STATE_HOME");
        QCOMPARE(userStateFolder(), fallback);
        if (!before.isEmpty())
            qputenv("XDG_STATE_HOME", before);
    }

    void a15_whatCouldRunIsKeptWithTheTrust()
    {
        VERIFY_RESULT(TrustStore(m_folder).setTrust(
            m_where, {.trust = Git::Trust::Trusted, .programs = {"core.fsmonitor 1f", "hooks/caf\xe9 % 2"}}));
        const auto answer = TrustStore(m_folder).answerFor(m_where);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->trust, Git::Trust::Trusted);
        QCOMPARE(answer->programs, (QList<QByteArray>{"core.fsmonitor 1f", "hooks/caf\xe9 % 2"}));
        QVERIFY(!TrustStore(m_folder).answerFor(locationAt("other.git"))->programs);
    }

    void aFolderIsTrustedWithAllItHolds()
    {
        const TrustStore store(m_folder);
        const Git::RepoLocation first = workTreeAt("src/first"), second = workTreeAt("src/second");
        const Git::RepoLocation outside = workTreeAt("src-not");
        QCOMPARE(TrustStore::folderAround(first), bytePath("src"));
        VERIFY_RESULT(store.setTrust(second, Git::Trust::Restricted));
        VERIFY_RESULT(store.setTrust(first, {.trust = Git::Trust::Trusted, .folder = bytePath("src")}));
        QCOMPARE(store.trustOf(first), Git::Trust::Trusted);
        QCOMPARE(store.trustOf(workTreeAt("src/deeper/third")), Git::Trust::Trusted);
        QCOMPARE(store.trustOf(second), Git::Trust::Restricted); // what was said of it comes first
        QCOMPARE(store.trustOf(outside), Git::Trust::Unknown);
        QVERIFY(!store.answerFor(first)->programs);
        VERIFY_RESULT(store.setTrust(first, Git::Trust::Restricted));
        QCOMPARE(store.trustOf(first), Git::Trust::Restricted);
    }

    void aFolderThatOthersCanWriteIsNotTrusted()
    {
        const TrustStore store(m_folder);
        const Git::RepoLocation inner = workTreeAt("shared/first");
        VERIFY_RESULT(store.setTrust(inner, {.trust = Git::Trust::Trusted, .folder = bytePath("shared")}));
        QCOMPARE(::chmod(bytePath("shared").constData(), 0777), 0);
        QCOMPARE(store.trustOf(inner), Git::Trust::Unknown);
        QVERIFY(TrustStore::folderAround(inner).isEmpty());
        VERIFY_FAILS(store.setTrust(inner, {.trust = Git::Trust::Trusted, .folder = bytePath("shared")}),
                     ErrorKind::Invalid);
        VERIFY_FAILS(store.setTrust(inner, {.trust = Git::Trust::Trusted, .folder = bytePath("else")}),
                     ErrorKind::Invalid);
        QCOMPARE(::chmod(bytePath("shared").constData(), 0755), 0);
        QCOMPARE(store.trustOf(inner), Git::Trust::Trusted);
        QCOMPARE(::rename(bytePath("shared").constData(), bytePath("moved").constData()), 0);
        QCOMPARE(store.trustOf(workTreeAt("shared/first")), Git::Trust::Unknown); // another folder there now
    }

    void a09_aGitFileToAnotherFolderHasItsOwnTrust()
    {
        const TrustStore store(m_folder);
        const Git::RepoLocation own = workTreeAt("src/first");
        Git::RepoLocation led = own; // by a file .git to a folder elsewhere
        led.gitDir = led.commonDir = locationAt("elsewhere.git").gitDir;
        VERIFY_RESULT(store.setTrust(own, Git::Trust::Trusted));
        QCOMPARE(store.trustOf(led), Git::Trust::Unknown);
        VERIFY_RESULT(store.setTrust(own, {.trust = Git::Trust::Trusted, .folder = bytePath("src")}));
        QCOMPARE(store.trustOf(led), Git::Trust::Unknown);
        QVERIFY(TrustStore::folderAround(led).isEmpty());
    }

private:
    QByteArray bytePath(const QByteArray &name) const
    {
        return QFile::encodeName(m_dir->path()) + '/' + name;
    }

    Git::RepoLocation workTreeAt(const QByteArray &name) const
    {
        QDir().mkpath(QFile::decodeName(bytePath(name + "/.git")));
        return {.gitDir = bytePath(name + "/.git"),
                .commonDir = bytePath(name + "/.git"),
                .workTree = bytePath(name)};
    }

    Git::RepoLocation locationAt(const QByteArray &name) const
    {
        const QByteArray path = QFile::encodeName(m_dir->path()) + '/' + name;
        ::mkdir(path.constData(), 0755);
        return {.gitDir = path, .commonDir = path};
    }

    static uint modeOf(const QString &path)
    {
        struct stat info = {};
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777u : 0u;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    Git::RepoLocation m_where;
};

QTEST_GUILESS_MAIN(TrustStoreTest)
#include "tst_truststore.moc"
