// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/canceltoken.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <functional>

enum class OutputChannel { Output, Errors };

/// One program to run: no shell, no search path, no terminal.
struct ProcessRequest
{
    QString program; ///< absolute path, see findProgram()
    QStringList arguments;
    QString workingDirectory; ///< empty: the root folder, never the caller's
    QByteArray input;         ///< written to standard input, which is then closed
    QProcessEnvironment environment = QProcessEnvironment(); ///< the whole of it; see scrubbedEnvironment()
    std::chrono::milliseconds timeout{60'000};               ///< zero: none
    qint64 outputCap = 64 * 1024 * 1024; ///< bytes kept of each channel; more is an External error
    bool keepsOutput = true;             ///< false: standard output of any length goes to onOutput alone
    /// Called on the running thread with each piece of output as it comes.
    std::function<void(OutputChannel, QByteArrayView)> onOutput = {};
};

struct ProcessResult
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errors;
};

/// Runs programs. Blocking; must not be used on the GUI thread. A cancelled or timed-out program is ended
/// together with all it started (terminate, then kill after 2 s). A program that ends by a signal is an
/// External error; a non-zero exit code is not an error here, the caller knows what it means.
class ProcessRunner
{
public:
    virtual ~ProcessRunner() = default;
    virtual Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const = 0;
};

class SystemProcessRunner final : public ProcessRunner
{
public:
    Result<ProcessResult> run(const ProcessRequest &request, const CancelToken &cancel) const override;
};

/// The absolute path of a program, looked up in the absolute folders of PATH only (empty and relative entries
/// are dropped, so that nothing in the current folder is ever run). Empty when it is not there.
QString findProgram(const QString &name);

/// A new environment that holds only what programs need to find the user's home, session, keys and locale.
QProcessEnvironment scrubbedEnvironment();
