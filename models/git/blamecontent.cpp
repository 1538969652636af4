// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blamecontent.h"

#include "base/text.h"
#include "diff/encoding.h"
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

// Then git converts the work tree's file, and counts the lines of UTF-8 as people do.
bool isConvertedByGit(const RepoLocation &where, const QByteArray &path)
{
    const auto repository = openHandle(where);
    const char *value = nullptr;
    return repository &&
           git_attr_get(&value, repository->get(), GIT_ATTR_CHECK_FILE_THEN_INDEX, path.constData(),
                        "working-tree-encoding") == 0 &&
           git_attr_value(value) == GIT_ATTR_VALUE_STRING;
}

bool isUnlikeText(const QByteArray &content)
{
    return QByteArrayView(content).first(std::min(content.size(), kBinaryProbe)).contains('\0') ||
           content.startsWith("\xff\xfe") || content.startsWith("\xfe\xff"); // marks of UTF-16
}

Result<BlamedContent> makeText(const RepoLocation &where, const QByteArray &content, const BlameQuery &query)
{
    if (!isUnlikeText(content))
        return BlamedContent::ofText(content);
    const Diff::TextEncoding encoding = Diff::detectEncoding(content);
    const auto text = Diff::isUtf16(encoding) ? Diff::convertToUtf8(content, encoding) : std::nullopt;
    if (!text)
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is a binary file: it has no lines.").arg(displayPath(query.path)));
    BlameText lines(*text, Diff::encodingName(encoding));
    const bool isConverted = query.revision.isNull() && isConvertedByGit(where, query.path);
    BlameLineMap map = isConverted ? BlameLineMap(lines.lineCount())
                                   : BlameLineMap::ofUtf16(content, encoding, lines.lineCount());
    return BlamedContent{.bytes = content, .text = std::move(lines), .lines = std::move(map)};
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

Result<BlamedContent> BlamedContent::ofText(const QByteArray &text)
{
    BlameText lines(text);
    const qsizetype count = lines.lineCount();
    return BlamedContent{.bytes = text, .text = std::move(lines), .lines = BlameLineMap(count)};
}

Result<BlamedContent> readBlamedContent(const Program &git, const BlameQuery &query,
                                        const CancelToken &cancel)
{
    const auto content = query.revision.isNull() ? contentNow(git, query) : contentAt(git, query, cancel);
    return content ? makeText(git.location(), *content, query) : std::unexpected(content.error());
}

} // namespace Git
