// SPDX-License-Identifier: GPL-3.0-or-later
// The status looks with libgit2 only at what may have changed: it must tell what it told when it looked at
// all, and what git tells.
#include "git/open.h"
#include "git/stage.h"
#include "git/status.h"
#include "git/work/workdiff.h"
#include "support/repobuilder.h"
#include "support/rounds.h"
#include "writefixture.h"

#include <QDir>

#include <sys/stat.h>

#include <fcntl.h>

#include <random>

using namespace Qt::StringLiterals;
using Diff::FileStatus;
using Tests::RepoBuilder;

namespace {

using Lines = QList<QByteArray>;

Git::RepoLocation locationOf(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

QByteArray letter(FileStatus status)
{
    return QByteArrayView("=AMDRCTUX").sliced(int(status), 1).toByteArray();
}

// "staged M path"; a rename is its two halves.
Lines shown(const Git::Status &status)
{
    Lines lines;
    const auto add = [&lines](const char *side, const Git::StatusEntry &entry) {
        const bool isRename = entry.status == FileStatus::Renamed;
        if (isRename)
            lines += QByteArray(side) + " D " + entry.oldPath;
        lines += QByteArray(side) + ' ' + (isRename ? QByteArray("A") : letter(entry.status)) + ' ' +
                 entry.path + (entry.isSubmodule ? " s" : "");
    };
    for (const Git::StatusEntry &entry : status.staged)
        add("staged", entry);
    for (const Git::StatusEntry &entry : status.unstaged)
        add("work", entry);
    std::ranges::sort(lines);
    return lines;
}

Lines seen(const RepoBuilder &repo)
{
    const auto status = Git::readStatus(locationOf(repo), {}, {});
    return status ? shown(*status) : Lines{status.error().message.toUtf8()};
}

/// Where case is said not to matter, libgit2 looks at everything; the names here are all small.
Lines seenByLookingAtAll(RepoBuilder &repo)
{
    const QByteArray config = repo.read(".git/config");
    repo.write(".git/config", config + "[core]\n\tignorecase = true\n");
    const Lines lines = seen(repo);
    repo.write(".git/config", config);
    return lines;
}

Lines seenByGit(const RepoBuilder &repo)
{
    Lines lines;
    const QByteArray output = repo.git({u"--no-optional-locks"_s, u"status"_s, u"--porcelain=v1"_s, u"-z"_s,
                                        u"--no-renames"_s, u"--untracked-files=normal"_s});
    for (const QByteArray &line : output.split('\0')) {
        const QByteArray path = line.mid(3);
        if (line.startsWith("??"))
            lines += "work U " + path;
        else if (line.size() > 3 && line[0] != ' ')
            lines += QByteArray("staged ") + line[0] + ' ' + path;
        if (line.size() > 3 && line[1] != ' ' && line[1] != '?')
            lines += QByteArray("work ") + line[1] + ' ' + path;
    }
    std::ranges::sort(lines);
    return lines;
}

/// Does something to a work tree and its index, as a person or a program would.
class Hand
{
public:
    Hand(RepoBuilder &repo, quint32 seed)
        : m_repo(repo)
        , m_random(seed)
    {}

    void act()
    {
        const QByteArray path = m_paths[any(m_paths.size())];
        switch (any(10)) {
        case 0:
        case 1:
        case 2:
            makeRoom(path);
            m_repo.write(path, m_contents[any(m_contents.size())], any(4) == 0 ? 0755 : 0644);
            break;
        case 3:
            if (QFileInfo(at(path)).isFile())
                m_repo.remove(path);
            break;
        case 4: {
            const QFileInfo folder(at(path.first(std::max<qsizetype>(path.lastIndexOf('/'), 0))));
            if (path.contains('/') && folder.isDir() && !folder.isSymLink())
                QDir(folder.filePath()).removeRecursively();
            break;
        }
        case 5:
            makeRoom(path);
            m_repo.link(path, "a");
            break;
        case 6:
            m_repo.git({u"add"_s, u"-A"_s, u"."_s});
            break;
        case 7:
            if (m_repo.exists(path))
                m_repo.tryGit({u"add"_s, u"--"_s, QFile::decodeName(path)});
            break;
        case 8:
            m_repo.tryGit({u"rm"_s, u"-r"_s, u"-q"_s, u"--cached"_s, u"--"_s, QFile::decodeName(path)});
            break;
        case 9:
            if (any(2) == 0)
                m_repo.git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"more"_s});
            else
                ::utimensat(AT_FDCWD, m_repo.bytePath(path).constData(), nullptr, AT_SYMLINK_NOFOLLOW);
            break;
        }
    }

private:
    template<class Number> Number any(Number below)
    {
        return Number(std::uniform_int_distribution<qsizetype>(0, qsizetype(below) - 1)(m_random));
    }
    QString at(const QByteArray &path) const { return QFile::decodeName(m_repo.bytePath(path)); }

    // A file or link where a folder has to be, or a folder where a file has to be, goes.
    void makeRoom(const QByteArray &path)
    {
        for (qsizetype end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            const QFileInfo parent(at(path.first(end)));
            if (parent.isSymLink() || parent.isFile())
                QFile::remove(parent.filePath());
        }
        const QFileInfo there(at(path));
        if (there.isDir() && !there.isSymLink())
            QDir(there.filePath()).removeRecursively();
        else
            QFile::remove(there.filePath());
    }

    RepoBuilder &m_repo;
    std::mt19937 m_random;
    const Lines m_contents{"1\n", "2\n", "33\n", "", "1\n22\n", "4\n"};
    const Lines m_paths{"a",          "b",
                        "b-c",        "b.d",
                        "b/a",        "b/c/a",
                        "b/c/d",      "b-x/a",
                        "b-x/y/z",    "d/e/f/g",
                        "d/e/h",      "d/e",
                        "x.log",      "b/x.log",
                        "out/a",      "out/b",
                        "d/out/a",    "!a",
                        "b/!c",       "[b]/a",
                        "[b]/c",      " d/a",
                        "#e/a",       "#e/b/c",
                        "k\\l/a",     "caf\xc3\xa9/a",
                        "n\nl/a",     "b*/a",
                        "-m/a",       "z/z/z/z/z",
                        ".gitignore", "b/.gitattributes",
                        "q r/s t",    "d/e/f/q/r"};
};

/// What this process has read so far: bytes, and calls.
struct Reading
{
    qint64 bytes = -1, calls = -1;

    static Reading now()
    {
        QFile counters(u"/proc/self/io"_s);
        if (!counters.open(QFile::ReadOnly))
            return {};
        const QList<QByteArray> lines = counters.readAll().split('\n'); // "rchar: 1", "wchar: 1", "syscr: 1"
        return {lines.value(0).mid(7).toLongLong(), lines.value(2).mid(7).toLongLong()};
    }
};

/// A repository whose index is large for its few files: names of folders are long.
void fillFolders(RepoBuilder &repo, int folders)
{
    for (int folder = 0; folder < folders; ++folder)
        repo.write(QByteArray(200, 'x') + QByteArray::number(folder) + "/file", "1\n2\n3\n");
}

} // namespace

class StatusScanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhatGitTells_data()
    {
        QTest::addColumn<int>("version");
        QTest::addRow("version 2") << 2;
        QTest::addRow("version 4") << 4;
    }

    void itTellsWhatGitTells()
    {
        QFETCH(int, version);
        RepoBuilder repo;
        repo.config(u"index.version"_s, QString::number(version));
        repo.write(".gitignore", "*.log\nout/\n").write("a", "1\n").write("b/a", "1\n").commit("one");
        Hand hand(repo, 7 + quint32(version));
        for (int round = 0; round < Tests::rounds(20); ++round) {
            for (int step = 0; step < 5; ++step)
                hand.act();
            const Lines expected = seenByGit(repo), before = seenByLookingAtAll(repo);
            Lines lines = seen(repo);
            QVERIFY2(lines == before, QByteArray(QByteArray::number(round) + ": " + lines.join("; ") +
                                                 "\nbut " + before.join("; "))
                                          .constData());
            // Git does not tell of a folder that took the place of a file.
            lines.removeIf([&](const QByteArray &line) {
                return line.startsWith("work U ") && line.endsWith('/') &&
                       before.contains("work D " + line.sliced(7).chopped(1));
            });
            QVERIFY2(lines == expected, QByteArray(QByteArray::number(round) + ": " + lines.join("; ") +
                                                   "\ngit " + expected.join("; "))
                                            .constData());
        }
    }

    void whatStandsApartIsLookedAtAsEver()
    {
        RepoBuilder inner, repo;
        inner.commit("one");
        for (const char *name : {"assumed", "assumedgone", "skipped", "skippedgone", "both", "plain"})
            repo.write(QByteArray("d/") + name, "1\n");
        repo.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub mod"_s});
        repo.commit("one");
        repo.branch("side").write("d/both", "2\n").commit("two");
        repo.checkout("side").write("d/both", "3\n").commit("three");
        QVERIFY(repo.tryGit({u"merge"_s, u"main"_s}).exitCode != 0);
        repo.git({u"update-index"_s, u"--assume-unchanged"_s, u"d/assumed"_s, u"d/assumedgone"_s});
        repo.git({u"update-index"_s, u"--skip-worktree"_s, u"d/skipped"_s, u"d/skippedgone"_s});
        repo.write("d/assumed", "22\n").remove("d/assumedgone").write("d/skipped", "22\n");
        repo.remove("d/skippedgone")
            .write("intended", "1\n")
            .write("gone", "1\n")
            .write("sub mod/new", "1\n");
        repo.git({u"add"_s, u"-N"_s, u"intended"_s, u"gone"_s});
        repo.remove("gone").write("d/new/f", "1\n");
        QCOMPARE(seen(repo), seenByLookingAtAll(repo));
        QVERIFY(seen(repo).contains("work X d/both"));
        QVERIFY(seen(repo).contains("work M sub mod s"));
        QVERIFY(seen(repo).contains("work U d/new/"));
    }

    // Written and staged within the same moment, then written again with the same size.
    void whatIsAsYoungAsTheIndexIsRead()
    {
        RepoBuilder repo;
        repo.write("f", "1\n").commit("one");
        for (int round = 0; round < 20; ++round) {
            repo.write("f", QByteArray::number(round % 2 + 2) + '\n').stage({"f"});
            repo.write("f", "9\n");
            QVERIFY(seen(repo).contains("work M f"));
        }
    }

    // The index keeps the ids of the trees that it would make.
    void treesThatTheIndexKnowsAreNotRead()
    {
        if (Reading::now().calls < 0)
            QSKIP("What a process reads is not told here");
        constexpr int folders = 120;
        RepoBuilder repo;
        fillFolders(repo, folders);
        repo.commit("one");
        repo.write(QByteArray(200, 'x') + "7/file", "1\n").stage();
        const auto where = locationOf(repo);
        const qint64 before = Reading::now().calls;
        const auto status = Git::readStatus(where, {}, {});
        const qint64 calls = Reading::now().calls - before;
        VERIFY_RESULT(status);
        QCOMPARE(status->staged.size(), 1);
        QVERIFY2(calls < folders, QByteArray::number(calls).constData());
    }

    void theIndexIsReadOnceForWhatIsConverted()
    {
        if (Reading::now().bytes < 0)
            QSKIP("What a process reads is not told here");
        WriteFixture fixture;
        fillFolders(fixture.repo, 100);
        fixture.repo.commit("one");
        fixture.repo.write(QByteArray(200, 'x') + "7/file", "1\n");
        const qint64 size = QFileInfo(fixture.repo.gitDir() + u"/index"_s).size();
        const auto git = fixture.git();
        const qint64 before = Reading::now().bytes;
        const auto status = Git::readWorkStatus(git, {}, {});
        const qint64 read = Reading::now().bytes - before;
        VERIFY_RESULT(status);
        QCOMPARE(status->unstaged.size(), 1);
        QVERIFY2(read < 2 * size, QByteArray::number(double(read) / double(size)).constData());
    }

    void stagingALineReadsTheIndexOnce()
    {
        if (Reading::now().bytes < 0)
            QSKIP("What a process reads is not told here");
        WriteFixture fixture;
        fillFolders(fixture.repo, 100);
        const QByteArray path = QByteArray(200, 'x') + "7/file";
        fixture.repo.commit("one");
        fixture.repo.write(path, "0\n1\n2\n3\n4\n");
        const auto git = fixture.git();
        const auto files = Git::readWorkDiff(git, {.paths = {path}}, {});
        VERIFY_RESULT(files);
        const qint64 size = QFileInfo(fixture.repo.gitDir() + u"/index"_s).size();
        const qint64 before = Reading::now().bytes;
        VERIFY_RESULT(Git::stageLines(git, files->first(), {0}, {}));
        const qint64 read = Reading::now().bytes - before;
        QCOMPARE(fixture.repo.git({u"show"_s, u":"_s + QString::fromLatin1(path)}),
                 QByteArray("0\n1\n2\n3\n"));
        QVERIFY2(read < 2 * size, QByteArray::number(double(read) / double(size)).constData());
    }

    void aDamagedIndexIsSaid_data() { itTellsWhatGitTells_data(); }

    void aDamagedIndexIsSaid()
    {
        QFETCH(int, version);
        RepoBuilder repo;
        repo.config(u"index.version"_s, QString::number(version));
        repo.write("a/f", "1\n").write("a/g/h", "1\n").write("b", "1\n").commit("one");
        const auto where = locationOf(repo);
        const QByteArray whole = repo.read(".git/index");
        QVERIFY(whole.contains("TREE"));
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x41);
            repo.write(".git/index", changed);
            QVERIFY2(!Git::readStatus(where, {}, {}), QByteArray::number(at).constData());
            changed.replace(changed.size() - 20, 20, QByteArray(20, '\0'));
            repo.write(".git/index", changed);
            std::ignore = Git::readStatus(where, {}, {}); // nothing tells that it is damaged; does no harm
        }
        repo.write(".git/index", whole);
        QCOMPARE(seen(repo), Lines());
    }
};

QTEST_GUILESS_MAIN(StatusScanTest)
#include "tst_statusscan.moc"
