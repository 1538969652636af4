// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/filestate.h"

#include "base/text.h"
#include "diff/names.h"
#include "git/filemodes.h"
#include "git/repository.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr quint32 kFileMode = 0100644;
constexpr quint32 kProgramMode = 0100755;
QStringList hashArguments(Storing storing)
{
    QStringList arguments{u"hash-object"_s, u"--no-filters"_s};
    if (storing == Storing::Objects)
        arguments << u"-w"_s;
    return arguments;
}

Result<QList<ObjectId>> hash(const Program &git, const QString &source, const QByteArray &input,
                             Storing storing, const CancelToken &cancel)
{
    const auto kind = storing == Storing::Objects ? Program::Kind::Write : Program::Kind::Read;
    // --stdin alone takes no path, so there are no filters to switch off.
    QStringList arguments = hashArguments(storing);
    const auto result =
        git.run({.arguments = arguments << source, .input = input, .timeout = {}, .kind = kind}, cancel);
    if (!result)
        return std::unexpected(result.error());
    QList<ObjectId> ids;
    for (const QByteArray &line : result->output.split('\n')) {
        if (const auto id = ObjectId::fromHex(line))
            ids.append(*id);
    }
    return ids;
}

std::unexpected<Error> failAnswer()
{
    return fail(ErrorKind::External, Text::tr("Git gave an answer that makes no sense."));
}

FileState stateOf(const struct stat &info)
{
    FileState state{.size = info.st_size, .changed = modifiedAt(info)};
    if (S_ISLNK(info.st_mode))
        state.mode = kLinkMode;
    else if (S_ISREG(info.st_mode))
        state.mode = (info.st_mode & 0100U) != 0 ? kProgramMode : kFileMode;
    return state;
}

} // namespace

qint64 modifiedAt(const struct stat &info)
{
    return info.st_mtim.tv_sec * 1'000'000'000LL + info.st_mtim.tv_nsec;
}

Result<ObjectId> hashContent(const Program &git, const QByteArray &content, Storing storing,
                             const CancelToken &cancel)
{
    git_oid id = {};
    if (storing == Storing::IdsOnly && git.location().trust == Trust::Trusted &&
        git_odb_hash(&id, content.constData(), static_cast<size_t>(content.size()), GIT_OBJECT_BLOB) == 0)
        return toId(&id);
    const auto ids = hash(git, u"--stdin"_s, content, storing, cancel);
    if (!ids)
        return std::unexpected(ids.error());
    return ids->size() == 1 ? Result<ObjectId>(ids->first()) : failAnswer();
}

Result<QList<FileState>> readFileStates(const Program &git, const WorkTree &tree,
                                        const QList<QByteArray> &paths, Storing storing,
                                        const CancelToken &cancel)
{
    QList<FileState> states(paths.size());
    QList<qsizetype> files;
    QByteArray names;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        const auto info = tree.status(paths[at]);
        if (!info)
            return std::unexpected(info.error());
        if (!*info)
            continue;
        states[at] = stateOf(**info);
        if (states[at].mode == 0)
            return fail(ErrorKind::Invalid,
                        Text::tr("%1 is neither a file nor a link.").arg(displayText(paths[at])));
        if (states[at].mode == kLinkMode) {
            const auto target = tree.readLink(paths[at]);
            const auto id =
                target ? hashContent(git, *target, storing, cancel) : std::unexpected(target.error());
            if (!id)
                return std::unexpected(id.error());
            states[at].id = *id;
        } else {
            files.append(at);
            names += Diff::quotePath(paths[at]) + '\n';
        }
    }
    if (files.isEmpty())
        return states;
    const auto ids = hash(git, u"--stdin-paths"_s, names, storing, cancel);
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->size() != files.size())
        return failAnswer();
    for (qsizetype at = 0; at < files.size(); ++at)
        states[files[at]].id = ids->at(at);
    return states;
}

Result<QSet<QByteArray>> readChangedPaths(const Program &git, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"diff"_s, u"--name-only"_s, u"-z"_s, u"--no-renames"_s,
                                               u"--no-ext-diff"_s, u"--ignore-submodules=all"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read,
                                 .config = {u"core.safecrlf=false"_s}},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    QSet<QByteArray> paths;
    for (const QByteArray &path : result->output.split('\0')) {
        if (!path.isEmpty())
            paths.insert(path);
    }
    return paths;
}

Result<QSet<QByteArray>> readAssumedChanges(const Program &git, const WorkTree &tree,
                                            const CancelToken &cancel)
{
    const auto opened = openIndex(git.location());
    if (!opened)
        return std::unexpected(opened.error());
    QList<QByteArray> paths;
    QList<FileState> indexed;
    const size_t count = git_index_entrycount(opened->index.get());
    for (size_t at = 0; at < count; ++at) {
        const git_index_entry *entry = git_index_get_byindex(opened->index.get(), at);
        if ((entry->flags & GIT_INDEX_ENTRY_VALID) == 0 || entry->mode == kSubmoduleMode)
            continue;
        paths += entry->path;
        indexed += {.mode = entry->mode, .id = toId(&entry->id)};
    }
    const auto states = readFileStates(git, tree, paths, Storing::IdsOnly, cancel);
    if (!states)
        return std::unexpected(states.error());
    QSet<QByteArray> changed;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        if (!states->at(at).isSame(indexed[at]))
            changed.insert(paths[at]);
    }
    return changed;
}

} // namespace Git
