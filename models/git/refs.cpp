// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/refs.h"

#include "base/text.h"
#include "git/alternates.h"
#include "git/looserefs.h"
#include "git/reftargets.h"
#include "git/repository.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

RefKind kindOf(const QByteArray &name)
{
    if (name.startsWith("refs/heads/"))
        return RefKind::LocalBranch;
    if (name.startsWith("refs/remotes/"))
        return RefKind::RemoteBranch;
    if (name.startsWith("refs/tags/"))
        return RefKind::Tag;
    if (name == "refs/stash")
        return RefKind::Stash;
    return name.startsWith("refs/notes/") ? RefKind::Note : RefKind::Other;
}

// For commits that libgit2 does not parse, because of their date, say: it need not, for their id.
ObjectId unparsedCommit(git_reference *reference)
{
    constexpr int kMostTags = 8;
    git_repository *repository = git_reference_owner(reference);
    git_reference *raw = nullptr;
    const int code = git_reference_resolve(&raw, reference);
    const ReferenceHandle resolved(raw);
    const auto database = openDatabase(repository);
    if (code < 0 || !database)
        return {};
    git_oid id = *git_reference_target(raw);
    for (int depth = 0; depth < kMostTags; ++depth) {
        size_t size = 0;
        git_object_t kind = GIT_OBJECT_INVALID;
        if (git_odb_read_header(&size, &kind, database->get(), &id) < 0 || size > kLargestCommit)
            return {};
        if (kind == GIT_OBJECT_COMMIT)
            return toId(&id);
        const auto tag = acquire<ObjectHandle>(
            {}, [&](git_object **out) { return git_object_lookup(out, repository, &id, GIT_OBJECT_TAG); });
        if (!tag)
            return {};
        id = *git_tag_target_id(reinterpret_cast<git_tag *>(tag->get()));
    }
    return {};
}

// The commit a reference leads to; null when it leads to something else.
Result<ObjectId> commitOf(git_reference *reference, const QByteArray &name)
{
    git_object *raw = nullptr;
    const int code = git_reference_peel(&raw, reference, GIT_OBJECT_COMMIT);
    if (code < 0) {
        if (code == GIT_EPEEL || code == GIT_EINVALIDSPEC)
            return ObjectId(); // a tag of a tree or blob
        const auto error = lastError(
            code, Text::tr("%1 points to an object that is missing or damaged.").arg(displayText(name)));
        const ObjectId unparsed = unparsedCommit(reference);
        return unparsed.isNull() ? Result<ObjectId>(std::unexpected(error)) : unparsed;
    }
    const ObjectHandle object(raw);
    return toId(git_object_id(raw));
}

void readHead(git_repository *repository, Refs &refs)
{
    const auto reference =
        acquire<ReferenceHandle>(Text::tr("The file HEAD is damaged."), [&](git_reference **out) {
            return git_reference_lookup(out, repository, "HEAD");
        });
    if (!reference) {
        refs.problems += reference.error().message;
        return;
    }
    if (const char *target = git_reference_symbolic_target(reference->get())) {
        refs.head.branch = target;
        git_reference *raw = nullptr;
        const int code = git_reference_resolve(&raw, reference->get());
        const ReferenceHandle resolved(raw);
        if (code == GIT_ENOTFOUND && refs.head.branch.startsWith("refs/")) {
            refs.head.state = HeadState::Unborn;
            return;
        }
        if (code < 0) {
            refs.problems +=
                Text::tr("HEAD names %1, which cannot be read.").arg(displayText(refs.head.branch));
            return;
        }
    }
    const auto target = commitOf(reference->get(), "HEAD");
    if (!target || target->isNull()) {
        refs.problems +=
            target ? Text::tr("HEAD points to an object that is no commit.") : target.error().message;
        return;
    }
    refs.head.target = *target;
    refs.head.state = refs.head.branch.isEmpty() ? HeadState::Detached : HeadState::Branch;
}

// Local branches that have an upstream configured, so that the others cost no look-up.
QSet<QByteArray> trackingBranches(git_repository *repository)
{
    QSet<QByteArray> branches;
    const auto config = readConfiguration(repository);
    if (!config)
        return branches;
    const auto iterator = acquire<ConfigIterator>({}, [&](git_config_iterator **out) {
        return git_config_iterator_glob_new(out, config->get(), "^branch\\..*\\.merge$");
    });
    git_config_entry *entry = nullptr;
    while (iterator && git_config_next(&entry, iterator->get()) == 0) {
        const QByteArray name(entry->name);
        branches.insert(name.sliced(7, name.size() - 7 - 6)); // between "branch." and ".merge"
    }
    return branches;
}

QByteArray upstreamOf(git_repository *repository, const QByteArray &branch)
{
    Buffer name;
    return git_branch_upstream_name(&name, repository, branch.constData()) < 0 ? QByteArray() : name.bytes();
}

// libgit2 leaves out loose references that it cannot read; they must not vanish from our sight.
Result<QList<QByteArray>> readNames(git_repository *repository, const QList<QByteArray> &loose)
{
    const auto iterator = acquire<ReferenceIterator>(
        Text::tr("The list of references cannot be read."),
        [&](git_reference_iterator **out) { return git_reference_iterator_new(out, repository); });
    if (!iterator)
        return std::unexpected(iterator.error());
    QList<QByteArray> names = loose;
    const char *name = nullptr;
    while (git_reference_next_name(&name, iterator->get()) == 0)
        names.append(name);
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

// Every reference, with its commit where that is known already.
Result<QList<RefTargets::Target>> allTargets(const RefTargets &targets, git_repository *repository,
                                             const QList<QByteArray> &loose)
{
    if (targets.areAll())
        return targets.targets();
    const auto names = readNames(repository, loose);
    if (!names)
        return std::unexpected(names.error());
    QList<RefTargets::Target> all;
    all.reserve(names->size());
    for (const QByteArray &name : *names)
        all += {name, targets.commitOf(name)};
    return all;
}

Result<ObjectId> lookUp(git_repository *repository, const QByteArray &name)
{
    const auto reference = acquire<ReferenceHandle>(
        Text::tr("%1 cannot be read.").arg(displayText(name)),
        [&](git_reference **out) { return git_reference_lookup(out, repository, name.constData()); });
    if (!reference)
        return std::unexpected(reference.error());
    return commitOf(reference->get(), name);
}

} // namespace

Result<Refs> readRefs(const RepoLocation &where, const CancelToken &cancel)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    git_repository *repository = opened->repository.get();
    const auto loose = listLooseRefs(where, "refs", cancel);
    if (!loose)
        return std::unexpected(loose.error());
    Refs refs;
    for (const QByteArray &folder : missingObjectFolders(where.commonDir + "/objects")) {
        refs.problems += Text::tr("The folder %1, from which this repository borrows objects, is not there.")
                             .arg(displayPath(folder));
    }
    readHead(repository, refs);
    const auto packed = readPackedRefs(where, cancel);
    if (!packed)
        refs.problems += packed.error().message;
    const RefTargets targets(where, opened->database.get(), packed.value_or(std::nullopt), *loose, cancel);
    const auto all = allTargets(targets, repository, *loose);
    if (!all) {
        refs.problems += all.error().message;
        return refs;
    }
    const QSet<QByteArray> tracking = trackingBranches(repository);
    refs.all.reserve(all->size());
    for (const auto &[name, commit] : *all) {
        if (refs.all.size() % 256 == 0 && cancel.isCancelled())
            return failCancelled();
        Ref ref{.name = name, .kind = kindOf(name), .target = commit};
        if (ref.target.isNull()) {
            if (const Result<ObjectId> target = lookUp(repository, name))
                ref.target = *target;
            else
                refs.problems += target.error().message;
        }
        if (ref.kind == RefKind::LocalBranch && tracking.contains(ref.shortName()))
            ref.upstream = upstreamOf(repository, name);
        refs.all.append(ref);
    }
    return refs;
}

std::optional<Tracking> trackingOf(const Refs &refs)
{
    const auto commitOf = [&](const QByteArray &name, QByteArray *upstream = nullptr) {
        const auto ref = std::ranges::find(refs.all, name, &Ref::name);
        if (name.isEmpty() || ref == refs.all.end())
            return ObjectId();
        if (upstream)
            *upstream = ref->upstream;
        return ref->target;
    };
    QByteArray upstream;
    const ObjectId local = commitOf(refs.head.branch, &upstream), remote = commitOf(upstream);
    return local.isNull() || remote.isNull() ? std::nullopt : std::optional(Tracking{local, remote});
}

Result<AheadBehind> readAheadBehind(const RepoLocation &where, const ObjectId &local,
                                    const ObjectId &upstream)
{
    const auto opened = openObjects(where);
    if (!opened)
        return std::unexpected(opened.error());
    for (const ObjectId &id : {local, upstream}) { // libgit2 has no code of its own for these
        if (const auto commit = readObject(opened->database.get(), id, GIT_OBJECT_COMMIT); !commit)
            return std::unexpected(objectError(commit.error(), id));
    }
    size_t ahead = 0, behind = 0;
    const git_oid from = *toOid(local), to = *toOid(upstream);
    const int code = git_graph_ahead_behind(&ahead, &behind, opened->repository.get(), &from, &to);
    if (code < 0)
        return std::unexpected(lastError(code, Text::tr("The two branches cannot be compared.")));
    return AheadBehind{static_cast<qsizetype>(ahead), static_cast<qsizetype>(behind)};
}

Result<ObjectId> resolveRevision(const RepoLocation &where, const QByteArray &revision)
{
    const auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    const QString problem = Text::tr("“%1” names no commit.").arg(displayText(revision));
    if (revision.isEmpty() || revision.contains('\0'))
        return fail(ErrorKind::NotFound, problem);
    const auto commit = acquire<ObjectHandle>(problem, [&](git_object **out) {
        git_object *found = nullptr;
        const int code = git_revparse_single(&found, repository->get(), revision.constData());
        const ObjectHandle object(found);
        return code < 0 ? code : git_object_peel(out, found, GIT_OBJECT_COMMIT);
    });
    if (commit)
        return toId(git_object_id(commit->get()));
    Error error = commit.error();
    error.kind = ErrorKind::NotFound;
    return std::unexpected(error);
}

} // namespace Git
