// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/historycontroller.h"

class CommitDetailsView;
class CommitList;
class CommitMenu;
class DiffView;
class FileList;
class GoToLine;
class PlainLabel;
class QueryLine;
class RefPanel;
class RepositoryContext;
class QSplitter;
class QToolButton;

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
    void undo() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place
    {
        Git::ObjectId commit;
        int scroll = 0;
    };

    // historypage_find.cpp
    QAction *addToggle(const QString &id, const QString &text, bool HistoryFilter::*member);
    void addFilterCommands();
    void addGoCommands();
    void connectQuery();
    void connectRefs();
    QWidget *makeHint();
    void search(const QString &line);
    void clearQuery(bool returns);
    void showSearch();
    void showFilter();
    void showRefsPanel();
    void goToRevision(const Git::ObjectId &commit, const Error &problem);

    // historypage_choice.cpp
    void goTo(int row);
    void goToOneOf(const QList<int> &rows);
    void choose();
    void swapCompared();
    void keepChoice();
    void showCommit(const Git::ObjectId &commit);
    void showFile();
    void showSignature();
    void showDiff();
    QString differenceText();

    void addCommands();
    void addMenus();
    void layOut();
    void copyIds();
    void showProblems();

    RepositoryContext &m_context;
    HistoryController m_controller;
    CommitList *m_list;
    CommitDetailsView *m_details;
    CommitMenu *m_menu = nullptr;
    FileList *m_files;
    PlainLabel *m_fileCount, *m_problems, *m_end;
    DiffView *m_diff;
    QSplitter *m_outer, *m_rows, *m_columns, *m_right;
    RefPanel *m_refs;
    QueryLine *m_query;
    GoToLine *m_goTo;
    QWidget *m_hint = nullptr; ///< that refs are hidden
    PlainLabel *m_hintText = nullptr;
    QToolButton *m_swapButton;
    QAction *m_showRefs = nullptr, *m_showAll = nullptr, *m_showInFull = nullptr, *m_swap = nullptr;
    QList<std::pair<QAction *, bool HistoryFilter::*>> m_toggles;
    std::optional<bool> m_wantsRefs; ///< nothing: as there is room
    bool m_isKeeping = false;
    Place m_before;           ///< where the list was before a query
    QByteArray m_fileInSight; ///< the file whose block of differences is awaited
    Git::ObjectId m_wanted;   ///< asked for before it was loaded
    Git::ObjectId m_compared; ///< by a command, while its row is the current one
    Git::ObjectId m_followed; ///< compared with the work tree, as the differences show it
};
