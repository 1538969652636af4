// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

/// Replaces a file in one step: afterwards there is the old content or the new one, whatever ends the program
/// or the machine. Mode 0600. Denied or External, with the old content left: no room, no permission, a
/// failing disk. Blocking: waits for the disk. path: bytes; its folder exists.
Result<void> writeAtomically(const QByteArray &path, const QByteArray &content);

/// Makes a folder only its owner may look into (0700), and those above it; fine when it is there. Denied.
Result<void> makePrivateFolder(const QString &folder);
