// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "diff/merge3.h"
#include "git/discard.h"
#include "git/filemodes.h"
#include "git/filestate.h"
#include "git/keptobjects.h"
#include "git/shown.h"
#include "git/stash/stashactions.h"
#include "git/stash/stashstore.h"
#include "git/text.h"
#include "git/tree.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Result<void> checkChosen(const Program &git, const ChosenLines &chosen, const CancelToken &cancel)
{
    const Diff::FileDiff &file = chosen.file;
    if (const auto checked = checkHasLines(file); !checked)
        return checked;
    if (isNew(file))
        return fail(ErrorKind::Invalid, Text::tr("A new file is stashed as a whole."));
    if (file.oldMode == kLinkMode || file.newMode == kLinkMode)
        return fail(ErrorKind::Invalid, Text::tr("A link has no lines to choose from."));
    if (const auto checked = checkIndex(git, file, true, file.oldId, Diff::PatchUse::Forward); !checked)
        return checked;
    return checkWorkFile(git, file, cancel);
}

struct TreeEntry
{
    ObjectId id;
    quint32 mode = 0; ///< 0: none
};

/// MODE (TYPE) ID (STAGE)\tPATH of the one path that was asked for.
Result<TreeEntry> readEntry(const Program &git, const QStringList &arguments, qsizetype idField,
                            const QByteArray &path, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = arguments, .kind = Program::Kind::Read, .path = path}, cancel);
    if (!result)
        return std::unexpected(result.error());
    const QList<QByteArray> fields =
        result->output.first(std::max<qsizetype>(0, result->output.indexOf('\t'))).split(' ');
    return TreeEntry{ObjectId::fromHex(fields.value(idField)).value_or(ObjectId()),
                     fields.value(0).toUInt(nullptr, 8)};
}

QByteArray textOf(const QList<QByteArrayView> &lines, const Diff::LineRange &range)
{
    QByteArray text;
    for (const QByteArrayView line : lines.sliced(range.first, range.count))
        text += line;
    return text;
}

/// The content of HEAD with the lines alone, where other changes are staged.
std::optional<QByteArray> movedOnto(const QByteArray &index, const QByteArray &chosen, const QByteArray &head)
{
    const auto base = Diff::splitLines(index), ours = Diff::splitLines(chosen),
               theirs = Diff::splitLines(head);
    QByteArray text;
    for (const Diff::MergeChunk &chunk : Diff::merge3(base, ours, theirs)) {
        if (chunk.kind == Diff::MergeKind::Conflict)
            return std::nullopt;
        text +=
            chunk.kind == Diff::MergeKind::Theirs ? textOf(theirs, chunk.theirs) : textOf(ours, chunk.ours);
    }
    return text;
}

/// The entry of the file in the stashed tree, as `git update-index --index-info` takes it.
Result<QByteArray> makeEntry(const Program &git, const ChosenLines &chosen, const CancelToken &cancel)
{
    const Diff::FileDiff &file = chosen.file;
    const auto head =
        readEntry(git, {u"ls-tree"_s, u"-z"_s, u"--full-tree"_s, u"HEAD"_s}, 2, file.oldPath, cancel);
    const auto index = readEntry(git, {u"ls-files"_s, u"-s"_s, u"-z"_s}, 1, file.oldPath, cancel);
    if (!head || !index)
        return std::unexpected(head ? index.error() : head.error());
    if (head->mode == 0 || index->mode == 0)
        return fail(ErrorKind::Invalid, Text::tr("A new file is stashed as a whole."));
    const auto staged = readBlob(git.location(), index->id, kLargestShownFile);
    const auto committed = readBlob(git.location(), head->id, kLargestShownFile);
    if (!staged || !committed)
        return std::unexpected(staged ? committed.error() : staged.error());
    auto content = Diff::applyLines(file, chosen.lines, Diff::PatchUse::Forward, *staged);
    if (!content)
        return failMoved(file);
    if (index->id != head->id)
        content = movedOnto(*staged, *content, *committed);
    if (!content)
        return fail(
            ErrorKind::Invalid,
            //: %1: a file's path
            Text::tr("The lines of %1 stand on others that are staged.").arg(displayPath(file.path())), {},
            Text::tr("Stash the whole file, or unstage those lines first."));
    if (file.status == Diff::FileStatus::Deleted && content->isEmpty())
        return entryLine(0, ObjectId(), 0, file.oldPath);
    const auto id = hashContent(git, *content, Storing::Objects, cancel);
    return id ? Result<QByteArray>(entryLine(head->mode, *id, 0, file.oldPath)) : std::unexpected(id.error());
}

/// HEAD's tree with those entries.
Result<ObjectId> makeTree(const Program &git, const QByteArray &entries, const CancelToken &cancel)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorKind::External, Text::tr("There is no room for temporary files."),
                    folder.errorString());
    const QStringList environment{u"GIT_INDEX_FILE="_s + folder.filePath(u"index"_s)};
    const QStringList config{u"core.splitIndex=false"_s, u"core.fsmonitor=false"_s, u"index.sparse=false"_s};
    for (Program::Run run :
         {Program::Run{.arguments = {u"read-tree"_s, u"HEAD"_s}},
          Program::Run{.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = entries}}) {
        run.config = config;
        run.environment = environment;
        if (const auto result = git.run(run, cancel); !result)
            return std::unexpected(result.error());
    }
    return runForId(git, {.arguments = {u"write-tree"_s}, .config = config, .environment = environment},
                    cancel);
}

Result<ObjectId> makeCommit(const Program &git, const ObjectId &tree, const QList<ObjectId> &parents,
                            const QByteArray &message, const CancelToken &cancel)
{
    QStringList arguments{u"commit-tree"_s, tree.text()};
    for (const ObjectId &parent : parents)
        arguments << u"-p"_s << parent.text();
    return runForId(
        git, {.arguments = arguments, .input = message + '\n', .config = {u"i18n.commitEncoding=UTF-8"_s}},
        cancel);
}

Result<ObjectId> resolve(const Program &git, const QString &name, const CancelToken &cancel)
{
    return runForId(
        git, {.arguments = {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, name}, .kind = Program::Kind::Read},
        cancel);
}

/// "On main: words", as git writes it.
QByteArray stashWords(const RepoLocation &where, const QByteArray &message)
{
    QFile head(QFile::decodeName(where.gitDir + "/HEAD"));
    const QByteArray line = head.open(QFile::ReadOnly) ? head.read(4096).trimmed() : QByteArray();
    constexpr QByteArrayView branch("ref: refs/heads/");
    const QByteArray name = line.startsWith(branch) ? line.sliced(branch.size()) : "(no branch)"_ba;
    const QByteArray words = message.simplified();
    return "On " + name + ": " + (words.isEmpty() ? "chosen lines"_ba : words);
}

Result<ObjectId> makeStash(const Program &git, const QByteArray &entries, const QByteArray &words,
                           const CancelToken &cancel)
{
    const auto head = resolve(git, u"HEAD^{commit}"_s, cancel);
    const auto headTree = resolve(git, u"HEAD^{tree}"_s, cancel);
    if (!head || !headTree)
        return std::unexpected(head ? headTree.error() : head.error());
    const auto tree = makeTree(git, entries, cancel);
    if (!tree)
        return tree;
    const auto index = makeCommit(git, *headTree, {*head}, "index " + words.toLower(), cancel);
    if (!index)
        return index;
    return makeCommit(git, *tree, {*head, *index}, words, cancel);
}

Result<void> takeOut(const Program &git, const QList<ChosenLines> &chosen)
{
    for (const ChosenLines &one : chosen) {
        const auto discarded = discardLines(git, one.file, one.lines, {});
        if (discarded)
            continue;
        Error error = discarded.error();
        //: %1: a file's path
        error.hint =
            Text::tr("The lines are stashed, but those of %1 could not be taken out of the work tree.")
                .arg(displayPath(one.file.path()));
        return std::unexpected(std::move(error));
    }
    return {};
}

} // namespace

Result<StashEntry> stashLines(const Program &git, const QByteArray &message, const QList<ChosenLines> &chosen,
                              const CancelToken &cancel)
{
    if (chosen.isEmpty() || message.contains('\0') || !message.isValidUtf8())
        return fail(ErrorKind::Invalid, Text::tr("No changed line is selected."));
    QByteArray entries;
    for (const ChosenLines &one : chosen) {
        if (const auto checked = checkChosen(git, one, cancel); !checked)
            return std::unexpected(checked.error());
        const auto entry = makeEntry(git, one, cancel);
        if (!entry)
            return std::unexpected(entry.error());
        entries += *entry;
    }
    const QByteArray words = stashWords(git.location(), message);
    const auto commit = makeStash(git, entries, words, cancel);
    if (!commit)
        return std::unexpected(commit.error());
    if (const auto stored = storeStash(git, *commit, words); !stored)
        return std::unexpected(stored.error());
    if (const auto taken = takeOut(git, chosen); !taken)
        return std::unexpected(taken.error());
    const auto stashes = readStashes(git.location(), {});
    if (!stashes)
        return std::unexpected(stashes.error());
    const auto made = std::ranges::find(*stashes, *commit, &StashEntry::commit);
    if (made == stashes->end())
        return fail(ErrorKind::NotFound, Text::tr("This stash is not there any more."));
    return *made;
}

} // namespace Git
