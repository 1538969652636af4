// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

/// What a page shows. Exactly one of the four at any time.
enum class PageState { Loading, Ready, Empty, Failed };

/// The common part of every page's controller: one state, one error, one signal. GUI thread only.
class PageController : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    PageState state() const { return m_state; }
    const Error &error() const
    {
        return m_error;
    } ///< of Failed; or the last failed refresh while Ready (data is old)
    bool isStale() const { return m_state == PageState::Ready && !m_error.message.isEmpty(); }
    virtual void refresh() = 0; ///< reads anew in the background; keeps what is shown
    virtual bool isBusy() const = 0;

Q_SIGNALS:
    void stateChanged();
    void busyChanged();

protected:
    /// A Cancelled error changes nothing. A failure after data was shown keeps the data (Ready and stale).
    void setLoading();
    void setReady();
    void setEmpty();
    void setFailed(const Error &error);
    void setGone(const Error &error); ///< Failed whatever was shown: there is nothing any more

private:
    PageState m_state = PageState::Loading;
    Error m_error;
};
