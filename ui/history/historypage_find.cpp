// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "base/text.h"
#include "ui/history/commitlist.h"
#include "ui/history/gotoline.h"
#include "ui/history/queryline.h"
#include "ui/history/refpanel.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>
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

QWidget *HistoryPage::makeHint()
{
    const int unit = Theme::unit(font());
    m_hint = new QWidget(this);
    m_hintText = new PlainLabel(m_hint);
    auto *all = new QPushButton(tr("Show all"), m_hint);
    all->setFlat(true);
    connect(all, &QPushButton::clicked, this, [this] { m_showAll->trigger(); });
    auto *row = new QHBoxLayout(m_hint);
    row->setContentsMargins(4 * unit, 0, 2 * unit, 0);
    row->addWidget(m_hintText);
    row->addWidget(all);
    row->addStretch(1);
    m_hint->hide();
    return m_hint;
}

QAction *HistoryPage::addToggle(const QString &id, const QString &text, bool HistoryFilter::*member)
{
    QAction *action = addCommand(id, text);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, member](bool isOn) {
        HistoryFilter filter = m_controller.filter();
        filter.*member = isOn;
        m_controller.setFilter(filter);
        Q_EMIT stateSaveWanted();
    });
    m_toggles.append({action, member});
    return action;
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
    m_showAll = addCommand(u"history.showAll"_s, tr("Show all branches"));
    m_showAll->setVisible(false);
    menu->addAction(m_showAll);
    m_query->setMenu(menu);
    connect(m_showAll, &QAction::triggered, this, [this] {
        HistoryFilter filter = m_controller.filter();
        filter.hidden.clear();
        filter.solo.clear();
        m_controller.setFilter(filter);
        Q_EMIT stateSaveWanted();
    });
    connect(&m_controller, &HistoryController::filterChanged, this, &HistoryPage::showFilter);
}

void HistoryPage::addGoCommands()
{
    QAction *open = addCommand(u"history.goTo"_s, tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_G));
    connect(open, &QAction::triggered, this, [this] { m_goTo->open(m_controller.refs().entries()); });
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
        m_goTo->setProblem(problem.message);
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
}

void HistoryPage::search(const QString &line)
{
    if (!m_controller.showsFound())
        m_before = {m_controller.selected(), m_list->verticalScrollBar()->value()};
    m_controller.setQuery(line);
}

// Back to where the list was, or to the chosen commit among all the others.
void HistoryPage::clearQuery(bool returns)
{
    const Git::ObjectId chosen = returns ? m_before.commit : m_controller.selected();
    const bool wasFound = m_controller.showsFound();
    m_query->setText({});
    m_controller.setQuery({});
    if (!wasFound)
        return;
    const int row = m_controller.rowOf(chosen);
    if (row >= 0)
        m_list->showRow(row);
    if (returns && row >= 0)
        m_list->verticalScrollBar()->setValue(m_before.scroll);
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

void HistoryPage::connectRefs()
{
    connect(m_refs, &RefPanel::refChosen, this, [this](const QByteArray &, const Git::ObjectId &commit) {
        if (m_controller.showsFound() && m_controller.rowOf(commit) < 0)
            clearQuery(false);
        showCommit(commit);
    });
    connect(m_refs, &RefPanel::filterWanted, this, [this](const HistoryFilter &filter) {
        m_controller.setFilter(filter);
        Q_EMIT stateSaveWanted();
    });
    connect(m_refs, &RefPanel::sectionsChanged, this, &Page::stateSaveWanted);
    connect(m_refs, &RefPanel::leaveWanted, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    const auto showDistance = [this] {
        const auto distance = m_context.repository().aheadBehind();
        QStringList parts;
        if (distance && distance->ahead > 0)
            parts += u"↑%1"_s.arg(distance->ahead);
        if (distance && distance->behind > 0)
            parts += u"↓%1"_s.arg(distance->behind);
        m_controller.refs().setCurrentNote(parts.join(u' '));
    };
    connect(&m_context.repository(), &RepositoryController::distanceChanged, this, showDistance);
    showDistance();
    showRefsPanel();
}

void HistoryPage::showFilter()
{
    const HistoryFilter &filter = m_controller.filter();
    m_refs->setFilter(filter);
    for (const auto &[action, member] : std::as_const(m_toggles))
        action->setChecked(filter.*member);
    m_showAll->setVisible(!filter.hidden.isEmpty() || !filter.solo.isEmpty());
    m_query->setFiltered(filter.firstParentOnly || filter.isByDate);
    m_hint->setVisible(m_showAll->isVisible());
    if (filter.solo.size() == 1) {
        const QByteArray name = *filter.solo.cbegin();
        m_hintText->setText(tr("Only %1 is shown").arg(displayPath(Git::Ref{.name = name}.shortName())));
    } else if (!filter.solo.isEmpty()) {
        m_hintText->setText(tr("Only %n ref(s) are shown", nullptr, static_cast<int>(filter.solo.size())));
    } else {
        m_hintText->setText(tr("%n ref(s) are hidden", nullptr, static_cast<int>(filter.hidden.size())));
    }
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
