// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/toolstarter.h"

#include <QAction>

class RepositoryContext;
class QAbstractItemView;

/// "Open in editor", "Open in difference tool" and "Open terminal" for the chosen file of a list: as commands
/// of a page and in the list's context menu.
class ToolActions final : public QObject
{
    Q_OBJECT

public:
    using AddCommand =
        std::function<QAction *(const QString &id, const QString &text, const QKeySequence &keys)>;

    /// area: what the commands' ids begin with. target: what is chosen now; an empty path: nothing. context
    /// outlives this.
    ToolActions(RepositoryContext &context, const QString &area, const AddCommand &add,
                std::function<ToolStarter::File()> target, QObject *parent);

    void addMenuTo(QAbstractItemView *list); ///< behind what is there
    ToolStarter &starter() { return m_starter; }

private:
    void run(const std::function<Result<void>(const ToolStarter::File &file)> &open, bool needsFile);
    void showFailure(const Error &error);

    RepositoryContext &m_context;
    ToolStarter m_starter;
    std::function<ToolStarter::File()> m_target;
    QList<QAction *> m_actions;
};
