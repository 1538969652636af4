// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/trust.h"

#include <QMutex>

/// Where the user's state of Plumbline lies: $XDG_STATE_HOME/plumbline, or ~/.local/state/plumbline when that
/// is unset or not absolute. It need not exist yet.
QString userStateFolder();

/// Which repositories the user trusts or restricts. A record holds for one repository folder: its path
/// together with device and inode, so that another repository in the same place is unknown again. A folder
/// can be trusted with all repositories in it; what was said of one of them comes first. One JSON file, of
/// mode 0600 in a folder of mode 0700, outside of every repository. Any thread and several processes at once;
/// blocking.
class TrustStore
{
    Q_DISABLE_COPY_MOVE(TrustStore)

public:
    explicit TrustStore(QString folder = userStateFolder());

    /// Unknown when nobody said. Denied or Invalid: the file cannot be read; treat the repository as Unknown.
    Result<TrustAnswer> answerFor(const Git::RepoLocation &where) const;
    Result<Git::Trust> trustOf(const Git::RepoLocation &where) const; ///< the same, without what could run

    /// Unknown removes the record. NotFound: the repository is gone. Conflict: another process holds the
    /// file. Invalid: the folder is not around the repository, not the user's, or can be written by others.
    Result<void> setTrust(const Git::RepoLocation &where, const TrustChoice &choice) const;
    Result<void> setTrust(const Git::RepoLocation &where, Git::Trust trust) const
    {
        return setTrust(where, TrustChoice{.trust = trust});
    }

    /// The folder around a repository that can be trusted with all it holds: the one that the work tree lies
    /// in, unless that is the root, the user's home, or not the user's alone. Empty: there is none.
    static QByteArray folderAround(const Git::RepoLocation &where);

    /// A sentence for the user when a file had to be put aside since the last call; else empty.
    QString takeNotice() const;

    QString path() const; ///< of the file

private:
    struct Record;
    struct Records;
    Result<Records> read() const;
    Result<void> write(const Records &records) const;
    Records putAside(const QString &reason) const;

    QString m_folder;
    mutable QMutex m_mutex;
    mutable QString m_notice;
};
