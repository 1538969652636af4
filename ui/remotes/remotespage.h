// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/remotes/remoteactions.h"
#include "workspace/remotes/remotescontroller.h"
#include "workspace/worklist.h"

#include <QStringListModel>

class ErrorBanner;
class KeyedList;
class PlainLabel;
class RepositoryContext;
class QSplitter;

/// The remotes: where each is fetched from and pushed to, its branches here, and what is done with it.
class RemotesPage final : public Page
{
    Q_OBJECT

public:
    explicit RemotesPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    RemoteItems &items() { return m_controller.items(); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    using Step = void (RemotesPage::*)(const Git::Remote &remote);

    void addCommands();
    void connectActions();
    bool mayWrite();
    const Git::Remote *current() const;
    void act(Step step);
    void add();
    void fetch(const Git::Remote &remote);
    void prune(const Git::Remote &remote);
    void askName(const Git::Remote &remote);
    void askAddresses(const Git::Remote &remote);
    void askRemoval(const Git::Remote &remote);
    QString removalText(const Git::Remote &remote) const;
    void keepChoice();
    void showRemote();
    // remotespage_layout.cpp
    void layOut();
    QWidget *makeRight();

    RepositoryContext &m_context;
    RemotesController m_controller;
    RemoteActionsController m_actions;
    QStringListModel m_branchNames;
    QAction *m_add = nullptr, *m_close = nullptr;
    QList<QAction *> m_ofRemote; ///< fetch, prune, rename, addresses, remove
    ErrorBanner *m_error;
    KeyedList *m_list, *m_branches;
    PlainLabel *m_title, *m_about, *m_fetchAddress, *m_pushAddress, *m_settings;
    QSplitter *m_columns;
    QByteArray m_wanted; ///< to be chosen as soon as it is there
    WorkList::Handle m_work;
};
