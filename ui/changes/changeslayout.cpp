// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changespage.h"
#include "ui/changes/commitbox.h"
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/image/imagepane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

QWidget *ChangesPage::makeSide(ChangeSide side, const QString &title, const QList<QAction *> &actions)
{
    const int unit = Theme::unit(font());
    auto *box = new QWidget(this);
    auto *label = new PlainLabel(title, box);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    (side == ChangeSide::Staged ? m_stagedTitle : m_unstagedTitle) = label;
    listOf(side)->setAccessibleName(title);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(2 * unit, unit, unit, unit);
    head->addWidget(label, 1);
    for (QAction *action : actions)
        head->addWidget(makeTextButton(action, box));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(listOf(side));
    return box;
}

QWidget *ChangesPage::makeUndoBar()
{
    const int unit = Theme::unit(font());
    m_undoBar = new QFrame(this);
    m_undoText = new PlainLabel(m_undoBar);
    auto *button = new QToolButton(m_undoBar);
    button->setDefaultAction(m_undo);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *layout = new QHBoxLayout(m_undoBar);
    layout->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    layout->addWidget(m_undoText, 1);
    layout->addWidget(button);
    return m_undoBar;
}

void ChangesPage::layOut()
{
    const int unit = Theme::unit(font());
    m_diff->setAccessibleName(tr("Differences"));
    m_lists->addWidget(makeSide(ChangeSide::Unstaged, tr("Unstaged"), {m_stash, m_stageAll}));
    m_lists->addWidget(makeSide(ChangeSide::Staged, tr("Staged"), {m_unstageAll}));
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_error->hide();
    topLayout->addWidget(m_error);
    topLayout->addWidget(makeUndoBar());
    topLayout->addWidget(m_images, 1);
    m_right->addWidget(top);
    m_right->addWidget(m_box);
    m_columns->addWidget(m_lists);
    m_columns->addWidget(m_right);
    for (QSplitter *splitter : {m_columns, m_lists, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_columns->setSizes({72 * unit, 200 * unit});
    m_columns->setStretchFactor(1, 1);
    m_lists->setSizes({50 * unit, 50 * unit});
    m_right->setSizes({140 * unit, 44 * unit});
    m_right->setStretchFactor(0, 1);

    auto *stack = new StateStack(m_controller, m_columns, this);
    stack->setLoadingText(tr("Reading status"));
    stack->emptyState()->setTitle(tr("No work tree"));
    stack->emptyState()->setExplanation(
        tr("This is a bare repository: it has history, but no files to change."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
    m_entry = m_unstaged;
    orderTabs();
}

// As the eye goes: the lists with what is above each, the difference, the commit.
void ChangesPage::orderTabs()
{
    const auto buttonsOver = [](const QWidget *list) {
        return list->parentWidget()->findChildren<QToolButton *>();
    };
    const auto over = buttonsOver(m_unstaged);
    setTabOrder({over.first(), over.last(), m_unstaged, buttonsOver(m_staged).first(), m_staged,
                 m_undoBar->findChild<QToolButton *>(), m_diff});
    m_box->orderTabs(m_diff);
}

void ChangesPage::showCounts()
{
    const int unstaged = m_controller.unstaged().rowCount(), staged = m_controller.staged().rowCount();
    m_unstagedTitle->setText(tr("Unstaged %1").arg(unstaged));
    m_stagedTitle->setText(tr("Staged %1").arg(staged));
    m_stageAll->setEnabled(unstaged > 0);
    m_unstageAll->setEnabled(staged > 0);
    m_discardAll->setEnabled(unstaged > 0);
}

QJsonObject ChangesPage::saveState() const
{
    const auto text = [](const QSplitter *splitter) {
        return QString::fromLatin1(splitter->saveState().toBase64());
    };
    QJsonObject state = m_box->saveState();
    state.insert(u"columns"_s, text(m_columns));
    state.insert(u"lists"_s, text(m_lists));
    state.insert(u"right"_s, text(m_right));
    return state;
}

void ChangesPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_columns, u"columns"_s);
    apply(m_lists, u"lists"_s);
    apply(m_right, u"right"_s);
    m_box->restoreState(state);
}
