// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/driftcontroller.h"

class ErrorBanner;
class FindingDetails;
class PlainLabel;
class RepositoryContext;
class QButtonGroup;
class QComboBox;
class FlowLayout;
class QSplitter;
class QStackedWidget;
class QTreeView;
class EmptyState;

/// Where what runs differs from Git: an environment at a time, its findings, desired and live side by side.
class DriftPage final : public Page
{
    Q_OBJECT

public:
    explicit DriftPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QList<PageCommand> declaredCommands(); ///< known before a page is made

    PageController &controller() override { return m_controller; }
    int badge() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

private:
    void layOut();
    QWidget *makeHead();
    void setUpTree();
    void showResults();
    void showCurrent();
    void showFinding();
    void showNothing(const QString &environment);
    void fillComparison();
    void compare(int index);
    void chooseFile();

    RepositoryContext &m_context;
    DriftController m_controller;
    QAction *m_chooseFile;
    QButtonGroup *m_environments;
    FlowLayout *m_environmentBar;
    QComboBox *m_comparison;
    PlainLabel *m_summary, *m_problems;
    ErrorBanner *m_error;
    QTreeView *m_tree;
    FindingDetails *m_details;
    EmptyState *m_nothing;
    QStackedWidget *m_body;
    QSplitter *m_rows;
};
