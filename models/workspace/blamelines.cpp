// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/blamelines.h"

#include <algorithm>

Diff::FileDiff BlameLines::makeFile(const Git::BlameText &text, const QByteArray &path)
{
    Diff::FileDiff file{.oldPath = path, .newPath = path, .status = Diff::FileStatus::Unmodified};
    file.text = text.content();
    file.reading.oldEncoding = file.reading.newEncoding = text.encoding();
    const qsizetype count = text.lineCount();
    file.lines.reserve(count);
    for (qsizetype at = 0; at < count; ++at) {
        const QByteArrayView bytes = text.line(at);
        const auto number = static_cast<quint32>(at + 1);
        file.lines.append({.endsWithNewline = at + 1 < count || text.endsWithNewline(),
                           .oldNumber = number,
                           .newNumber = number,
                           .offset = static_cast<quint32>(bytes.data() - text.content().constData()),
                           .length = static_cast<quint32>(bytes.size())});
    }
    const auto lines = static_cast<quint32>(count);
    if (count > 0)
        file.hunks.append(
            {.oldStart = 1, .oldCount = lines, .newStart = 1, .newCount = lines, .lineCount = count});
    return file;
}

void BlameLines::setFile(Diff::FileDiff file)
{
    m_file = std::move(file);
    m_hunkOf = QList<int>(m_file.lines.size(), -1);
    m_hunks.clear();
    m_commits.clear();
    m_youth.clear();
    m_isRanked = true;
    m_known = 0;
}

void BlameLines::take(const Git::BlameBatch &batch)
{
    for (const Git::BlameCommit &commit : batch.commits)
        m_commits.insert(commit.commit.id, commit);
    m_isRanked = m_isRanked && batch.commits.isEmpty();
    for (const Git::BlameHunk &hunk : batch.hunks) {
        const int number = static_cast<int>(m_hunks.size());
        m_hunks.append(hunk);
        const qsizetype end = std::min(hunk.line + hunk.count, m_hunkOf.size());
        for (qsizetype line = std::max<qsizetype>(0, hunk.line); line < end; ++line) {
            m_known += m_hunkOf[line] < 0 ? 1 : 0;
            m_hunkOf[line] = number;
        }
    }
}

const Git::BlameHunk *BlameLines::hunkAt(qsizetype line) const
{
    const int hunk = line >= 0 && line < m_hunkOf.size() ? m_hunkOf[line] : -1;
    return hunk < 0 ? nullptr : &m_hunks[hunk];
}

Git::ObjectId BlameLines::commitAt(qsizetype line) const
{
    const Git::BlameHunk *hunk = hunkAt(line);
    return hunk ? hunk->commit : Git::ObjectId();
}

const Git::BlameCommit *BlameLines::commit(const Git::ObjectId &id) const
{
    const auto found = m_commits.constFind(id);
    return found == m_commits.cend() || found->commit.author == Git::Person() ? nullptr : &*found;
}

qsizetype BlameLines::nextHunk(qsizetype line, int direction) const
{
    if (line < 0 || line >= lineCount())
        return line;
    qsizetype at = line;
    if (direction > 0) {
        while (at < lineCount() && isSameHunk(at, line))
            ++at;
        return at < lineCount() ? at : line;
    }
    const auto startOf = [this](qsizetype from) {
        while (from > 0 && isSameHunk(from - 1, from))
            --from;
        return from;
    };
    at = startOf(line);
    return at < line || at == 0 ? at : startOf(at - 1);
}

std::optional<double> BlameLines::youth(const Git::ObjectId &id) const
{
    if (!m_isRanked)
        rank();
    const auto found = m_youth.constFind(id);
    return found == m_youth.cend() ? std::nullopt : std::optional(*found);
}

// By rank, not by date: one very old line would make all others look alike.
void BlameLines::rank() const
{
    QList<std::pair<qint64, Git::ObjectId>> byAge;
    for (const Git::BlameCommit &known : m_commits)
        if (!known.commit.id.isNull() && commit(known.commit.id))
            byAge.append({known.commit.authored.seconds, known.commit.id});
    std::ranges::sort(byAge);
    m_youth.clear();
    const auto last = static_cast<double>(std::max<qsizetype>(1, byAge.size() - 1));
    for (qsizetype at = 0; at < byAge.size(); ++at)
        m_youth.insert(byAge[at].second, byAge.size() == 1 ? 1.0 : static_cast<double>(at) / last);
    m_isRanked = true;
}
