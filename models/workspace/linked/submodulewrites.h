// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/linked/types.h"
#include "workspace/repositoryactions.h"

/// What is done with the submodules of a repository without talking to anybody.
class SubmoduleWrites final : public RepositoryActions
{
    Q_OBJECT

public:
    explicit SubmoduleWrites(RepositoryController &repository, QObject *parent = nullptr);

    /// Changes in it are recorded there first.
    void deinitialise(const QByteArray &path);
    void sync(const QByteArray &path); ///< its address is taken from .gitmodules

    /// Why it cannot be added, as one sentence; empty: it can, as far as can be told without looking
    /// anywhere. Cheap: for every key stroke. path: empty: see suggestedPath().
    static QString additionProblem(const QString &address, const QString &path, const QString &branch);
    static QString suggestedPath(const QString &address);
};
