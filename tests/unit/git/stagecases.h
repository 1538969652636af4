// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/parse.h"
#include "diff/patch.h"
#include "git/diff.h"
#include "git/work/workdiff.h"
#include "randomfiles.h"
#include "stagereference.h"
#include "support/rounds.h"
#include "writefixture.h"

#include <QCryptographicHash>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <optional>

/// What is to come of random files, in the index and in the work tree.
namespace StageCases {

using Diff::FileDiff;
using StageReference::From;

constexpr quint32 kLink = 0120000;
constexpr std::array kContexts{0, 1, 3, 10};
constexpr int kFilesOfABatch = 1000;

using State = RandomFiles::State;
using File = RandomFiles::File;
using Lines = QSet<qsizetype>;

/// "MODE ID" of each staged path.
using Index = QHash<QByteArray, QByteArray>;

inline QByteArray entryOf(quint32 mode, const QByteArray &content)
{
    const QByteArray head = "blob " + QByteArray::number(content.size()) + '\0';
    return QByteArray::number(mode, 8) + ' ' +
           QCryptographicHash::hash(QByteArray(head + content), QCryptographicHash::Sha1).toHex();
}

inline Index readIndex(const WriteFixture &fixture)
{
    Index index;
    for (const QByteArray &line :
         fixture.repo.git({QStringLiteral("ls-files"), QStringLiteral("-s"), QStringLiteral("-z")})
             .split('\0')) {
        const qsizetype tab = line.indexOf('\t');
        if (tab > 0)
            index.insert(line.sliced(tab + 1), line.first(line.lastIndexOf(' ', tab)));
    }
    return index;
}

/// A commit of one side of the files, by a pack: thousands of loose objects would take minutes.
inline QByteArray commitStream(const QByteArray &branch, const QList<File> &files, State File::*side)
{
    QByteArray stream =
        "commit refs/heads/" + branch + "\ncommitter A <a@example.org> 1767603600 +0000\ndata 0\ndeleteall\n";
    for (const File &file : files) {
        const State &state = file.*side;
        if (state.mode != 0)
            stream += "M " + QByteArray::number(state.mode, 8) + " inline " + file.path + "\ndata " +
                      QByteArray::number(state.content.size()) + '\n' + state.content + '\n';
    }
    return stream;
}

/// What a choice of lines has to do to one path; nothing: it is to be refused.
inline std::optional<State> expectation(const FileDiff &file, const Lines &chosen, const State &before,
                                        const State &after, From from)
{
    constexpr quint32 typeMask = 0170000;
    const bool isThereOnBoth = before.mode != 0 && after.mode != 0;
    if (file.omission != Diff::Omission::None ||
        (isThereOnBoth && ((before.mode ^ after.mode) & typeMask) != 0))
        return std::nullopt;
    StageReference::LineNumbers changed, picked;
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        const Diff::Line &line = file.lines[at];
        if (line.origin == Diff::LineOrigin::Context)
            continue;
        const bool isOld = line.origin == Diff::LineOrigin::Removed;
        (isOld ? changed.old : changed.fresh).insert(isOld ? line.oldNumber : line.newNumber);
        if (chosen.contains(at))
            (isOld ? picked.old : picked.fresh).insert(isOld ? line.oldNumber : line.newNumber);
    }
    const qsizetype changes = changed.old.size() + changed.fresh.size();
    const qsizetype picks = picked.old.size() + picked.fresh.size();
    const State &start = from == From::Old ? before : after;
    const State &end = from == From::Old ? after : before;
    if (picks == changes)
        return changes == 0 && isThereOnBoth && before.mode == after.mode ? std::nullopt : std::optional(end);
    if (picks == 0)
        return std::nullopt;
    const auto content = StageReference::splice(before.content, after.content, changed, picked, from);
    if (!content)
        qFatal("%s: what is shown as unchanged differs", file.path().constData());
    return State{start.mode != 0 ? start.mode : end.mode, *content};
}

inline bool needsNoContext(const FileDiff &file)
{
    return std::ranges::any_of(file.hunks, [&](const Diff::Hunk &hunk) {
        const auto isChange = [&](qsizetype at) {
            return file.lines[at].origin != Diff::LineOrigin::Context;
        };
        return isChange(hunk.firstLine) || isChange(hunk.firstLine + hunk.lineCount - 1);
    });
}

/// What the attributes make of stored content in the work tree.
inline QByteArray workForm(const QByteArray &path, QByteArray content)
{
    if (path.endsWith(".crlf"))
        return content.replace('\n', "\r\n");
    if (!path.endsWith(".utf16") || content.isEmpty())
        return content;
    const QString text = QString::fromUtf8(content);
    return QByteArray("\xff\xfe", 2) +
           QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

inline State workState(const WriteFixture &fixture, const QByteArray &path)
{
    struct stat info = {};
    const QByteArray whole = fixture.repo.bytePath(path);
    if (::lstat(whole.constData(), &info) != 0)
        return {};
    if (S_ISLNK(info.st_mode)) {
        QByteArray target(info.st_size, Qt::Uninitialized);
        const auto length = ::readlink(whole.constData(), target.data(), size_t(target.size()));
        return {kLink, target.first(qMax<qsizetype>(0, length))};
    }
    return {(info.st_mode & 0100) != 0 ? 0100755U : 0100644U, fixture.repo.read(path)};
}

inline Lines choose(RandomFiles &random, const FileDiff &file)
{
    Lines chosen;
    const int share = random.below(10); // of ten; 9 is all, 0 is none
    for (qsizetype line = 0; line < file.lines.size(); ++line) {
        const bool isChange = file.lines[line].origin != Diff::LineOrigin::Context;
        if (isChange && (share == 9 || random.below(9) < share))
            chosen.insert(line);
    }
    return chosen;
}

/// The two states that a difference is between.
inline std::pair<State, State> statesOf(const QHash<QByteArray, File> &files, const FileDiff &file)
{
    return {file.oldPath.isEmpty() ? State() : files[file.oldPath].before,
            file.newPath.isEmpty() ? State() : files[file.newPath].after};
}

inline QByteArray describe(const FileDiff &file, const Lines &chosen, const State &before, const State &after)
{
    QByteArray text = file.path() + "\nbefore " + QByteArray::number(before.mode, 8) + ' ' +
                      Diff::quotePath(before.content) + "\nafter " + QByteArray::number(after.mode, 8) + ' ' +
                      Diff::quotePath(after.content) + "\nchosen";
    for (qsizetype at = 0; at < file.lines.size(); ++at) {
        if (chosen.contains(at))
            text += ' ' + QByteArray::number(at);
    }
    return text + "\npatch " + Diff::makePatch(file);
}

/// HEAD holds what was before, and the index or the work tree what came after.
inline QHash<QByteArray, File> prepare(WriteFixture &fixture, const QList<File> &made, Git::DiffSides sides)
{
    const bool isStaged = sides == Git::DiffSides::HeadToIndex;
    QHash<QByteArray, File> files;
    fixture.repo.config(QStringLiteral("core.fsync"), QStringLiteral("none"));
    fixture.repo.write(".git/info/attributes",
                       "*.utf16 text working-tree-encoding=UTF-16\n*.crlf text eol=crlf\n");
    fixture.repo.git({QStringLiteral("fast-import"), QStringLiteral("--quiet")},
                     commitStream("main", made, &File::before) + commitStream("other", made, &File::after));
    fixture.repo.git(
        {QStringLiteral("read-tree"), isStaged ? QStringLiteral("other") : QStringLiteral("main")});
    for (const File &file : made) {
        files.insert(file.path, file);
        if (!isStaged && file.after.mode == kLink)
            fixture.repo.link(file.path, file.after.content);
        else if (!isStaged && file.after.mode != 0)
            fixture.repo.write(file.path, workForm(file.path, file.after.content), file.after.mode & 0777);
    }
    return files;
}

/// What readWorkDiff() tells of all, with one run of git instead of one for each file that is converted.
inline QList<FileDiff> readAll(const WriteFixture &fixture, Git::DiffSides sides, int context,
                               bool findsRenames = true)
{
    auto changes = Git::readDiff(fixture.where(),
                                 {.sides = sides, .contextLines = context, .findsRenames = findsRenames}, {});
    if (!changes)
        qFatal("%s", qPrintable(changes.error().message));
    if (sides == Git::DiffSides::IndexToWorkTree) {
        changes->removeIf([](const FileDiff &file) { return file.path().endsWith(".utf16"); });
        const auto converted = Diff::parseUnified(fixture.repo.git(
            {QStringLiteral("diff"), QStringLiteral("--full-index"), QStringLiteral("--no-renames"),
             QStringLiteral("-U%1").arg(context), QStringLiteral("--"), QStringLiteral("*.utf16")}));
        if (!converted)
            qFatal("%s", qPrintable(converted.error().message));
        *changes += *converted;
    }
    return *changes;
}

/// Some files of each kind, for what is done to one at a time.
inline QList<File> someFiles(RandomFiles &random)
{
    QList<File> made = random.files(Tests::rounds(100));
    for (int count = Tests::rounds(30); count > 0; --count)
        made += random.plainText(made.size() + 1, count % 3 == 0 ? ".crlf" : ".utf16");
    return made;
}

inline QList<FileDiff> read(const WriteFixture &fixture, RandomFiles &random, const QByteArray &path,
                            Git::DiffSides sides = Git::DiffSides::IndexToWorkTree)
{
    const Git::DiffRequest request{.sides = sides,
                                   .paths = {path},
                                   .contextLines = kContexts[size_t(random.below(4))],
                                   .findsRenames = false};
    const auto files = sides == Git::DiffSides::IndexToWorkTree
                           ? Git::readWorkDiff(fixture.git(), request, {})
                           : Git::readDiff(fixture.where(), request, {});
    return files ? *files : QList<FileDiff>();
}

inline void compareIndexes(const Index &present, const Index &expected,
                           const QHash<QByteArray, QByteArray> &texts = {})
{
    QSet<QByteArray> paths(present.keyBegin(), present.keyEnd());
    paths.unite(QSet<QByteArray>(expected.keyBegin(), expected.keyEnd()));
    for (const QByteArray &path : std::as_const(paths)) {
        const QByteArray text = path + ": " + present.value(path) + " is staged, not " +
                                expected.value(path) + '\n' + texts.value(path);
        QVERIFY2(present.value(path) == expected.value(path), text.constData());
    }
}

} // namespace StageCases
