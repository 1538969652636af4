// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"
#include "git/discard.h"
#include "git/stage.h"
#include "git/undo.h"
#include "git/work/workdiff.h"
#include "tests/unit/git/writefixture.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

QByteArray randomBytes(int size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QByteArray pointerTo(const QByteArray &content)
{
    return "version https://git-lfs.github.com/spec/v1\noid sha256:" +
           QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + "\nsize " +
           QByteArray::number(content.size()) + '\n';
}

void requireTool(const char *name)
{
    if (QStandardPaths::findExecutable(QString::fromLatin1(name)).isEmpty())
        QSKIP(QByteArray(name + " is not installed"_ba).constData());
}

QByteArrayList unstaged(const WriteFixture &fixture)
{
    QByteArrayList paths;
    const auto status = Git::readWorkStatus(fixture.git(), {}, {});
    if (!status)
        qFatal("%s", qPrintable(status.error().message));
    for (const Git::StatusEntry &entry : status->unstaged)
        paths += entry.path;
    return paths;
}

} // namespace

/// Files that are kept elsewhere (git-lfs) or encrypted (git-crypt), by the real programs.
class FiltersTest final : public QObject
{
    Q_OBJECT

    static Result<Git::ObjectId> commit(const WriteFixture &fixture, const QByteArray &message)
    {
        return Git::createCommit(fixture.git(), {.message = message}, {}, {});
    }

    static void makeLfs(WriteFixture &fixture)
    {
        fixture.repo.git({u"lfs"_s, u"install"_s, u"--local"_s});
        fixture.repo.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n")
            .commit("attributes");
    }

    /// A repository with secret.txt, unlocked; its key in "key" beside it.
    static void makeCrypt(WriteFixture &fixture)
    {
        fixture.repo.git({u"crypt"_s, u"init"_s});
        fixture.repo.git({u"crypt"_s, u"export-key"_s, fixture.repo.folder() + u"/key"_s});
        fixture.repo.write(".gitattributes", "secret.* filter=git-crypt diff=git-crypt\n")
            .write("secret.txt", "one\ntwo\nthree\n")
            .commit("attributes");
    }

private Q_SLOTS:
    void t13_aTrackedFileLandsAsAPointer()
    {
        requireTool("git-lfs");
        WriteFixture fixture;
        makeLfs(fixture);
        const QByteArray content = randomBytes(200'000, 1), later = randomBytes(210'000, 2);
        fixture.repo.write("data.bin", content);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"data.bin"}, {}));
        QCOMPARE(fixture.staged("data.bin"), pointerTo(content));
        VERIFY_RESULT(commit(fixture, "feat: data"));
        QCOMPARE(fixture.repo.read("data.bin"), content);
        QCOMPARE(unstaged(fixture), QByteArrayList());

        fixture.repo.write("data.bin", later);
        QCOMPARE(unstaged(fixture), QByteArrayList{"data.bin"});
        const auto files = Git::readWorkDiff(fixture.git(), {.paths = {"data.bin"}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QVERIFY(files->first().text.contains("oid sha256:")); // of the pointers, not of 200 KB
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"data.bin"}, {}));
        QCOMPARE(fixture.staged("data.bin"), pointerTo(later));
        VERIFY_RESULT(Git::unstagePaths(fixture.git(), {"data.bin"}, {}));
        QCOMPARE(fixture.staged("data.bin"), pointerTo(content));
        QCOMPARE(fixture.repo.read("data.bin"), later);
    }

    void t13_discardingAndUndoingOneIsByteExact()
    {
        requireTool("git-lfs");
        WriteFixture fixture;
        makeLfs(fixture);
        const QByteArray content = randomBytes(100'000, 3), later = randomBytes(90'000, 4);
        fixture.repo.write("data.bin", content).commit("data");
        fixture.repo.write("data.bin", later);
        const auto record = Git::discardPaths(fixture.git(), {"data.bin"}, {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("data.bin"), content);
        QCOMPARE(unstaged(fixture), QByteArrayList());
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("data.bin"), later);
        QCOMPARE(fixture.staged("data.bin"), pointerTo(content));
    }

    void anEncryptedFileIsStoredEncryptedAndShownPlain()
    {
        requireTool("git-crypt");
        WriteFixture fixture;
        makeCrypt(fixture);
        fixture.repo.write("secret.txt", "one\n2\nthree\n");
        const auto files = Git::readWorkDiff(fixture.git(), {.paths = {"secret.txt"}}, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        VERIFY_RESULT(Git::stagePaths(fixture.git(), {"secret.txt"}, {}));
        QVERIFY(fixture.staged("secret.txt").startsWith("\0GITCRYPT\0"_ba));
        VERIFY_RESULT(commit(fixture, "fix: secret"));
        QVERIFY(
            fixture.repo.git({u"cat-file"_s, u"blob"_s, u"HEAD:secret.txt"_s}).startsWith("\0GITCRYPT\0"_ba));
        QCOMPARE(fixture.repo.read("secret.txt"), "one\n2\nthree\n");
        QCOMPARE(unstaged(fixture), QByteArrayList());
    }

    void anEncryptedFileIsDiscardedAndBroughtBack()
    {
        requireTool("git-crypt");
        WriteFixture fixture;
        makeCrypt(fixture);
        const QByteArray staged = fixture.entry("secret.txt");
        fixture.repo.write("secret.txt", "mine\n");
        const auto record = Git::discardPaths(fixture.git(), {"secret.txt"}, {});
        VERIFY_RESULT(record);
        QCOMPARE(fixture.repo.read("secret.txt"), "one\ntwo\nthree\n");
        VERIFY_RESULT(Git::undo(fixture.git(), *record, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read("secret.txt"), "mine\n");
        QCOMPARE(fixture.entry("secret.txt"), staged);
    }
};

QTEST_GUILESS_MAIN(FiltersTest)
#include "tst_filters.moc"
