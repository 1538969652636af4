// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/reftargets.h"

#include "git/idorder.h"
#include "git/regularfile.h"
#include "git/repository.h"

#include <QSet>

namespace Git {

namespace {

constexpr qint64 kLargestRef = 4096; // bytes; those that hold more are for libgit2 to judge
constexpr size_t kTargetsBetweenLooks = 1024;
constexpr qsizetype kManyTargets = 10'000; // fewer are looked up before all indexes are read

ObjectId readLoose(const RepoLocation &where, const QByteArray &name)
{
    int isName = 0;
    if (git_reference_name_is_valid(&isName, name.constData()) < 0 || isName == 0)
        return {};
    const auto content = readRegularFile(where.commonDir + '/' + name, kLargestRef, {});
    return content ? ObjectId::fromHex(content->trimmed()).value_or(ObjectId()) : ObjectId();
}

// Git lets a branch hold nothing but commits, so that there it need not be looked what the object is.
bool isCommit(git_odb *database, const PackIndexes &packs, const RefTargets::Target &target)
{
    const bool isBranch = target.name.startsWith("refs/heads/");
    if (isBranch && packs.find(target.commit))
        return true;
    const auto oid = toOid(target.commit);
    if (!oid)
        return false;
    if (isBranch)
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
    const auto packs = m_targets.size() < kManyTargets
                           ? PackIndexes()
                           : PackIndexes::read(where.commonDir + "/objects", cancel);
    if (!std::ranges::is_sorted(m_targets, {}, &Target::name))
        std::ranges::sort(m_targets, {}, &Target::name);
    verify(database, packs, cancel);
}

void RefTargets::verify(git_odb *database, const PackIndexes &packs, const CancelToken &cancel)
{
    size_t done = 0;
    for (const qsizetype at : orderById(m_targets.size(), [this](qsizetype target) -> const ObjectId & {
             return m_targets.at(target).commit;
         })) {
        if (done++ % kTargetsBetweenLooks == 0 && cancel.isCancelled())
            return;
        Target &target = m_targets[at];
        if (!isCommit(database, packs, target))
            target.commit = {};
    }
}

ObjectId RefTargets::commitOf(const QByteArray &name) const
{
    const auto found = std::ranges::lower_bound(m_targets, name, {}, &Target::name);
    return found != m_targets.cend() && found->name == name ? found->commit : ObjectId();
}

} // namespace Git
