// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

struct BlameQuery
{
    QByteArray path;
    ObjectId revision; ///< null: the work tree, whose own lines belong to the null commit
    bool ignoresWhitespace = false;
    bool findsMoves = false;               ///< lines that moved within the file keep their commit
    bool findsCopies = false;              ///< lines that came from another file of the same commit too
    bool heedsIgnoredRevisions = true;     ///< what blame.ignoreRevsFile names takes no blame
    qint64 largestFile = 32 * 1024 * 1024; ///< bytes
};

/// The lines that are blamed. Those of UTF-16 are in UTF-8.
class BlameText
{
public:
    BlameText() = default;
    explicit BlameText(QByteArray content, QByteArray encoding = {});

    qsizetype lineCount() const { return m_starts.size(); }
    QByteArrayView line(qsizetype at) const; ///< 0-based; without the line feed, with a carriage return
    const QByteArray &content() const { return m_content; }
    const QByteArray &encoding() const { return m_encoding; } ///< of the file, for people; empty: as it is
    bool endsWithNewline() const { return m_content.isEmpty() || m_content.endsWith('\n'); }

private:
    QByteArray m_content, m_encoding;
    QList<qsizetype> m_starts;
};

/// Consecutive lines that came with one commit.
struct BlameHunk
{
    ObjectId commit;    ///< null: not committed yet
    qsizetype line = 0; ///< 0-based, in what is blamed
    qsizetype count = 0;
    qsizetype sourceLine = 0; ///< 0-based, in the commit's own version, as git counts: see BlameLineMap
    QByteArray sourcePath;    ///< what the file was called there
    ObjectId previous;       ///< the parent whose version the commit changed; null: the commit added the file
    QByteArray previousPath; ///< what the file was called there
    bool operator==(const BlameHunk &) const = default;
};

struct BlameCommit
{
    Commit commit;           ///< only its id is set when it could not be read
    bool isBoundary = false; ///< what is older is not known: the edge of a shallow clone
    bool operator==(const BlameCommit &) const = default;
};

struct BlameBatch
{
    QList<BlameCommit> commits; ///< each once, not after the first of its hunks
    QList<BlameHunk> hunks;     ///< as git finds them: in no order of lines, together each line once
};

struct BlameSink
{
    std::function<void(BlameText)> text; ///< once, before any batch
    std::function<void(BlameBatch)> batch;
};

struct BlameEnd
{
    QStringList notes; ///< what the answer does not tell, one sentence each
};

/// Streams who last changed each line, as `git blame --incremental` finds it. Calls the sink on the calling
/// thread. Cancelling ends git. Denied: not trusted. NotFound: no such file at that revision, or not in this
/// clone. Invalid: untracked, binary, a folder, a submodule, too large, or no path;
/// or what blame.ignoreRevsFile names cannot be read. Conflict: the file
/// changed meanwhile.
Result<BlameEnd> readBlame(const Program &git, const BlameQuery &query, const BlameSink &sink,
                           const CancelToken &cancel);

} // namespace Git
