// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filehistory/revisionlist.h"

#include "ui/filehistory/revisiondelegate.h"

RevisionList::RevisionList(RevisionItems &revisions, QWidget *parent)
    : KeyedList(revisions, parent)
{
    setItemDelegate(new RevisionDelegate(this));
    setAccessibleName(tr("Commits that changed the file"));
}
