// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/keptindex.h"

#include "diff/names.h"
#include "git/actionfailure.h"
#include "git/commitparse.h"
#include "git/keptobjects.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/work/intheway.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr QByteArrayView kStage("Plumbline-Stage: "), kIntended("Plumbline-Intended: ");

std::optional<QByteArray> unquoted(const QByteArray &text)
{
    QByteArrayView rest(text);
    const auto path = Diff::takeQuoted(rest);
    return path && rest.isEmpty() && isInnerPath(*path) ? std::optional<QByteArray>(*path) : std::nullopt;
}

// STAGE MODE ID "PATH"
std::optional<ConflictSide> parseSide(const QByteArray &value)
{
    const QList<QByteArray> fields = value.split(' ');
    if (fields.size() < 4)
        return std::nullopt;
    const int stage = fields[0].toInt();
    const auto id = ObjectId::fromHex(fields[2]);
    const auto path = unquoted(fields.sliced(3).join(' '));
    if (stage < 1 || stage > 3 || !id || !path)
        return std::nullopt;
    return ConflictSide{stage, fields[1].toUInt(nullptr, 8), *id, *path};
}

QByteArray message(const KeptIndex &index)
{
    QByteArray text = "What was staged\n\nKept by Plumbline to undo something.\n\n";
    for (const ConflictSide &side : index.sides) {
        text += kStage + QByteArray::number(side.stage) + ' ' +
                QByteArray::number(side.mode, 8).rightJustified(6, '0') + ' ' + side.id.toHex() + ' ' +
                Diff::quotePathAlways(side.path) + '\n';
    }
    for (const QByteArray &path : index.intended)
        text += kIntended + Diff::quotePathAlways(path) + '\n';
    return text;
}

/// What stands in the index beside the entries of a tree, and those entries.
struct StageEntries
{
    QList<ConflictSide> sides;
    QList<QByteArray> intended;
    QByteArray plain;
};

/// wanted: null: all.
Result<StageEntries> readEntries(const RepoLocation &where, const QSet<QByteArray> *wanted = nullptr)
{
    const auto opened = openIndex(where);
    if (!opened)
        return std::unexpected(opened.error());
    StageEntries found;
    const size_t count = git_index_entrycount(opened->index.get());
    for (size_t at = 0; at < count; ++at) {
        const git_index_entry *entry = git_index_get_byindex(opened->index.get(), at);
        const QByteArray path(entry->path);
        if (wanted && !wanted->contains(path))
            continue;
        const int stage = git_index_entry_stage(entry);
        if (stage != 0)
            found.sides.append({stage, entry->mode, toId(&entry->id), path});
        else if ((entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0)
            found.intended.append(path);
        else
            found.plain += entryLine(entry->mode, toId(&entry->id), 0, path);
    }
    return found;
}

Result<void> stageSides(const Program &git, const QList<ConflictSide> &sides)
{
    if (sides.isEmpty())
        return {};
    QByteArray lines;
    for (const ConflictSide &side : sides)
        lines += entryLine(side.mode, side.id, side.stage, side.path);
    const auto result =
        git.run({.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = lines}, {});
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace

Result<KeptIndex> readKeptIndex(const Program &git, const CancelToken &cancel)
{
    auto entries = readEntries(git.location());
    if (!entries)
        return std::unexpected(entries.error());
    // Git makes no tree of an index with conflicts; of any other it knows most of it already.
    const auto tree = entries->sides.isEmpty() ? runForId(git, {.arguments = {u"write-tree"_s}}, cancel)
                                               : writeKeptTree(git, entries->plain, cancel);
    if (!tree)
        return std::unexpected(tree.error());
    return KeptIndex{*tree, std::move(entries->sides), std::move(entries->intended)};
}

Result<ObjectId> keepIndex(const Program &git, const KeptIndex &index, const CancelToken &cancel)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<ObjectId> parents;
    if (!index.sides.isEmpty()) {
        QByteArray lines;
        for (const ConflictSide &side : index.sides)
            lines += entryLine(side.mode, side.id, 0, QByteArray::number(side.stage) + '/' + side.path);
        const auto tree = writeKeptTree(git, lines, cancel);
        const auto parent = tree ? writeKeptCommit(git, *tree, {}, "The sides of conflicts\n", now, cancel)
                                 : std::unexpected(tree.error());
        if (!parent)
            return parent;
        parents.append(*parent);
    }
    return writeKeptCommit(git, index.tree, parents, message(index), now, cancel);
}

Result<ObjectId> keepIndexAt(const Program &git, const QList<QByteArray> &paths, const CancelToken &cancel)
{
    const QSet<QByteArray> wanted(paths.begin(), paths.end());
    auto entries = readEntries(git.location(), &wanted);
    const auto tree = entries ? writeKeptTree(git, entries->plain, cancel) : std::unexpected(entries.error());
    return tree ? keepIndex(git, {*tree, std::move(entries->sides), std::move(entries->intended)}, cancel)
                : tree;
}

Result<KeptIndex> readKeptIndex(const RepoLocation &where, const ObjectId &commit)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    const auto details = readParsedCommit(opened->database.get(), commit);
    if (!details)
        return std::unexpected(details.error());
    KeptIndex index{.tree = details->commit.tree, .sides = {}, .intended = {}};
    for (const QByteArray &line : details->rawMessage.split('\n')) {
        const auto side = line.startsWith(kStage) ? parseSide(line.sliced(kStage.size())) : std::nullopt;
        const auto path = line.startsWith(kIntended) ? unquoted(line.sliced(kIntended.size())) : std::nullopt;
        if (side)
            index.sides.append(*side);
        else if (path)
            index.intended.append(*path);
        else if (line.startsWith(kStage) || line.startsWith(kIntended))
            return fail(ErrorKind::Invalid,
                        Text::tr("%1 does not record what was staged.").arg(commit.abbreviated()));
    }
    return index;
}

Result<void> bringIndexBack(const Program &git, const ObjectId &commit, const ObjectId &setTo,
                            WorkTreeToo workTree)
{
    const auto kept = readKeptIndex(git.location(), commit);
    const auto present = readKeptIndex(git, {});
    if (!kept || !present)
        return std::unexpected(kept ? present.error() : kept.error());
    if (kept->tree == present->tree && kept->sides == present->sides)
        return {};
    const bool touches = workTree == WorkTreeToo::Yes;
    if (touches) {
        const auto way = checkNothingInTheWay(git, readIncoming(git, setTo, kept->tree, {}), {});
        if (!way)
            return way;
        // Files that were only touched count as changed otherwise.
        const auto refreshed = git.run(
            {.arguments = {u"update-index"_s, u"-q"_s, u"--refresh"_s}, .timeout = {}, .goodExits = {0, 1}},
            {});
        if (!refreshed)
            return std::unexpected(refreshed.error());
    }
    // What differs between the two is taken over, anything else stays, and git looks at all of it first.
    const auto read = git.run(
        {.arguments = {u"read-tree"_s, u"-m"_s, touches ? u"-u"_s : u"-i"_s, setTo.text(), kept->tree.text()},
         .timeout = {}},
        {});
    if (!read)
        return failAction(read.error(),
                          Text::tr("What was staged was not brought back: something changed since."));
    return stageSides(git, kept->sides);
}

Result<void> intendAgain(const Program &git, const QList<QByteArray> &intended)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    QByteArray paths;
    for (const QByteArray &path : intended) {
        const auto standing = tree->status(path);
        if (standing && *standing)
            paths += path + '\0';
    }
    if (paths.isEmpty())
        return {};
    const auto result = git.run({.arguments = {u"add"_s, u"--intent-to-add"_s, u"--force"_s,
                                               u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s},
                                 .input = paths},
                                {});
    return result ? Result<void>() : std::unexpected(result.error());
}

} // namespace Git
