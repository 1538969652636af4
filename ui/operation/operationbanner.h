// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/sequence/operationcontroller.h"

#include <QTimer>
#include <QWidget>

class BisectBar;
class BusyBar;
class ErrorBanner;
class PlainLabel;
class StatusShapeLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

/// Says on every page what is in progress, how many files are in conflict, and offers the ways on. Hidden
/// while nothing is.
class OperationBanner final : public QWidget
{
    Q_OBJECT

public:
    /// repository must outlive this.
    explicit OperationBanner(RepositoryController &repository, QWidget *parent = nullptr);

    OperationController &operation() { return m_controller; }

    // As commands, too; each does nothing where its button is off.
    void goOn();
    void skip();
    void askAbort();  ///< says first what comes back
    void askForget(); ///< says first what stays
    void showConflicts();

Q_SIGNALS:
    void messageShown(const QString &text);
    void conflictsWanted();
    void trustWanted();
    void focusLeft(); ///< it is gone, and had the focus

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void connectAll();
    QPushButton *addButton(const QString &text, void (OperationBanner::*command)());
    void apply();
    void applyButtons();
    void applyRunning();
    enum class Asking { Nothing, Abort, Forget };
    void setAsking(Asking asking);
    bool mayWrite();
    void showError(const Error &error, QPushButton *way = nullptr); ///< way: out of it
    void askToSkipHooks();

    RepositoryController &m_repository;
    OperationController m_controller;
    QTimer m_outputDelay;
    PlainLabel *m_sentence, *m_step, *m_question;
    BusyBar *m_busy;
    BisectBar *m_bisect;
    QPushButton *m_conflicts, *m_continue, *m_skip, *m_abort, *m_forget, *m_do, *m_keep;
    Asking m_asked = Asking::Nothing;
    QWidget *m_asking;
    QPlainTextEdit *m_output;
    ErrorBanner *m_error;
    QPushButton *m_accept;    ///< of the error: markers that are staged are meant
    QPushButton *m_skipHooks; ///< of the error: the hooks that refused are left out
};
