// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/environmentscontroller.h"

class CellDetails;
class PlainLabel;
class RepositoryContext;
class QSplitter;
class QTableView;

/// The matrix of units by environments; below, the chosen cell.
class EnvironmentsPage final : public Page
{
    Q_OBJECT

public:
    explicit EnvironmentsPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QList<PageCommand> declaredCommands(); ///< known before a page is made

    PageController &controller() override { return m_controller; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

private:
    void layOut();
    void setUpTable();
    void showCatalogue();
    void fitColumns();
    void showCell();
    void showCommit(const Git::ObjectId &commit);

    RepositoryContext &m_context;
    EnvironmentsController m_controller;
    QTableView *m_table;
    CellDetails *m_details;
    PlainLabel *m_problems;
    QSplitter *m_rows;
};
