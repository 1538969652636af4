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

} // namespace

RepositoryController::RepositoryController(const WorkspaceServices &services, QString path, QObject *parent)
    : PageController(parent)
    , m_services(services)
    , m_path(std::move(path))
    , m_read(this, services.reads)
    , m_compare(this, services.reads)
    , m_trust(this, services.reads)
    , m_writes(this)
{
    connect(&m_watcher, &RepositoryWatcher::changed, this, [this](RepositoryChanges what) {
        if (state() != PageState::Ready || what.testFlag(RepositoryChange::Refs))
            refresh();
        if (m_isOpen)
            Q_EMIT repositoryChanged(what);
    });
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

void RepositoryController::refresh()
{
    setLoading();
    auto work = [path = m_path,
                 readTrust = m_services.readTrust](const CancelToken &cancel) -> Result<Snapshot> {
        Result<Git::RepositoryInfo> info = Git::openRepository(path);
        if (!info)
            return std::unexpected(info.error());
        info->location.trust = readTrust ? readTrust(info->location) : Git::Trust::Unknown;
        Result<Git::Refs> refs = Git::readRefs(info->location, cancel);
        if (!refs)
            return std::unexpected(refs.error());
        QStringList watched = RepositoryWatcher::foldersToWatch(info->location);
        QStringList hooks = readHooks(info->location);
        return Snapshot{std::move(*info), std::move(*refs), std::move(watched), std::move(hooks)};
    };
    m_read.start(std::move(work), [this](Result<Snapshot> snapshot) {
        if (snapshot)
            apply(std::move(*snapshot));
        else
            setFailed(snapshot.error());
        Q_EMIT busyChanged();
    });
    Q_EMIT busyChanged();
}

void RepositoryController::apply(Snapshot snapshot)
{
    const bool isFirst = !m_isOpen;
    const bool trustDiffers = snapshot.info.location.trust != m_info.location.trust;
    const bool infoDiffers = snapshot.info != m_info || snapshot.hooks != m_hooks;
    const bool refsDiffer = snapshot.refs != m_refs;
    m_info = std::move(snapshot.info);
    m_refs = std::move(snapshot.refs);
    m_hooks = std::move(snapshot.hooks);
    m_refreshedAt = m_services.clock->now();
    m_isOpen = true;
    m_watcher.watch(snapshot.watched);
    setReady();
    if (isFirst)
        Q_EMIT opened();
    if (infoDiffers)
        Q_EMIT infoChanged();
    if (trustDiffers || isFirst)
        Q_EMIT trustChanged();
    if (refsDiffer || isFirst) {
        compareWithUpstream();
        Q_EMIT refsChanged();
    }
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
