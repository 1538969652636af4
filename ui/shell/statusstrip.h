// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class BusyBar;
class PlainLabel;
class RepositoryContext;

/// The bottom line: running work with Cancel, the last message, when the repository was last read.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setContext(RepositoryContext *context); ///< null: no repository
    void showMessage(const QString &text);       ///< for ten seconds

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyWork();
    void applyTime();

    QPointer<RepositoryContext> m_context;
    BusyBar *m_busy;
    PlainLabel *m_message, *m_time;
    QTimer m_fade;
};
