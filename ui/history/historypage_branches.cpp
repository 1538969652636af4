// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/history/branchmenu.h"
#include "ui/history/commitlist.h"
#include "ui/history/commitmenu.h"
#include "ui/history/historypage.h"
#include "ui/history/queryline.h"
#include "ui/history/refdistances.h"
#include "ui/history/reflist.h"
#include "ui/history/refpanel.h"
#include "ui/shell/repositorycontext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

void HistoryPage::addBranches()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys) {
        return addCommand(id, text, keys);
    };
    openCommandGroup(tr("Branch"));
    auto *branches = new BranchMenu(m_context, m_menu->actions(), add, this);
    closeCommandGroup();
    static_cast<QVBoxLayout *>(m_rows->widget(0)->layout())->insertWidget(0, branches->bars());
    connect(m_refs, &RefPanel::menuWanted, branches, &BranchMenu::fill);
    new RefDistances(m_context.repository(), m_controller.refs(), m_refs->findChild<RefList *>());
}

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

// Other rows come: then the chosen commit is in sight among them, or the tip of the ref that is shown alone.
void HistoryPage::changeFilter(const HistoryFilter &filter)
{
    const HistoryFilter before = m_controller.filter();
    if (filter == before)
        return;
    m_inFilter = m_controller.selected();
    if (filter.solo.size() == 1 && filter.solo != before.solo) {
        const QList<Git::Ref> &refs = m_context.repository().refs().all;
        const auto alone = std::ranges::find(refs, *filter.solo.cbegin(), &Git::Ref::name);
        if (alone != refs.cend() && !alone->target.isNull())
            m_inFilter = alone->target;
    }
    m_controller.setFilter(filter);
    if (m_controller.filter() == before)
        m_inFilter = {};
}

void HistoryPage::connectRefs()
{
    connect(m_refs, &RefPanel::refChosen, this, [this](const QByteArray &, const Git::ObjectId &commit) {
        if (m_controller.showsFound() && m_controller.rowOf(commit) < 0)
            clearQuery(false);
        showCommit(commit);
    });
    connect(m_refs, &RefPanel::filterWanted, this, &HistoryPage::changeFilter);
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
    const Git::Head &head = m_context.repository().refs().head; // its branch is not hidden, whatever is asked
    const bool isOnHidden = head.state == Git::HeadState::Branch && filter.hidden.contains(head.branch);
    const auto hidden = static_cast<int>(filter.hidden.size()) - (isOnHidden ? 1 : 0);
    m_showAll->setVisible(hidden > 0 || !filter.solo.isEmpty());
    m_query->setFiltered(filter.firstParentOnly || filter.isByDate);
    m_hint->setVisible(m_showAll->isVisible());
    if (filter.solo.size() == 1) {
        const QByteArray name = *filter.solo.cbegin();
        m_hintText->setText(tr("Only %1 is shown").arg(displayPath(Git::Ref{.name = name}.shortName())));
    } else if (!filter.solo.isEmpty()) {
        m_hintText->setText(tr("Only %n ref(s) are shown", nullptr, static_cast<int>(filter.solo.size())));
    } else {
        m_hintText->setText(tr("%n ref(s) are hidden", nullptr, hidden));
    }
}
