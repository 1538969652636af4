// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFrame>

class PlainLabel;
class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

/// An error where it belongs: sentence, hint, details that fold out, Copy and, when asked for, Retry.
/// Everything is plain text.
class ErrorBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    void setError(const Error &error);
    void setCanRetry(bool canRetry);
    void setCanClose(bool canClose);
    QPushButton *addButton(const QString &text); ///< after Retry: another way out
    QString copyText() const;                    ///< message, hint and details as Copy gives them

Q_SIGNALS:
    void retryRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setFolded(bool isFolded);

    Error m_error;
    PlainLabel *m_message, *m_hint;
    QToolButton *m_fold, *m_close;
    QPushButton *m_copy, *m_retry;
    QHBoxLayout *m_buttons;
    QPlainTextEdit *m_detail;
};
