// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/draftbar.h"

#include "base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

DraftBar::DraftBar(QAction *takeDraft, QWidget *parent)
    : QFrame(parent)
    , m_header(new PlainLabel(this))
    , m_facts(new PlainLabel(this))
    , m_reasons(new PlainLabel(this))
    , m_why(new QToolButton(this))
    , m_take(new QToolButton(this))
{
    const int unit = Theme::unit(font());
    m_take->setDefaultAction(takeDraft);
    m_take->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_take->setAutoRaise(true);
    m_why->setText(tr("Why"));
    m_why->setCheckable(true);
    m_why->setAutoRaise(true);
    m_why->setAccessibleName(tr("Why this draft"));
    connect(m_why, &QToolButton::toggled, this, &DraftBar::setOpen);
    m_facts->setElideMode(Qt::ElideNone);
    m_facts->setFont(Theme::small(font()));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_reasons->setWraps(true);
    m_reasons->setSelectable(true);
    m_reasons->setFont(Theme::small(font()));
    m_reasons->setAccessibleName(tr("Reasons for the draft"));
    m_reasons->hide();
    m_header->setFont(Theme::fixedFont());

    auto *line = new QHBoxLayout;
    line->setSpacing(2 * unit);
    line->addWidget(m_header, 1);
    line->addWidget(m_facts);
    line->addWidget(m_why);
    line->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * unit, unit, 2 * unit, unit);
    layout->setSpacing(unit);
    layout->addLayout(line);
    layout->addWidget(m_reasons);
    setDraft({});
}

void DraftBar::setDraft(const Drafting::Draft &draft)
{
    setVisible(!draft.subject.isEmpty());
    m_why->show();
    m_header->setText(draft.header());
    const QString confidence = QLocale().toString(draft.confidence, 'f', 2);
    //: %1: how sure the draft is, from 0 to 1
    m_shortFacts = tr("draft %1").arg(confidence);
    QStringList facts{tr("type %1").arg(draft.type)};
    if (!draft.scope.isEmpty())
        facts += tr("scope %1").arg(draft.scope);
    //: %1: how sure the draft is, from 0 to 1
    facts += tr("confidence %1").arg(confidence);
    m_allFacts = facts.join(u" · "_s);
    setPlainToolTip(m_facts, m_allFacts);
    fitFacts();
    setPlainToolTip(m_header, draft.message());
    QStringList lines = draft.reasons;
    if (draft.alternatives.size() > 1) {
        QStringList others;
        for (const Drafting::TypeChoice &choice : draft.alternatives)
            others += choice.type + u' ' + QLocale().toString(choice.probability, 'f', 2);
        lines += tr("Types that fit: %1").arg(others.join(u", "_s));
    }
    m_reasons->setText(lines.join(u'\n'));
}

void DraftBar::setPrepared(const QString &message)
{
    setVisible(!message.isEmpty());
    m_why->hide();
    m_why->setChecked(false);
    m_header->setText(visibleText(message.section(u'\n', 0, 0)));
    setPlainToolTip(m_header, visibleText(message.left(2'000)));
    m_allFacts = m_shortFacts = tr("prepared by Git");
    setPlainToolTip(m_facts,
                    tr("The message of what is in progress; what you wrote stays until you take it"));
    fitFacts();
}

void DraftBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitFacts();
}

// The header comes first: the facts are written out in what it leaves.
void DraftBar::fitFacts()
{
    const int needed =
        std::min(m_header->sizeHint().width(), m_header->fontMetrics().averageCharWidth() * 50);
    const int buttons = m_why->sizeHint().width() + m_take->sizeHint().width();
    const int gaps = 12 * Theme::unit(font()); // the layout's margins and spacing
    const int rest = width() - buttons - gaps - needed;
    const bool hasRoom = m_facts->fontMetrics().horizontalAdvance(m_allFacts) <= rest;
    m_facts->setText(hasRoom ? m_allFacts : m_shortFacts);
}

void DraftBar::setOpen(bool isOpen)
{
    m_reasons->setVisible(isOpen);
}
