// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/sequence/bisect.h"
#include "workspace/repositoryactions.h"

/// Marks commits of a bisection, and begins one.
class BisectController final : public RepositoryActions
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit BisectController(RepositoryController &repository, QObject *parent = nullptr);

    void mark(Git::BisectMark mark, const Git::ObjectId &commit = {}); ///< null: what is checked out

    static QString told(const Git::BisectEnd &end, Git::BisectMark mark);
};
