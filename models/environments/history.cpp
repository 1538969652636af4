// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/history.h"

#include "environments/catalogue.h"
#include "environments/eventcache.h"
#include "git/log.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Environments {

namespace {

/// Commits at which a shallow clone was cut off: what they changed is not known.
QSet<Git::ObjectId> shallowEdges(const Git::RepoLocation &where)
{
    QSet<Git::ObjectId> edges;
    QFile file(QFile::decodeName(where.commonDir) + "/shallow"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return edges;
    for (const QByteArray &line : file.read(1024 * 1024).split('\n')) {
        if (const auto id = Git::ObjectId::fromHex(line.trimmed()))
            edges.insert(*id);
    }
    return edges;
}

/// Goes back through the history, keeping the files as they were and the versions that they gave.
class Walk
{
public:
    Walk(const Git::RepoLocation &where, const Catalogue &catalogue, Files files)
        : m_catalogue(catalogue)
        , m_files(std::move(files))
        , m_edges(shallowEdges(where))
    {
        m_states.resize(catalogue.members.size());
        m_waiting.resize(catalogue.members.size());
        for (qsizetype i = 0; i < catalogue.members.size(); ++i)
            m_states[i] = versionsOf(i);
        m_now = total();
    }

    /// The folders outside of which nothing matters; empty: everything may.
    QList<QByteArray> folders() const;
    void take(const Git::CommitChanges &changes);
    VersionMap total() const;

    const VersionMap &atTip() const { return m_now; }
    QList<ChangeEvent> events() const { return m_events; }
    bool reachedRoot() const { return m_reachedRoot; }
    bool isCutOff() const { return !m_edges.isEmpty(); }

private:
    std::optional<VersionMap> versionsOf(qsizetype member);
    QList<qsizetype> touchedBy(const Git::CommitChanges &changes) const;
    void compare(const VersionMap &after, const VersionMap &before, const Arrival &arrival);

    const Catalogue &m_catalogue;
    Files m_files;
    QSet<Git::ObjectId> m_edges;
    /// By member, at the commit the walk has reached; nothing: unreadable ever since the tip.
    QList<std::optional<VersionMap>> m_states;
    QList<std::optional<Arrival>> m_waiting; ///< by member: the change after a stretch of unreadable files
    QHash<QByteArray, QSet<qsizetype>> m_readers; ///< which members a file or folder has a say in
    VersionMap m_now;
    QList<ChangeEvent> m_events;
    bool m_reachedRoot = false;
    bool m_isPastEdge = false;
};

/// Nothing when files that are there cannot be read, so that a missing version says nothing.
std::optional<VersionMap> Walk::versionsOf(qsizetype index)
{
    const Member &member = m_catalogue.members[index];
    const MemberVersions read = readVersions(m_files, member);
    m_readers[member.path].insert(index);
    for (const QByteArray &path : read.read)
        m_readers[path].insert(index);
    VersionMap versions;
    for (const UnitVersion &version : read.versions) {
        const int unit = unitOf(m_catalogue, member, version.unit);
        if (unit < 0)
            continue;
        const VersionKey key{m_catalogue.environments[member.environment].name, m_catalogue.units[unit].name,
                             version.value.artifact};
        versions.insert(key, version.value.version);
    }
    if (read.isUnreadable)
        return {};
    return versions;
}

QList<QByteArray> Walk::folders() const
{
    QSet<QByteArray> tops;
    for (auto it = m_readers.begin(); it != m_readers.end(); ++it) {
        const qsizetype slash = it.key().indexOf('/');
        if (slash < 0 && !m_files.hasFolder(it.key()))
            return {}; // a file in the root
        tops.insert(slash < 0 ? it.key() : it.key().first(slash));
    }
    return tops.values();
}

VersionMap Walk::total() const
{
    VersionMap all;
    for (const std::optional<VersionMap> &state : m_states) {
        if (state)
            all.insert(*state);
    }
    return all;
}

/// In order of members, so that the same history always gives the same events.
QList<qsizetype> Walk::touchedBy(const Git::CommitChanges &changes) const
{
    QSet<qsizetype> touched;
    for (const Git::FileChange &file : changes.files) {
        for (QByteArray path = file.path; !path.isEmpty(); path = parentOf(path)) {
            const auto readers = m_readers.constFind(path);
            if (readers != m_readers.constEnd())
                touched += *readers;
        }
    }
    QList<qsizetype> ordered = touched.values();
    std::ranges::sort(ordered);
    return ordered;
}

void Walk::take(const Git::CommitChanges &changes)
{
    if (m_isPastEdge || m_edges.contains(changes.commit.id)) {
        m_isPastEdge = true;
        return;
    }
    m_reachedRoot = m_reachedRoot || changes.commit.parents.isEmpty();
    QList<QByteArray> changed;
    for (const Git::FileChange &file : changes.files) {
        if (file.oldId.isNull()) {
            m_files.remove(file.path);
        } else {
            m_files.set(file.path, file.oldId);
            changed.append(file.path);
        }
    }
    const Arrival arrival{changes.commit.id, changes.commit.committed, changes.commit.author,
                          changes.commit.subject};
    for (const qsizetype member : touchedBy(changes)) {
        const std::optional<VersionMap> before = versionsOf(member);
        if (!before) {
            if (!m_waiting[member])
                m_waiting[member] = arrival;
            continue;
        }
        if (m_states[member])
            compare(*m_states[member], *before, m_waiting[member].value_or(arrival));
        m_waiting[member].reset();
        m_states[member] = *before;
    }
}

void Walk::compare(const VersionMap &after, const VersionMap &before, const Arrival &arrival)
{
    const auto add = [&](const VersionKey &key, const QByteArray &from, const QByteArray &to) {
        const ChangeEvent event{key.environment, key.unit, key.artifact, from, to, arrival};
        for (qsizetype i = m_events.size(); i-- > 0 && m_events[i].arrival.commit == arrival.commit;) {
            if (m_events[i] == event) // two members of one unit say the same
                return;
        }
        m_events.append(event);
    };
    for (auto it = after.begin(); it != after.end(); ++it) {
        const auto old = before.constFind(it.key());
        if (old == before.constEnd() || *old != it.value())
            add(it.key(), old == before.constEnd() ? QByteArray() : *old, it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            add(it.key(), it.value(), {});
    }
}

/// Tells whether kept events are about the same places.
QByteArray layoutOf(const Catalogue &catalogue)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &text) {
        hash.addData(QByteArray(QByteArray::number(text.size()) + ':'));
        hash.addData(text);
    };
    for (const Environment &environment : catalogue.environments)
        add(environment.name);
    for (const Unit &unit : catalogue.units)
        add(unit.name);
    for (const Member &member : catalogue.members) {
        add(member.path);
        add(member.base);
        add(member.slot);
        add(QByteArray::number(member.environment) + ' ' + QByteArray::number(qToUnderlying(member.kind)));
    }
    return hash.result();
}

std::optional<KeptHistory> keptAbout(const QByteArray &layout, const QString &name)
{
    std::optional<KeptHistory> kept = readKept(name);
    return kept && kept->layout == layout ? kept : std::nullopt;
}

void addSince(Catalogue &catalogue)
{
    QHash<std::pair<QByteArray, QByteArray>, const ChangeEvent *> newest; // events are newest first
    for (const ChangeEvent &event : std::as_const(catalogue.events)) {
        const std::pair key(event.environment, event.unit);
        if (!newest.contains(key))
            newest.insert(key, &event);
    }
    for (Cell &cell : catalogue.cells) {
        const auto event =
            newest.value({catalogue.environments[cell.environment].name, catalogue.units[cell.unit].name});
        cell.since = event ? std::optional(event->arrival) : std::nullopt;
    }
}

} // namespace

Result<Catalogue> withHistory(const Git::RepoLocation &where, Catalogue catalogue,
                              const HistoryOptions &options, const CancelToken &cancel)
{
    if (catalogue.members.isEmpty()) {
        catalogue.hasHistory = true;
        return catalogue;
    }
    Result<Files> files = filesOf(where, catalogue.commit, cancel);
    if (!files)
        return std::unexpected(files.error());
    Walk walk(where, catalogue, std::move(*files));
    const bool mayKeep = !options.cacheFolder.isEmpty() && options.commits == 0 && !walk.isCutOff();
    const QString name = mayKeep ? cacheFile(options.cacheFolder, where) : QString();
    const QByteArray layout = layoutOf(catalogue);
    const std::optional<KeptHistory> kept = mayKeep ? keptAbout(layout, name) : std::nullopt;
    if (!kept || kept->tip != catalogue.commit) {
        const Git::ChangesQuery query{.tip = catalogue.commit,
                                      .folders = walk.folders(),
                                      .stopAt = kept ? kept->tip : Git::ObjectId(),
                                      .limit = options.commits};
        const auto walked = Git::walkChanges(
            where, query, [&walk](const Git::CommitChanges &changes) { walk.take(changes); }, cancel);
        if (!walked)
            return std::unexpected(walked.error());
    }
    if (cancel.isCancelled())
        return failCancelled();
    catalogue.events = walk.events();
    // The kept part fits when the walk ended in the state it begins with; a rewritten history does not.
    if (kept && !walk.reachedRoot() && walk.total() == kept->state)
        catalogue.events += kept->events;
    else if (kept && !walk.reachedRoot()) {
        QFile::remove(name);
        return withHistory(where, std::move(catalogue), options, cancel);
    }
    catalogue.hasHistory = true;
    addSince(catalogue);
    compareCells(catalogue);
    if (mayKeep && (!kept || kept->tip != catalogue.commit))
        writeKept(name, {layout, catalogue.commit, walk.atTip(), catalogue.events});
    return catalogue;
}

} // namespace Environments
