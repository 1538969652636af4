// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/filehistorycontroller.h"
#include "workspace/pathchoices.h"
#include "workspace/worklist.h"

class DiffView;
class PathEdit;
class PlainLabel;
class RevisionList;
class RepositoryContext;
class QSplitter;

/// The commits that changed one file or folder, also under its earlier names, and what each changed in it.
/// openArgument(): see PathPages.
class FileHistoryPage final : public Page
{
    Q_OBJECT

public:
    explicit FileHistoryPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    void stopWork() override { m_controller.stop(); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

private:
    void addCommands();
    void addDiffCommands();
    void layOut();
    void showWork();
    void showPath();
    void showNotes();
    void showDiff();
    void selectFirst();
    const RevisionItem *current() const;

    RepositoryContext &m_context;
    FileHistoryController m_controller;
    PathChoices m_choices;
    QAction *m_choose = nullptr, *m_goToCommit = nullptr, *m_blame = nullptr, *m_close = nullptr;
    PathEdit *m_path;
    PlainLabel *m_tip, *m_notes;
    RevisionList *m_list;
    DiffView *m_diff;
    QSplitter *m_columns;
    Git::ObjectId m_shown; ///< whose differences are there
    bool m_isWorking = false;
    WorkList::Handle m_work;
};
