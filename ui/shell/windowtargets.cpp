// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette can go to beside commands.
#include "ui/shell/mainwindow.h"

#include "ui/shell/pathactions.h"
#include "ui/shell/repositoryview.h"

#include "base/text.h"
#include "workspace/pathchoices.h"

using namespace Qt::StringLiterals;

QList<PaletteGroup> MainWindow::paletteGroups() const
{
    RepositoryView *view = currentView();
    if (!view || view->repository().state() != PageState::Ready)
        return {};
    QList<PaletteGroup> groups;
    if (!m_findsFiles) {
        groups += refGroup(view, Git::RefKind::LocalBranch, tr("Branch"));
        groups += refGroup(view, Git::RefKind::RemoteBranch, tr("Remote branch"));
        groups += refGroup(view, Git::RefKind::Tag, tr("Tag"));
    }
    if (const PathChoices *files = view->files()) {
        const QStringList names = files->list();
        groups.append({.area = tr("File"),
                       .count = names.size(),
                       .name = [names](qsizetype at) { return names.at(at); },
                       .choose =
                           [view = QPointer(view), names](qsizetype at) {
                               if (view && view->files())
                                   view->showPage(
                                       PathPages::fileHistory(),
                                       PathPages::argument({view->files()->pathOf(names.at(at)), {}}));
                           }});
    }
    return groups;
}

PaletteGroup MainWindow::refGroup(RepositoryView *view, Git::RefKind kind, const QString &area)
{
    QList<Git::Ref> refs;
    for (const Git::Ref &ref : view->repository().refs().all)
        if (ref.kind == kind && !ref.target.isNull())
            refs += ref;
    return {.area = area,
            .count = refs.size(),
            .name = [refs](qsizetype at) { return displayText(refs.at(at).shortName()); },
            .choose =
                [view = QPointer(view), refs](qsizetype at) {
                    if (view)
                        view->showPage(u"history"_s, refs.at(at).target.toHex());
                }};
}

void MainWindow::showPalette()
{
    m_findsFiles = false;
    fillRecentMenu();
    if (RepositoryView *view = currentView(); view && view->repository().state() == PageState::Ready)
        view->listFiles();
    m_palette->open(allCommands(), paletteGroups(), tr("Type to find a command, branch, tag or file"));
}

void MainWindow::goToFile()
{
    m_findsFiles = true;
    currentView()->listFiles();
    m_palette->open({}, paletteGroups(), tr("Type to find a file"));
}

void MainWindow::showTargets(const RepositoryView *view)
{
    if (view == currentView() && m_palette->isVisible())
        m_palette->setGroups(paletteGroups());
}
