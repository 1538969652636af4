// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/resetloss.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/text.h"
#include "git/tree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

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

quint32 modeOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Executable:
        return 0100755;
    case FileKind::Symlink:
        return kLinkMode;
    case FileKind::Submodule:
        return kSubmoduleMode;
    case FileKind::Regular:
        break;
    }
    return 0100644;
}

class ResetLoss
{
public:
    ResetLoss(const Program &git, const ObjectId &commit, Storing storing, const CancelToken &cancel)
        : m_git(git)
        , m_commit(commit)
        , m_storing(storing)
        , m_cancel(cancel)
    {}

    Result<QList<Discarded>> find(const WorkTree &tree)
    {
        if (const auto read = readSides(); !read)
            return std::unexpected(read.error());
        const auto assumed = readAssumedChanges(m_git, tree, m_cancel);
        if (!assumed)
            return std::unexpected(assumed.error());
        QSet<QByteArray> paths;
        for (const QByteArray &path : m_staged + m_changed + *assumed) {
            const auto info = lookAt(tree, path, paths);
            if (!info)
                return std::unexpected(info.error());
            paths.insert(path);
        }
        for (auto file = m_target.cbegin(); file != m_target.cend(); ++file) {
            if (m_indexed.contains(file.key()))
                continue;
            const auto info = lookAt(tree, file.key(), paths);
            if (!info)
                return std::unexpected(info.error());
            const bool isSubmodule = *info && S_ISDIR((*info)->st_mode) && file->kind == FileKind::Submodule;
            if (*info && !isSubmodule)
                paths.insert(file.key()); // untracked or ignored, and about to be overwritten
        }
        return describe(tree, paths.values());
    }

private:
    /// Where a file or a link stands in the place of a folder there is nothing below it, and git will remove
    /// it: it is added to the paths.
    Result<std::optional<struct stat>> lookAt(const WorkTree &tree, const QByteArray &path,
                                              QSet<QByteArray> &paths)
    {
        auto info = tree.status(path);
        if (info || info.error().kind != ErrorKind::Denied)
            return info;
        for (qsizetype end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            const QByteArray folder = path.first(end);
            const auto standing = tree.status(folder);
            if (!standing || !*standing)
                break;
            if (S_ISDIR((*standing)->st_mode))
                continue;
            paths.insert(folder);
            m_covered.insert(path);
            return std::nullopt;
        }
        return info;
    }

    Result<void> readSides()
    {
        const RepoLocation &where = m_git.location();
        auto staged = readPaths(m_git,
                                {u"diff"_s, u"--cached"_s, u"--name-only"_s, u"-z"_s, u"--no-renames"_s,
                                 u"--no-ext-diff"_s, u"--ignore-submodules=all"_s},
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

    Result<QList<Discarded>> describe(const WorkTree &tree, QList<QByteArray> paths) const
    {
        std::ranges::sort(paths);
        QList<QByteArray> standing = paths;
        standing.removeIf([this](const QByteArray &path) { return m_covered.contains(path); });
        const auto states = readFileStates(m_git, tree, standing, m_storing, m_cancel);
        if (!states)
            return std::unexpected(states.error());
        QList<Discarded> discarded;
        for (qsizetype at = 0, next = 0; at < paths.size(); ++at) {
            Discarded entry{.path = paths[at], .before = {}};
            if (!m_covered.contains(paths[at]))
                entry.before = states->at(next++);
            if (const auto file = m_target.constFind(paths[at]); file != m_target.constEnd()) {
                entry.aftermath = Aftermath::Index;
                entry.mode = modeOf(file->kind);
                entry.id = file->id;
            }
            discarded.append(entry);
        }
        return discarded;
    }

    const Program &m_git;
    ObjectId m_commit;
    Storing m_storing;
    CancelToken m_cancel;
    QSet<QByteArray> m_staged, m_changed, m_indexed;
    QSet<QByteArray> m_covered; ///< below what is no folder
    QHash<QByteArray, TreeFile> m_target;
};

} // namespace

Result<QList<Discarded>> findResetLoss(const Program &git, const ObjectId &commit, Storing storing,
                                       const CancelToken &cancel)
{
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    return ResetLoss(git, commit, storing, cancel).find(*tree);
}

Result<void> checkSameLoss(const Program &git, const ObjectId &commit, const QList<Discarded> &files)
{
    const auto present = findResetLoss(git, commit, Storing::IdsOnly, {});
    if (!present)
        return std::unexpected(present.error());
    const auto isSame = [](const Discarded &one, const Discarded &other) {
        return one.path == other.path && one.before.isSame(other.before);
    };
    const auto differing = std::ranges::mismatch(*present, files, isSame);
    if (differing.in1 == present->end() && differing.in2 == files.end())
        return {};
    const QByteArray &path = differing.in1 == present->end() ? differing.in2->path : differing.in1->path;
    return fail(ErrorKind::Conflict,
                Text::tr("%1 is being changed by another program; nothing was done.").arg(displayText(path)),
                {}, Text::tr("Look at the repository and try again."));
}

} // namespace Git
