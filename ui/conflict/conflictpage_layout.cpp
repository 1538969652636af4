// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/conflictpage.h"
#include "ui/conflict/conflictsides.h"
#include "ui/files/filelist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statestack.h"

#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QToolButton *buttonFor(QAction *action, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(action->text());
    // The action's text is longer than what its place needs.
    const auto show = [button, action, text] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setText(keys.isEmpty() ? text : QString(text + u"  "_s + keys));
    };
    show();
    QObject::connect(action, &QAction::changed, button, show);
    return button;
}

} // namespace

QWidget *ConflictPage::makeLists()
{
    const int u = Theme::unit(font());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const auto makeSide = [&](PlainLabel *title, FileList *list, const QString &name) {
        auto *box = new QWidget(this);
        title->setFont(strong);
        title->setContentsMargins(2 * u, u, u, u);
        list->setAccessibleName(name);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(title);
        column->addWidget(list, 1);
        return box;
    };
    m_lists->addWidget(makeSide(m_openTitle, m_open, tr("Files in conflict")));
    m_lists->addWidget(makeSide(m_resolvedTitle, m_resolved, tr("Resolved files")));
    m_lists->setSizes({60 * u, 40 * u});
    return m_lists;
}

QWidget *ConflictPage::makeHead()
{
    const int u = Theme::unit(font());
    m_head = new QWidget(this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_name->setElideMode(Qt::ElideMiddle);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_name);
    texts->addWidget(m_sentence);
    auto *whole = new PlainLabel(tr("Whole file:"), m_head);
    whole->setElideMode(Qt::ElideNone);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(3 * u, u, 2 * u, u);
    row->setSpacing(u);
    row->addLayout(texts, 1);
    row->addWidget(whole);
    row->addWidget(buttonFor(m_fileOurs, tr("Ours"), m_head));
    row->addWidget(buttonFor(m_fileTheirs, tr("Theirs"), m_head));
    row->addWidget(buttonFor(m_fileBoth, tr("Both"), m_head));
    row->addWidget(buttonFor(m_fileBase, tr("Before both"), m_head));
    return m_head;
}

QWidget *ConflictPage::makeStrip()
{
    const int u = Theme::unit(font());
    auto *strip = new QWidget(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(3 * u, u, 2 * u, u);
    row->setSpacing(u);
    row->addWidget(m_where, 1);
    row->addWidget(buttonFor(m_ours, tr("Ours"), strip));
    row->addWidget(buttonFor(m_theirs, tr("Theirs"), strip));
    row->addWidget(buttonFor(m_both, tr("Both"), strip));
    row->addSpacing(2 * u);
    row->addWidget(buttonFor(m_previous, tr("Previous"), strip));
    row->addWidget(buttonFor(m_next, tr("Next"), strip));
    return strip;
}

QWidget *ConflictPage::makeText()
{
    const int u = Theme::unit(font());
    auto *below = new QWidget(this);
    m_note->setWraps(true);
    m_note->setContentsMargins(3 * u, 0, 2 * u, u);
    auto *title = new PlainLabel(tr("Result"), below);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(3 * u, u, 2 * u, u);
    bar->setSpacing(u);
    bar->addWidget(title, 1);
    bar->addWidget(buttonFor(m_mergeTool, tr("Merge tool"), below));
    bar->addWidget(buttonFor(m_startOver, tr("Start over"), below));
    bar->addWidget(buttonFor(m_reload, tr("Load again"), below));
    bar->addWidget(buttonFor(m_save, tr("Save"), below));
    bar->addWidget(buttonFor(m_resolve, tr("Mark as resolved"), below));
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeStrip());
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addWidget(m_result, 1);
    m_rows->addWidget(m_sides);
    m_rows->addWidget(below);
    m_rows->setSizes({100 * u, 100 * u});
    return m_rows;
}

QWidget *ConflictPage::makeCentered(PlainLabel *label, QAction *action)
{
    const int u = Theme::unit(font());
    auto *box = new QWidget(this);
    label->setWraps(true);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(6 * u, 6 * u, 6 * u, 6 * u);
    column->setSpacing(3 * u);
    column->addWidget(label);
    if (action)
        column->addWidget(buttonFor(action, action->text(), box), 0, Qt::AlignLeft);
    column->addStretch(1);
    return box;
}

void ConflictPage::layOut()
{
    const int u = Theme::unit(font());
    m_error->setCanClose(true);
    m_error->hide();
    m_resolvedText->setText(tr("Resolved. Until it is committed it can be made a conflict again; what stands "
                               "in the file now is recorded first."));
    m_parts->addWidget(new QWidget(this));
    m_parts->addWidget(makeText());
    m_parts->addWidget(makeCentered(m_choice, nullptr));
    m_parts->addWidget(makeCentered(m_resolvedText, m_unresolve));
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(makeHead());
    column->addWidget(m_parts, 1);
    m_columns->addWidget(makeLists());
    m_columns->addWidget(right);
    m_columns->setSizes({72 * u, 200 * u});
    m_columns->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_columns, m_lists, m_rows}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
    }
    auto *stack = new StateStack(m_controller, m_columns, this);
    stack->emptyState()->setTitle(tr("No conflicts"));
    stack->emptyState()->setExplanation(
        tr("Files that a merge, rebase, pick or stash could not bring together are listed here."));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(stack);
    setFocusPolicy(Qt::StrongFocus);
}

void ConflictPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    passFocus(event->reason());
}

void ConflictPage::passFocus(Qt::FocusReason reason)
{
    for (FileList *list : {m_open, m_resolved}) {
        if (list->isVisible() && list->model()->rowCount() > 0) {
            list->setFocus(reason);
            return;
        }
    }
}

QJsonObject ConflictPage::saveState() const
{
    const auto text = [](const QSplitter *splitter) {
        return QString::fromLatin1(splitter->saveState().toBase64());
    };
    return {{u"columns"_s, text(m_columns)}, {u"lists"_s, text(m_lists)}, {u"rows"_s, text(m_rows)}};
}

void ConflictPage::restoreState(const QJsonObject &state)
{
    const auto apply = [&](QSplitter *splitter, const QString &key) {
        splitter->restoreState(QByteArray::fromBase64(state.value(key).toString().toLatin1()));
        splitter->setHandleWidth(1);
    };
    apply(m_columns, u"columns"_s);
    apply(m_lists, u"lists"_s);
    apply(m_rows, u"rows"_s);
}
