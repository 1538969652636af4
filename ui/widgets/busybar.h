// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class PlainLabel;
class QProgressBar;
class QToolButton;

/// Shows that something is at work: nothing for 300 ms, then words, after 1 s a progress bar and Cancel.
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(QWidget *parent = nullptr);

    void start(const QString &text, bool canCancel);
    void setText(const QString &text);
    void setProgress(qint64 done, qint64 total); ///< total 0: not known
    void stop();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void cancelRequested();

private:
    PlainLabel *m_text;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QTimer m_words, m_bar;
    bool m_isRunning = false, m_canCancel = false;
};
