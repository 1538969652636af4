// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drift/driftpage.h"
#include "ui/drift/findingdelegate.h"
#include "ui/drift/findingdetails.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

QWidget *DriftPage::makeHead()
{
    const int unit = Theme::unit(font());
    auto *head = new QWidget(this);
    m_environmentBar = new FlowLayout;
    m_environmentBar->setSpacing(2 * unit);
    auto *title = new PlainLabel(tr("Compare with"), head);
    title->setBuddy(m_comparison);
    title->setElideMode(Qt::ElideNone);
    m_comparison->setAccessibleName(tr("Compare with"));
    m_comparison->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_comparison->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * unit);
    line->addLayout(m_environmentBar, 1);
    line->addWidget(title, 0, Qt::AlignTop);
    line->addWidget(m_comparison, 0, Qt::AlignTop);
    title->setMinimumHeight(m_comparison->sizeHint().height());
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setWraps(true);
    m_problems->setSelectable(true);
    m_problems->setAccessibleName(tr("What could not be compared"));
    m_error->setCanClose(false);
    m_error->setCanRetry(true);
    connect(m_error, &ErrorBanner::retryRequested, &m_controller, &DriftController::refresh);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 2 * unit);
    layout->setSpacing(2 * unit);
    layout->addLayout(line);
    layout->addWidget(m_summary);
    layout->addWidget(m_problems);
    layout->addWidget(m_error);
    return head;
}

void DriftPage::setUpTree()
{
    m_tree->setModel(&m_controller.findings());
    m_tree->setItemDelegate(new FindingDelegate(m_tree));
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->header()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(FindingItems::WhatColumn, 80 * letter);
    m_tree->header()->resizeSection(FindingItems::ClassColumn, 24 * letter);
}

void DriftPage::layOut()
{
    const int unit = Theme::unit(font());
    setUpTree();
    m_rows->addWidget(m_tree);
    m_rows->addWidget(m_details);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setSizes({60 * unit, 40 * unit});
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_nothing->setAction(m_chooseFile);
    m_body->addWidget(m_rows);
    m_body->addWidget(m_nothing);
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(makeHead());
    contentLayout->addWidget(m_body, 1);

    auto *stack = new StateStack(m_controller, content, this);
    stack->setLoadingText(tr("Comparing environments"));
    stack->emptyState()->setTitle(tr("No environments found"));
    stack->emptyState()->setExplanation(
        tr("Drift compares the environments of the Environments page; there are none."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
    setFocusProxy(m_tree);
}
