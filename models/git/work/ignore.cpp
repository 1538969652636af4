// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/ignore.h"

#include "base/text.h"
#include "git/filestate.h"
#include "git/indexentry.h"
#include "git/shown.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/work/excludelist.h"
#include "git/work/recordedwrite.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

const QByteArray kIgnoreList = ".gitignore"_ba;

/// The pattern that decides about a path.
struct Decision
{
    QByteArray source, line, pattern; ///< of none: empty
    bool isIgnored() const { return !source.isEmpty() && !pattern.startsWith('!'); }
    bool isException() const { return pattern.startsWith('!'); }
    bool isInDeeperList() const { return source.endsWith("/.gitignore") && isInnerPath(source); }
    bool isInWorkTree() const { return source == kIgnoreList || isInDeeperList(); }
};

/// What is to be ignored, without '/' at the end.
QByteArray ignoredSubject(const QByteArray &path, IgnoreKind kind)
{
    const QByteArray whole = path.endsWith('/') ? path.chopped(1) : path;
    return kind == IgnoreKind::Folder ? whole.first(std::max<qsizetype>(0, whole.lastIndexOf('/'))) : whole;
}

std::unexpected<Error> failUnspeakable(const IgnoreRequest &request, const QByteArray &path)
{
    const QString name = displayPath(path);
    if (path.contains('\n'))
        return fail(ErrorKind::Invalid,
                    Text::tr("%1 has a line break in its name, and in a list of ignored files each line is a "
                             "name of its own.")
                        .arg(name));
    return fail(ErrorKind::Invalid, request.kind == IgnoreKind::Ending
                                        ? Text::tr("The name of %1 has no ending.").arg(name)
                                        : Text::tr("%1 lies in no folder that could be ignored.").arg(name));
}

Result<void> checkNoneTracked(const RepoLocation &where, const IgnoreRequest &request)
{
    if (request.kind == IgnoreKind::Folder)
        return {};
    QList<QByteArray> files;
    for (const QByteArray &path : request.paths) {
        if (!path.endsWith('/'))
            files += path;
    }
    const auto entries = readIndexEntries(where, files);
    if (!entries)
        return std::unexpected(entries.error());
    if (entries->isEmpty())
        return {};
    return fail(ErrorKind::Invalid,
                //: %1: a file's path
                Text::tr("Git tracks %1, so ignoring it would change nothing.")
                    .arg(displayPath(entries->first().path)),
                {}, Text::tr("Git has to stop tracking it first: “git rm --cached” keeps the file."));
}

Result<qsizetype> countTracked(const Program &git, const QByteArray &folder, const CancelToken &cancel)
{
    const auto listed = git.run({.arguments = {u"ls-files"_s, u"--cached"_s, u"-z"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read,
                                 .path = folder + '/'},
                                cancel);
    return listed ? Result<qsizetype>(listed->output.count('\0')) : std::unexpected(listed.error());
}

Result<QList<Decision>> readDecisions(const Program &git, const QList<QByteArray> &subjects,
                                      const CancelToken &cancel)
{
    QByteArray names;
    for (const QByteArray &subject : subjects)
        names += "./" + subject + '\0'; // which can be no magic: the command takes no literal pathspecs
    const auto asked = git.run({.arguments = {u"check-ignore"_s, u"--no-index"_s, u"--verbose"_s,
                                              u"--non-matching"_s, u"-z"_s, u"--stdin"_s},
                                .input = names,
                                .timeout = {},
                                .kind = Program::Kind::Read,
                                .environment = {u"GIT_LITERAL_PATHSPECS=0"_s},
                                .goodExits = {0, 1}},
                               cancel);
    if (!asked)
        return std::unexpected(asked.error());
    const QList<QByteArray> fields = asked->output.split('\0');
    QList<Decision> decisions;
    for (qsizetype at = 0; at + 3 < fields.size(); at += 4)
        decisions.append({fields[at], fields[at + 1], fields[at + 2]});
    if (decisions.size() != subjects.size())
        return fail(ErrorKind::External, Text::tr("Git did not say which files it ignores."));
    return decisions;
}

std::unexpected<Error> failException(const Decision &decision)
{
    return fail(
        ErrorKind::Conflict,
        //: %1: a file's path; %2: number of a line; %3: a pattern
        Text::tr("Line %2 of %1, “%3”, takes it in again, and stands above what is ignored only here.")
            .arg(displayPath(decision.source), displayText(decision.line), displayText(decision.pattern)));
}

/// Patterns by the list they go to.
using Additions = QMap<QByteArray, QList<QByteArray>>;

Result<Additions> planAdditions(const Program &git, const IgnoreRequest &request, const CancelToken &cancel)
{
    QList<QByteArray> subjects;
    for (const QByteArray &path : request.paths) {
        if (!ignorePattern(path, request.kind))
            return failUnspeakable(request, path);
        subjects += ignoredSubject(path, request.kind);
    }
    const auto decisions = readDecisions(git, subjects, cancel);
    if (!decisions)
        return std::unexpected(decisions.error());
    Additions additions;
    for (qsizetype at = 0; at < subjects.size(); ++at) {
        const Decision &decision = decisions->at(at);
        if (decision.isIgnored())
            continue;
        const bool isHere = request.place == IgnorePlace::OnlyHere;
        if (isHere && decision.isException() && decision.isInWorkTree())
            return failException(decision);
        const bool isDeeper = !isHere && decision.isException() && decision.isInDeeperList();
        const QByteArray list = isDeeper ? decision.source : kIgnoreList;
        const QByteArray within = request.paths[at].sliced(list.size() - kIgnoreList.size());
        QList<QByteArray> &patterns = additions[list];
        if (const QByteArray pattern = *ignorePattern(within, request.kind); !patterns.contains(pattern))
            patterns += pattern;
    }
    return additions;
}

Result<NewContent> readAddition(const Program &git, const WorkTree &tree, const QByteArray &list,
                                const QList<QByteArray> &patterns, const CancelToken &cancel)
{
    const auto info = tree.status(list);
    if (!info)
        return std::unexpected(info.error());
    if (!*info)
        return NewContent{.path = list, .content = withPatterns({}, patterns), .expected = ObjectId()};
    if (!S_ISREG((*info)->st_mode))
        return fail(
            ErrorKind::Invalid,
            Text::tr("%1 is no plain file, so Git reads no patterns from it.").arg(displayPath(list)));
    const auto content = readWorkFile(git.location(), list, kLargestIgnoreList);
    if (!content)
        return std::unexpected(content.error());
    if (const auto checked = checkIgnoreList(*content, list); !checked)
        return std::unexpected(checked.error());
    const auto id = hashContent(git, *content, Storing::IdsOnly, cancel);
    if (!id)
        return std::unexpected(id.error());
    return NewContent{.path = list, .content = withPatterns(*content, patterns), .expected = *id};
}

Result<UndoRecord> addToLists(const Program &git, const Additions &additions, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    QList<NewContent> files;
    for (auto list = additions.begin(); list != additions.end(); ++list) {
        const auto file = readAddition(git, *tree, list.key(), list.value(), cancel);
        if (!file)
            return std::unexpected(file.error());
        files += *file;
    }
    return writeRecorded(git, {.action = UndoAction::Ignore, .files = {}}, files, cancel);
}

Result<std::optional<UndoRecord>> addPatterns(const Program &git, IgnorePlace place,
                                              const Additions &additions, const CancelToken &cancel)
{
    if (additions.isEmpty())
        return std::nullopt;
    if (place == IgnorePlace::OnlyHere) {
        auto added = addToExclude(git, additions.first(), cancel);
        return added ? Result<std::optional<UndoRecord>>(*std::move(added)) : std::unexpected(added.error());
    }
    auto record = addToLists(git, additions, cancel);
    return record ? Result<std::optional<UndoRecord>>(*std::move(record)) : std::unexpected(record.error());
}

Result<qsizetype> countTrackedBelow(const Program &git, const IgnoreRequest &request,
                                    const CancelToken &cancel)
{
    QSet<QByteArray> folders;
    for (const QByteArray &path : request.paths) {
        if (request.kind == IgnoreKind::Folder || (request.kind == IgnoreKind::Path && path.endsWith('/')))
            folders.insert(ignoredSubject(path, request.kind));
    }
    qsizetype sum = 0;
    for (const QByteArray &folder : std::as_const(folders)) {
        const auto count = countTracked(git, folder, cancel);
        if (!count)
            return count;
        sum += *count;
    }
    return sum;
}

} // namespace

Result<IgnoreEnd> ignorePaths(const Program &git, const IgnoreRequest &request, const CancelToken &cancel)
{
    if (const auto checked = checkPaths(request.paths); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkNoneTracked(git.location(), request); !checked)
        return std::unexpected(checked.error());
    const auto additions = planAdditions(git, request, cancel);
    if (!additions)
        return std::unexpected(additions.error());
    const auto tracked = countTrackedBelow(git, request, cancel);
    if (!tracked)
        return std::unexpected(tracked.error());
    auto undo = addPatterns(git, request.place, *additions, cancel);
    if (!undo)
        return std::unexpected(undo.error());
    IgnoreEnd end{.patterns = {}, .lists = {}, .trackedCount = *tracked, .undo = *std::move(undo)};
    for (const QList<QByteArray> &patterns : *additions)
        end.patterns += patterns;
    if (!end.patterns.isEmpty())
        end.lists = request.place == IgnorePlace::OnlyHere ? QList{"info/exclude"_ba} : additions->keys();
    return end;
}

} // namespace Git
