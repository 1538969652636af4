// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drift/types.h"

#include <QAbstractItemModel>

/// A drift report as a tree: objects, those that need a look first, and below each its findings. GUI thread
/// only.
class FindingItems final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, ClassColumn, WhoColumn, ColumnCount };
    enum Role {
        VerdictRole = Qt::UserRole + 1, ///< int of Drift::Verdict, on objects
        ClassRole,                      ///< int of Drift::FindingClass, on findings
        IsDriftRole,                    ///< bool
        SinceRole,                      ///< QDateTime of the change; may be invalid
    };

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setReport(const Drift::Report &report); ///< another report is another source: resets
    const Drift::ObjectReport *
    objectAt(const QModelIndex &index) const; ///< of an object or of a finding's parent
    const Drift::Finding *findingAt(const QModelIndex &index) const; ///< nullptr on objects

    static QString verdictWord(Drift::Verdict verdict); ///< translated: "in sync"
    static QString classWord(Drift::FindingClass kind); ///< translated: "added by hand"

private:
    struct Object
    {
        Drift::ObjectReport report;
        QList<Drift::Finding> findings;
    };

    QVariant objectData(const Object &object, int column, int role) const;
    QVariant findingData(const Drift::Finding &finding, int column, int role) const;

    QList<Object> m_objects;
};
