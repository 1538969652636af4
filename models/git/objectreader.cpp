// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/objectreader.h"

#include <git2/sys/odb_backend.h>

namespace Git {

Result<std::unique_ptr<ObjectReader>> ObjectReader::open(const RepoLocation &where)
{
    auto objects = openObjects(where);
    if (!objects)
        return std::unexpected(objects.error());
    return std::unique_ptr<ObjectReader>(new ObjectReader(*std::move(objects)));
}

ObjectReader::~ObjectReader()
{
    release();
}

void ObjectReader::release()
{
    if (m_data)
        git_odb_backend_data_free(m_owner, m_data);
    m_data = nullptr;
    m_object.reset();
}

std::expected<QByteArrayView, ObjectProblem> ObjectReader::readCommit(const ObjectId &id)
{
    release();
    const auto oid = toOid(id);
    if (!oid)
        return std::unexpected(ObjectProblem::Missing);
    git_odb *database = m_objects.database.get();
    const size_t count = git_odb_num_backends(database);
    for (size_t at = 0; at < count; ++at) {
        if (git_odb_get_backend(&m_owner, database, at) < 0 || !m_owner->read || !m_owner->read_header)
            continue;
        size_t size = 0;
        git_object_t kind = GIT_OBJECT_INVALID;
        if (m_owner->read_header(&size, &kind, m_owner, &*oid) < 0)
            continue;
        if (const auto problem = problemOf(GIT_OBJECT_COMMIT, kind, size))
            return std::unexpected(*problem);
        if (m_owner->read(&m_data, &size, &kind, m_owner, &*oid) < 0) {
            m_data = nullptr;
            continue;
        }
        if (kind != GIT_OBJECT_COMMIT)
            return std::unexpected(ObjectProblem::WrongKind);
        return QByteArrayView(static_cast<const char *>(m_data), static_cast<qsizetype>(size));
    }
    // Looks again for packs that are new, and knows damaged from missing.
    auto object = readObject(database, id, GIT_OBJECT_COMMIT);
    if (!object)
        return std::unexpected(object.error());
    m_object = *std::move(object);
    return QByteArrayView(static_cast<const char *>(git_odb_object_data(m_object.get())),
                          static_cast<qsizetype>(git_odb_object_size(m_object.get())));
}

bool ObjectReader::contains(const ObjectId &id) const
{
    const auto oid = toOid(id);
    return oid && git_odb_exists(m_objects.database.get(), &*oid) == 1;
}

} // namespace Git
