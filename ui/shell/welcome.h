// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class PlainLabel;
class QListWidget;

/// What the window shows when no repository is open.
class Welcome final : public QWidget
{
    Q_OBJECT

public:
    /// ways: to a repository, the usual one first.
    explicit Welcome(const QList<QAction *> &ways, QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    QListWidget *m_recent;
    PlainLabel *m_recentTitle;
};
