// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class PlainLabel;
class QAction;
class QPushButton;

/// Says what would be here and offers the one action that leads there.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setSymbol(const QString &iconName); ///< empty: none
    void setTitle(const QString &title);
    void setExplanation(const QString &text);
    void setAction(QAction *action); ///< not owned; null: no button

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawSymbol();

    QString m_symbolName;
    PlainLabel *m_symbol, *m_title, *m_explanation;
    QPushButton *m_button;
    QMetaObject::Connection m_click;
};
