// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

/// What is said of a cell of CommitItems when somebody points at it: what is shortened in whole, what is
/// painted in words. Not yet made visible.
QString commitToolTip(const QModelIndex &index);
