// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QAbstractItemModel;
class QCompleter;

/// A line in which a file's path is typed, completed from any part of it. Hidden characters show as what they
/// are.
class PathEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PathEdit(QAbstractItemModel *names, QWidget *parent = nullptr);

    void showPath(const QByteArray &path); ///< what is open now; Esc comes back to it

Q_SIGNALS:
    void nameChosen(const QString &name); ///< Enter, or a completion; only when it is another one
    void focused();                       ///< names are wanted now
    void left();                          ///< Esc

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();

    QString m_shown;
};
