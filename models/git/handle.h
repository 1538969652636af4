// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that frees libgit2 objects; included by .cpp files of this folder and its private headers
// only.

#include "git/error.h"

#include <git2.h>

#include <memory>

namespace Git {

/// Frees a repository, unless a KeptHandle still needs it.
void releaseRepository(git_repository *repository) noexcept;

template<auto Release> struct Releaser
{
    template<class T> void operator()(T *object) const noexcept { Release(object); }
};
using RepositoryHandle = std::unique_ptr<git_repository, Releaser<&releaseRepository>>;
using ObjectHandle = std::unique_ptr<git_object, Releaser<&git_object_free>>;
using TreeHandle = std::unique_ptr<git_tree, Releaser<&git_tree_free>>;
using BlobHandle = std::unique_ptr<git_blob, Releaser<&git_blob_free>>;
using DatabaseHandle = std::unique_ptr<git_odb, Releaser<&git_odb_free>>;
using RawObjectHandle = std::unique_ptr<git_odb_object, Releaser<&git_odb_object_free>>;
using IndexHandle = std::unique_ptr<git_index, Releaser<&git_index_free>>;
using ConfigHandle = std::unique_ptr<git_config, Releaser<&git_config_free>>;
using ConfigIterator = std::unique_ptr<git_config_iterator, Releaser<&git_config_iterator_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Releaser<&git_reference_free>>;
using ReferenceIterator = std::unique_ptr<git_reference_iterator, Releaser<&git_reference_iterator_free>>;
using DiffHandle = std::unique_ptr<git_diff, Releaser<&git_diff_free>>;
using PatchHandle = std::unique_ptr<git_patch, Releaser<&git_patch_free>>;

class Buffer
{
    Q_DISABLE_COPY_MOVE(Buffer)

public:
    Buffer() = default;
    ~Buffer() { git_buf_dispose(&m_buffer); }
    git_buf *operator&() { return &m_buffer; }
    QByteArray bytes() const { return {m_buffer.ptr, static_cast<qsizetype>(m_buffer.size)}; }

private:
    git_buf m_buffer = GIT_BUF_INIT;
};

/// Calls open(&raw) and turns a negative code into an Error with libgit2's words, which are lost by the next
/// call.
template<class Handle, class Open> Result<Handle> acquire(const QString &message, Open &&open)
{
    typename Handle::pointer raw = nullptr;
    const int code = open(&raw);
    if (code < 0)
        return std::unexpected(lastError(code, message));
    return Handle(raw);
}

} // namespace Git
