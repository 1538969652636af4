// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "git/types.h"

#include <QHash>
#include <QStringList>

/// A commit message that is being written.
struct KeptMessage
{
    QString text;
    QString amended;     ///< id of the commit that is being amended; empty: none
    QString beforeAmend; ///< what was written before the amending began
    bool isEmpty() const { return text.isEmpty() && amended.isEmpty() && beforeAmend.isEmpty(); }
    bool operator==(const KeptMessage &) const = default;
};

/// All that is kept for one repository.
struct KeptMessages
{
    QHash<QByteArray, KeptMessage> byPlace; ///< place: full name of a branch, or "commit:ID" without one
    QStringList history;                    ///< messages of commits, newest first
    QString notice;                         ///< a sentence for the user when the file had to be put aside
};

inline constexpr QByteArrayView kDetachedPlace = "commit:"; ///< and the id: without a branch

/// Where the message of the next commit belongs; empty: HEAD cannot be read.
QByteArray messagePlace(const Git::Head &head);

/// Keeps commit messages that are not committed yet, and the last 50 that were. One JSON file for each
/// repository, of mode 0600, outside of it; each change replaces the whole file in one step. Any thread and
/// several processes at once; blocking. A value.
class MessageStore
{
public:
    static constexpr qsizetype kHistory = 50;
    static constexpr qsizetype kPlaces = 200;          ///< most; those not changed for longest go first
    static constexpr qsizetype kLongest = 1024 * 1024; ///< characters of one message

    /// folder: absolute; made when something is kept. gitDir: of the work tree.
    MessageStore(QString folder, const QByteArray &gitDir);

    QString path() const; ///< of the file

    /// Nothing kept is no error. A file that is damaged or too large is put aside. Invalid: a later version
    /// of the program wrote it; then nothing is kept by this one. Conflict: another
    /// process holds it, and it is damaged.
    Result<KeptMessages> load() const;

    /// An empty message forgets the place. Invalid: too long. Denied, External: cannot be written, and what
    /// was kept before still is. Conflict: another process holds the file.
    Result<void> save(const QByteArray &place, const KeptMessage &message) const;

    /// Puts a message at the top of the history and forgets the place it was written for.
    Result<void> remember(const QByteArray &place, const QString &message) const;

private:
    struct Content;
    enum class PutAside { No, Yes };
    Result<Content> read(PutAside putsAside) const;
    template<class Change> Result<void> change(Change change) const;
    QString putAside(const QString &reason) const;

    QString m_folder, m_name;
};
