// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/work/ignore.h"
#include "workspace/repositoryactions.h"

/// Has Git ignore files of the work tree.
class IgnoreActionsController final : public RepositoryActions
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit IgnoreActionsController(RepositoryController &repository, QObject *parent = nullptr);

    /// What the menu says for these paths, "Files ending in .log"; and whether there is such a thing.
    static QString text(const QList<QByteArray> &paths, Git::IgnoreKind kind);
    static bool isPossible(const QList<QByteArray> &paths, Git::IgnoreKind kind);

    void ignore(const Git::IgnoreRequest &request);

private:
    void tell(const Git::IgnoreEnd &end);
};
