// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

/// Where two lists differ: everything before first and behind the last is the same.
struct ListDifference
{
    qsizetype first = 0;    ///< index of the first differing element
    qsizetype removed = 0;  ///< elements of the old list that go
    qsizetype inserted = 0; ///< elements of the new list that come
};

/// Common start and end by same(old, new), so that a refresh inserts and removes instead of resetting. O(n).
template<class T, class Same>
ListDifference findDifference(const QList<T> &before, const QList<T> &after, Same same)
{
    const qsizetype shared = qMin(before.size(), after.size());
    qsizetype first = 0;
    while (first < shared && same(before[first], after[first]))
        ++first;
    qsizetype end = 0;
    while (end < shared - first && same(before[before.size() - 1 - end], after[after.size() - 1 - end]))
        ++end;
    return {first, before.size() - first - end, after.size() - first - end};
}
