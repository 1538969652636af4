// SPDX-License-Identifier: GPL-3.0-or-later
#include "git/revisionparse.h"

namespace Git {

namespace {

bool isState(QByteArrayView token)
{
    return !token.isEmpty() && token.front() >= 'A' && token.front() <= 'Z';
}

// One letter for each parent of a merge, or one letter with a percentage behind.
Diff::FileStatus statusOf(QByteArrayView state)
{
    using enum Diff::FileStatus;
    const auto letters =
        state.first(std::ranges::find_if(state, [](char c) { return c < 'A' || c > 'Z'; }) - state.begin());
    const bool isSame = std::ranges::all_of(letters, [&](char letter) { return letter == letters.front(); });
    if (!isSame)
        return Modified;
    switch (letters.front()) {
    case 'A':
        return Added;
    case 'D':
        return Deleted;
    case 'R':
        return letters.size() == 1 ? Renamed : Modified;
    case 'C':
        return letters.size() == 1 ? Copied : Modified;
    case 'T':
        return TypeChanged;
    default:
        return Modified;
    }
}

} // namespace

RevisionParser::RevisionParser(QByteArray path)
    : m_path(std::move(path))
{}

QList<NamedRevision> RevisionParser::take(QByteArrayView piece)
{
    m_rest += piece;
    qsizetype start = 0;
    for (qsizetype end = m_rest.indexOf('\0'); end >= 0; end = m_rest.indexOf('\0', start)) {
        takeToken(QByteArrayView(m_rest).sliced(start, end - start));
        start = end + 1;
    }
    m_rest.remove(0, start);
    return std::exchange(m_done, {});
}

QList<NamedRevision> RevisionParser::finish()
{
    if (!m_rest.isEmpty())
        takeToken(std::exchange(m_rest, {}));
    complete();
    return std::exchange(m_done, {});
}

void RevisionParser::takeToken(QByteArrayView token)
{
    if (m_pathsToCome > 0)
        return takePath(token);
    if (token.startsWith('\n'))
        token = token.sliced(1);
    if (isState(token)) {
        if (!m_isOpen)
            m_current.commit = ObjectId(); // a second file of the commit: the path was a folder
        m_current.status = statusOf(token);
        m_current.oldPath.clear();
        m_pathsToCome =
            m_current.status == Diff::FileStatus::Renamed || m_current.status == Diff::FileStatus::Copied ? 2
                                                                                                          : 1;
        return;
    }
    if (const auto id = ObjectId::fromHex(token)) {
        complete();
        m_current = {.commit = *id, .path = m_path};
        m_isOpen = true;
    }
}

void RevisionParser::takePath(QByteArrayView path)
{
    const bool isOld = m_pathsToCome == 2;
    --m_pathsToCome;
    if (isOld) {
        m_current.oldPath = path.toByteArray();
        return;
    }
    if (!m_isOpen)
        return;
    const bool isBelow = path.size() > m_path.size() && path.startsWith(m_path) && path[m_path.size()] == '/';
    if (isBelow) {
        m_current.status = Diff::FileStatus::Modified;
        m_current.oldPath.clear();
    } else {
        m_current.path = path.toByteArray();
    }
    complete();
}

void RevisionParser::complete()
{
    if (!std::exchange(m_isOpen, false))
        return;
    m_path = m_current.oldPath.isEmpty() ? m_current.path : m_current.oldPath;
    m_done.append(m_current);
}

} // namespace Git
