// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/reftargets.h"

#include "git/regularfile.h"
#include "git/repository.h"

#include <QSet>

#include <numeric>

namespace Git {

namespace {

constexpr qint64 kLargestRef = 4096; // bytes; those that hold more are for libgit2 to judge
constexpr qsizetype kTargetsBetweenLooks = 1024;

ObjectId readLoose(const RepoLocation &where, const QByteArray &name)
{
    int isName = 0;
    if (git_reference_name_is_valid(&isName, name.constData()) < 0 || isName == 0)
        return {};
    const auto content = readRegularFile(where.commonDir + '/' + name, kLargestRef, {});
    return content ? ObjectId::fromHex(content->trimmed()).value_or(ObjectId()) : ObjectId();
}

// Git lets a branch hold nothing but commits, so that there it need not be looked what the object is.
bool isCommit(git_odb *database, const RefTargets::Target &target)
{
    const auto oid = toOid(target.commit);
    if (!oid)
        return false;
    if (target.name.startsWith("refs/heads/"))
        return git_odb_exists_ext(database, &*oid, GIT_ODB_LOOKUP_NO_REFRESH) == 1;
    size_t size = 0;
    git_object_t kind = GIT_OBJECT_INVALID;
    return git_odb_read_header(&size, &kind, database, &*oid) == 0 && kind == GIT_OBJECT_COMMIT;
}

} // namespace

RefTargets::RefTargets(const RepoLocation &where, git_odb *database, const std::optional<PackedRefs> &packed,
                       const QList<QByteArray> &loose, const CancelToken &cancel)
    : m_areAll(packed && where.gitDir == where.commonDir)
{
    const QSet<QByteArray> files(loose.cbegin(), loose.cend());
    for (const PackedRef &ref : packed.value_or(PackedRefs())) {
        if (!files.contains(ref.name)) // else the file counts
            m_targets += {ref.name, ref.peeled.isNull() ? ref.id : ref.peeled};
    }
    for (const QByteArray &name : loose)
        m_targets += {name, readLoose(where, name)};
    if (!std::ranges::is_sorted(m_targets, {}, &Target::name))
        std::ranges::sort(m_targets, {}, &Target::name);
    verify(database, cancel);
}

void RefTargets::verify(git_odb *database, const CancelToken &cancel)
{
    QList<qsizetype> order(m_targets.size());
    std::ranges::iota(order, 0);
    std::ranges::sort(order, {}, [this](qsizetype at) { return m_targets[at].commit; });
    for (qsizetype done = 0; done < order.size(); ++done) {
        if (done % kTargetsBetweenLooks == 0 && cancel.isCancelled())
            return;
        Target &target = m_targets[order[done]];
        if (!isCommit(database, target))
            target.commit = {};
    }
}

ObjectId RefTargets::commitOf(const QByteArray &name) const
{
    const auto found = std::ranges::lower_bound(m_targets, name, {}, &Target::name);
    return found != m_targets.cend() && found->name == name ? found->commit : ObjectId();
}

} // namespace Git
