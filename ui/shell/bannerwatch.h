// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class ErrorBanner;
class Page;
class QAbstractItemModel;

/// Takes the banner of something that failed away when what the page lists has changed since: then its
/// reason may be gone, and what still holds will be said again. What the failure itself changed, and is
/// shown with it, does not count.
class BannerWatch final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    BannerWatch(ErrorBanner *banner, Page *page, const QList<QAbstractItemModel *> &models);

private:
    void takeChange();

    ErrorBanner *m_banner;
    bool m_isSettled = false; ///< since the error was shown
};
