// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statestack.h"

#include "ui/theme/theme.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"

#include <QBoxLayout>
#include <QLocale>

StateStack::StateStack(PageController &controller, QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_controller(controller)
    , m_loading(new QWidget(this))
    , m_ready(new QWidget(this))
    , m_failed(new QWidget(this))
    , m_busy(new BusyBar(m_loading))
    , m_empty(new EmptyState(this))
    , m_error(new ErrorBanner(m_failed))
    , m_stale(new ErrorBanner(m_ready))
    , m_loadingText(tr("Loading…"))
{
    const int u = Theme::unit(font());
    auto *loading = new QVBoxLayout(m_loading);
    loading->addStretch(2);
    loading->addWidget(m_busy, 0, Qt::AlignHCenter);
    loading->addStretch(3);
    auto *ready = new QVBoxLayout(m_ready);
    ready->setContentsMargins(0, 0, 0, 0);
    ready->setSpacing(0);
    ready->addWidget(m_stale);
    ready->addWidget(content, 1);
    auto *failed = new QVBoxLayout(m_failed);
    failed->setContentsMargins(4 * u, 4 * u, 4 * u, 4 * u);
    failed->addWidget(m_error);
    failed->addStretch(1);
    m_error->setCanRetry(true);
    m_stale->setCanRetry(true);
    m_stale->hide();
    for (QWidget *page : {m_loading, m_ready, static_cast<QWidget *>(m_empty), m_failed})
        addWidget(page);

    connect(m_error, &ErrorBanner::retryRequested, &controller, &PageController::refresh);
    connect(m_stale, &ErrorBanner::retryRequested, &controller, &PageController::refresh);
    connect(&controller, &PageController::stateChanged, this, &StateStack::apply);
    apply();
}

void StateStack::setLoadingText(const QString &text)
{
    m_loadingText = text;
    m_busy->setText(text);
}

void StateStack::apply()
{
    const PageState state = m_controller.state();
    if (state == PageState::Loading)
        m_busy->start(m_loadingText, false);
    else
        m_busy->stop();
    if (state == PageState::Failed)
        m_error->setError(m_controller.error());
    if (state == PageState::Ready && !m_controller.isStale())
        m_readyAt = QDateTime::currentDateTime();
    if (m_controller.isStale()) {
        Error error = m_controller.error();
        const QString since = QLocale().toString(m_readyAt.time(), QLocale::ShortFormat);
        //: %1 a time such as 14:02
        const QString age = tr("What is shown is as of %1.").arg(since);
        error.hint = error.hint.isEmpty() ? age : QString(age + u' ' + error.hint);
        m_stale->setError(error);
    }
    m_stale->setVisible(m_controller.isStale());
    setCurrentWidget(state == PageState::Loading  ? m_loading
                     : state == PageState::Ready  ? m_ready
                     : state == PageState::Failed ? m_failed
                                                  : m_empty);
}
