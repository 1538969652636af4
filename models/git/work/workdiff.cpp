// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/workdiff.h"

#include "base/text.h"
#include "diff/parse.h"
#include "diff/reading.h"
#include "git/filemodes.h"
#include "git/filestate.h"
#include "git/repository.h"
#include "git/scan/partialindex.h"
#include "git/text.h"
#include "git/work/conversion.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

using Diff::FileDiff;
using Diff::FileStatus;
using Diff::Omission;

constexpr int kXargsFailed = 123; // which gives a path that is not UTF-8 to git; also for git's 1

bool mayBeConverted(const FileDiff &file)
{
    // What is too large for its lines may still stand for a small pointer. "-" would be standard input.
    const bool isFile = file.newMode != kLinkMode && file.newMode != kSubmoduleMode;
    const bool isReadable = file.omission == Omission::None || file.omission == Omission::Binary ||
                            file.omission == Omission::TooLarge;
    return isFile && isReadable && file.newPath != "-" &&
           (file.status == FileStatus::Modified || file.status == FileStatus::Untracked);
}

void leaveOut(FileDiff &file, const QByteArray &reason)
{
    file.hunks.clear();
    file.lines.clear();
    file.text.clear();
    file.reading = {};
    file.omission = Omission::Unreadable;
    file.omissionReason = reason;
}

QByteArray reasonWithoutTrust(const Conversion &conversion)
{
    const QString reason =
        conversion.filter.isEmpty()
            //: %1: an encoding such as UTF-16; stands behind “The content cannot be read:”
            ? Text::tr("Git would have to convert it from %1, and nothing is run in a repository that is "
                       "not trusted")
                  .arg(displayText(conversion.encoding))
            //: %1: name of a filter such as lfs; stands behind “The content cannot be read:”
            : Text::tr("the filter “%1” would have to run, and nothing is run in a repository that is not "
                       "trusted")
                  .arg(displayText(conversion.filter));
    return reason.toUtf8();
}

Result<QList<FileDiff>> readStored(const Program &git, const FileDiff &file, const DiffRequest &request,
                                   const CancelToken &cancel)
{
    QStringList arguments{u"diff"_s,
                          u"--no-ext-diff"_s,
                          u"--no-textconv"_s,
                          u"--no-color"_s,
                          u"--no-renames"_s,
                          u"--src-prefix=a/"_s,
                          u"--dst-prefix=b/"_s,
                          u"--full-index"_s,
                          u"--patch"_s,
                          u"-U%1"_s.arg(std::max(0, request.contextLines))};
    if (request.ignoresWhitespace)
        arguments << u"--ignore-all-space"_s;
    if (file.status == FileStatus::Untracked)
        arguments << u"--no-index"_s << u"/dev/null"_s;
    const auto result = git.run({.arguments = arguments,
                                 .kind = Program::Kind::Read,
                                 .config = {u"core.safecrlf=false"_s},
                                 .goodExits = {0, 1, kXargsFailed},
                                 .path = file.newPath},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    if (result->exitCode == kXargsFailed && result->output.isEmpty())
        return fail(ErrorKind::External, Text::tr("“git %1” failed.").arg(u"diff"_s),
                    displayText(result->errors));
    return Diff::parseUnified(result->output);
}

// What Git compares takes the place of what the files themselves are.
void takeStored(const FileDiff &stored, FileDiff &file)
{
    file.hunks = stored.hunks;
    file.lines = stored.lines;
    file.text = stored.text;
    file.omission = stored.omission;
    Diff::takeReading(file, file.reading.declared);
}

enum class Kept { Yes, No };

Result<Kept> convert(const Program &git, const DiffRequest &request, const Conversion &conversion,
                     FileDiff &file, const CancelToken &cancel)
{
    const bool isNew = file.status == FileStatus::Untracked;
    if (conversion.isNone() || (file.omission == Omission::TooLarge && conversion.filter.isEmpty()))
        return Kept::Yes;
    if (git.location().trust != Trust::Trusted) {
        if (!isNew)
            leaveOut(file, reasonWithoutTrust(conversion));
        return Kept::Yes;
    }
    const auto stored = readStored(git, file, request, cancel);
    if (!stored && stored.error().kind == ErrorKind::Cancelled)
        return std::unexpected(stored.error());
    if (!stored)
        leaveOut(file, QString(stored.error().message + u' ' + stored.error().detail).toUtf8());
    else if (stored->size() == 1)
        takeStored(stored->first(), file);
    else if (stored->isEmpty() && request.ignoresWhitespace)
        takeStored({}, file);
    else if (stored->isEmpty() && !isNew)
        return Kept::No;
    return Kept::Yes;
}

} // namespace

Result<QList<FileDiff>> readWorkDiff(const Program &git, const DiffRequest &request,
                                     const CancelToken &cancel)
{
    Q_ASSERT(request.sides == DiffSides::IndexToWorkTree);
    const KeptHandle kept(git.location());
    const IndexFile::ReadOnce once;
    const auto repository = openHandle(git.location());
    std::optional<PartialIndex> index;
    if (repository && !request.paths.isEmpty())
        index.emplace(repository->get(), git.location(), request.paths, cancel);
    auto files = readDiff(git.location(), request, cancel);
    if (!files || !request.withLines)
        return files;
    QList<QByteArray> paths;
    for (const FileDiff &file : std::as_const(*files)) {
        if (mayBeConverted(file))
            paths.append(file.newPath);
    }
    const auto conversions = readConversions(git.location(), paths);
    if (!conversions)
        return std::unexpected(conversions.error());
    QList<FileDiff> shown;
    qsizetype at = 0;
    for (FileDiff &file : *files) {
        const auto kept = mayBeConverted(file) ? convert(git, request, conversions->at(at++), file, cancel)
                                               : Result<Kept>(Kept::Yes);
        if (!kept)
            return std::unexpected(kept.error());
        if (*kept == Kept::Yes)
            shown.append(std::move(file));
    }
    return shown;
}

Result<Status> readWorkStatus(const Program &git, const StatusOptions &options, const CancelToken &cancel)
{
    const IndexFile::ReadOnce once;
    auto status = readStatus(git.location(), options, cancel);
    if (!status || git.location().trust != Trust::Trusted)
        return status;
    QList<QByteArray> modified;
    for (const StatusEntry &entry : std::as_const(status->unstaged)) {
        if (entry.status == FileStatus::Modified && !entry.isSubmodule)
            modified.append(entry.path);
    }
    const auto conversions = readConversions(git.location(), modified);
    if (!conversions || std::ranges::all_of(*conversions, &Conversion::isNone))
        return status;
    const auto changed = readChangedPaths(git, cancel);
    if (!changed) // what is not known to be unchanged stays in the list
        return changed.error().kind == ErrorKind::Cancelled ? std::unexpected(changed.error()) : status;
    QSet<QByteArray> same;
    for (qsizetype at = 0; at < modified.size(); ++at) {
        if (!conversions->at(at).isNone() && !changed->contains(modified[at]))
            same.insert(modified[at]);
    }
    status->unstaged.removeIf([&](const StatusEntry &entry) {
        return entry.status == FileStatus::Modified && same.contains(entry.path);
    });
    return status;
}

} // namespace Git
