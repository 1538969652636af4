// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/remote/remoteurl.h"

#include "base/secrets.h"

#include "support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Git::RemoteScheme;

class RemoteUrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreTakenApartAsGitDoes_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("path");
        const auto row = [](const QByteArray &url, RemoteScheme scheme, const QByteArray &user,
                            const QByteArray &host, int port, const QByteArray &path) {
            QTest::newRow(url.constData()) << url << static_cast<int>(scheme) << user << host << port << path;
        };
        row("https://example.org/a/b.git", RemoteScheme::Https, "", "example.org", 0, "/a/b.git");
        row("https://ada@example.org:8443/a", RemoteScheme::Https, "ada", "example.org", 8443, "/a");
        row("http://127.0.0.1:80/a?b", RemoteScheme::Http, "", "127.0.0.1", 80, "/a?b");
        row("ssh://git@[::1]:2222/~/a", RemoteScheme::Ssh, "git", "::1", 2222, "/~/a");
        row("git+ssh://host_a/x", RemoteScheme::Ssh, "", "host_a", 0, "/x");
        row("git@example.org:a/b.git", RemoteScheme::Ssh, "git", "example.org", 0, "a/b.git");
        row("example.org:/srv/a", RemoteScheme::Ssh, "", "example.org", 0, "/srv/a");
        row("git@[example.org:2222]:a", RemoteScheme::Ssh, "git", "example.org", 2222, "a");
        row("[fe80::1]:a", RemoteScheme::Ssh, "", "fe80::1", 0, "a");
        row("ssh://a%40b@example.org/x", RemoteScheme::Ssh, "a@b", "example.org", 0, "/x");
        row("/srv/git/a b.git", RemoteScheme::File, "", "", 0, "/srv/git/a b.git");
        row("../a:b", RemoteScheme::File, "", "", 0, "../a:b");
        row("file:///srv/a%20b", RemoteScheme::File, "", "", 0, "/srv/a b");
    }

    void addressesAreTakenApartAsGitDoes()
    {
        QFETCH(QByteArray, url);
        const auto parsed = Git::parseRemoteUrl(url);
        VERIFY_RESULT(parsed);
        QTEST(static_cast<int>(parsed->scheme), "scheme");
        QTEST(parsed->user, "user");
        QTEST(parsed->host, "host");
        QTEST(static_cast<int>(parsed->port), "port");
        QTEST(parsed->path, "path");
        QVERIFY(!parsed->hasPassword);
        QCOMPARE(Git::displayUrl(url), QString::fromUtf8(url));
        VERIFY_RESULT(Git::parseNewRemoteUrl(url));
    }

    void b04_hostileAddressesAreRefusedAndNotRepeated_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const QByteArray &url : QList<QByteArray>{"ext::sh -c touch% /tmp/hunter2",
                                                       "fd::17/hunter2",
                                                       "foo+bar::https://hunter2/x",
                                                       "-oProxyCommand=hunter2",
                                                       "--upload-pack=hunter2",
                                                       "ssh://-oX/hunter2",
                                                       "ssh://-oX@host/hunter2",
                                                       "ssh://%2doX@host/hunter2",
                                                       "ssh://%2dhost/hunter2",
                                                       "-host:hunter2",
                                                       "host:-hunter2",
                                                       "ssh://a$(hunter2)@host/x",
                                                       "ssh://a`hunter2`@host/x",
                                                       "ssh://a;hunter2@host/x",
                                                       "file:///",
                                                       "file://hunter2/x",
                                                       "file:////hunter2/x",
                                                       "http://",
                                                       "https:///hunter2",
                                                       "https://",
                                                       "https://host",
                                                       "https://host/",
                                                       "https://:443/hunter2",
                                                       "https://host:/hunter2",
                                                       "https://host:99999/hunter2",
                                                       "https://host:+1/hunter2",
                                                       "https://ho st/hunter2",
                                                       "https://good\\@evil/hunter2",
                                                       "https://a:hunter2@b@c/x",
                                                       "https://.host/hunter2",
                                                       "https://h\xc3\xb6st/hunter2",
                                                       "https://host/a\nhunter2",
                                                       "https://host/a\rhunter2",
                                                       "https://host/a%0ahunter2",
                                                       "https://host/a%0D%0Ahunter2",
                                                       "https://host%00/hunter2",
                                                       "https://host/%00hunter2",
                                                       "git://host/hunter2",
                                                       "ftp://host/hunter2",
                                                       "HTTPS://host/hunter2",
                                                       "javascript://hunter2",
                                                       "git@host:a\nhunter2",
                                                       "/srv/a\nhunter2",
                                                       "user:hunter2@host:x",
                                                       "user:hunter2@host/x",
                                                       "https://[::1/hunter2",
                                                       "https://[hunter2]/x",
                                                       "\xff/hunter2",
                                                       ""})
            QTest::newRow(url.toPercentEncoding(" :/@-").constData()) << url;
        QTest::newRow("with a NUL") << QByteArray("https://host/a\0hunter2", 22);
        QTest::newRow("too long") << QByteArray("https://host/hunter2" + QByteArray(9000, 'a'));
    }

    void b04_hostileAddressesAreRefusedAndNotRepeated()
    {
        QFETCH(QByteArray, url);
        const auto parsed = Git::parseRemoteUrl(url);
        VERIFY_FAILS(parsed, ErrorKind::Invalid);
        const QString said = parsed.error().message + parsed.error().detail + parsed.error().hint;
        QVERIFY(!said.contains("hunter2"_L1));
    }

    void b04_aPasswordIsNeitherStoredNorShown_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("shown");
        QTest::newRow("password") << "https://ada:hunter2@example.org/a"_ba
                                  << u"https://ada:•••@example.org/a"_s;
        QTest::newRow("without a name")
            << "https://:hunter2@example.org/a"_ba << u"https://:•••@example.org/a"_s;
        QTest::newRow("ssh") << "ssh://ada:hunter2@example.org:22/a"_ba
                             << u"ssh://ada:•••@example.org:22/a"_s;
        QTest::newRow("token as name")
            << "https://ghp_hunter2:x-oauth@example.org/a"_ba << u"https://•••@example.org/a"_s;
    }

    void b04_aPasswordIsNeitherStoredNorShown()
    {
        QFETCH(QByteArray, url);
        const auto parsed = Git::parseRemoteUrl(url);
        VERIFY_RESULT(parsed);
        QVERIFY(parsed->hasPassword);
        QTEST(Git::displayUrl(url), "shown");
        const auto added = Git::parseNewRemoteUrl(url);
        VERIFY_FAILS(added, ErrorKind::Invalid);
        QVERIFY(!QString(added.error().message + added.error().hint).contains("hunter2"_L1));
    }

    void whatNobodyCanTakeApartShowsNoPasswordEither_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const QByteArray &url :
             QList<QByteArray>{"https://ada:hun/ter2@example.org/a", "https://ada:hun@ter2@example.org/a",
                               "ada:hunter2@example.org:a", "ftp://ada:hunter2@example.org/a",
                               "https://ada:hunter2@example.org/a\n", "https://ada:hun?ter2@example.org/a"})
            QTest::newRow(url.toPercentEncoding(":/@").constData()) << url;
    }

    void whatNobodyCanTakeApartShowsNoPasswordEither()
    {
        QFETCH(QByteArray, url);
        VERIFY_FAILS(Git::parseRemoteUrl(url), ErrorKind::Invalid);
        const QString shown = Git::displayUrl(url);
        QVERIFY2(!shown.contains("hun"_L1) && !shown.contains("ter2"_L1), qPrintable(shown));
    }

    void hiddenCharactersOfAnAddressAreVisible()
    {
        const QString shown = Git::displayUrl("/srv/a\xe2\x80\xae"
                                              "b");
        QVERIFY(shown.contains("<U+202E>"_L1));
    }

    void unencryptedAddressesAreAllowedToThisMachineOnly()
    {
        const auto protocols = [](const QByteArray &url, bool allowsHttp) {
            const auto parsed = Git::parseRemoteUrl(url);
            return parsed ? Git::protocolsFor(*parsed, allowsHttp) : QStringList{u"refused"_s};
        };
        QCOMPARE(protocols("http://127.0.0.1:8080/a", false), QStringList{u"http"_s});
        QCOMPARE(protocols("http://localhost/a", false), QStringList{u"http"_s});
        QCOMPARE(protocols("http://[::1]/a", false), QStringList{u"http"_s});
        QCOMPARE(protocols("http://example.org/a", true), QStringList{u"http"_s});
        QCOMPARE(protocols("/srv/a", false), QStringList{u"file"_s});
        for (const QByteArray &url :
             QList<QByteArray>{"http://example.org/a", "http://127.0.0.1.example.org/a", "http://127.1/a",
                               "http://localhost.example.org/a", "https://example.org/a", "git@host:a"})
            QCOMPARE(protocols(url, false), QStringList());
    }

    void aTokenInPlaceOfTheUserIsNotStored_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("forty digits") << "https://0123456789abcdef0123456789abcdef01234567@example.org/a"_ba;
        QTest::newRow("prefix") << "https://glpat-hunter2hunter2hunter2@example.org/a"_ba;
    }
    void aTokenInPlaceOfTheUserIsNotStored()
    {
        QFETCH(QByteArray, url);
        VERIFY_FAILS(Git::parseNewRemoteUrl(url), ErrorKind::Invalid);
        VERIFY_RESULT(Git::parseRemoteUrl(url)); // one that is there already is used
        QVERIFY(!maskSecrets(QString::fromLatin1(url)).contains(u"hunter2"_s));
        QVERIFY(!maskSecrets(QString::fromLatin1(url)).contains(u"0123456789abcdef"_s));
        QVERIFY(maskSecrets(QString::fromLatin1(url)).endsWith(u"@example.org/a"_s));
    }
};

QTEST_GUILESS_MAIN(RemoteUrlTest)
#include "tst_remoteurl.moc"
