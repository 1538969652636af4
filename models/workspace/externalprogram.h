// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

/// A program to start with its arguments, and where. No shell is involved.
struct ExternalCommand
{
    QString program; ///< absolute path
    QStringList arguments;
    QString folder; ///< absolute
    bool operator==(const ExternalCommand &) const = default;
};

namespace ExternalPrograms {

/// The words of a line as a shell would split it: blanks, both kinds of quotes, backslash. Nothing else of a
/// shell means anything. Invalid: a quote that is not closed, no words.
Result<QStringList> splitWords(const QString &line);

/// Splits a template first and puts values into its words after that, so that a value is never split, is
/// never taken for a token, and reaches the program as one argument. A token is a name in braces: {file}.
/// Invalid: as above, or a token that has no value.
Result<QStringList> fill(const QString &line, const QHash<QString, QString> &values);

/// Of words, the program to start: looked up on PATH, never in the current folder. NotFound.
Result<ExternalCommand> commandOf(QStringList words, const QString &folder);

/// Whether an editor runs in a terminal, by the name of its program.
bool needsTerminal(const QStringList &words);

/// Of an installed terminal: the words that start it and, in it, the words given (none: a shell). preferred:
/// a template like "konsole --workdir {repo}"; empty: $TERMINAL, then the first of the usual ones. NotFound.
Result<QStringList> terminalWords(const QString &preferred, const QString &folder, const QStringList &inside);

} // namespace ExternalPrograms
