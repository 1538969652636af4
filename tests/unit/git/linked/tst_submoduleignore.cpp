// SPDX-License-Identifier: GPL-3.0-or-later
#include "../writefixture.h"

#include "git/diff.h"
#include "git/linked/submoduleignore.h"
#include "git/linked/submodules.h"
#include "git/status.h"

#include <QDir>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;
using Lines = QList<QByteArray>;

namespace {

Git::RepoLocation locationIn(const RepoBuilder &repo)
{
    return Git::openRepository(repo.path())->location;
}

const QStringList kLocalModules{u"-c"_s, u"protocol.file.allow=always"_s};

/// One submodule for each way to differ, all recorded; `deep` has one of its own.
struct Differing
{
    Differing()
    {
        innermost.write("f", "1\n").commit("one");
        inner.write("f", "1\n").commit("one");
        deepInner.write("f", "1\n");
        deepInner.git(kLocalModules +
                      QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, innermost.path(), u"sub"_s});
        deepInner.commit("one");
        for (const auto &name : {u"same"_s, u"moved"_s, u"changed"_s, u"untracked"_s, u"both"_s, u"staged"_s,
                                 u"gone"_s, u"empty"_s})
            outer.git(kLocalModules +
                      QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), name});
        for (const auto &name : {u"deep"_s, u"deeper"_s})
            outer.git(kLocalModules +
                      QStringList{u"submodule"_s, u"--quiet"_s, u"add"_s, deepInner.path(), name});
        outer.git(kLocalModules +
                  QStringList{u"submodule"_s, u"--quiet"_s, u"update"_s, u"--init"_s, u"--recursive"_s});
        outer.commit("all");
        const auto commit = [&](const QString &name) {
            outer.git({u"-C"_s, name, u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"two"_s});
        };
        commit(u"moved"_s);
        outer.write("changed/f", "2\n").write("untracked/new", "1\n");
        commit(u"both"_s);
        outer.write("both/f", "2\n").write("both/new", "1\n");
        commit(u"staged"_s);
        outer.stage({"staged"});
        outer.write("deep/sub/new", "1\n").write("deeper/sub/f", "2\n");
        for (const auto &name : {u"/gone"_s, u"/empty"_s})
            if (!QDir(QString(outer.path() + name)).removeRecursively())
                qFatal("cannot remove a submodule");
        QDir().mkpath(outer.path() + u"/empty"_s); // as when it is not checked out
        m_config = outer.read(".git/config");
        m_modules = outer.read(".gitmodules");
    }

    void forgetSettings() { outer.write(".git/config", m_config).write(".gitmodules", m_modules); }

    void set(const QString &place, const QString &mode) const
    {
        if (place == "diff.ignoreSubmodules"_L1)
            outer.git({u"config"_s, place, mode});
        for (const QString &name : names()) {
            const QString key = u"submodule."_s + name + u".ignore"_s;
            if (place == ".gitmodules"_L1)
                outer.git({u"config"_s, u"-f"_s, u".gitmodules"_s, key, mode});
            if (place == "config"_L1)
                outer.git({u"config"_s, key, mode});
        }
    }

    static QStringList names()
    {
        return {u"same"_s,   u"moved"_s, u"changed"_s, u"untracked"_s, u"both"_s,
                u"staged"_s, u"gone"_s,  u"empty"_s,   u"deep"_s,      u"deeper"_s};
    }

    /// "XY path" of each submodule that git names.
    Lines ofGit(const QStringList &arguments = {}) const
    {
        Lines lines;
        for (const QByteArray &line :
             outer.git(QStringList{u"status"_s, u"--porcelain"_s, u"-z"_s} + arguments).split('\0')) {
            if (names().contains(QString::fromUtf8(line.mid(3))))
                lines += line;
        }
        std::ranges::sort(lines);
        return lines;
    }

    Lines ofOurs(std::optional<Git::SubmoduleIgnore> ignore = {}) const
    {
        const auto status = Git::readStatus(locationIn(outer), {.ignoresSubmodules = ignore}, {});
        if (!status)
            return {"failed: " + status.error().message.toUtf8()};
        QMap<QByteArray, QByteArray> words;
        const auto note = [&](const QList<Git::StatusEntry> &entries, qsizetype column) {
            for (const Git::StatusEntry &entry : entries) {
                if (entry.isSubmodule)
                    (words[entry.path].isEmpty() ? words[entry.path] = "  " : words[entry.path])[column] =
                        entry.status == Diff::FileStatus::Deleted ? 'D' : 'M';
            }
        };
        note(status->staged, 0);
        note(status->unstaged, 1);
        Lines lines;
        for (const auto &[path, word] : words.asKeyValueRange())
            lines += word + ' ' + path;
        std::ranges::sort(lines);
        return lines;
    }

    /// What the page lists: what differs by its commit, and what was found in it since.
    QList<QByteArray> onThePage() const
    {
        const auto status = Git::readStatus(locationIn(outer), {.looksIntoSubmodules = false}, {});
        QSet<QByteArray> paths;
        for (const Git::StatusEntry &entry : status->unstaged)
            if (entry.isSubmodule)
                paths += entry.path;
        const auto modules = Git::readSubmodules(locationIn(outer), Git::SubmoduleDepth::Status, {});
        for (const Git::Submodule &module : *modules)
            if (module.hasDirt())
                paths += module.path;
        QList<QByteArray> sorted(paths.begin(), paths.end());
        std::ranges::sort(sorted);
        return sorted;
    }

    RepoBuilder innermost, inner, deepInner, outer;

private:
    QByteArray m_config, m_modules;
};

QList<QByteArray> unstagedOf(const Lines &lines)
{
    QList<QByteArray> paths;
    for (const QByteArray &line : lines)
        if (line[1] != ' ')
            paths += line.mid(3);
    std::ranges::sort(paths);
    return paths;
}

} // namespace

class SubmoduleIgnoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_differing = std::make_unique<Differing>(); }
    void init() { m_differing->forgetSettings(); }
    void cleanupTestCase() { m_differing.reset(); }

    void eachSettingHoldsAsInGit_data()
    {
        QTest::addColumn<QStringList>("settings"); // place=mode
        QTest::addRow("nothing set") << QStringList();
        for (const auto &place : {u".gitmodules"_s, u"config"_s, u"diff.ignoreSubmodules"_s})
            for (const auto &mode : {u"none"_s, u"untracked"_s, u"dirty"_s, u"all"_s})
                QTest::addRow("%s %s", qPrintable(place), qPrintable(mode))
                    << QStringList{place + u'=' + mode};
        QTest::addRow("config before .gitmodules")
            << QStringList{u".gitmodules=all"_s, u"config=untracked"_s};
        QTest::addRow("one's own before diff")
            << QStringList{u"diff.ignoreSubmodules=all"_s, u"config=none"_s};
        QTest::addRow("of .gitmodules before diff")
            << QStringList{u"diff.ignoreSubmodules=dirty"_s, u".gitmodules=none"_s};
        QTest::addRow("no such word") << QStringList{u".gitmodules=some"_s};
    }

    void eachSettingHoldsAsInGit()
    {
        QFETCH(QStringList, settings);
        for (const QString &setting : settings)
            m_differing->set(setting.section(u'=', 0, 0), setting.section(u'=', 1));
        const Lines expected = m_differing->ofGit();
        QCOMPARE(m_differing->ofOurs(), expected);
        QCOMPARE(m_differing->onThePage(), unstagedOf(expected));
        const auto diff =
            Git::readDiff(locationIn(m_differing->outer), {.sides = Git::DiffSides::IndexToWorkTree}, {});
        QList<QByteArray> changed;
        for (const Diff::FileDiff &file : *diff)
            if (file.path() != ".gitmodules")
                changed += file.path();
        if (!settings.contains(u".gitmodules=some"_s)) // libgit2 then compares no submodule
            QCOMPARE(changed, unstagedOf(expected));
    }

    void theOptionComesBeforeAllSettings_data()
    {
        QTest::addColumn<Git::SubmoduleIgnore>("ignore");
        QTest::newRow("none") << Git::SubmoduleIgnore::None;
        QTest::newRow("untracked") << Git::SubmoduleIgnore::Untracked;
        QTest::newRow("dirty") << Git::SubmoduleIgnore::Dirty;
        QTest::newRow("all") << Git::SubmoduleIgnore::All;
    }

    void theOptionComesBeforeAllSettings()
    {
        QFETCH(Git::SubmoduleIgnore, ignore);
        m_differing->set(u"config"_s, u"dirty"_s);
        const QString word = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(m_differing->ofOurs(ignore), m_differing->ofGit({u"--ignore-submodules="_s + word}));
    }

private:
    std::unique_ptr<Differing> m_differing;
};

QTEST_GUILESS_MAIN(SubmoduleIgnoreTest)

#include "tst_submoduleignore.moc"
