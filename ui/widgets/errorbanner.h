// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QEvent>
#include <QFrame>

class PlainLabel;
class QHBoxLayout;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

class ErrorBanner;

/// Goes from a banner that shows another error up to the widgets around it, until one takes it.
class ErrorShown final : public QEvent
{
public:
    explicit ErrorShown(ErrorBanner *shownIn)
        : QEvent(kind())
        , banner(shownIn)
    {}
    static Type kind();

    ErrorBanner *const banner;
};

/// An error where it belongs: sentence, hint, details that fold out, Copy and, when asked for, Retry.
/// Everything is plain text.
class ErrorBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBanner(QWidget *parent = nullptr);

    void setError(const Error &error);
    void setHint(const QString &hint); ///< when more is known
    const Error &error() const { return m_error; }
    void setCanRetry(bool canRetry);
    void setCanClose(bool canClose);
    QPushButton *addButton(const QString &text); ///< after Retry: another way out
    QString copyText() const;                    ///< message, hint and details as Copy gives them

Q_SIGNALS:
    void retryRequested();
    void errorChanged();
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
