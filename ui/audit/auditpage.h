// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "workspace/audit/auditcontroller.h"

class ErrorBanner;
class PlainLabel;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QTreeView;
class RepositoryContext;
class StatusChip;

/// What was drafted, scanned and approved, by whom and what became of it, and whether the trail of it is as
/// it was written.
class AuditPage final : public Page
{
    Q_OBJECT

public:
    explicit AuditPage(RepositoryContext &context, QWidget *parent = nullptr);

    static QString pageId();
    static QList<PageCommand> declaredCommands();

    PageController &controller() override { return m_controller; }
    AuditController &audit() { return m_controller; }
    void startSearch() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addCommands();
    void connectParts();
    void layOut();
    void layOutList();
    QWidget *makeTop();
    QWidget *makeVerdict();
    void applyFilter();
    void keepChoice();
    void showRecord();
    void showVerdict();
    void showNote();
    void copyHead();
    void chooseExport();
    const Audit::Record *current() const;

    RepositoryContext &m_context;
    AuditController m_controller;
    QAction *m_copy = nullptr, *m_copyHead = nullptr, *m_verify = nullptr, *m_export = nullptr,
            *m_close = nullptr;
    QLineEdit *m_words;
    QComboBox *m_period;
    QCheckBox *m_everywhere;
    StatusChip *m_chip;
    PlainLabel *m_verdict, *m_remarks, *m_note;
    ErrorBanner *m_error;
    QTreeView *m_list;
    QPlainTextEdit *m_detail;
    QSplitter *m_rows;
    bool m_wasShown = false;
};
