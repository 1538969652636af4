// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class StateFile;

/// The repositories that were opened last, newest first, kept in the window's state.
class RecentRepositories
{
public:
    explicit RecentRepositories(StateFile &state) ///< state outlives this
        : m_state(state)
    {}

    QStringList paths() const;
    void remember(const QString &path); ///< only what could be opened
    /// Where to look for the next one: the folder around the last one that is still there, else home.
    /// Looks at the file system.
    QString startFolder() const;

private:
    StateFile &m_state;
};
