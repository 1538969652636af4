// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/stash/stashdelegate.h"
#include "ui/stash/stashpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

QWidget *StashPage::makeBar()
{
    const int unit = Theme::unit(font());
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->addWidget(makeTextButton(m_stash, bar));
    row->addStretch(1);
    row->addWidget(makeTextButton(m_close, bar));
    return bar;
}

QWidget *StashPage::makeRight()
{
    m_parts->setAccessibleName(tr("Parts of the stash"));
    m_parts->setDocumentMode(true);
    m_parts->setExpanding(false);
    m_parts->setDrawBase(false);
    m_files->setAccessibleName(tr("Files of the stash"));
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_diff->setAccessibleName(tr("Differences of the stash"));
    m_right->addWidget(m_files);
    m_right->addWidget(m_diff);
    m_files->setMinimumHeight(2 * qRound(fontMetrics().height() * 1.6));
    const int unit = Theme::unit(font());
    m_right->setSizes({40 * unit, 120 * unit});
    m_right->setStretchFactor(1, 1);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makePageHead(m_title, m_about, m_ofEntry, this));
    column->addWidget(m_parts);
    column->addWidget(m_right, 1);
    return right;
}

void StashPage::layOut()
{
    const int unit = Theme::unit(font());
    m_list->setItemDelegate(new StashDelegate(m_list));
    m_list->setAccessibleName(tr("Stashes"));
    m_columns->addWidget(m_list);
    m_columns->addWidget(makeRight());
    for (QSplitter *splitter : {m_columns, m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_columns->setSizes({84 * unit, 190 * unit});
    m_columns->setStretchFactor(1, 1);
    m_error->setCanClose(true);
    m_error->setCanRetry(false);
    m_goToChanges = m_error->addButton(tr("Go to Changes"));
    m_error->hide();
    auto *stack = new StateStack(m_controller, m_columns, this);
    stack->setLoadingText(tr("Reading the stash"));
    stack->emptyState()->setTitle(tr("Nothing is stashed"));
    stack->emptyState()->setExplanation(
        tr("A stash puts changes away, so that the work tree is as the last commit, and brings them back "
           "later, on this branch or another one."));
    stack->emptyState()->setAction(m_stash);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_error);
    column->addWidget(stack, 1);
    setFocusPolicy(Qt::StrongFocus);
}
