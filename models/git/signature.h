// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// What git says of a commit's signature.
enum class SignatureState {
    None,
    Good,
    GoodUntrusted, ///< right, by a key whose owner nobody vouched for
    Expired,       ///< right, but the signature or its key is out of date
    Revoked,       ///< right, by a key that was called back
    UnknownKey,    ///< cannot be checked: the key is not here
    Bad,           ///< the commit is not what was signed
};

struct Signature
{
    SignatureState state = SignatureState::None;
    QString signer; ///< as the key says, not yet made visible; may be empty
    QString key;    ///< its id
    bool operator==(const Signature &) const = default;
};

/// Whether logs show signatures by configuration: log.showSignature. Reads with libgit2.
Result<bool> readShowsSignatures(const RepoLocation &where);

/// Lets git check a commit's signature with the program that is configured. Denied without trust; External
/// when git fails. Blocking: starts git and that program, with 20 s at most.
Result<Signature> verifySignature(const Program &git, const ObjectId &commit, const CancelToken &cancel);

/// Reads what `--format=%G?%x00%GK%x00%GS` printed; nothing for what git does not say. Pure.
std::optional<Signature> parseSignature(const QByteArray &output);

} // namespace Git
