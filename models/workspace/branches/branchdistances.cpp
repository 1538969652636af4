// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/branches/branchdistances.h"

#include "git/sequence/distances.h"

using namespace Qt::StringLiterals;

BranchDistances::BranchDistances(RepositoryController &repository, QObject *parent)
    : QObject(parent)
    , m_repository(repository)
    , m_count(this, repository.services().longReads)
{
    connect(&repository, &RepositoryController::refsChanged, this, [this] {
        count();
        Q_EMIT notesChanged();
    });
}

void BranchDistances::want(const QSet<QByteArray> &branches)
{
    if (branches == m_wanted)
        return;
    m_wanted = branches;
    count();
    Q_EMIT notesChanged();
}

// Refs are sorted by name, and there may be very many of them.
const Git::Ref *BranchDistances::find(const QByteArray &name) const
{
    const QList<Git::Ref> &all = m_repository.refs().all;
    const auto found = std::ranges::lower_bound(all, name, {}, &Git::Ref::name);
    return found == all.cend() || found->name != name ? nullptr : &*found;
}

void BranchDistances::count()
{
    QList<Git::Tracking> pairs;
    for (const QByteArray &name : std::as_const(m_wanted)) {
        const Git::Ref *ref = find(name);
        const Git::Ref *upstream = ref && !ref->upstream.isEmpty() ? find(ref->upstream) : nullptr;
        if (upstream && upstream->target != ref->target && !upstream->target.isNull() &&
            !ref->target.isNull() && !m_known.contains({ref->target, upstream->target}))
            pairs += {ref->target, upstream->target};
    }
    if (pairs.isEmpty()) {
        m_count.cancel();
        return;
    }
    m_count.start(
        [where = m_repository.location(), pairs](const CancelToken &cancel, const auto &sink) -> Result<int> {
            const auto read =
                Git::readDistances(where, pairs, cancel, [&](qsizetype at, const auto &distance) {
                    sink({{pairs[at].local, pairs[at].upstream}, distance});
                });
            return read ? Result<int>(0) : std::unexpected(read.error());
        },
        [this](const Counted &counted) {
            m_known.insert(counted.pair, counted.distance);
            Q_EMIT notesChanged();
        },
        [](const Result<int> &) {}); // where it cannot be counted no number is shown
}

QString BranchDistances::noteOf(const Git::Ref &branch) const
{
    if (branch.upstream.isEmpty())
        return {};
    const Git::Ref *upstream = find(branch.upstream);
    if (!upstream)
        //: what a branch follows is not there any more
        return tr("gone");
    const auto known = m_known.value({branch.target, upstream->target});
    QStringList parts;
    if (known && known->ahead > 0)
        parts += u"↑%1"_s.arg(known->ahead);
    if (known && known->behind > 0)
        parts += u"↓%1"_s.arg(known->behind);
    return parts.join(u' ');
}

QHash<QByteArray, QString> BranchDistances::notes() const
{
    QHash<QByteArray, QString> notes;
    for (const QByteArray &name : m_wanted) {
        const Git::Ref *ref = find(name);
        if (const QString note = ref ? noteOf(*ref) : QString(); !note.isEmpty())
            notes.insert(name, note);
    }
    return notes;
}
