// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/repositorycontext.h"
#include "workspace/changescontroller.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class CommitExtras;
class DraftBar;
class ErrorBanner;
class MessageEditor;
class PlainLabel;
class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QShortcut;

/// Message, draft and the commit button. What is written stays until a commit has succeeded.
class CommitBox final : public QWidget
{
    Q_OBJECT

public:
    CommitBox(RepositoryContext &context, ChangesController &changes, QAction *commit, QAction *amend,
              QAction *takeDraft, QWidget *parent = nullptr);

    MessageEditor *editor() const { return m_editor; }
    /// The commands of what a commit is made with beyond its message.
    void addCommands(const std::function<QAction *(const QString &id, const QString &text,
                                                   const QKeySequence &keys)> &add);
    void orderTabs(QWidget *before); ///< the message follows it, then the rest
    void takeDraft();
    void commit();
    void setAmends(bool amends);
    /// The message, and while amending what was written before. An amending is taken up again only for the
    /// same commit; nothing that was written is lost.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void messageChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void validate();
    void showRemarks(const QList<Drafting::Validation> &remarks);
    void showRules();
    void showLength(const QString &text);
    void updateButton();
    QString reasonAgainst() const; ///< committing now; empty: none
    void waitForKey();
    void showRunning(bool isRunning);
    void showFailure(const Error &error);
    void finish(const Git::ObjectId &commit);
    void takeLastMessage(const Git::ObjectId &commit, const QString &message);
    KeptMessage kept() const;
    void keep();
    void tellStepMessage();
    void dropUsed(const QString &message);
    void showKept(const KeptMessage &message); ///< in place of what is there
    void takePrepared(const QString &before);
    void showOffer();
    bool isOwnText() const; ///< the user's: neither empty nor what git has prepared
    Git::ObjectId head() const { return m_context.repository().refs().head.target; }

    RepositoryContext &m_context;
    ChangesController &m_changes;
    QAction *m_commit, *m_amend;
    DraftBar *m_draft;
    MessageEditor *m_editor;
    CommitExtras *m_extras;
    PlainLabel *m_length, *m_remark;
    QPlainTextEdit *m_output;
    ErrorBanner *m_error;
    QPushButton *m_button, *m_cancel;
    QShortcut *m_escape;
    QTimer m_keyTimer; ///< runs while something signs and nothing is printed
    bool m_isWaitingForKey = false;
    bool m_isShowing = false;
    bool m_isOfStep = false; ///< written while git had a message prepared
    QString m_beforeAmend;
    Git::ObjectId m_failedAt; // HEAD when a commit failed
    Git::ObjectId m_amended;  // null: not amending, or its message is not here yet
};
