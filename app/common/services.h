// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/runlog.h"
#include "settings/settings.h"
#include "settings/truststore.h"

/// The long-lived objects that both programs share, built once and handed on by reference.
class Services
{
    Q_DISABLE_COPY_MOVE(Services)

public:
    enum class Storage {
        Personal, ///< the user's own folders
        Memory,   ///< nothing read, nothing kept: captures and tests
    };
    explicit Services(Storage storage);

    Settings settings;
    SystemProcessRunner programs;
    LoggedRunner runner{programs}; ///< everything is started by it
    SystemClock clock;
    TrustStore trust; ///< the user's, whatever the storage: a capture shows what the user would see

    /// Where the window's state is kept; empty with Storage::Memory.
    QString stateFile() const { return m_stateFile; }

    /// What git and ssh start when they have a question: beside this program, or where it is installed. Empty
    /// when it is not there, and then nobody answers. Needs the application object.
    static QString askProgram();

private:
    QString m_stateFile;
};
