// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/repositorycontroller.h"

#include "base/guarded.h"
#include "base/text.h"
#include "git/layout.h"
#include "git/open.h"
#include "git/regularfile.h"
#include "git/work/agreement.h"
#include "history/log.h"
#include "workspace/trustreading.h"
#include "workspace/undo/undocontroller.h"

#include <QCryptographicHash>
#include <QDir>

namespace {

// Not there any more, or what is found instead lies around it.
bool isGone(const Git::RepoLocation &known, const Result<Git::RepositoryInfo> &found)
{
    if (known.gitDir.isEmpty() || (found && found->location.gitDir == known.gitDir))
        return false;
    if (found)
        return known.isBare() || found->location.workTree != known.workTree; // else its .git was replaced
    return !QFile::exists(QFile::decodeName(known.gitDir)) ||
           !QFile::exists(QFile::decodeName(known.isBare() ? known.gitDir : known.workTree));
}

Error goneError(const Git::RepoLocation &known)
{
    return {ErrorKind::NotFound, RepositoryController::tr("The repository is no longer there."),
            displayText(known.isBare() ? known.gitDir : known.workTree),
            RepositoryController::tr("If its folder was moved, open it at its new place; if it is on a share "
                                     "or a drive, connect that and try again.")};
}

// Beside the reading of refs, which takes about as long where there are many of both.
void prepareLog(QThreadPool *pool, const std::shared_ptr<History::Log> &log, const Git::RepoLocation &where,
                const CancelToken &cancel)
{
    pool->start([log, where, cancel] {
        std::ignore = guarded([&]() -> Result<void> {
            log->prepare(where, cancel);
            return {};
        });
    });
}

std::shared_ptr<History::Log> logOf(const WorkspaceServices &services, const QString &path)
{
    auto begun = services.takeLog ? services.takeLog(path) : nullptr;
    return begun ? begun : std::make_shared<History::Log>(services.cacheFolder);
}

} // namespace

RepositoryController::RepositoryController(const WorkspaceServices &services, QString path, QObject *parent)
    : PageController(parent)
    , m_services(services)
    , m_path(std::move(path))
    , m_log(logOf(m_services, m_path))
    , m_undo(std::make_unique<UndoController>(*this))
    , m_watcher(services.reads, services.longReads)
    , m_read(this, services.reads)
    , m_compare(this, services.longReads)
    , m_trust(this, services.reads)
{
    connect(&m_watcher, &RepositoryWatcher::changed, this, &RepositoryController::takeChanges);
    connect(&m_watcher, &RepositoryWatcher::noticeRaised, this, [this](const QString &text) {
        m_notice = text;
        Q_EMIT noticeRaised(text);
    });
    connect(m_undo.get(), &UndoController::recordsChanged, this, &RepositoryController::undoChanged);
}

RepositoryController::~RepositoryController() = default;

void RepositoryController::takeChanges(RepositoryChanges what)
{
    if (state() != PageState::Ready || what.testFlag(RepositoryChange::Refs)) {
        if (m_read.isRunning())
            m_isDue = true; // not cut short, or constant changes would never be shown
        else
            refresh();
    }
    if (m_isOpen)
        Q_EMIT repositoryChanged(what);
}

void RepositoryController::refreshEverything()
{
    note(kEverything);
    if (m_isOpen)
        Q_EMIT historyChanged();
    if (!m_isOpen || !canWrite() || location().isBare() || m_info.operation != Git::Operation::None ||
        std::exchange(m_isStoring, true))
        return;
    m_writes.add<ProcessResult>(
        this,
        [git = program()](const CancelToken &cancel) {
            // 1: files differ. 128: another git holds the lock, and then it is not worth waiting.
            return git.run({.arguments = {QStringLiteral("update-index"), QStringLiteral("-q"),
                                          QStringLiteral("--refresh")},
                            .goodExits = {0, 1, 128}},
                           cancel);
        },
        [this](const Result<ProcessResult> &) { m_isStoring = false; });
}

std::optional<Error> RepositoryController::headProblem() const
{
    if (m_refs.head.state != Git::HeadState::Broken)
        return std::nullopt;
    return Error{ErrorKind::NotFound, tr("HEAD cannot be read"), m_refs.problems.join(u'\n'),
                 tr("git fsck in a terminal says what is damaged")};
}

QString RepositoryController::name() const
{
    return m_isOpen ? m_info.name : visibleText(QDir(m_path).dirName());
}

void RepositoryController::setActive(bool isActive)
{
    m_watcher.setActive(isActive);
    // What failed stays shown until there is something else to show.
    if (isActive && state() == PageState::Failed && !m_read.isRunning())
        read();
}

void RepositoryController::noteUndo(const Git::UndoRecord &record)
{
    m_undo->note(record);
}

bool RepositoryController::canUndo() const
{
    return m_undo->last();
}

QString RepositoryController::undoMeaning() const
{
    const Git::UndoRecord *record = m_undo->last();
    return record ? record->meaning : QString();
}

void RepositoryController::refresh()
{
    setLoading();
    read();
}

RepositoryController::HistoryEdges RepositoryController::readEdges(const Git::RepoLocation &where,
                                                                   const CancelToken &cancel)
{
    HistoryEdges edges{.worktrees = Git::readLinkedWorktrees(where), .overrides = {}};
    for (const char *name : {"/shallow", "/info/grafts"}) {
        const auto content = Git::readRegularFile(where.commonDir + name, Git::kLargestList, cancel);
        edges.overrides +=
            QCryptographicHash::hash(content.value_or(QByteArray()), QCryptographicHash::Sha256);
    }
    return edges;
}

void RepositoryController::read()
{
    const qint64 readAt = QDateTime::currentMSecsSinceEpoch();
    auto work = [path = m_path, known = m_info.location, readTrust = m_services.readTrust, log = m_log,
                 pool = m_services.longReads,
                 again = askingAgain(this)](const CancelToken &cancel) -> Result<Snapshot> {
        Result<Git::RepositoryInfo> info = Git::openRepository(path);
        if (isGone(known, info))
            return std::unexpected(goneError(known));
        if (!info)
            return std::unexpected(info.error());
        const TrustAnswer answer = readTrust ? readTrust(info->location) : TrustAnswer();
        TrustReading trust = ::readTrust(info->location, answer, again);
        info->location.trust = trust.trust;
        if (known.gitDir.isEmpty())
            prepareLog(pool, log, info->location, cancel);
        Result<Git::Refs> refs = Git::readRefs(info->location, cancel);
        if (!refs)
            return std::unexpected(refs.error());
        HistoryEdges edges = readEdges(info->location, cancel);
        return Snapshot{std::move(*info), std::move(*refs), std::move(trust.programs), std::move(edges)};
    };
    m_isDue = false;
    m_read.start(std::move(work), [this, readAt](Result<Snapshot> snapshot) {
        if (snapshot)
            apply(std::move(*snapshot), readAt);
        else
            takeFailure(snapshot.error());
        if (m_isDue)
            refresh();
        Q_EMIT busyChanged();
    });
    Q_EMIT busyChanged();
}

void RepositoryController::takeFailure(const Error &error)
{
    if (state() == PageState::Failed && error == this->error())
        return; // tried again in vain
    // Distinguished by the place, not by the error: damage keeps what is shown, a vanished folder does not.
    if (m_isOpen && error == goneError(location()))
        setGone(error);
    else
        setFailed(error);
}

void RepositoryController::apply(Snapshot snapshot, qint64 readAt)
{
    const bool isFirst = !m_isOpen, isBack = m_isOpen && state() != PageState::Ready;
    const bool trustDiffers = snapshot.info.location.trust != m_info.location.trust;
    const bool infoDiffers = snapshot.info != m_info || snapshot.programs != m_programs;
    const bool refsDiffer = snapshot.refs != m_refs;
    m_info = std::move(snapshot.info);
    m_refs = std::move(snapshot.refs);
    m_programs = std::move(snapshot.programs);
    const bool edgesDiffer = snapshot.edges != m_edges;
    m_edges = std::move(snapshot.edges);
    m_refreshedAt = m_services.clock->now();
    m_isOpen = true;
    m_watcher.watch(location(), readAt);
    if (refsDiffer || isFirst)
        compareWithUpstream(); // begun before anybody is told, so that no one takes this for settled
    setReady();
    if (isFirst)
        Q_EMIT opened();
    if (infoDiffers)
        Q_EMIT infoChanged();
    if (trustDiffers || isFirst)
        Q_EMIT trustChanged();
    if (refsDiffer || isFirst)
        Q_EMIT refsChanged();
    if (edgesDiffer && !isFirst)
        Q_EMIT historyChanged();
    if (isBack)
        Q_EMIT repositoryChanged(kEverything);
    Q_EMIT refreshed();
}

void RepositoryController::compareWithUpstream()
{
    const auto tracking = Git::trackingOf(m_refs);
    if (!tracking) {
        m_compare.cancel();
        m_distance.reset();
        Q_EMIT distanceChanged();
        return;
    }
    auto work = [where = location(), tracking = *tracking](const CancelToken &) {
        return Git::readAheadBehind(where, tracking.local, tracking.upstream);
    };
    m_compare.start(std::move(work), [this](Result<Git::AheadBehind> distance) {
        m_distance = distance ? std::optional(*distance) : std::nullopt;
        Q_EMIT distanceChanged();
        Q_EMIT busyChanged();
    });
}

void RepositoryController::setTrust(Git::Trust trust, const QByteArray &folder)
{
    if (!m_isOpen)
        return;
    TrustChoice choice{.trust = trust, .folder = folder};
    for (const Git::Executable &program : std::as_const(m_programs))
        choice.programs += program.print();
    auto work = [where = location(), choice, store = m_services.storeTrust,
                 again = askingAgain(this)](const CancelToken &) -> Result<void> {
        auto stored = store ? store(where, choice) : Result<void>();
        if (stored && choice.trust == Git::Trust::Trusted)
            Git::agreeTo(where, choice.folder.isEmpty() ? std::optional(choice.programs) : std::nullopt,
                         again);
        return stored;
    };
    m_trust.start(std::move(work), [this, trust](Result<void> stored) {
        if (!stored) {
            Q_EMIT trustFailed(stored.error());
            return;
        }
        m_isDue = m_isDue || m_read.isRunning(); // it may have read the answer of before
        for (Git::Executable &program : m_programs)
            program.isNew = false;
        if (m_info.location.trust == trust)
            return;
        m_info.location.trust = trust;
        Q_EMIT trustChanged();
    });
}
