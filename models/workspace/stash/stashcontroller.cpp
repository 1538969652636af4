// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stash/stashcontroller.h"

#include "git/treechanges.h"

namespace {

constexpr qsizetype kCountedTogether = 20; // entries
constexpr qsizetype kMostToPair = 500;     // files; of more the list counts both names of a rename

// As the list of the files will have it.
Result<qsizetype> countFiles(const Git::RepoLocation &where, Git::DiffRequest request,
                             const CancelToken &cancel)
{
    const auto counted = Git::readChangedPaths(where, request, [](const auto &) {}, cancel);
    if (!counted || *counted == 0 || *counted > kMostToPair)
        return counted;
    request.withLines = false;
    const auto files = Git::readDiff(where, request, cancel);
    return files ? Result<qsizetype>(files->size()) : std::unexpected(files.error());
}

std::optional<StashParts> countParts(const Git::RepoLocation &where, const Git::StashEntry &entry,
                                     const CancelToken &cancel)
{
    if (entry.base.isNull() || entry.index.isNull())
        return {};
    const auto between = [&](const Git::ObjectId &commit) {
        return countFiles(
            where, {.sides = Git::DiffSides::CommitToCommit, .commit = commit, .oldCommit = entry.base},
            cancel);
    };
    const auto changed = between(entry.commit), staged = between(entry.index);
    const auto untracked =
        entry.untracked.isNull()
            ? Result<qsizetype>(0)
            : countFiles(where, {.sides = Git::DiffSides::CommitToParent, .commit = entry.untracked}, cancel);
    if (!changed || !staged || !untracked)
        return {};
    return StashParts{*changed, *staged, *untracked};
}

} // namespace

StashController::StashController(RepositoryController &repository, QObject *parent)
    : PageController(parent)
    , m_repository(repository)
    , m_items(*repository.services().clock)
    , m_files(repository)
    , m_read(this, repository.services().reads)
    , m_count(this, repository.services().reads)
{
    connect(&repository, &RepositoryController::opened, this, &StashController::refresh);
    connect(&repository, &RepositoryController::repositoryChanged, this, [this](RepositoryChanges what) {
        if (what.testFlag(RepositoryChange::Refs))
            refresh();
    });
    connect(&m_files, &ChosenCommit::busyChanged, this, &PageController::busyChanged);
    if (repository.state() == PageState::Ready)
        refresh();
}

bool StashController::isBusy() const
{
    return m_read.isRunning() || m_count.isRunning() || m_files.isBusy();
}

void StashController::refresh()
{
    if (m_repository.state() != PageState::Ready)
        return; // opened() comes, or the window says why not
    if (m_read.isRunning()) {
        m_isDue = true; // to cancel again and again would never end while somebody stashes
        return;
    }
    m_isDue = false;
    m_read.start([where = m_repository.location()](
                     const CancelToken &cancel) { return Git::readStashes(where, cancel); },
                 [this](const Result<QList<Git::StashEntry>> &entries) {
                     if (entries)
                         take(*entries);
                     else
                         setFailed(entries.error());
                     if (m_isDue)
                         refresh();
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void StashController::take(const QList<Git::StashEntry> &entries)
{
    m_items.setEntries(entries);
    if (entries.isEmpty())
        setEmpty();
    else
        setReady();
    if (!m_selected.isNull() && !selected())
        select({});
    Q_EMIT selectionChanged(); // its number is another one
    count();
}

void StashController::count()
{
    QList<Git::StashEntry> open;
    for (const StashItem &item : m_items.items()) {
        if (open.size() < kCountedTogether && !m_counted.contains(item.entry.commit))
            open += item.entry;
    }
    if (open.isEmpty() || m_count.isRunning())
        return;
    m_count.start(
        [where = m_repository.location(), open](const CancelToken &cancel) -> Result<Counted> {
            Counted counted;
            for (const Git::StashEntry &entry : open)
                counted += {entry.commit, countParts(where, entry, cancel)};
            return cancel.isCancelled() ? failCancelled() : Result<Counted>(counted);
        },
        [this](const Result<Counted> &counted) {
            if (counted)
                takeCounts(*counted);
            Q_EMIT busyChanged();
        });
    Q_EMIT busyChanged();
}

void StashController::takeCounts(const Counted &counted)
{
    for (const auto &[commit, parts] : counted) {
        m_counted.insert(commit);
        m_items.setParts(commit, parts);
    }
    choosePart();
    Q_EMIT selectionChanged();
    count(); // the next ones
}

void StashController::select(const Git::ObjectId &commit)
{
    if (commit == m_selected)
        return;
    m_selected = commit;
    choosePart();
    showFiles();
    Q_EMIT selectionChanged();
}

void StashController::show(StashPart part)
{
    if (part == m_part)
        return;
    m_part = part;
    showFiles();
    Q_EMIT selectionChanged();
}

std::optional<qsizetype> StashController::countOf(StashPart part) const
{
    const StashItem *item = selected();
    if (!item || !item->parts)
        return {};
    switch (part) {
    case StashPart::Changed:
        return item->parts->changed;
    case StashPart::Staged:
        return item->parts->staged;
    case StashPart::Untracked:
        return item->parts->untracked;
    }
    return {};
}

// A part without files is not shown while another one has some.
void StashController::choosePart()
{
    if (countOf(m_part).value_or(1) > 0)
        return;
    for (const StashPart part : {StashPart::Changed, StashPart::Untracked, StashPart::Staged}) {
        if (countOf(part).value_or(0) > 0) {
            m_part = part;
            showFiles();
            return;
        }
    }
}

void StashController::showFiles()
{
    const StashItem *item = selected();
    if (!item || item->entry.base.isNull() || item->entry.index.isNull())
        m_files.choose({});
    else if (m_part == StashPart::Changed)
        m_files.compare(item->entry.base, item->entry.commit);
    else if (m_part == StashPart::Staged)
        m_files.compare(item->entry.base, item->entry.index);
    else
        m_files.choose(item->entry.untracked);
}
