// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class PlainLabel;
class QAction;
class QToolButton;
class QWidget;

/// The text of an action as a flat button.
QToolButton *makeTextButton(QAction *action, QWidget *parent);

/// What a page shows of one entry: its title, a quiet line about it, and what can be done with it. Becomes
/// the parent of the labels.
QWidget *makePageHead(PlainLabel *title, PlainLabel *about, const QList<QAction *> &actions, QWidget *parent);
