// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "environments/types.h"

#include <QWidget>

class PlainLabel;
class QTreeWidget;
class QToolButton;

/// What is known of one unit in one environment: where the version is written, the commit that brought it,
/// and what ran there before.
class CellDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit CellDetails(const Clock &clock, QWidget *parent = nullptr);

    void setCell(const Environments::Catalogue &catalogue, const Environments::Cell *cell);

Q_SIGNALS:
    void commitRequested(const Git::ObjectId &commit);

private:
    void showEvents(const Environments::Catalogue &catalogue, const Environments::Cell &cell);

    const Clock &m_clock;
    PlainLabel *m_title, *m_places, *m_since;
    QToolButton *m_commit;
    QTreeWidget *m_events;
    Git::ObjectId m_id;
};
