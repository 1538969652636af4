// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bannerwatch.h"

#include "ui/shell/page.h"
#include "ui/widgets/errorbanner.h"

#include <QAbstractItemModel>

BannerWatch::BannerWatch(ErrorBanner *banner, Page *page, const QList<QAbstractItemModel *> &models)
    : QObject(page)
    , m_banner(banner)
{
    connect(banner, &ErrorBanner::errorChanged, this, [this] { m_isSettled = false; });
    // Queued: parts of a page tell of it while the page goes.
    connect(
        page, &Page::settledChanged, this, [this, page] { m_isSettled = m_isSettled || page->isSettled(); },
        Qt::QueuedConnection);
    for (QAbstractItemModel *model : models) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &BannerWatch::takeChange);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &BannerWatch::takeChange);
        connect(model, &QAbstractItemModel::dataChanged, this, &BannerWatch::takeChange);
        connect(model, &QAbstractItemModel::modelReset, this, &BannerWatch::takeChange);
    }
}

void BannerWatch::takeChange()
{
    if (m_isSettled)
        m_banner->hide();
}
