// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>
#include <vector>

/// A history as large projects have them, for `git fast-import`: a main line, short-lived topic branches that
/// are merged back, some three at once, release branches that live on, clocks that are off, tags. The same
/// shape gives the same bytes everywhere.
class HistoryStream
{
public:
    static constexpr quint32 kBranches = 40; ///< with those that live on and the tags, 300 refs

    struct Shape
    {
        quint32 commits = 100'000;
        quint32 branches = kBranches; ///< topic branches that are open at the same time, and at the end
        bool operator==(const Shape &) const = default;
    };

    explicit HistoryStream(Shape shape);

    /// About a megabyte more; empty: that was all.
    QByteArray next();

private:
    using Mark = quint32;

    quint32 below(quint32 limit) { return quint32(m_random() % limit); }
    bool happens(quint32 inThousand) { return below(1000) < inThousand; }
    size_t anyOf(const std::vector<Mark> &marks) { return below(quint32(marks.size())); }
    Mark commit(const QByteArray &ref, const std::vector<Mark> &parents, bool changesFile);
    void point(const QByteArray &ref, Mark at);
    void grow();
    void growTopics(quint32 dice);
    void merge();
    void release();
    void finish();

    Shape m_shape;
    std::mt19937_64 m_random;
    QByteArray m_out;
    Mark m_count = 0, m_main = 0;
    std::vector<Mark> m_topics, m_releases;
    qint64 m_now = 1'100'000'000;
    bool m_isFinished = false;
};
