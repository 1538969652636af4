// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/pagestate.h"

#include <QStackedWidget>

class BusyBar;
class EmptyState;
class ErrorBanner;
class QBoxLayout;

/// Shows exactly one of loading, the content, the empty state or the failure of a controller, and above the
/// content, when a refresh failed, since when what is shown is old.
class StateStack final : public QStackedWidget
{
    Q_OBJECT

public:
    /// content becomes a child; controller must outlive this.
    StateStack(PageController &controller, QWidget *content, QWidget *parent = nullptr);

    EmptyState *emptyState() const { return m_empty; } ///< to be filled in by the page
    ErrorBanner *failure() const { return m_error; }   ///< to be given further ways out
    void setLoadingText(const QString &text);

private:
    void apply();

    PageController &m_controller;
    QWidget *m_loading, *m_ready, *m_failed;
    BusyBar *m_busy;
    EmptyState *m_empty;
    ErrorBanner *m_error, *m_stale;
    QString m_loadingText;
    QDateTime m_readyAt;
};
