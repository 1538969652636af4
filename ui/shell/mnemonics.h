// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QSet>

/// The text with '&' before a letter or digit that is not taken yet, which becomes taken: the one the text
/// marks already, else the first of a word, else any. Without a mark when none is left.
QString withMnemonic(const QString &text, QSet<QChar> *taken);

/// Lets every entry of a menu be reached by a letter of its own. Marks in texts come first, in their order.
void giveMnemonics(const QList<QAction *> &entries);
