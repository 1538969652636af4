// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class BusyBar;
class FieldCompleter;
class PlainLabel;
class QLineEdit;
class QAction;
class QMenu;
class QToolButton;

/// The line that searches history, with what it found. A mistake is marked at its place and said below; the
/// search runs 200 ms after the last key, or at Enter.
///
/// Keys: Enter or Down into the list; Escape clears, and leaves when the line is empty.
class QueryLine final : public QWidget
{
    Q_OBJECT

public:
    struct Progress
    {
        qsizetype hits = 0, searched = 0, all = 0;
        bool isRunning = false;
    };

    explicit QueryLine(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); ///< without telling
    void setMenu(QMenu *menu);         ///< of the button beside the line
    void setFiltered(bool isFiltered); ///< the button says that not all is shown

    /// Said below the line and marked at its place; an empty sentence: none.
    void setProblem(const QString &sentence, qsizetype position = 0, qsizetype length = 0);
    /// After the query was run; notes and the problem stand below the line.
    void setProgress(const Progress &progress);
    void setNotes(const QStringList &notes, const QString &problem);
    void clearResult(); ///< no query is shown
    void start();       ///< takes the focus with all text selected

Q_SIGNALS:
    void queryChanged(const QString &line);
    void cleared();         ///< Escape in a line with text, or Cancel
    void searchCancelled(); ///< keep what was found so far
    void listWanted();      ///< the focus should go to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();
    void mark();
    void applyIcons();
    bool takeKey(int key);

    QLineEdit *m_edit;
    QAction *m_symbol;
    QToolButton *m_menu;
    PlainLabel *m_status, *m_words;
    BusyBar *m_busy;
    FieldCompleter *m_completer;
    QTimer m_delay;
    QString m_problem;
    qsizetype m_problemAt = 0, m_problemLength = 0;
};
