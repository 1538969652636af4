// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages.h"

#include "ui/audit/auditpage.h"
#include "ui/blame/blamepage.h"
#include "ui/changes/changespage.h"
#include "ui/commandlog/commandlogpage.h"
#include "ui/conflict/conflictpage.h"
#include "ui/drift/driftpage.h"
#include "ui/environments/environmentspage.h"
#include "ui/filehistory/filehistorypage.h"
#include "ui/history/historypage.h"
#include "ui/linked/linkedpage.h"
#include "ui/rebase/rebasepage.h"
#include "ui/reflog/reflogpage.h"
#include "ui/remotes/remotespage.h"
#include "ui/shell/pathactions.h"
#include "ui/stash/stashpage.h"
#include "ui/undo/undopage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct PagesText
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

} // namespace

QList<PageFactory> makePageFactories()
{
    return {
        {u"history"_s, PagesText::tr("History"), u"view-history"_s,
         [](RepositoryContext &context) -> Page * { return new HistoryPage(context); }, true},
        {u"changes"_s, PagesText::tr("Changes"), u"vcs-diff"_s,
         [](RepositoryContext &context) -> Page * { return new ChangesPage(context); }, true},
        {u"environments"_s, PagesText::tr("Environments"), u"view-grid"_s,
         [](RepositoryContext &context) -> Page * { return new EnvironmentsPage(context); }, false,
         EnvironmentsPage::declaredCommands()},
        {u"drift"_s, PagesText::tr("Drift"), u"view-split-left-right"_s,
         [](RepositoryContext &context) -> Page * { return new DriftPage(context); }, false,
         DriftPage::declaredCommands()},
        {ConflictPage::pageId(), PagesText::tr("Conflicts"), u"vcs-merge"_s,
         [](RepositoryContext &context) -> Page * { return new ConflictPage(context); }, false,
         ConflictPage::declaredCommands(), true},
        {RebasePage::pageId(), PagesText::tr("Rebase"), u"vcs-branch"_s,
         [](RepositoryContext &context) -> Page * { return new RebasePage(context); }, false,
         RebasePage::declaredCommands(), true},
        {PathPages::fileHistory(), PagesText::tr("File history"), u"view-calendar-timeline"_s,
         [](RepositoryContext &context) -> Page * { return new FileHistoryPage(context); }, false,
         FileHistoryPage::declaredCommands(), true},
        {PathPages::blame(), PagesText::tr("Blame"), u"view-list-text"_s,
         [](RepositoryContext &context) -> Page * { return new BlamePage(context); }, false,
         BlamePage::declaredCommands(), true},
        {StashPage::pageId(), PagesText::tr("Stash"), u"vcs-stash"_s,
         [](RepositoryContext &context) -> Page * { return new StashPage(context); }, false,
         StashPage::declaredCommands(), true},
        {LinkedPage::pageId(), PagesText::tr("Work trees"), u"folder-open"_s,
         [](RepositoryContext &context) -> Page * { return new LinkedPage(context); }, false,
         LinkedPage::declaredCommands(), true},
        {UndoPage::pageId(), PagesText::tr("Undo"), u"edit-undo"_s,
         [](RepositoryContext &context) -> Page * { return new UndoPage(context); }, false,
         UndoPage::declaredCommands(), true},
        {ReflogPage::pageId(), PagesText::tr("Reflog"), u"document-open-recent"_s,
         [](RepositoryContext &context) -> Page * { return new ReflogPage(context); }, false,
         ReflogPage::declaredCommands(), true},
        {RemotesPage::pageId(), PagesText::tr("Remotes"), u"network-server"_s,
         [](RepositoryContext &context) -> Page * { return new RemotesPage(context); }, false,
         RemotesPage::declaredCommands(), true},
        {AuditPage::pageId(), PagesText::tr("Audit"), u"view-list-details"_s,
         [](RepositoryContext &context) -> Page * { return new AuditPage(context); }, false,
         AuditPage::declaredCommands(), true},
        {CommandLogPage::pageId(), PagesText::tr("Command log"), u"code-context"_s,
         [](RepositoryContext &context) -> Page * { return new CommandLogPage(context); }, false,
         CommandLogPage::declaredCommands(), true},
    };
}
