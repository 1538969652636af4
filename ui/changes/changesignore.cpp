// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"
#include "ui/files/filelist.h"
#include "ui/shell/mnemonics.h"
#include "ui/shell/repositorycontext.h"
#include "ui/shell/writingactions.h"
#include "ui/widgets/errorbanner.h"

using namespace Qt::StringLiterals;

// One menu for the list and for the page's menu.
void ChangesPage::addIgnoring()
{
    openCommandGroup(tr("Ignore"));
    QAction *menu = commands().last();
    const auto add = [this](const QString &id, const QString &text, Git::IgnoreKind kind,
                            Git::IgnorePlace place, const QString &toolTip = {}) {
        QAction *action = addCommand(id, text);
        action->setToolTip(toolTip);
        connect(action, &QAction::triggered, this, [this, kind, place] { ignore(kind, place); });
        m_writing->add(action);
        return action;
    };
    using enum Git::IgnoreKind;
    using enum Git::IgnorePlace;
    m_ignoring = {add(u"changes.ignoreFile"_s, tr("This file"), Path, Everybody),
                  add(u"changes.ignoreEnding"_s, tr("Files with the same ending"), Ending, Everybody),
                  add(u"changes.ignoreFolder"_s, tr("The folder it lies in"), Folder, Everybody)};
    add(u"changes.ignoreHere"_s, tr("Only on this computer"), Path, OnlyHere,
        tr("In the file info/exclude of the Git folder, which is never committed"));
    closeCommandGroup();
    // Elsewhere, as in the palette, a text that names a file would be that of another one soon.
    connect(menu->menu(), &QMenu::aboutToShow, this,
            [this, menu] { nameIgnored(menu->menu(), m_unstaged->selectedPaths()); });
    connect(menu->menu(), &QMenu::aboutToHide, this, [this, menu] { nameIgnored(menu->menu(), {}); });
    m_unstaged->addAction(menu);
    connect(&m_ignore, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_ignore, &RepositoryActions::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
}

void ChangesPage::nameIgnored(QMenu *menu, const QList<QByteArray> &paths)
{
    constexpr std::array kinds{Git::IgnoreKind::Path, Git::IgnoreKind::Ending, Git::IgnoreKind::Folder};
    for (size_t at = 0; at < kinds.size(); ++at) {
        QAction *action = m_ignoring.at(static_cast<qsizetype>(at));
        action->setText(IgnoreActionsController::text(paths, kinds.at(at)).replace(u'&', "&&"_L1));
        action->setEnabled(paths.isEmpty() || IgnoreActionsController::isPossible(paths, kinds.at(at)));
    }
    giveMnemonics(menu->actions());
}

void ChangesPage::ignore(Git::IgnoreKind kind, Git::IgnorePlace place)
{
    const QList<QByteArray> paths = m_unstaged->selectedPaths();
    if (paths.isEmpty())
        m_context.showMessage(tr("No file that is not staged is chosen"));
    else if (mayWrite())
        m_ignore.ignore({.paths = paths, .kind = kind, .place = place});
}
