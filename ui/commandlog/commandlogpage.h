// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/commandlog/commandlogcontroller.h"

class RepositoryContext;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QTreeView;

/// Each program that was run: when, how long, how it ended, and what it said when it failed.
class CommandLogPage final : public Page
{
    Q_OBJECT

public:
    explicit CommandLogPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    CommandLogController &log() { return m_controller; }
    void startSearch() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void addCommands();
    void layOut();
    void layOutList();
    void applyFilter();
    void showRecord();
    void copyCommand();
    void copyAll();
    const RunRecord *current() const;

    RepositoryContext &m_context;
    CommandLogController m_controller;
    QAction *m_copy = nullptr, *m_copyAll = nullptr;
    QLineEdit *m_words;
    QCheckBox *m_everywhere;
    QTreeView *m_list;
    QPlainTextEdit *m_detail;
    QSplitter *m_rows;
};
