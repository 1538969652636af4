// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palettesearch.h"

#include <QAction>
#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;

/// One thing the palette can run.
struct PaletteCommand
{
    QString area; ///< the menu it stands in
    QString text = {};
    QList<QKeySequence> shortcuts = {};
    QPointer<QAction> action = {};       ///< listed while it is enabled
    std::function<void()> run = nullptr; ///< instead of the action: of a page that is not shown
};

/// A command's text as people read it: without mnemonic marks.
QString commandName(const QString &text);

/// Every command of the window and the pages, and what else one can go to, found by a few letters. Lies over
/// the window it belongs to.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// prompt: what can be typed; empty: a command.
    void open(const QList<PaletteCommand> &commands, const QList<PaletteGroup> &groups = {},
              const QString &prompt = {});
    void setGroups(const QList<PaletteGroup> &groups); ///< other ones, while it is open

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void run();
    void close(bool returnsFocus);
    void moveBy(int rows);
    void search();
    void showFound();

    class Rows;
    Rows *m_rows;
    PaletteSearch m_search;
    bool m_isMoved = false; ///< the user left the best one
    QLineEdit *m_filter;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};
