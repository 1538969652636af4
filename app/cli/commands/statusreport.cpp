// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/statusreport.h"

#include "app/cli/commands/operationreport.h"
#include "app/cli/jsonbytes.h"
#include "app/cli/text.h"
#include "base/text.h"
#include "git/filemodes.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

QString shortName(const QByteArray &ref)
{
    return displayText(Git::Ref{.name = ref}.shortName());
}

QString modeText(quint32 mode)
{
    return QString::number(mode, 8).rightJustified(6, u'0');
}

QString trustWord(Git::Trust trust)
{
    switch (trust) {
    case Git::Trust::Trusted:
        return u"trusted"_s;
    case Git::Trust::Restricted:
        return u"restricted"_s;
    case Git::Trust::Unknown:
        break;
    }
    return u"unknown"_s;
}

void insertDetails(QJsonObject &object, const Git::StatusEntry &entry, const StatusDetails::File &file)
{
    const auto text = [](const QByteArray &id) { return QString::fromLatin1(id); };
    if (file.oldMode != 0)
        object.insert(u"oldMode"_s, modeText(file.oldMode));
    if (file.newMode != 0)
        object.insert(u"newMode"_s, modeText(file.newMode));
    if (entry.isSubmodule)
        object.insert(u"submodule"_s,
                      QJsonObject{{u"oldCommit"_s, text(file.oldId)}, {u"newCommit"_s, text(file.newId)}});
    if (!file.conversion.encoding.isEmpty())
        object.insert(u"encoding"_s, displayText(file.conversion.encoding));
    if (!file.conversion.filter.isEmpty())
        object.insert(u"filter"_s, displayText(file.conversion.filter));
    if (file.contents)
        insertContents(object, *file.contents);
}

QJsonObject contentJson(QJsonObject commits, const Git::Submodule &module)
{
    commits.insert(u"changedContent"_s, module.hasChanges);
    commits.insert(u"untrackedContent"_s, module.hasUntracked);
    return commits;
}

QJsonArray entriesJson(const QList<Git::StatusEntry> &entries,
                       const QHash<QByteArray, StatusDetails::File> &files,
                       const QHash<QByteArray, Git::Submodule> &submodules)
{
    QJsonArray array;
    for (const Git::StatusEntry &entry : entries) {
        QJsonObject object{{u"status"_s, statusWord(entry.status)}};
        insertBytes(object, u"path"_s, entry.path);
        if (!entry.oldPath.isEmpty())
            insertBytes(object, u"oldPath"_s, entry.oldPath);
        if (entry.isFolder)
            object.insert(u"folder"_s, true);
        insertDetails(object, entry, files.value(entry.path));
        if (const auto module = submodules.constFind(entry.path);
            entry.isSubmodule && module != submodules.cend())
            object.insert(u"submodule"_s, contentJson(object.value(u"submodule"_s).toObject(), *module));
        array += object;
    }
    return array;
}

QJsonObject headJson(const Git::Head &head)
{
    static const QHash<Git::HeadState, QString> states = {{Git::HeadState::Branch, u"branch"_s},
                                                          {Git::HeadState::Detached, u"detached"_s},
                                                          {Git::HeadState::Unborn, u"unborn"_s},
                                                          {Git::HeadState::Broken, u"broken"_s}};
    QJsonObject object{{u"state"_s, states.value(head.state)},
                       {u"commit"_s, head.target.isNull() ? QString() : head.target.text()}};
    insertBytes(object, u"branch"_s, Git::Ref{.name = head.branch}.shortName());
    return object;
}

QJsonValue upstreamJson(const Git::Refs &refs)
{
    const auto named = [&](const QByteArray &name) {
        return std::ranges::find(refs.all, name, &Git::Ref::name);
    };
    const auto local = named(refs.head.branch);
    if (local == refs.all.end() || local->upstream.isEmpty())
        return QJsonValue::Null;
    QJsonObject object{{u"name"_s, shortName(local->upstream)},
                       {u"gone"_s, named(local->upstream) == refs.all.end()}};
    insertBytes(object, u"ref"_s, local->upstream);
    return object;
}

QJsonObject trustJson(Git::Trust trust, const QList<Git::Executable> &executables)
{
    QJsonArray all;
    for (const Git::Executable &executable : executables)
        all += QJsonObject{{u"name"_s, displayText(executable.name)},
                           {u"command"_s, displayText(executable.command)}};
    return {{u"state"_s, trustWord(trust)}, {u"couldRun"_s, all}};
}

QJsonValue undoJson(const QList<Git::UndoRecord> &records)
{
    if (records.isEmpty())
        return QJsonValue::Null;
    const Git::UndoRecord &last = records.first();
    return QJsonObject{{u"meaning"_s, last.meaning},
                       {u"when"_s, last.when.toUTC().toString(Qt::ISODate)},
                       {u"commit"_s, last.commit.text()}};
}

QJsonObject signingJson(const Git::SigningConfig &signing)
{
    QJsonObject object{{u"commit"_s, signing.signsCommits},
                       {u"tag"_s, signing.signsTags},
                       {u"format"_s, displayText(signing.format)},
                       {u"key"_s, QJsonValue::Null}};
    if (!signing.key.isEmpty())
        insertBytes(object, u"key"_s, signing.key);
    return object;
}

QJsonArray pathsJson(const QList<QByteArray> &paths)
{
    QJsonArray array;
    for (const QByteArray &path : paths) {
        QJsonObject object;
        insertBytes(object, u"path"_s, path);
        array += object;
    }
    return array;
}

QJsonArray locksJson(const QList<Git::HeldLock> &locks)
{
    QJsonArray array;
    for (const Git::HeldLock &lock : locks) {
        QJsonObject object{{u"since"_s, lock.since.toUTC().toString(Qt::ISODate)},
                           {u"stale"_s, lock.isStale()},
                           {u"holder"_s, QJsonValue::Null}};
        if (lock.holder)
            object.insert(u"holder"_s, QJsonObject{{u"process"_s, lock.holder->process},
                                                   {u"name"_s, displayText(lock.holder->name.toUtf8())}});
        insertBytes(object, u"path"_s, lock.path);
        array += object;
    }
    return array;
}

} // namespace

QString statusWord(Diff::FileStatus status)
{
    switch (status) {
    case Diff::FileStatus::Added:
        return u"added"_s;
    case Diff::FileStatus::Deleted:
        return u"deleted"_s;
    case Diff::FileStatus::Renamed:
        return u"renamed"_s;
    case Diff::FileStatus::Copied:
        return u"copied"_s;
    case Diff::FileStatus::TypeChanged:
        return u"type changed"_s;
    case Diff::FileStatus::Untracked:
        return u"untracked"_s;
    case Diff::FileStatus::Conflicted:
        return u"conflicted"_s;
    case Diff::FileStatus::Modified:
    case Diff::FileStatus::Unmodified:
        break;
    }
    return u"modified"_s;
}

QJsonObject statusJson(const StatusOverview &overview, const StatusDetails &details)
{
    const Git::RepoLocation &where = overview.info.location;
    const QStringList problems = overview.refs.problems + details.problems;
    QJsonObject object{
        {u"bare"_s, where.isBare()},
        {u"shallow"_s, overview.info.isShallow},
        {u"linkedWorktree"_s, overview.info.isWorktree},
        {u"head"_s, headJson(overview.refs.head)},
        {u"upstream"_s, upstreamJson(overview.refs)},
        {u"operation"_s, operationJson(overview.operation, !overview.conflicts.open.isEmpty())},
        {u"conflicts"_s, conflictsJson(overview.conflicts.open)},
        {u"resolved"_s, pathsJson(overview.conflicts.resolved)},
        {u"locks"_s, locksJson(overview.locks)},
        {u"readOnlyReasons"_s, QJsonArray::fromStringList(overview.info.readOnlyReasons)},
        {u"problems"_s, QJsonArray::fromStringList(problems)},
        {u"staged"_s, entriesJson(overview.status.staged, details.staged, {})},
        {u"unstaged"_s, entriesJson(overview.status.unstaged, details.unstaged, details.submodules)},
        {u"trust"_s, trustJson(where.trust, details.executables)},
        {u"stashes"_s, details.stashes},
        {u"undoRecords"_s, details.undoRecords.size()},
        {u"undo"_s, undoJson(details.undoRecords)},
        {u"signing"_s, signingJson(details.signing)},
        {u"messageDraft"_s, details.hasDraft},
    };
    insertBytes(object, u"repository"_s, where.isBare() ? where.gitDir : where.workTree);
    if (overview.distance) {
        object.insert(u"ahead"_s, overview.distance->ahead);
        object.insert(u"behind"_s, overview.distance->behind);
    }
    return object;
}

QString statusJsonHelp()
{
    return Text::tr(
        "With --json everything is there that the Changes page shows; with --contents also what takes\n"
        "reading the differences:\n"
        "repository, bare, shallow, linkedWorktree, readOnlyReasons, problems\n"
        "head {state, branch, commit}; upstream {name, ref, gone} or null; ahead and behind, if known\n"
        "operation, or null: kind, branch, onto, commit, subject, step, steps, remaining,\n"
        "canContinue, canSkip\n"
        "conflicts: path, kind, binary, lfs, submodule, markers; resolved: paths, of conflicts before\n"
        "locks: path, since, stale, holder {process, name} or null; a stale one was left by a program that\n"
        "ended: it is yours to remove, for nothing here removes a lock without being asked\n"
        "staged and unstaged: path, status, oldPath, oldMode, newMode; folder: it stands for all in it;\n"
        "submodule {oldCommit, newCommit, changedContent, untrackedContent}; encoding and filter (such as\n"
        "lfs) that a file goes through on its way into Git\n"
        "trust {state, couldRun}: what the repository itself would have Git run\n"
        "with --contents: added, removed: lines; notShown: why there are none; text {old, new}: how the\n"
        "bytes stand for characters; lfs {old, new}: pointers, {sha256, size} or null; hidden {character,\n"
        "count}: what hides or reorders text; moved: lines; onlyWhitespace: parts in which nothing else\n"
        "changed\n"
        "signing {commit, tag, format, key}: what Git would sign, by configuration; key: or null\n"
        "undo, or null: meaning, when, commit: what would be taken back next\n"
        "stashes, undoRecords: how many; messageDraft: a message was begun for this branch\n"
        "A name that is not UTF-8 has a second field, such as pathBytes: its bytes in base64.");
}

} // namespace Cli
