// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commititems.h"

#include <QTreeView>

/// The list of commits. J and K move like the arrows; selection stays on the commit when history is read
/// anew.
class CommitList final : public QTreeView
{
    Q_OBJECT

public:
    explicit CommitList(CommitItems &commits, QWidget *parent = nullptr);

    void showCommit(const Git::ObjectId &commit); ///< selects and scrolls to it when it is there

Q_SIGNALS:
    void commitSelected(const Git::ObjectId &commit); ///< null: none

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void fitColumns();

    CommitItems &m_commits;
};
