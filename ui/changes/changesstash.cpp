// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/shell/repositorycontext.h"
#include "ui/stash/stashdialog.h"
#include "ui/widgets/errorbanner.h"

void ChangesPage::connectStash()
{
    connect(m_stash, &QAction::triggered, this, &ChangesPage::askStash);
    connect(&m_stashing, &RepositoryActions::runningChanged, this, [this] {
        m_stash->setEnabled(!m_stashing.isRunning());
        if (m_stashing.isRunning())
            m_stashWork = m_context.work().add(m_stashing.doing());
        else
            m_stashWork.finish();
    });
    connect(&m_stashing, &RepositoryActions::succeeded, &m_context, &RepositoryContext::showMessage);
    connect(&m_stashing, &RepositoryActions::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
}

void ChangesPage::askStash()
{
    if (const Error problem = m_stashing.stashProblem(); !problem.message.isEmpty()) {
        m_error->setError(problem);
        m_error->show();
        return;
    }
    if (!mayWrite())
        return;
    StashOffer offer;
    const QList<QByteArray> chosen = listOf(m_shownSide)->selectedPaths();
    const QSet<QByteArray> wanted(chosen.cbegin(), chosen.cend());
    offer.fileCount = chosen.size();
    const FileItems &items =
        m_shownSide == ChangeSide::Staged ? m_controller.staged() : m_controller.unstaged();
    for (const FileItem &file : items.files()) {
        if (!wanted.contains(file.path))
            continue;
        const bool isRename = file.status == Diff::FileStatus::Renamed;
        const bool isStaged = m_shownSide == ChangeSide::Staged;
        offer.paths += file.path;
        if (isRename)
            offer.paths += file.oldPath;
        offer.hasUntracked |= file.status == Diff::FileStatus::Untracked || (isRename && !isStaged);
        offer.hasStagedGone |= isStaged && (isRename || file.status == Diff::FileStatus::Deleted);
    }
    const QSet<qsizetype> lines = m_diff->selectedLines();
    const int file = m_diff->currentFile();
    const bool hasLines = file >= 0 && file < m_diff->files().size() && !lines.isEmpty() &&
                          m_diffSide == ChangeSide::Unstaged && !m_controller.isWhitespaceIgnored();
    if (hasLines)
        offer.lines = {{m_diff->files()[file], lines}};
    offer.prefersLines = m_diff->hasFocus();
    askAndStash(m_stashing, offer, this);
}
