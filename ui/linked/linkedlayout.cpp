// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/keyedlist.h"
#include "ui/linked/linkeddelegate.h"
#include "ui/linked/linkedpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QToolButton>

QWidget *LinkedPage::makeSection(PlainLabel *title, PlainLabel *about, const QList<QAction *> &actions,
                                 QWidget *content)
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makePageHead(title, about, actions, this));
    column->addWidget(content, 1);
    return section;
}

void LinkedPage::layOut()
{
    const int unit = Theme::unit(font());
    for (KeyedList *list : {m_worktrees, m_submodules})
        list->setItemDelegate(new LinkedDelegate(list));
    m_worktrees->setAccessibleName(tr("Work trees"));
    m_submodules->setAccessibleName(tr("Submodules"));
    m_worktreeTitle->setText(tr("Work trees"));
    m_submoduleTitle->setText(tr("Submodules"));
    m_noSubmodules->setText(tr("This repository has no submodules"));
    m_noSubmodules->setForegroundRole(QPalette::PlaceholderText);
    m_noSubmodules->setAlignment(Qt::AlignCenter);
    auto *modules = new QWidget(this);
    auto *either = new QVBoxLayout(modules);
    either->setContentsMargins(0, 0, 0, 0);
    either->addWidget(m_submodules);
    either->addWidget(m_noSubmodules);
    m_rows->addWidget(makeSection(m_worktreeTitle, m_worktreeAbout,
                                  {m_openWorktree, m_add, m_remove, m_lock, m_prune}, m_worktrees));
    m_rows->addWidget(makeSection(
        m_submoduleTitle, m_submoduleAbout,
        {m_openSubmodule, m_addSubmodule, m_update, m_updateAll, m_nested, m_sync, m_deinit, m_cancel},
        modules));
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setSizes({100 * unit, 100 * unit});
    auto *stack = new StateStack(m_controller, m_rows, this);
    stack->setLoadingText(tr("Reading work trees and submodules"));
    auto *note =
        new PlainLabel(tr("Each can be opened in a tab of its own, and is trusted on its own."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * unit, unit, 2 * unit, unit);
    bar->addWidget(note, 1);
    bar->addWidget(makeTextButton(m_close, this));
    m_error->hide();
    m_error->setCanRetry(false);
    m_error->setCanClose(true);
    connect(m_error, &ErrorBanner::closed, m_error, &QWidget::hide);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_error);
    column->addWidget(stack, 1);
    setFocusPolicy(Qt::StrongFocus);
}
