// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitread.h"

#include "git/commitparse.h"
#include "git/objectreader.h"

namespace Git {

struct CommitReader::Open
{
    std::unique_ptr<ObjectReader> objects;
    CommitParser parser;
};

Result<CommitReader> CommitReader::open(const RepoLocation &where)
{
    auto objects = ObjectReader::open(where);
    if (!objects)
        return std::unexpected(objects.error());
    return CommitReader(std::unique_ptr<Open>(new Open{*std::move(objects), {}}));
}

CommitReader::CommitReader(std::unique_ptr<Open> opened)
    : m_open(std::move(opened))
{}

CommitReader::CommitReader(CommitReader &&other) noexcept = default;
CommitReader::~CommitReader() = default;

Result<Commit> CommitReader::read(const ObjectId &id)
{
    const auto bytes = m_open->objects->readCommit(id);
    if (!bytes)
        return std::unexpected(objectError(bytes.error(), id));
    auto commit = m_open->parser.parse(id, *bytes);
    if (!commit)
        return std::unexpected(objectError(ObjectProblem::Damaged, id));
    return *std::move(commit);
}

std::optional<CommitDetails> CommitReader::readDetails(const ObjectId &id)
{
    const auto bytes = m_open->objects->readCommit(id);
    return bytes ? parseDetails(id, *bytes) : std::nullopt;
}

} // namespace Git
