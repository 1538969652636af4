// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/repositorycontroller.h"

#include "base/text.h"
#include "git/open.h"

#include <QDir>

namespace {

// By name only: what could run after trusting. core.hooksPath may name another folder; Git decides, not this
// list.
QStringList readHooks(const Git::RepoLocation &where)
{
    QStringList hooks;
    const QDir folder(QFile::decodeName(where.commonDir) + QStringLiteral("/hooks"));
    for (const QString &name : folder.entryList(QDir::Files | QDir::Executable, QDir::Name))
        if (!name.endsWith(QLatin1StringView(".sample")) && hooks.size() < 40)
            hooks += visibleText(name);
    return hooks;
}

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

} // namespace

RepositoryController::RepositoryController(const WorkspaceServices &services, QString path, QObject *parent)
    : PageController(parent)
    , m_services(services)
    , m_path(std::move(path))
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
}

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
    m_undo += record;
    Q_EMIT undoChanged();
}

std::optional<Git::UndoRecord> RepositoryController::takeUndo()
{
    if (m_undo.isEmpty())
        return std::nullopt;
    const Git::UndoRecord record = m_undo.takeLast();
    Q_EMIT undoChanged();
    return record;
}

void RepositoryController::refresh()
{
    setLoading();
    read();
}

void RepositoryController::read()
{
    const qint64 readAt = QDateTime::currentMSecsSinceEpoch();
    auto work = [path = m_path, known = m_info.location,
                 readTrust = m_services.readTrust](const CancelToken &cancel) -> Result<Snapshot> {
        Result<Git::RepositoryInfo> info = Git::openRepository(path);
        if (isGone(known, info))
            return std::unexpected(goneError(known));
        if (!info)
            return std::unexpected(info.error());
        info->location.trust = readTrust ? readTrust(info->location) : Git::Trust::Unknown;
        Result<Git::Refs> refs = Git::readRefs(info->location, cancel);
        if (!refs)
            return std::unexpected(refs.error());
        QStringList hooks = readHooks(info->location);
        return Snapshot{std::move(*info), std::move(*refs), std::move(hooks)};
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
    const bool infoDiffers = snapshot.info != m_info || snapshot.hooks != m_hooks;
    const bool refsDiffer = snapshot.refs != m_refs;
    m_info = std::move(snapshot.info);
    m_refs = std::move(snapshot.refs);
    m_hooks = std::move(snapshot.hooks);
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

void RepositoryController::setTrust(Git::Trust trust)
{
    if (!m_isOpen)
        return;
    auto work = [where = location(), trust,
                 store = m_services.storeTrust](const CancelToken &) -> Result<void> {
        return store ? store(where, trust) : Result<void>();
    };
    m_trust.start(std::move(work), [this, trust](Result<void> stored) {
        if (!stored) {
            Q_EMIT trustFailed(stored.error());
            return;
        }
        if (m_info.location.trust == trust)
            return;
        m_info.location.trust = trust;
        Q_EMIT trustChanged();
    });
}
