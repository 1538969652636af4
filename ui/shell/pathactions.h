// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

#include <QAction>

#include <functional>

class RepositoryContext;
class QAbstractItemView;

/// A file or folder at a commit, or in the work tree where the commit is null.
struct PathAt
{
    QByteArray path; ///< empty: none; a folder's without '/'
    Git::ObjectId commit;
};

/// Ids of the pages that a path can be opened in, and what their openArgument() takes.
namespace PathPages {

inline QString fileHistory()
{
    return QStringLiteral("filehistory");
}
inline QString blame()
{
    return QStringLiteral("blame");
}
/// line: 0-based, to stand on.
QVariant argument(const PathAt &target, qsizetype line = 0);
PathAt target(const QVariant &argument);
qsizetype line(const QVariant &argument);

} // namespace PathPages

/// "File history" and "Blame" of the chosen file of a list: as commands of a page and as the list's context
/// menu.
class PathActions final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    /// area: what the commands' ids begin with. target: what is chosen now. context outlives this.
    PathActions(RepositoryContext &context, const QString &area, const AddCommand &add,
                std::function<PathAt()> target, QObject *parent);

    void addMenuTo(QAbstractItemView *list);
    const QList<QAction *> &actions() const { return m_actions; }

private:
    QAction *add(const AddCommand &add, const QString &id, const QString &text, const QKeySequence &keys,
                 const QString &page);

    RepositoryContext &m_context;
    std::function<PathAt()> m_target;
    QList<QAction *> m_actions;
};
