// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/remote/transfer.h"

// What git's transfers print, as values. All pure.
namespace Git {

/// `git fetch --porcelain`: FLAG OLD NEW REF.
QList<RefUpdate> parseFetchOutput(const QByteArray &output);

/// `git push --porcelain`: FLAG \t FROM:TO \t SUMMARY, behind the line "To …". What stands before is a
/// hook's.
QList<RefUpdate> parsePushOutput(const QByteArray &output);

/// The reason in an error of git's, as something that a person can do something about. words: the lines that
/// were no progress; they become the detail, without secrets.
Error explainTransfer(Error error, const QString &sentence, const QList<QByteArray> &words);

} // namespace Git
