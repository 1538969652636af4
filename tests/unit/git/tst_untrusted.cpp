// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/diff.h"
#include "git/log.h"
#include "git/open.h"
#include "git/refs.h"
#include "git/status.h"
#include "git/tree.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

// Every key by which a repository can make git start a program, each leaving a file of its own.
const QStringList kKeys = {u"core.fsmonitor"_s,
                           u"core.sshCommand"_s,
                           u"core.pager"_s,
                           u"core.editor"_s,
                           u"core.askPass"_s,
                           u"core.gitProxy"_s,
                           u"core.alternateRefsCommand"_s,
                           u"sequence.editor"_s,
                           u"diff.external"_s,
                           u"diff.evil.command"_s,
                           u"diff.evil.textconv"_s,
                           u"merge.evil.driver"_s,
                           u"filter.evil.clean"_s,
                           u"filter.evil.smudge"_s,
                           u"filter.evil.process"_s,
                           u"credential.helper"_s,
                           u"gpg.program"_s,
                           u"gpg.ssh.program"_s,
                           u"gpg.ssh.defaultKeyCommand"_s,
                           u"alias.status"_s,
                           u"interactive.diffFilter"_s,
                           u"uploadpack.packObjectsHook"_s,
                           u"hook.evil.command"_s,
                           u"trailer.evil.command"_s};

// Reads all there is to see, as the pages do.
void readEverything(const QString &path)
{
    const auto info = Git::openRepository(path);
    VERIFY_RESULT(info);
    const Git::RepoLocation &where = info->location;
    const auto refs = Git::readRefs(where, {});
    VERIFY_RESULT(refs);
    const auto commits = Git::readRecentCommits(where, {refs->head.target}, 1000, {});
    VERIFY_RESULT(commits);
    QVERIFY(!commits->isEmpty());
    for (const Git::Commit &commit : *commits) {
        VERIFY_RESULT(Git::readCommit(where, commit.id));
        VERIFY_RESULT(Git::readTree(where, commit.id, {}));
        VERIFY_RESULT(
            Git::readDiff(where, {.sides = Git::DiffSides::CommitToParent, .commit = commit.id}, {}));
    }
    const auto status = Git::readStatus(where, {}, {});
    VERIFY_RESULT(status);
    QVERIFY(!status->unstaged.isEmpty());
    VERIFY_RESULT(Git::readDiff(where, {.sides = Git::DiffSides::HeadToIndex}, {}));
    const auto unstaged = Git::readDiff(where, {}, {});
    VERIFY_RESULT(unstaged);
    for (const Diff::FileDiff &file : *unstaged)
        VERIFY_RESULT(Git::readWorkFile(where, file.path()));
    VERIFY_RESULT(Git::readIndex(where, {}));
}

} // namespace

class UntrustedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingRunsNothingThatTheRepositoryNames()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").write("b.txt", "1\n").write("hidden.bin", "1\n").commit("one");
        repo.write("a.txt", "2\n")
            .write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
            .commit("two");
        plant(repo);
        repo.write("a.txt", "3\n").write("new.txt", "1\n");
        readEverything(repo.path());
        QCOMPARE(QDir(repo.folder()).entryList(QDir::Files), QStringList());
    }

    void theCanariesWouldSing()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").write(".gitattributes", "* filter=evil diff=evil\n").commit("one");
        plant(repo);
        repo.write("a.txt", "2\n");
        repo.tryGit({u"status"_s});
        repo.tryGit({u"add"_s, u"-A"_s});
        repo.tryGit({u"commit"_s, u"-q"_s, u"-m"_s, u"two"_s});
        const QStringList ran = QDir(repo.folder()).entryList(QDir::Files);
        QVERIFY2(ran.contains(u"core.fsmonitor"_s), qPrintable(ran.join(u' ')));
        QVERIFY2(ran.filter(u"filter.evil"_s).size() > 0, qPrintable(ran.join(u' ')));
        QVERIFY2(ran.contains(u"hook-pre-commit"_s), qPrintable(ran.join(u' ')));
    }

    void anotherWorkTreeIsNeitherReadNorTouched()
    {
        RepoBuilder repo;
        repo.write("a.txt", "1\n").commit("one");
        QFile secret(repo.folder() + u"/a.txt"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("secret\n");
        secret.close();
        repo.config(u"core.worktree"_s, repo.folder());
        const auto info = Git::openRepository(repo.path());
        VERIFY_RESULT(info);
        const auto files = Git::readDiff(info->location, {}, {});
        VERIFY_RESULT(files);
        QVERIFY(files->isEmpty());
        QVERIFY(Git::readStatus(info->location, {}, {})->unstaged.isEmpty());
    }

    void aLinkInTheTreeShowsItsTextAndNotWhatItPointsTo()
    {
        RepoBuilder repo;
        repo.write("dir/f", "1\n").commit("one");
        repo.remove("dir/f");
        QVERIFY(QDir(repo.path()).rmdir(u"dir"_s));
        repo.link("dir", "/etc").link("passwd", "/etc/passwd").link("self", "self");
        const auto info = Git::openRepository(repo.path());
        const auto files = Git::readDiff(info->location, {}, {});
        VERIFY_RESULT(files);
        for (const Diff::FileDiff &file : *files)
            QVERIFY2(!file.text.contains("root:"), file.path().constData());
        const auto passwd = std::ranges::find(*files, QByteArray("passwd"), &Diff::FileDiff::newPath);
        QVERIFY(passwd != files->cend());
        QCOMPARE(passwd->text, "/etc/passwd");
    }

private:
    static void plant(RepoBuilder &repo)
    {
        for (const QString &key : kKeys)
            repo.config(key, u"touch %1/%2; cat; false"_s.arg(repo.folder(), key));
        repo.config(u"core.untrackedCache"_s, u"true"_s).config(u"log.showSignature"_s, u"true"_s);
        repo.config(u"commit.gpgSign"_s, u"false"_s).config(u"hook.evil.event"_s, u"post-index-change"_s);
        for (const char *hook : {"pre-commit", "post-checkout", "post-index-change", "fsmonitor-watchman",
                                 "commit-msg", "reference-transaction"})
            repo.hook(hook,
                      QByteArray("#!/bin/sh\ntouch ") + repo.folder().toUtf8() + "/hook-" + hook + '\n');
        const auto left = QDir(repo.folder()).entryInfoList(QDir::Files);
        for (const QFileInfo &file : left) // what git config itself may have set off
            QFile::remove(file.filePath());
    }
};

QTEST_GUILESS_MAIN(UntrustedTest)
#include "tst_untrusted.moc"
