// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/when.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/stash/stashpage.h"
#include "ui/widgets/plainlabel.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

void StashPage::showEntry()
{
    const StashItem *item = m_controller.selected();
    const bool isDamaged = item && (item->entry.base.isNull() || item->entry.index.isNull());
    for (QAction *action : std::as_const(m_ofEntry))
        action->setEnabled(item && !m_actions.isRunning() && (!isDamaged || action == m_ofEntry.last()));
    m_stash->setEnabled(!m_actions.isRunning());
    if (!item) {
        m_title->setText({});
        m_about->setText({});
    } else {
        const StashWords words = stashWordsOf(item->entry.message);
        m_title->setText(words.words);
        QStringList about{u"stash@{%1}"_s.arg(item->entry.number)};
        if (!words.branch.isEmpty())
            //: %1: a branch
            about += tr("on %1").arg(words.branch);
        if (!item->entry.base.isNull())
            //: %1: the short id of a commit
            about += tr("made on %1").arg(item->entry.base.abbreviated());
        about += exactTime(item->entry.when);
        m_about->setText(about.join(u"  ·  "_s));
    }
    showParts();
    showDiff();
}

void StashPage::showParts()
{
    m_isShowingParts = true; // what is shown was chosen already
    const auto add = [this](StashPart part, const QString &title) {
        const auto count = m_controller.countOf(part);
        if (count && *count == 0)
            return;
        const int tab = m_parts->addTab(count ? QString(title + u"  "_s + QString::number(*count)) : title);
        m_parts->setTabData(tab, int(part));
        if (part == m_controller.part())
            m_parts->setCurrentIndex(tab);
    };
    while (m_parts->count() > 0)
        m_parts->removeTab(0);
    if (const StashItem *item = m_controller.selected(); item && !item->entry.base.isNull()) {
        add(StashPart::Changed, tr("Changed"));
        if (item->parts)
            add(StashPart::Staged, tr("Of it staged"));
        if (!item->entry.untracked.isNull())
            add(StashPart::Untracked, tr("Untracked"));
    }
    m_isShowingParts = false;
}

void StashPage::showFile()
{
    const QModelIndex file = m_files->currentIndex();
    if (!file.isValid())
        return;
    const QByteArray path = file.data(FileItems::PathRole).toByteArray();
    const QList<Diff::FileDiff> &shown = m_controller.files().diff();
    const auto found = std::ranges::find(shown, path, &Diff::FileDiff::path);
    m_fileInSight = found == shown.cend() ? path : QByteArray();
    if (found != shown.cend())
        m_diff->scrollToFile(static_cast<int>(found - shown.cbegin()));
    else
        m_controller.files().showFile(file.row());
}

void StashPage::showDiff()
{
    const StashItem *item = m_controller.selected();
    const ChosenCommit &files = m_controller.files();
    const bool isDamaged = item && (item->entry.base.isNull() || item->entry.index.isNull());
    const bool isReading = files.isReadingFiles() && files.diff().isEmpty();
    m_diff->setEmptyText(isDamaged ? tr("This stash is damaged: it cannot be read.")
                         : !files.diffError().message.isEmpty() ? files.diffError().message
                         : isReading                            ? tr("Reading the differences")
                                                                : tr("This stash changes no files"));
    if (files.hasOtherFiles())
        return; // its own are still to come
    const std::pair shown(item ? item->entry.commit : Git::ObjectId(), m_controller.part());
    const bool isAgain = std::exchange(m_shown, shown) == shown; // with more lines, or fewer
    if (m_diff->files() != files.diff() || files.diff().isEmpty())
        m_diff->setFiles(files.diff(), isAgain ? DiffView::Position::Keep : DiffView::Position::Top);
    if (!m_fileInSight.isEmpty() && !files.diff().isEmpty())
        showFile();
}
