// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "git/actionfailure.h"
#include "git/commitactions.h"
#include "git/filestate.h"
#include "git/indexentry.h"
#include "git/refs.h"
#include "git/tree.h"
#include "git/undorecord.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Git)
};

Result<QSet<QByteArray>> readPaths(const Program &git, const QStringList &arguments,
                                   const CancelToken &cancel)
{
    const auto result = git.run({.arguments = arguments, .timeout = {}, .kind = Program::Kind::Read}, cancel);
    if (!result)
        return std::unexpected(result.error());
    QSet<QByteArray> paths;
    for (const QByteArray &path : result->output.split('\0')) {
        if (!path.isEmpty())
            paths.insert(path);
    }
    return paths;
}

Result<void> checkHead(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    const auto head = resolveRevision(git.location(), "HEAD");
    if (!head)
        return std::unexpected(head.error());
    const auto branch = git.run({.arguments = {u"symbolic-ref"_s, u"--quiet"_s, u"HEAD"_s},
                                 .kind = Program::Kind::Read,
                                 .goodExits = {0, 1}},
                                cancel);
    if (!branch)
        return std::unexpected(branch.error());
    if (*head != request.expectedHead || branch->output.trimmed() != request.expectedBranch)
        return fail(ErrorKind::Conflict,
                    Text::tr("The branch has moved since it was shown, so nothing was reset."), {},
                    Text::tr("Look at the new history and try again."));
    return {};
}

quint32 modeOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Executable:
        return 0100755;
    case FileKind::Symlink:
        return 0120000;
    case FileKind::Submodule:
        return 0160000;
    case FileKind::Regular:
        break;
    }
    return 0100644;
}

/// What a hard reset will overwrite or remove, each with what it puts in its place.
class ResetLoss
{
public:
    ResetLoss(const Program &git, const ObjectId &commit, const CancelToken &cancel)
        : m_git(git)
        , m_commit(commit)
        , m_cancel(cancel)
    {}

    Result<QList<Discarded>> find(const WorkTree &tree)
    {
        if (const auto read = readSides(); !read)
            return std::unexpected(read.error());
        if (const auto checked = checkIndexOnly(); !checked)
            return std::unexpected(checked.error());
        QSet<QByteArray> paths = m_staged + m_changed;
        for (auto file = m_target.cbegin(); file != m_target.cend(); ++file) {
            if (m_indexed.contains(file.key()))
                continue;
            const auto info = tree.status(file.key());
            if (!info)
                return std::unexpected(info.error());
            if (*info)
                paths.insert(file.key()); // untracked or ignored, and about to be overwritten
        }
        return describe(tree, paths.values());
    }

private:
    Result<void> readSides()
    {
        const RepoLocation &where = m_git.location();
        auto staged = readPaths(
            m_git,
            {u"diff"_s, u"--cached"_s, u"--name-only"_s, u"-z"_s, u"--no-renames"_s, u"--no-ext-diff"_s},
            m_cancel);
        auto changed = staged ? readChangedPaths(m_git, m_cancel) : std::unexpected(staged.error());
        const auto target = readTree(where, m_commit, m_cancel);
        const auto index = readIndex(where, m_cancel);
        if (!changed || !target || !index)
            return std::unexpected(!changed ? changed.error() : !target ? target.error() : index.error());
        m_staged = *std::move(staged);
        m_changed = *std::move(changed);
        for (const TreeFile &file : *target)
            m_target.insert(file.path, file);
        for (const TreeFile &file : *index)
            m_indexed.insert(file.path);
        return {};
    }

    // The work tree is recorded, the index is not: content that only stands there would be lost.
    Result<void> checkIndexOnly() const
    {
        const QList<QByteArray> both = QSet(m_staged).intersect(m_changed).values();
        const auto entries = readIndexEntries(m_git.location(), both);
        if (!entries)
            return std::unexpected(entries.error());
        QStringList names;
        for (const IndexEntry &entry : *entries)
            if (!entry.isConflicted && !entry.isIntentToAdd)
                names += displayPath(entry.path);
        if (names.isEmpty())
            return {};
        return fail(ErrorKind::Invalid,
                    Text::tr("%n file(s) hold staged content that the work tree does not, which could not be "
                             "brought back, so nothing was reset.",
                             nullptr, static_cast<int>(names.size())),
                    names.first(std::min<qsizetype>(names.size(), 100)).join(u'\n'),
                    Text::tr("Commit or unstage what is staged first."));
    }

    Result<QList<Discarded>> describe(const WorkTree &tree, QList<QByteArray> paths) const
    {
        std::ranges::sort(paths);
        const auto states = readFileStates(m_git, tree, paths, Storing::Objects, m_cancel);
        if (!states)
            return std::unexpected(states.error());
        QList<Discarded> discarded;
        for (qsizetype at = 0; at < paths.size(); ++at) {
            Discarded entry{.path = paths[at], .before = states->at(at)};
            if (const auto file = m_target.constFind(paths[at]); file != m_target.constEnd()) {
                entry.aftermath = Aftermath::Index;
                entry.mode = modeOf(file->kind);
                entry.id = file->id;
            } else if (entry.before.mode == 0) {
                continue; // nothing there before, nothing after
            }
            discarded.append(entry);
        }
        return discarded;
    }

    const Program &m_git;
    ObjectId m_commit;
    CancelToken m_cancel;
    QSet<QByteArray> m_staged, m_changed, m_indexed;
    QHash<QByteArray, TreeFile> m_target;
};

// This only narrows the moment in which another program's write could be lost.
Result<void> checkUnchanged(const Program &git, const WorkTree &tree, const QList<Discarded> &discarded,
                            const CancelToken &cancel)
{
    QList<QByteArray> paths;
    for (const Discarded &entry : discarded)
        paths.append(entry.path);
    const auto states = readFileStates(git, tree, paths, Storing::IdsOnly, cancel);
    if (!states)
        return std::unexpected(states.error());
    for (qsizetype at = 0; at < paths.size(); ++at) {
        if (!states->at(at).isSame(discarded[at].before))
            return fail(ErrorKind::Conflict,
                        Text::tr("%1 is being changed by another program; nothing was reset.")
                            .arg(displayText(paths[at])));
    }
    return {};
}

Result<ResetEnd> recordLoss(const Program &git, const ObjectId &commit, const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    const auto discarded = ResetLoss(git, commit, cancel).find(*tree);
    if (!discarded)
        return std::unexpected(discarded.error());
    if (discarded->isEmpty())
        return ResetEnd{};
    auto record = writeUndoRecord(git, *discarded, 0, cancel);
    if (!record)
        return std::unexpected(record.error());
    if (const auto checked = checkUnchanged(git, *tree, *discarded, cancel); !checked) {
        (void)dropUndoRecord(git, *record, {});
        return std::unexpected(checked.error());
    }
    return ResetEnd{.undo = *std::move(record)};
}

QString optionOf(ResetKind kind)
{
    return kind == ResetKind::Soft ? u"--soft"_s : kind == ResetKind::Mixed ? u"--mixed"_s : u"--hard"_s;
}

} // namespace

Result<ResetEnd> resetTo(const Program &git, const ResetRequest &request, const CancelToken &cancel)
{
    if (request.commit.isNull())
        return fail(ErrorKind::Invalid, Text::tr("No commit was named."));
    if (const auto checked = checkHead(git, request, cancel); !checked)
        return std::unexpected(checked.error());
    ResetEnd end;
    if (request.kind == ResetKind::Hard) {
        auto recorded = recordLoss(git, request.commit, cancel);
        if (!recorded)
            return recorded;
        end = *std::move(recorded);
    }
    // From here on it is not cancelled: half a reset helps nobody.
    const auto result = git.run(
        {.arguments = {u"reset"_s, u"--quiet"_s, optionOf(request.kind), request.commit.text(), u"--"_s},
         .timeout = {},
         .kind = Program::Kind::Hooks},
        {});
    if (result)
        return end;
    auto failure =
        failAction(result.error(), Text::tr("Nothing was reset to %1.").arg(request.commit.abbreviated()));
    if (end.undo)
        //: %1: name of a Git ref
        failure.error().hint = Text::tr("What was there is kept in %1.").arg(displayText(end.undo->ref));
    return failure;
}

} // namespace Git
