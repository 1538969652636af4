// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages.h"

#include "ui/changes/changespage.h"
#include "ui/history/historypage.h"

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
        {u"history"_s, Text::tr("History"), u"view-calendar-timeline"_s,
         [](RepositoryContext &context) -> Page * { return new HistoryPage(context); }},
        {u"changes"_s, Text::tr("Changes"), u"vcs-diff"_s,
         [](RepositoryContext &context) -> Page * { return new ChangesPage(context); }, true},
    };
}
