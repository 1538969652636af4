// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/pagestate.h"

void PageController::setLoading()
{
    // What is shown stays shown while it is read anew.
    if (m_state == PageState::Loading || m_state == PageState::Ready)
        return;
    m_state = PageState::Loading;
    m_error = {};
    Q_EMIT stateChanged();
}

void PageController::setReady()
{
    const bool isNew = m_state != PageState::Ready || !m_error.message.isEmpty();
    m_state = PageState::Ready;
    m_error = {};
    if (isNew)
        Q_EMIT stateChanged();
}

void PageController::setEmpty()
{
    const bool isNew = m_state != PageState::Empty;
    m_state = PageState::Empty;
    m_error = {};
    if (isNew)
        Q_EMIT stateChanged();
}

void PageController::setFailed(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_error = error;
    if (m_state != PageState::Ready)
        m_state = PageState::Failed;
    Q_EMIT stateChanged();
}

void PageController::setGone(const Error &error)
{
    m_error = error;
    m_state = PageState::Failed;
    Q_EMIT stateChanged();
}
