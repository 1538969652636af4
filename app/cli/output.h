// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QJsonObject>

namespace Cli {

/// Exit codes of ai-cli, the same in every command.
enum ExitCode {
    ExitDone = 0,
    ExitFindings = 1, ///< findings, or not valid
    ExitUsage = 2,    ///< wrong usage, or nothing to do
    ExitNotFound = 3, ///< not found, or a repository or file that cannot be used
    ExitDenied = 4,
    ExitConflict = 5,
    ExitOffline = 6, ///< offline or timed out
    ExitTool = 7,    ///< a program that was started failed
    ExitBug = 70,
    ExitCancelled = 130,
};

ExitCode exitCodeOf(ErrorKind kind);

enum class Tint { None, Good, Bad, Notable, Name };

/// A part of a line of the result.
struct Piece
{
    QString text;
    Tint tint = Tint::None; ///< shown only on a terminal or when asked for
};

/// Where a command writes. Results are held back until the command has succeeded, so that a failure leaves
/// standard output empty for scripts that pipe it on; only stream() does not wait. Everything else goes to
/// standard error at once. Control characters of untrusted text are made visible on both; in JSON they stay
/// themselves, but as escapes.
class Output
{
public:
    Output(QIODevice &results, QIODevice &messages);

    void setQuiet(bool isQuiet) { m_isQuiet = isQuiet; }
    void setJson(bool isJson) { m_isJson = isJson; }
    bool isJson() const { return m_isJson; }
    void setColored(bool isColored) { m_isColored = isColored; }
    bool isColored() const { return m_isColored; }

    void print(const QString &line); ///< one line of the result, also when a name in it holds a line feed
    void printPieces(const QList<Piece> &pieces);
    void printText(const QString &text); ///< lines of the result
    void printJson(QJsonObject object);  ///< the result; gets "schemaVersion": 1
    /// Hands over bytes at once that are safe for a terminal, for results that are too many to be held back.
    /// False: standard output cannot be written, which was said.
    bool stream(const QByteArray &bytes);
    void note(const QString &line); ///< one line for a person, left out by --quiet
    int fail(const Error &error);   ///< message, detail and hint; returns the exit code
    int failUsage(const QString &sentence, const QString &hint = {});

    /// Hands the results over. False: standard output could not be written (closed pipe, full disk).
    bool flush();
    void discard() { m_held.clear(); }

private:
    void say(const QString &text);

    QIODevice &m_results;
    QIODevice &m_messages;
    QByteArray m_held;
    bool m_isQuiet = false;
    bool m_isJson = false;
    bool m_isColored = false;
};

} // namespace Cli
