// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "diff/types.h"

#include <QByteArray>
#include <QDateTime>
#include <QHashFunctions>
#include <QList>
#include <QString>

#include <array>
#include <cstring>
#include <optional>

/// Repositories as values. Names, paths and messages are bytes as Git stores them; QString is for display.
namespace Git {

/// The id of an object: 20 bytes (SHA-1) or 32 (SHA-256). The default is the null id.
class ObjectId
{
public:
    ObjectId() = default;
    static std::optional<ObjectId> fromHex(QByteArrayView hex); ///< 40 or 64 digits, else nothing
    static ObjectId fromRaw(const uchar *bytes, qsizetype size);

    bool isNull() const;
    QByteArray toHex() const;
    QString text() const { return QString::fromLatin1(toHex()); }
    QString abbreviated(qsizetype digits = 8) const { return text().first(digits); }
    const uchar *raw() const { return m_bytes.data(); }
    qsizetype size() const { return m_size; }

    bool operator==(const ObjectId &) const = default;
    auto operator<=>(const ObjectId &) const = default;
    friend size_t qHash(const ObjectId &id, size_t seed = 0)
    {
        size_t start = 0; // ids are hashes already
        std::memcpy(&start, id.m_bytes.data(), sizeof start);
        return start ^ seed;
    }

private:
    std::array<uchar, 32> m_bytes = {};
    quint8 m_size = 20;
};

/// How much of a repository's own configuration may act.
enum class Trust {
    Unknown,    ///< nobody said: read with libgit2 only, start nothing
    Restricted, ///< the user said no: the same
    Trusted,    ///< the user said yes: git, hooks, filters, kustomize may run
};

/// Where a repository is. A value: every job opens its own handle from it.
struct RepoLocation
{
    QByteArray gitDir;    ///< absolute; of this work tree
    QByteArray commonDir; ///< absolute; equals gitDir except in a linked worktree
    QByteArray workTree;  ///< absolute; empty for a bare repository
    QByteArray indexFile; ///< empty: the usual one; else what GIT_INDEX_FILE said
    Trust trust = Trust::Unknown;

    bool isBare() const { return workTree.isEmpty(); }
    bool operator==(const RepoLocation &) const = default;
};

struct Person
{
    QString name, email; ///< decoded, not yet made visible
    bool operator==(const Person &) const = default;
};

/// A moment as a commit records it.
struct Moment
{
    qint64 seconds = 0;    ///< since 1970, UTC; may be negative
    int offsetMinutes = 0; ///< of the writer's clock
    QDateTime toDateTime() const;
    bool operator==(const Moment &) const = default;
};

struct Commit
{
    ObjectId id, tree;
    QList<ObjectId> parents;
    Person author, committer;
    Moment authored, committed;
    QString subject; ///< first paragraph as one line (%s), decoded by the encoding, at most 10,000 characters
    bool operator==(const Commit &) const = default;
};

/// What the details of one commit show beyond a row.
struct CommitDetails
{
    Commit commit;
    QString message;       ///< whole, decoded
    QByteArray rawMessage; ///< as stored
    QByteArray encoding;   ///< of the header; empty: UTF-8
    bool hasSignature = false;
};

enum class RefKind { Head, LocalBranch, RemoteBranch, Tag, Stash, Note, Other };

struct Ref
{
    QByteArray name; ///< full: refs/heads/main
    RefKind kind = RefKind::Other;
    ObjectId target;     ///< of the commit after peeling; null when it leads to no commit
    QByteArray upstream; ///< full name; empty: none configured
    bool operator==(const Ref &) const = default;
    QByteArray shortName() const; ///< main, origin/main, v1.0
};

enum class HeadState { Branch, Detached, Unborn, Broken };

struct Head
{
    HeadState state = HeadState::Broken;
    QByteArray branch; ///< full ref name when on a branch or unborn
    ObjectId target;
    bool operator==(const Head &) const = default;
};

struct Refs
{
    Head head;
    QList<Ref> all;       ///< by name; without HEAD
    QStringList problems; ///< refs that could not be read, one sentence each
    bool operator==(const Refs &) const = default;
};

/// What is going on in the work tree, from the files in the Git folder.
enum class Operation { None, Merge, Rebase, CherryPick, Revert, Bisect, ApplyMailbox };

struct RepositoryInfo
{
    RepoLocation location;
    QString name; ///< last part of the work tree's or repository's path, for display
    bool isShallow = false, isWorktree = false;
    Operation operation = Operation::None;
    QStringList readOnlyReasons; ///< why writing is off, one sentence each; empty when it is not
    bool operator==(const RepositoryInfo &) const = default;
};

enum class FileKind : quint8 { Regular, Executable, Symlink, Submodule };

struct TreeFile
{
    QByteArray path;
    ObjectId id;
    FileKind kind = FileKind::Regular;
    bool operator==(const TreeFile &) const = default;
};

/// One path that differs between two trees, without its content.
struct FileChange
{
    QByteArray path, oldPath; ///< oldPath only for renames and copies
    Diff::FileStatus status = Diff::FileStatus::Modified;
    ObjectId oldId, newId;
    bool operator==(const FileChange &) const = default;
};

struct StatusEntry
{
    QByteArray path, oldPath; ///< oldPath only for renames
    Diff::FileStatus status = Diff::FileStatus::Modified;
    bool isFolder = false; ///< an untracked folder that is not descended into; path ends with '/'
    bool isSubmodule = false;
    bool operator==(const StatusEntry &) const = default;
};

struct Status
{
    QList<StatusEntry> staged, unstaged; ///< each by path; conflicts stand in unstaged
    bool operator==(const Status &) const = default;
};

} // namespace Git
