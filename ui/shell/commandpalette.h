// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

/// One thing the palette can run.
struct PaletteCommand
{
    QString area; ///< the menu it stands in
    QPointer<QAction> action;
};

/// A command's text as people read it: without mnemonic marks.
QString commandName(const QString &text);

/// Every command of the window and the current page, found by a few letters. Lies over the window it belongs
/// to.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void open(const QList<PaletteCommand> &commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void run();
    void close(bool returnsFocus);
    void moveBy(int rows);

    class Rows;
    Rows *m_rows;
    QLineEdit *m_filter;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};
