// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitactions.h"
#include "writefixture.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// Two commits on main, and all there is beside them, to compare before and after.
struct UndoFixture : WriteFixture
{
    UndoFixture()
    {
        repo.config(u"user.name"_s, u"Ada"_s).config(u"user.email"_s, u"ada@example.org"_s);
        repo.write("clean", "1\n").write("f", "1\n").write("old", "only first\n").link("link", "first");
        first = repo.commit("first");
        repo.write("clean", "2\n").write("f", "2\n").write("g", "g\n").write("h", "h\n").write("run", "x\n");
        repo.write("both", "2\n").write("d/deep", "d\n").link("link", "second").remove("old");
        second = repo.commit("second");
    }

    Git::ResetRequest request(const QByteArray &commit, Git::ResetKind kind) const
    {
        return {.commit = *Git::ObjectId::fromHex(commit),
                .kind = kind,
                .expectedBranch = branch(),
                .expectedHead = *Git::ObjectId::fromHex(repo.resolve("HEAD"))};
    }
    Result<Git::ResetEnd> reset(const QByteArray &commit, Git::ResetKind kind) const
    {
        return Git::resetTo(git(), request(commit, kind), {});
    }
    Result<Git::UndoEnd> undo(const Git::UndoRecord &record,
                              Git::UndoExtent extent = Git::UndoExtent::Everything) const
    {
        return Git::undo(git(), record, extent, {});
    }
    QByteArray branch() const
    {
        return repo.tryGit({u"symbolic-ref"_s, u"-q"_s, u"HEAD"_s}).output.trimmed();
    }
    qsizetype recordCount() const
    {
        const auto records = Git::readUndoRecords(where());
        return records ? records->size() : -1;
    }

    /// Every kind of change at once.
    void changeEverything()
    {
        repo.write("f", "staged\n").write("both", "staged\n").write("new", "new\n");
        repo.write("caf\xe9\n\"x\"", "odd\n").write("new2", "staged\n").write("run", "x\n", 0755);
        repo.stage().remove("h").git({u"rm"_s, u"-q"_s, u"--cached"_s, u"g"_s});
        repo.write("both", "staged and more\r\n"_ba).write("new2", "\0more"_ba).write("d/deep", "changed");
        repo.write("g", "untracked now\n").link("link", "/etc/\xff").write("old", "precious\n");
        repo.write("intended", "i\n").git({u"add"_s, u"-N"_s, u"intended"_s});
        repo.write("untracked", "stays\n");
    }

    /// What stands in the index and in the work tree, byte for byte.
    QMap<QByteArray, QByteArray> everything() const
    {
        QMap<QByteArray, QByteArray> all;
        all.insert("[head]", branch() + ' ' + repo.resolve("HEAD"));
        all.insert("[index]", repo.git({u"ls-files"_s, u"--stage"_s, u"-z"_s}));
        all.insert("[intended]", repo.git({u"diff"_s, u"--name-only"_s, u"--diff-filter=A"_s}));
        all.insert("[status]", repo.git({u"status"_s, u"--porcelain"_s}));
        const QByteArray top = repo.bytePath() + '/';
        for (const QByteArray &path : names(repo.bytePath()))
            all.insert(path.sliced(top.size()), content(path));
        return all;
    }

    QByteArray first, second;

private:
    static QList<QByteArray> names(const QByteArray &top)
    {
        SystemProcessRunner runner;
        const auto found =
            runner.run({.program = findProgram(u"find"_s),
                        .arguments = {QFile::decodeName(top), u"-path"_s, u"*/.git"_s, u"-prune"_s, u"-o"_s,
                                      u"!"_s, u"-type"_s, u"d"_s, u"-print0"_s}},
                       {});
        QList<QByteArray> paths = found ? found->output.split('\0') : QList<QByteArray>();
        paths.removeAll(QByteArray());
        return paths;
    }
    static QByteArray content(const QByteArray &path)
    {
        struct stat info = {};
        if (::lstat(path.constData(), &info) != 0)
            qFatal("no %s", path.constData());
        if (S_ISLNK(info.st_mode)) {
            char target[4096];
            return "link " + QByteArray(target, ::readlink(path.constData(), target, sizeof target));
        }
        const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.constData(), "rb"), std::fclose);
        QFile in;
        if (!file || !in.open(file.get(), QIODevice::ReadOnly))
            qFatal("cannot read %s", path.constData());
        return ((info.st_mode & 0100U) != 0 ? "run " : "file ") + in.readAll();
    }
};
