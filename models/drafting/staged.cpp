// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafting/draft.h"

#include "drafting/fit.h"
#include "drafting/fromdiff.h"
#include "drafting/knownhistory.h"
#include "drafting/messagerules.h"
#include "drafting/people.h"

#include "base/text.h"
#include "diff/parse.h"
#include "drafting/text.h"
#include "git/diff.h"
#include "git/refs.h"
#include "git/tree.h"
#include "git/work/setting.h"

#include <QHash>

#include <memory>

using namespace Qt::StringLiterals;

namespace Drafting {

namespace {

constexpr qint64 kLargestContent = 1024 * 1024; // bytes of a file that is read whole
constexpr qsizetype kMostContents = 1'000;      // files

struct Wanted
{
    qsizetype change = 0;
    bool isNew = false;
};

bool isReadable(const Diff::FileDiff &file, const QByteArray &path, qint64 size, quint32 mode)
{
    const bool isFile = (mode & 0170000) == 0100000;
    return !path.isEmpty() && isFile && file.omission == Diff::Omission::None && size <= kLargestContent;
}

void readContents(const Git::RepoLocation &where, QList<Change> &changes)
{
    QList<Git::ObjectId> ids;
    QList<Wanted> wanted;
    for (qsizetype i = 0; i < qMin(changes.size(), kMostContents); ++i) {
        const Diff::FileDiff &file = changes[i].file;
        const auto oldId = Git::ObjectId::fromHex(file.oldId);
        const auto newId = Git::ObjectId::fromHex(file.newId);
        if (oldId && !oldId->isNull() && isReadable(file, file.oldPath, file.oldSize, file.oldMode)) {
            ids.append(*oldId);
            wanted.append({i, false});
        }
        if (newId && !newId->isNull() && isReadable(file, file.newPath, file.newSize, file.newMode)) {
            ids.append(*newId);
            wanted.append({i, true});
        }
    }
    const QList<Result<QByteArray>> contents = Git::readBlobs(where, ids, kLargestContent);
    for (qsizetype i = 0; i < qMin(contents.size(), wanted.size()); ++i) {
        Change &change = changes[wanted[i].change];
        if (contents[i])
            (wanted[i].isNew ? change.newContent : change.oldContent) = *contents[i];
    }
}

Result<QList<Change>> readChanges(const Git::RepoLocation &where, const Git::DiffRequest &request,
                                  const CancelToken &cancel)
{
    const auto files = Git::readDiff(where, request, cancel);
    if (!files)
        return std::unexpected(files.error());
    QList<Change> changes;
    for (const Diff::FileDiff &file : *files)
        changes.append({.file = file});
    readContents(where, changes);
    if (cancel.isCancelled())
        return failCancelled();
    return changes;
}

} // namespace

void addHeadFiles(DraftContext &context, const Git::RepoLocation &where, const QList<Git::TreeFile> &files)
{
    auto ids = std::make_shared<QHash<QByteArray, Git::ObjectId>>();
    for (const Git::TreeFile &file : files) {
        context.headPaths.append(file.path);
        ids->insert(file.path, file.id);
    }
    context.readHead = [where, ids](const QByteArray &path) -> std::optional<QByteArray> {
        const auto id = ids->constFind(path);
        if (id == ids->cend())
            return {};
        auto content = Git::readBlob(where, *id, kLargestContent);
        return content ? std::optional(*content) : std::nullopt;
    };
}

Result<DraftContext> readDraftContext(const Git::RepoLocation &where, const CancelToken &cancel,
                                      const RuleOptions &rules)
{
    DraftContext context{.rules = rules};
    if (const auto messages = readMessageRules(where, cancel); messages && messages->lint) {
        context.lint = std::make_shared<const LintRules>(*messages->lint);
        context.rules = withLint(rules, *messages->lint);
        context.rules.commentPrefix = messages->commentPrefix();
    }
    const Result<Git::Refs> refs = Git::readRefs(where, cancel);
    if (!refs)
        return std::unexpected(refs.error());
    constexpr QByteArrayView heads("refs/heads/");
    context.branch =
        refs->head.branch.startsWith(heads) ? refs->head.branch.sliced(heads.size()) : refs->head.branch;
    if (refs->head.target.isNull())
        return context;
    const auto known = readKnownHistory(where, refs->head.target, context.rules.types, cancel);
    if (!known)
        return std::unexpected(known.error());
    context.history = (*known)->commits;
    context.typeModel = (*known)->typeModel;
    addHeadFiles(context, where, (*known)->files);
    const QByteArray name = Git::readSetting(where, "user.name");
    const QByteArray email = Git::readSetting(where, "user.email");
    if ((*known)->signsOff && !name.isEmpty() && !email.isEmpty())
        context.signOff = personText({displayText(name), displayText(email)});
    return context;
}

Result<QList<Change>> readStagedChanges(const Git::RepoLocation &where, const CancelToken &cancel)
{
    // Its missing index would read as if everything were staged for deletion.
    if (where.isBare() && where.indexFile.isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("A bare repository has nothing staged."), {},
                    Text::tr("Work in a clone of it, or give a diff."));
    return readChanges(where, {.sides = Git::DiffSides::HeadToIndex}, cancel);
}

Result<QList<Change>> readCommitChanges(const Git::RepoLocation &where, const Git::ObjectId &commit,
                                        const CancelToken &cancel)
{
    return readChanges(where, {.sides = Git::DiffSides::CommitToParent, .commit = commit}, cancel);
}

Result<Draft> draftStaged(const Git::RepoLocation &where, const CancelToken &cancel, const RuleOptions &rules)
{
    const auto changes = readStagedChanges(where, cancel);
    if (!changes)
        return std::unexpected(changes.error());
    if (changes->isEmpty())
        return fail(ErrorKind::NotFound, Text::tr("Nothing is staged, so there is nothing to describe."), {},
                    Text::tr("Stage files or lines first."));
    const auto context = readDraftContext(where, cancel, rules);
    if (!context)
        return std::unexpected(context.error());
    return makeDraft(*changes, *context);
}

Result<QList<Draft>> draftsFromDiff(QByteArrayView unifiedDiff, const DraftContext &context, qsizetype count)
{
    const auto files = Diff::parseUnified(unifiedDiff);
    if (!files)
        return std::unexpected(files.error());
    if (files->isEmpty())
        return fail(ErrorKind::Invalid, Text::tr("There is no change in this text."), {},
                    Text::tr("Give it the output of git diff."));
    return draftCandidates(changesOf(*files, context), context, count);
}

Result<Draft> draftFromDiff(QByteArrayView unifiedDiff, const DraftContext &context)
{
    return draftsFromDiff(unifiedDiff, context, 1).transform([](const QList<Draft> &drafts) {
        return drafts.value(0);
    });
}

} // namespace Drafting
