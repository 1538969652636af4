// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QObject;

/// Starts a program that belongs to the user from then on: in the environment of the session, and nobody
/// waits for it. program, folder: absolute paths. No shell. False: it could not be started. Any thread.
bool startDetached(const QString &program, const QStringList &arguments, const QString &folder);

/// exitCode: 128 and the number of a signal that ended it. output: the end of what it wrote, at most 8 KiB.
using ProgramEnded = std::function<void(int exitCode, const QByteArray &output)>;

/// The same, and tells how the program ended while context lives; it goes on when we end. A thread with an
/// event loop, which is that of context.
bool startWatched(const QString &program, const QStringList &arguments, const QString &folder,
                  QObject *context, ProgramEnded ended);
