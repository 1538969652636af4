// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/sequence/conflictfile.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/keptobjects.h"
#include "git/text.h"
#include "git/tree.h"
#include "git/undo/settledconflict.h"
#include "git/work/recordedwrite.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kLargestFile = 2'000'000'000; // bytes

std::unexpected<Error> failWithRecord(Error error, const UndoRecord &record)
{
    if (error.hint.isEmpty())
        //: %1: name of a Git ref
        error.hint = Text::tr("What was there is kept in %1.").arg(displayText(record.ref));
    return std::unexpected(std::move(error));
}

// All stages go first; git then remembers them, so that the path can be made a conflict again.
QByteArray emptyLine(const QByteArray &path)
{
    return entryLine(0, ObjectId(), 0, path);
}

void removeEmptyFolders(const WorkTree &tree, const QByteArray &path)
{
    for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        tree.removeFolderIfEmpty(path.first(end));
}

/// Carries out what becomes of some paths.
class Settling
{
public:
    Settling(const Program &git, const WorkTree &tree, IndexLock held, const QList<SettledPath> &settled)
        : m_git(git)
        , m_tree(tree)
        , m_held(std::move(held))
        , m_settled(settled)
    {}

    Result<UndoRecord> run(UndoAction action, const CancelToken &cancel)
    {
        if (const auto found = findContent(action, cancel); !found)
            return std::unexpected(found.error());
        auto record = writeUndoRecord(m_git, m_content, cancel);
        if (!record)
            return record;
        // From here on it is not cut in half by a cancel. The index is set after the files: a conflict that
        // is cut short stays one.
        auto done = checkUnchanged(m_tree, m_content.files);
        if (done)
            done = replaceFiles();
        if (done)
            done = setIndex();
        if (done)
            done = writeMarkers();
        if (done && !m_marked.isEmpty())
            done = recordMarkers(*record);
        if (done)
            done = m_held.put();
        return done ? record : failWithRecord(done.error(), *record);
    }

private:
    Result<void> findContent(UndoAction action, const CancelToken &cancel)
    {
        QList<QByteArray> paths, standing;
        for (const SettledPath &each : m_settled) {
            paths += each.path;
            if (each.file != SettledPath::File::IsSubmodule)
                standing += each.path;
        }
        const auto states = readFileStates(m_git, m_tree, standing, Storing::Objects, cancel);
        auto content = states ? keepConflict(m_git, action, paths, cancel) : std::unexpected(states.error());
        if (!content)
            return std::unexpected(content.error());
        m_content = *std::move(content);
        auto state = states->begin();
        for (const SettledPath &each : m_settled) {
            if (each.file == SettledPath::File::IsSubmodule)
                continue;
            const auto file = describe(each, *state++, cancel);
            if (!file)
                return std::unexpected(file.error());
            m_content.files += *file;
        }
        return {};
    }

    Result<Discarded> describe(const SettledPath &path, const FileState &before, const CancelToken &cancel)
    {
        Discarded file{.path = path.path, .before = before};
        if (path.file == SettledPath::File::Marked) { // it is not known yet
            m_marked += m_content.files.size();
            file.aftermath = Aftermath::Content;
            file.mode = before.mode;
            file.id = before.id;
        } else if (path.by.mode != 0) {
            const auto id = hashContent(m_git, path.by.content, Storing::IdsOnly, cancel);
            if (!id)
                return std::unexpected(id.error());
            file.aftermath = Aftermath::Content;
            file.mode = path.by.mode;
            file.id = *id;
        }
        return file;
    }

    Result<void> replaceFiles() const
    {
        for (const SettledPath &each : m_settled) {
            if (each.file != SettledPath::File::Replaced)
                continue;
            const auto done = each.by.mode == 0 ? m_tree.remove(each.path)
                                                : m_tree.write(each.path, each.by.content, each.by.mode);
            if (!done)
                return done;
            if (each.by.mode == 0)
                removeEmptyFolders(m_tree, each.path);
        }
        return {};
    }

    Result<void> setIndex()
    {
        QByteArray lines;
        for (const SettledPath &each : m_settled)
            lines += each.entries;
        if (lines.isEmpty())
            return {};
        const auto set = m_held.run(
            {.arguments = {u"update-index"_s, u"-z"_s, u"--index-info"_s}, .input = lines, .timeout = {}},
            {});
        return set ? Result<void>() : std::unexpected(set.error());
    }

    Result<void> writeMarkers()
    {
        QByteArray paths;
        for (const qsizetype at : std::as_const(m_marked))
            paths += m_content.files[at].path + '\0';
        if (paths.isEmpty())
            return {};
        const auto written = m_held.run({.arguments = {u"checkout"_s, u"--quiet"_s, u"--merge"_s,
                                                       u"--pathspec-from-file=-"_s, u"--pathspec-file-nul"_s},
                                         .input = paths,
                                         .timeout = {}},
                                        {});
        return written ? Result<void>() : std::unexpected(written.error());
    }

    Result<void> recordMarkers(UndoRecord &record)
    {
        QList<QByteArray> paths;
        for (const qsizetype at : std::as_const(m_marked))
            paths += m_content.files[at].path;
        const auto states = readFileStates(m_git, m_tree, paths, Storing::IdsOnly, {});
        if (!states)
            return std::unexpected(states.error());
        for (qsizetype number = 0; number < paths.size(); ++number) {
            const FileState &after = states->at(number);
            Discarded &file = m_content.files[m_marked[number]];
            file.aftermath = after.mode == 0 ? Aftermath::Absent : Aftermath::Content;
            file.mode = after.mode;
            file.id = after.id;
        }
        auto better = replaceUndoRecord(m_git, record, m_content, {});
        if (!better)
            return std::unexpected(better.error());
        record = *std::move(better);
        return {};
    }

    const Program &m_git;
    const WorkTree &m_tree;
    IndexLock m_held;
    const QList<SettledPath> &m_settled;
    UndoContent m_content;
    QList<qsizetype> m_marked; ///< places among the files of the content
};

} // namespace

QByteArray stagedEntries(const QByteArray &path, const ConflictStage &stage)
{
    return emptyLine(path) + (stage.isThere() ? entryLine(stage.mode, stage.id, 0, path) : QByteArray());
}

QByteArray conflictEntries(const ConflictEntry &entry)
{
    QByteArray lines = emptyLine(entry.path);
    int number = 1;
    for (const ConflictStage *stage : {&entry.base, &entry.ours, &entry.theirs}) {
        if (stage->isThere())
            lines += entryLine(stage->mode, stage->id, number, entry.path);
        ++number;
    }
    return lines;
}

Result<Replacement> replacementOf(const Program &git, const QByteArray &path, const ConflictStage &stage,
                                  const CancelToken &cancel)
{
    if (!stage.isThere())
        return Replacement();
    if (stage.mode == kLinkMode) {
        auto target = readBlob(git.location(), stage.id);
        return target ? Result<Replacement>(Replacement{stage.mode, *std::move(target)})
                      : std::unexpected(target.error());
    }
    // A path may be any bytes, so it goes by input. The answer: a line about the object, its content, LF.
    QByteArray answer;
    bool isTooLarge = false;
    const auto collect = [&](OutputChannel channel, QByteArrayView piece) {
        isTooLarge = isTooLarge || answer.size() + piece.size() > kLargestFile;
        if (channel == OutputChannel::Output && !isTooLarge)
            answer += piece;
    };
    const auto result = git.run({.arguments = {u"cat-file"_s, u"--batch"_s, u"--filters"_s, u"-z"_s},
                                 .input = stage.id.toHex() + ' ' + path + '\0',
                                 .timeout = {},
                                 .onOutput = collect,
                                 .kind = Program::Kind::Read,
                                 .keepsOutput = false},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    if (isTooLarge)
        return fail(ErrorKind::Invalid, Text::tr("%1 is too large.").arg(displayPath(path)));
    const qsizetype start = answer.indexOf('\n') + 1;
    if (!answer.startsWith(QByteArray(stage.id.toHex() + " blob ")) || !answer.endsWith('\n') ||
        start == answer.size())
        return fail(ErrorKind::NotFound,
                    Text::tr("The content of %1 is not in this clone.").arg(displayPath(path)),
                    displayText(answer.first(std::min<qsizetype>(answer.size(), 200))));
    return Replacement{stage.mode, answer.sliced(start).chopped(1)};
}

Result<UndoRecord> settlePaths(const Program &git, IndexLock held, UndoAction action,
                               const QList<SettledPath> &settled, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    Settling settling(git, *tree, std::move(held), settled);
    return settling.run(action, cancel);
}

} // namespace Git
