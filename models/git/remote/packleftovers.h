// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace Git {

/// The unfinished packs that a git leaves when it is ended. They are told from those of others by what was
/// there before, by who still has them open, and, as a process of another machine or container does not
/// show, by whether they still change.
class PackLeftovers
{
public:
    explicit PackLeftovers(const QByteArray &commonDir); ///< looks at what is there before the run

    /// Removes what was not there before, is ours by owner, is open in no process and does not change for a
    /// second. A cost for after a cancelled run only: looks through the open files of the user's processes.
    void remove() const;

private:
    QSet<QByteArray> list() const;

    QByteArray m_folder;
    QSet<QByteArray> m_before;
};

} // namespace Git
