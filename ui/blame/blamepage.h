// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/blamecontroller.h"
#include "workspace/pathchoices.h"
#include "workspace/worklist.h"

#include "diff/search.h"

class BlameView;
class FindBar;
class PathEdit;
class PlainLabel;
class RepositoryContext;
class QPushButton;
class StateStack;

/// One file line by line with who changed it last, and from there to that commit or to what the line was
/// before it. openArgument(): see PathPages.
class BlamePage final : public Page
{
    Q_OBJECT

public:
    explicit BlamePage(RepositoryContext &context, QWidget *parent = nullptr);

    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    void stopWork() override { m_controller.stop(); }

    BlameController &blame() { return m_controller; }

private:
    void addCommands();
    void layOut();
    void showWork();
    void connectFind();
    void showNotes();
    void showPlace();
    void showLine();
    void goToCommit(const Git::ObjectId &commit);
    void search();
    void showFound(const Result<Diff::Matches> &found);
    void showMatch(qsizetype index);
    void stepMatch(int direction);

    RepositoryContext &m_context;
    BlameController m_controller;
    PathChoices m_choices;
    QAction *m_choose = nullptr, *m_goToCommit = nullptr, *m_parent = nullptr, *m_back = nullptr,
            *m_history = nullptr, *m_close = nullptr;
    PathEdit *m_path;
    PlainLabel *m_revision, *m_notes, *m_line;
    BlameView *m_view;
    FindBar *m_findBar;
    StateStack *m_stack = nullptr;
    QPushButton *m_trust = nullptr;
    Diff::Matches m_found;
    qsizetype m_match = -1;
    bool m_isShown = false; ///< lines of this place are there
    LatestTask<Diff::Matches> m_search;
    bool m_isWorking = false;
    WorkList::Handle m_work;
};
