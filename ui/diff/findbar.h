// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

/// The slim bar in which one types what to find.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QByteArray needle() const; ///< UTF-8
    void setStatus(const QString &text);
    void open(); ///< shows it, selects the old text, takes the focus

Q_SIGNALS:
    void needleChanged();
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_edit;
    QLabel *m_status;
};
