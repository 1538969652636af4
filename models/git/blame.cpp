// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/blame.h"

#include "base/text.h"
#include "git/blamecontent.h"
#include "git/blameparse.h"
#include "git/commitread.h"
#include "git/repository.h"
#include "git/shallow.h"
#include "git/text.h"
#include "git/worktree.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Git {

namespace {

Program::Run makeRun(const BlameQuery &query, const QByteArray &content)
{
    Program::Run run{.arguments = {u"blame"_s, u"--incremental"_s, u"--no-textconv"_s},
                     .timeout = std::chrono::milliseconds(0),
                     .kind = Program::Kind::Read,
                     .path = query.path,
                     .keepsOutput = false};
    if (query.ignoresWhitespace)
        run.arguments += u"-w"_s;
    if (query.findsMoves)
        run.arguments += u"-M"_s;
    if (query.findsCopies)
        run.arguments += u"-C"_s;
    if (!query.heedsIgnoredRevisions)
        run.arguments += {u"--ignore-revs-file"_s, QString()}; // forgets those of the configuration
    const bool isText = QFile::encodeName(QFile::decodeName(query.path)) == query.path;
    if (!query.revision.isNull()) {
        run.arguments += query.revision.text();
    } else if (isText) {
        run.arguments += {u"--contents"_s, u"-"_s}; // what was read, should the file change meanwhile
        run.input = content;
    }
    return run;
}

/// Turns what git says into batches.
class Relay
{
public:
    Relay(CommitReader reader, QSet<ObjectId> shallow, BlameLineMap lines, const BlameSink &sink)
        : m_reader(std::move(reader))
        , m_shallow(std::move(shallow))
        , m_lines(std::move(lines))
        , m_sink(sink)
    {}

    void take(QByteArrayView piece)
    {
        const BlameParser::Found found = m_parser.take(piece);
        BlameBatch batch;
        for (const BlameHunk &hunk : found.hunks) {
            if (hunk.line + hunk.count > m_lines.gitLines()) {
                m_isBeyond = true;
                continue;
            }
            m_covered += hunk.count;
            if (!m_known.contains(hunk.commit)) {
                m_known.insert(hunk.commit);
                // Git also calls the very first commit a boundary, before which there is nothing to know.
                batch.commits.append(facts(hunk.commit, found.boundaries.contains(hunk.commit) &&
                                                            m_shallow.contains(hunk.commit)));
            }
            batch.hunks += m_lines.take(hunk, m_times.value(hunk.commit));
        }
        if (!batch.hunks.isEmpty())
            m_sink.batch(std::move(batch));
    }

    bool isWhole() const { return m_covered == m_lines.gitLines() && !m_isBeyond; }

    QStringList notes() const
    {
        const auto isEdge = [&](const ObjectId &commit) { return m_shallow.contains(commit); };
        if (std::ranges::none_of(m_known, isEdge))
            return {};
        return {Text::tr("This is a shallow clone: lines of its oldest commits may be older.")};
    }

private:
    BlameCommit facts(const ObjectId &id, bool isBoundary)
    {
        BlameCommit found{.isBoundary = isBoundary};
        auto commit = id.isNull() ? Result<Commit>(Commit()) : m_reader.read(id);
        if (commit)
            found.commit = *std::move(commit);
        found.commit.id = id;
        m_times.insert(id, id.isNull() ? BlameLineMap::kNewest : found.commit.committed.seconds);
        return found;
    }

    CommitReader m_reader;
    QSet<ObjectId> m_shallow;
    BlameLineMap m_lines;
    QHash<ObjectId, qint64> m_times; // of what is known
    const BlameSink &m_sink;
    BlameParser m_parser;
    QSet<ObjectId> m_known;
    qsizetype m_covered = 0;
    bool m_isBeyond = false;
};

bool isAboutIgnoredRevisions(const Error &error)
{
    return error.kind == ErrorKind::External &&
           (error.detail.contains("object name list"_L1) || error.detail.contains("invalid object name"_L1));
}

Result<void> askGit(const Program &git, const BlameQuery &query, const QByteArray &content, Relay &relay,
                    const CancelToken &cancel)
{
    Program::Run run = makeRun(query, content);
    run.onOutput = [&](OutputChannel channel, QByteArrayView piece) {
        if (channel == OutputChannel::Output)
            relay.take(piece);
    };
    const auto ran = git.run(run, cancel);
    if (ran)
        return {};
    if (isAboutIgnoredRevisions(ran.error()))
        return fail(ErrorKind::Invalid,
                    Text::tr("The list of revisions that blame.ignoreRevsFile names cannot be read."),
                    ran.error().detail, Text::tr("Correct the list, or remove the setting."));
    return std::unexpected(ran.error());
}

} // namespace

BlameText::BlameText(QByteArray content, QByteArray encoding)
    : m_content(std::move(content))
    , m_encoding(std::move(encoding))
{
    for (qsizetype start = 0; start < m_content.size();) {
        m_starts.append(start);
        const qsizetype end = m_content.indexOf('\n', start);
        start = end < 0 ? m_content.size() : end + 1;
    }
}

QByteArrayView BlameText::line(qsizetype at) const
{
    const qsizetype end = at + 1 < m_starts.size() ? m_starts[at + 1] : m_content.size();
    const QByteArrayView line = QByteArrayView(m_content).sliced(m_starts[at], end - m_starts[at]);
    return line.endsWith('\n') ? line.chopped(1) : line;
}

Result<BlameEnd> readBlame(const Program &git, const BlameQuery &query, const BlameSink &sink,
                           const CancelToken &cancel)
{
    if (!isInnerPath(query.path) || query.path.endsWith('/'))
        return fail(ErrorKind::Invalid,
                    Text::tr("“%1” is no path of a repository.").arg(displayPath(query.path)));
    if (git.location().trust != Trust::Trusted)
        return fail(ErrorKind::Denied,
                    Text::tr("This repository is not trusted, so Git is not asked who changed which line."),
                    {}, Text::tr("Trust the repository first if you know where it comes from."));
    const KeptHandle kept(git.location());
    auto content = readBlamedContent(git, query, cancel);
    if (!content)
        return std::unexpected(content.error());
    auto reader = CommitReader::open(git.location());
    if (!reader)
        return std::unexpected(reader.error());
    Relay relay(*std::move(reader), readShallowCommits(git.location()), std::move(content->lines), sink);
    sink.text(std::move(content->text));
    if (content->bytes.isEmpty())
        return BlameEnd();
    if (const auto asked = askGit(git, query, content->bytes, relay, cancel); !asked)
        return std::unexpected(asked.error());
    if (!relay.isWhole())
        return fail(ErrorKind::Conflict,
                    Text::tr("“%1” changed meanwhile, or a filter keeps other lines of it in the repository.")
                        .arg(displayPath(query.path)));
    return BlameEnd{relay.notes()};
}

} // namespace Git
