// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/pathedit.h"

#include "base/text.h"

#include <QCompleter>
#include <QKeyEvent>

PathEdit::PathEdit(QAbstractItemModel *names, QWidget *parent)
    : QLineEdit(parent)
{
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    setPlaceholderText(tr("Path of a file"));
    setAccessibleName(tr("Path of a file"));
    setClearButtonEnabled(false);
    connect(this, &QLineEdit::returnPressed, this, &PathEdit::choose);
    // Later: the completer has still to put its text in.
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &PathEdit::choose,
            Qt::QueuedConnection);
}

void PathEdit::showPath(const QByteArray &path)
{
    m_shown = displayPath(path);
    setText(m_shown);
    setCursorPosition(static_cast<int>(m_shown.size()));
}

void PathEdit::choose()
{
    const QString name = text().trimmed();
    if (!name.isEmpty() && name != m_shown)
        Q_EMIT nameChosen(name);
}

void PathEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT focused();
}

void PathEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QLineEdit::keyPressEvent(event);
    setText(m_shown);
    Q_EMIT left();
}
