// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/sequence/rebasecontroller.h"
#include "workspace/worklist.h"

class ErrorBanner;
class PlainLabel;
class RepositoryContext;
class QListView;
class QPlainTextEdit;
class QPushButton;

/// A rebase as a list that one reorders and marks by keys. openArgument(): see fromCommit() and onto();
/// without one, the commits that are not on the upstream branch.
class RebasePage final : public Page
{
    Q_OBJECT

public:
    explicit RebasePage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();
    static QVariant behind(const Git::ObjectId &base); ///< the commits behind it
    static QVariant onto(const Git::ObjectId &commit); ///< all that are not on it yet, made anew on it

    PageController &controller() override { return m_controller; }
    RebaseController &rebase() { return m_controller; }
    void openArgument(const QVariant &argument) override;
    void stopWork() override { m_controller.cancel(); }

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Action = RebaseItems::Action;
    void addCommands();
    void connectAll();
    void layOut();
    QWidget *makeMessage();
    void apply();
    void showMessage();
    void mark(Action action);
    void move(int by);
    void start(bool skipsHook = false);
    void showError(const Error &error, bool isHookRefusal);
    void askToSkipHook();
    QList<int> chosenRows() const;

    RepositoryContext &m_context;
    RebaseController m_controller;
    QList<QAction *> m_marks;
    QAction *m_up, *m_down, *m_start, *m_startOver;
    PlainLabel *m_title, *m_warning, *m_summary, *m_messageTitle;
    QListView *m_list;
    QWidget *m_messageBox = nullptr;
    QPlainTextEdit *m_message;
    QPushButton *m_button;
    ErrorBanner *m_error;
    QPushButton *m_skipHook;
    bool m_isShowing = false;
    WorkList::Handle m_work;
};
