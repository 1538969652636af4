// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class PlainLabel;

/// Asks once before something that throws away or moves: what will happen, in plain text, and a button that
/// names it. Cancel is the default. accepted() when the user wants it.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const QString &title, const QString &text, const QString &action, QWidget *parent);

    void setText(const QString &text); ///< when more is known
    QSize sizeHint() const override;

protected:
    void addBelowText(QWidget *widget); ///< what is meant, in full

private:
    PlainLabel *m_words;
};
