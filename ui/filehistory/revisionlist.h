// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/revisionitems.h"
#include "ui/files/keyedlist.h"

/// The revisions of a file.
class RevisionList final : public KeyedList
{
    Q_OBJECT

public:
    explicit RevisionList(RevisionItems &revisions, QWidget *parent = nullptr);
};
