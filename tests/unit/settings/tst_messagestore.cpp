// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/messagestore.h"
#include "support/verify.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kMain = "refs/heads/main"_ba;

/// No file of this process may grow beyond so many bytes: a disk without room, for everybody's tests.
class FullDisk
{
    Q_DISABLE_COPY_MOVE(FullDisk)

public:
    explicit FullDisk(rlim_t room)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{room, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class MessageStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void nothingKeptIsNoErrorAndMakesNoFile()
    {
        const auto kept = store().load();
        VERIFY_RESULT(kept);
        QVERIFY(kept->byPlace.isEmpty() && kept->history.isEmpty());
        VERIFY_RESULT(store().save(kMain, {}));
        QVERIFY(!QFile::exists(store().path()));
    }

    void eachBranchHasItsText()
    {
        const KeptMessage text{.text = u"feat: ü\n\n\ttext"_s};
        const KeptMessage amending{u"new"_s, QString(40, u'a'), u"before"_s};
        VERIFY_RESULT(store().save(kMain, text));
        VERIFY_RESULT(store().save("refs/heads/caf\xe9", amending));
        auto kept = store().load();
        VERIFY_RESULT(kept);
        QCOMPARE(kept->byPlace.value(kMain), text);
        QCOMPARE(kept->byPlace.value("refs/heads/caf\xe9"), amending);
        VERIFY_RESULT(store().save(kMain, {}));
        kept = store().load();
        QVERIFY(!kept->byPlace.contains(kMain));
        QCOMPARE(kept->byPlace.size(), 1);
    }

    void repositoriesAreApartAndOneIsTheSameByEachOfItsPaths()
    {
        const QString real = m_dir->filePath(u"real"_s), link = m_dir->filePath(u"link"_s);
        QVERIFY(QDir().mkpath(real));
        QVERIFY(QFile::link(real, link));
        const MessageStore one(folder(), QFile::encodeName(real)), same(folder(), QFile::encodeName(link));
        VERIFY_RESULT(one.save(kMain, {.text = u"x"_s}));
        QCOMPARE(same.load()->byPlace.value(kMain).text, u"x"_s);
        QVERIFY(store().load()->byPlace.isEmpty());
    }

    void onlyTheUserMayReadIt()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"secret"_s}));
        struct stat file = {}, above = {};
        QCOMPARE(::stat(QFile::encodeName(store().path()).constData(), &file), 0);
        QCOMPARE(::stat(QFile::encodeName(folder()).constData(), &above), 0);
        QCOMPARE(file.st_mode & 0777U, 0600U);
        QCOMPARE(above.st_mode & 0777U, 0700U);
    }

    void theLastFiftyAreRemembered()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"draft"_s}));
        for (int at = 0; at < 60; ++at) {
            const auto remembered = store().remember(kMain, QString::number(at));
            VERIFY_RESULT(remembered);
        }
        VERIFY_RESULT(store().remember(kMain, u"30"_s)); // once more
        VERIFY_RESULT(store().remember(kMain, u" \n"_s));
        const auto kept = store().load();
        QCOMPARE(kept->history.size(), MessageStore::kHistory);
        QCOMPARE(kept->history.first(2), (QStringList{u"30"_s, u"59"_s}));
        QCOMPARE(kept->history.count(u"30"_s), 1);
        QVERIFY(!kept->byPlace.contains(kMain));
    }

    void placesThatAreLongGoneMakeRoom()
    {
        QJsonObject places;
        for (int at = 0; at < 205; ++at)
            places.insert(u"refs/heads/%1"_s.arg(at), QJsonObject{{u"text"_s, u"x"_s}, {u"changed"_s, at}});
        VERIFY_RESULT(store().save(kMain, {.text = u"x"_s}));
        QFile file(store().path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"places"_s, places}}).toJson());
        file.close();
        VERIFY_RESULT(store().save(kMain, {.text = u"new"_s}));
        const auto kept = store().load();
        QCOMPARE(kept->byPlace.size(), MessageStore::kPlaces);
        QCOMPARE(kept->byPlace.value(kMain).text, u"new"_s);
        QVERIFY(!kept->byPlace.contains("refs/heads/5"));
        QVERIFY(kept->byPlace.contains("refs/heads/6"));
    }

    void whatIsTooLongIsSaid()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"before"_s}));
        const auto saved = store().save(kMain, {.text = QString(MessageStore::kLongest + 1, u'x')});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Invalid);
        QCOMPARE(store().load()->byPlace.value(kMain).text, u"before"_s);
    }

    void aDamagedFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut") << "{\"version\": 1, \"pla"_ba;
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("no version") << "{}"_ba;
    }

    void aDamagedFileIsPutAside()
    {
        QFETCH(QByteArray, content);
        VERIFY_RESULT(store().save(kMain, {.text = u"x"_s}));
        QFile file(store().path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
        file.close();
        const auto kept = store().load();
        VERIFY_RESULT(kept);
        QVERIFY(kept->byPlace.isEmpty());
        QVERIFY(!kept->notice.isEmpty());
        QVERIFY(QFile::exists(store().path() + u".unreadable"_s));
        VERIFY_RESULT(store().save(kMain, {.text = u"new"_s}));
        QVERIFY(store().load()->notice.isEmpty());
    }

    void whatWasPutAsideBeforeStays()
    {
        for (const char *content : {"first damage", "second damage"}) {
            QVERIFY(QDir().mkpath(folder()));
            QFile file(store().path());
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(content);
            file.close();
            VERIFY_RESULT(store().load());
        }
        const QStringList kept = QDir(folder()).entryList({u"*.unreadable*"_s}, QDir::Files);
        QCOMPARE(kept.size(), 2);
    }

    void aFileOfALaterVersionIsLeftAlone()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"x"_s}));
        const QByteArray later = "{\"version\": 99}";
        {
            QFile file(store().path());
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(later);
        }
        QCOMPARE(store().load().error().kind, ErrorKind::Invalid);
        QVERIFY(!store().save(kMain, {.text = u"y"_s}));
        QFile file(store().path());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), later);
    }

    void aFullDiskIsSaidAndLosesNothing()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"before"_s}));
        {
            const FullDisk disk(300);
            const auto saved = store().save(kMain, {.text = QString(5000, u'x')});
            QVERIFY(!saved);
            QVERIFY(!saved.error().message.isEmpty());
        }
        QCOMPARE(store().load()->byPlace.value(kMain).text, u"before"_s);
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1); // nothing half written is left
        VERIFY_RESULT(store().save(kMain, {.text = u"after"_s}));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const MessageStore none(u"/proc/self/messages"_s, "/x"_ba);
        QVERIFY(!none.save(kMain, {.text = u"x"_s}));
        VERIFY_RESULT(none.load());
    }

    void t27_textIsThereAfterAKill()
    {
        VERIFY_RESULT(store().save(kMain, {.text = u"0"_s}));
        for (int round = 0; round < 12; ++round) {
            int pipes[2] = {};
            QCOMPARE(::pipe(pipes), 0);
            const pid_t child = ::fork();
            if (child == 0)
                writeUntilKilled(pipes[1]);
            ::close(pipes[1]);
            const int last = readLast(pipes[0], 3 + round, child);
            ::close(pipes[0]);
            const auto kept = store().load();
            VERIFY_RESULT(kept);
            QVERIFY2(kept->notice.isEmpty(), qPrintable(kept->notice));
            bool isNumber = false;
            const int text = kept->byPlace.value(kMain).text.section(u' ', 0, 0).toInt(&isNumber);
            QVERIFY(isNumber);
            QVERIFY2(text >= last, qPrintable(u"%1 after %2 was said to be kept"_s.arg(text).arg(last)));
            QElapsedTimer watch;
            watch.start();
            VERIFY_RESULT(store().save(kMain, {.text = u"0"_s})); // the lock of the dead is no lock
            QVERIFY(watch.elapsed() < 1500);
        }
    }

    void twoWritersLoseNothingOfEachOther()
    {
        const auto write = [this](const QByteArray &name) {
            for (int at = 0; at < 15; ++at)
                (void)store().save("refs/heads/" + name + QByteArray::number(at), {.text = u"x"_s});
        };
        std::thread other(write, "a"_ba);
        write("b"_ba);
        other.join();
        QCOMPARE(store().load()->byPlace.size(), 30);
    }

private:
    QString folder() const { return m_dir->filePath(u"state/messages"_s); }
    MessageStore store() const { return {folder(), "/somewhere/.git"_ba}; }

    /// Keeps ever higher numbers with a long text behind, and says each that is kept.
    [[noreturn]] void writeUntilKilled(int pipe) const
    {
        for (int at = 1;; ++at) {
            const QString text = QString::number(at) + u' ' + QString(200'000, u'x');
            if (!store().save(kMain, {.text = text}) || ::write(pipe, &at, sizeof at) != sizeof at)
                ::_exit(1);
        }
    }

    /// Lets the process keep some texts, then kills it at any point. The last one that it said is kept.
    static int readLast(int pipe, int count, pid_t child)
    {
        int last = 0, number = 0;
        for (int at = 0; at < count && ::read(pipe, &number, sizeof number) == sizeof number; ++at)
            last = number;
        ::usleep(useconds_t(count) * 137);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(pipe, &number, sizeof number) == sizeof number)
            last = number;
        return last;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(MessageStoreTest)
#include "tst_messagestore.moc"
