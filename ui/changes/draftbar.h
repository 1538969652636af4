// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/types.h"

#include <QFrame>

class PlainLabel;
class QToolButton;

/// The drafted message for what is staged, or the one that git has prepared: its header, type, scope and
/// confidence, why, and the button that takes it. Where there is no room for them, type and scope are in the
/// header alone.
class DraftBar final : public QFrame
{
    Q_OBJECT

public:
    explicit DraftBar(QAction *takeDraft, QWidget *parent = nullptr);

    void setDraft(const Drafting::Draft &draft);
    void setPrepared(const QString &message); ///< by git, in place of a draft; empty: nothing is offered

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setOpen(bool isOpen);
    void fitFacts();

    PlainLabel *m_header, *m_facts, *m_reasons;
    QToolButton *m_why, *m_take;
    QString m_allFacts, m_shortFacts;
};
