// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/askserver.h"
#include "git/remote/remoteurl.h"

namespace Git {

enum class AskKind {
    UserName,
    Password,
    Passphrase, ///< of a key
    HostKey, ///< whether an unknown host is the right one; the answer is the fingerprint itself, or nothing
    Confirm, ///< yes or no
    Notice,  ///< something to do, such as touching a key; no answer is read
    Other,
};

/// A question of git or ssh, as far as it is understood. Every text is untrusted.
struct AskPrompt
{
    AskKind kind = AskKind::Other;
    QByteArray host;          ///< as the question names it; empty: it names none
    bool isOtherHost = false; ///< it names another host than the one that is talked to
    QByteArray user, key;     ///< key: a file
    QByteArray fingerprint;   ///< of HostKey: SHA256:…
    QByteArray words;         ///< the whole question
    bool operator==(const AskPrompt &) const = default;
};

/// Understands the questions of git and OpenSSH in the C locale, and nothing that only holds such words
/// somewhere: a server may choose part of a question. running: what the run talks to. Looks at the
/// disk for the file of a key: a passphrase is asked for by whoever has one of the user's own.
AskPrompt classifyPrompt(const AskRequest &request, const RemoteUrl &running);

} // namespace Git
