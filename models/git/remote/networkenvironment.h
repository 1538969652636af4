// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "git/cli.h"

namespace Git {

/// What a run that talks to a remote needs beyond sessionEnvironment(): git's certificates, the protocols
/// that are allowed, and who answers questions. Nobody answers at a terminal.
void allowNetwork(QProcessEnvironment &environment, const NetworkAccess &access);

/// Whether what signs here could ask for one: SSH keys do by what allowPassphrases() says; gpg has its own
/// way.
bool asksForPassphrases(const RepoLocation &where);

/// Who answers when a signing program asks for the passphrase of an SSH key. Nothing when nobody does.
void allowPassphrases(QProcessEnvironment &environment, const NetworkAccess &access);

/// The whole environment of a run that has no repository yet.
QProcessEnvironment networkEnvironment(const NetworkAccess &access);

} // namespace Git
