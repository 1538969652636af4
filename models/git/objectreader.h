// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/repository.h"

namespace Git {

/// Reads many commits one after another with one handle; belongs to one thread. Takes them from the packs
/// directly, because the object database would check the hash of each and keep all of them in memory: about
/// 6 µs each. Looks at the header first, so that only commits are unpacked, and none above kLargestCommit.
///
/// Known limit: two objects of one pack that are made to be each other's base of differences (REF_DELTA) hold
/// libgit2 for ever, as they do git; no fetch can bring such a pack, because index-pack refuses it.
class ObjectReader
{
    Q_DISABLE_COPY_MOVE(ObjectReader)

public:
    static Result<std::unique_ptr<ObjectReader>> open(const RepoLocation &where);
    ~ObjectReader();

    /// The view is good until the next call.
    std::expected<QByteArrayView, ObjectProblem> readCommit(const ObjectId &id);
    bool contains(const ObjectId &id) const;
    git_repository *repository() const { return m_objects.repository.get(); }

private:
    explicit ObjectReader(OpenedObjects objects)
        : m_objects(std::move(objects))
    {}
    void release();

    OpenedObjects m_objects;
    RawObjectHandle m_object;
    git_odb_backend *m_owner = nullptr; ///< of m_data
    void *m_data = nullptr;
};

} // namespace Git
