// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitwrite.h"
#include "git/open.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

namespace {

/// The user's own configuration as it is, for as long as it lives.
class KeptConfiguration
{
public:
    KeptConfiguration() { m_before = read(); }
    ~KeptConfiguration()
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly))
            file.write(m_before);
    }

private:
    static QString path() { return Tests::isolatedHome() + u"/.gitconfig"_s; }
    static QByteArray read()
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray m_before;
};

bool giveAway(const QString &folder)
{
    bool isGiven = ::chown(QFile::encodeName(folder).constData(), 65534, 65534) == 0;
    for (QDirIterator each(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
         each.hasNext();)
        isGiven = ::lchown(QFile::encodeName(each.next()).constData(), 65534, 65534) == 0 && isGiven;
    return isGiven;
}

} // namespace

/// Repositories of another user are opened when, and only when, git itself would work in them.
class OwnershipTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
    }

    void a01_whatGitTakesForSafeIsOpened_data()
    {
        QTest::addColumn<QStringList>("entries");
        for (const QStringList &entries : {QStringList{u"ROOT"_s},
                                           {u"ROOT/"_s},
                                           {u"ROOT/."_s},
                                           {u"*"_s},
                                           {u"ROOT/*"_s},
                                           {u"AROUND/*"_s},
                                           {u"AROUND/"_s},
                                           {u"~/link"_s},
                                           {u"~/around/*"_s},
                                           {u"~/nothing"_s},
                                           {u"link"_s},
                                           {u"ROOT/.git"_s},
                                           {u"ROOT"_s, u""_s},
                                           {u""_s, u"ROOT"_s},
                                           {u"*"_s, u"/elsewhere"_s},
                                           {u"/elsewhere/*"_s},
                                           {u"/*"_s}})
            QTest::newRow(qPrintable(entries.join(u", "_s))) << entries;
    }

    void a01_whatGitTakesForSafeIsOpened()
    {
        QFETCH(QStringList, entries);
        const KeptConfiguration kept;
        const RepoBuilder repo;
        const QString home = Tests::isolatedHome();
        QFile::remove(home + u"/link"_s);
        QFile::remove(home + u"/around"_s);
        QVERIFY(QFile::link(repo.path(), home + u"/link"_s));
        QVERIFY(QFile::link(repo.folder(), home + u"/around"_s));
        QVERIFY(giveAway(repo.path()));
        for (QString entry : std::as_const(entries)) {
            entry.replace(u"ROOT"_s, repo.path()).replace(u"AROUND"_s, repo.folder());
            repo.git({u"config"_s, u"--global"_s, u"--add"_s, u"safe.directory"_s, entry});
        }
        const bool isGits = repo.tryGit({u"rev-parse"_s, u"--git-dir"_s}).exitCode == 0;
        QCOMPARE(Git::openRepository(repo.path()).has_value(), isGits);
    }

    void a01_whatTheErrorSaysToDoWorks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isBare");
        QTest::newRow("a work tree") << u"plain"_s << false;
        QTest::newRow("a name for a shell to stumble over") << u"it's $(here) \"and\" there"_s << false;
        QTest::newRow("bare") << u"bare.git"_s << true;
    }

    void a01_whatTheErrorSaysToDoWorks()
    {
        QFETCH(QString, name);
        QFETCH(bool, isBare);
        const KeptConfiguration kept;
        const RepoBuilder beside;
        const QString path = beside.folder() + u'/' + name;
        beside.git({u"init"_s, u"-q"_s, isBare ? u"--bare"_s : u"--initial-branch=main"_s, u"--"_s, path});
        QVERIFY(giveAway(path));
        const auto denied = Git::openRepository(path);
        VERIFY_FAILS(denied, ErrorKind::Denied);
        const QString hint = denied.error().hint;
        const QString line = hint.sliced(hint.indexOf(u"git config"_s));
        QCOMPARE(QProcess::execute(u"/bin/sh"_s, {u"-c"_s, line}), 0);
        const auto info = Git::openRepository(path);
        VERIFY_RESULT(info);
        Git::RepoLocation where = info->location;
        where.trust = Git::Trust::Trusted;
        const SystemProcessRunner runner;
        const Git::Program git(runner, where);
        for (const auto kind : {Git::Program::Kind::Read, Git::Program::Kind::Write,
                                Git::Program::Kind::Hooks, Git::Program::Kind::Network})
            VERIFY_RESULT(git.run({.arguments = {u"for-each-ref"_s}, .kind = kind}, {}));
    }
};

QTEST_GUILESS_MAIN(OwnershipTest)
#include "tst_ownership.moc"
