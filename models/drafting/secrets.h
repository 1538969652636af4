// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Whether text may be put into a message, which everybody who can clone will read. Wrong in doubt: a value
/// that is only long and random counts as secret too.
namespace Drafting {

/// True when a key, variable or field of this name usually holds a secret: DB_PASSWORD, apiToken, tls.key.
bool isSecretName(QStringView name);

/// True when the value is shaped like a secret: a known token, a private key, a URL with a password, a hash
/// of a password, an encrypted value, or a long random string.
bool looksSecret(QStringView value);

/// True when a part of a finished text looks like a secret. Commit ids and image digests do not.
bool containsSecret(QStringView text);

} // namespace Drafting
