// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/refitems.h"
#include "workspace/branches/branchdistances.h"

#include <QTimer>

class QAbstractItemView;

/// Shows behind the branches in sight how far they are from what they follow. Those that nobody scrolls to
/// cost nothing.
class RefDistances final : public QObject
{
    Q_OBJECT

public:
    /// list shows refs; all outlive this.
    RefDistances(RepositoryController &repository, RefItems &refs, QAbstractItemView *list);

    bool isBusy() const { return m_look.isActive() || m_distances.isBusy(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    RefItems &m_refs;
    QAbstractItemView *m_list;
    BranchDistances m_distances;
    QTimer m_look;
};
