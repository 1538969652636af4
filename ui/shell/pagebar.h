// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

/// The pages of a repository as a narrow column: symbol over a short word, a badge with a count.
class PageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PageBar(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &title, const QString &iconName,
                 const QKeySequence &shortcut);
    void removePage(const QString &id);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    void setShortcut(const QString &id, const QKeySequence &keys);
    void focusCurrent();

Q_SIGNALS:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAbstractButton *button(const QString &id) const;

    QButtonGroup *m_buttons;
    QVBoxLayout *m_column;
};
