// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

/// What the user said of a repository.
struct TrustAnswer
{
    TrustAnswer(Git::Trust said = Git::Trust::Unknown)
        : trust(said)
    {}
    Git::Trust trust;
    /// Prints of what could run when it was trusted (Git::Executable); nothing: whatever could, as in a
    /// folder that is trusted with all it holds.
    std::optional<QList<QByteArray>> programs;
};

/// What the user says of a repository now.
struct TrustChoice
{
    Git::Trust trust = Git::Trust::Unknown;
    QList<QByteArray> programs = {}; ///< prints of what was shown as what could run
    QByteArray folder = {}; ///< around the repository; trusted with all it holds. Empty: the repository alone
    operator Git::Trust() const { return trust; }
};
