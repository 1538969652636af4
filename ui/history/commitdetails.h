// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "workspace/chosencommit.h"

#include <QWidget>

class PlainLabel;
class QPlainTextEdit;
class FlowLayout;

/// One commit in full: subject, people, times, id, parents and the message as plain text.
class CommitDetailsView final : public QWidget
{
    Q_OBJECT

public:
    explicit CommitDetailsView(QWidget *parent = nullptr);

    /// Without details nothing is shown, or what went wrong when problem has a message.
    void setCommit(const std::optional<Git::CommitDetails> &details, const Error &problem = {});

    /// What is known of its signature.
    void setSignature(const ChosenCommit &chosen, bool isTrusted);

Q_SIGNALS:
    void parentRequested(const Git::ObjectId &commit);

private:
    void paintSignature(Theme::Token token);
    void showParents(const QList<Git::ObjectId> &parents);

    PlainLabel *m_subject, *m_author, *m_when, *m_committer, *m_signature, *m_id;
    QWidget *m_parents;
    FlowLayout *m_parentButtons;
    QPlainTextEdit *m_message;
    bool m_hasSignature = false;
};
