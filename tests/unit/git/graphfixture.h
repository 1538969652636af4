// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/commitgraph.h"
#include "support/repobuilder.h"
#include "support/verify.h"

#include <QFile>
#include <QtEndian>

/// Histories made by git, and what git says about them.
namespace GraphFixture {

using namespace Qt::StringLiterals;
using Tests::RepoBuilder;

inline constexpr int kSha1 = 20, kSha256 = 32;

struct Planned
{
    qint64 date = 0;
    QList<int> parents = {};      ///< numbers of earlier ones
    QList<QByteArray> paths = {}; ///< that it writes anew
};

/// Every commit gets a branch of its own, so that all can be reached; named by prefix and number.
inline void importHistory(const RepoBuilder &repo, const QList<Planned> &history,
                          const QByteArray &prefix = "c")
{
    QByteArray stream;
    for (qsizetype at = 0; at < history.size(); ++at) {
        const Planned &one = history[at];
        const QByteArray number = QByteArray::number(at + 1);
        stream += "commit refs/heads/" + prefix + number + "\nmark :" + number + "\ncommitter A <a@b> " +
                  QByteArray::number(one.date) + " +0000\ndata " +
                  QByteArray::number(prefix.size() + number.size()) + '\n' + prefix + number + '\n';
        for (qsizetype parent = 0; parent < one.parents.size(); ++parent) {
            stream += parent == 0 ? "from :" : "merge :";
            stream += QByteArray::number(one.parents[parent] + 1) + '\n';
        }
        for (const QByteArray &path : one.paths)
            stream +=
                "M 644 inline " + path + "\ndata " + QByteArray::number(number.size()) + '\n' + number + '\n';
        stream += '\n';
    }
    repo.git({u"fast-import"_s, u"--quiet"_s, u"--force"_s}, stream);
}

/// Lines, merges of 2, 3, 5 and 40 parents, four roots, equal and falling dates, dates from 1970 to 2514 (git
/// 2.47 corrects wrongly what stands on dates above 2106).
inline QList<Planned> history()
{
    QList<Planned> list = {
        {.date = 0}, {.date = 1'767'000'000}, {.date = 1'767'000'000}, {.date = 4'000'000'000}};
    for (int at = 4; at < 60; ++at)
        list += {.date = 1'700'000'000 + at * 7919 % 100'000, .parents = {at - 4}};
    list += {.date = 1'800'000'000, .parents = {59, 58}};
    list += {.date = 1'800'000'000, .parents = {60, 5, 59}};
    list += {.date = 4'294'967'295, .parents = {10, 61, 8, 3, 7}};
    list += {.date = 17'179'869'183, .parents = {61, 62}};
    QList<int> many;
    for (int at = 20; at < 60; ++at)
        many += at;
    list += {.date = 5, .parents = many};
    list += {.date = 4'294'967'296, .parents = {64, 62}};
    return list;
}

inline QByteArray objectsFolder(const RepoBuilder &repo)
{
    return QFile::encodeName(repo.gitDir() + u"/objects"_s);
}

inline QByteArray graphFile(const RepoBuilder &repo)
{
    return objectsFolder(repo) + "/info/commit-graph";
}

inline QByteArray readFile(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QByteArray &path, const QByteArray &content)
{
    QFile::remove(QFile::decodeName(path));
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", path.constData());
}

/// Where a chunk starts in a graph file, and its size.
inline std::pair<qsizetype, qsizetype> chunkIn(const QByteArray &bytes, QByteArrayView name)
{
    for (int at = 0; at < bytes[6]; ++at) {
        const char *entry = bytes.constData() + 8 + at * 12;
        const auto start = qFromBigEndian<qint64>(entry + 4), end = qFromBigEndian<qint64>(entry + 16);
        if (QByteArrayView(entry, 4) == name)
            return {start, end - start};
    }
    qFatal("no such chunk");
}

/// Another first parent for a commit, by one bit that nothing but the checksum shows.
inline void bendParent(const QByteArray &file, const Git::ObjectId &id)
{
    const auto graph = Git::CommitGraph::openFile(file, kSha1, {});
    const Git::CommitPosition commit = (*graph)->find(id);
    Git::ParentPositions parents;
    (*graph)->parents(commit, parents);
    const int bit = (parents[0] ^ 1U) == commit || (parents[0] ^ 1U) >= (*graph)->count() ? 2 : 1;
    QByteArray bytes = readFile(file);
    const qsizetype place = chunkIn(bytes, "CDAT").first + qsizetype(commit) * (kSha1 + 16) + kSha1 + 3;
    bytes[place] = static_cast<char>(bytes[place] ^ bit);
    writeFile(file, bytes);
}

inline Git::ObjectId idOf(const QByteArray &hex)
{
    return Git::ObjectId::fromHex(hex).value_or(Git::ObjectId());
}

inline QList<QByteArray> parentsOf(const Git::CommitGraph &graph, Git::CommitPosition commit)
{
    Git::ParentPositions parents;
    graph.parents(commit, parents);
    QList<QByteArray> ids;
    for (const Git::CommitPosition parent : parents)
        ids += graph.id(parent).toHex();
    return ids;
}

/// Empty when the graph says of every commit what git says without one; else the first difference.
inline QByteArray differenceFromGit(const RepoBuilder &repo, const Git::CommitGraph &graph)
{
    const QList<QByteArray> lines =
        repo.git({u"-c"_s, u"core.commitGraph=false"_s, u"log"_s, u"--all"_s, u"--format=%H %T %ct %P"_s})
            .trimmed()
            .split('\n');
    if (lines.size() != graph.count())
        return "count " + QByteArray::number(graph.count()) + " instead of " +
               QByteArray::number(lines.size());
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        const Git::CommitPosition at = graph.find(idOf(fields[0]));
        if (at >= graph.count() || graph.id(at).toHex() != fields[0])
            return "not found: " + line;
        const QList<QByteArray> parents =
            line.count(' ') > 2 && !line.endsWith(' ') ? fields.sliced(3) : QList<QByteArray>();
        if (graph.tree(at).toHex() != fields[1] || graph.date(at) != fields[2].toULongLong() ||
            parentsOf(graph, at) != parents)
            return line + " is not " + graph.tree(at).toHex() + ' ' + QByteArray::number(graph.date(at)) +
                   ' ' + parentsOf(graph, at).join(' ');
    }
    return {};
}

/// Empty when every generation is above those of the parents, and each id leads back to its position.
inline QByteArray disorder(const Git::CommitGraph &graph)
{
    Git::ParentPositions parents;
    for (Git::CommitPosition commit = 0; commit < graph.count(); ++commit) {
        if (graph.find(graph.id(commit)) != commit)
            return "id of " + QByteArray::number(commit);
        graph.parents(commit, parents);
        for (const Git::CommitPosition parent : parents) {
            if (parent >= graph.count() || graph.generation(parent) >= graph.generation(commit))
                return "parent of " + QByteArray::number(commit);
        }
    }
    return {};
}

} // namespace GraphFixture
