// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/commitbox.h"
#include "ui/changes/commitextras.h"
#include "ui/changes/messageeditor.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

void CommitBox::addCommands(
    const std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)> &add)
{
    m_extras->addCommands(add);
}

void CommitBox::takeDraft()
{
    if (!m_changes.preparedMessage().isEmpty())
        m_editor->replaceText(m_changes.preparedMessage());
    else if (!m_changes.draft().subject.isEmpty())
        m_changes.takeDraft();
    m_editor->setFocus();
}

bool CommitBox::isOwnText() const
{
    const QString text = m_editor->message();
    return !text.trimmed().isEmpty() && text != m_changes.preparedMessage();
}

// It goes as it came, with what it is the message of, unless somebody has written on.
void CommitBox::takePrepared(const QString &before)
{
    m_isOfStep = false;
    const QString text = m_editor->message();
    if (!m_amend->isChecked() && text != m_changes.preparedMessage() &&
        (text.trimmed().isEmpty() || text == before))
        m_editor->replaceText(m_changes.preparedMessage());
    tellStepMessage();
    showOffer();
    updateButton();
}

// What was written for something else before is not the message of a step that came in between.
void CommitBox::tellStepMessage()
{
    const bool isMeant = m_isOfStep && !m_amend->isChecked() && isOwnText();
    m_context.setStepMessage(isMeant ? m_editor->message() : QString());
}

void CommitBox::dropUsed(const QString &message)
{
    if (m_editor->message() != message)
        return;
    m_changes.messages().remember(message);
    m_editor->clear();
}

// What git has prepared comes before any draft.
void CommitBox::showOffer()
{
    const QString &prepared = m_changes.preparedMessage();
    if (prepared.isEmpty())
        m_draft->setDraft(m_changes.draft());
    else
        m_draft->setPrepared(prepared == m_editor->message() ? QString() : prepared);
}

void CommitBox::setAmends(bool amends)
{
    if (!amends) {
        m_editor->replaceText(m_beforeAmend);
        m_beforeAmend.clear();
        m_amended = {};
    } else if (m_amended.isNull()) { // else it was restored
        m_beforeAmend = m_editor->message();
        m_changes.readLastMessage();
    }
    m_extras->setAmends(amends);
    updateButton();
    Q_EMIT messageChanged();
}

void CommitBox::takeLastMessage(const Git::ObjectId &commit, const QString &message)
{
    if (!m_amend->isChecked())
        return;
    m_amended = commit;
    m_editor->replaceText(message);
}

KeptMessage CommitBox::kept() const
{
    KeptMessage message;
    if (isOwnText() || !m_amended.isNull())
        message.text = m_editor->message();
    if (!m_amended.isNull()) {
        message.amended = m_amended.text();
        message.beforeAmend = m_beforeAmend;
    }
    return message;
}

void CommitBox::keep()
{
    if (!m_isShowing)
        m_changes.messages().keep(kept());
}

void CommitBox::showKept(const KeptMessage &message)
{
    m_isShowing = true;
    if (m_amend->isChecked())
        m_amend->setChecked(false);
    m_editor->replaceText(message.text);
    if (!message.amended.isEmpty() && message.amended == head().text()) {
        m_beforeAmend = message.beforeAmend;
        m_amended = head();
        m_amend->setChecked(true);
    } else if (!message.beforeAmend.isEmpty()) {
        m_editor->replaceText(message.beforeAmend); // undo gives the other one
    }
    m_isShowing = false;
    takePrepared({});
    keep();
}

QJsonObject CommitBox::saveState() const
{
    if (m_changes.messages().isKeeping())
        return {};
    const KeptMessage message = kept();
    QJsonObject state{{u"message"_s, message.text}};
    if (!message.amended.isEmpty()) {
        state.insert(u"amended"_s, message.amended);
        state.insert(u"beforeAmend"_s, message.beforeAmend);
    }
    return state;
}

void CommitBox::restoreState(const QJsonObject &state)
{
    if (!m_editor->message().isEmpty())
        return;
    const KeptMessage message{state.value("message"_L1).toString(), state.value("amended"_L1).toString(),
                              state.value("beforeAmend"_L1).toString()};
    if (!message.isEmpty())
        showKept(message);
}
