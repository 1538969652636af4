// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafting/commitlint.h"
#include "git/messageconfig.h"

namespace Drafting {

/// What a repository says about its commit messages.
struct MessageRules
{
    std::optional<LintRules> lint; ///< nothing: no configuration of commitlint, the general rules hold
    QByteArray source;             ///< the file that lint is from
    QList<QByteArray> notRead;     ///< configuration that is a program: never run, so not known
    QStringList problems;          ///< one sentence for each file that could not be used
    Git::MessageConfig config;

    QString commentPrefix() const { return QString::fromUtf8(config.commentPrefix); }
};

/// Reads .commitlintrc, .commitlintrc.json/.yaml/.yml or package.json at the top of the work tree, in that
/// order, and what Git's configuration says. Nothing is run, no link followed. Blocking.
Result<MessageRules> readMessageRules(const Git::RepoLocation &where, const CancelToken &cancel);

/// The remarks on a message by these rules, or by the general ones (validateMessage()) where there are none.
QList<Validation> checkMessage(const QString &message, const MessageRules &rules);

} // namespace Drafting
