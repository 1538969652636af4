// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/discardcontent.h"

#include "git/filestate.h"
#include "git/repository.h"
#include "git/shown.h"
#include "git/stage.h"
#include "git/tree.h"
#include "git/work/conversion.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using Diff::FileDiff;
using Diff::PatchUse;

// Whether Git stores the bytes as they are. Whether it converts line ends can depend on what is staged, which
// only `git diff` looks at.
Result<bool> isStoredAsIs(const Program &git, const FileDiff &file, const QByteArray &content,
                          const CancelToken &cancel)
{
    git_oid raw;
    if (!content.contains("\r\n"))
        return true;
    if (git_odb_hash(&raw, content.constData(), static_cast<size_t>(content.size()), GIT_OBJECT_BLOB) != 0)
        return false;
    if (isNew(file)) {
        const auto stored = storeConverted(git, file.path(), cancel);
        return stored ? Result<bool>(*stored == toId(&raw)) : std::unexpected(stored.error());
    }
    const auto shown = readConvertedDiff(git, file.path(), 0, cancel);
    if (!shown)
        return std::unexpected(shown.error());
    return shown->size() == 1 && shown->first().newId == toId(&raw).toHex();
}

Result<QByteArray> workForm(const Program &git, const QByteArray &path, const ObjectId &id,
                            const CancelToken &cancel)
{
    const auto result = git.run(
        {.arguments = {u"cat-file"_s, u"--filters"_s, u"--path="_s + QFile::decodeName(path), id.text()},
         .kind = Program::Kind::Read},
        cancel);
    return result ? Result<QByteArray>(result->output) : std::unexpected(result.error());
}

/// What Git would check out of stored content.
Result<QByteArray> checkedOut(const Program &git, const QByteArray &path, const QByteArray &content,
                              const CancelToken &cancel)
{
    const auto kept = hashContent(git, content, Storing::Objects, cancel);
    return kept ? workForm(git, path, *kept, cancel) : std::unexpected(kept.error());
}

bool hasTextName(const QByteArray &path)
{
    return QFile::encodeName(QFile::decodeName(path)) == path;
}

// By way of what Git stores. That has to lead back to the very bytes of the file, or others than those of the
// lines would change.
Result<QByteArray> recodedWithoutLines(const Program &git, const FileDiff &file, const QSet<qsizetype> &lines,
                                       const QByteArray &base, const CancelToken &cancel)
{
    const QByteArray &path = file.path();
    if (!hasTextName(path))
        return failConverted(file);
    const auto id = storeConverted(git, path, cancel);
    const auto stored = id ? readBlob(git.location(), *id, kLargestShownFile) : std::unexpected(id.error());
    if (!stored)
        return std::unexpected(stored.error());
    const auto back = workForm(git, path, *id, cancel);
    const auto content = Diff::applyLines(file, lines, PatchUse::Reverse, *stored);
    if (!back || *back != base || !content)
        return failConverted(file);
    return checkedOut(git, path, *content, cancel);
}

} // namespace

Result<QByteArray> contentWithoutLines(const Program &git, const FileDiff &file, const QSet<qsizetype> &lines,
                                       const CancelToken &cancel)
{
    const bool isGone = file.status == Diff::FileStatus::Deleted;
    const auto base = isGone ? Result<QByteArray>(QByteArray())
                             : readWorkFile(git.location(), file.path(), kLargestShownFile);
    if (!base)
        return base;
    const auto conversions = readConversions(git.location(), {file.path()});
    if (!conversions)
        return std::unexpected(conversions.error());
    if (!conversions->first().encoding.isEmpty() && conversions->first().filter.isEmpty() && !isGone)
        return recodedWithoutLines(git, file, lines, *base, cancel);
    const auto isExact = isStoredAsIs(git, file, *base, cancel);
    if (!isExact)
        return std::unexpected(isExact.error());
    const auto ends = *isExact ? Diff::LineEnds::Exact : Diff::LineEnds::MayHaveReturns;
    const auto content = Diff::applyLines(file, lines, PatchUse::Reverse, *base, ends);
    if (!content)
        return failConverted(file);
    // A file without a line end does not say which ones those that come back have.
    const bool isUnsaid = !base->contains('\n') && content->contains('\n') && conversions->first().isNone();
    return isUnsaid && hasTextName(file.path()) ? checkedOut(git, file.path(), *content, cancel)
                                                : Result<QByteArray>(*content);
}

} // namespace Git
