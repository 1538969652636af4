// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/forget.h"

#include "base/text.h"
#include "git/locate.h"
#include "git/sequence/conflicts.h"
#include "git/text.h"
#include "git/tree.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

QList<QByteArray> notesOf(Operation kind)
{
    switch (kind) {
    case Operation::Merge:
        return {"MERGE_HEAD", "MERGE_MODE", "MERGE_MSG", "MERGE_RR", "MERGE_AUTOSTASH", "AUTO_MERGE"};
    case Operation::Rebase:
        return {"rebase-merge",     "rebase-apply", "REBASE_HEAD", "sequencer",
                "CHERRY_PICK_HEAD", "MERGE_HEAD",   "MERGE_MSG",   "AUTO_MERGE"};
    case Operation::CherryPick:
        return {"CHERRY_PICK_HEAD", "sequencer", "MERGE_MSG", "AUTO_MERGE"};
    case Operation::Revert:
        return {"REVERT_HEAD", "sequencer", "MERGE_MSG", "AUTO_MERGE"};
    case Operation::ApplyMailbox:
        return {"rebase-apply", "MERGE_MSG", "AUTO_MERGE"};
    case Operation::Bisect:
        return {"BISECT_LOG",   "BISECT_START",        "BISECT_TERMS",
                "BISECT_NAMES", "BISECT_EXPECTED_REV", "BISECT_ANCESTORS_OK"};
    case Operation::None:
        break;
    }
    return {};
}

// Else nothing would lead to it any more.
Result<void> storeAutostash(const Program &git)
{
    RepoLocation notes = git.location();
    notes.workTree = notes.gitDir; // so that no link leads out of it
    for (const char *name : {"rebase-merge/autostash", "rebase-apply/autostash", "MERGE_AUTOSTASH"}) {
        const auto content = readWorkFile(notes, name, 1000);
        const auto id = ObjectId::fromHex(content ? content->trimmed() : QByteArray());
        if (!id)
            continue;
        const auto stored = git.run(
            {.arguments = {u"stash"_s, u"store"_s, u"-q"_s, u"-m"_s, u"autostash"_s, id->text()}}, {});
        // One that git does not take for a stash is none, or gone; it stays named in the notes.
        if (!stored && stored.error().kind != ErrorKind::External)
            return std::unexpected(stored.error());
    }
    return {};
}

Result<void> moveAside(const RepoLocation &where, const QList<QByteArray> &names)
{
    const QByteArray folder = where.gitDir + "/plumbline-forgotten/" +
                              QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss-zzz"_s).toLatin1();
    if (!QDir().mkpath(QFile::decodeName(folder)))
        return fail(ErrorKind::Denied,
                    Text::tr("%1 cannot be made, so nothing was forgotten.").arg(displayPath(folder)));
    for (const QByteArray &name : names) {
        const QByteArray from = where.gitDir + '/' + name, to = folder + '/' + name;
        if (std::rename(from.constData(), to.constData()) != 0)
            return fail(
                ErrorKind::Denied,
                //: %1: a file in the Git folder
                Text::tr("%1 cannot be moved, so the operation is not forgotten.").arg(displayPath(name)),
                displayText(std::strerror(errno)));
    }
    return {};
}

} // namespace

Result<SequenceEnd> setNotesAside(const Program &git, Operation kind)
{
    const auto head = readHeadCommit(git);
    if (!head)
        return std::unexpected(head.error());
    QList<QByteArray> names = notesOf(kind);
    names.removeIf([&](const QByteArray &name) { return !pathExists(git.location().gitDir + '/' + name); });
    if (names.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("No operation is in progress in this repository."));
    auto done = storeAutostash(git);
    if (done)
        done = moveAside(git.location(), names);
    const auto conflicts = done ? readConflictPaths(git.location()) : std::unexpected(done.error());
    if (!conflicts)
        return std::unexpected(conflicts.error());
    return SequenceEnd{.head = *head, .conflicts = *conflicts};
}

} // namespace Git
