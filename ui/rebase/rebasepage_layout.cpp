// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rebase/rebasepage.h"
#include "ui/rebase/stepdelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

QWidget *RebasePage::makeMessage()
{
    const int u = Theme::unit(font());
    m_messageBox = new QWidget(this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_messageTitle->setFont(strong);
    m_messageTitle->setContentsMargins(3 * u, u, 3 * u, u);
    m_message->setFont(Theme::fixedFont());
    m_message->setFrameShape(QFrame::NoFrame);
    m_message->setTabChangesFocus(true);
    m_message->setAccessibleName(tr("Message of the commit"));
    m_message->setFixedHeight(QFontMetrics(Theme::fixedFont()).lineSpacing() * 8);
    auto *column = new QVBoxLayout(m_messageBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messageTitle);
    column->addWidget(m_message);
    m_messageBox->hide();
    return m_messageBox;
}

void RebasePage::layOut()
{
    const int u = Theme::unit(font());
    m_list->setModel(&m_controller.items());
    m_list->setItemDelegate(new StepDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Steps, the oldest commit first"));
    m_error->setCanClose(true);
    m_error->hide();
    m_button->setAutoDefault(false);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_warning->setWraps(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *order = new PlainLabel(tr("The oldest commit comes first, as Git carries it out."), this);
    order->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(3 * u, 2 * u, 3 * u, u);
    head->setSpacing(u / 2);
    for (PlainLabel *label : {m_title, order, m_warning})
        head->addWidget(label);
    auto *keys = new FlowLayout;
    keys->setSpacing(u);
    for (QAction *action : m_marks + QList{m_up, m_down}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        const auto show = [button, action, text = action->text()] {
            const QString keys = action->shortcut().toString(QKeySequence::NativeText);
            button->setText(keys.isEmpty() ? text : QString(text + u"  "_s + keys));
        };
        show();
        connect(action, &QAction::changed, button, show);
        keys->addWidget(button);
    }
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * u, u, 3 * u, 2 * u);
    bar->setSpacing(2 * u);
    bar->addLayout(keys, 1);
    bar->addWidget(m_summary);
    bar->addWidget(m_button);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(makeMessage());
    column->addLayout(bar);
    auto *stack = new StateStack(m_controller, content, this);
    stack->setLoadingText(tr("Reading commits"));
    stack->emptyState()->setTitle(tr("Nothing to rebase"));
    stack->emptyState()->setExplanation(
        tr("Choose a commit on the History page, and there “Rebase interactively from here” or “Rebase onto "
           "this commit”. Without one, the commits that are not on the upstream branch are listed here."));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(stack);
    setFocusPolicy(Qt::StrongFocus);
}
