// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/trail.h"
#include "ui/shell/page.h"
#include "workspace/commitsignatures.h"
#include "workspace/historycontroller.h"

class CommitDetailsView;
class CommitList;
class CommitMenu;
class DiffView;
class ImagePane;
class FileList;
class GoToLine;
class PlainLabel;
class QueryLine;
class RefPanel;
class RepositoryContext;
class QMenu;
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
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place
    {
        Git::ObjectId commit;
        int scroll = -1; ///< pixels; -1: such that the commit stands in the middle
    };

    // historypage_find.cpp
    QAction *addToggle(const QString &id, const QString &text, bool HistoryFilter::*member);
    void addFilterCommands();
    void addSignatureToggle(QMenu *menu);
    void addGoCommands();
    void connectQuery();
    void noteChoice();
    void search(const QString &line);
    void clearQuery(bool returns);
    void showSearch();
    void showRefsPanel();
    void goToRevision(const Git::ObjectId &commit, const Error &problem);

    // historypage_branches.cpp
    void addBranches();
    QWidget *makeHint();
    void changeFilter(const HistoryFilter &filter);
    void connectRefs();
    void showFilter();

    // historypage_choice.cpp
    void goTo(int row);
    void goToOneOf(const QList<int> &rows);
    void choose();
    void noteChosen();
    void swapCompared();
    bool leaveComparison(); ///< false: nothing is compared
    void goAlong(int step);
    void keepChoice();
    void showCommit(const Git::ObjectId &commit);
    void showFile();
    void showSignature();
    void showRefsOfCommit();
    void showDiff();
    QString differenceText();

    void addCommands();
    void addDiffCommands();
    void addMenus();
    void layOut();
    void copyIds();
    void showProblems();

    RepositoryContext &m_context;
    HistoryController m_controller;
    CommitSignatures m_signatures;
    CommitList *m_list;
    CommitDetailsView *m_details;
    CommitMenu *m_menu = nullptr;
    FileList *m_files;
    PlainLabel *m_fileCount, *m_problems, *m_end;
    DiffView *m_diff;
    ImagePane *m_images;
    QSplitter *m_outer, *m_rows, *m_columns, *m_right;
    RefPanel *m_refs;
    QueryLine *m_query;
    GoToLine *m_goTo;
    QWidget *m_hint = nullptr; ///< that refs are hidden
    PlainLabel *m_hintText = nullptr;
    QToolButton *m_swapButton;
    QAction *m_showRefs = nullptr, *m_showAll = nullptr, *m_showInFull = nullptr, *m_swap = nullptr;
    QList<std::pair<QAction *, bool HistoryFilter::*>> m_toggles;
    std::optional<bool> m_wantsRefs;       ///< nothing: as there is room
    std::optional<bool> m_wantsSignatures; ///< nothing: as configured
    bool m_isKeeping = false;
    Place m_before;           ///< where the list was before a query, or the hit that was chosen since
    QByteArray m_fileInSight; ///< the file whose block of differences is awaited
    Trail m_trail;
    Git::ObjectId m_wanted;   ///< asked for before it was loaded
    Git::ObjectId m_asked;    ///< of m_wanted: by another page, which is told when it is not there
    Git::ObjectId m_inFilter; ///< to be shown among the rows that a changed filter leaves
    Git::ObjectId m_compared; ///< by a command, while its row is the current one
    std::pair<Git::ObjectId, Git::ObjectId> m_compareShown;
    Git::ObjectId m_followed; ///< compared with the work tree, as the differences show it
};
