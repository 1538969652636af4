// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/reflabels.h"
#include "ui/theme/theme.h"
#include "workspace/chosencommit.h"

#include <QWidget>

class PlainLabel;
class FlowLayout;
class QScrollArea;
class WrappedText;

/// One commit in full: subject, people, times, id, refs, parents and the message as plain text, in one area
/// that scrolls and is never wider than there is room.
class CommitDetailsView final : public QWidget
{
    Q_OBJECT

public:
    explicit CommitDetailsView(QWidget *parent = nullptr);

    /// Without details nothing is shown, or what went wrong when problem has a message.
    void setCommit(const std::optional<Git::CommitDetails> &details, const Error &problem = {});

    void setRefs(const QList<RefLabel> &refs); ///< that stand at the commit

    /// What is known of its signature.
    void setSignature(const ChosenCommit &chosen, bool isTrusted);

Q_SIGNALS:
    void parentRequested(const Git::ObjectId &commit);

private:
    void layOut();
    void showPeople(const Git::Commit &commit);
    void paintSignature(Theme::Token token);
    void showParents(const QList<Git::ObjectId> &parents);

    QScrollArea *m_area;
    QWidget *m_content;
    WrappedText *m_subject, *m_author, *m_committer, *m_id, *m_refs, *m_message;
    PlainLabel *m_authored, *m_committed, *m_signature;
    QWidget *m_parents;
    FlowLayout *m_parentButtons;
    bool m_hasSignature = false;
};
