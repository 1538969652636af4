// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitread.h"

#include "git/commitparse.h"
#include "git/repository.h"

namespace Git {

struct CommitReader::Open
{
    RepositoryHandle repository;
    DatabaseHandle database;
    CommitParser parser;
};

namespace {

QByteArrayView bytesOf(const RawObjectHandle &object)
{
    return {static_cast<const char *>(git_odb_object_data(object.get())),
            static_cast<qsizetype>(git_odb_object_size(object.get()))};
}

} // namespace

Result<CommitReader> CommitReader::open(const RepoLocation &where)
{
    auto repository = openHandle(where);
    if (!repository)
        return std::unexpected(repository.error());
    auto database = openDatabase(repository->get());
    if (!database)
        return std::unexpected(database.error());
    return CommitReader(std::unique_ptr<Open>(new Open{*std::move(repository), *std::move(database), {}}));
}

CommitReader::CommitReader(std::unique_ptr<Open> opened)
    : m_open(std::move(opened))
{}

CommitReader::CommitReader(CommitReader &&other) noexcept = default;
CommitReader::~CommitReader() = default;

Result<Commit> CommitReader::read(const ObjectId &id)
{
    const auto object = readObject(m_open->database.get(), id, GIT_OBJECT_COMMIT);
    if (!object)
        return std::unexpected(objectError(object.error(), id));
    auto commit = m_open->parser.parse(id, bytesOf(*object));
    if (!commit)
        return std::unexpected(objectError(ObjectProblem::Damaged, id));
    return *std::move(commit);
}

std::optional<CommitDetails> CommitReader::readDetails(const ObjectId &id)
{
    const auto object = readObject(m_open->database.get(), id, GIT_OBJECT_COMMIT);
    return object ? parseDetails(id, bytesOf(*object)) : std::nullopt;
}

} // namespace Git
