// SPDX-License-Identifier: GPL-3.0-or-later
#include "actors.h"
#include "support/memoryfolder.h"
#include "support/repobuilder.h"
#include "work.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <array>
#include <filesystem>

using namespace Qt::StringLiterals;
using FaultTest::Ended, FaultTest::Instance, FaultTest::Terminal, FaultTest::Words;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kRounds = 20;
#else
constexpr int kRounds = 167; // of three operations
#endif

/// What plain git makes of the operations, one after the other, on a copy.
class Oracle
{
public:
    Oracle(const QString &repository, const QString &folder)
        : m_repository(repository)
        , m_before(folder + u"/before"_s)
        , m_scratch(folder + u"/scratch"_s)
    {}

    /// How it is before a round; objects are those of the repository.
    void remember() const { copyWithoutObjects(m_repository, m_before); }

    static QByteArray stateOf(const QString &repository)
    {
        return FaultTest::visibleState(repository) +
               FaultTest::runGit(repository,
                                 {u"for-each-ref"_s, u"--format=%(refname) %(tree)"_s, u"refs/heads"_s}) +
               FaultTest::runGit(repository, {u"stash"_s, u"list"_s, u"--format=%T"_s});
    }

    /// Some order of what was done gives the state, as far as git itself keeps to one.
    bool explains(const QList<Ended> &ends, const QByteArray &state) const
    {
        QList<Ended> done = ends;
        done.removeIf([](const Ended &each) { return !each.isDone; });
        return isReached(done, state, m_scratch) || isReached(done, state, m_before) ||
               explainsHalves(ends, done, state) || explainsCommit(ends, done, state);
    }

private:
    /// `git commit` reads the index before it takes the lock, and may write it back without what another
    /// staged in between.
    bool explainsCommit(const QList<Ended> &ends, const QList<Ended> &done, const QByteArray &state) const
    {
        const auto isCommit = [](const Ended &each) { return each.isGits && each.words.first() == "commit"; };
        for (qsizetype at = 0; at < done.size() && std::ranges::any_of(ends, isCommit); ++at) {
            QList<Ended> left = done;
            const QByteArray what = left.takeAt(at).words.first();
            if ((what == "stage" || what == "unstage") && isReached(left, state, m_scratch))
                return true;
        }
        return false;
    }

    /// A stash of git's stores first, takes away what is untracked then and the rest last, each under a lock
    /// of its own: others may come in between, or hold the lock, so that it ends with an error there.
    bool explainsHalves(const QList<Ended> &ends, QList<Ended> done, const QByteArray &state) const
    {
        const auto isStash = [](const Ended &each) { return each.words.first() == "stash"; };
        const auto stash = std::ranges::find_if(ends, isStash);
        if (stash == ends.end())
            return false;
        done.removeIf(isStash);
        for (int part = 0; part < 3; ++part) {
            done += Ended{{"stash-part", QByteArray::number(part), stash->words.last()}};
            if ((part == 2 || !stash->isDone) && isReached(done, state, m_scratch))
                return true;
        }
        return false;
    }

    static bool isInOrder(const QList<Ended> &done)
    {
        QList<QByteArray> parts;
        for (const Ended &each : done)
            if (each.words.first() == "stash-part")
                parts += each.words[1];
        return std::ranges::is_sorted(parts);
    }

    bool repeatPart(const Ended &each) const
    {
        if (each.words[1] == "1")
            return run({u"clean"_s, u"-f"_s, u"-q"_s, u"-d"_s});
        if (each.words[1] == "2")
            return run({u"reset"_s, u"-q"_s, u"--hard"_s});
        return run(FaultTest::inTerminal({"stash", each.words.last()})) &&
               run({u"stash"_s, u"apply"_s, u"-q"_s, u"--index"_s});
    }

    /// seen: m_before, where git's own unstaging saw HEAD before all else: no lock keeps others from
    /// committing while `git restore` waits for that of the index.
    bool isReached(QList<Ended> done, const QByteArray &state, const QString &seen) const
    {
        const auto repeatEach = [&](const Ended &each) { return repeat(each, seen); };
        const auto byWords = [](const Ended &one, const Ended &other) { return one.words < other.words; };
        std::ranges::sort(done, byWords);
        do {
            if (!isInOrder(done))
                continue;
            copyWithoutObjects(m_before, m_scratch);
            if (std::ranges::all_of(done, repeatEach) && stateOf(m_scratch) == state)
                return true;
        } while (std::ranges::next_permutation(done, byWords).found);
        return false;
    }

    void copyWithoutObjects(const QString &from, const QString &to) const
    {
        namespace fs = std::filesystem;
        const fs::path source = from.toStdString(), target = to.toStdString();
        fs::remove_all(target);
        fs::create_directories(target / ".git/objects/info");
        for (const auto &entry : fs::directory_iterator(source))
            if (entry.path().filename() != ".git")
                fs::copy(entry.path(), target / entry.path().filename(), fs::copy_options::recursive);
        for (const auto &entry : fs::directory_iterator(source / ".git"))
            if (entry.path().filename() != "objects")
                fs::copy(entry.path(), target / ".git" / entry.path().filename(),
                         fs::copy_options::recursive);
        QFile alternates(to + u"/.git/objects/info/alternates"_s);
        if (!alternates.open(QIODevice::WriteOnly))
            qFatal("no copy");
        alternates.write(QFile::encodeName(m_repository) + "/.git/objects\n");
    }

    bool run(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStandardPaths::findExecutable(u"git"_s), QStringList{u"-C"_s, m_scratch} + arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    }

    bool repeat(const Ended &each, const QString &seen) const
    {
        const QString path = QString::fromUtf8(each.words.last());
        if (each.words.first() == "stash-part")
            return repeatPart(each);
        if (each.words.first() == "discard") {
            const QByteArray staged = FaultTest::runGit(m_scratch, {u"ls-files"_s, u"-s"_s, u"--"_s, path});
            if (staged.isEmpty())
                QFile::remove(m_scratch + u'/' + path);
            return staged.isEmpty() ||
                   writeFile(each.words.last(),
                             FaultTest::runGit(m_scratch, {u"cat-file"_s, u"blob"_s,
                                                           QString::fromLatin1(staged.split(' ').at(1))}));
        }
        // There is nothing to do for us, and an error for git.
        if (each.words.first() == "unstage" &&
            !run({u"ls-files"_s, u"--error-unmatch"_s, u"--with-tree=HEAD"_s, u"--"_s, path}))
            return true;
        if (each.words.first() == "unstage" && each.isGits) {
            const QByteArray head = FaultTest::runGit(seen, {u"rev-parse"_s, u"HEAD"_s}).trimmed();
            return run(
                {u"restore"_s, u"--staged"_s, u"--source"_s, QString::fromLatin1(head), u"--"_s, path});
        }
        return each.words.first() == "undo" ? bringBack(each.said) : run(FaultTest::inTerminal(each.words));
    }

    /// said: the commit of the record, and whether it is about files or about what was staged.
    bool bringBack(const QByteArray &said) const
    {
        const QString commit = QString::fromLatin1(said.first(said.indexOf(' ')));
        QSet<QByteArray> held;
        for (const QByteArray &line :
             FaultTest::runGit(m_repository, {u"ls-tree"_s, u"-r"_s, commit}).split('\n')) {
            if (line.isEmpty())
                continue;
            const QByteArray path = line.sliced(line.indexOf('\t') + 1);
            const QString id = QString::fromLatin1(line.first(line.indexOf('\t')).split(' ').last());
            held.insert(path);
            const bool isDone =
                said.endsWith("staged")
                    ? run({u"update-index"_s, u"--add"_s, u"--cacheinfo"_s,
                           u"100644,"_s + id + u',' + QString::fromUtf8(path)})
                    : writeFile(path, FaultTest::runGit(m_repository, {u"cat-file"_s, u"blob"_s, id}));
            if (!isDone)
                return false;
        }
        for (const QByteArray &line :
             FaultTest::runGit(m_repository, {u"log"_s, u"-1"_s, u"--format=%B"_s, commit}).split('\n')) {
            const QByteArray path = line.split('"').value(1);
            if (line.startsWith("Plumbline-Discarded: ") && !held.contains(path))
                QFile::remove(m_scratch + u'/' + QFile::decodeName(path));
        }
        return true;
    }

    bool writeFile(const QByteArray &path, const QByteArray &content) const
    {
        QFile file(m_scratch + u'/' + QFile::decodeName(path));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    QString m_repository, m_before, m_scratch;
};

} // namespace

/// Two of us and a terminal at once in one repository.
class OracleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d17_fiveHundredOperationsAtOnceLoseNothing();

private:
    enum class Mix {
        Ordered, ///< at most one moves HEAD or takes files away: what git does in one step each
        Any,
    };

    struct Round
    {
        Mix mix;
        bool hasMover = false;
    };

    Words choose(bool isInTerminal, Round &round);
    void edit(Tests::RepoBuilder &repo);
    QByteArray file() { return "f" + QByteArray::number(m_random.bounded(6)); }
    QByteArray nextName(const char *stem) { return stem + QByteArray::number(++m_count); }

    QRandomGenerator m_random;
    int m_count = 0;
    QList<QByteArray> m_branches{"main"};
};

/// Git itself takes a commit of what another branch had staged, when one is checked out while it commits.
Words OracleTest::choose(bool isInTerminal, Round &round)
{
    if ((round.mix == Mix::Any || !round.hasMover) && m_random.bounded(3) == 0) {
        round.hasMover = true;
        switch (m_random.bounded(5)) {
        case 0:
            m_branches += nextName("b");
            return {"branch", m_branches.last()};
        case 1:
            return {"checkout", m_branches[m_random.bounded(m_branches.size())]};
        case 2:
            return {"stash", nextName("put-away-")};
        default:
            return {"commit", nextName("commit-")};
        }
    }
    const int which = m_random.bounded(isInTerminal ? 5 : 9);
    if (which < 3)
        return {"stage", file()};
    if (which < 5)
        return {"unstage", file()};
    if (which < 7 || (round.mix == Mix::Ordered && round.hasMover))
        return {"discard", file()};
    round.hasMover = true;
    return {"undo"};
}

void OracleTest::edit(Tests::RepoBuilder &repo)
{
    for (int edits = m_random.bounded(1, 4); edits > 0; --edits) {
        const QByteArray path = file();
        if (m_random.bounded(8) == 0 && repo.exists(path))
            repo.remove(path);
        else
            repo.write(path, "content " + nextName("") + '\n');
    }
}

void OracleTest::d17_fiveHundredOperationsAtOnceLoseNothing()
{
    Tests::keepFilesInMemory();
    bool isGiven = false;
    const quint32 seed = qEnvironmentVariable("PLUMBLINE_TEST_SEED").toUInt(&isGiven);
    m_random.seed(isGiven ? seed : 20261123);
    Tests::RepoBuilder repo;
    for (int at = 0; at < 4; ++at)
        repo.write("f" + QByteArray::number(at), "first " + QByteArray::number(at) + '\n');
    repo.commit("First");
    const Oracle oracle(repo.path(), repo.folder());
    Instance one(repo.path()), other(repo.path());
    Terminal terminal(repo.path());
    QElapsedTimer timer;
    timer.start();
    int done = 0, refused = 0;
    for (int round = 0; round < kRounds; ++round) {
        edit(repo);
        const Mix mix = round % 4 == 3 ? Mix::Any : Mix::Ordered;
        Round chosen{mix};
        const std::array words{choose(false, chosen), choose(false, chosen), choose(true, chosen)};
        // What `git add` and `git reset` replace in the index, they replace for good.
        const bool replaces = words[2].first() == "stage" || words[2].first() == "unstage";
        const QSet<QByteArray> replaced =
            replaces ? FaultTest::stagedContent(repo.path(), words[2].last()) : QSet<QByteArray>();
        const QSet<QByteArray> before = FaultTest::everyObject(repo.path());
        oracle.remember();
        one.begin(words[0]);
        other.begin(words[1]);
        terminal.begin(words[2]);
        const std::array ends{one.end(), other.end(), terminal.end()};

        QByteArray story = "round " + QByteArray::number(round);
        for (const Ended &end : ends) {
            story += "; " + end.words.join(' ') + (end.isDone ? ": done " : ": ") + end.said;
            QVERIFY2(end.isDone || !end.said.isEmpty(), story.constData());
            (end.isDone ? done : refused) += 1;
        }
        QSet<QByteArray> lost = before - FaultTest::everyObject(repo.path()) - replaced;
        // That, too, is what an undo had just staged again.
        for (const Ended &end : ends)
            if (replaces && end.words.first() == "undo" && end.isDone && end.said.endsWith("staged"))
                lost -=
                    FaultTest::blobsOf(repo.path(), end.said.first(end.said.indexOf(' ')), words[2].last());
        QVERIFY2(lost.isEmpty(), QByteArray(story + " lost " + lost.values().join(' ')).constData());
        if (round % 10 == 0 || round + 1 == kRounds)
            QCOMPARE(FaultTest::damage(repo.path()), ""_ba);
        const QByteArray state = Oracle::stateOf(repo.path());
        if (mix == Mix::Ordered)
            QVERIFY2(oracle.explains({ends.begin(), ends.end()}, state),
                     QByteArray(story + '\n' + state).constData());
        QCOMPARE(FaultTest::lockFiles(repo.path()), QList<QByteArray>());
    }
    qInfo("%d done, %d refused, %lld ms", done, refused, static_cast<long long>(timer.elapsed()));
    QVERIFY(done > refused);
}

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
