// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/reflabels.h"

#include <QAbstractListModel>

enum class RefSection : quint8 { Local, Remote, Tags, Stashes, Worktrees };

/// A row of the refs panel, made ready to be searched.
struct RefEntry
{
    QByteArray name; ///< full ref name; of a work tree its folder
    QString text;    ///< for display
    QString lowered; ///< what a filter looks in
    RefSection section = RefSection::Local;
    Git::ObjectId target;   ///< null: it leads to no commit
    bool isCurrent = false; ///< HEAD is on it
    QString note = {};      ///< what stands behind the name
    bool operator==(const RefEntry &) const = default;
};

/// Every branch, tag, stash and work tree by section, HEAD's branch first. Pure: for a worker where there are
/// many. About a microsecond a ref.
QList<RefEntry> entriesOf(const Git::Refs &refs, const QList<OtherWorktree> &worktrees);

/// The refs of a repository in sections with headings, filtered by name. GUI thread only.
class RefItems final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QByteArray, full; empty for a heading
        TargetRole,                  ///< Git::ObjectId; null for a heading and what leads to no commit
        IsHeadingRole,
        IsOpenRole,    ///< of a heading
        IsCurrentRole, ///< HEAD is on it
        IsHiddenRole,  ///< history does not start from it
        NoteRole,
        SectionRole,     ///< int of RefSection
        CanHideRole,     ///< hiding or showing it makes a difference
        ExplanationRole, ///< its whole name, or why it has no row in history
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setEntries(QList<RefEntry> entries);
    const QList<RefEntry> &entries() const { return m_entries; }
    /// Only names that hold every word, in any case. A pass over all names.
    void setFilter(const QString &words);
    void setOpen(RefSection section, bool isOpen);
    bool isOpen(RefSection section) const { return !m_closed.contains(section); }
    /// Which refs history starts from: if solo is not empty those alone, else HEAD and all but the hidden
    /// ones.
    void setShown(QSet<QByteArray> hidden, QSet<QByteArray> solo);
    void setCurrentNote(const QString &note); ///< behind HEAD's branch: how far it is from what it follows
    void setNotes(QHash<QByteArray, QString> notes); ///< the same behind other branches, by full name
    int rowOf(const QByteArray &name) const;         ///< -1: not shown

private:
    bool isHidden(const RefEntry &entry) const;
    bool canHide(const RefEntry &entry) const;
    bool matches(const RefEntry &entry) const;
    void rebuild();
    QVariant headingData(RefSection section, int role) const;
    QString spoken(const RefEntry &entry) const;
    QString noteOf(const RefEntry &entry) const;

    QList<RefEntry> m_entries; ///< by section
    QList<int> m_rows;         ///< index of an entry; below zero: the heading of section -1 - row
    QStringList m_words;
    QSet<RefSection> m_closed;
    QSet<QByteArray> m_hidden, m_solo;
    QString m_currentNote;
    QHash<QByteArray, QString> m_notes;
    std::array<int, 5> m_counts = {}; ///< entries that match, by section
};
