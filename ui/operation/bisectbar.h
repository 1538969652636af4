// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/sequence/bisectcontroller.h"

#include <QWidget>

/// Good, Bad and Skip for what a bisection has checked out.
class BisectBar final : public QWidget
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit BisectBar(RepositoryController &repository, QWidget *parent);

    BisectController &bisect() { return m_bisect; }

Q_SIGNALS:
    void trustWanted();

private:
    void addButton(const QString &text, const QString &tip, Git::BisectMark mark);

    RepositoryController &m_repository;
    BisectController m_bisect;
};
