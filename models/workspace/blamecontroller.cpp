// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/blamecontroller.h"

#include "diff/reading.h"
#include "git/work/conversion.h"
#include "git/worktree.h"

BlameController::BlameController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_stream(this, repository.services().longReads)
    , m_look(this, repository.services().reads)
{
    setEmpty();
    connect(&repository, &RepositoryController::repositoryChanged, this, &BlameController::lookAgain);
    connect(&repository, &RepositoryController::refsChanged, this, &BlameController::lookAgain);
    connect(&repository, &RepositoryController::infoChanged, this, &BlameController::lookAgain);
    connect(&repository, &RepositoryController::trustChanged, this, [this] {
        if (state() == PageState::Failed)
            refresh();
    });
}

void BlameController::open(const BlamePlace &place)
{
    m_way.clear();
    go(place);
}

void BlameController::go(const BlamePlace &place, const std::optional<Git::BlameStep> &step)
{
    m_place = place;
    m_step = step;
    m_lineNote.clear();
    m_lines.setFile({});
    m_notes.clear();
    Q_EMIT placeChanged();
    Q_EMIT textChanged();
    setEmpty(); // so that this file's failure is not taken for old lines
    start();
}

Result<BlameController::FilePrint> BlameController::readPrint(const Git::RepoLocation &where,
                                                              const QByteArray &path)
{
    const auto tree = Git::WorkTree::open(where);
    const auto info = tree ? tree->status(path) : std::unexpected(tree.error());
    if (!info)
        return std::unexpected(info.error());
    if (!*info)
        return FilePrint{};
    const struct stat &file = **info;
    return FilePrint{qint64(file.st_ino), qint64(file.st_size), qint64(file.st_mode),
                     qint64(file.st_mtim.tv_sec) * 1'000'000'000 + file.st_mtim.tv_nsec,
                     qint64(file.st_ctim.tv_sec) * 1'000'000'000 + file.st_ctim.tv_nsec};
}

// Of the work tree only what is shown now tells the truth; a commit's blame stays what it is. A blame that
// runs is let go on, or an editor that saves would let none come to its end.
void BlameController::lookAgain()
{
    if (m_place.path.isEmpty() || !m_place.revision.isNull())
        return;
    if (m_stream.isRunning()) {
        m_isDue = true;
        return;
    }
    if (state() == PageState::Failed || m_repository.refs().head.target != m_head ||
        m_repository.info().operation != m_operation) {
        start();
        return;
    }
    m_look.start([where = m_repository.location(),
                  path = m_place.path](const CancelToken &) { return readPrint(where, path); },
                 [this](const Result<FilePrint> &print) {
                     if (!print || *print != m_print)
                         start();
                     else
                         Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void BlameController::refresh()
{
    if (m_place.path.isEmpty())
        setEmpty();
    else if (m_stream.isRunning())
        m_isDue = true;
    else
        start();
}

void BlameController::start()
{
    m_look.cancel();
    m_isDue = false;
    m_head = m_repository.refs().head.target;
    m_operation = m_repository.info().operation;
    m_isStreaming = m_lines.lineCount() == 0;
    m_next.setFile({});
    setLoading();
    m_stream.start(
        [git = m_repository.program(), step = m_step,
         query = Git::BlameQuery{.path = m_place.path, .revision = m_place.revision}](
            const CancelToken &cancel, const auto &sink) {
            if (query.revision.isNull())
                sink(Piece(readPrint(git.location(), query.path).value_or(FilePrint())));
            if (step)
                sink(Piece(FoundLine{Git::readLineBefore(git, *step, cancel)}));
            const Git::BlameSink pieces{
                .text =
                    [&](const Git::BlameText &text) {
                        Diff::FileDiff file = BlameLines::makeFile(text, query.path);
                        if (text.encoding().isEmpty() && !Diff::isPlainText(file))
                            Diff::takeReading(file, Git::readDeclaredEncoding(git.location(), query.path));
                        sink(Piece(std::move(file)));
                    },
                .batch = [&](Git::BlameBatch batch) { sink(Piece(std::move(batch))); }};
            return Git::readBlame(git, query, pieces, cancel);
        },
        [this](const Piece &piece) { take(piece); },
        [this](const Result<Git::BlameEnd> &end) { takeEnd(end); });
    Q_EMIT busyChanged();
}

void BlameController::takeLine(const Result<qsizetype> &line)
{
    m_step.reset();
    if (line)
        m_place.line = *line;
    else
        m_lineNote = tr("Where the line was before is not known: %1").arg(line.error().message);
}

void BlameController::take(const Piece &piece)
{
    if (const auto *found = std::get_if<FoundLine>(&piece))
        return takeLine(found->line);
    if (const auto *print = std::get_if<FilePrint>(&piece)) {
        m_print = *print;
        return;
    }
    BlameLines &lines = m_isStreaming ? m_lines : m_next;
    const auto *file = std::get_if<Diff::FileDiff>(&piece);
    if (file)
        lines.setFile(*file);
    else
        lines.take(std::get<Git::BlameBatch>(piece));
    if (!m_isStreaming)
        return;
    if (file) {
        setReady();
        Q_EMIT textChanged();
    } else {
        Q_EMIT linesBlamed();
    }
}

void BlameController::takeEnd(const Result<Git::BlameEnd> &end)
{
    if (!end) {
        // A blame of what is gone would be taken for that of the file.
        if (end.error().kind != ErrorKind::Cancelled)
            setGone(end.error());
    } else {
        m_notes = end->notes;
        if (!m_lineNote.isEmpty())
            m_notes += m_lineNote;
        setReady();
        if (!m_isStreaming) {
            const bool isOther = m_lines.file() != m_next.file();
            m_lines = std::exchange(m_next, {});
            if (isOther)
                Q_EMIT textChanged();
        }
        Q_EMIT linesBlamed();
    }
    if (std::exchange(m_isDue, false))
        lookAgain();
    Q_EMIT busyChanged();
}

bool BlameController::hasParent(qsizetype line) const
{
    const Git::BlameHunk *hunk = m_lines.hunkAt(line);
    return hunk && !hunk->previous.isNull();
}

void BlameController::openParent(qsizetype line)
{
    const Git::BlameHunk *hunk = m_lines.hunkAt(line);
    if (!hunk || hunk->previous.isNull())
        return;
    BlamePlace here = m_place;
    here.line = line;
    m_way.append(here);
    const Git::BlameStep step{.commit = hunk->commit,
                              .path = hunk->sourcePath,
                              .text = hunk->commit.isNull() ? m_lines.file().text : QByteArray(),
                              .line = hunk->commit.isNull() ? line : hunk->sourceLine + line - hunk->line,
                              .previous = hunk->previous,
                              .previousPath = hunk->previousPath};
    go({.path = step.previousPath, .revision = step.previous, .line = step.line}, step);
}

void BlameController::back()
{
    if (!m_way.isEmpty())
        go(m_way.takeLast());
}

void BlameController::stop()
{
    if (!m_stream.isRunning())
        return;
    m_stream.cancel();
    m_isDue = false;
    m_next.setFile({});
    if (m_lines.lineCount() == 0) {
        setGone({ErrorKind::External, tr("Blame was stopped."), {}, tr("Open the file again to go on.")});
    } else {
        m_notes = {m_isStreaming ? tr("Stopped: not all lines are known. Open the file again to go on.")
                                 : tr("Stopped: the file has changed since. Open it again to go on.")};
        Q_EMIT linesBlamed();
    }
    Q_EMIT busyChanged();
}
