// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/types.h"

namespace Git {

/// How Git would sign, by configuration alone.
struct SigningConfig
{
    bool signsCommits = false, signsTags = false; ///< commit.gpgSign, tag.gpgSign
    QByteArray format = "openpgp"; ///< gpg.format: "openpgp", "x509", "ssh"; another one makes Git fail
    QByteArray key;                ///< user.signingKey; empty: chosen by the committer's address, or for ssh
                                   ///< by gpg.ssh.defaultKeyCommand
};

/// Reads with libgit2.
Result<SigningConfig> readSigningConfig(const RepoLocation &where);

} // namespace Git
