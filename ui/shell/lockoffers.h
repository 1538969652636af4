// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class ErrorBanner;
class RepositoryContext;
class QWidget;

/// Where an error shown below a widget names a lock file that a program left behind: a button there that
/// removes the file after asking.
class LockOffers final : public QObject
{
    Q_OBJECT

public:
    /// context must outlive the widget's children.
    LockOffers(RepositoryContext &context, QWidget *top);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer(ErrorBanner *banner);

    RepositoryContext &m_context;
};
