// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/historycontroller.h"

class CommitDetailsView;
class CommitList;
class DiffView;
class FileList;
class PlainLabel;
class RepositoryContext;
class QSplitter;

/// All commits with their graph; below, the chosen one in full, its files and their differences.
/// openArgument(): a commit's full id in hex.
class HistoryPage final : public Page
{
    Q_OBJECT

public:
    explicit HistoryPage(RepositoryContext &context, QWidget *parent = nullptr);

    PageController &controller() override { return m_controller; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

private:
    void addCommands();
    void layOut();
    void choose();
    void goTo(int row);
    void keepChoice();
    void showCommit(const Git::ObjectId &commit);
    void showDiff();
    void showProblems();

    RepositoryContext &m_context;
    HistoryController m_controller;
    CommitList *m_list;
    CommitDetailsView *m_details;
    FileList *m_files;
    PlainLabel *m_fileCount, *m_problems;
    DiffView *m_diff;
    QSplitter *m_rows, *m_columns, *m_right;
    Git::ObjectId m_wanted; ///< asked for before it was loaded
};
