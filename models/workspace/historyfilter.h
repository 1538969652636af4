// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/types.h"

#include <QSet>

/// Which part of history is shown, before any query.
struct HistoryFilter
{
    QSet<QByteArray> hidden; ///< full names of refs that history does not start from
    QSet<QByteArray> solo;   ///< if not empty, the only ones that it starts from
    bool isByDate = false;   ///< newest first; else lines of work stay together
    bool firstParentOnly = false;

    bool shows(const QByteArray &ref) const
    {
        return solo.isEmpty() ? !hidden.contains(ref) : solo.contains(ref);
    }
    bool showsAllRefs() const { return hidden.isEmpty() && solo.isEmpty(); }
    bool isEmpty() const { return *this == HistoryFilter(); }
    bool operator==(const HistoryFilter &) const = default;
};
