// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shortcutbook.h"

#include <QWidget>

#include <functional>

class PlainLabel;
class QKeySequenceEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

/// The list of all commands with their keys, and below it the keys of the chosen one. What is changed holds
/// at once; keys that another command has are taken from it only after that is said.
class ShortcutsEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutsEditor(const ShortcutBook &book, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeChosen();
    QWidget *makeNotice();
    void fill();
    void applyKeys();
    void applyFilter();
    void showChosen();
    void propose(const QList<QKeySequence> &keys);
    void resetAll();
    void ask(const QString &text, const QString &button, std::function<void()> run);
    void closeNotice();
    QString chosenId() const;

    ShortcutBook m_book;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    PlainLabel *m_none, *m_title, *m_text;
    QKeySequenceEdit *m_keys;
    QPushButton *m_remove, *m_reset, *m_resetAll, *m_run, *m_keep;
    QWidget *m_notice = nullptr;
    std::function<void()> m_pending;
};
