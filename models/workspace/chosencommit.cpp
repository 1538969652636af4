// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/chosencommit.h"

#include "git/log.h"
#include "git/treechanges.h"

namespace {

constexpr auto kQuiet = std::chrono::milliseconds(100); // in which files usually come
constexpr qsizetype kMostForRenames = 5000; // files; looking for renames among more would take seconds

FileItem itemOf(const Diff::FileDiff &file)
{
    return {file.path(), file.oldPath == file.path() ? QByteArray() : file.oldPath, file.status};
}

QList<FileItem> itemsOf(const QList<Diff::FileDiff> &files)
{
    QList<FileItem> items;
    items.reserve(files.size());
    for (const Diff::FileDiff &file : files)
        items += itemOf(file);
    std::ranges::stable_sort(items, {}, &FileItem::path);
    return items;
}

// The request for some files alone; renames are looked for only where there are some.
Git::DiffRequest blockOf(Git::DiffRequest request, const QList<FileItem> &files, qsizetype first)
{
    request.findsRenames = false;
    for (qsizetype at = first; at < qMin(first + ChosenCommit::kBlock, files.size()); ++at) {
        request.paths += files[at].path;
        if (files[at].oldPath.isEmpty() || files[at].oldPath == files[at].path)
            continue;
        request.paths += files[at].oldPath;
        request.findsRenames = true;
    }
    return request;
}

} // namespace

ChosenCommit::ChosenCommit(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_detailsTask(this, repository.services().reads)
    , m_verify(this, repository.services().longReads)
    , m_read(this, repository.services().reads)
    , m_block(this, repository.services().reads)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ChosenCommit::dropOtherFiles);
    connect(&repository, &RepositoryController::trustChanged, this, &ChosenCommit::verify);
    connect(&repository, &RepositoryController::repositoryChanged, this, [this] {
        if (m_isWithWorkTree)
            readFiles();
    });
}

bool ChosenCommit::isBusy() const
{
    return m_detailsTask.isRunning() || m_verify.isRunning() || m_read.isRunning() || m_block.isRunning();
}

void ChosenCommit::choose(const Git::ObjectId &commit)
{
    if (commit == m_id && m_comparedWith.isNull() && !m_isWithWorkTree)
        return;
    m_id = commit;
    m_comparedWith = {};
    m_isWithWorkTree = false;
    if (commit.isNull()) {
        clear();
        return;
    }
    look();
}

void ChosenCommit::compare(const Git::ObjectId &older, const Git::ObjectId &newer)
{
    if (newer == m_id && older == m_comparedWith)
        return;
    const Git::ObjectId from = older; // either may be one of ours
    m_id = newer;
    m_comparedWith = from;
    m_isWithWorkTree = false;
    look();
}

void ChosenCommit::compareWithWorkTree(const Git::ObjectId &commit)
{
    if (commit == m_id && m_isWithWorkTree)
        return;
    m_id = commit;
    m_comparedWith = {};
    m_isWithWorkTree = true;
    look();
}

void ChosenCommit::look()
{
    m_choice.contexts.clear();
    m_hasOtherFiles = true;
    m_patience.start(kQuiet);
    readDetails();
    readFiles();
}

// Under another commit's header they would be taken for its own.
void ChosenCommit::dropOtherFiles()
{
    m_patience.stop();
    if (!std::exchange(m_hasOtherFiles, false))
        return;
    m_files.setFiles({});
    m_changes.clear();
    m_firstShown = 0;
    m_diffError = {};
    Q_EMIT diffChanged();
}

void ChosenCommit::clear()
{
    m_detailsTask.cancel();
    m_verify.cancel();
    m_details.reset();
    m_signature.reset();
    m_detailsError = m_signatureError = {};
    takeFiles(Changes());
    m_read.cancel();
    Q_EMIT detailsChanged();
}

void ChosenCommit::readDetails()
{
    m_verify.cancel();
    m_signature.reset();
    m_signatureError = {};
    m_detailsTask.start([where = m_repository.location(),
                         commit = m_id](const CancelToken &) { return Git::readCommit(where, commit); },
                        [this](Result<Git::CommitDetails> details) {
                            m_detailsError = details ? Error{} : details.error();
                            if (details)
                                m_details = std::move(*details);
                            else
                                m_details.reset();
                            verify(); // begun before anybody is told: there is more to come
                            Q_EMIT detailsChanged();
                            Q_EMIT busyChanged();
                        });
    Q_EMIT busyChanged();
}

// Only in a trusted repository: its configuration names the program that checks.
void ChosenCommit::verify()
{
    const bool isWanted = m_details && m_details->hasSignature && m_details->commit.id == m_id;
    if (!isWanted || m_signature || !m_repository.isTrusted())
        return;
    m_verify.start([git = m_repository.program(), commit = m_id](
                       const CancelToken &cancel) { return Git::verifySignature(git, commit, cancel); },
                   [this](Result<Git::Signature> signature) {
                       m_signatureError = signature ? Error{} : signature.error();
                       if (signature)
                           m_signature = *signature;
                       Q_EMIT signatureChanged();
                       Q_EMIT busyChanged();
                   });
}

Git::DiffRequest ChosenCommit::request() const
{
    if (m_isWithWorkTree)
        return {.sides = Git::DiffSides::CommitToWorkTree, .commit = m_id};
    if (m_comparedWith.isNull())
        return {.sides = Git::DiffSides::CommitToParent, .commit = m_id};
    return {.sides = Git::DiffSides::CommitToCommit, .commit = m_id, .oldCommit = m_comparedWith};
}

// A usual commit comes in one piece. Of a large one the names come while they are found.
Result<ChosenCommit::Changes> ChosenCommit::readChanges(const Git::RepoLocation &where,
                                                        const Git::DiffRequest &request,
                                                        const DiffChoice &choice,
                                                        const std::function<void(QList<FileItem>)> &sink,
                                                        const CancelToken &cancel)
{
    QList<FileItem> found;
    qsizetype told = 0;
    const auto take = [&](const QList<Git::FileChange> &changes) {
        for (const Git::FileChange &change : changes)
            found += FileItem{change.path, change.oldPath, change.status};
        if (found.size() > kBlock)
            sink(found.sliced(std::exchange(told, found.size())));
    };
    const bool isOfTrees = request.sides != Git::DiffSides::CommitToWorkTree;
    const auto readAll = [&]() -> Result<Changes> {
        auto diff = readShownDiff(where, request, choice, cancel);
        if (!diff)
            return std::unexpected(diff.error());
        return Changes{.files = itemsOf(*diff), .shown = std::move(*diff)};
    };
    if (isOfTrees) {
        const auto counted = Git::readChangedPaths(where, request, take, cancel);
        if (!counted && counted.error().kind == ErrorKind::Cancelled)
            return std::unexpected(counted.error());
        if (!counted || *counted <= kBlock) // or it says what is wrong
            return readAll();
    }
    Changes changes{.files = found, .looksForRenames = found.size() <= kMostForRenames};
    if (changes.looksForRenames) {
        Git::DiffRequest names = request;
        names.withLines = false;
        const auto files = Git::readDiff(where, names, cancel);
        if (!files)
            return std::unexpected(files.error());
        changes.files = itemsOf(*files);
        if (!isOfTrees && changes.files.size() <= kBlock)
            return readAll();
    }
    auto shown = readShownDiff(where, blockOf(request, changes.files, 0), choice, cancel);
    if (!shown)
        return std::unexpected(shown.error());
    changes.shown = std::move(*shown);
    return changes;
}

void ChosenCommit::readFiles()
{
    m_block.cancel();
    m_isStreaming = false;
    m_read.start([where = m_repository.location(), request = request(), choice = m_choice](
                     const CancelToken &cancel,
                     const auto &sink) { return readChanges(where, request, choice, sink, cancel); },
                 [this](const QList<FileItem> &files) {
                     m_hasOtherFiles |= !std::exchange(m_isStreaming, true); // or those of a look before
                     dropOtherFiles();
                     m_files.append(files);
                     Q_EMIT diffChanged();
                 },
                 [this](Result<Changes> changes) {
                     takeFiles(std::move(changes));
                     Q_EMIT busyChanged();
                 });
    Q_EMIT busyChanged();
}

void ChosenCommit::takeFiles(Result<Changes> changes)
{
    m_block.cancel();
    m_patience.stop();
    m_hasOtherFiles = false;
    m_diffError = changes ? Error{} : changes.error();
    m_changes = changes ? std::move(changes->shown) : QList<Diff::FileDiff>();
    m_looksForRenames = !changes || changes->looksForRenames;
    m_firstShown = 0;
    m_files.setFiles(changes ? std::move(changes->files) : QList<FileItem>());
    Q_EMIT diffChanged();
}

void ChosenCommit::showFile(int row)
{
    if (row < 0 || row >= m_files.rowCount() || m_read.isRunning())
        return;
    const qsizetype first = row / kBlock * kBlock;
    if (first == m_firstShown && !m_block.isRunning())
        return;
    readBlock(first);
}

void ChosenCommit::ignoreWhitespace(bool isIgnored)
{
    if (std::exchange(m_choice.ignoresWhitespace, isIgnored) == isIgnored || m_id.isNull())
        return;
    m_read.isRunning() ? readFiles() : readBlock(m_firstShown);
}

void ChosenCommit::widenContext(const QByteArray &path, const Diff::ContextChoice &more)
{
    m_choice.widen(path, more);
    if (!m_id.isNull() && !m_read.isRunning())
        readBlock(m_firstShown);
}

void ChosenCommit::readBlock(qsizetype first)
{
    m_block.start([where = m_repository.location(), request = blockOf(request(), m_files.files(), first),
                   choice = m_choice](
                      const CancelToken &cancel) { return readShownDiff(where, request, choice, cancel); },
                  [this, first](Result<QList<Diff::FileDiff>> diff) {
                      m_diffError = diff ? Error{} : diff.error();
                      m_changes = diff ? std::move(*diff) : QList<Diff::FileDiff>();
                      m_firstShown = first;
                      Q_EMIT diffChanged();
                      Q_EMIT busyChanged();
                  });
    Q_EMIT busyChanged();
}
