// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflict/resulteditor.h"
#include "ui/shell/page.h"
#include "workspace/sequence/conflictscontroller.h"
#include "workspace/toolstarter.h"
#include "workspace/worklist.h"

class ConflictSides;
class ErrorBanner;
class FileList;
class PlainLabel;
class RepositoryContext;
class QSplitter;
class QStackedWidget;

/// The files in conflict: each with its sides beside each other and what becomes of it, to be chosen conflict
/// by conflict or for the whole file. openArgument(): a path as QByteArray, to be chosen.
class ConflictPage final : public Page
{
    Q_OBJECT

public:
    explicit ConflictPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    ConflictsController &conflicts() { return m_controller; }
    int badge() const override { return m_badge; }
    void openArgument(const QVariant &argument) override;
    void stopWork() override; ///< saves what was composed, so that nothing of it is lost
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    enum Part { NothingPart, TextPart, ChoicePart, ResolvedPart };
    // conflictpage.cpp
    void addCommands();
    void connectAll();
    void takeLists();
    void passFocus(Qt::FocusReason reason);
    void chooseFile();
    void chooseResolved();
    void showFile();
    void applyActions();
    void applyStrip();
    // conflictpage_layout.cpp
    void layOut();
    QWidget *makeLists();
    QWidget *makeHead();
    QWidget *makeText();
    QWidget *makeStrip();
    QWidget *makeCentered(PlainLabel *label, QAction *action);
    // conflictpage_act.cpp
    bool mayWrite();
    void keepText();
    void chooseHere(ConflictChoice choice);
    void takeWhole(Git::Side side);
    void takeBothWhole();
    void step(int by);
    void save(bool resolves);
    void unresolve();
    void loadAgain();
    void openMergeTool();
    QList<QByteArray> chosen() const;

    RepositoryContext &m_context;
    ConflictsController m_controller;
    ToolStarter m_tools;
    QAction *m_ours, *m_theirs, *m_both, *m_next, *m_previous, *m_fileOurs, *m_fileTheirs, *m_fileBoth,
        *m_fileBase, *m_save, *m_resolve, *m_unresolve, *m_startOver, *m_reload, *m_mergeTool;
    FileList *m_open, *m_resolved;
    PlainLabel *m_openTitle, *m_resolvedTitle, *m_name, *m_sentence, *m_where, *m_note, *m_choice,
        *m_resolvedText;
    ErrorBanner *m_error;
    ConflictSides *m_sides;
    ResultEditor *m_result;
    QWidget *m_head = nullptr;
    QStackedWidget *m_parts;
    QSplitter *m_columns, *m_lists, *m_rows;
    QHash<QByteArray, ResultEditor::Kept> m_kept; ///< of files that were left without saving
    QByteArray m_wanted;                          ///< to be chosen when it is there
    int m_badge = 0;
    bool m_isChoosing = false;
    WorkList::Handle m_work;
};
