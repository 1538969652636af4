// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/showndiff.h"

#include "git/work/workdiff.h"

#include <algorithm>
#include <functional>

namespace {

constexpr int kAllLines = 1 << 24; // more than a file of 50 MB has between two changes

using Read = std::function<Result<QList<Diff::FileDiff>>(const Git::DiffRequest &)>;

Result<Diff::FileDiff> readWhole(const Read &readDiff, Git::DiffRequest request, const Diff::FileDiff &file)
{
    request.contextLines = kAllLines;
    request.paths = {file.path()};
    request.findsRenames = !file.oldPath.isEmpty() && file.oldPath != file.newPath;
    if (request.findsRenames)
        request.paths += file.oldPath;
    const auto read = readDiff(request);
    if (!read)
        return std::unexpected(read.error());
    const auto same = std::ranges::find_if(*read, [&](const Diff::FileDiff &other) {
        return other.path() == file.path() && other.status == file.status;
    });
    return same == read->end() ? file : *same; // gone since: the next refresh says so
}

Result<QList<Diff::FileDiff>> readChosen(const Read &readDiff, Git::DiffRequest request,
                                         const DiffChoice &choice)
{
    request.ignoresWhitespace = choice.ignoresWhitespace;
    auto files = readDiff(request);
    if (!files)
        return files;
    for (Diff::FileDiff &file : *files) {
        const auto context = choice.contexts.constFind(file.path());
        if (context == choice.contexts.cend() || file.hunks.isEmpty())
            continue;
        const auto whole = readWhole(readDiff, request, file);
        if (!whole)
            return std::unexpected(whole.error());
        file = Diff::withContext(*whole, request.contextLines, *context);
    }
    return files;
}

} // namespace

void DiffChoice::widen(const QByteArray &path, const Diff::ContextChoice &more)
{
    Diff::ContextChoice &context = contexts[path];
    if (more.isWhole)
        context.isWhole = !context.isWhole;
    context.spans += more.spans;
}

Result<QList<Diff::FileDiff>> readShownDiff(const Git::RepoLocation &where, Git::DiffRequest request,
                                            const DiffChoice &choice, const CancelToken &cancel)
{
    return readChosen([&](const Git::DiffRequest &wanted) { return Git::readDiff(where, wanted, cancel); },
                      std::move(request), choice);
}

Result<QList<Diff::FileDiff>> readShownDiff(const Git::Program &git, Git::DiffRequest request,
                                            const DiffChoice &choice, const CancelToken &cancel)
{
    if (request.sides != Git::DiffSides::IndexToWorkTree)
        return readShownDiff(git.location(), std::move(request), choice, cancel);
    return readChosen([&](const Git::DiffRequest &wanted) { return Git::readWorkDiff(git, wanted, cancel); },
                      std::move(request), choice);
}
