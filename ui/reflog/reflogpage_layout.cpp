// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/diffview.h"
#include "ui/files/filelist.h"
#include "ui/files/keyedlist.h"
#include "ui/history/commitdetails.h"
#include "ui/history/commitmenu.h"
#include "ui/reflog/reflogdelegate.h"
#include "ui/reflog/reflogpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

QWidget *ReflogPage::makeBar()
{
    const int unit = Theme::unit(font());
    m_kinds->setAccessibleName(tr("Moves or lost commits"));
    m_kinds->setDocumentMode(true);
    m_kinds->setExpanding(false);
    m_kinds->setDrawBase(false);
    m_kinds->setElideMode(Qt::ElideMiddle);
    m_kinds->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    m_kinds->addTab(u"HEAD"_s);
    m_kinds->addTab(tr("Lost commits"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    row->setSpacing(unit);
    row->addWidget(m_kinds);
    row->addWidget(m_note);
    m_moreButton = makeTextButton(m_more, bar);
    m_findButton = makeTextButton(m_find, bar);
    m_stopButton = makeTextButton(m_stop, bar);
    for (QToolButton *button : {m_moreButton, m_findButton, m_stopButton})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(makeTextButton(m_choose, bar));
    row->addWidget(makeTextButton(m_close, bar));
    return bar;
}

QWidget *ReflogPage::makeRight()
{
    const int unit = Theme::unit(font());
    m_files->setAccessibleName(tr("Files of the commit"));
    m_files->setSelectionMode(QAbstractItemView::SingleSelection);
    m_files->setMinimumHeight(2 * qRound(fontMetrics().height() * 1.6));
    m_diff->setAccessibleName(tr("Differences of the commit"));
    m_upper->addWidget(m_details);
    m_upper->addWidget(m_files);
    m_upper->setSizes({100 * unit, 80 * unit});
    m_right->addWidget(m_upper);
    m_right->addWidget(m_diff);
    m_right->setSizes({60 * unit, 100 * unit});
    m_right->setStretchFactor(1, 1);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QList<QAction *> actions{findChild<QAction *>(u"reflog.createBranch"_s), m_goToCommit, m_compareMove};
    column->addWidget(makePageHead(m_title, m_about, actions, this));
    column->addWidget(m_menu->banner());
    column->addWidget(m_right, 1);
    return right;
}

void ReflogPage::layOut()
{
    const int unit = Theme::unit(font());
    m_list->setItemDelegate(new ReflogDelegate(m_list));
    m_list->setAccessibleName(tr("Moves and lost commits"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns->addWidget(m_list);
    m_columns->addWidget(makeRight());
    for (QSplitter *splitter : {m_columns, m_right, m_upper}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    m_columns->setSizes({90 * unit, 190 * unit});
    m_columns->setStretchFactor(1, 1);
    auto *bar = makeBar();
    m_stack = new StateStack(m_controller, m_columns, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);
    setFocusPolicy(Qt::StrongFocus);
}
