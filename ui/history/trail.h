// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

/// The commits that were looked at one after another, to go back and forward through.
class Trail
{
public:
    /// isStep: a step further in the list, which does not count as a place of its own.
    void visit(const Git::ObjectId &commit, bool isStep)
    {
        if (commit.isNull() || commit == here())
            return;
        if (isStep && m_at >= 0) {
            m_places[m_at] = commit;
            return;
        }
        m_places.resize(m_at + 1);
        m_places += commit;
        if (m_places.size() > kMost)
            m_places.removeFirst();
        m_at = m_places.size() - 1;
    }
    Git::ObjectId here() const { return m_places.value(m_at); }

    /// The nearest place on that side that is still there; null: none, and nothing was done. step: -1 or 1.
    template<class IsThere> Git::ObjectId go(int step, IsThere isThere)
    {
        for (qsizetype at = m_at + step; at >= 0 && at < m_places.size(); at += step) {
            if (isThere(m_places[at]))
                return m_places[m_at = at];
        }
        return {};
    }

private:
    static constexpr qsizetype kMost = 200;
    QList<Git::ObjectId> m_places;
    qsizetype m_at = -1;
};
