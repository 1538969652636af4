// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/history/historypage.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/plainlabel.h"

#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

void HistoryPage::goTo(int row)
{
    if (row >= 0)
        m_list->showRow(row);
}

// Of several one is chosen from a small menu.
void HistoryPage::goToOneOf(const QList<int> &rows)
{
    if (rows.size() <= 1) {
        goTo(rows.value(0, -1));
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int row : rows) {
        const QString subject = m_controller.commits().index(row, 0).data().toString().left(60);
        const Git::ObjectId id = m_controller.idAt(row);
        const QAction *action = menu->addAction(withoutMnemonic(id.abbreviated() + u"  "_s + subject));
        connect(action, &QAction::triggered, this, [this, id] { showCommit(id); });
    }
    const QRect current = m_list->visualRect(m_list->currentIndex());
    menu->popup(m_list->viewport()->mapToGlobal(current.bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst());
}

void HistoryPage::swapCompared()
{
    const Git::ObjectId older = m_controller.chosen().comparedWith();
    if (!older.isNull())
        m_controller.compare(m_controller.selected(), older);
}

// One commit with its parent, or two with each other.
void HistoryPage::choose()
{
    if (m_controller.isReplacingRows())
        return;
    m_compared = {};
    const int count = m_list->selectedCount();
    if (count == 2) {
        const QList<int> rows = m_list->selectedRows();
        const Git::ObjectId older = m_controller.idAt(rows.last()), newer = m_controller.idAt(rows.first());
        const ChosenCommit &chosen = m_controller.chosen();
        if (chosen.id() != older || chosen.comparedWith() != newer) // else they were swapped
            m_controller.compare(older, newer);
    } else if (m_list->currentIndex().isValid()) {
        m_controller.select(m_controller.idAt(m_list->currentIndex().row()));
    } else {
        m_controller.select({});
    }
    showDiff();
}

// After rows came or went: on the commit that was asked for, else on the chosen one, else on HEAD.
void HistoryPage::keepChoice()
{
    if (m_isKeeping)
        return; // choosing tells that something is read
    const QScopedValueRollback<bool> guard(m_isKeeping, true);
    const bool isEnd = !m_controller.isLoadingRows();
    if (const int row = m_wanted.isNull() ? -1 : m_controller.rowOf(m_wanted); row >= 0) {
        m_wanted = {};
        m_list->showRow(row);
        return;
    }
    if (isEnd)
        m_wanted = {}; // everything is loaded: it is not there
    if (!m_wanted.isNull())
        return;
    const int rows = m_controller.commits().rowCount();
    if (m_list->currentIndex().isValid()) {
        if (!m_compared.isNull() && m_compared == m_controller.idAt(m_list->currentIndex().row()))
            return;
        const int row = m_controller.rowOf(m_controller.selected());
        if (row >= 0 && row != m_list->currentIndex().row() && m_list->selectedCount() < 2)
            m_list->makeCurrent(row);
        else
            choose();
        return;
    }
    if (const int row = m_controller.rowOf(m_controller.selected()); row >= 0) {
        m_list->showRow(row); // all rows were taken anew
        return;
    }
    if (m_controller.showsFound()) {
        if (rows > 0)
            m_list->makeCurrent(0);
        else if (!m_controller.isSearching())
            m_controller.select({});
        return;
    }
    const int head = m_controller.rowOf(m_context.repository().refs().head.target);
    if (rows > 0 && (head >= 0 || isEnd))
        m_list->showRow(qMax(0, head));
    else if (rows == 0 && isEnd)
        m_controller.select({});
}

void HistoryPage::showCommit(const Git::ObjectId &commit)
{
    m_wanted = commit;
    keepChoice();
}

void HistoryPage::showFile()
{
    const QModelIndex file = m_files->currentIndex();
    if (!file.isValid())
        return;
    const QByteArray path = file.data(FileItems::PathRole).toByteArray();
    const QList<Diff::FileDiff> &shown = m_controller.chosen().diff();
    const auto found = std::ranges::find(shown, path, &Diff::FileDiff::path);
    m_fileInSight = found == shown.cend() ? path : QByteArray();
    if (found != shown.cend())
        m_diff->scrollToFile(static_cast<int>(found - shown.cbegin()));
    else
        m_controller.chosen().showFile(file.row());
}

void HistoryPage::showSignature()
{
    m_details->setSignature(m_controller.chosen(), m_context.repository().isTrusted());
}

void HistoryPage::showDiff()
{
    const ChosenCommit &chosen = m_controller.chosen();
    const Error &error = chosen.diffError();
    const bool isCompared = !chosen.comparedWith().isNull();
    const bool isReading = chosen.isReadingFiles() && chosen.diff().isEmpty();
    m_diff->setEmptyText(!error.message.isEmpty()  ? error.message
                         : isReading               ? tr("Reading the differences")
                         : chosen.isWithWorkTree() ? tr("The work tree is as this commit")
                         : isCompared              ? tr("Both commits have the same files")
                                                   : tr("This commit changes no files"));
    m_swap->setVisible(isCompared);
    m_swapButton->setVisible(isCompared);
    const Git::ObjectId followed = chosen.isWithWorkTree() ? chosen.id() : Git::ObjectId();
    const bool isAgain = std::exchange(m_followed, followed) == followed && !followed.isNull();
    if (m_diff->files() != chosen.diff() || chosen.diff().isEmpty())
        m_diff->setFiles(chosen.diff(), isAgain ? DiffView::Position::Keep : DiffView::Position::Top);
    m_fileCount->setText(differenceText());
    if (!m_fileInSight.isEmpty() && !chosen.diff().isEmpty())
        showFile();
}

// What is compared, how many files differ and by how much.
QString HistoryPage::differenceText()
{
    const ChosenCommit &chosen = m_controller.chosen();
    Diff::LineCounts counts;
    for (const Diff::FileDiff &file : chosen.diff()) {
        const Diff::LineCounts own = Diff::countLines(file);
        counts.added += own.added;
        counts.removed += own.removed;
    }
    QString text = tr("%n file(s)", nullptr, m_controller.files().rowCount());
    if (chosen.showsAll())
        text += u"   +%1 −%2"_s.arg(counts.added).arg(counts.removed);
    else if (!chosen.diff().isEmpty())
        text += u"   "_s + tr("differences of %1 to %2")
                               .arg(chosen.firstShown() + 1)
                               .arg(chosen.firstShown() + chosen.diff().size());
    if (!chosen.looksForRenames())
        text += u"   "_s + tr("too many to look for renames");
    if (!chosen.comparedWith().isNull())
        text.prepend(chosen.comparedWith().abbreviated() + u" → "_s + chosen.id().abbreviated() + u"   "_s);
    if (chosen.isWithWorkTree())
        text.prepend(chosen.id().abbreviated() + u" → "_s + tr("work tree") + u"   "_s);
    if (const int count = m_list->selectedCount(); count > 2)
        text.prepend(tr("%n commit(s) are chosen, the current one is shown", nullptr, count) + u"   "_s);
    return text;
}
