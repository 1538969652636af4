// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/patch.h"
#include "randomfiles.h"
#include "stagereference.h"
#include "writefixture.h"

#include <QCryptographicHash>

#include <sys/stat.h>
#include <unistd.h>

#include <optional>

/// What is to come of random files, in the index and in the work tree.
namespace StageCases {

using Diff::FileDiff;
using StageReference::From;

constexpr quint32 kLink = 0120000;

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

} // namespace StageCases
