// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/secrets/types.h"

#include <span>

namespace Policy {

/// A secret that is known by its shape.
struct ProviderRule
{
    const char *id;
    const char *provider; ///< as the provider writes itself
    const char *keywords; ///< lower case, apart by |; each match begins with one of them
    const char *pattern;  ///< RE2, matched at the keyword; its first group is the secret, else all of it
    double entropy = 3.0; ///< bits per byte that the secret has at least
    int lead = 0;         ///< the match begins so many bytes before the keyword
    SecretKind kind = SecretKind::Token;
    Confidence confidence = Confidence::High;
};

/// Every rule; the same for the life of the program.
std::span<const ProviderRule> cloudRules();
std::span<const ProviderRule> codeRules();
std::span<const ProviderRule> serviceRules();
std::span<const ProviderRule> keyRules();

} // namespace Policy
