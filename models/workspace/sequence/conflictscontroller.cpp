// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sequence/conflictscontroller.h"

#include "git/tree.h"
#include "workspace/sequence/conflictwords.h"

namespace {

constexpr qsizetype kMostEdited = 200'000, kLongestEdited = 20'000; // bytes of a text, of a line

bool isEditable(const QByteArray &content)
{
    if (content.size() > kMostEdited)
        return false;
    const QList<QByteArrayView> lines = Diff::splitLines(content);
    return std::ranges::all_of(lines, [](QByteArrayView line) { return line.size() <= kLongestEdited; });
}

ShownConflict readShownConflict(const Git::RepoLocation &where, const Git::ConflictEntry &entry)
{
    ShownConflict shown{
        .entry = entry, .base = {}, .ours = {}, .theirs = {}, .file = {}, .draft = {}, .form = {}};
    if (entry.isSubmodule || entry.isBinary || entry.isPointer)
        return shown;
    if (auto texts = Git::readStages(where, entry.path)) {
        shown.base = std::move(texts->base);
        shown.ours = std::move(texts->ours);
        shown.theirs = std::move(texts->theirs);
    }
    if (auto file = Git::readWorkFile(where, entry.path); file && !file->contains('\0'))
        shown.file = *std::move(file);
    if (!shown.file)
        return shown;
    shown.draft = ConflictDraft::parse(*shown.file, entry.markerSize);
    if (shown.draft)
        shown.draft->complete(shown.base, shown.ours, shown.theirs);
    if (isEditable(*shown.file))
        shown.form = textFormOf(*shown.file);
    return shown;
}

} // namespace

ConflictsController::ConflictsController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_read(this, repository.services().reads)
    , m_readOne(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::opened, this, &ConflictsController::refresh);
    connect(&repository, &RepositoryController::repositoryChanged, this, [this] {
        if (m_read.isRunning()) // it is not cut short: with changes that never stop nothing would be shown
            m_isDue = true;
        else
            refresh();
    });
    if (repository.state() == PageState::Ready)
        refresh();
}

void ConflictsController::refresh()
{
    m_isDue = false;
    if (m_repository.state() != PageState::Ready)
        return;
    if (m_repository.location().isBare()) {
        setEmpty();
        return;
    }
    setLoading();
    m_read.start(
        [where = m_repository.location()](const CancelToken &cancel) -> Result<Lists> {
            auto conflicts = Git::readConflicts(where, cancel);
            if (!conflicts)
                return std::unexpected(conflicts.error());
            auto operation = Git::readOperation(where, cancel);
            return Lists{*std::move(conflicts), operation ? *std::move(operation) : Git::OperationState()};
        },
        [this](const Result<Lists> &lists) {
            lists ? take(*lists) : setFailed(lists.error());
            if (m_isDue)
                refresh();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void ConflictsController::take(const Lists &lists)
{
    m_entries = lists.conflicts.open;
    m_operation = lists.operation;
    QList<FileItem> open, resolved;
    for (const Git::ConflictEntry &entry : m_entries)
        open += FileItem{.path = entry.path,
                         .status = Diff::FileStatus::Conflicted,
                         .note = ConflictWords::kind(entry.kind)};
    for (const QByteArray &path : lists.conflicts.resolved)
        resolved += FileItem{.path = path, .status = Diff::FileStatus::Modified, .note = tr("resolved")};
    m_open.setFiles(open);
    m_resolved.setFiles(resolved);
    readShown(); // begun before anybody is told, so that no one takes this for settled
    if (open.isEmpty() && resolved.isEmpty())
        setEmpty();
    else
        setReady();
    Q_EMIT listsChanged();
}

const Git::ConflictEntry *ConflictsController::entry(const QByteArray &path) const
{
    const auto found = std::ranges::find(m_entries, path, &Git::ConflictEntry::path);
    return found == m_entries.cend() ? nullptr : &*found;
}

QString ConflictsController::oursName() const
{
    return ConflictWords::ours(m_operation, m_repository.refs());
}

QString ConflictsController::theirsName() const
{
    return ConflictWords::theirs(m_operation, m_repository.refs());
}

void ConflictsController::select(const QByteArray &path)
{
    if (m_path == path)
        return;
    m_path = path;
    m_shown.reset();
    readShown();
}

void ConflictsController::readShown()
{
    const Git::ConflictEntry *entry = this->entry(m_path);
    if (!entry) {
        m_readOne.cancel();
        const bool wasShown = m_shown.has_value();
        m_shown.reset();
        m_shownError = {};
        if (wasShown)
            Q_EMIT shownChanged();
        return;
    }
    m_readOne.start(
        [where = m_repository.location(), entry = *entry](const CancelToken &) -> Result<ShownConflict> {
            return readShownConflict(where, entry);
        },
        [this](Result<ShownConflict> shown) {
            m_shownError = shown ? Error() : shown.error();
            const bool isSame = shown && m_shown && m_shown->isSameAs(*shown);
            m_shown = shown ? std::optional(*std::move(shown)) : std::nullopt;
            if (!isSame)
                Q_EMIT shownChanged();
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

template<class Work, class Told> void ConflictsController::write(Work work, Told told)
{
    ++m_writes;
    Q_EMIT writingChanged();
    Q_EMIT busyChanged();
    m_repository.writes().add<Written>(
        this,
        [work = std::move(work), git = m_repository.program()](const CancelToken &cancel) -> Result<Written> {
            return work(git, cancel);
        },
        [this, told = std::move(told)](const Result<Written> &written) {
            --m_writes;
            const std::optional<Error> problem = written ? written->problem : written.error();
            for (const Git::UndoRecord &record : written.value_or(Written()).undos)
                m_repository.noteUndo(record);
            if (!problem)
                told();
            else if (problem->kind != ErrorKind::Cancelled)
                Q_EMIT actionFailed(*problem);
            m_repository.note(RepositoryChange::Index | RepositoryChange::WorkTree);
            refresh();
            Q_EMIT writingChanged();
        });
}

void ConflictsController::writeAll(const QList<QByteArray> &paths, Step step, const QString &done)
{
    if (paths.isEmpty())
        return;
    write(
        [paths, step = std::move(step)](const Git::Program &git, const CancelToken &cancel) {
            const auto recorded = step(git, paths, cancel);
            return recorded ? Written{{*recorded}, {}} : Written{{}, recorded.error()};
        },
        [this, done] { Q_EMIT succeeded(done); });
}

void ConflictsController::takeSide(const QList<QByteArray> &paths, Git::Side side)
{
    writeAll(
        paths,
        [side](const Git::Program &git, const QList<QByteArray> &all, const CancelToken &cancel) {
            return Git::takeSide(git, all, side, cancel);
        },
        tr("Resolved %n file(s) by taking a side", nullptr, static_cast<int>(paths.size())));
}

void ConflictsController::takeBoth(const QList<QByteArray> &paths)
{
    writeAll(paths, Git::takeBoth,
             tr("Resolved %n file(s) by taking both sides", nullptr, static_cast<int>(paths.size())));
}

void ConflictsController::unresolve(const QList<QByteArray> &paths)
{
    writeAll(paths, Git::unresolve,
             tr("Made %n file(s) conflicts again", nullptr, static_cast<int>(paths.size())));
}

void ConflictsController::markResolved(const QList<QByteArray> &paths)
{
    writeAll(
        paths,
        [](const Git::Program &git, const QList<QByteArray> &all, const CancelToken &cancel) {
            return Git::markResolved(git, all, Git::Resolution::Checked, cancel);
        },
        tr("Marked %n file(s) as resolved", nullptr, static_cast<int>(paths.size())));
}

void ConflictsController::save(const QByteArray &path, const QByteArray &content, const QByteArray &expected,
                               bool resolves)
{
    write(
        [path, content, expected, resolves](const Git::Program &git, const CancelToken &cancel) {
            Written end;
            if (content != expected) {
                const auto written = Git::writeMerged(git, path, content, expected, cancel);
                if (!written)
                    return Written{{}, written.error()};
                end.undos += *written;
            }
            if (!resolves)
                return end;
            const auto marked = Git::markResolved(git, {path}, Git::Resolution::Checked, cancel);
            if (!marked) {
                end.problem = marked.error();
                return end;
            }
            const auto joined =
                end.undos.isEmpty() ? marked : Git::joinResolution(git, end.undos.first(), *marked);
            end.undos = joined ? QList{*joined} : end.undos << *marked;
            return end;
        },
        [this, path, content, resolves] {
            Q_EMIT saved(path, content);
            Q_EMIT succeeded(resolves ? tr("Marked %n file(s) as resolved", nullptr, 1) : tr("Saved"));
        });
}
