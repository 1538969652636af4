// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class RepositoryController;
class QAction;
class QActionGroup;
class QShortcut;

/// Why nothing can be changed in a repository; empty: it can.
QString writeProblem(const RepositoryController &repository);

/// Commands that change a repository. Where that cannot be they are off, whatever else their page says, and
/// their tool tips say why; their keys, on which nothing can be seen, lead to the question of trust.
class WritingActions final : public QObject
{
    Q_OBJECT

public:
    /// The repository must outlive this. Keys hold in the page.
    WritingActions(RepositoryController &repository, QWidget *page);

    /// Its tool tip is one that stays.
    void add(QAction *action);
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();
    void refused(); ///< the key of one was pressed

private:
    void apply();
    void show(QAction *action);

    struct Part
    {
        QString toolTip;
        QShortcut *key = nullptr;
    };
    RepositoryController &m_repository;
    QWidget *m_page;
    QActionGroup *m_group; ///< off as a whole, without touching what each was told
    QHash<QAction *, Part> m_parts;
    QString m_problem;
};
