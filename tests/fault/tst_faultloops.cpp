// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"
#include "injection.h"
#include "scenes.h"
#include "support/memoryfolder.h"
#include "work.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using FaultTest::Fault;

/// One operation after the other is made to fail at each of its calls of the system.
class FaultLoopsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void d04_d05_nothingIsLostAndTheNextStartGoesOn_data();
    void d04_d05_nothingIsLostAndTheNextStartGoesOn();
    void d17_whatOthersStageMeanwhileStays_data();
    void d17_whatOthersStageMeanwhileStays();
    void d17_whatAnUndoStagesMeanwhileIsKept();
    void d17_whatIsUnstagedIsWhatHeadHasThen();

private:
    void makeScene(const QByteArray &operation);
    void copyScene() const;
    FaultTest::Outcome run(const QList<QByteArray> &words, const FaultTest::Injection &injection) const;
    QJsonObject runWhole(const QList<QByteArray> &words) const;
    QByteArray problemAfter(const FaultTest::Outcome &outcome);
    QByteArray problemOfNextStart(const QJsonObject &said, const QByteArray &state);
    QByteArray problemOfGoingBack();
    QByteArray unlocked();

    QByteArray m_temporary; ///< the folder for them, of before
    QString m_original, m_copy;
    QString m_spare; ///< where git and we make temporary files
    QList<QByteArray> m_words;
    QByteArray m_before, m_whole; ///< states
    QSet<QByteArray> m_objects;   ///< before
    QSet<QByteArray> m_explained; ///< locks whose explanation was looked at: each costs the patience of 5 s
    std::unique_ptr<Tests::RepoBuilder> m_repo;
    bool m_mayStopInBetween = false;
};

void FaultLoopsTest::initTestCase()
{
    Tests::keepFilesInMemory();
    Tests::isolatedHome();
    qputenv("ASAN_OPTIONS",
            "detect_leaks=0"); // it stops threads by ptrace, which a killed process does not take
    if (const QByteArray problem = FaultTest::injectionProblem(); !problem.isEmpty())
        QSKIP(problem.constData());
}

void FaultLoopsTest::makeScene(const QByteArray &operation)
{
    if (m_temporary.isEmpty())
        m_temporary = QDir::tempPath().toUtf8();
    qputenv("TMPDIR", m_temporary);
    m_repo = std::make_unique<Tests::RepoBuilder>();
    m_words = FaultTest::scenes().value(operation);
    if (operation == "rebase")
        FaultTest::makeBranches(*m_repo);
    else
        FaultTest::makeDirty(*m_repo);
    if (operation == "rebase" || operation == "reset")
        m_words[1] = m_repo->resolve(m_words[1]);
    m_repo->config(u"core.fsync"_s, u"all"_s);
    m_original = m_repo->path();
    (void)FaultTest::driverOf(m_original); // so that copies of us find libgit2 ready
    m_copy = m_repo->folder() + u"/repository"_s;
    m_spare = m_repo->folder() + u"/temporary"_s;
    qputenv("TMPDIR", QFile::encodeName(m_spare));
    if (operation == "undo") {
        copyScene();
        QVERIFY(runWhole(FaultTest::scenes().value("discard"))[u"done"_s].toBool());
        FaultTest::copyFolder(m_copy, m_original);
    }
    m_mayStopInBetween = operation == "discard" || operation == "stash" || operation == "reset" ||
                         operation == "rebase" || operation == "undo";
    m_before = FaultTest::visibleState(m_original);
    m_objects = FaultTest::everyObject(m_original);
    copyScene();
    const QJsonObject said = runWhole(m_words);
    QVERIFY2(said[u"done"_s].toBool(), QJsonDocument(said).toJson().constData());
    m_whole = FaultTest::visibleState(m_copy);
    QVERIFY(m_whole != m_before);
    QCOMPARE(FaultTest::damage(m_copy), ""_ba);
    QCOMPARE(m_objects - FaultTest::everyObject(m_copy), QSet<QByteArray>());
}

void FaultLoopsTest::copyScene() const
{
    FaultTest::copyFolder(m_original, m_copy);
    QDir(m_spare).removeRecursively(); // a copy of us takes the names of the one before
    QDir().mkpath(m_spare);
}

FaultTest::Outcome FaultLoopsTest::run(const QList<QByteArray> &words,
                                       const FaultTest::Injection &injection) const
{
    return FaultTest::runInjected([&] { return FaultTest::driverOf(m_copy)(words); }, injection);
}

QJsonObject FaultLoopsTest::runWhole(const QList<QByteArray> &words) const
{
    const auto outcome = run(words, {});
    return QJsonDocument::fromJson(outcome.output).object();
}

/// Each lock that was left is explained, and removed by who confirms it; that takes its time, so once for
/// each.
QByteArray FaultLoopsTest::unlocked()
{
    QList<QByteArray> locks = FaultTest::lockFiles(m_copy);
    const auto isKnown = [&](const QByteArray &lock) {
        return m_explained.contains(lock.sliced(m_copy.size()));
    };
    if (std::ranges::all_of(locks, isKnown)) {
        for (const QByteArray &lock : std::as_const(locks))
            QFile::remove(QFile::decodeName(lock));
        return {};
    }
    for (const QByteArray &lock : std::as_const(locks)) {
        if (isKnown(lock))
            continue;
        const QByteArray name = lock.sliced(m_copy.size());
        m_explained.insert(name);
        if (!name.endsWith("/index.lock"))
            continue;
        const QJsonObject said = runWhole({"stage", "web.yaml"});
        if (!said[u"message"_s].toString().contains(QFile::decodeName(lock)) ||
            !said[u"hint"_s].toString().contains(u"No program"_s))
            return "the lock is not explained: " + QJsonDocument(said).toJson();
    }
    const QJsonObject said = runWhole({"unlock"});
    if (!said[u"done"_s].toBool())
        return "locks stay: " + QJsonDocument(said).toJson();
    locks = FaultTest::lockFiles(m_copy);
    return locks.isEmpty() ? QByteArray() : "locks are not found: " + locks.join(' ');
}

QByteArray FaultLoopsTest::problemAfter(const FaultTest::Outcome &outcome)
{
    if (!outcome.isOver)
        return "it hangs";
    const QJsonObject said = QJsonDocument::fromJson(outcome.output).object();
    if (said.isEmpty() && !outcome.wasKilled)
        return "it says nothing, exit code " + QByteArray::number(outcome.exitCode);
    if (const QByteArray found = FaultTest::damage(m_copy); !found.isEmpty())
        return "fsck: " + found;
    if (const auto lost = m_objects - FaultTest::everyObject(m_copy); !lost.isEmpty())
        return "lost: " + lost.values().join(' ');
    if (!said.isEmpty() && !said[u"done"_s].toBool() && said[u"message"_s].toString().size() < 10)
        return "no message: " + outcome.output;
    const QByteArray state = FaultTest::visibleState(m_copy);
    if (said[u"done"_s].toBool() && state != m_whole)
        return "it says that it is done: " + state + "\nin place of\n" + m_whole;
    if (!m_mayStopInBetween && state != m_before && state != m_whole)
        return "half done: " + state + outcome.output;
    return problemOfNextStart(said, state);
}

/// An operation that stopped in between is aborted, after what stands in the way was discarded as the message
/// says; or forgotten when git does not know itself any more where it was.
QByteArray FaultLoopsTest::problemOfGoingBack()
{
    const QString gitDir = m_copy + u"/.git/"_s;
    const auto isGoingOn = [&] {
        return QFileInfo::exists(gitDir + u"rebase-merge"_s) || QFileInfo::exists(gitDir + u"rebase-apply"_s);
    };
    const bool wasGoingOn = isGoingOn();
    QJsonObject said;
    for (int attempts = 0; attempts < 3 && isGoingOn(); ++attempts) {
        said = runWhole({"abort"});
        const QString hint = said[u"hint"_s].toString();
        if (hint.contains(u"discard the "_s))
            runWhole({"discard", "b"});
        else if (hint.contains(u"Forgetting it"_s))
            said = runWhole({"quit"});
    }
    if (isGoingOn())
        return "it does not go back: " + QJsonDocument(said).toJson();
    // What git had checked out by then looks like changes, which are said to stand in the way.
    if (m_words.first() == "rebase" && !wasGoingOn) {
        said = runWhole(m_words);
        if (said[u"message"_s].toString().isEmpty() && !said[u"done"_s].toBool())
            return "no message: " + QJsonDocument(said).toJson();
        if (said[u"hint"_s].toString().contains(u"Commit, stash or discard"_s))
            FaultTest::runGit(m_copy, {u"reset"_s, u"-q"_s, u"--hard"_s});
    }
    return {};
}

QByteArray FaultLoopsTest::problemOfNextStart(const QJsonObject &said, const QByteArray &state)
{
    if (const QByteArray problem = unlocked(); !problem.isEmpty())
        return problem;
    if (const QJsonObject status = runWhole({"status"}); !status[u"done"_s].toBool())
        return "no status: " + QJsonDocument(status).toJson();
    if (said[u"done"_s].toBool() || state == m_whole)
        return {};
    if (const QByteArray problem = problemOfGoingBack(); !problem.isEmpty())
        return problem;
    QJsonObject again = runWhole(m_words);
    if (m_words.first() == "discard") // a file that is unchanged by now is not discarded with the others
        for (const QByteArray &path : m_words.sliced(1))
            again = runWhole({"discard", path});
    const QByteArray last = FaultTest::visibleState(m_copy);
    if (last != m_whole)
        return "a second time: " + QJsonDocument(again).toJson() + last + "\nin place of\n" + m_whole;
    if (const auto lost = m_objects - FaultTest::everyObject(m_copy); !lost.isEmpty())
        return "lost by the second time: " + lost.values().join(' ');
    return {};
}

void FaultLoopsTest::d04_d05_nothingIsLostAndTheNextStartGoesOn_data()
{
    QTest::addColumn<QByteArray>("operation");
#if defined(__SANITIZE_ADDRESS__)
    QList<QByteArray> names{"discard", "rebase", "stage-lines", "undo"};
#else
    QList<QByteArray> names = FaultTest::scenes().keys();
#endif
    std::ranges::sort(names);
    const QList<QByteArray> apart = qgetenv("PLUMBLINE_FAULTS_APART").split(',');
    for (const QByteArray &name : names) {
        if (!apart.contains(name))
            QTest::addRow("%s", name.constData()) << name;
    }
}

void FaultLoopsTest::d04_d05_nothingIsLostAndTheNextStartGoesOn()
{
    QFETCH(QByteArray, operation);
    makeScene(operation);
    if (QTest::currentTestFailed())
        return;
    int runs = 0;
    QElapsedTimer timer;
    timer.start();
    for (const auto &[fault, name] :
         {std::pair(Fault::DiskFull, "disk full"), std::pair(Fault::DiskStaysFull, "disk stays full"),
          std::pair(Fault::SyncFails, "sync fails"), std::pair(Fault::Refused, "refused"),
          std::pair(Fault::Killed, "killed"), std::pair(Fault::AllKilled, "all killed")}) {
        FaultTest::Injection injection{fault, FaultTest::kNever, QFile::encodeName(m_repo->folder())};
        copyScene();
        const int calls = run(m_words, injection).calls;
        QCOMPARE(FaultTest::visibleState(m_copy), m_whole);
        QVERIFY2(calls > 0, name);
        for (int at : FaultTest::chosenOf(calls, FaultTest::mostOf(operation))) {
            injection.at = at;
            copyScene();
            const QByteArray problem = problemAfter(run(m_words, injection));
            QVERIFY2(problem.isEmpty(), QByteArray(name + (" at " + QByteArray::number(at)) + " of " +
                                                   QByteArray::number(calls) + ": " + problem)
                                            .constData());
            ++runs;
        }
    }
    qInfo("%s: %d runs in %lld ms", operation.constData(), runs, static_cast<long long>(timer.elapsed()));
}

void FaultLoopsTest::d17_whatOthersStageMeanwhileStays_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addRow("stage-lines") << "stage-lines"_ba;
#if !defined(__SANITIZE_ADDRESS__)
    QTest::addRow("unstage") << "unstage"_ba;
    QTest::addRow("unstage-unknown") << "unstage-unknown"_ba;
    QTest::addRow("discard") << "discard"_ba;
#endif
}

/// Git has commands that write the index back as it was before they took its lock.
void FaultLoopsTest::d17_whatOthersStageMeanwhileStays()
{
    QFETCH(QByteArray, operation);
    makeScene(operation);
    if (QTest::currentTestFailed())
        return;
    int staged = 0, refused = 0;
    for (int at = 1;; ++at) {
        copyScene();
        QByteArray other;
        const FaultTest::Injection injection{
            Fault::Meanwhile, at, QFile::encodeName(m_repo->folder()), [&] {
                QFile file(m_copy + u"/other"_s);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("by another\n") > 0);
                file.close();
                other = FaultTest::runGit(m_copy, {u"add"_s, u"other"_s}, true);
            }};
        const auto outcome = run(m_words, injection);
        QVERIFY(outcome.isOver);
        if (!outcome.wasInjected(injection))
            break;
        const bool isThere = !FaultTest::stagedContent(m_copy, "other").isEmpty();
        QVERIFY2(isThere == other.isEmpty(), QByteArray(QByteArray::number(at) + ' ' + other).constData());
        (other.isEmpty() ? staged : refused) += 1;
    }
    QVERIFY(staged > 0);
    qInfo("%s: staged %d times, refused %d times", operation.constData(), staged, refused);
}

/// What only a record has is staged again, and the record dropped, just as another of us stages that file.
void FaultLoopsTest::d17_whatAnUndoStagesMeanwhileIsKept()
{
    makeScene("stage");
    if (QTest::currentTestFailed())
        return;
    FaultTest::copyFolder(m_copy, m_original);
    int calls = 0;
    for (int at = 1;; ++at) {
        copyScene();
        std::future<QByteArray> other;
        const FaultTest::Injection injection{
            Fault::Meanwhile, at, QFile::encodeName(m_repo->folder()), [&] {
                other = std::async(std::launch::async, [&] { return FaultTest::driverOf(m_copy)({"undo"}); });
                other.wait_for(std::chrono::seconds(2)); // it waits for who was first
            }};
        const auto outcome = run({"stage", "both"}, injection);
        QVERIFY(outcome.isOver);
        if (!outcome.wasInjected(injection))
            break;
        const QByteArray said = other.get();
        const auto lost = m_objects - FaultTest::everyObject(m_copy);
        QVERIFY2(lost.isEmpty(),
                 QByteArray(QByteArray::number(at) + ' ' + outcome.output + said).constData());
        ++calls;
    }
    QVERIFY(calls > 0);
}

/// Somebody's commit takes no lock of the index when it moves HEAD.
void FaultLoopsTest::d17_whatIsUnstagedIsWhatHeadHasThen()
{
    makeScene("unstage");
    if (QTest::currentTestFailed())
        return;
    const QString tree = QString::fromLatin1(FaultTest::runGit(m_original, {u"write-tree"_s}).trimmed());
    const QString commit = QString::fromLatin1(
        FaultTest::runGit(m_original, {u"commit-tree"_s, u"-p"_s, u"HEAD"_s, u"-m"_s, u"Meanwhile"_s, tree})
            .trimmed());
    int calls = 0;
    for (int at = 1;; ++at) {
        copyScene();
        const FaultTest::Injection injection{
            Fault::Meanwhile, at, QFile::encodeName(m_repo->folder()),
            [&] { FaultTest::runGit(m_copy, {u"update-ref"_s, u"HEAD"_s, commit}); }};
        const auto outcome = run(m_words, injection);
        QVERIFY(outcome.isOver);
        if (!outcome.wasInjected(injection))
            break;
        QVERIFY2(QJsonDocument::fromJson(outcome.output).object()[u"done"_s].toBool(),
                 outcome.output.constData());
        const QByteArray staged =
            FaultTest::runGit(m_copy, {u"diff"_s, u"--cached"_s, u"--name-only"_s, u"--"_s, u"both"_s});
        QVERIFY2(staged.isEmpty(), QByteArray::number(at).constData());
        ++calls;
    }
    QVERIFY(calls > 0);
}

QTEST_GUILESS_MAIN(FaultLoopsTest)
#include "tst_faultloops.moc"
