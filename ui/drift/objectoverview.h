// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QWidget>

class PlainLabel;
class StatusChip;
class QGridLayout;

/// What an object is, how it stands, and where Git has it: a row for each.
class ObjectOverview final : public QWidget
{
    Q_OBJECT

public:
    explicit ObjectOverview(QWidget *parent = nullptr);

    void setObject(const Drift::ObjectReport *object); ///< null: nothing is chosen

    static QString placeText(const Drift::Place &place); ///< for display: file:line, or the file alone

private:
    PlainLabel *addRow(const QString &name);
    void fill(PlainLabel *value, const QString &text); ///< a row without a text is hidden

    QGridLayout *m_rows;
    StatusChip *m_verdict;
    PlainLabel *m_kind, *m_name, *m_nameSpace, *m_differing, *m_tolerated, *m_reason, *m_git, *m_snapshot;
};
