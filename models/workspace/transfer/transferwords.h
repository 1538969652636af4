// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/transfer/transferscontroller.h"

// How transfers are told to people. All pure.

/// "Receiving objects, 45 %".
QString transferPhaseText(const Git::TransferProgress &progress);

/// What a push that the remote refused is told as, and what can be done. words: git's own.
TransferFailure pushRefusal(const QList<Git::RefUpdate> &refs, const QString &to, const QString &words);

/// The same of what is no push of a branch: of a tag, or of something that was to be deleted.
TransferFailure otherPushRefusal(const QList<Git::RefUpdate> &refs, const QString &what,
                                 const QString &words);

/// error: as push() gave it, see isPushHookRefusal().
Error hookRefusal(Error error);

/// How a pull ended; empty for Apart and Conflicts.
QString integrationText(const IntegrationEnd &end, const QString &from);
