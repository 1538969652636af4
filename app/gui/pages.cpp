// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

} // namespace

QList<PageFactory> makePageFactories()
{
    return {
        // {u"history"_s, Text::tr("History"), u"view-history"_s, [](auto &context) { return new
        // HistoryPage(context); }},
    };
}
