// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Drafting {

/// A line of a message that counts.
struct MessageLine
{
    int number = 0; ///< 0-based, of the whole text
    QString text;
};

/// Without comment lines, what is behind git's scissors, and empty lines at both ends.
QList<MessageLine> linesOf(const QString &message, const QString &commentPrefix);

/// Merges, reverts made by git, fixup! commits: what commitlint leaves alone by default.
bool isMadeByTool(const QString &header);

} // namespace Drafting
