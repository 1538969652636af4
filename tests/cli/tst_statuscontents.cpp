// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "support/repobuilder.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using CliTest::Run;
using Tests::RepoBuilder;

namespace {

Run status(const QString &path, const QStringList &more = {})
{
    return CliTest::run(QStringList{u"status"_s, u"--repo"_s, path} + more);
}

QStringList pathsOf(const Run &run, const QString &list)
{
    QStringList paths;
    for (const QJsonValue &entry : run.json().value(list).toArray())
        paths += entry["status"_L1].toString() + u' ' + entry["path"_L1].toString();
    return paths;
}

} // namespace

class StatusContentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentsAreToldWhenAskedFor()
    {
        RepoBuilder repo;
        repo.write("staged", "1\n2\n").write("latin", "a\n").write("bidi", "x\n").commit("one");
        repo.write("staged", "1\n3\n4\n")
            .write("pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:" +
                                  QByteArray(64, 'a') + "\nsize 12\n");
        repo.stage().write("latin", "\xe9\n").write("bidi", "x\xe2\x80\xae\n").write("new", "1\n2\n");
        const auto entry = [&](const QStringList &more, const QString &list, const QString &path) {
            for (const QJsonValue &each :
                 status(repo.path(), QStringList{u"--json"_s} + more).json()[list].toArray())
                if (each["path"_L1] == path)
                    return each.toObject();
            return QJsonObject();
        };
        QVERIFY(!entry({}, u"staged"_s, u"staged"_s).contains("added"_L1));
        const QStringList contents{u"--contents"_s};
        const QJsonObject staged = entry(contents, u"staged"_s, u"staged"_s);
        QCOMPARE(staged["added"_L1].toInt(), 2);
        QCOMPARE(staged["removed"_L1].toInt(), 1);
        const QJsonObject pointer = entry(contents, u"staged"_s, u"pointer"_s)["lfs"_L1].toObject();
        QCOMPARE(pointer["old"_L1], QJsonValue(QJsonValue::Null));
        QCOMPARE(pointer["new"_L1]["size"_L1].toInt(), 12);
        QCOMPARE(entry(contents, u"unstaged"_s, u"latin"_s)["text"_L1]["new"_L1].toString(), u"ISO 8859-1"_s);
        const QJsonArray hidden = entry(contents, u"unstaged"_s, u"bidi"_s)["hidden"_L1].toArray();
        QCOMPARE(hidden, (QJsonArray{QJsonObject{{u"character"_s, u"U+202E"_s}, {u"count"_s, 1}}}));
        QCOMPARE(entry(contents, u"unstaged"_s, u"new"_s)["added"_L1].toInt(), 2);
        VERIFY_EXIT(status(repo.path(), contents), 2);
    }

    void whatWouldBeSignedAndTakenBackIsTold()
    {
        RepoBuilder repo;
        repo.write("a", "1\n").commit("one");
        QJsonObject json = status(repo.path(), {u"--json"_s}).json();
        QCOMPARE(json["undo"_L1], QJsonValue(QJsonValue::Null));
        QCOMPARE(json["signing"_L1].toObject(), (QJsonObject{{u"commit"_s, false},
                                                             {u"tag"_s, false},
                                                             {u"format"_s, u"openpgp"_s},
                                                             {u"key"_s, QJsonValue::Null}}));
        repo.config(u"commit.gpgSign"_s, u"true"_s)
            .config(u"gpg.format"_s, u"ssh"_s)
            .config(u"user.signingKey"_s, u"~/.ssh/id"_s);
        repo.write("a", "2\n");
        VERIFY_EXIT(CliTest::run({u"submodule"_s, u"list"_s, u"--repo"_s, repo.path()}), 0);
        json = status(repo.path(), {u"--json"_s}).json();
        QCOMPARE(json["signing"_L1].toObject(), (QJsonObject{{u"commit"_s, true},
                                                             {u"tag"_s, false},
                                                             {u"format"_s, u"ssh"_s},
                                                             {u"key"_s, u"~/.ssh/id"_s}}));
    }

    void ignoredSubmodulesAreNotTold()
    {
        RepoBuilder inner, outer;
        inner.write("f", "1\n").commit("one");
        outer.git({u"submodule"_s, u"--quiet"_s, u"add"_s, inner.path(), u"sub"_s});
        outer.commit("sub");
        outer.write("sub/new", "1\n");
        const auto told = [&](const QStringList &more) {
            return pathsOf(status(outer.path(), QStringList{u"--json"_s} + more), u"unstaged"_s);
        };
        QCOMPARE(told({}), QStringList{u"modified sub"_s});
        QCOMPARE(told({u"--ignore-submodules=untracked"_s}), QStringList());
        outer.config(u"submodule.sub.ignore"_s, u"untracked"_s);
        QCOMPARE(told({}), QStringList());
        QCOMPARE(told({u"--ignore-submodules=none"_s}), QStringList{u"modified sub"_s});
        VERIFY_EXIT(status(outer.path(), {u"--ignore-submodules=some"_s}), 2);
    }
};

QTEST_GUILESS_MAIN(StatusContentsTest)

#include "tst_statuscontents.moc"
