// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "ui/history/commitlist.h"
#include "ui/history/gotoline.h"
#include "ui/history/queryline.h"
#include "ui/history/refpanel.h"
#include "ui/shell/repositorycontext.h"
#include "ui/widgets/plainlabel.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRoomForRefs = 90; // average characters of the page's width

QJsonArray kept(const QSet<QByteArray> &names)
{
    QList<QByteArray> sorted(names.cbegin(), names.cend());
    std::ranges::sort(sorted);
    QJsonArray list;
    for (const QByteArray &name : std::as_const(sorted))
        list += QString::fromLatin1(name.toBase64());
    return list;
}

QSet<QByteArray> names(const QJsonValue &kept)
{
    QSet<QByteArray> names;
    for (const QJsonValue &name : kept.toArray())
        names += QByteArray::fromBase64(name.toString().toLatin1());
    return names;
}

} // namespace

QAction *HistoryPage::addToggle(const QString &id, const QString &text, bool HistoryFilter::*member)
{
    QAction *action = addCommand(id, text);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, member](bool isOn) {
        HistoryFilter filter = m_controller.filter();
        filter.*member = isOn;
        changeFilter(filter);
    });
    m_toggles.append({action, member});
    return action;
}

void HistoryPage::addSignatureToggle(QMenu *menu)
{
    QAction *toggle = addCommand(u"history.showSignatures"_s, tr("Signatures beside the authors"));
    toggle->setCheckable(true);
    menu->addAction(toggle);
    const SignatureMarks &marks = m_controller.commits().signatures();
    connect(&marks, &SignatureMarks::changed, toggle,
            [toggle, &marks] { toggle->setChecked(marks.isShown()); });
    connect(toggle, &QAction::triggered, this, [this](bool isOn) {
        m_wantsSignatures = isOn;
        m_signatures.setShown(isOn);
        Q_EMIT stateSaveWanted();
    });
}

void HistoryPage::addFilterCommands()
{
    addCommandSeparator();
    m_showRefs = addCommand(u"history.showRefs"_s, tr("&Refs beside the list"), QKeySequence(Qt::Key_F9));
    m_showRefs->setCheckable(true);
    connect(m_showRefs, &QAction::triggered, this, [this](bool isOn) {
        m_wantsRefs = isOn;
        showRefsPanel();
        isOn ? m_refs->startFilter() : m_list->setFocus(Qt::OtherFocusReason);
        Q_EMIT stateSaveWanted();
    });
    auto *menu = new QMenu(this);
    menu->addAction(
        addToggle(u"history.firstParentOnly"_s, tr("First parents only"), &HistoryFilter::firstParentOnly));
    menu->addAction(addToggle(u"history.byDate"_s, tr("Order by date"), &HistoryFilter::isByDate));
    menu->addSeparator();
    menu->addAction(m_showRefs);
    addSignatureToggle(menu);
    m_showAll = addCommand(u"history.showAll"_s, tr("Show all branches"));
    m_showAll->setVisible(false);
    menu->addAction(m_showAll);
    m_query->setMenu(menu);
    connect(m_showAll, &QAction::triggered, this, [this] {
        HistoryFilter filter = m_controller.filter();
        filter.hidden.clear();
        filter.solo.clear();
        changeFilter(filter);
    });
    connect(&m_controller, &HistoryController::rowsChanged, this, [this] {
        if (!m_inFilter.isNull())
            m_wanted = std::exchange(m_inFilter, {}); // sought among the new rows, not the old
    });
    connect(&m_controller, &HistoryController::filterChanged, this, &HistoryPage::showFilter);
    connect(&m_controller, &HistoryController::filterChanged, this, &Page::stateSaveWanted);
    connect(&m_context.repository(), &RepositoryController::refsChanged, this, &HistoryPage::showFilter);
}

void HistoryPage::addGoCommands()
{
    QAction *open = addCommand(u"history.goTo"_s, tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_G));
    connect(open, &QAction::triggered, this, [this] { m_goTo->open(m_controller.refs().entries()); });
    for (const int step : {-1, 1}) {
        const bool isBack = step < 0;
        QAction *along =
            addCommand(isBack ? u"history.back"_s : u"history.forward"_s, isBack ? tr("Back") : tr("Forward"),
                       QKeySequence(Qt::ALT | (isBack ? Qt::Key_Left : Qt::Key_Right)));
        connect(along, &QAction::triggered, this, [this, step] { goAlong(step); });
    }
    m_showInFull = addCommand(u"history.showInFull"_s, tr("Show in full history"),
                              QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_showInFull->setVisible(false);
    connect(m_showInFull, &QAction::triggered, this, [this] { clearQuery(false); });
    connect(m_goTo, &GoToLine::wanted, &m_controller, &HistoryController::resolve);
    connect(m_goTo, &GoToLine::closed, this, [this] {
        m_goTo->hide();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_controller, &HistoryController::resolved, this, &HistoryPage::goToRevision);
}

void HistoryPage::goToRevision(const Git::ObjectId &commit, const Error &problem)
{
    if (commit.isNull()) {
        m_goTo->refuse(problem.message);
        return;
    }
    const int row = m_controller.rowOf(commit);
    if (row < 0 && !m_controller.isLoadingRows()) {
        m_goTo->setProblem(tr("%1 is not in the history that is shown").arg(commit.abbreviated()));
        return;
    }
    m_goTo->hide();
    m_list->setFocus(Qt::OtherFocusReason);
    showCommit(commit);
}

void HistoryPage::connectQuery()
{
    connect(m_query, &QueryLine::queryChanged, this, &HistoryPage::search);
    connect(m_query, &QueryLine::cleared, this, [this] { clearQuery(true); });
    connect(m_query, &QueryLine::searchCancelled, &m_controller, &HistoryController::stopSearch);
    connect(m_query, &QueryLine::listWanted, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(&m_controller, &HistoryController::searchChanged, this, &HistoryPage::showSearch);
    connect(&m_controller, &HistoryController::surroundingsChanged, this,
            [this] { m_end->setVisible(m_controller.isCutOff()); });
    m_list->setRowFinder([this](const Git::ObjectId &commit) { return m_controller.rowOf(commit); });
    connect(m_list, &CommitList::currentRowChanged, this, &HistoryPage::noteChoice);
    connect(m_list, &CommitList::activatedRow, this, &HistoryPage::noteChoice);
    connect(m_list, &QAbstractItemView::clicked, this, &HistoryPage::noteChoice);
}

// Who chose a commit wants no other that was asked for before, and a hit also when the query goes.
void HistoryPage::noteChoice()
{
    if (m_isKeeping || m_controller.isReplacingRows() || !m_list->currentIndex().isValid())
        return;
    m_wanted = {};
    if (m_controller.showsFound())
        m_before = {m_controller.idAt(m_list->currentIndex().row())};
}

void HistoryPage::keyPressEvent(QKeyEvent *event)
{
    const bool isEscape = event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier;
    if (isEscape && leaveComparison())
        return;
    if (isEscape && m_controller.showsFound() && m_list->hasFocus())
        clearQuery(true);
    else
        Page::keyPressEvent(event);
}

void HistoryPage::search(const QString &line)
{
    if (!m_controller.showsFound())
        m_before = {m_controller.selected(), m_list->verticalScrollBar()->value()};
    m_controller.setQuery(line);
}

// To the chosen commit among all the others, or back to where the list was if no hit was chosen.
void HistoryPage::clearQuery(bool returns)
{
    const Place place = returns ? m_before : Place{m_controller.selected()};
    const bool wasFound = m_controller.showsFound();
    m_query->setText({});
    m_controller.setQuery({});
    if (!wasFound)
        return;
    const int row = m_controller.rowOf(place.commit);
    if (row >= 0)
        m_list->showRow(row);
    if (row >= 0 && place.scroll >= 0)
        m_list->verticalScrollBar()->setValue(place.scroll);
    m_list->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::showSearch()
{
    const auto &wrong = m_controller.queryProblem();
    m_query->setProblem(wrong ? wrong->sentence : QString(), wrong ? wrong->position : 0,
                        wrong ? wrong->length : 0);
    m_showInFull->setVisible(m_controller.showsFound());
    if (wrong)
        return;
    const bool isNothing =
        m_controller.showsFound() && !m_controller.isSearching() && m_controller.commits().rowCount() == 0;
    const bool isOver = isNothing && m_controller.searchProblem().message.isEmpty();
    m_list->setEmptyText(isOver ? tr("Nothing was found") : QString());
    if (!m_controller.showsFound()) {
        m_query->clearResult();
        return;
    }
    m_query->setProgress({.hits = m_controller.commits().rowCount(),
                          .searched = m_controller.searchedRows(),
                          .all = m_controller.allRows(),
                          .isRunning = m_controller.isSearching()});
    m_query->setNotes(m_controller.searchNotes(), m_controller.searchProblem().message);
}

void HistoryPage::showRefsPanel()
{
    const bool isShown = m_wantsRefs.value_or(width() >= fontMetrics().averageCharWidth() * kRoomForRefs * 2);
    m_refs->setVisible(isShown);
    m_showRefs->setChecked(isShown);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    showRefsPanel();
}

QJsonObject HistoryPage::saveState() const
{
    const auto text = [](const QSplitter *splitter) {
        return QString::fromLatin1(splitter->saveState().toBase64());
    };
    const HistoryFilter &filter = m_controller.filter();
    QJsonObject state{{u"outer"_s, text(m_outer)},
                      {u"rows"_s, text(m_rows)},
                      {u"columns"_s, text(m_columns)},
                      {u"right"_s, text(m_right)},
                      {u"closed"_s, QJsonArray::fromStringList(m_refs->closedSections())},
                      {u"hidden"_s, kept(filter.hidden)},
                      {u"solo"_s, kept(filter.solo)},
                      {u"byDate"_s, filter.isByDate},
                      {u"firstParentOnly"_s, filter.firstParentOnly}};
    if (m_wantsRefs)
        state.insert(u"refs"_s, *m_wantsRefs);
    if (m_wantsSignatures)
        state.insert(u"signatures"_s, *m_wantsSignatures);
    return state;
}

void HistoryPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_outer, u"outer"_s);
    apply(m_rows, u"rows"_s);
    apply(m_columns, u"columns"_s);
    apply(m_right, u"right"_s);
    if (state.contains("signatures"_L1)) {
        m_wantsSignatures = state.value("signatures"_L1).toBool();
        m_signatures.setShown(*m_wantsSignatures);
    }
    if (state.contains("refs"_L1))
        m_wantsRefs = state.value("refs"_L1).toBool();
    QStringList closed;
    for (const QJsonValue &section : state.value("closed"_L1).toArray())
        closed += section.toString();
    m_refs->setClosedSections(closed);
    showRefsPanel();
    m_controller.setFilter({.hidden = names(state.value("hidden"_L1)),
                            .solo = names(state.value("solo"_L1)),
                            .isByDate = state.value("byDate"_L1).toBool(),
                            .firstParentOnly = state.value("firstParentOnly"_L1).toBool()});
}
