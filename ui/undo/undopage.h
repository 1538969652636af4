// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/undo/undocontroller.h"
#include "workspace/undo/undodetail.h"
#include "workspace/undo/undoitems.h"

class DiffView;
class ErrorBanner;
class KeyedList;
class PlainLabel;
class QSplitter;
class RepositoryContext;

/// What can be undone: the list, what one record would bring back as differences, and bringing it back.
/// openArgument(): a record's ref, as QByteArray.
class UndoPage final : public Page
{
    Q_OBJECT

public:
    explicit UndoPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_undo; }
    UndoItems &items() { return m_items; }
    bool isSettled() override;
    void openArgument(const QVariant &argument) override;
    void startSearch() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void keepChoice();
    void showRecord();
    void showFiles();
    void bringBack(Git::UndoExtent extent);
    void askRemoval();
    const Git::UndoRecord *current() const;
    // undolayout.cpp
    void layOut();

    RepositoryContext &m_context;
    UndoController &m_undo;
    UndoItems m_items;
    UndoDetail m_detail;
    QAction *m_bringBack = nullptr, *m_bringFiles = nullptr, *m_remove = nullptr, *m_copy = nullptr,
            *m_close = nullptr;
    ErrorBanner *m_error;
    KeyedList *m_list;
    PlainLabel *m_title, *m_about;
    DiffView *m_diff;
    QSplitter *m_columns;
    QByteArray m_wanted; ///< ref to be chosen as soon as it is there
    bool m_isNew = true; ///< another record than the one whose differences are shown
};
