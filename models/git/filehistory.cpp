// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/filehistory.h"

#include "base/text.h"
#include "git/commitread.h"
#include "git/log.h"
#include "git/pathentry.h"
#include "git/refs.h"
#include "git/repository.h"
#include "git/revisionparse.h"
#include "git/text.h"
#include "git/worktree.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kMostNotes = 20;

QString shallowNote(const ObjectId &commit)
{
    return Text::tr("What is before %1 is not in this shallow clone.").arg(commit.abbreviated());
}

/// Turns what git says into revisions.
class Assembly
{
public:
    Assembly(CommitReader reader, QSet<ObjectId> shallow, const FileRevisionSink &sink)
        : m_reader(std::move(reader))
        , m_shallow(std::move(shallow))
        , m_sink(sink)
    {}

    void handOver(const QList<NamedRevision> &found)
    {
        QList<FileRevision> revisions;
        for (const NamedRevision &named : found)
            revisions.append(assemble(named));
        m_end.revisions += revisions.size();
        if (!revisions.isEmpty())
            m_sink(std::move(revisions));
    }

    FileHistoryEnd end() const { return m_end; }

private:
    FileRevision assemble(const NamedRevision &named)
    {
        FileRevision revision{.path = named.path, .oldPath = named.oldPath, .status = named.status};
        if (auto commit = m_reader.read(named.commit)) {
            revision.commit = *std::move(commit);
        } else {
            revision.commit.id = named.commit;
            note(commit.error().message);
        }
        if (m_shallow.contains(named.commit)) {
            // Git takes it for the first commit, which adds everything.
            if (revision.status == Diff::FileStatus::Added)
                revision.status = Diff::FileStatus::Modified;
            note(shallowNote(named.commit));
        }
        return revision;
    }

    void note(const QString &sentence)
    {
        if (m_end.notes.size() < kMostNotes && !m_end.notes.contains(sentence))
            m_end.notes += sentence;
    }

    CommitReader m_reader;
    QSet<ObjectId> m_shallow;
    const FileRevisionSink &m_sink;
    FileHistoryEnd m_end;
};

enum class Reading { FileWithRenames, File, Folder };

QStringList logArguments(const FileHistoryQuery &query, Reading reading)
{
    QStringList arguments = {u"log"_s,        u"--no-color"_s, u"--no-ext-diff"_s,       u"--no-textconv"_s,
                             u"--no-notes"_s, u"-z"_s,         u"--no-show-signature"_s, u"--format=%H"_s};
    // What a merge brought stands in the commits that it merged, as in git log --follow.
    switch (reading) {
    case Reading::FileWithRenames:
        arguments += {u"--follow"_s, u"--no-merges"_s, u"--name-status"_s};
        break;
    case Reading::File:
        arguments += {u"--no-merges"_s, u"--name-status"_s, u"--no-renames"_s};
        break;
    case Reading::Folder:
        arguments += u"--no-patch"_s;
        break;
    }
    if (query.limit > 0)
        arguments += u"-n%1"_s.arg(query.limit);
    return arguments + QStringList{u"--end-of-options"_s, query.tip.text()};
}

Result<FileHistoryEnd> askGit(const Program &git, const FileHistoryQuery &query, Reading reading,
                              const FileRevisionSink &sink, const CancelToken &cancel)
{
    auto reader = CommitReader::open(git.location());
    if (!reader)
        return std::unexpected(reader.error());
    Assembly assembly(*std::move(reader), readShallowCommits(git.location()), sink);
    RevisionParser parser(query.path);
    const auto ran =
        git.run({.arguments = logArguments(query, reading),
                 .timeout = std::chrono::milliseconds(0),
                 .onOutput =
                     [&](OutputChannel channel, QByteArrayView piece) {
                         if (channel == OutputChannel::Output)
                             assembly.handOver(parser.take(piece));
                     },
                 .kind = Program::Kind::Read,
                 .config = {u"log.showRoot=true"_s, u"log.follow=false"_s, u"diff.relative=false"_s},
                 .path = query.path,
                 .keepsOutput = false},
                cancel);
    if (!ran)
        return std::unexpected(ran.error());
    assembly.handOver(parser.finish());
    FileHistoryEnd end = assembly.end();
    end.followsRenames = reading == Reading::FileWithRenames;
    return end;
}

Result<FileHistoryEnd> walkInProcess(const RepoLocation &where, const FileHistoryQuery &query, bool isFolder,
                                     const FileRevisionSink &sink, const CancelToken &cancel)
{
    FileHistoryEnd end{.isFirstParentOnly = true};
    end.notes += Text::tr("This repository is not trusted, so no program is started in it: renames are not "
                          "followed, and what a merge brought is shown as the merge.");
    const auto take = [&](const CommitChanges &changes) {
        if (query.limit > 0 && end.revisions >= query.limit)
            return;
        FileRevision revision{.commit = changes.commit, .path = query.path};
        if (!isFolder && !changes.files.isEmpty())
            revision.status = changes.files.first().status;
        ++end.revisions;
        sink({revision});
    };
    const auto walked = walkChanges(where, {.tip = query.tip, .folders = {query.path}}, take, cancel);
    if (!walked)
        return std::unexpected(walked.error());
    if (!readShallowCommits(where).isEmpty())
        end.notes += Text::tr("This is a shallow clone, so the history may be longer than shown.");
    return end;
}

} // namespace

Result<FileHistoryEnd> readFileHistory(const Program &git, const FileHistoryQuery &query,
                                       const FileRevisionSink &sink, const CancelToken &cancel)
{
    if (!isInnerPath(query.path) || query.path.endsWith('/'))
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is no path of a repository.").arg(displayPath(query.path)));
    const KeptHandle kept(git.location());
    FileHistoryQuery asked = query;
    if (asked.tip.isNull()) {
        const auto head = resolveRevision(git.location(), "HEAD");
        if (!head)
            return std::unexpected(head.error());
        asked.tip = *head;
    }
    const auto entry = readPathInCommit(git.location(), asked.tip, asked.path);
    if (!entry)
        return std::unexpected(entry.error());
    const bool isFolder = entry->kind == PathKind::Folder;
    const Reading reading = isFolder               ? Reading::Folder
                            : asked.followsRenames ? Reading::FileWithRenames
                                                   : Reading::File;
    auto end = git.location().trust == Trust::Trusted
                   ? askGit(git, asked, reading, sink, cancel)
                   : walkInProcess(git.location(), asked, isFolder, sink, cancel);
    if (end && end->revisions == 0)
        return fail(ErrorKind::NotFound,
                    //: %1: path, %2: id of a commit
                    Text::tr("No commit up to %2 changed “%1”.")
                        .arg(displayPath(asked.path), asked.tip.abbreviated()));
    return end;
}

} // namespace Git
