// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/log.h"
#include "git/open.h"
#include "git/treechanges.h"
#include "support/repobuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

Git::RepoLocation locationOf(const QString &path)
{
    return Git::openRepository(path)->location;
}

Git::ObjectId idOf(const QByteArray &hex)
{
    return *Git::ObjectId::fromHex(hex);
}

/// Of a commit, as "old id, new id, path" and "added removed path".
struct Shown
{
    QList<QByteArray> header, files, lines;
};

QByteArray gitAt(const RepoBuilder &repo, const QString &path, const QStringList &arguments)
{
    return repo.git(QStringList{u"-C"_s, path, u"show"_s, u"--no-renames"_s} + arguments);
}

Shown shownByGit(const RepoBuilder &repo, const QString &path, const QByteArray &id)
{
    const QString commit = QString::fromLatin1(id);
    Shown shown;
    shown.header =
        gitAt(repo, path, {u"-s"_s, u"--format=%s%n%an%n%cn%n%T%n%P"_s, commit}).trimmed().split('\n');
    const auto lines = [&](const QString &format) {
        return gitAt(repo, path, {format, u"--no-abbrev"_s, u"--format="_s, commit}).trimmed().split('\n');
    };
    for (const QByteArray &line : lines(u"--raw"_s)) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        shown.files += fields.value(2) + ' ' + fields.value(3) + ' ' + fields.value(5);
    }
    for (const QByteArray &line : lines(u"--numstat"_s))
        shown.lines += line.simplified();
    return shown;
}

Shown shownByUs(const QString &path, const QByteArray &id)
{
    const QByteArray none(40, '0');
    const Git::RepoLocation where = locationOf(path);
    const Git::DiffRequest request{
        .sides = Git::DiffSides::CommitToParent, .commit = idOf(id), .findsRenames = false};
    Shown shown;
    if (const auto details = Git::readCommit(where, idOf(id))) {
        const Git::Commit &commit = details->commit;
        QByteArray parents;
        for (const Git::ObjectId &parent : commit.parents)
            parents += ' ' + parent.toHex();
        shown.header = {commit.subject.toUtf8(), commit.author.name.toUtf8(), commit.committer.name.toUtf8(),
                        commit.tree.toHex()};
        if (!parents.isEmpty())
            shown.header += parents.trimmed();
        if (commit.id != idOf(id) || !details->message.startsWith(commit.subject))
            shown.header += "another id or message";
    }
    const auto sink = [&](const QList<Git::FileChange> &changes) {
        for (const Git::FileChange &change : changes)
            shown.files += (change.oldId.isNull() ? none : change.oldId.toHex()) + ' ' +
                           (change.newId.isNull() ? none : change.newId.toHex()) + ' ' + change.path;
    };
    std::ignore = Git::readChangedPaths(where, request, sink, {});
    for (const Diff::FileDiff &file : Git::readDiff(where, request, {}).value_or(QList<Diff::FileDiff>())) {
        const Diff::LineCounts counts = Diff::countLines(file);
        shown.lines +=
            QByteArray::number(counts.added) + ' ' + QByteArray::number(counts.removed) + ' ' + file.path();
    }
    return shown;
}

} // namespace

/// Where the history that Git shows is another than the one that is recorded.
class ShownCommitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsAreThoseThatGitShows_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how :
             {"as recorded", "replaced", "parent replaced", "grafted", "grafted to be a root", "cut off"})
            QTest::addRow("%s", how) << QString::fromLatin1(how);
    }

    void commitsAreThoseThatGitShows()
    {
        QFETCH(const QString, how);
        RepoBuilder repo;
        const QByteArray one = repo.write("a", "1\n").write("same", "x\n").commit("one");
        const QByteArray two = repo.write("a", "1\n2\n").commit("two");
        const QByteArray three = repo.write("b", "3\n").commit("three");
        repo.git({u"checkout"_s, u"-q"_s, u"-b"_s, u"other"_s, u"HEAD~2"_s});
        const QByteArray other =
            repo.write("c", "4\n5\n").commit("other", {.author = "Zoe", .email = "z@example.org"});
        repo.checkout("main");
        const Shown recorded = shownByUs(repo.path(), three);
        QString path = repo.path();
        if (how.endsWith(u"replaced"_s)) {
            const QByteArray &what = how.startsWith(u"parent"_s) ? two : three;
            repo.git({u"replace"_s, QString::fromLatin1(what), QString::fromLatin1(other)});
        } else if (how.startsWith(u"grafted"_s)) {
            const QByteArray parent = how.endsWith(u"root"_s) ? QByteArray() : QByteArray(" " + one);
            repo.write(".git/info/grafts", three + parent + '\n');
        } else if (how == u"cut off"_s) {
            path = repo.folder() + u"/clone"_s;
            repo.git({u"clone"_s, u"-q"_s, u"--depth=1"_s, u"file://"_s + repo.path(), path});
        }
        const Shown expected = shownByGit(repo, path, three), shown = shownByUs(path, three);
        QCOMPARE(shown.header, expected.header);
        QCOMPARE(shown.files, expected.files);
        QCOMPARE(shown.lines, expected.lines);
        const bool isOther = recorded.header != shown.header || recorded.files != shown.files;
        QCOMPARE(isOther, how != u"as recorded"_s);
        repo.config(u"core.useReplaceRefs"_s, u"false"_s);
        QCOMPARE(shownByUs(path, three).header, shownByGit(repo, path, three).header);
    }

    void theSignatureOfAReplacedCommitIsThatOfItsReplacement()
    {
        RepoBuilder repo;
        const QByteArray one = repo.commit("one");
        QByteArray content = repo.git({u"cat-file"_s, u"commit"_s, u"HEAD"_s});
        content.insert(content.indexOf("\n\n"),
                       "\ngpgsig -----BEGIN PGP SIGNATURE-----\n abc\n -----END-----");
        const QByteArray two =
            repo.git({u"hash-object"_s, u"-t"_s, u"commit"_s, u"-w"_s, u"--stdin"_s}, content).trimmed();
        const auto isSigned = [&](const QByteArray &id) {
            return Git::readCommit(locationOf(repo.path()), idOf(id))
                .transform([](const Git::CommitDetails &details) { return details.hasSignature; })
                .value_or(false);
        };
        QVERIFY(!isSigned(one) && isSigned(two));
        repo.git({u"replace"_s, QString::fromLatin1(one), QString::fromLatin1(two)});
        QVERIFY(isSigned(one));
    }
};

QTEST_GUILESS_MAIN(ShownCommitsTest)
#include "tst_showncommits.moc"
