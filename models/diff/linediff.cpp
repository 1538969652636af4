// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/linediff.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Diff {

namespace {

constexpr qsizetype kMostDifferences = 4'000;
constexpr qsizetype kNowhere =
    std::numeric_limits<qsizetype>::min() / 4; // a sum with it stays far below zero

/// Marks what is not common to two lists, with Myers' divide and conquer.
class Comparison
{
public:
    Comparison(const QList<int> &before, const QList<int> &after)
        : m_before(before)
        , m_after(after)
        , m_isRemoved(size_t(before.size()), false)
        , m_isAdded(size_t(after.size()), false)
    {
        const auto size = size_t(2 * std::min(before.size() + after.size(), 2 * kMostDifferences) + 5);
        m_forward.resize(size);
        m_backward.resize(size);
        compare(0, before.size(), 0, after.size());
    }

    std::vector<bool> &isRemoved() { return m_isRemoved; }
    std::vector<bool> &isAdded() { return m_isAdded; }

private:
    struct Point
    {
        qsizetype x = -1, y = -1;
    };

    void compare(qsizetype x, qsizetype xEnd, qsizetype y, qsizetype yEnd)
    {
        while (x < xEnd && y < yEnd && m_before[x] == m_after[y]) {
            ++x;
            ++y;
        }
        while (x < xEnd && y < yEnd && m_before[xEnd - 1] == m_after[yEnd - 1]) {
            --xEnd;
            --yEnd;
        }
        const Point middle = x == xEnd || y == yEnd ? Point() : findMiddle(x, xEnd, y, yEnd);
        const bool isInside =
            middle.x >= 0 && !(middle.x == x && middle.y == y) && !(middle.x == xEnd && middle.y == yEnd);
        if (!isInside) {
            std::fill(m_isRemoved.begin() + x, m_isRemoved.begin() + xEnd, true);
            std::fill(m_isAdded.begin() + y, m_isAdded.begin() + yEnd, true);
            return;
        }
        compare(x, middle.x, y, middle.y);
        compare(middle.x, xEnd, middle.y, yEnd);
    }

    qsizetype &at(std::vector<qsizetype> &furthest, qsizetype diagonal) const
    {
        return furthest[size_t(diagonal + qsizetype(furthest.size()) / 2)];
    }

    /// A point on a shortest way, about half along it: where the ways from both ends meet. None: too far.
    Point findMiddle(qsizetype x, qsizetype xEnd, qsizetype y, qsizetype yEnd)
    {
        const qsizetype width = xEnd - x, height = yEnd - y, delta = width - height;
        const qsizetype most = std::min((width + height + 1) / 2, kMostDifferences);
        at(m_forward, 1) = 0;
        at(m_backward, 1) = 0;
        for (qsizetype d = 0; d <= most; ++d) {
            for (qsizetype k = -d; k <= d; k += 2) {
                const qsizetype reached = stepForward(k, d, x, y, width, height);
                const qsizetype other = delta - k;
                if (delta % 2 != 0 && other >= -(d - 1) && other <= d - 1 &&
                    reached + at(m_backward, other) >= width)
                    return {x + reached, y + reached - k};
            }
            for (qsizetype k = -d; k <= d; k += 2) {
                const qsizetype reached = stepBackward(k, d, xEnd, yEnd, width, height);
                const qsizetype other = delta - k;
                if (delta % 2 == 0 && other >= -d && other <= d && reached + at(m_forward, other) >= width)
                    return {xEnd - reached, yEnd - reached + k};
            }
        }
        return {};
    }

    /// Where the step to a diagonal leads, from those beside it; nowhere when it would leave the grid.
    qsizetype step(std::vector<qsizetype> &furthest, qsizetype k, qsizetype d, qsizetype width,
                   qsizetype height)
    {
        const qsizetype above = k < d || d == 0 ? at(furthest, k + 1) : kNowhere;
        const qsizetype besides = k > -d ? at(furthest, k - 1) + 1 : kNowhere;
        const qsizetype down = above - k <= height ? above : kNowhere;
        const qsizetype right = besides <= width ? besides : kNowhere;
        const qsizetype reached = std::max(down, right);
        return reached < 0 || reached - k < 0 ? kNowhere : reached;
    }

    qsizetype stepForward(qsizetype k, qsizetype d, qsizetype x, qsizetype y, qsizetype width,
                          qsizetype height)
    {
        qsizetype reached = step(m_forward, k, d, width, height);
        while (reached >= 0 && reached < width && reached - k < height &&
               m_before[x + reached] == m_after[y + reached - k])
            ++reached;
        return at(m_forward, k) = reached;
    }

    qsizetype stepBackward(qsizetype k, qsizetype d, qsizetype xEnd, qsizetype yEnd, qsizetype width,
                           qsizetype height)
    {
        qsizetype reached = step(m_backward, k, d, width, height);
        while (reached >= 0 && reached < width && reached - k < height &&
               m_before[xEnd - reached - 1] == m_after[yEnd - reached + k - 1])
            ++reached;
        return at(m_backward, k) = reached;
    }

    const QList<int> &m_before, &m_after;
    std::vector<bool> m_isRemoved, m_isAdded;
    std::vector<qsizetype> m_forward, m_backward; // furthest x by diagonal
};

/// Moves each group of marked lines down as long as the line behind it equals its first one.
void slideDown(std::vector<bool> &isMarked, const QList<int> &lines)
{
    for (size_t start = 0; start < isMarked.size();) {
        if (!isMarked[start]) {
            ++start;
            continue;
        }
        size_t end = start;
        while (end < isMarked.size() && isMarked[end])
            ++end;
        while (end < isMarked.size() && !isMarked[end] && lines[qsizetype(start)] == lines[qsizetype(end)]) {
            isMarked[start++] = false;
            isMarked[end++] = true;
            while (end < isMarked.size() && isMarked[end])
                ++end;
        }
        start = end;
    }
}

} // namespace

QList<Replacement> compareLines(const QList<int> &before, const QList<int> &after)
{
    Comparison comparison(before, after);
    slideDown(comparison.isRemoved(), before);
    slideDown(comparison.isAdded(), after);
    const auto &isRemoved = comparison.isRemoved(), &isAdded = comparison.isAdded();
    QList<Replacement> changes;
    const auto has = [](const std::vector<bool> &marks, qsizetype at) {
        return at < qsizetype(marks.size()) && marks[size_t(at)];
    };
    qsizetype x = 0, y = 0;
    while (x < before.size() || y < after.size()) {
        Replacement change{{x, 0}, {y, 0}};
        for (; has(isRemoved, x); ++x)
            ++change.before.count;
        for (; has(isAdded, y); ++y)
            ++change.after.count;
        if (change.before.count + change.after.count > 0) {
            changes.append(change);
        } else {
            ++x;
            ++y;
        }
    }
    return changes;
}

} // namespace Diff
