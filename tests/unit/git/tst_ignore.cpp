// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/ignore.h"

#include "git/status.h"
#include "writefixture.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using Git::IgnoreKind;
using Git::IgnorePlace;

namespace {

using Names = QSet<QByteArray>;

Names split(const QByteArray &listed)
{
    const QList<QByteArray> names = listed.split('\0');
    Names set(names.begin(), names.end());
    set.remove({});
    return set;
}

/// What git says is ignored of these.
Names ignored(const WriteFixture &fixture, const Names &names)
{
    QByteArray asked;
    for (const QByteArray &name : names)
        asked += "./" + name + '\0'; // a colon at the beginning would be magic
    Names said;
    for (const QByteArray &name :
         split(fixture.repo.tryGit({u"check-ignore"_s, u"-z"_s, u"--stdin"_s}, asked).output))
        said += name.sliced(2);
    return said;
}

/// What libgit2 lists as untracked.
Names untracked(const WriteFixture &fixture)
{
    Names names;
    const auto status = Git::readStatus(fixture.where(), {.expandsUntrackedFolders = true}, {});
    if (!status)
        qFatal("no status");
    for (const Git::StatusEntry &entry : status->unstaged)
        names += entry.path;
    return names;
}

Result<Git::IgnoreEnd> ignore(const WriteFixture &fixture, const QList<QByteArray> &paths,
                              IgnoreKind kind = IgnoreKind::Path, IgnorePlace place = IgnorePlace::Everybody)
{
    return Git::ignorePaths(fixture.git(), {.paths = paths, .kind = kind, .place = place}, {});
}

QByteArray oddName(QRandomGenerator &random)
{
    static const QByteArray letters = "aab.. \t\r\v\f*?[]\\#!-^~&:'\"$({,\xc3\xbc\xff\x80\x01\x7f"_ba;
    QByteArray name;
    for (int left = random.bounded(1, 6); left > 0; --left)
        name += letters[random.bounded(static_cast<int>(letters.size()))];
    return name == "." || name == ".." ? "a" + name : name;
}

} // namespace

class IgnoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheChosenNamesAreIgnored()
    {
        WriteFixture fixture;
        fixture.repo.write("tracked", "t\n").commit("c");
        QRandomGenerator random(4711);
        Names all;
        for (int at = 0; at < 260; ++at) {
            const QByteArray folder = at % 4 == 0 ? "d/"_ba : at % 4 == 1 ? " [a] */"_ba : ""_ba;
            all += folder + oddName(random) + (folder.isEmpty() && at % 8 == 2 ? " " : "");
        }
        all.removeIf([&all](const QByteArray &name) { return all.contains(name + '/'); });
        for (const QByteArray &name : std::as_const(all))
            fixture.repo.write(name, "x");
        Names chosen;
        for (int round = 0; round < 6; ++round) {
            QList<QByteArray> paths;
            for (const QByteArray &name : std::as_const(all)) {
                if (!chosen.contains(name) && random.bounded(8) == 0)
                    paths += name;
            }
            VERIFY_RESULT(ignore(fixture, paths));
            chosen += Names(paths.begin(), paths.end());
            QCOMPARE(ignored(fixture, all), chosen);
            QCOMPARE(untracked(fixture), all - chosen + Names{".gitignore"});
        }
        QVERIFY(chosen.size() > 60 && chosen.size() < all.size());
    }

    void aFolderWithAnOddNameAndAnEndingAreIgnored()
    {
        WriteFixture fixture;
        fixture.repo.write("out [1] /x", "x").write("out 1/x", "x").write("d/out [1] /x", "x");
        fixture.repo.write("a.l*g", "x").write("d/b.l*g", "x").write("c.log", "x").write(".l*g", "x");
        fixture.repo.write("d/kept", "k").stage({"d/kept"});
        const Names all = untracked(fixture);
        VERIFY_RESULT(ignore(fixture, {"out [1] /"}));
        VERIFY_RESULT(ignore(fixture, {"a.l*g"}, IgnoreKind::Ending));
        QCOMPARE(ignored(fixture, all), (Names{"out [1] /x", "a.l*g", "d/b.l*g", ".l*g"}));
        const auto folder = ignore(fixture, {"d/out [1] /x"}, IgnoreKind::Folder);
        VERIFY_RESULT(folder);
        QCOMPARE(folder->patterns, (QList<QByteArray>{"/d/out \\[1]\\ /"}));
        const auto outer = ignore(fixture, {"d/out [1] /"}, IgnoreKind::Folder);
        VERIFY_RESULT(outer);
        QCOMPARE(outer->patterns, QList<QByteArray>{"/d/"});
        QCOMPARE(outer->trackedCount, 1);
    }

    void theBytesOfTheListStay_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("added");
        QTest::newRow("nothing") << ""_ba << "/x\n"_ba;
        QTest::newRow("no newline at the end") << "a\nb"_ba << "\n/x\n"_ba;
        QTest::newRow("CRLF") << "a\r\nb\r\n"_ba << "/x\r\n"_ba;
        QTest::newRow("CRLF, none at the end") << "a\r\nb"_ba << "\r\n/x\r\n"_ba;
        QTest::newRow("mixed, Latin-1") << "\xef\xbb\xbf"
                                           "caf\xe9\r\n#\n\n"_ba
                                        << "/x\n"_ba;
    }
    void theBytesOfTheListStay()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, added);
        WriteFixture fixture;
        fixture.repo.write(".gitignore", before, 0755).write("x", "x");
        const auto end = ignore(fixture, {"x"});
        VERIFY_RESULT(end);
        QCOMPARE(fixture.repo.read(".gitignore"), before + added);
        QCOMPARE(ignored(fixture, {"x"}), Names{"x"});
        QCOMPARE(end->undo->paths, QList<QByteArray>{".gitignore"});
        QCOMPARE(end->undo->meaning, u"Ignored more in .gitignore"_s);
        VERIFY_RESULT(Git::undo(fixture.git(), *end->undo, Git::UndoExtent::Everything, {}));
        QCOMPARE(fixture.repo.read(".gitignore"), before);
    }

    void anUndoTakesANewListAwayButNotAChangedOne()
    {
        WriteFixture fixture;
        fixture.repo.write("x", "x").write("y", "y");
        const auto first = ignore(fixture, {"x"});
        VERIFY_RESULT(first);
        VERIFY_RESULT(Git::undo(fixture.git(), *first->undo, Git::UndoExtent::Everything, {}));
        QVERIFY(!fixture.repo.exists(".gitignore"));
        const auto second = ignore(fixture, {"y"});
        VERIFY_RESULT(second);
        fixture.repo.write(".gitignore", "/y\n# by hand\n");
        VERIFY_FAILURE(Git::undo(fixture.git(), *second->undo, Git::UndoExtent::Everything, {}),
                       ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read(".gitignore"), "/y\n# by hand\n"_ba);
    }

    void anExceptionIsOverriddenWhereItStands()
    {
        WriteFixture fixture;
        fixture.repo.write(".gitignore", "*.log\n").write("d/.gitignore", "!*.log\n").write("d/a.log", "x");
        fixture.repo.write("d/b.log", "x").commit("c");
        fixture.repo.git({u"rm"_s, u"-q"_s, u"--cached"_s, u"d/a.log"_s, u"d/b.log"_s});
        const auto end = ignore(fixture, {"d/a.log"});
        VERIFY_RESULT(end);
        QCOMPARE(end->lists, QList<QByteArray>{"d/.gitignore"});
        QCOMPARE(fixture.repo.read("d/.gitignore"), "!*.log\n/a.log\n"_ba);
        QCOMPARE(ignored(fixture, {"d/a.log", "d/b.log"}), Names{"d/a.log"});
        const auto above = ignore(fixture, {"d/b.log"}, IgnoreKind::Path, IgnorePlace::OnlyHere);
        VERIFY_FAILURE(above, ErrorKind::Conflict);
        QVERIFY2(above.error().message.contains("d/.gitignore"_L1), qPrintable(above.error().message));
    }

    void onlyHereTouchesNothingThatIsCommitted()
    {
        WriteFixture fixture;
        fixture.repo.write("x", "x").write("y", "y").commit("c");
        fixture.repo.git({u"rm"_s, u"-q"_s, u"--cached"_s, u"x"_s});
        const auto end = ignore(fixture, {"x"}, IgnoreKind::Path, IgnorePlace::OnlyHere);
        VERIFY_RESULT(end);
        QVERIFY(!fixture.repo.exists(".gitignore"));
        QCOMPARE(end->lists, QList<QByteArray>{"info/exclude"});
        QCOMPARE(ignored(fixture, {"x"}), Names{"x"});
        const auto again = ignore(fixture, {"x"});
        VERIFY_RESULT(again);
        QVERIFY(again->patterns.isEmpty() && !again->undo);
    }

    void whatIsIgnoredOnlyHereIsTakenBackUnlessTheListChanged()
    {
        WriteFixture fixture;
        fixture.repo.write("f", "f").commit("c");
        fixture.repo.write("x", "x").write(".git/info/exclude", "# kept");
        const auto undone = [&](const Result<Git::IgnoreEnd> &end) {
            return Git::undo(fixture.git(), end->undo.value(), Git::UndoExtent::Everything, {});
        };
        auto end = ignore(fixture, {"x"}, IgnoreKind::Path, IgnorePlace::OnlyHere);
        VERIFY_RESULT(end);
        QVERIFY(end->undo);
        QCOMPARE(end->undo->meaning, u"Ignored more in info/exclude"_s);
        VERIFY_RESULT(undone(end));
        QCOMPARE(fixture.repo.read(".git/info/exclude"), "# kept"_ba);
        QVERIFY(Git::readUndoRecords(fixture.where()).value().isEmpty());

        end = ignore(fixture, {"x"}, IgnoreKind::Path, IgnorePlace::OnlyHere);
        VERIFY_RESULT(end);
        fixture.repo.write(".git/info/exclude", "something else\n");
        VERIFY_FAILURE(undone(end), ErrorKind::Conflict);
        QCOMPARE(fixture.repo.read(".git/info/exclude"), "something else\n"_ba);

        fixture.repo.remove(".git/info/exclude");
        end = ignore(fixture, {"x"}, IgnoreKind::Path, IgnorePlace::OnlyHere);
        VERIFY_RESULT(end);
        VERIFY_RESULT(undone(end));
        QVERIFY(!fixture.repo.exists(".git/info/exclude"));
    }

    void whatWouldChangeNothingIsRefused()
    {
        WriteFixture fixture;
        fixture.repo.write("tracked.c", "t\n").write("d/tracked", "t\n").commit("c");
        fixture.repo.write("new", "n").write("line\nbreak", "n").write("d/new", "n");
        const auto tracked = ignore(fixture, {"new", "tracked.c"});
        VERIFY_FAILURE(tracked, ErrorKind::Invalid);
        QVERIFY(tracked.error().message.contains("tracked.c"_L1));
        VERIFY_FAILURE(ignore(fixture, {"tracked.c"}, IgnoreKind::Ending), ErrorKind::Invalid);
        VERIFY_FAILURE(ignore(fixture, {"line\nbreak"}), ErrorKind::Invalid);
        VERIFY_FAILURE(ignore(fixture, {"new"}, IgnoreKind::Ending), ErrorKind::Invalid);
        VERIFY_FAILURE(ignore(fixture, {"new"}, IgnoreKind::Folder), ErrorKind::Invalid);
        VERIFY_FAILURE(ignore(fixture, {"../new"}), ErrorKind::Invalid);
        QVERIFY(!fixture.repo.exists(".gitignore"));
        const auto folder = ignore(fixture, {"d/new"}, IgnoreKind::Folder);
        VERIFY_RESULT(folder);
        QCOMPARE(folder->trackedCount, 1);
    }

    void aListThatIsNoTextFileIsLeftAlone()
    {
        WriteFixture fixture;
        fixture.repo.write("x", "x").write("elsewhere", "").link(".gitignore", "elsewhere");
        VERIFY_FAILURE(ignore(fixture, {"x"}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read("elsewhere"), ""_ba);
        fixture.repo.remove(".gitignore").write(".gitignore", "a\0b"_ba);
        VERIFY_FAILURE(ignore(fixture, {"x"}), ErrorKind::Invalid);
        QCOMPARE(fixture.repo.read(".gitignore"), "a\0b"_ba);
    }
};

QTEST_GUILESS_MAIN(IgnoreTest)
#include "tst_ignore.moc"
