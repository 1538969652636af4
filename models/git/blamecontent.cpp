// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blamecontent.h"

#include "base/text.h"
#include "git/pathentry.h"
#include "git/refs.h"
#include "git/repository.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kBinaryProbe = 8000; // bytes that git looks at too

std::unexpected<Error> failKind(PathKind kind, const QByteArray &path)
{
    if (kind == PathKind::Folder)
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is a folder: only files have lines.").arg(displayPath(path)));
    return fail(ErrorKind::Invalid,
                Text::tr("“%1” is a submodule: only files have lines.").arg(displayPath(path)));
}

Result<QByteArray> checkContent(Result<QByteArray> content, const BlameQuery &query)
{
    if (content && QByteArrayView(*content).first(std::min(content->size(), kBinaryProbe)).contains('\0'))
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is a binary file: it has no lines.").arg(displayPath(query.path)));
    return content;
}

// A blob that a partial clone left out is fetched by git, which is asked for its size: so the limit holds.
Result<QByteArray> readContent(const Program &git, const ObjectId &blob, qint64 limit,
                               const CancelToken &cancel)
{
    auto content = readBlob(git.location(), blob, limit);
    if (content || content.error().kind != ErrorKind::NotFound)
        return content;
    const auto fetched = git.run({.arguments = {u"cat-file"_s, u"-s"_s, blob.text()},
                                  .timeout = std::chrono::milliseconds(0),
                                  .kind = Program::Kind::Read},
                                 cancel);
    if (!fetched)
        return fetched.error().kind == ErrorKind::External ? content : std::unexpected(fetched.error());
    return readBlob(git.location(), blob, limit);
}

Result<QByteArray> contentAt(const Program &git, const BlameQuery &query, const CancelToken &cancel)
{
    const auto entry = readPathInCommit(git.location(), query.revision, query.path);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->kind == PathKind::Missing)
        return fail(
            ErrorKind::NotFound, //: %1: path, %2: id of a commit
            Text::tr("There is no “%1” in %2.").arg(displayPath(query.path), query.revision.abbreviated()));
    if (entry->kind != PathKind::File)
        return failKind(entry->kind, query.path);
    return readContent(git, entry->id, query.largestFile, cancel);
}

Result<QByteArray> contentNow(const Program &git, const BlameQuery &query)
{
    const RepoLocation &where = git.location();
    if (where.isBare())
        return failBare();
    const auto head = resolveRevision(where, "HEAD");
    if (!head)
        return std::unexpected(head.error());
    auto entry = readPathInCommit(where, *head, query.path);
    if (entry && entry->kind == PathKind::Missing)
        entry = readPathInIndex(where, query.path);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->kind == PathKind::Folder || entry->kind == PathKind::Submodule)
        return failKind(entry->kind, query.path);
    auto content = readWorkFile(where, query.path, query.largestFile);
    if (content && entry->kind == PathKind::Missing)
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is not tracked, so it has no history.").arg(displayPath(query.path)));
    return content;
}

} // namespace

Result<QByteArray> readBlamedContent(const Program &git, const BlameQuery &query, const CancelToken &cancel)
{
    return checkContent(query.revision.isNull() ? contentNow(git, query) : contentAt(git, query, cancel),
                        query);
}

} // namespace Git
