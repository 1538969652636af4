// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffcommands.h"
#include "ui/files/filelist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitlist.h"
#include "ui/history/commitmenu.h"
#include "ui/history/historypage.h"
#include "ui/image/imagepane.h"
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

// Which they are is asked for when something is done with them: there may be very many.
void HistoryPage::noteChosen()
{
    m_menu->setChosen(m_list->selectedCount(), [this] {
        QList<Git::Commit> commits;
        for (const int row : m_list->selectedRows()) {
            if (const History::Row *shown = m_controller.commits().at(row))
                commits += shown->commit;
        }
        return commits;
    });
}

void HistoryPage::swapCompared()
{
    const Git::ObjectId older = m_controller.chosen().comparedWith();
    if (!older.isNull())
        m_controller.compare(m_controller.selected(), older);
}

bool HistoryPage::leaveComparison()
{
    const ChosenCommit &chosen = m_controller.chosen();
    const int row = m_list->currentIndex().row();
    if (row < 0 || (chosen.comparedWith().isNull() && !chosen.isWithWorkTree()))
        return false;
    if (m_list->selectedCount() > 1)
        m_list->makeCurrent(row);
    choose();
    return true;
}

void HistoryPage::goAlong(int step)
{
    const Git::ObjectId place =
        m_trail.go(step, [this](const Git::ObjectId &commit) { return m_controller.rowOf(commit) >= 0; });
    if (!place.isNull())
        showCommit(place);
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
        const int row = m_list->currentIndex().row();
        const int before = m_controller.rowOf(m_trail.here());
        m_trail.visit(m_controller.idAt(row), before >= 0 && std::abs(row - before) == 1);
        m_controller.select(m_controller.idAt(row));
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
        m_wanted = m_asked = {};
        m_list->showRow(row);
        return;
    }
    if (isEnd && !m_wanted.isNull() && m_wanted == m_asked)
        m_context.showMessage(tr("%1 is not in the history that is shown").arg(m_asked.abbreviated()));
    if (isEnd)
        m_wanted = m_asked = {}; // everything is loaded: it is not there
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
            m_list->showRow(0);
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

void HistoryPage::openArgument(const QVariant &argument)
{
    if (const auto commit = Git::ObjectId::fromHex(argument.toByteArray())) {
        m_asked = *commit;
        showCommit(*commit);
    }
}

void HistoryPage::showCommit(const Git::ObjectId &commit)
{
    m_wanted = commit;
    if (m_controller.showsFound())
        m_before = {commit};
    keepChoice();
}

void HistoryPage::showFile()
{
    const QModelIndex file = m_files->currentIndex();
    if (!file.isValid())
        return;
    const QByteArray path = file.data(FileItems::PathRole).toByteArray();
    m_images->choose(path);
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

void HistoryPage::showRefsOfCommit()
{
    const auto &details = m_controller.details();
    m_details->setRefs(details ? m_controller.commits().labelsAt(details->commit.id) : QList<RefLabel>());
}

void HistoryPage::showDiff()
{
    const ChosenCommit &chosen = m_controller.chosen();
    const Error &error = chosen.diffError();
    const bool isCompared = !chosen.comparedWith().isNull();
    const bool isReading = chosen.isReadingFiles() && chosen.diff().isEmpty();
    m_diff->setEmptyText(!error.message.isEmpty()  ? error.message
                         : isReading               ? tr("Reading the differences")
                         : chosen.id().isNull()    ? tr("No commit is chosen")
                         : chosen.isWithWorkTree() ? tr("The work tree is as this commit")
                         : isCompared              ? tr("Both commits have the same files")
                                                   : tr("This commit changes no files"));
    m_swap->setVisible(isCompared);
    m_swapButton->setVisible(isCompared);
    const Git::ObjectId followed = chosen.isWithWorkTree() ? chosen.id() : Git::ObjectId();
    const std::pair compared(chosen.id(), chosen.comparedWith());
    const bool isSame = std::exchange(m_compareShown, compared) == compared;
    const bool wasFollowed = std::exchange(m_followed, followed) == followed;
    const bool isAgain = isSame && wasFollowed; // of other lines: the place stays
    if (m_diff->files() != chosen.diff() || chosen.diff().isEmpty())
        m_diff->setFiles(chosen.diff(), isAgain ? DiffView::Position::Keep : DiffView::Position::Top);
    m_images->follow();
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
        text += u"   +%1 −%2"_s.arg(QString::number(counts.added), QString::number(counts.removed));
    else if (!chosen.diff().isEmpty())
        text += u"   "_s + tr("differences of %1 to %2")
                               .arg(QString::number(chosen.firstShown() + 1),
                                    QString::number(chosen.firstShown() + chosen.diff().size()));
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

void HistoryPage::addDiffCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    ChosenCommit &chosen = m_controller.chosen();
    addCommandSeparator();
    openCommandGroup(tr("Differences"));
    auto *look = new DiffCommands(*m_diff, m_context.services().settings, u"history"_s, add, this);
    look->addContext(u"history"_s, add);
    closeCommandGroup();
    chosen.ignoreWhitespace(look->ignoresWhitespace());
    connect(look, &DiffCommands::whitespaceIgnored, &chosen, &ChosenCommit::ignoreWhitespace);
    connect(m_diff, &DiffView::contextWanted, &chosen, &ChosenCommit::widenContext);
}
