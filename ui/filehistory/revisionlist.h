// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/revisionitems.h"

#include <QListView>

/// The revisions of a file. J and K move like the arrows; Right goes into the difference.
class RevisionList final : public QListView
{
    Q_OBJECT

public:
    explicit RevisionList(RevisionItems &revisions, QWidget *parent = nullptr);

Q_SIGNALS:
    void diffRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    bool viewportEvent(QEvent *event) override;
};
