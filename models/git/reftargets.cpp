// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/reftargets.h"

#include "git/regularfile.h"
#include "git/repository.h"

namespace Git {

namespace {

constexpr qint64 kLargestRef = 4096; // bytes; those that hold more are for libgit2 to judge

} // namespace

RefTargets::RefTargets(const RepoLocation &where, git_odb *database, std::optional<PackedRefs> packed,
                       const QList<QByteArray> &loose)
    : m_where(where)
    , m_database(database)
    , m_isWhole(packed && where.gitDir == where.commonDir)
    , m_packed(std::move(packed).value_or(PackedRefs()))
    , m_loose(loose.cbegin(), loose.cend())
{}

std::optional<QList<QByteArray>> RefTargets::names() const
{
    if (!m_isWhole)
        return std::nullopt;
    QList<QByteArray> names(m_loose.cbegin(), m_loose.cend());
    for (auto packed = m_packed.cbegin(); packed != m_packed.cend(); ++packed) {
        if (!m_loose.contains(packed.key()))
            names += packed.key();
    }
    std::ranges::sort(names);
    return names;
}

ObjectId RefTargets::commitOf(const QByteArray &name) const
{
    const ObjectId target = heldBy(name);
    const auto oid = toOid(target);
    size_t size = 0;
    git_object_t kind = GIT_OBJECT_INVALID;
    if (!oid || git_odb_read_header(&size, &kind, m_database, &*oid) < 0 || kind != GIT_OBJECT_COMMIT)
        return {};
    return target;
}

ObjectId RefTargets::heldBy(const QByteArray &name) const
{
    if (!m_loose.contains(name)) {
        const auto packed = m_packed.constFind(name);
        if (packed == m_packed.cend())
            return {};
        return packed->peeled.isNull() ? packed->id : packed->peeled;
    }
    int isName = 0;
    if (git_reference_name_is_valid(&isName, name.constData()) < 0 || isName == 0)
        return {};
    const auto content = readRegularFile(m_where.commonDir + '/' + name, kLargestRef, {});
    return content ? ObjectId::fromHex(content->trimmed()).value_or(ObjectId()) : ObjectId();
}

} // namespace Git
