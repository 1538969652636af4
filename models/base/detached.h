// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Starts a program that belongs to the user from then on: in the environment of the session, and nobody
/// waits for it. program, folder: absolute paths. No shell. False: it could not be started. Any thread.
bool startDetached(const QString &program, const QStringList &arguments, const QString &folder);
