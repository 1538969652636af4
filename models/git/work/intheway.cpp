// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/work/intheway.h"

#include "base/text.h"
#include "git/filemodes.h"
#include "git/indexentry.h"
#include "git/text.h"
#include "git/worktree.h"

#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

/// ":MODE MODE ID ID LETTER", then the path.
QList<Incoming> parseRaw(const QByteArray &output)
{
    const QList<QByteArray> fields = output.split('\0');
    QList<Incoming> incoming;
    for (qsizetype at = 0; at + 1 < fields.size(); at += 2) {
        const quint32 mode = fields[at].split(' ').value(1).toUInt(nullptr, 8);
        incoming.append({fields[at + 1], mode == kSubmoduleMode});
    }
    return incoming;
}

Result<QList<Incoming>> runDiffTree(const Program &git, const QStringList &arguments, const QByteArray &input,
                                    const CancelToken &cancel)
{
    const auto result =
        git.run({.arguments = QStringList{u"diff-tree"_s, u"-r"_s, u"--raw"_s, u"-z"_s, u"--no-renames"_s,
                                          u"--diff-filter=d"_s, u"--ignore-submodules=none"_s} +
                              arguments,
                 .input = input,
                 .timeout = {},
                 .kind = Program::Kind::Read},
                cancel);
    return result ? Result<QList<Incoming>>(parseRaw(result->output)) : std::unexpected(result.error());
}

Result<QList<Incoming>> readWhole(const Program &git, const ObjectId &tree, const CancelToken &cancel)
{
    const auto result = git.run({.arguments = {u"ls-tree"_s, u"-r"_s, u"-z"_s, u"--full-tree"_s, tree.text()},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!result)
        return std::unexpected(result.error());
    QList<Incoming> incoming;
    for (const QByteArray &line : result->output.split('\0')) { // MODE TYPE ID\tPATH
        if (const qsizetype tab = line.indexOf('\t'); tab > 0)
            incoming.append({line.sliced(tab + 1), line.startsWith("160000")});
    }
    return incoming;
}

/// Files and links below a folder that the index does not have.
QList<QByteArray> listUnknownBelow(const RepoLocation &where, const QByteArray &folder,
                                   const QSet<QByteArray> &indexed)
{
    namespace fs = std::filesystem;
    const QByteArray root = where.workTree + '/';
    QList<QByteArray> found;
    std::error_code problem;
    for (fs::recursive_directory_iterator at(QByteArray(root + folder).toStdString(), problem), end;
         !problem && at != end; at.increment(problem)) {
        std::error_code unknown;
        if (fs::is_directory(at->symlink_status(unknown)))
            continue;
        const QByteArray path = QByteArray::fromStdString(at->path().native()).sliced(root.size());
        if (!indexed.contains(path))
            found.append(path);
    }
    return found;
}

class InTheWay
{
public:
    InTheWay(const Program &git, const WorkTree &tree, PlainFiles files)
        : m_git(git)
        , m_tree(tree)
        , m_files(files)
    {}

    Result<void> look(const Incoming &incoming)
    {
        if (!isInnerPath(incoming.path)) // git writes none such
            return {};
        const auto info = m_tree.status(incoming.path);
        if (!info)
            return info.error().kind == ErrorKind::Denied ? lookAbove(incoming.path)
                                                          : Result<void>(std::unexpected(info.error()));
        if (!*info)
            return {};
        if (!S_ISDIR((*info)->st_mode)) {
            if (m_files == PlainFiles::Count)
                m_standing.insert(incoming.path);
        } else if (!incoming.isSubmodule) {
            m_folders.insert(incoming.path);
        }
        return {};
    }

    Result<QList<QByteArray>> unknown() const
    {
        if (m_standing.isEmpty() && m_folders.isEmpty())
            return QList<QByteArray>();
        QList<QByteArray> wanted = m_standing.values();
        for (const QByteArray &folder : m_folders)
            wanted << folder << folder + '/';
        const auto entries = readIndexEntries(m_git.location(), wanted);
        if (!entries)
            return std::unexpected(entries.error());
        QSet<QByteArray> indexed, submodules;
        for (const IndexEntry &entry : *entries)
            (entry.mode == kSubmoduleMode ? submodules : indexed).insert(entry.path);
        QList<QByteArray> found;
        for (const QByteArray &path : m_standing) {
            if (!indexed.contains(path) && !submodules.contains(path))
                found.append(path);
        }
        for (const QByteArray &folder : m_folders) {
            if (!submodules.contains(folder)) // that git leaves alone
                found += listUnknownBelow(m_git.location(), folder, indexed);
        }
        std::ranges::sort(found);
        return found;
    }

private:
    /// A file or link that stands for a folder on the way.
    Result<void> lookAbove(const QByteArray &path)
    {
        for (qsizetype end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            const auto info = m_tree.status(path.first(end));
            if (!info)
                return std::unexpected(info.error());
            if (!*info || S_ISDIR((*info)->st_mode))
                continue;
            m_standing.insert(path.first(end));
            break;
        }
        return {};
    }

    const Program &m_git;
    const WorkTree &m_tree;
    PlainFiles m_files;
    QSet<QByteArray> m_standing, m_folders;
};

} // namespace

Result<QList<Incoming>> readIncoming(const Program &git, const ObjectId &from, const ObjectId &to,
                                     const CancelToken &cancel)
{
    if (from == to)
        return QList<Incoming>();
    return from.isNull() ? readWhole(git, to, cancel)
                         : runDiffTree(git, {from.text(), to.text()}, {}, cancel);
}

Result<QList<Incoming>> readIncomingOf(const Program &git, const QList<ObjectId> &commits, Applied applied,
                                       const CancelToken &cancel)
{
    QByteArray lines;
    for (const ObjectId &commit : commits)
        lines += commit.toHex() + '\n';
    QStringList arguments{u"--stdin"_s, u"-m"_s, u"--root"_s, u"--no-commit-id"_s};
    if (applied == Applied::Reverse)
        arguments << u"-R"_s;
    return lines.isEmpty() ? Result<QList<Incoming>>() : runDiffTree(git, arguments, lines, cancel);
}

Result<QList<Incoming>> readIncomingOfRange(const Program &git, const QStringList &range,
                                            const CancelToken &cancel)
{
    const auto listed = git.run({.arguments = QStringList{u"rev-list"_s} + range + QStringList{u"--"_s},
                                 .timeout = {},
                                 .kind = Program::Kind::Read},
                                cancel);
    if (!listed)
        return std::unexpected(listed.error());
    QList<ObjectId> commits;
    for (const QByteArray &line : listed->output.split('\n')) {
        if (const auto commit = ObjectId::fromHex(line))
            commits.append(*commit);
    }
    return readIncomingOf(git, commits, Applied::Forward, cancel);
}

Result<QList<QByteArray>> findInTheWay(const Program &git, const QList<Incoming> &incoming, PlainFiles files,
                                       const CancelToken &cancel)
{
    if (incoming.isEmpty())
        return QList<QByteArray>();
    const auto tree = WorkTree::open(git.location());
    if (!tree)
        return std::unexpected(tree.error());
    InTheWay way(git, *tree, files);
    for (const Incoming &one : incoming) {
        if (cancel.isCancelled())
            return failCancelled();
        if (const auto looked = way.look(one); !looked)
            return std::unexpected(looked.error());
    }
    return way.unknown();
}

Result<void> checkNothingInTheWay(const Program &git, const Result<QList<Incoming>> &incoming,
                                  const CancelToken &cancel)
{
    const auto found = incoming ? findInTheWay(git, *incoming, PlainFiles::Count, cancel)
                                : Result<QList<QByteArray>>(std::unexpected(incoming.error()));
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return {};
    QStringList shown;
    for (const QByteArray &path : *found)
        shown += displayPath(path);
    return fail(ErrorKind::Conflict,
                Text::tr("%n file(s) that are ignored or not tracked would be overwritten, so nothing was "
                         "done.",
                         nullptr, static_cast<int>(found->size())),
                shown.join(u'\n'), Text::tr("Move them away first. They are listed below."));
}

} // namespace Git
