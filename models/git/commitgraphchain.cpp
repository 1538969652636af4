// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/commitgraphchain.h"

#include "base/text.h"
#include "git/commitgraphcheck.h"
#include "git/locate.h"
#include "git/text.h"

using namespace Qt::StringLiterals;

namespace Git {

namespace {

constexpr qsizetype kMostGraphFiles = 256; ///< the number of files below one is a byte
constexpr int kTries = 3;

bool isEnd(const Error &error)
{
    return error.kind == ErrorKind::Cancelled;
}

} // namespace

CommitGraphChain::Graph CommitGraphChain::fromFile(const QByteArray &path)
{
    auto file = CommitGraphFile::read(path, m_hashSize, m_cancel);
    if (!file)
        return std::unexpected(file.error());
    if (!(*file)->baseGraphs().isEmpty())
        return failDamagedGraph(path, u"it needs other files"_s);
    Files files;
    files.push_back(std::move(*file));
    return assemble(std::move(files));
}

CommitGraphChain::Graph CommitGraphChain::fromFolders(const QList<QByteArray> &folders)
{
    std::optional<Error> worst;
    for (const QByteArray &folder : folders) {
        for (const bool isChain : {false, true}) {
            auto graph = isChain ? fromChain(folder, folders) : fromFile(folder + "/info/commit-graph");
            if (graph || isEnd(graph.error()))
                return graph;
            if (graph.error().kind == ErrorKind::NotFound)
                continue;
            m_problems += graph.error().message;
            worst = worst.value_or(graph.error());
        }
    }
    if (worst)
        return std::unexpected(*worst);
    return fail(ErrorKind::NotFound, Text::tr("There is no commit graph."));
}

Result<std::unique_ptr<CommitGraphFile>> CommitGraphChain::readLayer(const QByteArray &hash,
                                                                     const Files &below,
                                                                     const QList<QByteArray> &folders) const
{
    const QByteArray name = "/info/commit-graphs/graph-" + hash + ".graph";
    const auto found = std::ranges::find_if(
        folders, [&name](const QByteArray &folder) { return pathExists(folder + name); });
    const QByteArray path = (found == folders.end() ? folders.first() : *found) + name;
    auto file = CommitGraphFile::read(path, m_hashSize, m_cancel);
    if (!file)
        return file;
    const bool isNamedRight = (*file)->checksum().toHex() == hash;
    const bool fits = std::ranges::equal((*file)->baseGraphs(), below, {}, {},
                                         [](const auto &lower) { return lower->checksum(); });
    if (!isNamedRight || !fits)
        return failDamagedGraph(path,
                                isNamedRight ? u"it belongs on other files"_s : u"it has another's name"_s);
    return file;
}

CommitGraphChain::Graph CommitGraphChain::fromChain(const QByteArray &folder,
                                                    const QList<QByteArray> &folders)
{
    const QByteArray list = folder + "/info/commit-graphs/commit-graph-chain";
    if (!pathExists(list))
        return fail(ErrorKind::NotFound, Text::tr("There is no commit graph."));
    for (int turn = 1;; ++turn) {
        const QByteArray content = readSmallFile(list);
        QList<QByteArray> hashes = content.split('\n');
        if (hashes.last().isEmpty())
            hashes.removeLast();
        const bool areHashes = std::ranges::all_of(hashes, [this](const QByteArray &hash) {
            return hash.size() == m_hashSize * 2 && ObjectId::fromHex(hash);
        });
        if (hashes.isEmpty() || hashes.size() > kMostGraphFiles || !areHashes)
            return failDamagedGraph(list, u"it does not list files"_s);
        Files files;
        std::optional<Error> error;
        for (const QByteArray &hash : hashes) {
            auto file = readLayer(hash, files, folders);
            if (!file) {
                error = file.error();
                break;
            }
            files.push_back(std::move(*file));
        }
        if (error && isEnd(*error))
            return std::unexpected(*error);
        // Git may have merged files meanwhile: then the list is another one.
        if (error && turn < kTries && readSmallFile(list) != content)
            continue;
        if (files.empty())
            return failDamagedGraph(list, error->message);
        if (error)
            m_problems += error->message;
        return assemble(std::move(files));
    }
}

CommitGraphChain::Graph CommitGraphChain::assemble(Files files)
{
    quint64 count = 0;
    for (const auto &file : files)
        count += file->count();
    if (count >= CommitGraphFile::kNoParent)
        return failDamagedGraph(files.back()->path(), u"too many commits"_s);
    auto generations = checkCommitGraph(files, m_cancel);
    for (const auto &file : files) {
        auto done = file->finish();
        if (!done)
            return std::unexpected(done.error());
        file->releaseCorrections();
    }
    if (!generations)
        return std::unexpected(generations.error());
    std::shared_ptr<CommitGraph> graph(new CommitGraph);
    graph->m_generations = std::move(*generations);
    graph->m_hashSize = m_hashSize;
    graph->m_problems = m_problems;
    for (auto &file : files) {
        graph->m_layers.push_back({graph->m_count, std::move(file)});
        graph->m_count += graph->m_layers.back().file->count();
    }
    return graph;
}

} // namespace Git
