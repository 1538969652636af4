// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "items/when.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitmenu.h"
#include "ui/reflog/reflogpage.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"
#include "workspace/branches/branchnames.h"

#include <QLocale>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

const ReflogRow *ReflogPage::current() const
{
    return const_cast<ReflogController &>(m_controller).items().row(m_list->currentIndex().row());
}

void ReflogPage::keepChoice()
{
    if (!m_list->currentIndex().isValid() && m_controller.items().rowCount() > 0)
        m_list->setCurrentIndex(m_controller.items().index(0));
    else
        showRow();
    if (hasFocus() && m_list->isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
}

void ReflogPage::showRow()
{
    const ReflogRow *row = current();
    const bool isThere = row && row->isThere;
    m_title->setText(row ? m_list->currentIndex().data().toString() : QString());
    QStringList about;
    if (row && !m_controller.isLost())
        about +=
            u"%1@{%2}"_s.arg(shownBranch(m_controller.ref()), QString::number(m_list->currentIndex().row()));
    if (row)
        about += {exactTime(row->when.toDateTime()), visibleText(row->who.name),
                  m_list->currentIndex().data(ReflogItems::IdsRole).toString()};
    m_about->setText(about.join(u"  ·  "_s));
    const bool hasMoved = isThere && !row->before.isNull() && row->before != row->commit;
    m_compareMove->setEnabled(hasMoved);
    m_copyId->setEnabled(row);
    m_goToCommit->setEnabled(isThere && !m_controller.isLost());
    if (!isThere)
        m_chosen.choose({});
    else if (hasMoved && m_compareMove->isChecked())
        m_chosen.compare(row->before, row->commit);
    else
        m_chosen.choose(row->commit);
    showDetails();
    showDiff();
}

// A command must do what the row says, whichever commits are compared.
void ReflogPage::showDetails()
{
    const ReflogRow *row = current();
    const auto &details = m_chosen.details();
    const bool isOfRow = row && details && details->commit.id == row->commit;
    m_details->setCommit(details, m_chosen.detailsError());
    m_details->setSignature(m_chosen, m_context.repository().isTrusted());
    if (isOfRow || !row || m_chosen.comparedWith().isNull())
        m_menu->setCommit(isOfRow ? std::optional(details->commit) : std::nullopt);
}

void ReflogPage::showFile()
{
    const QModelIndex file = m_files->currentIndex();
    if (!file.isValid())
        return;
    const QByteArray path = file.data(FileItems::PathRole).toByteArray();
    const auto found = std::ranges::find(m_chosen.diff(), path, &Diff::FileDiff::path);
    m_fileInSight = found == m_chosen.diff().cend() ? path : QByteArray();
    if (found != m_chosen.diff().cend())
        m_diff->scrollToFile(static_cast<int>(found - m_chosen.diff().cbegin()));
    else
        m_chosen.showFile(file.row());
}

void ReflogPage::showDiff()
{
    const ReflogRow *row = current();
    const Error &error = m_chosen.diffError();
    m_diff->setEmptyText(row && !row->isThere        ? tr("This commit is gone from the repository")
                         : !error.message.isEmpty()  ? error.message
                         : m_chosen.isReadingFiles() ? tr("Reading the differences")
                         : m_chosen.id().isNull()    ? tr("Nothing is chosen")
                                                     : tr("No file is different"));
    const std::pair shown(m_chosen.id(), m_chosen.comparedWith());
    const bool isAgain = std::exchange(m_shown, shown) == shown;
    if (m_diff->files() != m_chosen.diff() || m_chosen.diff().isEmpty())
        m_diff->setFiles(m_chosen.diff(), isAgain ? DiffView::Position::Keep : DiffView::Position::Top);
    if (!m_fileInSight.isEmpty() && !m_chosen.diff().isEmpty())
        showFile();
}

void ReflogPage::showKind()
{
    const QScopedValueRollback<bool> guard(m_isShowingKind, true);
    const bool isLost = m_controller.isLost();
    m_kinds->setTabText(0, withoutMnemonic(firstLine(shownBranch(m_controller.ref()), 60)));
    m_kinds->setTabToolTip(0, plainToolTip(shownBranch(m_controller.ref())));
    m_kinds->setCurrentIndex(isLost ? 1 : 0);
    m_note->setText(m_controller.note());
    m_note->setVisible(!m_controller.note().isEmpty());
    m_more->setEnabled(m_controller.hasMore());
    m_moreButton->setVisible(m_controller.hasMore());
    describeEmpty();
    showWork();
}

void ReflogPage::showWork()
{
    const bool isSearching = m_controller.isSearching();
    m_stop->setEnabled(isSearching);
    m_find->setEnabled(!isSearching);
    m_stopButton->setVisible(isSearching);
    m_findButton->setVisible(!isSearching && m_controller.isLost() && m_controller.wasSearched());
    m_stack->setLoadingText(!m_controller.isLost() ? tr("Reading the reflog")
                            : m_controller.lookedAt() == 0
                                ? tr("Looking for lost commits")
                                : tr("Looking for lost commits: %1 objects so far")
                                      .arg(QLocale().toString(m_controller.lookedAt())));
    if (!isSearching)
        m_work.finish();
    else if (!m_isWorking)
        m_work = m_context.work().add(tr("Looking for lost commits"), [this] { m_controller.stop(); });
    m_isWorking = isSearching;
}

void ReflogPage::describeEmpty()
{
    EmptyState *empty = m_stack->emptyState();
    if (!m_controller.isLost()) {
        //: %1: HEAD, or a branch
        empty->setTitle(
            tr("No moves of %1 are recorded").arg(firstLine(shownBranch(m_controller.ref()), 60)));
        empty->setExplanation(
            tr("Git keeps where HEAD and branches have been in repositories with a work tree, "
               "unless core.logAllRefUpdates says otherwise, and forgets it after some months."));
        empty->setAction(m_choose);
    } else if (m_controller.wasSearched()) {
        empty->setTitle(tr("No commit is lost"));
        empty->setExplanation(tr("Branches, tags, the stash or HEAD lead to every commit that is there."));
        empty->setAction(nullptr);
    } else {
        empty->setTitle(tr("Lost commits"));
        empty->setExplanation(tr(
            "Commits that no branch, tag or stash leads to any more: of a deleted branch, a dropped stash, a "
            "reset or a rebase. Git keeps them for some weeks. To find them it looks at every object, which "
            "takes some seconds in a large repository."));
        empty->setAction(m_find);
    }
}
