// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "git/stash/stash.h"

#include <QAbstractListModel>

/// What git wrote of a stash, taken apart.
struct StashWords
{
    QString branch; ///< for display; "no branch" where HEAD was on none; empty: not said
    QString words;  ///< the user's line, or "WIP on 1a2b3c4 subject"; never empty
    bool operator==(const StashWords &) const = default;
};

/// "On main: words", "WIP on main: 1a2b3c4 subject", or whatever else stands there. Pure.
StashWords stashWordsOf(const QByteArray &message);

/// How many files the parts of a stash change.
struct StashParts
{
    qsizetype changed = 0;   ///< tracked ones, staged or not
    qsizetype staged = 0;    ///< of them those that were staged
    qsizetype untracked = 0; ///< that were not tracked
    bool operator==(const StashParts &) const = default;
};

/// One row of the list.
struct StashItem
{
    Git::StashEntry entry;
    std::optional<StashParts> parts; ///< nothing: not counted, or it cannot be read
};

/// The entries of the stash, newest first. GUI thread only.
class StashItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Git::ObjectId
        BranchRole,                ///< QString
        AgeRole,                   ///< QString such as "3 d"
        FilesRole,                 ///< QString such as "3 files"; empty: not counted yet
        NumberRole,                ///< QString "stash@{0}"
        IsDamagedRole,             ///< it cannot be read
    };

    /// clock must outlive this.
    explicit StashItems(const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const QList<StashItem> &items() const { return m_items; }
    const StashItem *find(const Git::ObjectId &commit) const; ///< null: it is not there
    int rowOf(const Git::ObjectId &commit) const;             ///< -1: it is not there
    /// Removes and inserts the difference, so that the selection survives. What was counted stays.
    void setEntries(const QList<Git::StashEntry> &entries);
    void setParts(const Git::ObjectId &commit, const std::optional<StashParts> &parts);

private:
    QString spoken(const StashItem &item) const;

    const Clock &m_clock;
    QList<StashItem> m_items;
};
