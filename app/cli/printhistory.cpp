// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/printhistory.h"

#include "app/cli/nothingfound.h"
#include "app/cli/text.h"
#include "base/bothhalves.h"
#include "git/commitgraph.h"
#include "git/commitread.h"

#include <QThreadPool>

#include <atomic>
#include <deque>

namespace Cli {

namespace {

constexpr qsizetype kFirstPiece = 4096, kPiece = 1 << 17; // bytes; the first are small, to be seen at once
constexpr qsizetype kFirstWindow = 64, kLargestWindow = 4096; // rows
constexpr size_t kMostAsked = 16'384;                         // rows, several windows of a search

/// Rows whose texts are still to be read.
class Window
{
public:
    struct Row
    {
        Git::CommitPosition position = Git::kNoCommit;
        qsizetype laneStart = 0, laneEnd = 0;
    };

    void add(Git::CommitPosition position, qsizetype laneStart)
    {
        m_rows.push_back({position, laneStart, lanes.size()});
    }
    void clear()
    {
        m_rows.clear();
        lanes.resize(0); // keeps the memory
    }
    std::span<const Row> rows() const { return m_rows; }
    QByteArrayView lanesOf(const Row &row) const
    {
        return QByteArrayView(lanes).sliced(row.laneStart, row.laneEnd - row.laneStart);
    }

    QByteArray lanes;

private:
    std::vector<Row> m_rows;
};

// Where the repository's graph file has changed-path filters and the history is as it says.
std::function<bool(const Git::ObjectId &, const QByteArray &)> changedPathsOf(const Git::CommitStore &store)
{
    const auto graph = store.graph();
    if (!graph || !graph->hasChangedPaths() || !store.hasGenerations())
        return {};
    return [graph, &store](const Git::ObjectId &id, const QByteArray &path) {
        const Git::CommitPosition commit = store.find(id);
        return commit >= graph->count() ||
               graph->mayHaveChanged(commit, Git::ChangedPathKey(path)) != Git::CommitGraph::PathChange::No;
    };
}

class Printer
{
public:
    Printer(const Git::Program &git, const QByteArray &cacheFolder, RowStream &stream, const RefNames &names,
            const PrintRequest &request, Output &out)
        : m_git(git)
        , m_cacheFolder(cacheFolder)
        , m_stream(stream)
        , m_request(request)
        , m_out(out)
        , m_writer(stream.store(), names, request.format)
    {}

    Result<int> run(const Git::Refs &refs)
    {
        if (!m_request.query.isEmpty())
            return printHits(refs);
        return m_request.format.hasTexts ? printTexts() : printShape();
    }

private:
    bool isWanted(qsizetype rows) const { return m_request.limit == 0 || rows < m_request.limit; }

    void appendLanes(QByteArray &to)
    {
        if (!m_writer.needsLanes())
            return;
        const History::GraphRow row = m_stream.lanes();
        m_writer.appendLanes(to, row, m_stream.parents());
    }

    bool handOver(QByteArray &bytes)
    {
        const bool isWritten = bytes.isEmpty() || m_out.stream(bytes);
        bytes.resize(0);
        return isWritten;
    }

    int printShape()
    {
        QByteArray buffer, lanes;
        buffer.reserve(kPiece + kPiece / 8);
        qsizetype piece = kFirstPiece;
        for (qsizetype row = 0; isWanted(row); ++row) {
            const Git::CommitPosition position = m_stream.next();
            if (position == Git::kNoCommit)
                break;
            lanes.resize(0);
            appendLanes(lanes);
            m_writer.appendRow(buffer, position, lanes, nullptr);
            if (buffer.size() >= piece && !handOver(buffer))
                return ExitTool;
            piece = buffer.isEmpty() ? kPiece : piece;
        }
        return handOver(buffer) ? ExitDone : ExitTool;
    }

    Result<int> printTexts()
    {
        auto here = Git::CommitReader::open(m_git.location());
        auto there = Git::CommitReader::open(m_git.location());
        if (!here || !there)
            return std::unexpected(here ? there.error() : here.error());
        QThreadPool helper;
        helper.setMaxThreadCount(1);
        Window window;
        QByteArray first, second;
        qsizetype size = kFirstWindow;
        for (qsizetype done = 0;;
             done += std::ssize(window.rows()), size = std::min(size * 2, kLargestWindow)) {
            fill(window, done, size);
            const auto rows = window.rows();
            runBothHalves(
                helper, [&] { append(first, window, rows.first(rows.size() / 2), *here); },
                [&] { append(second, window, rows.subspan(rows.size() / 2), *there); });
            if (!handOver(first) || !handOver(second))
                return ExitTool;
            if (std::ssize(rows) < size)
                break;
        }
        if (const int count = m_unreadable; count > 0)
            m_out.note(
                Text::tr("%n commit(s) cannot be read; git fsck says what is damaged.", nullptr, count));
        return ExitDone;
    }

    void fill(Window &window, qsizetype done, qsizetype size)
    {
        window.clear();
        for (qsizetype row = 0; row < size && isWanted(done + row); ++row) {
            const Git::CommitPosition position = m_stream.next();
            if (position == Git::kNoCommit)
                return;
            const qsizetype start = window.lanes.size();
            appendLanes(window.lanes);
            window.add(position, start);
        }
    }

    // On two threads at once.
    void append(QByteArray &to, const Window &window, std::span<const Window::Row> rows,
                Git::CommitReader &reader)
    {
        const auto &replacements = m_stream.store().replacements();
        for (const Window::Row &row : rows) {
            const Git::ObjectId id = m_stream.store().id(row.position);
            const auto commit = reader.read(replacements.isEmpty() ? id : replacements.value(id, id));
            if (!commit)
                ++m_unreadable;
            m_writer.appendRow(to, row.position, window.lanesOf(row), commit ? &*commit : nullptr);
        }
    }

    Result<int> printHits(const Git::Refs &refs)
    {
        History::SearchScope scope{.tips = m_request.rows.tips,
                                   .refs = refs.all,
                                   .isByDate = m_request.rows.order == History::Order::Date,
                                   .firstParentOnly = m_request.rows.firstParentOnly};
        scope.replacements = m_stream.store().replacements();
        scope.mayHaveChanged = changedPathsOf(m_stream.store());
        scope.head = refs.head.target;
        scope.cacheFolder = m_cacheFolder;
        scope.rows = [this](qsizetype, qsizetype count) { return take(count); };
        CancelSource enough;
        qsizetype printed = 0;
        bool isWritten = true;
        QByteArray buffer;
        const auto sink = [&](const History::SearchProgress &progress) {
            for (const History::SearchHit &hit : progress.hits) {
                if (!isWanted(printed))
                    break;
                const Asked row = hit.row >= m_forgotten ? m_asked[static_cast<size_t>(hit.row - m_forgotten)]
                                                         : Asked{m_stream.store().find(hit.commit.id), {}};
                m_writer.appendRow(buffer, row.position, row.lanes,
                                   m_request.format.hasTexts ? &hit.commit : nullptr);
                ++printed;
            }
            isWritten = isWritten && handOver(buffer);
            if (!isWritten || !isWanted(printed))
                enough.cancel();
        };
        const auto end = History::searchHistory(m_git, m_request.query, scope, sink, enough.token());
        if (!isWritten)
            return ExitTool;
        if (!end && !enough.token().isCancelled())
            return std::unexpected(end.error());
        for (const QString &note : end ? end->notes : QStringList())
            m_out.note(note);
        if (const QString said = saidOfWords(m_git.location(), refs, m_request.query, printed > 0);
            !said.isEmpty())
            m_out.note(said);
        return ExitDone;
    }

    struct Asked
    {
        Git::CommitPosition position = Git::kNoCommit;
        QByteArray lanes;
    };
    // A search finds in the order of the rows, give or take a window of them: no more are held than that,
    // however long the history is.
    QList<Git::ObjectId> take(qsizetype count)
    {
        QList<Git::ObjectId> ids;
        while (ids.size() < count) {
            const Git::CommitPosition position = m_stream.next();
            if (position == Git::kNoCommit)
                break;
            Asked row{position, {}};
            appendLanes(row.lanes);
            ids += m_stream.store().id(position);
            m_asked.push_back(std::move(row));
        }
        for (; m_asked.size() > kMostAsked; ++m_forgotten)
            m_asked.pop_front();
        return ids;
    }

    const Git::Program &m_git;
    const QByteArray &m_cacheFolder;
    RowStream &m_stream;
    const PrintRequest &m_request;
    Output &m_out;
    RowWriter m_writer;
    std::deque<Asked> m_asked; ///< the last rows that a search was given
    qsizetype m_forgotten = 0; ///< rows before those
    std::atomic<int> m_unreadable = 0;
};

} // namespace

int printHistory(const Git::Program &git, const QByteArray &cacheFolder, const Git::Refs &refs,
                 const PrintRequest &request, Output &out)
{
    const auto stream = RowStream::open(git.location(), cacheFolder, request.rows);
    if (!stream)
        return out.fail(stream.error());
    const bool hasNames = request.format.hasTexts || request.format.isJson;
    const RefNames names = hasNames ? namesByCommit(refs, request.format) : RefNames();
    const auto code = Printer(git, cacheFolder, **stream, names, request, out).run(refs);
    if (!code)
        return out.fail(code.error());
    for (const QString &problem : refs.problems + (*stream)->problems())
        out.note(problem);
    return *code;
}

} // namespace Cli
