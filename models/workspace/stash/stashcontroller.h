// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/chosencommit.h"
#include "workspace/stash/stashitems.h"

enum class StashPart {
    Changed,   ///< tracked files, as they were in the work tree
    Staged,    ///< what was staged
    Untracked, ///< files that were not tracked
};

/// The list of what is stashed, and one part of one entry with its differences. Follows what happens to the
/// stash, here and elsewhere. Empty: there is none. GUI thread only.
class StashController final : public PageController
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit StashController(RepositoryController &repository, QObject *parent = nullptr);

    void refresh() override;
    bool isBusy() const override;

    StashItems &items() { return m_items; }
    ChosenCommit &files() { return m_files; } ///< of the part that is shown

    /// Chooses an entry; null: none. Shows the part that was shown before where this entry has it.
    void select(const Git::ObjectId &commit);
    const StashItem *selected() const { return m_items.find(m_selected); } ///< null: none
    void show(StashPart part);
    StashPart part() const { return m_part; }
    /// How many files a part of the selected entry has; nothing: not counted yet.
    std::optional<qsizetype> countOf(StashPart part) const;

Q_SIGNALS:
    void selectionChanged(); ///< another entry, part or number, or it was counted

private:
    using Counted = QList<std::pair<Git::ObjectId, std::optional<StashParts>>>;

    void take(const QList<Git::StashEntry> &entries);
    void count();
    void takeCounts(const Counted &counted);
    void choosePart();
    void showFiles();

    RepositoryController &m_repository;
    StashItems m_items;
    ChosenCommit m_files;
    Git::ObjectId m_selected;
    StashPart m_part = StashPart::Changed;
    bool m_isDue = false;          // changed while it was read
    QSet<Git::ObjectId> m_counted; // also those that cannot be
    LatestTask<QList<Git::StashEntry>> m_read;
    LatestTask<Counted> m_count;
};
